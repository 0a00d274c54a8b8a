"""What a record knows of a statement, entity, event, time or place: every field, its maker and its words.

Generic on purpose: a field that is added to the format is explained without a change here.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from reportedly.record import Entity, Event, Place, Record, Span, Statement, Time, Why
from reportedly.web.reading.event_view import same_events
from reportedly.web.reading.segments import Mark

Named = Statement | Entity | Event | Time | Place

LISTS = {
    "statement": "statements",
    "event": "events",
    "entity": "entities",
    "time": "times",
    "place": "places",
}
"""What a noun is called, and the record's list that holds it."""

POINTERS = frozenset({"entity", "parent", "said", "place", "time", "according_to", "same_as"})
"""Fields whose value is the id of another noun of the same record."""

ROLES = {"actors": "actor", "recipients": "recipient", "counts": "count"}
"""What one of a list's members is in the text."""


@dataclass(frozen=True)
class Row:
    """One field: its value as in the record, the words where the value is spans, what it points at, who made it."""

    field: str
    value: Any
    words: tuple[str, ...] = ()
    points_at: str | None = None
    why: Why | None = None


@dataclass(frozen=True)
class Explanation:
    """Everything about one noun."""

    record: Record
    noun: str
    item: Named
    rows: tuple[Row, ...]

    @property
    def marks(self) -> list[Mark]:
        """Where its words stand, each with the field that they are."""
        return [Mark(span, _role(row.field), self.item.id) for row in self.rows for span in spans_of(row.value)]

    def to_json(self) -> dict[str, Any]:
        """The same as a dictionary."""
        return {
            "article": self.record.article.id,
            "is": self.noun,
            "id": self.item.id,
            "fields": [self._row_json(row) for row in self.rows],
            "inside": [s.id for s in ancestors(self.item, self.record)],
            "nested": [s.id for s in nested(self.item, self.record)],
            "events": [e.id for e in told(self.item, self.record)],
            "same": [e.id for e in same(self.item, self.record)],
            "run": self.record.run.to_json(),
        }

    def _row_json(self, row: Row) -> dict[str, Any]:
        made = row.why.to_json() if row.why else {"by": None, "score": None, "evidence": [], "missing": None}
        made["evidence"] = [{"span": list(s), "text": self.record.article.text[slice(*s)]} for s in made["evidence"]]
        return {"field": row.field, "value": row.value, "words": list(row.words), "points_at": row.points_at, **made}


def ids(record: Record) -> list[str]:
    """Every id of a record that can be explained."""
    return [item.id for _, item in _items(record)]


def explain(record: Record, wanted: str) -> Explanation | None:
    """Explain the noun with this id; None where the record has none."""
    for noun, item in _items(record):
        if item.id == wanted:
            return Explanation(record, noun, item, tuple(_rows(item, record)))
    return None


def label(wanted: str, record: Record) -> str | None:
    """What an id of the record stands for, in a few words."""
    item = next((x for _, x in _items(record) if x.id == wanted), None)
    if isinstance(item, Entity):
        return ", ".join(filter(None, (item.name, item.role)))
    if isinstance(item, Statement):
        return item.source.text or "no source given"
    if isinstance(item, Event):
        return record.words((item.trigger,))
    return item.text if item else None


def ancestors(item: Named, record: Record) -> list[Statement]:
    """The statements that a statement is reported inside, innermost first."""
    known = {s.id: s for s in record.statements}
    found: list[Statement] = []
    parent = getattr(item, "parent", None)
    while parent in known and known[parent] not in found and parent != item.id:
        found.append(known[parent])
        parent = known[parent].parent
    return found


def nested(item: Named, record: Record) -> list[Statement]:
    """The statements that are reported inside this one."""
    return [s for s in record.statements if s.parent == item.id and s.id != item.id]


def told(item: Named, record: Record) -> list[Event]:
    """The events that a statement tells of."""
    return [e for e in record.events if e.according_to == item.id] if isinstance(item, Statement) else []


def same(item: Named, record: Record) -> list[Event]:
    """The other mentions of an event."""
    groups = same_events(record.events) if isinstance(item, Event) else []
    return [e for group in groups if item in group for e in group if e.id != item.id]


def spans_of(value: Any) -> list[Span]:
    """The spans that a field's value consists of; empty where it is something else."""
    if _is_span(value):
        return [(value[0], value[1])]
    if isinstance(value, Sequence) and not isinstance(value, str) and value and all(map(_is_span, value)):
        return [(a, b) for a, b in value]
    return []


def _is_span(value: Any) -> bool:
    return isinstance(value, list | tuple) and len(value) == 2 and all(type(x) is int for x in value)


def _items(record: Record) -> Iterator[tuple[str, Named]]:
    for noun, name in LISTS.items():
        for item in getattr(record, name):
            yield noun, item


def _rows(item: Named, record: Record) -> Iterator[Row]:
    """A row for each field, and for each reason that stands under a name of its own."""
    used: set[str | None] = set()
    for field, value in _flat(item.model_dump(exclude={"id", "why"}, mode="json")):
        words = tuple(record.article.text[a:b] for a, b in spans_of(value))
        pointer = field.rpartition(".")[2] in POINTERS and isinstance(value, str)
        made_as = next((name for name in _names_in_why(field) if name in item.why), None)
        used.add(made_as)
        yield Row(field, value, words, label(value, record) if pointer else None, item.why.get(made_as or ""))
    for field, why in item.why.items():
        if field not in used:
            yield Row(field, None, why=why)


def _names_in_why(field: str) -> list[str]:
    """Under which names `why` may speak of a field. A maker of all words of a statement speaks of its `spans`, a maker
    of a list (`actors`) of each member's place (`actors.1.span`)."""
    names = [field, field.removesuffix(".spans")]
    if field.endswith(".span"):
        names += [field.removesuffix(".span"), field.partition(".")[0]]
    if field.startswith("source."):
        names.append(field.removeprefix("source."))
    return [*names, "spans"] if field in ("cue", "content") else names


def _flat(value: Mapping[str, Any], before: str = "") -> Iterator[tuple[str, Any]]:
    """Nested fields with dotted names: `source.kind`, `actors.1.span`."""
    for name, inner in value.items():
        if isinstance(inner, dict):
            yield from _flat(inner, f"{before}{name}.")
        elif isinstance(inner, list) and any(isinstance(x, dict) for x in inner):
            yield from _flat({f"{name}.{i}": x for i, x in enumerate(inner, 1)}, before)
        else:
            yield before + name, inner


def _role(field: str) -> str:
    """`source.spans` marks the source, `actors.1.span` an actor, `mentions` the mentions."""
    first, _, rest = field.partition(".")
    if first in ROLES and rest.endswith("span"):
        return ROLES[first]
    return field.removesuffix(".spans").removesuffix(".span").replace(".", " ")
