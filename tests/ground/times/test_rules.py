"""Every rule does what its examples say."""

from __future__ import annotations

import pytest

from reportedly.ground.times.find import RULES
from tests.ground.times.plain import times_of

EXAMPLES = [(r.name, *case) for r in RULES for case in r.cases]


@pytest.mark.parametrize(("rule", "words", "type", "value"), EXAMPLES, ids=[f"{e[0]}: {e[1]}" for e in EXAMPLES])
def test_example(rule: str, words: str, type: str, value: str | None) -> None:
    text = f"It rained in {words}."
    found = times_of(text)
    assert [(t.text, t.type, t.value) for t in found] == [(words, type, value)]
    assert found[0].why["value"].by == f"rule:{rule}@1"
    assert (value is None) == (found[0].why["value"].missing is not None)


def test_names_are_unique() -> None:
    assert len({r.name for r in RULES}) == len(RULES)
