"""Sentence → statements: every case of tests/data/sentences.toml, those known to fail as strict expected failures."""

from __future__ import annotations

import pytest

from reportedly.reading import Reader
from tests.known import read_known
from tests.statements.sentences import CEILING, KNOWN, Case, compare, load_cases

CASES = load_cases()
FAILURES = read_known(KNOWN)


def _param(case: Case) -> object:
    reason = FAILURES.get(case.id)
    return pytest.param(case, id=case.id, marks=[pytest.mark.xfail(strict=True, reason=reason)] if reason else [])


@pytest.mark.parametrize("case", [_param(c) for c in CASES])
def test_sentence(case: Case, reader: Reader) -> None:
    """Fails with each field that is not as expected. After a change: python -m tests.statements.known_failures."""
    _, found = compare(case, reader)
    assert not found, "\n".join(map(str, found))


def test_known_failures_are_cases_and_few() -> None:
    assert set(FAILURES) <= {c.id for c in CASES}
    assert len(FAILURES) <= CEILING * len(CASES)


def test_expected_words_stand_in_their_text() -> None:
    for case in CASES:
        for s in case.statements:
            for words in (s.get("source"), s.get("cue"), s.get("addressee"), s.get("said"), *s.get("content", ())):
                plain = words.removeprefix("that ") if words else ""
                assert plain in case.text, f"{case.id}: {words!r} is not in the text"
