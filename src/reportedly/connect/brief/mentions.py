"""Event mentions of one record, as linking compares them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache
from itertools import islice
from typing import TypeVar

from reportedly.connect.brief.ahead import days_ahead
from reportedly.connect.brief.beside import Sentence, sentence_of
from reportedly.connect.brief.calling_off import is_only_weighed
from reportedly.connect.brief.furniture import DATELINE
from reportedly.connect.brief.nouns import Mention, Party, Spot
from reportedly.connect.brief.words import WORD, compounds, root, senses_of
from reportedly.lexicons import load_sameness
from reportedly.record import Entity, Event, Place, Record, Span, Time
from reportedly.record.event import Participant, Status

LEADING = 2
"""Sentences with events from the beginning that are the headline and the lead."""
BEFORE = re.compile(r"([A-Za-z]+)[ -]\Z")
AFTER = re.compile(r"[ -](?:(?:him|her|it|them)sel(?:f|ves) )?([A-Za-z]+)(?: ([A-Za-z]+))?")
ALONG = re.compile(r",? (?:and|as well as|along with|together with|with) ")
"""Behind somebody: others stand with them."""
DUE = re.compile(
    r",?\s+(?:which|that)\s+(?:was|were|is|are|had\s+been)\s+(?:due|(?:set|scheduled)\s+for|(?:scheduled|supposed)\s+to|to)\b"
    r"(?!\s+have\b)"
)
"""Behind an event that is still to come, or has been dropped."""
PEOPLES = ("ian", "ean", "ese", "ish")
"""Endings of demonyms; a place that the gazetteer lacks and that ends so is none ("the Tamurian capital")."""
BREAKS = load_sameness().breaks
"""Words that end the part of a noun phrase in which its head stands."""


T = TypeVar("T", Place, Time)


@dataclass(frozen=True)
class _Setting:
    """What the mentions of one record share, found once: entities, places and times by id, the sentences of events."""

    record: Record
    saying: frozenset[str | None]

    @cached_property
    def entities(self) -> dict[str, Entity]:
        return {e.id: e for e in self.record.entities}

    @cached_property
    def sources(self) -> dict[str, tuple[Span, ...]]:
        """The words for whoever makes each statement."""
        return {s.id: s.source.spans for s in self.record.statements}

    def named(self, those: Sequence[Participant]) -> tuple[Party, ...]:
        """Whoever acts or suffers in one event."""
        return tuple([_party_of(p.text, self.entities.get(p.entity or "")) for p in those]) if those else ()

    def tells(self, e: Event, p: Participant) -> bool:
        """Does somebody, named behind an event, only tell it: "were led away, the mayor said"?"""
        start, end = p.span
        if start < e.trigger[1] or e.according_to is None:
            return False
        return any(a < end and start < b for a, b in self.sources[e.according_to])

    @cached_property
    def spots(self) -> dict[str | None, Spot]:
        """The places where something can be; of a demonym only the country counts."""
        return {
            p.id: spot_of(p)
            for p in self.record.places
            if p.country is not None or not (p.use == "demonym" or p.text.endswith(PEOPLES))
        }

    @cached_property
    def times(self) -> dict[str | None, Time]:
        """The times but those that only say since when, and the day of the dateline, on which it was written."""
        dateline = DATELINE.match(self.record.article.text)
        head = dateline.end() if dateline else 0
        return {t.id: t for t in self.record.times if t.span[0] >= head and not _is_since(self.record, t)}

    @cached_property
    def sentences(self) -> dict[Span, Sentence]:
        """The sentences with events, in order."""
        return {s: sentence_of(self.record.article.text, s) for s in sorted({e.sentence for e in self.record.events})}

    @cached_property
    def leads(self) -> frozenset[Span]:
        return frozenset(islice(self.sentences, LEADING))

    @cached_property
    def towns(self) -> dict[Span, Spot | None]:
        """By sentence: the only town that it names as a place where things happen."""
        cities = [p for p in self.record.places if p.feature == "city" and p.use == "location"]
        found = {s: {spot_of(p) for p in there} for s, there in _by_sentence(cities, self.sentences).items()}
        return {s: towns.pop() if len(towns) == 1 else None for s, towns in found.items()}

    @cached_property
    def days(self) -> dict[Span, list[Time]]:
        """By sentence: the times in it that are one day; not one on which something was said."""
        days = [
            t
            for t in self.times.values()
            if t.earliest and t.latest and t.earliest[:10] == t.latest[:10] and t.id not in self.saying
        ]
        return _by_sentence(days, self.sentences)


def _by_sentence(things: Iterable[T], sentences: Iterable[Span]) -> dict[Span, list[T]]:
    """Which of these things stand in each sentence."""
    ordered = sorted(things, key=lambda t: t.span)
    starts = [t.span[0] for t in ordered]
    return {
        (start, end): [t for t in ordered[bisect_left(starts, start) : bisect_left(starts, end)] if t.span[1] <= end]
        for start, end in sentences
    }


def mentions_of(record: Record) -> tuple[Mention, ...]:
    """Every event of the record, typed or not, in order."""
    setting = _Setting(record, frozenset(s.said for s in record.statements))
    return tuple(_mention(e, setting) for e in record.events)


def _mention(e: Event, of: _Setting) -> Mention:
    text, beside = of.record.article.text, of.sentences[e.sentence].beside(e.trigger)
    place, time = of.spots.get(e.place), of.times.get(e.time)
    earliest, latest = days_ahead(e, time, of.record) if time else (None, None)
    suffer = [p for p in e.recipients if not of.tells(e, p)] if e.recipients else e.recipients
    return Mention(
        event=e.id, trigger=e.trigger, sentence=e.sentence, word=text[slice(*e.trigger)],
        lemma=lemma_of(text, e.trigger),
        type=e.type, mode=e.mode, status=_status(e, text),
        actors=of.named(e.actors), recipients=of.named(suffer),
        joint=bool(suffer) and any(_with_others(text, p) for p in suffer),
        place=place, town=None if place else of.towns[e.sentence],
        day=None if time else _day(e, of),
        earliest=earliest, latest=latest,
        same_as=e.same_as, voice=e.according_to, quad=e.quad, lead=e.sentence in of.leads,
        apart=beside.apart, nth=beside.nth, near=beside.near,
        counts=tuple([(c.what, c.low, c.high) for c in e.counts]),
    )  # fmt: skip


def _status(e: Event, text: str) -> Status:
    """The status of an event; what is called off only perhaps, or was due, is planned."""
    if e.status == "called_off":
        return "planned" if is_only_weighed(text, e.sentence) else "called_off"
    return "planned" if e.status == "occurred" and DUE.match(text, e.trigger[1]) else e.status


def _with_others(text: str, p: Participant) -> bool:
    start, end = p.span
    return text.endswith(" and ", 0, start) or bool(ALONG.match(text, end))


def spot_of(place: Place) -> Spot:
    """A place as linking compares it."""
    return Spot(
        name=place.name or place.text,
        feature=place.feature,
        country=place.country,
        geonames_id=place.geonames_id,
        lat=place.lat,
        lon=place.lon,
    )


def _is_since(record: Record, time: Time) -> bool:
    """Does a time only say since when: "the first strike since 2009"?"""
    return record.article.text.endswith(("since ", "Since "), 0, time.span[0])


def _day(e: Event, of: _Setting) -> tuple[str, str] | None:
    """The day that a sentence names last before an event, else first after it."""
    if not of.days[e.sentence]:
        return None
    nearest = min(
        (t.span[0] > e.trigger[0], abs(t.span[0] - e.trigger[0]), *days_ahead(e, t, of.record))
        for t in of.days[e.sentence]
    )
    return str(nearest[2]), str(nearest[3])


def lemma_of(text: str, trigger: Span) -> str:
    """The root of a trigger; of several words, that of the first that has a sense; with the particle or the noun before
    it that makes it another word ("blew up": "blow-up", "air strike": "air-strike")."""
    roots, alone = _roots_of(text[slice(*trigger)])
    if not roots:
        return alone
    starts, ends = compounds()
    before = BEFORE.search(text, max(0, trigger[0] - 20), trigger[0]) if roots[0] in ends else None
    if before and senses_of(whole := f"{before[1].lower()}-{roots[0]}"):
        return whole
    after = AFTER.match(text, trigger[1]) if roots[-1] in starts else None
    last = [root(w) for w in after.groups() if w] if after else []
    for whole in (f"{roots[-1]}-{'-'.join(last)}", f"{roots[-1]}-{last[0]}") if last else ():
        if senses_of(whole):
            return whole
    return alone


@lru_cache(maxsize=50_000)
def _roots_of(trigger: str) -> tuple[tuple[str, ...], str]:
    """The roots of a trigger's words, and what it is by itself."""
    roots = tuple(root(w) for w in WORD.findall(trigger))
    if not roots:
        return (), trigger.lower()
    return roots, next((r for r in ("-".join(roots), *roots) if senses_of(r)), roots[0])


def _party_of(text: str, entity: Entity | None) -> Party:
    return _party(text, entity.name, entity.key, entity.country) if entity else _party(text, None, None, None)


@lru_cache(maxsize=5_000)  # "the police" stands beside many events, of many articles
def _party(text: str, name: str | None, key: str | None, country: str | None) -> Party:
    return Party(text=text, head=head_of(text), name=name, key=key, country=country)


@lru_cache(maxsize=5_000)  # an article says "he" and "the police" over and over
def head_of(phrase: str) -> str:
    """The head of a noun phrase in lower case: its last word before "of", "who", a comma ..."""
    words = WORD.findall(phrase.split(",", maxsplit=1)[0]) or WORD.findall(phrase)
    for k, w in enumerate(words):
        if k and w.lower() in BREAKS:
            words = words[:k]
            break
    return words[-1].lower() if words else phrase.lower()
