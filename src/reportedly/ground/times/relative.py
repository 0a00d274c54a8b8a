"""Rules for dates that count from another one: the day of publication, or the date that the text is talking about."""

from __future__ import annotations

import re
from datetime import date

from reportedly.ground.times.calendar import (
    moved,
    quarter_of,
    shifted,
    start_of,
    week_value,
    year_in,
)
from reportedly.ground.times.rule import NO_ANCHOR, Reading, Rule, Type, dated
from reportedly.ground.times.scene import Scene
from reportedly.ground.times.words import DAYS, number, part_code, unit_of

LAST, NEXT = r"last|past|previous|preceding", r"next|coming|following|upcoming"


def _parted(day: date | None, m: re.Match[str]) -> Reading:
    """A day, or the part of it that the match names."""
    part = m.groupdict().get("part")
    if day is None:
        return Reading("TIME" if part else "DATE", None, NO_ANCHOR)
    if part:
        return Reading("TIME", f"{day.isoformat()}{part_code(part)}", fixes=True)
    return dated(day.isoformat())


def _weekday(m: re.Match[str], scene: Scene) -> Reading:
    """Alone: by tense, the day of publication included. "last Friday" is before that day, "next Friday" after it."""
    day = DAYS[m["dow"].rstrip(".")]
    rel = m.groupdict().get("rel") or ""
    if re.search("previous|preceding|following", rel):
        at = start_of(scene.told or "")
        if at is None:
            return _parted(None, m)
        ahead = "following" in rel
        gap = (day - at.weekday()) % 7 or 7 if ahead else -((at.weekday() - day) % 7 or 7)
        return _parted(moved(at, gap), m)
    if "last" in rel or "past" in rel:
        return _parted(scene.weekday(day, strictly=True, way="past"), m)
    if "next" in rel or "coming" in rel:
        return _parted(scene.weekday(day, strictly=True, way="future"), m)
    if "this" in rel:
        return _parted(scene.weekday(day, way="past" if scene.tense == "past" else "future"), m)
    return _parted(scene.weekday(day), m)


RELATIVE_DAYS = {"today": 0, "tonight": 0, "yesterday": -1, "tomorrow": 1}


def _day_word(m: re.Match[str], scene: Scene) -> Reading:
    days = RELATIVE_DAYS[m["word"]]
    if "day before" in m.group() or "day after" in m.group():
        days = -2 if "before" in m.group() else 2
    now = scene.now
    day = moved(now, days) if now else None
    if m["word"] == "tonight":
        return Reading("TIME", f"{day}TNI", fixes=True) if day else Reading("TIME", None, NO_ANCHOR)
    return _parted(day, m)


def _this_part(m: re.Match[str], scene: Scene) -> Reading:
    """ "this morning", "last night", "overnight", "that evening", "the next morning"."""
    words = m.group()
    told = re.search("that|same|next|following|previous", words)
    at = start_of(scene.told or "") if told else scene.now
    days = -1 if re.search("last|overnight|previous", words) else 1 if re.search("next|following", words) else 0
    if "overnight" in words and scene.told_here and scene.focus and scene.focus.sentence == scene.sentence:
        at, days = start_of(scene.told_here), 0
    code = "TNI" if "overnight" in words else part_code(m["part"])
    if at is None:
        return Reading("TIME", None, NO_ANCHOR)
    return Reading("TIME", f"{moved(at, days)}{code}", fixes=True)


def unit_value(at: date, unit: str, count: int) -> str | None:
    """The day, week, month ... so many after that of a day."""
    if unit == "WE":
        saturday = moved(at, 5 - at.weekday() + 7 * count)
        return f"{week_value(saturday)}-WE"
    if unit == "10Y":
        return f"{at.year // 10 + count:03}"
    if unit == "100Y":
        return f"{at.year // 100 + count:02}"
    if unit == "Y":
        return f"{at.year + count:04}"
    if unit == "Q":
        index = at.year * 4 + quarter_of(at) - 1 + count
        return f"{index // 4:04}-Q{index % 4 + 1}"
    return shifted(at.isoformat(), unit, count)


