"""Sentences in which people are masked."""

from __future__ import annotations

from reportedly.connect.brief.hints import hints_in
from reportedly.connect.brief.masked import masked


def test_people_are_masked_by_number_or_as_one() -> None:
    text = "Nine people WERE killed and a man was hurt."
    m = masked(text, (0, len(text)), hints_in(text, (0, len(text))))
    assert m.text == "§0§ WERE killed and ¤1¤ was hurt."
    assert m.lower == "§0§ were killed and ¤1¤ was hurt."
    assert [text[m.offset(a) : m.offset(b)] for a, b in m.places] == ["Nine people", "a man"]


def test_a_list_of_people_is_one_group() -> None:
    text = "Two women and three men died."
    m = masked(text, (0, len(text)), hints_in(text, (0, len(text))))
    assert m.text == "§0§ died."
    assert m.groups[0].low == 5
