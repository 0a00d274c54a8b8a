"""`python -m tests.events.known_failures`: read all marked sentences, rewrite tests/data/known_event_failures.toml."""

from __future__ import annotations

import reportedly
from tests.events.sentences import KNOWN, differences, load_cases
from tests.known import write_known

COMMAND = "python -m tests.events.known_failures"


def main() -> None:
    """Run all cases; the first thing that is wrong with each is its reason."""
    reader = reportedly.load()
    cases = load_cases()
    failures = {c.id: found[0] for c in cases if (found := list(differences(c, reader)))}
    write_known(KNOWN, failures, COMMAND)
    print(f"{len(cases) - len(failures)} of {len(cases)} sentences are right in every trigger, type and status")


if __name__ == "__main__":
    main()
