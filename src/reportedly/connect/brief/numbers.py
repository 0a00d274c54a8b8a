"""The figures of one record."""

from __future__ import annotations

from reportedly.connect.brief.nouns import Number
from reportedly.record import Record


def numbers_of(record: Record) -> tuple[Number, ...]:
    """Every count of every event."""
    return tuple(
        Number(what=c.what, low=c.low, high=c.high, unit=c.unit, of=c.of, event=e.id, voice=e.according_to, span=c.span)
        for e in record.events
        for c in e.counts
    )
