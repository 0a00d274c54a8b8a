"""A record's parts as rows of the ledger's tables, each in the order of its columns."""

from __future__ import annotations

from typing import NamedTuple

from reportedly.ledger.stored import canonical, plain
from reportedly.record import Entity, Event, Participant, Place, Record, Statement, Time

Value = str | int | float | None
Row = tuple[Value, ...]

COLUMNS = {
    "entities": ("id", "name", "kind", "key", "role", "country", "sector", "mentions"),
    "places": ("id", "text", "name", "feature", "use", "geonames_id", "lat", "lon", "country"),
    "times": ("id", "text", "type", "value", "earliest", "latest"),
    "statements": (
        "id", "day", "source", "source_kind", "named", "source_name", "source_key", "act", "form", "content", "relay",
        "said_earliest", "said_latest",
    ),
    "events": (
        "id", "day", "trigger", "type", "mode", "quad", "cameo", "status", "factuality", "according_to", "same_as",
        "place_name", "country", "lat", "lon", "earliest", "latest",
    ),
    "parties": ("role", "position", "text", "name", "key", "country", "sector"),
}  # fmt: skip
"""The columns filled from a record; keys that SQLite gives come before them."""


class Rows(NamedTuple):
    """One reading's rows by table; `parties` are in the order of `events`, one tuple for each event."""

    entities: tuple[Row, ...]
    places: tuple[Row, ...]
    times: tuple[Row, ...]
    statements: tuple[Row, ...]
    events: tuple[Row, ...]
    parties: tuple[tuple[Row, ...], ...]


def rows_of(record: Record, day: str) -> Rows:
    """The rows of a record whose article is listed under `day`."""
    entities = {e.id: e for e in record.entities}
    places = {p.id: p for p in record.places}
    times = {t.id: t for t in record.times}
    return Rows(
        entities=tuple(_entity(e) for e in record.entities),
        places=tuple(_place(p) for p in record.places),
        times=tuple(_time(t) for t in record.times),
        statements=tuple(
            _statement(s, record.words(s.content), day, entities.get(s.source.entity or ""), times.get(s.said or ""))
            for s in record.statements
        ),
        events=tuple(
            _event(e, record.words((e.trigger,)), day, places.get(e.place or ""), times.get(e.time or ""))
            for e in record.events
        ),
        parties=tuple(_parties(e, entities) for e in record.events),
    )


def _entity(e: Entity) -> Row:
    return _row(e.id, e.name, e.kind, e.key, e.role, e.country, e.sector, len(e.mentions))


def _place(p: Place) -> Row:
    return _row(p.id, p.text, p.name, p.feature, p.use, p.geonames_id, p.lat, p.lon, p.country)


def _time(t: Time) -> Row:
    return _row(t.id, t.text, t.type, t.value, t.earliest, t.latest)


def _statement(s: Statement, content: str, day: str, who: Entity | None, said: Time | None) -> Row:
    name = ", ".join(filter(None, (who.name, who.role))) if who else None
    return _row(
        s.id, day, s.source.text, s.source.kind, int(s.source.named), name, who.key if who else None, s.act, s.form,
        content, canonical(s.relay), said.earliest if said else None, said.latest if said else None,
    )  # fmt: skip


def _event(e: Event, trigger: str, day: str, place: Place | None, time: Time | None) -> Row:
    where = (place.name or place.text, place.country, place.lat, place.lon) if place else (None,) * 4
    when = (time.earliest, time.latest) if time else (None, None)
    return _row(
        e.id, day, trigger, e.type, e.mode, e.quad, e.cameo, e.status, e.factuality, e.according_to, e.same_as,
        *where, *when,
    )  # fmt: skip


def _parties(e: Event, entities: dict[str, Entity]) -> tuple[Row, ...]:
    sides = (("actor", e.actors), ("recipient", e.recipients))
    return tuple(
        _party(role, position, p, entities.get(p.entity or ""))
        for role, side in sides
        for position, p in enumerate(side)
    )


def _party(role: str, position: int, party: Participant, who: Entity | None) -> Row:
    known = (who.name, who.key, who.country, who.sector) if who else (None,) * 4
    return _row(role, position, party.text, *known)


def _row(*values: Value) -> Row:
    return tuple(plain(v) if isinstance(v, str) else v for v in values)
