"""Records for the tests of this folder: strategies over arbitrary text, and one of each type."""

from __future__ import annotations

from hypothesis import strategies as st
from pydantic import BaseModel

from reportedly.record import Addressee, Article, Entity, Problem, Record, Run, Source, Span, Statement, Time, Why
from reportedly.record.reference import example

RUN = Run(reportedly="0.1.0", models={"reader": "sha256:0"}, config="sha256:0")
KINDS = ("person", "organisation", "document", "outlet", "group", "anonymous", "unknown")
ACTS = ("say", "believe", "want", "deny", "decline", "no_response")


@st.composite
def spans(draw: st.DrawFn, text: str) -> Span:
    """A span inside a text, empty ones included."""
    start, end = sorted(draw(st.lists(st.integers(0, len(text)), min_size=2, max_size=2)))
    return start, end


@st.composite
def records(draw: st.DrawFn) -> Record:
    """A record of any text that UTF-8 can hold, with entities, times and statements that point into it."""
    text = draw(st.text(st.characters(codec="utf-8"), max_size=60))
    place = spans(text)
    source = st.builds(
        lambda s, kind, named: Source(spans=(s,), text=text[slice(*s)], kind=kind, named=named),
        place, st.sampled_from(KINDS), st.booleans(),
    )  # fmt: skip
    addressee = st.builds(lambda s: Addressee(spans=(s,), text=text[slice(*s)]), place)
    pieces = st.lists(place, max_size=3).map(tuple)
    why = st.dictionaries(st.sampled_from(["act", "kind"]), st.builds(Why, by=st.just("rule:x@1"), evidence=pieces))
    statement = st.builds(
        Statement, id=st.just("s1"), source=source, cue=pieces, content=pieces, act=st.sampled_from(ACTS),
        form=st.sampled_from(("direct", "indirect", "mixed")), addressee=st.none() | addressee, why=why,
    )  # fmt: skip
    return Record(
        article=Article(id=draw(st.text(min_size=1, max_size=5)), text=text, headline=draw(st.none() | place)),
        entities=(Entity(id="n1", name=draw(st.text(max_size=9)), kind="person", mentions=draw(pieces)),),
        times=(Time(id="t1", span=draw(place), text="Friday", type="DATE"),),
        statements=tuple(draw(st.lists(statement, max_size=3))),
        problems=tuple(
            draw(st.lists(st.builds(Problem, stage=st.just("text"), message=st.text(max_size=9)), max_size=2))
        ),
        run=RUN,
    )


def one_of_each() -> list[BaseModel]:
    """An object of every type that the example record holds."""
    record = example()
    first = record.statements[0]
    assert first.addressee
    return [
        record, record.article, record.run, record.entities[0], record.times[0], first, first.source, first.addressee,
        first.why["spans"], Problem(stage="text", message="the text is empty"),
    ]  # fmt: skip
