"""Event mentions of one record, as linking compares them."""

from __future__ import annotations

import re
from collections.abc import Mapping

from reportedly.connect.brief.ahead import days_ahead
from reportedly.connect.brief.beside import Sentence, sentence_of
from reportedly.connect.brief.nouns import Mention, Party, Spot
from reportedly.connect.brief.words import WORD, root, senses_of
from reportedly.lexicons import load_sameness
from reportedly.record import Entity, Event, Place, Record, Span, Time, covers
from reportedly.record.event import Participant

LEADING = 2
"""Sentences with events from the beginning that are the headline and the lead."""
BEFORE = re.compile(r"([A-Za-z]+)[ -]\Z")
AFTER = re.compile(r"[ -](?:(?:him|her|it|them)sel(?:f|ves) )?([A-Za-z]+)(?: ([A-Za-z]+))?")
PEOPLES = ("ian", "ean", "ese", "ish")
"""Endings of demonyms; a place that the gazetteer lacks and that ends so is none ("the Tamurian capital")."""
BREAKS = load_sameness().breaks
"""Words that end the part of a noun phrase in which its head stands."""


def mentions_of(record: Record) -> tuple[Mention, ...]:
    """Every event of the record, typed or not, in order."""
    entities = {e.id: e for e in record.entities}
    text = record.article.text
    spans = sorted({e.sentence for e in record.events})
    leads = frozenset(spans[:LEADING])
    sentences = {s: sentence_of(text, s) for s in spans}
    return tuple(_mention(e, record, entities, sentences[e.sentence], e.sentence in leads) for e in record.events)


def _mention(e: Event, record: Record, entities: Mapping[str, Entity], sentence: Sentence, lead: bool) -> Mention:
    word = record.article.text[slice(*e.trigger)]
    place = next((p for p in record.places if p.id == e.place), None)
    time = next((t for t in record.times if t.id == e.time and not _is_since(record, t)), None)
    if place and place.country is None and (place.use == "demonym" or place.text.endswith(PEOPLES)):
        place = None
    earliest, latest = days_ahead(e, time, record) if time else (None, None)
    return Mention(
        event=e.id, trigger=e.trigger, sentence=e.sentence, word=word, lemma=lemma_of(record.article.text, e.trigger),
        type=e.type, mode=e.mode, status=e.status, actors=tuple(_party(p, entities) for p in e.actors),
        recipients=tuple(_party(p, entities) for p in e.recipients),
        place=spot_of(place) if place else None, town=None if place else _town(record, e.sentence),
        day=None if time else _day(record, e),
        earliest=earliest, latest=latest,
        same_as=e.same_as, voice=e.according_to, quad=e.quad, lead=lead, apart=sentence.apart(e.trigger),
        nth=sentence.nth(e.trigger), near=sentence.near(e.trigger),
        counts=tuple((c.what, c.low, c.high) for c in e.counts),
    )  # fmt: skip


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


def _town(record: Record, sentence: Span) -> Spot | None:
    """The only town that a sentence names as a place where things happen."""
    towns = {
        spot_of(p) for p in record.places if p.feature == "city" and p.use == "location" and covers(sentence, p.span)
    }
    return towns.pop() if len(towns) == 1 else None


def _is_since(record: Record, time: Time) -> bool:
    """Does a time only say since when: "the first strike since 2009"?"""
    return record.article.text[: time.span[0]].endswith(("since ", "Since "))


def _day(record: Record, e: Event) -> tuple[str, str] | None:
    """The day that a sentence names last before an event, else first after it; not one on which something was said."""
    saying = {s.said for s in record.statements}
    days = sorted(
        (t.span[0] > e.trigger[0], abs(t.span[0] - e.trigger[0]), *days_ahead(e, t, record))
        for t in record.times
        if t.earliest and t.latest and t.earliest[:10] == t.latest[:10] and t.id not in saying
        if covers(e.sentence, t.span) and not _is_since(record, t)
    )
    return next(((str(first), str(last)) for _, _, first, last in days), None)


def lemma_of(text: str, trigger: Span) -> str:
    """The root of a trigger; of several words, that of the first that has a sense; with the particle or the noun before
    it that makes it another word ("blew up": "blow-up", "air strike": "air-strike")."""
    words = WORD.findall(text[slice(*trigger)])
    if not words:
        return text[slice(*trigger)].lower()
    roots = [root(w) for w in words]
    before = BEFORE.search(text, max(0, trigger[0] - 20), trigger[0])
    if before and senses_of(whole := f"{before[1].lower()}-{roots[0]}"):
        return whole
    after = AFTER.match(text, trigger[1])
    last = [root(w) for w in after.groups() if w] if after else []
    for whole in (f"{roots[-1]}-{'-'.join(last)}", f"{roots[-1]}-{last[0]}") if last else ():
        if senses_of(whole):
            return whole
    whole = "-".join(roots)
    return next((r for r in (whole, *roots) if senses_of(r)), roots[0])


def _party(p: Participant, entities: Mapping[str, Entity]) -> Party:
    entity = entities.get(p.entity) if p.entity else None
    head = head_of(p.text)
    if entity is None:
        return Party(text=p.text, head=head)
    return Party(text=p.text, head=head, name=entity.name, key=entity.key, country=entity.country)


def head_of(phrase: str) -> str:
    """The head of a noun phrase in lower case: its last word before "of", "who", a comma ..."""
    words = WORD.findall(phrase.split(",", maxsplit=1)[0]) or WORD.findall(phrase)
    for k, w in enumerate(words):
        if k and w.lower() in BREAKS:
            words = words[:k]
            break
    return words[-1].lower() if words else phrase.lower()
