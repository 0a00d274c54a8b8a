"""Sentence → events: every line of tests/data/events.txt, those known to fail as strict expected failures."""

from __future__ import annotations

from collections import Counter
from typing import get_args

import pytest

from reportedly.events.ontology import load_ontology
from reportedly.reading import Reader
from reportedly.record.event import Status
from tests.events.sentences import KNOWN, Case, differences, load_cases, load_non_events
from tests.known import read_known

CASES = load_cases()
FAILURES = read_known(KNOWN)
CEILING = 0.5
"""Share of sentences that may fail: one asks for some four triggers with type and status, and one wrong fails it."""
FALSE_ALARMS = 0.15
"""Share of the texts without events in which something may be said to have happened."""


def _param(case: Case) -> object:
    reason = FAILURES.get(case.id)
    return pytest.param(case, id=case.id, marks=[pytest.mark.xfail(strict=True, reason=reason)] if reason else [])


@pytest.mark.parametrize("case", [_param(c) for c in CASES])
def test_sentence(case: Case, reader: Reader) -> None:
    """Every trigger with its type and status. After a change: python -m tests.events.known_failures."""
    found = list(differences(case, reader))
    assert not found, "\n".join(found)


def test_known_failures_are_cases_and_few() -> None:
    assert set(FAILURES) <= {c.id for c in CASES}
    assert len(FAILURES) <= CEILING * len(CASES)


def test_the_sentences_hold_all_types_and_statuses() -> None:
    events = [e for c in CASES for e in c.marked.events if e["type"]]
    assert len(CASES) >= 150
    assert set(load_ontology().types) <= {e["type"] for e in events}
    assert min(Counter(e["status"] for e in events)[s] for s in get_args(Status)) >= 5


def test_false_alarms_on_texts_without_events(reader: Reader) -> None:
    texts = load_non_events()
    assert len(texts) >= 60
    alarmed = [t for t in texts if any(e.type and e.status in ("occurred", "ongoing") for e in reader.read(t).events)]
    assert len(alarmed) <= FALSE_ALARMS * len(texts), "\n".join(t[:80] for t in alarmed)
