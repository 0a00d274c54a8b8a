"""`python -m tests.statements.known_failures [REPORT]`: read all sentences, rewrite tests/data/known_failures.toml.

It prints a summary by group; with REPORT, it writes there what was expected and what was found for each failing case.
"""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path

import reportedly
from tests.comparing import Comparison, Difference
from tests.known import write_known
from tests.statements.sentences import KNOWN, Case, compare, load_cases

COMMAND = "python -m tests.statements.known_failures"


def main(arguments: list[str]) -> None:
    """Run all cases."""
    reader = reportedly.load()
    failures: dict[str, str] = {}
    total, failed, fields = Counter[str](), Counter[str](), Counter[str]()
    listing = []
    for case in load_cases():
        compared, found = compare(case, reader)
        total[case.group] += 1
        if found:
            failed[case.group] += 1
            failures[case.id] = str(found[0])
            fields.update({d.field for d in found})
            listing.append(_told(case, compared, found))
    write_known(KNOWN, failures, COMMAND)
    if arguments:
        Path(arguments[0]).write_text("\n".join(listing), encoding="utf-8")
    for group, n in total.items():
        print(f"{group:24} {n - failed[group]:3} of {n:3}")
    n = total.total()
    print(f"{'all':24} {n - len(failures):3} of {n:3}  ({len(failures) / n:.1%} fail)")
    print("cases by wrong field:", ", ".join(f"{field} {k}" for field, k in fields.most_common()))


def _told(case: Case, compared: Comparison, found: list[Difference]) -> str:
    lines = [f"## {case.id}", f"   {case.text.strip()!r}"]
    lines += [f"   - {d}" for d in found]
    lines += [
        f"   = {s.id} {compared.words(s)!r} {s.act} {s.form} parent={s.parent}" for s in compared.record.statements
    ]
    return "\n".join(lines) + "\n"


if __name__ == "__main__":
    main(sys.argv[1:])
