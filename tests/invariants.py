"""What must hold of every record, whatever the text."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, pairwise

from reportedly.record import Record, Span, Why


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
    for s in record.statements:
        yield from chain(s.source.spans, s.cue, s.content, *_evidence(s.why))
        yield from s.addressee.spans if s.addressee else ()


def _evidence(why: dict[str, Why]) -> Iterator[tuple[Span, ...]]:
    return (w.evidence for w in why.values())


def _check_texts(record: Record) -> None:
    for t in record.times:
        assert t.text == record.words((t.span,))
    for s in record.statements:
        assert s.source.text == (record.words(s.source.spans) if s.source.spans else None)
        assert (s.source.kind == "unknown") or s.source.spans
        assert s.addressee is None or s.addressee.text == record.words(s.addressee.spans)
        assert s.cue or s.content
        for parts in (s.content, s.cue, s.source.spans):
            assert list(parts) == sorted(parts)
            assert all(x[1] <= y[0] for x, y in pairwise(parts))
    for e in record.entities:
        assert e.name and e.mentions
        assert len(e.mentions) == len(set(e.mentions))


def _check_references(record: Record) -> None:
    entities, times = {e.id for e in record.entities}, {t.id for t in record.times}
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
