"""Who carries whom: the graph of origins, outlets and articles of one happening, copies folded, laid out in ranks."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Literal

from reportedly.connect.brief.passings import bare
from reportedly.connect.clippings import Clipping
from reportedly.connect.nouns import Evidence, Happening, Link, Node
from reportedly.connect.wording import copies_words
from reportedly.ledger.linked.cuttings import Dossier
from reportedly.record.span import Noun
from reportedly.web.views.ranks import placed
from reportedly.web.views.voices import is_silent

EdgeKind = Literal[
    "quotes", "relays", "copies", "shares_text", "same_named_origin", "same_publisher", "maybe_same_origin"
]
PointKind = Literal["article", "copies", "outlet", "agency", "source", "anonymous", "document"]

MEANT: dict[EdgeKind, str] = {
    "quotes": "is quoted in",
    "relays": "is carried by",
    "copies": "is copied in",
    "shares_text": "shares some words with",
    "same_named_origin": "quotes the same as",
    "same_publisher": "is of one publisher with",
    "maybe_same_origin": "may be or rest on the same as",
}
"""What an edge says, read from its start to its end: the way that the words took, where there is a way."""

DIRECTED: frozenset[EdgeKind] = frozenset({"quotes", "relays", "copies"})
"""Kinds of edge along which words went, from start to end."""

POINTS: dict[str, PointKind] = {
    "outlet": "outlet", "agency": "agency", "anonymous": "anonymous", "group": "anonymous", "document": "document",
}  # fmt: skip
"""Kinds of origin and node, and how they are drawn; all others are sources."""


class Point(Noun):
    """What stands in the graph. `articles` are those that it is: one, or the copies that are folded into it.
    `column` and `row` say where it is drawn."""

    id: str
    kind: PointKind
    name: str
    day: str | None = None
    articles: tuple[str, ...] = ()
    column: int = 0
    row: float = 0.0


class Edge(Noun):
    """What is known between two points: its kind, the sentence that it rests on and where that stands, what was noted,
    its score from 0 to 1 and what made it."""

    kind: EdgeKind
    start: str
    end: str
    words: str | None = None
    evidence: Evidence | None = None
    note: str | None = None
    score: float | None = None
    by: str | None = None


class Lineage(Noun):
    """The graph: every edge is between two of its points."""

    points: tuple[Point, ...] = ()
    edges: tuple[Edge, ...] = ()

    @property
    def names(self) -> dict[str, str]:
        """What each point is called, by its id."""
        return {p.id: p.name for p in self.points}


def lineage_of(found: Dossier, sentences: Mapping[Evidence, str]) -> Lineage:
    """The graph of one happening; `sentences` are those in which its evidence stands."""
    folded = {c.article: f"copies:{c.copy_of}" if c.copy_of else c.article for c in found.articles}
    points = {p.id: p for p in (*_origins(found.happening), *_articles(found), *_beyond(found))}
    edges: dict[tuple[str, str, str], Edge] = {}
    for e in (*_quoted(found), *_copied(found), *_linked(found), *_maybe(found.happening)):
        start, end = folded.get(e.start, e.start), folded.get(e.end, e.end)
        if start != end and {start, end} <= points.keys():
            words = sentences.get(e.evidence) if e.evidence else None
            edges.setdefault((e.kind, start, end), e.model_copy(update={"start": start, "end": end, "words": words}))
    arrows = ((e.start, e.end) for e in edges.values() if e.kind in DIRECTED)
    spots = placed(tuple(points), arrows)
    drawn = (p.model_copy(update=spots[p.id]._asdict()) for p in points.values())
    return Lineage(points=tuple(drawn), edges=tuple(edges.values()))


def evidence_of(found: Dossier) -> list[Evidence]:
    """The evidence whose sentences the graph shows."""
    told = [e.evidence for e in (*_quoted(found), *_copied(found), *_linked(found))]
    return list(dict.fromkeys(e for e in told if e))


def _origins(h: Happening) -> Iterator[Point]:
    """An outlet that names nobody is drawn as its article."""
    for o in h.origins.origins:
        if not is_silent(o):
            yield Point(id=o.key, kind=POINTS.get(o.kind, "source"), name=o.name)


def _articles(found: Dossier) -> Iterator[Point]:
    copies: dict[str, list[Clipping]] = {}
    for c in found.articles:
        if c.copy_of:
            copies.setdefault(c.copy_of, []).append(c)
        else:
            yield Point(id=c.article, kind="article", name=c.called, day=c.published or c.day, articles=(c.article,))
    for original, told in copies.items():
        articles = tuple(c.article for c in told)
        yield Point(id=f"copies:{original}", kind="copies", name=copies_words(len(told)), articles=articles)


def _beyond(found: Dossier) -> Iterator[Point]:
    """Outlets and agencies that an article names, and of which no article is here."""
    for link in found.links:
        if link.kind == "relays" and link.end.kind in ("outlet", "agency"):
            yield Point(id=_id(link.end), kind=POINTS[link.end.kind], name=link.end.name)


def _id(node: Node) -> str:
    return f"outlet:{node.id}" if node.kind in ("outlet", "agency") else node.id


def _quoted(found: Dossier) -> Iterator[Edge]:
    """Who is quoted in an article is so in its copies: that is told once."""
    original = {c.article: c.copy_of for c in found.articles}
    for o in found.happening.origins.origins:
        if o.kind == "outlet":
            continue
        first: dict[str, Evidence] = {}
        for e in o.evidence:
            first.setdefault(e.article, e)
        for a in o.articles:
            if original.get(a) in o.articles:
                continue
            yield Edge(kind="quotes", start=o.key, end=a, evidence=first.get(a), note=o.why)


def _copied(found: Dossier) -> Iterator[Edge]:
    for group in found.copies:
        told = {link.start.id: link for link in group.links}
        for a in group.articles:
            if a != group.original:
                yield _edge("copies", group.original, a, told.get(a))


def _linked(found: Dossier) -> Iterator[Edge]:
    named = {o.name for o in found.happening.origins.origins}
    outlets = {bare(c.outlet): c.article for c in reversed(found.articles) if c.outlet}
    known = {c.article: c for c in found.articles}
    for link in found.links:
        if link.kind == "relays" and not is_copying(link, known):
            yield _edge("relays", _id(link.end), link.start.id, link)
        elif link.kind == "same_named_origin" and link.note not in named:
            yield _edge("same_named_origin", link.start.id, link.end.id, link)
        elif link.kind == "same_publisher":
            ends = outlets.get(link.start.id), outlets.get(link.end.id)
            if ends[0] and ends[1]:
                yield _edge("same_publisher", ends[0], ends[1], link)
    first = sharing(found.links, [c.article for c in found.articles])
    shared = {frozenset((k.start.id, k.end.id)): k for k in found.links if k.kind == "shares_text"}
    for article, holder in first.items():
        yield _edge("shares_text", holder.id, article, shared.get(frozenset((article, holder.id))))


def _maybe(h: Happening) -> Iterator[Edge]:
    drawn = {o.key for o in h.origins.origins if not is_silent(o)}
    for o in h.origins.origins:
        for k in o.maybe:
            if o.key < k and {o.key, k} <= drawn:
                yield Edge(kind="maybe_same_origin", start=o.key, end=k)


def _edge(kind: EdgeKind, start: str, end: str, link: Link | None) -> Edge:
    if link is None:
        return Edge(kind=kind, start=start, end=end)
    evidence = link.evidence[0] if link.evidence else None
    return Edge(kind=kind, start=start, end=end, evidence=evidence, note=link.note, score=link.score, by=link.by)


def sharing(links: Iterable[Link], order: Sequence[str]) -> dict[str, Node]:
    """For each article the first of those whose words it may have in part; the later of two has them of the earlier."""
    place = {a: n for n, a in enumerate(order)}
    first: dict[str, Node] = {}
    for link in links:
        if link.kind == "shares_text" and {link.start.id, link.end.id} <= place.keys():
            end, start = sorted((link.start, link.end), key=lambda n: place[n.id])
            known = first.get(start.id)
            if end.id != start.id and (known is None or place[end.id] < place[known.id]):
                first[start.id] = end
    return first


def is_copying(link: Link, articles: Mapping[str, Clipping]) -> bool:
    """Is it only a copy that names whom it has its text from? It stands below its original anyway."""
    copy = articles.get(link.start.id)
    original = articles.get(copy.copy_of) if copy and copy.copy_of else None
    if original is None:
        return False
    return link.end.id == original.article or link.end.name.casefold() == original.called.casefold()