def _relative_unit(m: re.Match[str], scene: Scene) -> Reading | None:
    """ "last month" is a month and "last year" a year of the calendar, counted from publication."""
    unit, rel = unit_of(m["unit"]), m["rel"]
    now = scene.now
    if unit == "D" and "this" in rel:
        return Reading("DATE", "PRESENT_REF")
    if unit == "D" or m.group().startswith("the next "):
        return _told_unit(m, scene)
    if now is None:
        return dated(None)
    count = -1 if re.search(LAST, rel) else 1 if re.search(NEXT, rel) else 0
    if unit == "WE":
        count = -1 if "last" in rel or "past" in rel else count if "next" in rel and now.weekday() < 5 else 0
        if count == 0 and scene.tense == "past" and now.weekday() < 5:
            count = -1
    return dated(unit_value(now, unit, count))


def _told_unit(m: re.Match[str], scene: Scene) -> Reading | None:
    """ "the following day", "the same month", "that year", "the previous week": from the date that the text is at."""
    unit, rel = unit_of(m["unit"]), m["rel"]
    if unit[0] == "T":
        return None
    told = scene.told
    if told is None:
        return dated(None)
    count = -1 if re.search("previous|preceding|before", rel) else 1 if re.search("following|next|after", rel) else 0
    if count == 0 and unit == "D" and re.fullmatch(r"\d{4}-\d\d", told):
        return dated(f"{told}-XX")  # "in October … that same day": some day of October
    return dated(_at_grain(told, unit, count), "ambiguous")


def _at_grain(told: str, unit: str, count: float) -> str | None:
    """The unit so many from that in which a value lies, at the grain of the unit."""
    if unit == "Y":
        year = year_in(told)
        return (
            shifted(f"{year:04}", "Y", count) if year and year > 0 else shifted(told[:6], "Y", count) if year else None
        )
    start = start_of(told)
    if (
        start is None
        or (unit == "D" and len(told) < 10)
        or (unit == "W" and len(told) < 8)
        or (unit == "M" and len(told) < 7)
    ):
        return None  # a year has no one month from which to count
    return unit_value(start, unit, int(count))


def _weekend(m: re.Match[str], scene: Scene) -> Reading:
    now = scene.now
    if now is None:
        return dated(None)
    past = scene.tense != "future" and now.weekday() < 5
    return dated(unit_value(now, "WE", -1 if past else 0))


def _ago(m: re.Match[str], scene: Scene) -> Reading:
    """So many units before publication, as exact as the unit."""
    count = number(m["num"]) if m["num"] else None
    unit = unit_of(m["unit"])
    if count is None:
        return Reading("DATE", "PAST_REF")
    if scene.now is None:
        return dated(None)
    if unit[0] == "T":
        return Reading("TIME", _clock_ago(scene, unit, count), None)
    if unit == "Y" and count == 1 and (quarter := _quarter_here(scene)):
        return dated(shifted(quarter, "Y", -1), fixes=False)
    return dated(_whole(scene.now, unit, -count), "unsupported")


