"""Events in words: what is said to have happened, and apart from it what is not said to have happened.

Mentions of one event are one view. It shows the first mention; of the later ones it says where they tell otherwise.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from reportedly.record import Count, Event, Participant, Record
from reportedly.record.event import Status
from reportedly.web.reading.phrases import NO_SOURCE, TO, Made, made, pieces, shown, source_words, time_words
from reportedly.web.visible import visible_line

HAPPENED_TITLE = "What is said to have happened"
OTHERS_TITLE = "Not said to have happened"

MARKS: dict[Status, str] = {"occurred": "■", "ongoing": "◧"}
OTHER_MARK = "□"
"""The mark of every status that is neither of these: it did not happen, or nobody says that it did."""

UNTYPED = "untyped"
NONE = "–"
ARTICLE = "the article"
LOST = "a statement that this record lacks"

FINE = 1e15
"""From here on a number is shown in powers of ten: nobody reads its digits, and a float no longer holds them."""


@dataclass(frozen=True)
class Again:
    """A later mention of the same event: its id, and in `notes` what it tells otherwise and according to whom."""

    id: str
    notes: str
    event: Event


@dataclass(frozen=True)
class EventView:
    """One event in words. `teller` is whom it is told by and `told_in` the id of that statement, None for the article's
    own voice; `facts` are the rest of its fields, each with its name."""

    id: str
    trigger: str
    kind: str
    status: str
    happened: bool
    mark: str
    teller: str
    told_in: str | None
    actors: str
    recipients: str
    counts: str
    when: str | None
    where: str | None
    again: tuple[Again, ...]
    facts: tuple[tuple[str, str], ...]
    made: tuple[Made, ...]
    event: Event

    @property
    def mentions(self) -> tuple[Event, ...]:
        """All of its mentions, in text order."""
        return (self.event, *(a.event for a in self.again))

    def tip(self, mention: Event) -> str:
        """One of its mentions in a line: "ASSAULT.aerial, denied, according to the army (s9)"."""
        if mention is self.event:
            return f"{self.kind}, {self.status}, {self.telling}"
        return f"{self.kind}, {status_words(mention.status)}, the same event as {self.id}"

    @property
    def typed(self) -> bool:
        """Has PLOVER a type for it?"""
        return self.event.type is not None

    @property
    def parties(self) -> str:
        """Who to whom; empty where neither is said."""
        return f"{self.actors}{TO}{self.recipients}".strip() if self.actors or self.recipients else ""

    @property
    def according_to(self) -> str:
        """By whom it is told, with the statement's id."""
        return f"{self.teller} ({self.told_in})" if self.told_in else self.teller

    @property
    def telling(self) -> str:
        """The same as part of a sentence: "according to the army (s9)", "no source given (s1)"."""
        return self.according_to if self.teller == NO_SOURCE else f"according to {self.according_to}"

    @property
    def also(self) -> str:
        """Its other mentions: "also e7, e9 (denied, s4)"; empty where there are none."""
        said = ", ".join(f"{a.id} ({a.notes})" if a.notes else a.id for a in self.again)
        return f"also {said}" if said else ""


@dataclass(frozen=True)
class _Known:
    """What the ids of a record stand for, in words."""

    sources: dict[str, str]
    names: dict[str, str]
    times: dict[str, str | None]
    places: dict[str, str | None]


def event_views(record: Record) -> tuple[EventView, ...]:
    """A view for each event, in text order of the first mentions."""
    names = {e.id: visible_line(e.name) for e in record.entities}
    sources = ((s.id, s.source) for s in record.statements)
    known = _Known(
        sources={id: _named(source_words(s, record).rstrip(",;: "), names.get(s.entity or "")) for id, s in sources},
        names=names,
        times={t.id: time_words(t) for t in record.times},
        places={p.id: shown(p.text) for p in record.places},
    )
    return tuple(_event_view(first, later, known, record) for first, *later in same_events(record.events))


