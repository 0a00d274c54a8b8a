"""Rules for holidays: fixed, movable, and those that count from Easter."""

from __future__ import annotations

import re
from datetime import date

from reportedly.ground.times.calendar import easter, nth_weekday
from reportedly.ground.times.rule import Reading, Rule, dated
from reportedly.ground.times.scene import Scene
from reportedly.ground.times.years import REL, WHICH_YEAR, year_told

FIXED = {
    "christmas day": (12, 25), "christmas eve": (12, 24), "christmas": (12, 25), "boxing day": (12, 26),
    "new year's day": (1, 1), "new year's eve": (12, 31), "new year's": (1, 1), "halloween": (10, 31),
    "valentine's day": (2, 14), "independence day": (7, 4), "the fourth of july": (7, 4), "bastille day": (7, 14),
    "st. patrick's day": (3, 17), "veterans day": (11, 11), "armistice day": (11, 11), "may day": (5, 1),
    "april fools' day": (4, 1), "all saints' day": (11, 1), "epiphany": (1, 6), "juneteenth": (6, 19),
}  # fmt: skip
"""Month and day of holidays that have a fixed one; "Independence Day" is taken for the United States'."""
MOVABLE = {
    "thanksgiving day": (11, 3, 4), "thanksgiving": (11, 3, 4), "labor day": (9, 0, 1), "memorial day": (5, 0, -1),
    "martin luther king day": (1, 0, 3), "presidents' day": (2, 0, 3), "election day": (11, 1, 1),
}  # fmt: skip
"""Month, weekday and which of them in the month, in the United States."""
EASTER = {
    "easter sunday": 0,
    "easter monday": 1,
    "easter": 0,
    "good friday": -2,
    "ash wednesday": -46,
    "palm sunday": -7,
    "pentecost": 49,
}
"""Days from Easter Sunday."""
HOLIDAYS = "|".join(sorted(map(re.escape, [*FIXED, *MOVABLE, *EASTER]), key=len, reverse=True)).replace("\\ ", " ")


def holiday(name: str, year: int) -> str:
    """The day of a holiday in a year."""
    name = re.sub(r"\s+", " ", name).replace("’", "'")
    if name in FIXED:
        return f"{year:04}-{FIXED[name][0]:02}-{FIXED[name][1]:02}"
    if name in MOVABLE:
        month, weekday, nth = MOVABLE[name]
        day = nth_weekday(year, month, weekday, nth)
        if name == "election day":  # the Tuesday after the first Monday
            day = date.fromordinal(nth_weekday(year, 11, 0, 1).toordinal() + 1)
        return day.isoformat()
    return date.fromordinal(easter(year).toordinal() + EASTER[name]).isoformat()


def _holiday(m: re.Match[str], scene: Scene) -> Reading:
    name, rel = m["holiday"], m["rel"] or ""
    if m["year"] or m["which"]:
        year = year_told(m, scene, 1)
        return dated(None if year is None else holiday(name, year))
    month = int(holiday(name, 2000)[5:7])
    day = int(holiday(name, 2000)[8:10])
    now = scene.now
    if rel and now:
        this = holiday(name, now.year)
        past = this < now.isoformat()
        year = now.year + ("next" in rel and past) - ("last" in rel and not past)
        return dated(holiday(name, year))
    year = scene.nearest_year(month, day)
    return dated(None if year is None or year < 1 else holiday(name, year))


RULES = (
    Rule(
        "holiday",
        rf"(?:{REL} )?(?P<holiday>{HOLIDAYS})(?:,? (?:of )?YEAR|,? {WHICH_YEAR})?",
        _holiday,
        "Christmas = 2024-12-25; Christmas Eve 2019 = 2019-12-24; last Thanksgiving = 2024-11-28; "
        "Easter Sunday 2024 = 2024-03-31; Election Day 2024 = 2024-11-05",
    ),
)
"""Expressions that name a holiday."""
