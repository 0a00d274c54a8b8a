"""Numbers, years and units in words."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.ground.times.spans import duration
from reportedly.ground.times.words import PIECES, compiled, number, ordinal, unit_of, year_of


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("two", 2),
        ("twenty-five", 25),
        ("a", 1),
        ("an", 1),
        ("half", 0.5),
        ("a hundred", 100),
        ("2 1/2", 2.5),
        ("1,500", 1500),
        ("two thousand", 2000),
        ("two and a half", 2.5),
        ("two to three", 2),
        ("6-8", 6),
        ("a couple of", 2),
        ("a dozen", 12),
        ("several", None),
        ("a few", None),
        ("many", None),
        ("", None),
        ("three dozen", 36),
    ],
)
def test_number(words: str, value: float | None) -> None:
    assert number(words) == value


@pytest.mark.parametrize(
    ("words", "year"),
    [
        ("1998", 1998),
        ("nineteen ninety-six", 1996),
        ("two thousand", 2000),
        ("two thousand five", 2005),
        ("eighteen twelve", 1812),
    ],
)
def test_year(words: str, year: int) -> None:
    assert year_of(words) == year


def test_units_and_ordinals() -> None:
    assert [unit_of(w) for w in ("days", "century", "centuries", "hours", "decade")] == [
        "D",
        "100Y",
        "100Y",
        "TH",
        "10Y",
    ]
    assert [ordinal(w) for w in ("first", "3rd", "twenty-first", "")] == [1, 3, 21, 0]


@pytest.mark.parametrize("name", list(PIECES))
def test_pieces_compile(name: str) -> None:
    re.compile(compiled(name))


@given(st.text(alphabet="0123456789 ,./-abcdefghlnortuvwy", max_size=20))
def test_no_number_breaks(words: str) -> None:
    found = number(words)
    assert found is None or found >= 0


@given(
    st.none() | st.floats(0, 1e5),
    st.sampled_from(("D", "W", "M", "Y", "Q", "WE", "TS", "TM", "TH", "10Y", "100Y", "2W")),
)
def test_every_duration_is_one(count: float | None, unit: str) -> None:
    assert duration(count, unit).startswith("P")
