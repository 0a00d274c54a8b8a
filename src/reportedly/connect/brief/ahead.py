"""Days of what is still to come: "called off Friday's strike" speaks of the Friday ahead."""

from __future__ import annotations

import re
from datetime import date, timedelta

from reportedly.record import Event, Record, Time

AHEAD = frozenset({"planned", "called_off", "considered", "threatened", "urged"})
"""Statuses of what has not happened when it is written of."""
WEEKDAY = re.compile(r"(?:mon|tues|wednes|thurs|fri|satur|sun)day", re.I)
OF_IT = re.compile(r"['’]s\s+(?:[\w-]+\s+){0,2}\Z")
"""Between a weekday and an event that is named by it."""
ITS_OWN = re.compile(r"\s+(?:again\s+)?on\s+")
"""Between an event and the weekday on which it is to be ("the board meets on Monday")."""
SET_FOR = re.compile(r"\b(?:for|due|(?:planned|set|called|scheduled)(?:\s+for)?(?:\s+on)?)\s+\Z", re.I)
"""Before a weekday for which something is set."""
NEAR = 60
"""Characters before a weekday in which those words stand; the longest have 20."""
HOUR = re.compile(
    r"(?:the\s+)?(?:early\s+|late\s+)?(?:morning|afternoon|evening|night|noon|midday|midnight|dawn|dusk)|"
    r"[\w:.]{1,8}\s*(?:[ap]\.?\s?m\.?|o['’]clock)|\d\d?[:.]\d\d",
    re.I,
)
"""Times that say no day: of what is ahead they do not mean the day on which it was written of."""
WEEK = 7
"""Days; a bare weekday that was read as a day of the week before is the same one of the week to come."""

Interval = tuple[str | None, str | None]


def days_ahead(e: Event, t: Time, record: Record) -> Interval:
    """The first and the last day of a time, moved to the week to come where a bare weekday names the day of an event
    that was still ahead when the article appeared."""
    earliest, latest, published = t.earliest, t.latest, record.article.published
    if e.status in AHEAD and HOUR.fullmatch(t.text.strip()):
        return None, None
    if not (earliest and latest and published and e.status in AHEAD and WEEKDAY.fullmatch(t.text.strip())):
        return earliest, latest
    text = record.article.text
    if not (
        OF_IT.fullmatch(text[t.span[1] : e.trigger[0]])
        or ITS_OWN.fullmatch(text[e.trigger[1] : t.span[0]])
        or SET_FOR.search(text, max(0, t.span[0] - NEAR), t.span[0])
    ):
        return earliest, latest
    try:
        day, written = date.fromisoformat(earliest[:10]), date.fromisoformat(str(published)[:10])
    except ValueError:
        return earliest, latest
    if earliest[:10] != latest[:10] or not 0 < (written - day).days < WEEK:
        return earliest, latest
    moved = (day + timedelta(days=WEEK)).isoformat()
    return moved + earliest[10:], moved + latest[10:]