def _event_view(e: Event, later: Sequence[Event], known: _Known, record: Record) -> EventView:
    return EventView(
        id=visible_line(e.id),
        trigger=pieces((e.trigger,), record) or NONE,
        kind=event_kind(e),
        status=status_words(e.status),
        happened=e.status in MARKS,
        mark=MARKS.get(e.status, OTHER_MARK),
        teller=known.sources.get(e.according_to, LOST) if e.according_to else ARTICLE,
        told_in=shown(e.according_to),
        actors=_participants(e.actors, known),
        recipients=_participants(e.recipients, known),
        counts=counts_words(e.counts, record),
        when=known.times.get(e.time or ""),
        where=known.places.get(e.place or ""),
        again=tuple(Again(visible_line(x.id), _otherwise(e, x, record), x) for x in later),
        facts=_facts(e),
        made=made(e.why, record),
        event=e,
    )


def same_events(events: Sequence[Event]) -> list[list[Event]]:
    """The mentions of each event, in text order. Pointers that lead nowhere or round in a circle lose no mention."""
    ordered = sorted(events, key=lambda e: e.trigger)
    place = {e.id: i for i, e in reversed(list(enumerate(ordered)))}
    root = list(range(len(ordered)))

    def top(i: int) -> int:
        while root[i] != i:
            root[i] = root[root[i]]
            i = root[i]
        return i

    for i, e in enumerate(ordered):
        a, b = sorted((top(i), top(place.get(e.same_as or "", i))))
        root[b] = a
    groups: dict[int, list[Event]] = {}
    for i, e in enumerate(ordered):
        groups.setdefault(top(i), []).append(e)
    return list(groups.values())


def event_kind(event: Event) -> str:
    """PLOVER type and mode: "ASSAULT.aerial"."""
    return visible_line(".".join(filter(None, (event.type, event.mode)))) if event.type else UNTYPED


def status_words(status: Status) -> str:
    """A status as people write it."""
    return status.replace("_", " ")


def counts_words(counts: Iterable[Count], record: Record) -> str:
    """The numbers in words: "killed 11, injured 8+, USD 3,000,000, 24 strikes"."""
    return ", ".join(_count(c, record) for c in counts)


def _count(c: Count, record: Record) -> str:
    number = _range(c.low, c.high) or pieces((c.span,), record) or "number not clear"
    before = c.unit if c.what == "money" else None if c.what == "other" else c.what
    return visible_line(" ".join(filter(None, (before, number, c.of))))


def _range(low: float | None, high: float | None) -> str:
    if low is None:
        return f"up to {_number(high)}" if high is not None else ""
    if high is None:
        return f"{_number(low)}+"
    return _number(low) if low == high else f"{_number(low)}–{_number(high)}"


def _number(x: float) -> str:
    if not abs(x) < FINE:
        return f"{x:.3g}"
    return f"{int(x):,}" if x.is_integer() else f"{x:,.10g}"


def _participants(participants: Iterable[Participant], known: _Known) -> str:
    found = (_named(visible_line(p.text), known.names.get(p.entity or "")) for p in participants)
    return ", ".join(filter(None, found))


def _named(words: str, name: str | None) -> str:
    """Words, and the name of the entity where they do not say it: "they (the pilots)"."""
    said, meant = words.casefold(), (name or "").casefold()
    return words if meant in said or said.removeprefix("the ") in meant else f"{words} ({name})"


def _otherwise(first: Event, later: Event, record: Record) -> str:
    """What a later mention tells otherwise than the first, and by whom, where that is somebody else."""
    notes = [status_words(later.status)] if later.status != first.status else []
    counts = counts_words(later.counts, record)
    notes += [counts] if counts and counts != counts_words(first.counts, record) else []
    if notes and later.according_to != first.according_to:
        notes.append(visible_line(later.according_to or "") or ARTICLE)
    return ", ".join(notes)


def _facts(e: Event) -> tuple[tuple[str, str], ...]:
    facts = {
        "factuality": f"{e.factuality:+.1f} of -3 to +3" if e.factuality is not None else "",
        "CAMEO code": e.cameo or "",
        "quad class": (e.quad or "").replace("_", " "),
        "contexts": ", ".join(e.contexts),
    }
    return tuple((name, visible_line(value)) for name, value in facts.items() if value)
