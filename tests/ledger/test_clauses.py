"""Days as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import RunError
from reportedly.ledger.clauses import first_day, last_day


@pytest.mark.parametrize(
    ("given_as", "first", "last"),
    [
        ("2025", "2025-01-01", "2025-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        (" 2025-09-03 ", "2025-09-03", "2025-09-03"),
    ],
)
def test_days_of_a_period(given_as: str, first: str, last: str) -> None:
    assert (first_day("--since", given_as), last_day("--until", given_as)) == (first, last)


@given(st.text() | st.from_regex(r"\d{4}-\d\d-\d\d", fullmatch=True) | st.dates().map(str))
def test_anything_is_a_day_or_refused(typed: str) -> None:
    try:
        assert len(first_day("--since", typed)) == 10
        assert first_day("--since", typed) <= last_day("--since", typed)
    except RunError as refused:
        assert "write a year, a month or a day" in str(refused)


@given(st.dates())
def test_every_day_is_its_own_period(day: object) -> None:
    assert first_day("", str(day)) == last_day("", str(day)) == str(day)
