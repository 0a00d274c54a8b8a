"""Rules for days of the calendar: by month and number, in digits, and in ranges."""

from __future__ import annotations

import re

from reportedly.ground.times.calendar import day_value
from reportedly.ground.times.rule import NO_ANCHOR, Reading, Rule, dated
from reportedly.ground.times.scene import Scene
from reportedly.ground.times.words import compiled, part_code
from reportedly.ground.times.years import ERA, WHICH_YEAR, month_of, year_told

LEAP = 2000
"""A year that has every day that any year has."""
LAST_DAY = re.compile(compiled("DAY MONTH(?:,? YEAR)?"))
FIRST_DAY = re.compile(compiled("MONTH (?:\\d{1,2}) ?(?:[-–]|and|or) ?$"))


def read_day(m: re.Match[str], scene: Scene) -> Reading:
    month, day = month_of(m), int(m["day"])
    year = year_told(m, scene, month, day)
    if year is None:
        return dated(None, NO_ANCHOR if day_value(LEAP, month, day) else "unsupported")
    value = day_value(year, month, day)
    if part := m.groupdict().get("part"):
        return Reading(
            "TIME", f"{value}{part_code(part)}" if value else None, None if value else "unsupported", fixes=bool(value)
        )
    return dated(value, "unsupported")


def _numeric(m: re.Match[str], scene: Scene) -> Reading:
    """12/25/2024 has one reading, 03/04/2025 two."""
    a, b, year = int(m["a"]), int(m["b"]), int(m["full"])
    readings = {v for v in (day_value(year, a, b), day_value(year, b, a)) if v}
    return dated(readings.pop() if len(readings) == 1 else None, "ambiguous" if readings else "unsupported")


def _iso(m: re.Match[str], scene: Scene) -> Reading:
    value = day_value(int(m["full"]), int(m["a"]), int(m["b"]))
    clock = m.groupdict().get("clock")
    if clock and value and int(clock[:2]) < 25 and int(clock[3:5]) < 60:
        return Reading("TIME", f"{value}T{clock[:5]}", fixes=True)
    return dated(value, "unsupported")


def _first_day(m: re.Match[str], scene: Scene) -> Reading | None:
    """The "6" of "6-7 January 1916": the month and the year are those of the last day."""
    last = LAST_DAY.search(m.string, m.end())
    if last is None:
        return None
    reading = read_day(last, scene)
    return _with_day(reading, int(m["day"]))


def _last_day(m: re.Match[str], scene: Scene) -> Reading | None:
    """The "9, 1918" of "March 5-9, 1918"."""
    first = FIRST_DAY.search(m.string, max(0, m.start() - 24), m.start())
    if first is None:
        return None
    month = month_of(first)
    year = year_told(m, scene, month, int(m["day"]))
    return dated(None if year is None else day_value(year, month, int(m["day"])), "unsupported" if year else None)


def _day_of_told(m: re.Match[str], scene: Scene) -> Reading:
    month = re.match(r"(?:BC)?\d{4}-\d\d(?!\d)", scene.told or "")
    if month is None:
        return dated(None, "ambiguous" if scene.told else NO_ANCHOR)
    return _with_day(dated(month[0]), int(m["day"]))


def _day_ordinal(m: re.Match[str], scene: Scene) -> Reading | None:
    """ "on the 5th": of the month that the text is at."""
    if not 1 <= int(m["day"]) <= 31:
        return None
    return _day_of_told(m, scene)


def _with_day(reading: Reading, day: int) -> Reading:
    at = re.match(r"(\d{4})-(\d\d)", reading.value or "")
    return dated(day_value(int(at[1]), int(at[2]), day), "unsupported") if at else reading


RULES = (
    Rule(
        "iso-date",
        r"(?P<full>\d{4})-(?P<a>\d\d)-(?P<b>\d\d)(?:(?:t| )(?P<clock>\d\d:\d\d)(?::\d\d)?z?)?",
        _iso,
        "2025-03-08 = 2025-03-08; 2025-03-08T14:30 = TIME 2025-03-08T14:30; 2025-02-31 = null",
    ),
    Rule(
        "numeric-date",
        r"(?P<a>\d{1,2})/(?P<b>\d{1,2})/(?P<full>(?:19|20)\d\d)",
        _numeric,
        "12/25/2024 = 2024-12-25; 03/04/2025 = null",
    ),
    Rule(
        "month-day",
        rf"(?:DOW,? )?MONTH (?:the )?DAY(?:,? (?:of )?YEAR{ERA}|,? {WHICH_YEAR}|)",
        read_day,
        "March 3, 2024 = 2024-03-03; Monday, March 3 = 2025-03-03; Feb. 31, 2024 = null; "
        "December 20th = 2024-12-20; about Jan. 15 = 2025-01-15; June 5 of last year = 2024-06-05",
    ),
    Rule(
        "day-month",
        rf"(?:DOW,? )?(?:the )?DAY (?:of )?MONTH(?:,? (?:of )?YEAR{ERA}|,? {WHICH_YEAR}|)",
        read_day,
        "3 March 2024 = 2024-03-03; the 21st of January = 2025-01-21; 31 February = null",
    ),
    Rule(
        "part-of-date",
        r"(?:the )?(?:early |late )?PARTOFDAY(?: hours)? of (?:DOW,? )?MONTH DAY(?:,? YEAR)?",
        read_day,
        "the morning of March 3 = TIME 2025-03-03TMO; the night of Jan. 5, 2024 = TIME 2024-01-05TNI",
    ),
    Rule(
        "part-of-day-month",
        r"(?:the )?(?:early |late )?PARTOFDAY(?: hours)? of (?:the )?DAY (?:of )?MONTH(?:,? YEAR)?",
        read_day,
        "the night of 3 January 2024 = TIME 2024-01-03TNI",
    ),
    Rule(
        "first-day",
        r"(?P<day>\d{1,2})(?= ?(?:[-–]|and|or|to|until) ?\d{1,2} (?:SOMEMONTH))",
        _first_day,
    ),
    Rule(
        "last-day",
        r"DAY(?:,? YEAR)?",
        _last_day,
    ),
    Rule("day-ordinal", r"the (?P<day>\d{1,2})(?:st|nd|rd|th)", _day_ordinal),
    Rule(
        "day-of-that-month",
        r"the (?P<day>\d{1,2})(?:st|nd|rd|th) of (?:that|the same|this) month",
        _day_of_told,
    ),
)
"""Expressions that name a day."""
