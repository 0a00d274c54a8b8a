"""People, organisations, states and groups that an article mentions."""

from __future__ import annotations

from typing import Literal

from reportedly.record.span import Noun, Span, Why

EntityKind = Literal["person", "organisation", "state", "group", "outlet", "weapon_system", "other"]


class Entity(Noun):
    """One real-world thing; `mentions` include pronouns and descriptions. `sector` is a PLOVER sector code."""

    id: str
    name: str
    kind: EntityKind
    role: str | None = None
    country: str | None = None
    sector: str | None = None
    mentions: tuple[Span, ...] = ()
    why: dict[str, Why] = {}
