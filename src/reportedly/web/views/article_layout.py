"""An article as its page lays it out: the marked text, and cards for all that its record holds."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import quote

from reportedly.connect.clippings import Clipping
from reportedly.connect.nouns import Node
from reportedly.ledger.linked.explain import Joined
from reportedly.ledger.linked.kinship import Kinship, ToldHappening
from reportedly.record import Entity, Event, Place, Record, Span, Time
from reportedly.record.span import Noun
from reportedly.web.reading.anchors import own
from reportedly.web.reading.entity_view import EntityView
from reportedly.web.reading.page import ArticlePage, article_page
from reportedly.web.reading.phrases import Made, made, time_tip
from reportedly.web.reading.place_view import PlaceView
from reportedly.web.views.article import ArticleView
from reportedly.web.visible import visible_line

MOST_MAKERS = 300
"""Cards up to which each carries the makers of its fields: about 2 kB a card, so that a page stays under 1 MB. On a
longer one they are a page away."""

EDGES = {
    "copy_of": "is a copy of",
    "shares_text": "shares words with",
    "relays": "relays",
    "same_publisher": "is of one publisher with",
    "same_named_origin": "has a named origin in common with",
    "maybe_same_origin": "has an origin that may be that of",
    "same_story": "is of one story with",
}


@dataclass(frozen=True)
class Card:
    """A person, body, place or time: `id` is the record's, `anchor` begins its card's; `keys` are the anchors of its
    mentions in the text, `arrives` the first of these; `spans` are where it stands, "10-20 31-40"."""

    id: str
    anchor: str
    keys: str
    arrives: str | None
    title: str
    about: str
    times: int
    spans: str
    made: tuple[Made, ...]


@dataclass(frozen=True)
class End:
    """One end of a link in words, and the id of the article that it is, where it is another one."""

    words: str
    article: str | None


@dataclass(frozen=True)
class Edge:
    """A link of lineage at the article: what it says of which two, and on which words it rests."""

    start: End
    words: str
    end: End
    joined: Joined

    @property
    def reasons(self) -> str:
        """The features of its score by what they add to it."""
        ranked = sorted(self.joined.link.reasons, key=lambda r: -abs(r.value * r.weight))
        return ", ".join(f"{r.feature.replace('_', ' ')} {r.value:g} × {r.weight:+g}" for r in ranked)


@dataclass(frozen=True)
class Shared:
    """A happening that the article tells of: the ids of its events here, with the anchors of those that are shown."""

    happening: ToldHappening
    events: tuple[tuple[str, str | None], ...]


@dataclass(frozen=True)
class ArticleLayout:
    """Everything that the page shows, in order. `view` is None for an article that is not kept."""

    page: ArticlePage
    view: ArticleView | None = None

    @property
    def record(self) -> Record:
        """The record as the page shows it."""
        return self.page.view.record

    @property
    def makers(self) -> bool:
        """Does each card carry the makers of its fields?"""
        view = self.page.view
        shown = (view.said, view.refused, view.events, view.entities, view.places, self.record.times)
        return sum(map(len, shown)) <= MOST_MAKERS

    @cached_property
    def people(self) -> tuple[Card, ...]:
        """People, bodies and states, those with most mentions first."""
        return tuple(self._entity(v) for v in self.page.view.entities)

    @cached_property
    def places(self) -> tuple[Card, ...]:
        """Each place once for each use."""
        return tuple(self._place(v) for v in self.page.view.places)

    @cached_property
    def times(self) -> tuple[Card, ...]:
        """Time expressions in the order of the text."""
        return tuple(self._time(t) for t in sorted(self.record.times, key=lambda t: t.span))

    @cached_property
    def happenings(self) -> dict[str, ToldHappening]:
        """The happening of each event that has one, by the event's id."""
        return self._kin.by_event

    @cached_property
    def shared(self) -> tuple[Shared, ...]:
        """The happenings that it tells of, each with its events here."""
        anchors = {e.id: self.page.anchor(e) for e in self.record.events}
        groups: dict[str, list[ToldHappening]] = {}
        for told in self.happenings.values():
            groups.setdefault(told.happening, []).append(told)
        return tuple(
            Shared(group[0], tuple((t.event, anchors.get(t.event)) for t in group)) for group in groups.values()
        )

    @cached_property
    def others(self) -> dict[str, Clipping]:
        """The other articles that its copies and edges name."""
        return {c.article: c for c in self._kin.others}

    @cached_property
    def copies(self) -> tuple[Clipping, ...]:
        """The other articles with its text, in the order in which they were found."""
        return tuple(self.others[a] for a in self._kin.copies if a in self.others)

    @cached_property
    def edges(self) -> tuple[Edge, ...]:
        """The links of lineage, those of its copies left out: they have a table of their own."""
        return tuple(self._edge(j) for j in self._kin.links if j.link.kind != "copy_of")

    @property
    def _kin(self) -> Kinship:
        return (self.view and self.view.kinship) or Kinship(article=self.record.article.id)

    @property
    def query(self) -> str:
        """What an address has to ask for, so that it is about this reading; empty for the latest."""
        if self.view is None or self.view.current:
            return ""
        return f"?version={self.view.kept.version}&run={self.view.kept.run}"

    def why(self, id: str) -> str | None:
        """The address of the page that explains a noun of the record; None where the article is not kept."""
        if self.view is None:
            return None
        return f"/articles/{quote(self.view.kept.id, safe='')}/why/{quote(id, safe='')}{self.query}"

    def at(self, spans: Sequence[Span]) -> str:
        """Spans as the script takes them: "10-20 31-40"."""
        return " ".join(f"{a}-{b}" for a, b in spans)

    def tells(self, statement: str) -> list[tuple[str, str]]:
        """The anchors and triggers of the events that a statement tells."""
        return [(self.page.anchor(v.event), v.trigger) for v in self._told.get(statement, ())]

    @cached_property
    def _told(self) -> dict[str, list[EventOf]]:
        told: dict[str, list[EventOf]] = {}
        for v in self.page.view.events:
            told.setdefault(v.event.according_to or "", []).append(EventOf(v.event, v.trigger))
        return told

    def _entity(self, v: EntityView) -> Card:
        e = v.entity
        return self._card(e, (e,), (v.name, v.about), e.mentions)

    def _place(self, v: PlaceView) -> Card:
        about = v.where + (f" ({v.use})" if v.use else "")
        return self._card(v.places[0], v.places, (v.words, about), [p.span for p in v.places])

    def _time(self, t: Time) -> Card:
        return self._card(t, (t,), (visible_line(t.text), time_tip(t)), (t.span,))

    def _card(
        self, first: Entity | Place | Time, nouns: Iterable[Noun], told: tuple[str, str], spans: Sequence[Span]
    ) -> Card:
        keys = [self.page.anchor(x) for x in nouns]
        return Card(
            id=first.id, anchor=keys[0], keys=" ".join(keys), title=told[0], about=told[1], times=len(spans),
            arrives=next((k for k in keys if k in self.page.arrived), None), spans=self.at(spans),
            made=made(first.why, self.record),
        )  # fmt: skip

    def _edge(self, joined: Joined) -> Edge:
        link = joined.link
        words = EDGES.get(link.kind, link.kind.replace("_", " "))
        return Edge(self._end(link.start), words, self._end(link.end), joined)

    def _end(self, node: Node) -> End:
        if node.id == self._kin.article:
            return End("this article", None)
        other = self.others.get(node.id)
        return End(visible_line(other.called if other else node.name or node.id), other.article if other else None)


@dataclass(frozen=True)
class EventOf:
    """An event that a statement tells."""

    event: Event
    trigger: str


def article_layout(view: ArticleView, asked: Span | None = None) -> ArticleLayout:
    """Lay out a reading; `asked` are words of the text that somebody wants to see."""
    return ArticleLayout(article_page(view.shown, "x", own, asked), view)


def record_layout(record: Record) -> ArticleLayout:
    """Lay out a record that is not kept."""
    return ArticleLayout(article_page(record.typed_only, "x", own))
