"""Notes: what a date, a place or a pronoun in the text means, told where the pointer rests on it."""

from __future__ import annotations

from reportedly.record import Record
from reportedly.web.reading.entity_view import pronouns
from reportedly.web.reading.phrases import time_tip
from reportedly.web.reading.place_view import place_view
from reportedly.web.reading.segments import Mark

NOTE = "note"
"""The role of a note. It belongs to no statement and no event: its owner is what it says."""


def notes(record: Record) -> list[Mark]:
    """A mark for each time expression, toponym and known pronoun, with what it means."""
    told = [(t.span, time_tip(t)) for t in record.times]
    told += [(p.span, place_view(p).line) for p in record.places]
    told += pronouns(record).items()
    return [Mark(span, NOTE, words) for span, words in told]
