"""Views: what is shown of a record, in words, the same for the terminal and for pages. Nothing is decided here.

Every string of a view has been through `visible_line`, so no view holds a control character.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace

from reportedly.record import Entity, Record, Source, Span, Statement
from reportedly.record.statement import REFUSALS
from reportedly.web.reading.entity_view import EntityView, entity_views
from reportedly.web.reading.event_view import EventView, event_views
from reportedly.web.reading.phrases import TO, Made, made, pieces, shown, source_words, time_words
from reportedly.web.reading.place_view import PlaceView, place_views
from reportedly.web.visible import visible_line
from reportedly.web.words import plural

ACTS = {
    "say": "says",
    "believe": "believes",
    "want": "wants",
    "deny": "denies",
    "decline": "declined to comment",
    "no_response": "did not respond",
}
KINDS = {
    "person": "person",
    "organisation": "organisation",
    "document": "document",
    "outlet": "news outlet",
    "group": "unnamed group",
    "anonymous": "anonymous",
    "unknown": "unknown source",
}


@dataclass(frozen=True)
class StatementView:
    """One statement in words. `entity` is set where the source stands for somebody whom its own words do not name;
    `via` is empty where the statement went from its source straight to the outlet in hand."""

    id: str
    parent: str | None
    source: str
    entity: str | None
    kind: str
    named: bool
    act: str
    form: str
    cue: str
    content: str
    said: str | None
    to: str | None
    via: str | None
    refusal: bool
    made: tuple[Made, ...]
    statement: Statement
    depth: int = 0

    @property
    def authority(self) -> str:
        """How well the source is known: named, unnamed or none."""
        if self.kind == KINDS["unknown"]:
            return "none"
        return "named" if self.named else "unnamed"


@dataclass(frozen=True)
class ArticleView:
    """One article in words: those who say something, in text order with nested ones after their parents, apart from
    these those who would not, the events and the places."""

    id: str
    title: str
    outlet: str | None
    published: str | None
    byline: str | None
    url: str | None
    truncated: bool
    failed: bool
    said: tuple[StatementView, ...]
    refused: tuple[StatementView, ...]
    events: tuple[EventView, ...]
    entities: tuple[EntityView, ...]
    places: tuple[PlaceView, ...]
    problems: tuple[tuple[str, str, bool], ...]
    record: Record

    @property
    def counts(self) -> str:
        """What was found, counted: "5 statements from 3 sources, 1 would not say, 4 events"."""
        if self.failed:
            return "not read"
        typed = sum(1 for v in self.events if v.typed)
        return self._statements + (f", {plural(typed, 'event')}" if typed else "")

    @property
    def happened(self) -> tuple[EventView, ...]:
        """What is said to have happened or to be going on."""
        return tuple(v for v in self.events if v.happened)

    @property
    def others(self) -> tuple[EventView, ...]:
        """What is planned, threatened, denied … and not said to have happened."""
        return tuple(v for v in self.events if not v.happened)

    @property
    def _statements(self) -> str:
        if not self.said and not self.refused:
            return "no statements found"
        sources = {v.statement.source.entity or v.source for v in self.said if v.authority != "none"}
        found = plural(len(self.said), "statement")
        if sources:
            found += f" from {plural(len(sources), 'source')}"
        return found + (f", {len(self.refused)} would not say" if self.refused else "")


def article_view(record: Record) -> ArticleView:
    """The view of one record."""
    article = record.article
    views = list(_in_order(record))
    return ArticleView(
        id=visible_line(article.id),
        title=visible_line(article.title or "") or visible_line(article.id),
        outlet=shown(article.outlet),
        published=shown(article.published),
        byline=shown(", ".join(article.byline)),
        url=shown(article.url),
        truncated=article.truncated,
        failed=record.failed,
        said=tuple(v for v in views if not v.refusal),
        refused=tuple(replace(v, depth=0) for v in views if v.refusal),
        events=event_views(record),
        entities=entity_views(record),
        places=place_views(record.places),
        problems=tuple((visible_line(p.stage), visible_line(p.message), p.fatal) for p in record.problems),
        record=record,
    )


def statement_view(statement: Statement, record: Record) -> StatementView:
    """The view of one statement of a record."""
    source = statement.source
    entity = next((e for e in record.entities if e.id == source.entity), None)
    time = next((t for t in record.times if t.id == statement.said), None)
    return StatementView(
        id=visible_line(statement.id),
        parent=shown(statement.parent),
        source=source_words(source, record),
        entity=stands_for(source, entity),
        kind="unnamed person" if source.kind == "person" and not source.named else KINDS[source.kind],
        named=source.named,
        act=ACTS[statement.act],
        form=statement.form,
        cue=pieces(statement.cue, record),
        content=pieces(statement.content, record),
        said=time_words(time) if time else None,
        to=shown(statement.addressee.text) if statement.addressee else None,
        via=via(statement, record.article.outlet),
        refusal=statement.act in REFUSALS,
        made=made(statement.why, record),
        statement=statement,
    )


def stands_for(source: Source, entity: Entity | None) -> str | None:
    """Name and role of the entity behind a source, as far as the source's own words do not say them."""
    if entity is None:
        return None
    name, role, words = visible_line(entity.name), visible_line(entity.role or ""), (source.text or "").casefold()
    named = name.casefold() in words
    if role.casefold().rstrip(".,;") in words:
        return None if named else name
    return role if named else f"{name}, {role}"


def via(statement: Statement, outlet: str | None) -> str | None:
    """The relay, origin first, unless it only says that the source spoke to the outlet in hand."""
    relay = statement.relay
    straight = len(relay) < 2 or (len(relay) == 2 and relay[-1] == outlet)
    return None if straight else TO.join(map(visible_line, relay))


def position(statement: Statement) -> Span:
    """From the first to the last word of a statement; what has no words comes first."""
    spans = [*statement.source.spans, *statement.cue, *statement.content]
    return (min(a for a, _ in spans), max(b for _, b in spans)) if spans else (0, 0)


def _in_order(record: Record) -> Iterable[StatementView]:
    """Text order, nested statements after the one they are reported inside. A parent that is unknown, or that leads
    round in a circle, is as good as none, and every statement comes exactly once."""
    statements = sorted(record.statements, key=lambda s: position(s)[0])
    known = {s.id for s in statements}
    children: dict[str | None, list[Statement]] = {}
    for s in statements:
        children.setdefault(s.parent if s.parent in known else None, []).append(s)
    seen: set[int] = set()
    for start in [*children.get(None, []), *statements]:
        stack = [(start, 0)]
        while stack:
            statement, depth = stack.pop()
            if id(statement) in seen:
                continue
            seen.add(id(statement))
            yield replace(statement_view(statement, record), depth=depth)
            stack.extend((child, depth + 1) for child in reversed(children.get(statement.id, [])))
