"""Lineage: who relays whom, and which articles share a publisher or an origin.

A graph of outlets, agencies, named and unnamed sources, documents and articles. What several articles share is linked
from each to the first that has it, so that the graph grows with the articles and not with their pairs.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from urllib.parse import urlsplit

from reportedly.connect.brief import Brief, Voice
from reportedly.connect.copies import article
from reportedly.connect.independence import may_be_same, may_rest_on
from reportedly.connect.nouns import CopyGroup, Evidence, Link, Node, NodeKind, Reason
from reportedly.connect.relays import Relay, bare, is_agency
from reportedly.connect.speakers import Speaker, Speakers
from reportedly.connect.told import Telling

KINDS: dict[str, NodeKind] = {
    "body": "source", "person": "source", "reporter": "source", "document": "document", "anonymous": "anonymous",
}  # fmt: skip
WEBSITE = ("online", "digital", "web", "com", "news online")
"""Last words of a name that make it the website of the outlet without them."""


def lineage_of(telling: Telling) -> tuple[Link, ...]:
    """The graph of one story."""
    alone = [b for b in telling.briefs if b.id not in telling.original_of]
    return (
        *(link for c in telling.copies for link in c.links),
        *_relays(telling.relays, telling.copies),
        *_publishers(telling.briefs),
        *_origins(alone, Speakers(alone) if telling.original_of else telling.speakers),
    )


def _relays(told: Mapping[str, Sequence[Relay]], copies: Sequence[CopyGroup]) -> Iterator[Link]:
    """One edge per article and outlet, with every place where it is named. The credit of a copy is told by its edge to
    the original."""
    groups = {a: n for n, c in enumerate(copies) for a in c.articles}
    for relays in told.values():
        by_outlet: dict[str, list[Relay]] = {}
        for r in relays:
            same_text = r.to is not None and r.brief.id in groups and groups[r.brief.id] == groups.get(r.to.id)
            if not (r.is_credit and (same_text or r.brief.id in groups)):
                by_outlet.setdefault(bare(r.outlet), []).append(r)
        for named in by_outlet.values():
            yield _relay(named)


def _relay(named: Sequence[Relay]) -> Link:
    best = max(named, key=lambda r: r.score)
    reasons = [
        Reason(feature=f"named as {best.passing.how}", value=1.0, weight=0.6 if best.passing.sure else 0.4),
        Reason(feature="words of the sentence in that article", value=best.score, weight=0.4),
    ]
    end = article(best.to) if best.to else outlet_node(best.outlet)
    return Link(
        kind="relays", start=article(best.brief), end=end, note=best.passing.how,
        score=round(min(1.0, sum(r.value * r.weight for r in reasons)), 4), reasons=tuple(reasons),
        evidence=tuple(
            Evidence(article=r.brief.id, span=r.passing.sentence or r.passing.spans[0])
            for r in {r.passing.sentence: r for r in named}.values()
        ),
        by="rule:named-outlet@2",
    )  # fmt: skip


def outlet_node(name: str) -> Node:
    """The node of an outlet or agency."""
    return Node(kind="agency" if is_agency(name) else "outlet", id=bare(name), name=name)


def _publishers(briefs: Sequence[Brief]) -> Iterator[Link]:
    """Outlets of one publisher: one host, or a name and the same name with "Online"."""
    hosts: dict[str, str] = {}
    names: dict[str, str] = {}
    for b in briefs:
        if not b.outlet or bare(b.outlet) in names:
            continue
        stem = _stem(b.outlet)
        host = (urlsplit(b.url).hostname or "").removeprefix("www.") if b.url else ""
        other, why = (hosts.get(host), "one host") if host and host in hosts else (names.get(stem), "one name")
        if other and bare(other) != bare(b.outlet):
            yield Link(
                kind="same_publisher", start=outlet_node(b.outlet), end=outlet_node(other), note=why, score=0.8,
                reasons=(Reason(feature=why, value=1.0, weight=0.8),), by="rule:publisher@1",
            )  # fmt: skip
        names.setdefault(bare(b.outlet), b.outlet)
        names.setdefault(stem, b.outlet)
        if host:
            hosts.setdefault(host, b.outlet)


def _stem(outlet: str) -> str:
    words = bare(outlet).replace(".com", " com").split()
    return " ".join(words[:-1]) if len(words) > 1 and words[-1] in WEBSITE else " ".join(words)


def _origins(briefs: Sequence[Brief], speakers: Speakers) -> Iterator[Link]:
    """Articles that quote one source, and sources that may be the same or rest on one another."""
    first: dict[str, tuple[Brief, Voice, Speaker]] = {}
    linked: set[tuple[str, str]] = set()
    for b in briefs:
        for v in b.voices:
            s = speakers.of(b, v) if v.stance != "silent" and v.kind != "outlet" else None
            if s is None:
                continue
            known = first.setdefault(s.key, (b, v, s))
            if known[0] is not b and s.kind != "anonymous" and (s.key, b.id) not in linked:
                linked.add((s.key, b.id))
                yield _shared(b, v, known)
    yield from _possible(list(first.values()))


def _shared(b: Brief, v: Voice, known: tuple[Brief, Voice, Speaker]) -> Link:
    first, voice, s = known
    return Link(
        kind="same_named_origin", start=article(b), end=article(first), note=s.name, score=0.9,
        reasons=(Reason(feature=f"both quote {s.name}", value=1.0, weight=0.9),),
        evidence=(*_said(b, v), *_said(first, voice)), by="rule:speaker@1",
    )  # fmt: skip


MOST = 40
"""Sources of a kind that are compared in pairs; a story has more than a handful only where it is a pile."""


def _possible(first: Sequence[tuple[Brief, Voice, Speaker]]) -> Iterator[Link]:
    for kind in ("anonymous", "body"):
        some = [f for f in first if f[2].kind == kind][:MOST]
        for k, (b, v, s) in enumerate(some):
            for c, w, t in some[:k]:
                same = may_be_same(s, t) if kind == "anonymous" else may_rest_on(s, t) or may_rest_on(t, s)
                if same:
                    note = "may be the same people" if kind == "anonymous" else "one may know it from the other"
                    yield Link(
                        kind="maybe_same_origin", start=source_node(s), end=source_node(t), note=note, score=0.5,
                        reasons=(Reason(feature=note, value=1.0, weight=0.5),), evidence=(*_said(b, v), *_said(c, w)),
                        by="rule:maybe-same@1",
                    )  # fmt: skip


def source_node(s: Speaker) -> Node:
    """The node of a person, a body, a document or unnamed people."""
    return Node(kind=KINDS[s.kind], id=s.key, name=s.name)


def _said(b: Brief, v: Voice) -> tuple[Evidence, ...]:
    """The sentence, or source and cue where no sentence is known."""
    return tuple(Evidence(article=b.id, span=s) for s in ((v.sentence,) if v.sentence else v.spans))
