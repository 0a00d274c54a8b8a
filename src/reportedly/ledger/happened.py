"""What happened, or is said to be going to: events of the ledger."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.ledger.clauses import (
    article_words,
    day_clauses,
    event_clauses,
    joined,
    reading_clauses,
    teller_clauses,
    where,
)
from reportedly.ledger.fetch import fetch
from reportedly.ledger.kept import Reading, readings
from reportedly.ledger.nouns import Filter, Happened
from reportedly.ledger.paging import START, Page, Part, behind, paged
from reportedly.record import Entity, Event, Place, Statement, Time

if TYPE_CHECKING:
    from reportedly.ledger.connect import Ledger


def happened(ledger: Ledger, asked: Filter, part: Part = START) -> Page[Happened]:
    """The events that fit, newest day of the article first; words are looked for in the article.

    RunError: what is asked for cannot be understood.
    """
    wanted = where(
        (
            *event_clauses(ledger, asked),
            *teller_clauses(asked),
            *day_clauses("e.day", asked),
            *article_words(asked.words),
            *reading_clauses(ledger, asked),
            *behind(part.after, "e.day", "e.event_key"),
        )
    )
    sql = (
        "SELECT e.day, e.event_key, r.reading_key, e.id, e.trigger"
        f" FROM events e {joined(asked)} readings r USING (reading_key) WHERE {wanted.sql}"
        " ORDER BY e.day DESC, e.event_key DESC LIMIT ?"
    )
    rows = fetch(ledger, sql, (*wanted.values, part.limit + 1))
    shown = rows[: part.limit]
    found = zip(readings(ledger, (row[2] for row in shown)), shown, strict=True)
    return Page(tuple(_happened(reading, *row[3:]) for reading, row in found), paged(rows, part.limit))


def _happened(reading: Reading, id: str, trigger: str) -> Happened:
    event = reading.one(Event, id)
    teller = reading.maybe(Statement, event.according_to)
    behind_words = [p.entity for p in (*event.actors, *event.recipients)] + [teller.source.entity if teller else None]
    return Happened(
        ref=reading.ref(id),
        kept=reading.kept,
        event=event,
        trigger=trigger,
        place=reading.maybe(Place, event.place),
        time=reading.maybe(Time, event.time),
        teller=teller,
        entities=tuple(e for id in dict.fromkeys(behind_words) if (e := reading.maybe(Entity, id))),
    )
