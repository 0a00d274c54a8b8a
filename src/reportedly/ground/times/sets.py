"""Rules for what comes again and again: "every Friday", "daily", "twice a week"."""

from __future__ import annotations

import re

from reportedly.ground.times.rule import Reading, Rule
from reportedly.ground.times.scene import Scene
from reportedly.ground.times.spans import duration
from reportedly.ground.times.words import DAYS, MONTHS, number, unit_of

ADVERBS = {
    "hourly": "PT1H", "daily": "P1D", "nightly": "P1D", "everyday": "P1D", "weekly": "P1W", "fortnightly": "P2W",
    "biweekly": "P2W", "monthly": "P1M", "quarterly": "P3M", "yearly": "P1Y", "annually": "P1Y",
}  # fmt: skip
"""How often an adverb says that it happens."""


def _set(m: re.Match[str], scene: Scene) -> Reading:
    groups = m.groupdict()
    if groups.get("adverb"):
        return Reading("SET", ADVERBS[m["adverb"]])
    part = {"morning": "TMO", "afternoon": "TAF", "evening": "TEV", "night": "TNI"}.get(
        (groups.get("part") or "").rstrip("s"), ""
    )
    if groups.get("dow"):
        return Reading("SET", f"XXXX-WXX-{DAYS[m['dow'].rstrip('s')] + 1}{part}")
    if groups.get("month"):
        return Reading("SET", f"XXXX-{MONTHS[m['month'].rstrip('.')[:3]]:02}")
    if groups.get("season"):
        return Reading(
            "SET", f"XXXX-{ {'spring': 'SP', 'summer': 'SU', 'winter': 'WI'}.get(m['season'].rstrip('s'), 'FA') }"
        )
    if part:
        return Reading("SET", f"XXXX-XX-XX{part}")
    count = 2.0 if re.search(r"other|alternate", m.group()) else number(groups.get("num") or "one")
    return Reading("SET", duration(count, unit_of(m["unit"])))


def _followed(scene: Scene) -> bool:
    return scene.after is not None and scene.after.lower in ("ago", "later", "earlier", "after", "before")


def _rate(m: re.Match[str], scene: Scene) -> Reading | None:
    """ "$5 a day", "twice a week", "300 seats per year"."""
    before = scene.before
    if before is None or _round_the_clock(m, scene):
        return None
    counted = before.tag in ("NNS", "CD", "NN", "$") or before.lower in ("times", "twice", "once", "%", "percent")
    head = scene.tokens.head_of(scene.span)
    hangs = head is not None and head.relation in ("npadvmod", "nmod", "prep") and not _followed(scene)
    if m["how"] in ("per",) or (counted and hangs and before.tag != "IN"):
        return Reading("SET", duration(1, unit_of(m["unit"])))
    return None


def _round_the_clock(m: re.Match[str], scene: Scene) -> bool:
    """Is it the end of "24 hours a day" or "seven days a week", which say "always" and count nothing?"""
    return re.search(r"\b(?:24|twenty-four) hours $|\b(?:7|seven) days $", scene.text[: m.start()], re.I) is not None


RULES = (
    Rule(
        "rate",
        r"(?P<how>a|an|per) (?P<unit>day|week|month|year|hour|night|minute|quarter)",
        _rate,
    ),
    Rule(
        "every",
        r"(?:every|each)(?: (?:other|single|alternate))?(?: NUM)? (?:UNIT|DOW|MONTH|"
        r"(?P<season>spring|summer|autumn|fall|winter)|(?P<part>morning|afternoon|"
        r"evening|night))(?: (?P<part2>morning|night))?",
        _set,
        "every Friday = SET XXXX-WXX-5; each year = SET P1Y; every two weeks = SET P2W; "
        "every other day = SET P2D; each July = SET XXXX-07",
    ),
    Rule(
        "weekdays",
        r"(?P<dow>(?:mon|tues|wednes|thurs|fri|satur|sun)day)(?:s| (?P<part>mornings|"
        r"afternoons|evenings|nights))",
        _set,
        "Tuesdays = SET XXXX-WXX-2; Tuesday nights = SET XXXX-WXX-2TNI",
    ),
    Rule(
        "adverb-of-set",
        rf"(?P<adverb>{'|'.join(ADVERBS)})",
        _set,
        "daily = SET P1D; annually = SET P1Y",
    ),
)
"""Expressions of repetition."""
