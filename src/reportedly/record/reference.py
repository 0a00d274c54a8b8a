"""Writes docs/record.md from the types themselves: `python -m reportedly.record.reference > docs/record.md`."""

from __future__ import annotations

import inspect
import json
import re
import sys
import types
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from reportedly.record.article import Article
from reportedly.record.entity import Entity
from reportedly.record.event import Count, Event, Participant
from reportedly.record.place import Place
from reportedly.record.record import Problem, Record, Run
from reportedly.record.span import Span, Why
from reportedly.record.statement import Addressee, Source, Statement
from reportedly.record.time import Time

TYPES: tuple[type[BaseModel], ...] = (
    Record, Article, Statement, Source, Addressee, Entity, Time, Place, Event, Participant, Count, Why, Problem, Run,
)  # fmt: skip

HEAD = """# The record

This page is generated from the types: `python -m reportedly.record.reference > docs/record.md`. A test keeps it up to
date.

A record is one reading of one article: one JSON object, one to a line (JSON Lines, UTF-8). It is what
`reportedly read --json` prints and what `reader.read()` returns.

- A span is `[start, end)`, counted in Unicode code points into `article.text`; a `text` beside it is that slice.
- An id is unique within its record. An article keeps the id that it came with.
- Unknown is `null`, never an empty string or 0. A list is there even when it is empty.
- Times are ISO 8601, places WGS84 degrees, countries ISO 3166-1 alpha-3, money ISO 4217.
- Whoever reads the format ignores fields that they do not know: adding one breaks nothing.
- Every article that could be opened yields a record; what went wrong stands in `problems`.
- Nothing in a record is presented as true: somebody says it, on the strength of words that the record points at.

Coordinates and ids of places are GeoNames' (CC BY 4.0): credit it where you show or pass them on.
Events that PLOVER has no type for are in a record only where they were asked for (`read --all-events`).
"""

