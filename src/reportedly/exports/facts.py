"""A record with its ids resolved: what the columns of every form are made from."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from reportedly.exports.nouns import Chosen
from reportedly.ledger.nouns import Kept
from reportedly.record import Count, Entity, Event, Participant, Place, Record, Span, Statement, Time
from reportedly.statements.relay import bare_name

REALISED = frozenset({"occurred", "ongoing"})
"""The statuses of what somebody says to have happened or to go on."""


@dataclass(frozen=True)
class Reading:
    """An article of the export with look-up tables for its ids."""

    chosen: Chosen

    @property
    def kept(self) -> Kept:
        return self.chosen.found.kept

    @property
    def record(self) -> Record:
        return self.chosen.found.record

    @cached_property
    def entities(self) -> dict[str, Entity]:
        return {n.id: n for n in self.record.entities}

    @cached_property
    def places(self) -> dict[str, Place]:
        return {p.id: p for p in self.record.places}

    @cached_property
    def times(self) -> dict[str, Time]:
        return {t.id: t for t in self.record.times}

    @cached_property
    def statements(self) -> dict[str, Statement]:
        return {s.id: s for s in self.record.statements}

    @cached_property
    def events(self) -> dict[str, Event]:
        return {e.id: e for e in self.record.events}

    def ref(self, id: str | None) -> str | None:
        """The name for good of a part of the record (`article/s3`)."""
        return f"{self.kept.id}/{id}" if id else None

    def words(self, spans: Sequence[Span]) -> str | None:
        """The words of spans joined by a space, None where there are none."""
        return self.record.words(tuple(spans)) or None


@dataclass(frozen=True)
class StatementFacts:
    """A statement with what its ids stand for."""

    reading: Reading
    statement: Statement

    @property
    def entity(self) -> Entity | None:
        return self.reading.entities.get(self.statement.source.entity or "")

    @property
    def said(self) -> Time | None:
        return self.reading.times.get(self.statement.said or "")

    @property
    def told_by(self) -> tuple[str, ...]:
        """Who told it before the outlet in hand, origin first. An article without an outlet is no part of its relay."""
        relay, outlet = self.statement.relay, self.reading.record.article.outlet
        return relay[:-1] if relay and outlet and bare_name(relay[-1]) == bare_name(outlet) else relay

    @property
    def outlet_relays(self) -> tuple[str, ...]:
        """Through whom it went between its origin and the outlet in hand."""
        return self.told_by[1:]

    @property
    def tells_of(self) -> list[str]:
        """Refs of the events that it tells."""
        told = (e for e in self.reading.record.events if e.according_to == self.statement.id)
        return [f"{self.reading.kept.id}/{e.id}" for e in told]


@dataclass(frozen=True)
class Party:
    """An actor or a recipient: its words, and its entity where it has one."""

    text: str
    entity: Entity | None

    @property
    def name(self) -> str:
        return self.entity.name if self.entity else self.text

    @property
    def country(self) -> str | None:
        return self.entity.country if self.entity else None

    @property
    def sector(self) -> str | None:
        return self.entity.sector if self.entity else None


@dataclass(frozen=True)
class EventFacts:
    """An event with what its ids stand for."""

    reading: Reading
    event: Event

    @property
    def ref(self) -> str:
        return f"{self.reading.kept.id}/{self.event.id}"

    @property
    def realised(self) -> bool:
        return self.event.status in REALISED

    @cached_property
    def actors(self) -> tuple[Party, ...]:
        return self._parties(self.event.actors)

    @cached_property
    def recipients(self) -> tuple[Party, ...]:
        return self._parties(self.event.recipients)

    def _parties(self, parties: Sequence[Participant]) -> tuple[Party, ...]:
        return tuple(Party(p.text, self.reading.entities.get(p.entity or "")) for p in parties)

    @property
    def place(self) -> Place | None:
        """Where it is said to be. A name that stands for people or a government is no place of an event."""
        place = self.reading.places.get(self.event.place or "")
        return place if place and place.use == "location" else None

    @property
    def time(self) -> Time | None:
        return self.reading.times.get(self.event.time or "")

    @cached_property
    def teller(self) -> Statement | None:
        """The statement that tells it, None where the article does so in its own voice."""
        return self.reading.statements.get(self.event.according_to or "")

    @property
    def told_by(self) -> Entity | None:
        """Whom its teller's words stand for."""
        return self.reading.entities.get(self.teller.source.entity or "") if self.teller else None

    @property
    def claimant(self) -> str | None:
        """Who tells it: the name behind the words ("it", "the minister"), else the words; None for the article's own
        voice."""
        if self.teller is None:
            return None
        return self.told_by.name if self.told_by else self.teller.source.text or "no source given"

    @property
    def trigger(self) -> str:
        return self.reading.record.words((self.event.trigger,))

    @property
    def sentence(self) -> str:
        return self.reading.record.words((self.event.sentence,))

    def count(self, what: str) -> Count | None:
        """The first number of a kind that the event has."""
        return next((c for c in self.event.counts if c.what == what), None)

    def other_counts(self) -> list[str]:
        """Numbers of other things, as "24-99 towns"."""
        return [_shown(c) for c in self.event.counts if c.what == "other"]

    @cached_property
    def days(self) -> tuple[date | None, date | None]:
        """The first and last day on which it can have been; None where the record does not say."""
        time = self.time
        return (as_day(time.earliest), as_day(time.latest)) if time else (None, None)


def as_day(text: str | None) -> date | None:
    """The day of an ISO 8601 date or timestamp; None for a month, a year, and what is no date."""
    try:
        return date.fromisoformat((text or "")[:10])
    except ValueError:
        return None


def finite(number: float | None) -> float | None:
    """A number that every format can hold, else None."""
    return number if number is not None and math.isfinite(number) else None


def _shown(count: Count) -> str:
    low, high = (f"{x:g}" if finite(x) is not None else "" for x in (count.low, count.high))
    number = low if low == high else f"{low}-{high}" if high else f"{low}+"
    return " ".join(filter(None, (number, count.of, count.unit)))
