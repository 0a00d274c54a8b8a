"""Rules for clock times and parts of the day that no day is named with."""

from __future__ import annotations

import re
from datetime import date

from reportedly.ground.times.calendar import moved, start_of
from reportedly.ground.times.days import read_day
from reportedly.ground.times.rule import NO_ANCHOR, Reading, Rule
from reportedly.ground.times.scene import Scene
from reportedly.ground.times.words import DAYS, compiled, listed, part_code

CLOCK = (
    r"(?P<h>\d{1,2})(?:[:.](?P<min>[0-5]\d))?(?::[0-5]\d)? ?"
    r"(?P<half>[ap]\.?m\.?(?!\w)|o'clock|hrs?(?!\w)|(?= in the (?:morning|afternoon|evening)))"
    r"|(?P<h24>[01]?\d|2[0-4]):(?P<min24>[0-5]\d)"
    r"|(?P<mil>(?:[01]\d|2[0-4])[0-5]\d)(?= ?(?:gmt|utc|hours|hrs))(?: (?:hours|hrs))?"
)
DAY_AFTER = r"(?:,? (?:on |in the )?(?P<at>SOMEDATE|DOW|today|yesterday|tomorrow|morning|afternoon|evening))?"
DATE_BESIDE = re.compile(compiled("MONTH DAY(?:,? YEAR)?"))
ZONES = {
    "gmt": 0,
    "utc": 0,
    "bst": 1,
    "cet": 1,
    "cest": 2,
    "est": -5,
    "edt": -4,
    "cst": -6,
    "cdt": -5,
    "mst": -7,
    "mdt": -6,
    "pst": -8,
    "pdt": -7,
    "moscow time": 3,
}
"""Hours from UTC. "Eastern time" is -5 or -4 by season, and others are not known."""
LEADS = frozenset(listed("at by until till from around about before after since past between and to"))


def _clock(m: re.Match[str], scene: Scene) -> Reading | None:
    groups = m.groupdict()
    if groups["h24"] and not (groups["zone"] or (scene.before and scene.before.lower in LEADS)):
        return None
    if groups["mil"]:
        hour, minute = int(m["mil"][:2]), m["mil"][2:]
    else:
        hour, minute = int(groups["h"] or groups["h24"]), groups["min"] or groups["min24"] or "00"
    half = (groups["half"] or "").replace(".", "")
    if hour > 24 or (half in ("am", "pm") and not 1 <= hour <= 12):
        return Reading("TIME", None, "unsupported")
    late = half == "pm" or (groups["at"] or "") in ("afternoon", "evening")
    hour = hour % 12 + 12 * late if half in ("am", "pm") or late else hour
    day = _clock_day(groups["at"], scene)
    if day is None:
        return Reading("TIME", None, NO_ANCHOR)
    value = f"{day.isoformat()}T{hour:02}:{minute}"
    offset = ZONES.get(groups["zone"] or "")
    bounds = None
    if offset is not None:
        zone = "Z" if offset == 0 else f"{offset:+03}:00"
        bounds = (value + zone, value + zone)
    return Reading("TIME", value, bounds=bounds, fixes=True)


def _clock_day(words: str | None, scene: Scene) -> date | None:
    """The day named beside a clock time, else that of its sentence, else that of publication."""
    if words and words.rstrip(".") in DAYS:
        return scene.weekday(DAYS[words.rstrip(".")])
    if words in ("yesterday", "tomorrow") and scene.now:
        return moved(scene.now, -1 if words == "yesterday" else 1)
    if words and (named := DATE_BESIDE.search(words)):
        return start_of(read_day(named, scene).value or "")
    here = scene.told_here
    if (
        here
        and scene.focus
        and (scene.historic or scene.focus.sentence == scene.sentence or scene.tense == "past")
        and len(here) >= 10
    ):
        return start_of(here)
    return scene.now


NOON = r"(?P<part>noon|midnight|midday)"


def _noon(m: re.Match[str], scene: Scene) -> Reading:
    day = _clock_day(None, scene)
    if day is None:
        return Reading("TIME", None, NO_ANCHOR)
    return Reading("TIME", f"{day}T{'24:00' if m['part'] == 'midnight' else '12:00'}")


def _part(m: re.Match[str], scene: Scene) -> Reading:
    day = _clock_day(None, scene)
    if day is None:
        return Reading("TIME", None, NO_ANCHOR)
    return Reading("TIME", f"{day}{part_code(m['part'] or m['part2'])}", fixes=True)


RULES = (
    Rule(
        "clock",
        rf"(?:{CLOCK})ZONE{DAY_AFTER}",
        _clock,
        "7:15 p.m. = TIME 2025-03-12T19:15; 10 p.m. Tuesday = TIME 2025-03-11T22:00; "
        "5 a.m. on March 3, 2024 = TIME 2024-03-03T05:00; 4 in the morning = TIME 2025-03-12T04:00; "
        "1430 GMT = TIME 2025-03-12T14:30; 3 a.m. EST = TIME 2025-03-12T03:00",
    ),
    Rule(
        "noon",
        NOON,
        _noon,
        "noon = TIME 2025-03-12T12:00",
    ),
    Rule(
        "part",
        r"(?:the )?(?:mid[- ]?|early |late )?(?P<part>morning|afternoon|evening)(?: "
        r"hours)?|(?P<part2>night|dawn|dusk|nightfall)",
        _part,
    ),
)
"""Expressions of the time of day."""
