"""What happened, or is said to be going to: events of the ledger."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any, TypeVar

from reportedly.ledger.clauses import article_words, day_clauses, event_clauses, reading_clauses, where
from reportedly.ledger.kept import READINGS, Items, Parts, parts_of
from reportedly.ledger.nouns import Filter, Happened
from reportedly.ledger.paging import Page, Part, behind, paged
from reportedly.ledger.stored import plain
from reportedly.record import Event, Place, Statement, Time

if TYPE_CHECKING:
    from reportedly.ledger.connect import Ledger

N = TypeVar("N", Place, Time, Statement)


def happened(ledger: Ledger, asked: Filter, part: Part = Part()) -> Page[Happened]:
    """The events that fit, newest day of the article first; words are looked for in the article.

    RunError: what is asked for cannot be understood.
    """
    wanted = where(
        (
            *event_clauses(asked),
            *day_clauses("e.day", asked),
            *article_words(asked.words),
            *reading_clauses(ledger, asked),
            *behind(part.after, "e.day", "e.event_key"),
        )
    )
    sql = (
        "SELECT e.day, e.event_key, e.reading_key, e.id, e.trigger"
        f" FROM events e JOIN {READINGS} ON r.reading_key = e.reading_key WHERE {wanted.sql}"
        " ORDER BY e.day DESC, e.event_key DESC LIMIT ?"
    )
    rows = ledger.db.execute(sql, (*wanted.values, part.limit + 1)).fetchall()
    shown = rows[: part.limit]
    readings = parts_of(ledger, (reading for _, _, reading, *_ in shown), Items)
    found = (_happened(*row[3:], parts) for row, parts in zip(shown, readings, strict=True))
    return Page(tuple(found), paged([row[:2] for row in rows], part.limit))


def _happened(id: str, trigger: str, parts: Parts[Items]) -> Happened:
    event = Event.model_validate(next(e for e in parts.record.events if plain(e["id"]) == id))
    items = parts.record
    return Happened(
        ref=f"{parts.kept.id}/{id}",
        kept=parts.kept,
        event=event,
        trigger=trigger,
        place=_one(Place, items.places, event.place),
        time=_one(Time, items.times, event.time),
        teller=_one(Statement, items.statements, event.according_to),
    )


def _one(noun: type[N], items: Sequence[Mapping[str, Any]], id: str | None) -> N | None:
    """The one that an event points at; None where it points at nothing."""
    found = next((x for x in items if x["id"] == id), None) if id is not None else None
    return noun.model_validate(found) if found else None
