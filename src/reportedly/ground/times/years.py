"""The month and the year that a match names, or that its place in the article tells."""

from __future__ import annotations

import re

from reportedly.ground.times.calendar import year_in
from reportedly.ground.times.scene import Scene
from reportedly.ground.times.words import MONTHS, year_of

WHICH_YEAR = r"(?P<which>(?:of )?(?:last|this|next|that|the same|the following|the previous) year)"
ERA = r"(?P<bc> ?(?:b\.c\.e?\.?|bce?))?"
REL = (
    r"(?P<rel>(?:early |late |earlier |later |mid-)?(?:this past|this coming|last|this|next|the previous|"
    r"the following|the next))"
)


def which_year(words: str, scene: Scene) -> int | None:
    """The year that "last year" or "that year" means."""
    told = year_in(scene.told or "")
    now = scene.now.year if scene.now else None
    if re.search("that|same", words):
        return told
    if "following" in words or "previous" in words:
        return None if told is None else told + (1 if "following" in words else -1)
    return None if now is None else now + (-1 if "last" in words else 1 if "next" in words else 0)


def month_of(m: re.Match[str]) -> int:
    return MONTHS[m["month"].rstrip(".")[:4].rstrip(".")] if len(m["month"]) < 6 else MONTHS[m["month"]]


def year_told(m: re.Match[str], scene: Scene, month: int, day: int = 15) -> int | None:
    groups = m.groupdict()
    if ancient := groups.get("ancient"):
        return -int(ancient)
    if year := groups.get("year"):
        return -year_of(year) if groups.get("bc") else year_of(year)
    if groups.get("which"):
        return which_year(m["which"], scene)
    if scene.joined_year is not None:
        return scene.joined_year
    return scene.nearest_year(month, day)
