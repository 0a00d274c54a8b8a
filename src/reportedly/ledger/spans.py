"""Every place where a record points into its text, and the words that it says stand there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from reportedly.record import Place, Record, Span, Time, Why


def misplaced(record: Record) -> Iterator[str]:
    """What points outside the text or says other words than stand there, in a few words each."""
    length = len(record.article.text)
    for where, span in _spans(record):
        if not span[0] <= span[1] <= length:
            yield f"{where}: {span[0]}–{span[1]} lies outside the text of {length} characters"
    for where, spans, text in _quoted(record):
        if record.words(spans) != text:
            yield f"{where}: the text there differs from the words of the record"


def _spans(record: Record) -> Iterator[tuple[str, Span]]:
    yield from _each("headline", filter(None, [record.article.headline]))
    yield from _each("problems", (p.span for p in record.problems if p.span))
    for entity in record.entities:
        yield from _each(entity.id, entity.mentions, entity.why)
    for anchor in _anchors(record):
        yield from _each(anchor.id, [anchor.span], anchor.why)
    for s in record.statements:
        told = s.addressee.spans if s.addressee else ()
        yield from _each(s.id, [*s.source.spans, *s.cue, *s.content, *told], s.why)
    for e in record.events:
        parties, counts = (p.span for p in (*e.actors, *e.recipients)), (c.span for c in e.counts)
        yield from _each(e.id, [e.trigger, e.sentence, *parties, *counts], e.why)


def _anchors(record: Record) -> tuple[Time | Place, ...]:
    return (*record.times, *record.places)


def _each(
    where: str,
    spans: Iterable[Span],
    why: dict[str, Why] = {},  # noqa: B006 (never changed)
) -> Iterator[tuple[str, Span]]:
    yield from ((where, span) for span in spans)
    yield from ((where, span) for reason in why.values() for span in reason.evidence)


def _quoted(record: Record) -> Iterator[tuple[str, tuple[Span, ...], str]]:
    for anchor in _anchors(record):
        yield anchor.id, (anchor.span,), anchor.text
    for s in record.statements:
        if s.source.spans:
            yield s.id, s.source.spans, s.source.text or ""
        if s.addressee:
            yield s.id, s.addressee.spans, s.addressee.text
    for e in record.events:
        for party in (*e.actors, *e.recipients):
            yield e.id, (party.span,), party.text