MEANINGS = {
    "Record.record": "version of this format",
    "Record.article": "the article as it was read",
    "Record.entities": "who and what is named or described in it",
    "Record.places": "the toponyms in it",
    "Record.times": "the time expressions in it",
    "Record.statements": "who says, believes, wants or would not say; in text order",
    "Record.events": "who does what to whom, according to whom",
    "Record.problems": "what could not be read, and why",
    "Record.run": "what made the record",
    "Article.id": "the caller's, else the path of the file or a hash of the text",
    "Article.url": "its address",
    "Article.outlet": "who published it",
    "Article.title": "its headline as given or found",
    "Article.byline": "the names of its authors",
    "Article.published": "date or full timestamp of publication, as precise as it was given",
    "Article.language": "ISO 639-1 code; null where the text has no letters",
    "Article.text": "what every span points into",
    "Article.headline": "the headline inside the text; null where the text holds only the body",
    "Article.truncated": "the text says that it goes on elsewhere",
    "Statement.id": "`s1`, `s2` …",
    "Statement.parent": "id of the statement that this one is reported inside",
    "Statement.source": "whom it comes from",
    "Statement.cue": "the words that attribute it (“told”, “according to”, “reportedly”); empty where there are none",
    "Statement.content": "what is said, possibly in pieces; empty for a refusal that reports nothing",
    "Statement.form": "how much of the content stands in quotation marks: nearly all, none, some",
    "Statement.act": "says, believes, wants, denies, would not say, gave no answer",
    "Statement.relay": "names through which it reached this article: origin first, the outlet in hand last",
    "Statement.addressee": "whom the source told it or refused it",
    "Statement.said": "id of the time expression that dates the saying",
    "Statement.why": "maker and evidence, by field; `spans` is for source, cue and content together",
    "Source.spans": "where it stands; empty where no source is given",
    "Source.text": "its words",
    "Source.entity": "id of the entity that it stands for in this article, also from a pronoun or a role",
    "Source.kind": "what it is",
    "Source.named": "the article names it, here or elsewhere",
    "Addressee.spans": "where it stands",
    "Addressee.text": "its words",
    "Addressee.entity": "id of its entity",
    "Entity.id": "`n1`, `n2` …",
    "Entity.name": "its fullest name in the article; a description where it is never named",
    "Entity.kind": "what it is",
    "Entity.key": "kind and evened name (`person:ana resk`, `state:fra`), as in every article; `null` without a name",
    "Entity.role": "a person's function, in the article's words",
    "Entity.country": "ISO 3166-1 alpha-3",
    "Entity.sector": "PLOVER sector code",
    "Entity.mentions": "where it stands: whole noun phrases, pronouns and descriptions included",
    "Entity.why": "maker and evidence, by field; `mentions:RULE` for the mentions that a rule joined",
    "Time.id": "`t1`, `t2` …",
    "Time.span": "where it stands",
    "Time.text": "its words",
    "Time.type": "TIMEX3 type",
    "Time.value": "TIMEX3 value",
    "Time.mod": "TIMEX3 modifier: which part is meant, or how nearly",
    "Time.earliest": "the first day or moment that the value can mean",
    "Time.latest": "the last one",
    "Time.why": "maker and evidence, by field",
    "Place.id": "`p1`, `p2` …",
    "Place.span": "where it stands",
    "Place.text": "its words",
    "Place.name": "the gazetteer's name",
    "Place.feature": "what it is",
    "Place.use": "what the name does there: a place, its people (“Danish”), its rulers (“Paris said”), part of a name",
    "Place.geonames_id": "number in GeoNames",
    "Place.lat": "degrees north",
    "Place.lon": "degrees east",
    "Place.country": "ISO 3166-1 alpha-3",
    "Place.why": "maker and evidence, by field",
    "Event.id": "`e1`, `e2` …",
    "Event.trigger": "the words that name the event",
    "Event.sentence": "the sentence they stand in",
    "Event.type": "PLOVER type; null where it has none",
    "Event.mode": "PLOVER mode",
    "Event.contexts": "PLOVER contexts",
    "Event.cameo": "CAMEO code where one fits",
    "Event.quad": "quad class",
    "Event.actors": "who does it",
    "Event.recipients": "to whom",
    "Event.counts": "numbers that the text gives",
    "Event.place": "id of its place",
    "Event.time": "id of its time",
    "Event.status": "did it happen, is it planned, threatened, denied …",
    "Event.factuality": "-3 certainly not, 0 unknown, 3 certainly so, in the view of whoever `according_to` names",
    "Event.according_to": "id of the statement that tells it; null: the article's own voice",
    "Event.same_as": "id of the earlier event that this mention repeats",
    "Event.why": "maker and evidence, by field",
    "Participant.span": "where it stands",
    "Participant.text": "its words",
    "Participant.entity": "id of its entity",
    "Count.what": "what is counted",
    "Count.low": "at least",
    "Count.high": "at most; null is open (“at least 8”)",
    "Count.unit": "ISO 4217 for money",
    "Count.of": "the thing counted, in the article's words",
    "Count.basis": "how a vague number was bounded (“dozens = 24-99”)",
    "Count.span": "where it stands",
    "Why.by": "`head:NAME@VERSION` (learned) or `rule:NAME@VERSION`",
    "Why.score": "0 to 1, where the maker gives one",
    "Why.evidence": "the words that decided",
    "Why.missing": "why a field is null: `not_said`, `ambiguous`, `not_in_gazetteer`, `no_publication_date`, "
    "`unsupported` or `failed`",
    "Problem.stage": "where it arose",
    "Problem.span": "which words it concerns",
    "Problem.message": "what it is and what can be done",
    "Problem.fatal": "the article has no reading because of it",
    "Run.reportedly": "version of the package",
    "Run.models": "`sha256:…` of the weights, by name",
    "Run.config": "`sha256:…` of the word lists",
}
"""What each field means; a test asks for one for every field of every type."""

EXAMPLE_TEXT = (
    'Two officials told Sky Tirana on Friday that the port would close. "Not yet," the mayor, Ana Resk, said.'
)


def reference() -> str:
    """The whole page."""
    return HEAD + "".join(map(_section, TYPES)) + _example()


