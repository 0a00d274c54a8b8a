"""Notes: what a date or a place in the text means, told where the pointer rests on it."""

from __future__ import annotations

from reportedly.record import Record
from reportedly.web.phrases import time_tip
from reportedly.web.place_view import place_view
from reportedly.web.segments import Mark

NOTE = "note"
"""The role of a note. It belongs to no statement and no event: its owner is what it says."""


def notes(record: Record) -> list[Mark]:
    """A mark for each time expression and each toponym, with what it means."""
    told = [(t.span, time_tip(t)) for t in record.times]
    told += [(p.span, place_view(p).line) for p in record.places]
    return [Mark(span, NOTE, words) for span, words in told]
