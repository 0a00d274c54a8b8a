"""Events: who does what to whom, in which status, according to whom."""

from __future__ import annotations

from typing import Literal

from reportedly.record.span import Noun, Span, Why

Status = Literal[
    "occurred", "ongoing", "attempted", "planned", "considered", "threatened", "urged", "conditional", "called_off",
    "denied", "unknown",
]  # fmt: skip
Quad = Literal["verbal_cooperation", "material_cooperation", "verbal_conflict", "material_conflict"]


class Participant(Noun):
    """An actor or a recipient: its full span and its entity."""

    span: Span
    text: str
    entity: str | None = None


class Count(Noun):
    """A number that the text gives, as a range; `high` null is open, `basis` says how a vague number was bounded."""

    what: Literal["killed", "injured", "arrested", "displaced", "money", "other"]
    low: float | None
    high: float | None
    unit: str | None = None
    of: str | None = None
    basis: str | None = None
    span: Span


class Event(Noun):
    """One event mention; `factuality` runs from -3 to 3 from the point of view of whoever `according_to` names."""

    id: str
    trigger: Span
    sentence: Span
    type: str | None = None
    mode: str | None = None
    contexts: tuple[str, ...] = ()
    cameo: str | None = None
    quad: Quad | None = None
    actors: tuple[Participant, ...] = ()
    recipients: tuple[Participant, ...] = ()
    counts: tuple[Count, ...] = ()
    place: str | None = None
    time: str | None = None
    status: Status = "unknown"
    factuality: float | None = None
    according_to: str | None = None
    same_as: str | None = None
    why: dict[str, Why] = {}
