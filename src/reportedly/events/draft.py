"""An event in the making: what the stages of events, status and ground pass on to one another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace

from reportedly.record import Count, Span, Why
from reportedly.record.event import Status


@dataclass(frozen=True, slots=True)
class EventDraft:
    """One event mention. `token` is the trigger's token; `type` is None for an event that PLOVER has no type for.

    `told` and `certainty` are what the heads say of its status (shares by name) and factuality (-3..3). `holder` is the
    index of the statement that it is told in; `heads` the version of the heads.
    """

    token: int
    trigger: Span
    type: str | None
    mode: str | None
    told: Mapping[Status, float]
    certainty: float
    heads: int = 1
    actors: tuple[Span, ...] = ()
    recipients: tuple[Span, ...] = ()
    counts: tuple[Count, ...] = ()
    contexts: tuple[str, ...] = ()
    status: Status = "unknown"
    factuality: float | None = None
    holder: int | None = None
    time: str | None = None
    place: str | None = None
    same_as: int | None = None
    reasons: dict[str, Why] = field(default_factory=dict)

    @property
    def parties(self) -> tuple[Span, ...]:
        """Actors and recipients together."""
        return (*self.actors, *self.recipients)

    def because(self, field_name: str, why: Why, **changes: object) -> EventDraft:
        """A copy with changes and the reason for one field."""
        return replace(self, reasons={**self.reasons, field_name: why}, **changes)  # type: ignore[arg-type]


def parties_of(drafts: Iterable[EventDraft]) -> dict[Span, bool]:
    """Every actor and recipient, and whether one of its events has a type."""
    found: dict[Span, bool] = {}
    for d in drafts:
        for s in d.parties:
            found[s] = found.get(s, False) or d.type is not None
    return found
