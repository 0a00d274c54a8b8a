"""Values of the calendar: bounds, shifts, holidays."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.ground.times.calendar import bounds_of, day_value, easter, month_value, nth_weekday, shifted, year_value


@pytest.mark.parametrize(
    ("value", "earliest", "latest"),
    [
        ("2024", "2024-01-01", "2024-12-31"),
        ("2024-02", "2024-02-01", "2024-02-29"),
        ("2025-W11", "2025-03-10", "2025-03-16"),
        ("2025-W11-WE", "2025-03-15", "2025-03-16"),
        ("1989-Q3", "1989-07-01", "1989-09-30"),
        ("2008-H2", "2008-07-01", "2008-12-31"),
        ("198", "1980-01-01", "1989-12-31"),
        ("19", "1900-01-01", "1999-12-31"),
        ("2025-03-11", "2025-03-11", "2025-03-11"),
        ("2025-03-11TNI", "2025-03-11", "2025-03-11"),
        ("2025-03-11T14:30", "2025-03-11T14:30", "2025-03-11T14:30"),
    ],
)
def test_bounds(value: str, earliest: str, latest: str) -> None:
    assert bounds_of(value) == (earliest, latest)


@pytest.mark.parametrize(
    "value",
    [
        "",
        "PAST_REF",
        "P3D",
        "2005-SU",
        "BC0479",
        "2025-02-31",
        "2025-13",
        "2025-W60",
        "0000",
        "XXXX-WXX-5",
        "2025-Q9",
        "000",
        "x",
    ],
)
def test_without_bounds(value: str) -> None:
    assert bounds_of(value) is None


@pytest.mark.parametrize(
    ("anchor", "unit", "count", "value"),
    [
        ("2025-03-12", "D", -10, "2025-03-02"),
        ("2025-03-12", "W", 1, "2025-W12"),
        ("2025-03-12", "M", -3, "2024-12"),
        ("2025-03", "M", 10, "2026-01"),
        ("1989-Q3", "Y", -1, "1988-Q3"),
        ("1989-Q1", "Q", -1, "1988-Q4"),
        ("2025", "10Y", -1, "2015"),
        ("BC0490", "Y", 1, "BC0489"),
        ("2025", "D", 1, None),
        ("2005-SU", "M", 1, None),
        ("PAST_REF", "Y", 1, None),
    ],
)
def test_shifted(anchor: str, unit: str, count: float, value: str | None) -> None:
    assert shifted(anchor, unit, count) == value


def test_days_that_there_are_not() -> None:
    assert day_value(2024, 2, 29) == "2024-02-29"
    assert [day_value(*d) for d in ((2025, 2, 29), (2025, 2, 31), (2025, 13, 1), (2025, 4, 0), (10000, 1, 1))] == [
        None
    ] * 5
    assert day_value(-479, 6, 1) == "BC0479-06-01"


def test_months_run_over() -> None:
    assert month_value(2025, 0) == "2024-12" and month_value(2025, 25) == "2027-01" and year_value(-31) == "BC0031"


@pytest.mark.parametrize(
    ("year", "day"), [(2024, date(2024, 3, 31)), (2025, date(2025, 4, 20)), (1998, date(1998, 4, 12))]
)
def test_easter(year: int, day: date) -> None:
    assert easter(year) == day


def test_weekdays_of_a_month() -> None:
    assert nth_weekday(2024, 11, 3, 4) == date(2024, 11, 28)
    assert nth_weekday(2025, 5, 0, -1) == date(2025, 5, 26)


@given(st.dates(), st.sampled_from(("D", "W", "M", "Y", "Q", "10Y", "100Y", "TH")), st.floats(-1e6, 1e6))
def test_no_shift_breaks(day: date, unit: str, count: float) -> None:
    value = shifted(day.isoformat(), unit, count)
    assert value is None or isinstance(value, str)


@given(st.text(alphabet="0123456789-WQHXTBCE:", max_size=14))
def test_no_value_breaks(value: str) -> None:
    bounds = bounds_of(value)
    assert bounds is None or bounds[0][:10] <= bounds[1][:10]
