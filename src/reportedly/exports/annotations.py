"""Statements and events as W3C Web Annotations (https://www.w3.org/TR/annotation-model/), JSON-LD."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from reportedly.exports.facts import EventFacts, Reading, StatementFacts
from reportedly.exports.iris import TERMS, address, article_version, urn
from reportedly.exports.job import Job, events, statements
from reportedly.exports.json_lines import dumped, known, write_list
from reportedly.record import Span

AROUND = 32
"""Code points of prefix and suffix, which tell a quotation from the same words elsewhere in the text."""
CONTEXT = ["http://www.w3.org/ns/anno.jsonld", {"role": f"{TERMS}role", "status": f"{TERMS}status"}]


def write_annotations(readings: Iterator[Reading], job: Job) -> None:
    """An AnnotationCollection with one page, streamed. Positions count Unicode code points into the article's text as
    it was read, which is not the page with its markup; the quotation finds the words there."""
    head = {
        "@context": CONTEXT,
        "id": urn("export", job.made),
        "type": "AnnotationCollection",
        "label": "Statements and events, by Reportedly",
    }
    job.file.write(
        dumped(head)[:-1] + b',"first":{"id":' + dumped(urn("export", job.made, 1)) + b',"type":"AnnotationPage"'
    )
    job.file.write(b',"startIndex":0,"items":')
    write_list(job.file, (a for reading in readings for a in _annotations(reading, job)))
    total = job.tally.statements + job.tally.events
    job.file.write(b'},"total":' + dumped(total) + b"}\n")


def _annotations(reading: Reading, job: Job) -> Iterator[dict[str, Any]]:
    for s in statements(reading, job.tally):
        yield {**_head(reading, s.statement.id, job), **_statement(s)}
    for e in events(reading, job.tally):
        yield {**_head(reading, e.event.id, job), **_event(e)}


def _head(reading: Reading, id: str, job: Job) -> dict[str, Any]:
    run = reading.record.run
    return {
        "id": urn("part", reading.kept.id, f"v{reading.kept.version}", f"r{reading.kept.run}", id),
        "type": "Annotation",
        "generator": {
            "id": urn("run", run.config, reading.kept.run),
            "type": "Software",
            "name": f"reportedly {run.reportedly}",
        },
        "generated": job.made,
    }


def _statement(facts: StatementFacts) -> dict[str, Any]:
    """On the words that are said, or where none are reported on those that tell of the silence; source and cue are
    bodies with a `role`."""
    s, reading = facts.statement, facts.reading
    spans = s.content or s.cue or s.source.spans
    return known(
        {
            "motivation": "describing",
            "body": [
                _tag(f"statement: {s.act}, {s.form}"),
                _tag(f"source: {s.source.kind}, {'named' if s.source.named else 'not named'}"),
                *([_tag(f"name: {facts.entity.name}")] if facts.entity else []),
                *([_comment("relay: " + " → ".join(s.relay))] if s.relay else []),
                *_quotes(reading, s.source.spans, "identifying", "source"),
                *_quotes(reading, s.cue, "linking", "cue"),
            ],
            "target": _targets(reading, spans),
        }
    )


def _event(facts: EventFacts) -> dict[str, Any]:
    e = facts.event
    teller = facts.claimant
    return {
        "motivation": "classifying",
        "status": e.status,
        "body": [
            _tag("event: " + ".".join(filter(None, (e.type or "no type", e.mode)))),
            _tag(f"status: {e.status}"),
            _comment(f"according to {teller}" if teller else "told by the article itself"),
        ],
        "target": _targets(facts.reading, [e.trigger]),
    }


def _tag(value: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": "tagging", "value": value, "format": "text/plain"}


def _comment(value: str) -> dict[str, str]:
    return {"type": "TextualBody", "purpose": "describing", "value": value, "format": "text/plain"}


def _quotes(reading: Reading, spans: Sequence[Span], purpose: str, role: str) -> list[dict[str, Any]]:
    return [{**_words(reading, span), "purpose": purpose, "role": role} for span in spans]


def _targets(reading: Reading, spans: Sequence[Span]) -> list[dict[str, Any]]:
    """The article as a whole where a statement has no words of its own."""
    if not spans:
        return [{"type": "SpecificResource", "source": _source(reading)}]
    return [_words(reading, span) for span in spans]


def _words(reading: Reading, span: Span) -> dict[str, Any]:
    text, (start, end) = reading.record.article.text, span
    return {
        "type": "SpecificResource",
        "source": _source(reading),
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": text[start:end],
                "prefix": text[max(0, start - AROUND) : start],
                "suffix": text[end : end + AROUND],
            },
            {"type": "TextPositionSelector", "start": start, "end": end},
        ],
    }


def _source(reading: Reading) -> str:
    return address(reading.kept) or article_version(reading.kept)
