"""Points of the calendar as TIMEX3 values: reading, shifting and bounding them. Weeks are ISO 8601's."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date, timedelta

FIRST, LAST = 1, 9998
"""Years within which dates are reckoned."""

_DATE = re.compile(r"(\d{4})-(\d\d)-(\d\d)")
_PERIODS = {"Q": 3, "H": 6}


def day_value(year: int, month: int, day: int) -> str | None:
    """The value of a day; None where the calendar has no such day. A year before Christ is negative."""
    if not 1 <= month <= 12:
        return None
    if year < 0:
        return f"BC{-year:04}-{month:02}-{day:02}" if 1 <= day <= 31 else None
    if not FIRST <= year <= LAST or not 1 <= day <= monthrange(year, month)[1]:
        return None
    return f"{year:04}-{month:02}-{day:02}"


def year_value(year: int) -> str:
    """The value of a year; negative before Christ."""
    return f"{year:04}" if year >= 0 else f"BC{-year:04}"


def month_value(year: int, month: int) -> str:
    """The value of a month; months beyond 12 and below 1 belong to other years."""
    years, month = divmod(month - 1, 12)
    return f"{year_value(year + years)}-{month + 1:02}"


def week_value(day: date) -> str:
    """The value of a day's week."""
    year, week, _ = day.isocalendar()
    return f"{year:04}-W{week:02}"


def quarter_of(day: date) -> int:
    """1 to 4."""
    return (day.month + 2) // 3


def moved(day: date, days: int) -> date:
    """A day so many days on; the calendar's end where it would be passed."""
    try:
        return day + timedelta(days)
    except OverflowError:
        return date.max if days > 0 else date.min


def shifted(anchor: str, unit: str, count: float) -> str | None:
    """The value that lies `count` units from a value, as exact as the unit is; None where that cannot be told.

    >>> shifted("1998-03-22", "W", -2), shifted("1989-Q3", "Y", -1), shifted("1998-03-22", "M", -5)
    ('1998-W10', '1988-Q3', '1997-10')
    """
    times, unit = _split(unit)
    n = count * times
    whole = int(n)
    if unit in ("D", "W"):
        start = start_of(anchor)
        if start is None or len(anchor) < 8:
            return None
        day = moved(start, round(n * (7 if unit == "W" else 1)))
        return day.isoformat() if unit == "D" else week_value(day)
    if not (year := year_in(anchor)):
        return None
    if unit == "Y":
        if abs(whole) > 5000:
            return None
        rest = anchor[4:] if anchor[4:5] == "-" and anchor[5:6] in ("Q", "H") and times == 1 else ""
        return year_value(year + whole) + rest
    if unit == "Q" and (start := start_of(anchor)):
        of = start.year * 4 + quarter_of(start) - 1 + whole
        return f"{of // 4:04}-Q{of % 4 + 1}"
    month = re.match(r"(?:BC)?\d{4}-(\d\d)", anchor)
    if unit == "M" and month and abs(whole) < 50_000:
        return month_value(year, int(month[1]) + whole)
    return None


def _split(unit: str) -> tuple[int, str]:
    digits = re.match(r"\d*", unit)
    assert digits
    return int(digits[0] or 1), unit[digits.end() :]


def year_in(value: str) -> int | None:
    """The year of a value, negative before Christ; None where it has none."""
    found = re.match(r"(BC)?(\d{4})(?!\d)", value)
    return (-int(found[2]) if found[1] else int(found[2])) if found else None


def start_of(value: str) -> date | None:
    """The first day that a value can mean."""
    bounds = bounds_of(value)
    return date.fromisoformat(bounds[0][:10]) if bounds else None


def bounds_of(value: str) -> tuple[str, str] | None:
    """The earliest and latest day, or instant of a clock time, that a value can mean.

    >>> bounds_of("1989-Q3"), bounds_of("198")
    (('1989-07-01', '1989-09-30'), ('1980-01-01', '1989-12-31'))
    >>> bounds_of("1998-02-12T19:15"), bounds_of("1998-02-12TNI")
    (('1998-02-12T19:15', '1998-02-12T19:15'), ('1998-02-12', '1998-02-12'))
    """
    if found := _DATE.match(value):
        if day_value(*map(int, found.groups())) is None:
            return None
        clock = re.fullmatch(r"\d{4}-\d\d-\d\d(T\d\d(?::\d\d)*)", value)
        return (value, value) if clock else (value[:10], value[:10])
    try:
        return _period(value)
    except ValueError:
        return None


def _period(value: str) -> tuple[str, str] | None:
    if re.fullmatch(r"\d{2,3}", value):
        zeros = 10 ** (4 - len(value))
        year = int(value) * zeros
        return (f"{year:04}-01-01", f"{year + zeros - 1:04}-12-31") if year else None
    if found := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        monday = date.fromisocalendar(int(found[1]), int(found[2]), 1)
        first = moved(monday, 5) if found[3] else monday
        return first.isoformat(), moved(monday, 6).isoformat()
    if found := re.fullmatch(r"(\d{4})-([QH])([1-4])", value):
        months = _PERIODS[found[2]]
        first_month = (int(found[3]) - 1) * months + 1
        return _months(int(found[1]), first_month, first_month + months - 1)
    if found := re.fullmatch(r"(\d{4})-(\d\d)(?:-XX)?", value):
        return _months(int(found[1]), int(found[2]), int(found[2]))
    if re.fullmatch(r"(?!0000)\d{4}(?:-XX)*", value):
        return f"{value[:4]}-01-01", f"{value[:4]}-12-31"
    return None


def _months(year: int, first: int, last: int) -> tuple[str, str] | None:
    if not (1 <= first <= last <= 12 and 1 <= year <= 9999):
        return None
    return f"{year:04}-{first:02}-01", f"{year:04}-{last:02}-{monthrange(year, last)[1]:02}"


def easter(year: int) -> date:
    """Easter Sunday by the Gregorian reckoning (Meeus, Jones and Butcher)."""
    a, b, c = year % 19, year // 100, year % 100
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    rest = (32 + 2 * e + 2 * i - h - k) % 7
    m = (a + 11 * h + 19 * rest) // 433
    month = (h + rest - 7 * m + 90) // 25
    return date(year, month, (h + rest - 7 * m + 33 * month + 19) % 32)


def nth_weekday(year: int, month: int, weekday: int, nth: int) -> date:
    """The nth such weekday (Monday 0) of a month; -1 for the last."""
    if nth < 0:
        end = date(year, month, monthrange(year, month)[1])
        return moved(end, -((end.weekday() - weekday) % 7))
    first = date(year, month, 1)
    return moved(first, (weekday - first.weekday()) % 7 + 7 * (nth - 1))
