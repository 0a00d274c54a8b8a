"""What must hold of every record, whatever the text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, pairwise

from reportedly.record import Event, Place, Record, Span, Why, covers
from reportedly.status.decide import RANGE


def check(record: Record) -> None:
    """Assert all of it."""
    text = record.article.text
    for a, b in spans(record):
        assert 0 <= a < b <= len(text), f"span {a, b} of a text of {len(text)}"
    _check_texts(record)
    for group in (record.entities, record.places, record.times, record.statements, record.events):
        ids = [x.id for x in group]
        assert len(ids) == len(set(ids))
    _check_references(record)
    assert Record.model_validate_json(record.model_dump_json()) == record


def spans(record: Record) -> Iterator[Span]:
    """Every span of a record, evidence included."""
    yield from (s for s in (record.article.headline, *(p.span for p in record.problems)) if s)
    for e in record.entities:
        yield from chain(e.mentions, *_evidence(e.why))
    for t in record.times:
        yield from chain([t.span], *_evidence(t.why))
    for p in record.places:
        yield from chain([p.span], *_evidence(p.why))
    for s in record.statements:
        yield from chain(s.source.spans, s.cue, s.content, *_evidence(s.why))
        yield from s.addressee.spans if s.addressee else ()
    for v in record.events:
        yield from chain([v.trigger, v.sentence], *_evidence(v.why))
        yield from chain((p.span for p in (*v.actors, *v.recipients)), (c.span for c in v.counts))


def _evidence(why: dict[str, Why]) -> Iterator[tuple[Span, ...]]:
    return (w.evidence for w in why.values())


def _check_texts(record: Record) -> None:
    for t in record.times:
        assert t.text == record.words((t.span,))
    for p in record.places:
        _check_place(p, record)
    for s in record.statements:
        assert s.source.text == (record.words(s.source.spans) if s.source.spans else None)
        assert (s.source.kind == "unknown") or s.source.spans
        assert s.addressee is None or s.addressee.text == record.words(s.addressee.spans)
        assert s.cue or s.content
        for parts in (s.content, s.cue, s.source.spans):
            assert list(parts) == sorted(parts)
            assert all(x[1] <= y[0] for x, y in pairwise(parts))
    for v in record.events:
        _check_event(v, record)
    for e in record.entities:
        assert e.name and e.mentions
        assert len(e.mentions) == len(set(e.mentions))
        assert {"name", "role", "key"} <= set(e.why) or e.kind != "person"
        assert e.key is None or e.key.startswith(f"{e.kind}:")
    mentions = [m for e in record.entities for m in e.mentions]
    assert len(mentions) == len(set(mentions)), "a mention belongs to one entity"


def _check_place(p: Place, record: Record) -> None:
    """It is what the text says; what is null of it has a reason, and what is there is possible."""
    assert p.text == record.words((p.span,))
    for field in ("name", "feature", "geonames_id", "lat", "lon", "country"):
        if getattr(p, field) is None:
            assert p.why[field].missing in ("ambiguous", "not_in_gazetteer", "unsupported")
    assert (p.lat is None) == (p.lon is None)
    assert p.lat is None or (-90 <= p.lat <= 90 and -180 <= (p.lon or 0) <= 180)
    assert {"span", "use"} <= set(p.why)


def _check_event(v: Event, record: Record) -> None:
    """Every field has its reason, what is typed has codes, and status, factuality and counts go together."""
    low, high = RANGE[v.status]
    assert v.factuality is not None and min(low, 0) <= v.factuality <= high
    assert covers(v.sentence, v.trigger)
    assert (v.type is None) == (v.quad is None) == (v.cameo is None)
    assert v.type is not None or not (v.mode or v.counts or v.contexts)
    fields = {"type", "status", "factuality", "according_to", "place", "time", "same_as"}
    assert fields <= set(v.why)
    assert v.type is None or {"mode", "cameo", "quad", "actors", "recipients", "counts", "contexts"} <= set(v.why)
    for p in (*v.actors, *v.recipients):
        assert p.text == record.words((p.span,))
    for c in v.counts:
        assert c.low is not None or c.high is not None
        assert c.low is None or c.high is None or c.low <= c.high


def _check_references(record: Record) -> None:
    entities, times = {e.id for e in record.entities}, {t.id for t in record.times}
    locations = {p.id for p in record.places if p.use == "location"}
    assert all(v.place is None or v.place in locations for v in record.events)
    events = [e.id for e in record.events]
    for v in record.events:
        assert v.time is None or v.time in times
        assert v.according_to is None or v.according_to in {s.id for s in record.statements}
        assert all(p.entity is None or p.entity in entities for p in (*v.actors, *v.recipients))
        assert v.same_as is None or events.index(v.same_as) < events.index(v.id)
    parents = {s.id: s.parent for s in record.statements}
    for s in record.statements:
        assert s.source.entity is None or s.source.entity in entities
        assert s.addressee is None or s.addressee.entity is None or s.addressee.entity in entities
        assert s.said is None or s.said in times
        assert all(s.relay)
        seen: set[str] = set()
        at: str | None = s.id
        while at is not None:
            assert at not in seen, "statements reported inside one another"
            seen.add(at)
            at = parents[at]
