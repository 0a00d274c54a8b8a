"""Notes: what a date, a place or a pronoun in the text means, told where the pointer rests on it."""

from __future__ import annotations

from reportedly.record import Entity, Place, Record, Time
from reportedly.web.reading.entity_view import called, pronouns
from reportedly.web.reading.phrases import time_tip
from reportedly.web.reading.place_view import place_view
from reportedly.web.reading.segments import Mark

NOTE = "note"
"""The role of a note. It belongs to no statement and no event: its owner is what it says, and it is of a noun."""

KINDS: dict[type, str] = {Time: "time", Place: "place", Entity: "who"}


def notes(record: Record) -> list[Mark]:
    """A mark for each time expression, toponym and known pronoun, with what it means."""
    told = [Mark(t.span, NOTE, time_tip(t), of=t) for t in record.times]
    told += [Mark(p.span, NOTE, place_view(p).line, of=p) for p in record.places]
    return told + [Mark(span, NOTE, called(entity), of=entity) for span, entity in pronouns(record).items()]
