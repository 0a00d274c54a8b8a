"""The record: one reading of one article, as JSON."""

from __future__ import annotations

from typing import Literal

from pydantic import Field

from reportedly.record.article import Article
from reportedly.record.entity import Entity
from reportedly.record.event import Event
from reportedly.record.place import Place
from reportedly.record.span import Noun, Span
from reportedly.record.statement import Statement
from reportedly.record.time import Time


class Problem(Noun):
    """What could not be read, and why; `fatal` where the article has no reading for it."""

    stage: str
    span: Span | None = None
    message: str
    fatal: bool = False


class Run(Noun):
    """What made the record: the version, the hashes of the models and of the configuration."""

    reportedly: str
    models: dict[str, str] = {}
    config: str


class Record(Noun):
    """One reading of one article; see docs/record.md for every field."""

    record: Literal[1] = 1
    article: Article
    entities: tuple[Entity, ...] = ()
    places: tuple[Place, ...] = ()
    times: tuple[Time, ...] = ()
    statements: tuple[Statement, ...] = ()
    events: tuple[Event, ...] = ()
    problems: tuple[Problem, ...] = ()
    run: Run = Field(repr=False)

    @property
    def failed(self) -> bool:
        """True where the article could not be read at all."""
        return any(p.fatal for p in self.problems)

    @property
    def typed_only(self) -> Record:
        """The same without the events that PLOVER has no type for, as listings show it."""
        return self.model_copy(update={"events": tuple(e for e in self.events if e.type)})

    def words(self, spans: tuple[Span, ...]) -> str:
        """The text of spans, joined by a space."""
        return " ".join(self.article.text[a:b] for a, b in spans)
