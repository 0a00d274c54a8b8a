"""People, organisations, states and groups that an article mentions."""

from __future__ import annotations

from typing import Literal

from reportedly.record.span import Noun, Span, Why

EntityKind = Literal["person", "organisation", "state", "group", "outlet", "weapon_system", "other"]


class Entity(Noun):
    """One real-world thing. `mentions` are whole noun phrases, pronouns and descriptions included; `key` is the same in
    every article that calls a thing by this name; `sector` is a PLOVER sector code."""

    id: str
    name: str
    kind: EntityKind
    key: str | None = None
    role: str | None = None
    country: str | None = None
    sector: str | None = None
    mentions: tuple[Span, ...] = ()
    why: dict[str, Why] = {}
