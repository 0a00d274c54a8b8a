"""Outlets and agencies that an article names as having carried the matter."""

from __future__ import annotations

from reportedly.connect.brief.nouns import Passing
from reportedly.record import Record


def passings_of(record: Record) -> tuple[Passing, ...]:
    """Every outlet between the origin and the article in hand, by statement."""
    out = []
    for s in record.statements:
        outlets = [*s.relay[1:-1], *([s.relay[0]] if s.source.kind == "outlet" and s.relay else [])]
        out += [Passing(outlet=o, spans=(*s.source.spans, *s.cue), voice=s.id) for o in outlets]
    return tuple(out)
