"""Event mentions of one record, as linking compares them."""

from __future__ import annotations

from collections.abc import Mapping

from reportedly.connect.brief.nouns import Mention, Party, Spot
from reportedly.connect.brief.words import WORD, stem
from reportedly.record import Entity, Event, Record
from reportedly.record.event import Participant


def mentions_of(record: Record) -> tuple[Mention, ...]:
    """Every event of the record, typed or not, in order."""
    entities = {e.id: e for e in record.entities}
    return tuple(_mention(e, record, entities) for e in record.events)


def _mention(e: Event, record: Record, entities: Mapping[str, Entity]) -> Mention:
    word = record.article.text[slice(*e.trigger)]
    place = next((p for p in record.places if p.id == e.place), None)
    time = next((t for t in record.times if t.id == e.time), None)
    return Mention(
        event=e.id, trigger=e.trigger, sentence=e.sentence, word=word, lemma=stem(word), type=e.type, mode=e.mode,
        status=e.status, actors=tuple(_party(p, entities) for p in e.actors),
        recipients=tuple(_party(p, entities) for p in e.recipients),
        place=Spot(name=place.name or place.text, feature=place.feature, country=place.country,
                   geonames_id=place.geonames_id, lat=place.lat, lon=place.lon) if place else None,
        earliest=time.earliest if time else None, latest=time.latest if time else None,
        same_as=e.same_as, voice=e.according_to,
    )  # fmt: skip


def _party(p: Participant, entities: Mapping[str, Entity]) -> Party:
    entity = entities.get(p.entity) if p.entity else None
    words = WORD.findall(p.text)
    head = words[-1].lower() if words else p.text.lower()
    if entity is None:
        return Party(text=p.text, head=head)
    return Party(text=p.text, head=head, name=entity.name, key=entity.key, country=entity.country)
