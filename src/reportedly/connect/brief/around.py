"""What stands around one article's statements, and what has been heard of its speakers so far."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

from reportedly.connect.brief.bodies import Body, body_named
from reportedly.connect.brief.nouns import Voice
from reportedly.connect.brief.places import Places
from reportedly.connect.brief.sentences import Sentences
from reportedly.connect.brief.things import things_in
from reportedly.record import Entity, Event, Record, Span


@dataclass
class Hearing:
    """What has been heard so far in one article, for those who are only "she" or "the statement"."""

    people: dict[str, tuple[str, Body | None]]
    body: Body | None = None
    voice: Voice | None = None
    unnamed_role: Voice | None = None
    issuer: Body | None = None
    bodies: list[Body] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)
    single: str | None = None
    phrases: set[str] = field(default_factory=set)
    stands: dict[str, Entity] = field(default_factory=dict)
    of_groups: dict[str, Body] = field(default_factory=dict)


@dataclass(frozen=True)
class Around:
    record: Record
    entities: Mapping[str, Entity]
    places: Places
    sentences: Sentences

    @cached_property
    def events(self) -> tuple[Event, ...]:
        """The events in order of their triggers."""
        return tuple(sorted(self.record.events, key=lambda e: e.trigger))

    @cached_property
    def starts(self) -> tuple[int, ...]:
        """Where the trigger of each event begins."""
        return tuple([e.trigger[0] for e in self.events])

    def events_in(self, span: Span) -> tuple[Event, ...]:
        """The events whose trigger begins within a part of the text."""
        return self.events[bisect_left(self.starts, span[0]) : bisect_left(self.starts, span[1])]

    @cached_property
    def things(self) -> frozenset[str]:
        """Names that are taken for people's and are companies' and the like."""
        return things_in(self.record)

    @cached_property
    def bodies(self) -> tuple[Body, ...]:
        """The bodies that the article names, by each of their names, in the order of the record."""
        named = dict.fromkeys(e.name for e in self.entities.values() if e.kind in ("organisation", "state") and e.key)
        return tuple(b for name in named if (b := body_named(name, self.places)))

    @cached_property
    def text(self) -> str:
        return self.record.article.text