def _section(noun: type[BaseModel]) -> str:
    rows = "".join(
        f"| `{name}` | {type_name(field.annotation, field.metadata)} | {MEANINGS[f'{noun.__name__}.{name}']} |\n"
        for name, field in noun.model_fields.items()
    )
    about = inspect.cleandoc(noun.__doc__ or "").replace("; see docs/record.md for every field", "")
    return f"\n## {noun.__name__}\n\n{about}\n\n| field | type | meaning |\n|---|---|---|\n{rows}"


def type_name(annotation: Any, metadata: list[Any] | None = None) -> str:
    """A type in the words of this page."""
    if annotation == Span or (metadata and get_origin(annotation) is tuple):
        return "span"
    origin, inner = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return type_name(inner[0])
    if origin in (Union, types.UnionType):
        return ", or ".join([*(type_name(x) for x in inner if x is not type(None)), "null"])
    if origin is Literal:
        return ", ".join(f"`{value}`" for value in inner)
    if origin is tuple:
        return f"list of {_plural(type_name(inner[0]))}"
    if origin is dict:
        return f"object of {_plural(type_name(inner[1]))} by name"
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return f"[{annotation.__name__}](#{annotation.__name__.lower()})"
    return {str: "string", int: "integer", float: "number", bool: "true or false"}[annotation]


def _plural(name: str) -> str:
    return name if name.startswith("[") else f"{name}s"


def example() -> Record:
    """A record of an invented article, made by hand; the run's hashes are shortened."""

    def span(words: str) -> Span:
        start = EXAMPLE_TEXT.index(words)
        return start, start + len(words)

    def head(score: float) -> dict[str, Why]:
        return {"spans": Why(by="head:attribution@1", score=score)}

    return Record(
        article=Article(
            id="harbor-17", outlet="The Harbor Post", published="2025-03-15", language="en", text=EXAMPLE_TEXT
        ),
        entities=(
            Entity(id="n1", name="Sky Tirana", kind="outlet", key="outlet:sky tirana", mentions=(span("Sky Tirana"),)),
            Entity(
                id="n2",
                name="Ana Resk",
                kind="person",
                key="person:ana resk",
                role="mayor",
                mentions=(span("the mayor"), span("Ana Resk")),
            ),
        ),
        times=(
            Time(
                id="t1",
                span=span("Friday"),
                text="Friday",
                type="DATE",
                value="2025-03-14",
                earliest="2025-03-14",
                latest="2025-03-14",
            ),
        ),
        statements=(
            Statement(
                id="s1",
                source=Source(spans=(span("Two officials"),), text="Two officials", kind="anonymous"),
                cue=(span("told"),),
                content=(span("that the port would close"),),
                form="indirect",
                act="say",
                relay=("Two officials", "Sky Tirana", "The Harbor Post"),
                addressee=Addressee(spans=(span("Sky Tirana"),), text="Sky Tirana", entity="n1"),
                said="t1",
                why=head(0.97),
            ),
            Statement(
                id="s2",
                source=Source(
                    spans=(span("the mayor, Ana Resk,"),),
                    text="the mayor, Ana Resk,",
                    entity="n2",
                    kind="person",
                    named=True,
                ),
                cue=(span("said"),),
                content=(span('"Not yet,"'),),
                form="direct",
                act="say",
                relay=("Ana Resk", "The Harbor Post"),
                why=head(0.99),
            ),
        ),
        run=Run(reportedly="0.1.0", models={"reader": "sha256:…"}, config="sha256:…"),
    )


def _example() -> str:
    shown = json.dumps(example().to_json(), indent=1, ensure_ascii=False)
    return f"\n## An example\n\nMade by hand; a real one is on one line.\n\n```json\n{_compact(shown)}\n```\n"


def _compact(shown: str) -> str:
    """Indented JSON with each span on one line, so that it can be read."""
    spans = re.sub(r"\[\s+(\d+),\s+(\d+)\s+\]", r"[\1, \2]", shown)
    return re.sub(r"\[\s+(\[\d+, \d+\])\s+\]", r"[\1]", spans)


if __name__ == "__main__":
    sys.stdout.write(reference())
