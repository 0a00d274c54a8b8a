"""Entities in words: whom pronouns stand for, and who is worth a line in a list."""

from __future__ import annotations

from dataclasses import dataclass

from reportedly.record import Entity, Record, Span
from reportedly.web.visible import visible_line

PRONOUNS = frozenset({
    "i", "me", "my", "mine", "myself", "we", "us", "our", "ours", "ourselves", "you", "your", "yours", "yourself",
    "he", "him", "his", "himself", "she", "her", "hers", "herself", "it", "its", "itself",
    "they", "them", "their", "theirs", "themselves",
})  # fmt: skip


@dataclass(frozen=True)
class EntityView:
    """One entity in words: `about` is its role, else its kind, with country and sector."""

    id: str
    name: str
    about: str
    mentions: int
    entity: Entity


def entity_views(record: Record) -> tuple[EntityView, ...]:
    """Those with a name, or with a part in a statement or a typed event, most mentions first; others are many, and
    stand in the record."""
    parts = {s.source.entity for s in record.statements} | {
        s.addressee.entity for s in record.statements if s.addressee
    }
    parts |= {p.entity for e in record.events if e.type for p in (*e.actors, *e.recipients)}
    shown = [e for e in record.entities if e.mentions and (e.key or e.id in parts)]
    return tuple(map(_view, sorted(shown, key=lambda e: -len(e.mentions))))


def pronouns(record: Record) -> dict[Span, str]:
    """For each pronoun, the name and role of what it stands for."""
    text = record.article.text
    return {
        span: called(entity)
        for entity in record.entities
        for span in entity.mentions
        if text[slice(*span)].lower() in PRONOUNS and entity.name.lower() not in PRONOUNS
    }


def called(entity: Entity) -> str:
    """Name and role."""
    return ", ".join(filter(None, (visible_line(entity.name), visible_line(entity.role or ""))))


def _view(e: Entity) -> EntityView:
    about = [visible_line(e.role or "") or e.kind.replace("_", " "), e.country, e.sector]
    return EntityView(visible_line(e.id), visible_line(e.name), ", ".join(filter(None, about)), len(e.mentions), e)
