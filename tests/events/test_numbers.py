"""Numbers as news writes them, to ranges."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.events.numbers import number_at

TABLE = [
    ("11 people", 11, 11),
    ("eleven people", 11, 11),
    ("twenty-five soldiers", 25, 25),
    ("at least eight people", 8, None),
    ("no fewer than 40 homes", 40, None),
    ("more than 1,200 families", 1200, None),
    ("over two thousand refugees", 2000, None),
    ("up to 300 fighters", None, 300),
    ("as many as 50 people", None, 50),
    ("fewer than ten men", None, 10),
    ("about 400 workers", 400, 400),
    ("some 7,000 marchers", 7000, 7000),
    ("dozens of protesters", 24, 99),
    ("scores of villagers", 40, 99),
    ("hundreds of people", 200, 999),
    ("thousands of farmers", 2000, 9999),
    ("tens of thousands of people", 20000, 99999),
    ("hundreds of thousands of refugees", 200000, 999999),
    ("several officers", 3, 9),
    ("a couple of guards", 2, 2),
    ("a dozen gunmen", 12, 12),
    ("two dozen gunmen", 24, 24),
    ("between 4 and 6 people", 4, 6),
    ("10 to 15 rockets", 10, 15),
    ("30-40 shells", 30, 40),
    ("$3 million", 3e6, 3e6),
    ("$2.5bn", 2.5e9, 2.5e9),
    ("one hundred and twenty people", 120, 120),
    ("two hundred thousand people", 200000, 200000),
    ("3.5 million people", 3.5e6, 3.5e6),
    ("15 lakh people", 1.5e6, 1.5e6),
    ("20 or more people", 20, None),
    ("30-odd men", 30, 30),
]


def first_number(text: str) -> tuple[float | None, float | None] | None:
    """The range of the first number of a phrase."""
    for m in re.finditer(r"\S+", text):
        start = m.start() + len(m.group()) - len(m.group().lstrip("$€£"))
        if m.group().lower() in ("a", "some", "about", "at", "no", "as", "between", "up"):
            n = number_at(text, start, len(text)) if m.group() == "a" and "dozen" in text else None
        else:
            n = number_at(text, start, len(text))
        if n:
            return n.low, n.high
    return None


@pytest.mark.parametrize(("text", "low", "high"), TABLE)
def test_number(text: str, low: float | None, high: float | None) -> None:
    assert first_number(text) == (low, high)


@pytest.mark.parametrize("text", ["people", "a soldier", "the army", "", "-", "million", "and"])
def test_no_number(text: str) -> None:
    assert number_at(text, 0, len(text)) is None


@given(st.text(max_size=40), st.integers(0, 40))
def test_any_text_gives_a_number_inside_it_or_none(text: str, start: int) -> None:
    n = number_at(text, min(start, len(text)), len(text))
    assert n is None or (0 <= n.start < n.end <= len(text) and (n.low is None or n.high is None or n.low <= n.high))