def _clock_ago(scene: Scene, unit: str, count: float) -> str:
    """The day of "three hours ago": the clock of publication is hardly that of writing."""
    hours = count * {"TS": 0, "TM": 1 / 60, "TH": 1}[unit]
    assert scene.now
    return moved(scene.now, -int(hours // 24)).isoformat()


def _whole(at: date, unit: str, count: float) -> str | None:
    times, unit = (int(re.match(r"\d*", unit).group() or 1), unit.lstrip("0123456789"))  # type: ignore[union-attr]
    n = int(count * times)
    return unit_value(at, unit, n) if abs(n) < 9000 and at.year + (n if unit == "Y" else 0) > 0 else None


def _quarter_here(scene: Scene) -> str | None:
    """The fiscal quarter that a comparison with the year before is about."""
    near = scene.quarter and scene.sentence - scene.quarter.sentence <= 3
    return scene.quarter.value if scene.quarter and near else None


def _from_told(m: re.Match[str], scene: Scene) -> Reading:
    """ "two days later", "a year earlier": from the date that the text is at."""
    unit, way = unit_of(m["unit"]), m["way"]
    count = number(m["num"]) if m["num"] else None
    sign = -1 if re.search("earlier|before|previous|prior", way) else 1
    if "from now" in way or "hence" in way:
        return dated(_whole(scene.now, unit, count) if scene.now and count else None)
    if count is None:
        return Reading("DATE", "PAST_REF" if sign < 0 else "FUTURE_REF") if scene.told else dated(None)
    if unit == "Y" and sign < 0 and (quarter := _quarter_here(scene)):
        return dated(shifted(quarter, "Y", -count), fixes=False)
    told = scene.told
    if unit == "Y" and sign < 0 and scene.now and not _other_times(scene):
        return dated(_whole(scene.now, unit, -count), fixes=False)
    if told is None:
        return dated(None)
    if unit[0] == "T":
        return Reading("TIME", told[:10], fixes=False)
    if unit == "W" and len(told) >= 10:
        return dated(shifted(told, "D", sign * count * 7))
    value = (
        _at_grain(told, unit, sign * count) if unit in ("D", "W", "M", "Y", "Q") else shifted(told, unit, sign * count)
    )
    return dated(value, "ambiguous")


def _other_times(scene: Scene) -> bool:
    """Does the text stand at another date than its own year?"""
    year = year_in(scene.told_here or "")
    return scene.historic or scene.now is None or (year is not None and year < scene.now.year - 1)


def _year_ago(m: re.Match[str], scene: Scene) -> Reading:
    """The comparison of fiscal reports: the same quarter of the year before, else the year before."""
    if quarter := _quarter_here(scene):
        return dated(shifted(quarter, "Y", -1), fixes=False)
    if re.search("quarter|period", m.group()) and (value := scene.last_quarter()):
        return dated(shifted(value, "Y", -1), fixes=False)
    return dated(f"{scene.now.year - 1}" if scene.now else None, fixes=False)


def _the_quarter(m: re.Match[str], scene: Scene) -> Reading:
    if m["year"]:
        quarter = _quarter_here(scene) or scene.last_quarter()
        return dated(f"{m['year']}-{quarter[5:]}" if quarter else m["year"])
    return dated((_quarter_here(scene) if "latest" not in m.group() else None) or scene.last_quarter())


def _end_of(m: re.Match[str], scene: Scene) -> Reading:
    """ "year-end", "the end of the year", "later this month", "earlier in the day"."""
    unit = unit_of(m["unit"])
    told = re.search(r"that|\bthe (?:year|month|week|day|decade|quarter)", m.group())
    at = scene.told_here if told and (scene.historic or "that" in m.group()) else None
    if at and (value := _at_grain(at, unit, 0)):
        return dated(value)
    if scene.now is None:
        return dated(None)
    rel = m.groupdict().get("rel") or ""
    count = -1 if "last" in rel else 1 if "next" in rel else 0
    return dated(unit_value(scene.now, unit, count))


def _year_end(m: re.Match[str], scene: Scene) -> Reading:
    now = scene.now
    if now is None:
        return dated(None)
    back = scene.before is not None and scene.before.lower in ("since", "from", "at") and scene.tense != "future"
    return dated(f"{now.year - back}-12-31", fixes=False)


PART: Type = "TIME"
RULES = (
    Rule(
        "weekday",
        r"(?:(?P<rel>this past|this coming|last|this|next|the previous|the preceding|"
        r"the following|past|coming) )?DOW(?: (?:early|late))?(?: PARTOFDAY)?",
        _weekday,
        "Friday = 2025-03-07; Wednesday = 2025-03-12; last Wednesday = 2025-03-05; next Monday = 2025-03-17; "
        "early Tuesday = 2025-03-11; Friday night = TIME 2025-03-07TNI; Monday morning = TIME 2025-03-10TMO",
    ),
    Rule(
        "part-of-weekday",
        r"(?:(?:the )?(?:early|small|late) (?:morning )?hours of |(?:the |early |late "
        r")?PARTOFDAY (?:on |of |last )?)(?:DOW|(?P<word>yesterday|today|tomorrow))",
        lambda m, s: _weekday(m, s) if m["dow"] else _day_word(m, s),
        "midnight Friday = TIME 2025-03-07T24:00; the morning of Monday = TIME 2025-03-10TMO; "
        "mid-afternoon yesterday = TIME 2025-03-11TAF",
    ),
    Rule(
        "today",
        r"(?:the day (?:before|after) )?(?P<word>today|yesterday|tomorrow|tonight)(?: PARTOFDAY)?",
        _day_word,
        "today = 2025-03-12; late yesterday = 2025-03-11; tomorrow morning = TIME 2025-03-13TMO; "
        "tonight = TIME 2025-03-12TNI; the day after tomorrow = 2025-03-14",
    ),
    Rule(
        "this-part",
        r"(?:early |late |earlier |later )?(?:this|that|(?:that |the )?same|last|(?:the "
        r")?(?:next|following|previous)) PARTOFDAY|overnight",
        _this_part,
        "this morning = TIME 2025-03-12TMO; last night = TIME 2025-03-11TNI; overnight = TIME 2025-03-11TNI",
    ),
    Rule(
        "relative-unit",
        r"(?:sometime )?(?:the )?(?P<rel>this past|this coming|this|last|past|next|"
        r"coming|current)(?: (?:fiscal|calendar|school|business|trading))? ONEUNIT",
        _relative_unit,
        "last month = 2025-02; last year = 2024; this week = 2025-W11; early next year = 2026; "
        "the end of this week = 2025-W11; this quarter = 2025-Q1; the current fiscal year = 2025; "
        "later this year = 2025",
    ),
    Rule(
        "relative-weekend",
        r"(?:the )?(?P<rel>this past|this coming|this|last|past|next|coming) (?P<unit>weekend)",
        _relative_unit,
        "last weekend = 2025-W10-WE",
    ),
    Rule(
        "weekend",
        r"the weekend",
        _weekend,
        "the weekend = 2025-W10-WE",
    ),
    Rule(
        "told-unit",
        r"(?P<rel>the following|the next|the previous|the preceding|that same|the "
        r"same|that very|that|that following|the very next|this same|the very same) "
        r"LONGUNIT",
        _told_unit,
        "the following day = 2025-03-13; that year = 2025; the previous month = 2025-02",
    ),
    Rule(
        "day-told",
        r"(?:the )?(?P<unit>day|week|month|year) (?P<rel>following|before|after|earlier)"
        r"(?! (?:that|the|his|her|its|their|a|he|she|they|it|[a-z]+ing)\b)",
        _told_unit,
        "the day before = 2025-03-11",
    ),
    Rule(
        "ago",
        r"(?:NUM )?UNIT(?: or so)? ago",
        _ago,
        "two weeks ago = 2025-W09; five months ago = 2024-10; nearly four years ago = 2021; "
        "10 days ago = 2025-03-02; several years ago = PAST_REF; a decade ago = 2015",
    ),
    Rule(
        "later",
        r"(?:NUM )?UNIT (?P<way>later|earlier|afterwards?|from now|hence|previously|"
        r"before(?= ?[.,;])|after(?= ?[.,;]))",
        _from_told,
        "two days later = 2025-03-14; a year earlier = 2024; three months earlier = 2024-12",
    ),
    Rule(
        "year-ago",
        r"(?:the |a )?(?:comparable |corresponding |same )?year[- ](?:ago|earlier) "
        r"(?:period|quarter|nine months|six months)|year-(?:ago|earlier)|the (?:corresponding|"
        r"comparable|same|like) (?:period|quarter)(?: (?:last year|a year (?:ago|earlier)|"
        r"of last year|the (?:previous|prior) year))?",
        _year_ago,
        "year-ago = 2024; the year-earlier quarter = 2023-Q4",
    ),
    Rule(
        "the-quarter",
        r"(?:the |its )(?:(?:latest|most recent) (?:quarter|period)|(?P<year>(?:19|"
        r"20)\d\d) (?:quarter|period)|quarter)",
        _the_quarter,
        "the latest period = 2024-Q4",
    ),
    Rule(
        "phase-of-unit",
        r"(?:(?:the )?(?:very )?(?:end|beginning|start|middle|close|rest|remainder|"
        r"latter part|early part|first part|latter half) of (?:the|this|that|(?P<rel>last|"
        r"next))|(?:early|late|earlier|later)(?: in| on| of)? (?:the|this|that)|(?:early|"
        r"late) (?P<rel2>last|next)) LONGUNIT",
        _end_of,
        "later in the day = 2025-03-12",
    ),
    Rule(
        "the-unit-now",
        r"the (?:fiscal )?(?P<unit>week|month|year)",
        _end_of,
    ),
    Rule(
        "year-end",
        r"(?:the )?year[- ]end",
        _year_end,
        "year-end = 2025-12-31",
    ),
    Rule(
        "old-year",
        r"(?P<rel>last|this|next|that) (?P<unit>year|month|week|quarter|decade)(?='s)",
        _relative_unit,
    ),
)
"""Expressions that count from publication or from the date before them."""
