"""One export under way: what it counts, and which statements and events it takes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from typing import BinaryIO

from reportedly.exports.facts import EventFacts, Reading, StatementFacts
from reportedly.exports.nouns import Chosen, RunUsed, Target
from reportedly.record import Event, Run

UNREALISED = "events that nobody says to have happened"
UNTYPED = "events that PLOVER has no type for"
REPEATED = "later mentions of an event of the same article"


@dataclass
class Tally:
    """Counts of an export, which grow while it streams."""

    articles: int = 0
    statements: int = 0
    events: int = 0
    left_out: Counter[str] = field(default_factory=Counter)
    runs: dict[int, Run] = field(default_factory=dict)
    articles_of_run: Counter[int] = field(default_factory=Counter)

    def runs_used(self) -> tuple[RunUsed, ...]:
        """The runs met, by their number."""
        return tuple(
            RunUsed(
                number=number,
                reportedly=run.reportedly,
                models=run.models,
                config=run.config,
                articles=self.articles_of_run[number],
            )
            for number, run in sorted(self.runs.items())
        )


@dataclass(frozen=True)
class Job:
    """What a writer works with: its files, the wishes, the counts, and when the export was made (UTC, ISO 8601)."""

    files: tuple[BinaryIO, ...]
    target: Target
    tally: Tally
    made: str

    @property
    def file(self) -> BinaryIO:
        """The file of a form that has only one."""
        return self.files[0]


def readings(chosen: Iterable[Chosen], tally: Tally) -> Iterator[Reading]:
    """The articles one at a time, counted as they pass."""
    for one in chosen:
        number = one.found.kept.run
        tally.articles += 1
        tally.runs.setdefault(number, one.found.record.run)
        tally.articles_of_run[number] += 1
        yield Reading(one)


def statements(reading: Reading, tally: Tally) -> Iterator[StatementFacts]:
    """The statements that were chosen."""
    wanted = reading.chosen.statements
    for s in reading.record.statements:
        if wanted is None or s.id in wanted:
            tally.statements += 1
            yield StatementFacts(reading, s)


def events(reading: Reading, tally: Tally) -> Iterator[EventFacts]:
    """Every event that was chosen, whatever its status: for forms that say what it is."""
    for e in _wanted(reading):
        tally.events += 1
        yield EventFacts(reading, e)


def happenings(reading: Reading, job: Job, unfit: Callable[[EventFacts], str | None]) -> Iterator[EventFacts]:
    """Events as event data counts them: each once for its article, and only what is said to have happened or to go on,
    unless the rest was asked for. `unfit` tells why the form cannot hold an event; a later mention may then do."""
    seen: set[str] = set()
    for e in _wanted(reading):
        facts = EventFacts(reading, e)
        first = _first_mention(e, reading)
        if not (facts.realised or job.target.include_unrealised):
            reason: str | None = UNREALISED
        else:
            reason = REPEATED if first in seen else unfit(facts)
        if reason:
            job.tally.left_out[reason] += 1
        else:
            seen.add(first)
            job.tally.events += 1
            yield facts


def untyped(facts: EventFacts) -> str | None:
    """Why a form of PLOVER's types cannot hold an event."""
    return None if facts.event.type else UNTYPED


def _wanted(reading: Reading) -> Iterator[Event]:
    wanted = reading.chosen.events
    return (e for e in reading.record.events if (e.type if wanted is None else e.id in wanted))


def _first_mention(e: Event, reading: Reading) -> str:
    """The id at the end of a chain of `same_as`; a chain that goes in circles ends where it comes round."""
    met = {e.id}
    while (before := reading.events.get(e.same_as or "")) and before.id not in met:
        e = before
        met.add(e.id)
    return e.id
