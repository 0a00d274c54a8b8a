"""Happenings, events and statements as rows of one table: what, in which status, when, where, who says so."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from reportedly.connect.nouns import Where
from reportedly.connect.wording import (
    SHARP,
    counted,
    days_words,
    figure_words,
    kind_of,
    listed,
    number_words,
    speakers,
    spread_words,
    subject_words,
    title_of,
)
from reportedly.ledger.linked.nouns import FoundHappening
from reportedly.ledger.nouns import Happened, Said
from reportedly.record import Place
from reportedly.record.span import Noun
from reportedly.record.statement import SourceKind
from reportedly.web.answers import Cell
from reportedly.web.words import plural

COLUMNS = (
    "id", "what", "type", "status", "act", "first_day", "last_day", "place", "country", "lat", "lon", "said_by",
    "source_kind", "told_in", "articles", "origins_at_least", "origins_at_most", "disputes", "address",
)  # fmt: skip

LONGEST = 280
"""Characters of a statement that a row shows: four lines on most screens; its article has the rest."""

UNNAMED: dict[SourceKind, str] = {"unknown": "nobody is named", "anonymous": "someone unnamed"}


class Row(Noun):
    """One entry. `address` is where to read on; `status` is an event's or happening's, `act` a statement's; `said_by`
    are those who say so, "" where the article says it in its own voice; `told_in` is its outlet; `notes` are figures
    and disputes in words."""

    id: str
    address: str
    what: str
    kind: str | None = None
    status: str | None = None
    act: str | None = None
    first_day: str | None = None
    last_day: str | None = None
    when: str = ""
    place: str | None = None
    country: str | None = None
    lat: float | None = None
    lon: float | None = None
    said_by: str = ""
    source_kind: str | None = None
    told_in: str = ""
    articles: int = 1
    at_least: int | None = None
    at_most: int | None = None
    notes: tuple[str, ...] = ()
    disputes: tuple[str, ...] = ()

    @property
    def cells(self) -> Sequence[Cell]:
        """In the order of COLUMNS."""
        return (
            self.id, self.what, self.kind, self.status, self.act, self.first_day, self.last_day, self.place,
            self.country, self.lat, self.lon, self.said_by, self.source_kind, self.told_in, self.articles,
            self.at_least, self.at_most, "; ".join(self.disputes), self.address,
        )  # fmt: skip


def happening_row(found: FoundHappening) -> Row:
    """A happening: who says so are those who could know."""
    h = found.happening
    best = {counted(f): figure_words(f) for f in reversed(h.counts)}
    place, (first, last) = h.place, h.date or (None, None)
    return Row(
        id=h.id, address=f"/happenings/{h.id}", what=title_of(h), kind=kind_of(h), status=h.status,
        first_day=first, last_day=last, when=days_words(h.date, ""),
        **_at(place.name, place) if place else {},
        said_by=listed(speakers(h.origins), 2), told_in=plural(len(h.articles), "article"), articles=len(h.articles),
        at_least=h.origins.at_least, at_most=h.origins.at_most,
        notes=(*list(reversed(best.values()))[:2], f"independent origins {spread_words(h.origins)}"),
        disputes=tuple(dict.fromkeys(f"{d.kind} over {subject_words(d.what)}" for d in h.disputes if d.kind in SHARP)),
    )  # fmt: skip


def event_row(found: Happened) -> Row:
    """An event of one article: who says so is the source of the statement that tells it."""
    e, kept, teller, place = found.event, found.kept, found.teller, found.place
    actors = listed([p.text for p in e.actors], 2)
    recipients = listed([p.text for p in e.recipients], 2)
    days = (found.time.earliest, found.time.latest) if found.time else (None, None)
    return Row(
        id=found.ref, address=f"/articles/{kept.id}#{e.id}",
        what=" · ".join(filter(None, (found.trigger, actors and f"by {actors}", recipients and f"to {recipients}"))),
        kind=".".join(filter(None, (e.type, e.mode))) or "untyped", status=e.status,
        first_day=days[0], last_day=days[1], when=days_words((days[0], days[1]) if days[0] and days[1] else None, ""),
        **_at(place.name or place.text, place) if place else {},
        said_by=_source(teller.source.text, teller.source.kind, None) if teller else "",
        source_kind=teller.source.kind if teller else None, told_in=told_in(kept.outlet, kept.day),
        notes=tuple(f"{number_words(c.low)} {c.what}" for c in e.counts if c.low is not None and c.what != "other")[:2],
    )  # fmt: skip


def statement_row(found: Said) -> Row:
    """A statement: what it says, or that it says nothing."""
    s, kept = found.statement, found.kept
    words = found.content if len(found.content) <= LONGEST else f"{found.content[:LONGEST].rstrip()} …"
    return Row(
        id=found.ref, address=f"/articles/{kept.id}#{s.id}", what=words or "(nothing is reported)", act=s.act,
        first_day=kept.day, last_day=kept.day, when=days_words((kept.day, kept.day)),
        said_by=_source(s.source.text, s.source.kind, found.name), source_kind=s.source.kind,
        told_in=told_in(kept.outlet, kept.day),
    )  # fmt: skip


def told_in(outlet: str | None, day: str) -> str:
    """An outlet with the day of its article."""
    return f"{outlet or 'an unknown outlet'}, {days_words((day, day))}"


def _at(name: str, place: Where | Place) -> dict[str, Any]:
    return {"place": name, "country": place.country, "lat": place.lat, "lon": place.lon}


def _source(text: str | None, kind: SourceKind, name: str | None) -> str:
    return name or text or UNNAMED.get(kind, "nobody is named")
