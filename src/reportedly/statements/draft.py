"""A statement in the making: what the stages of this package pass on to one another."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from reportedly.record import Span, Why
from reportedly.record.statement import Act, Form

CITED_BY = "rule:citing@1"
"""The maker of the statement of whoever was cited (nesting.cited_sources)."""


@dataclass(frozen=True, slots=True)
class Draft:
    """Spans of one statement and who made it. `inner`: found inside the content of another one."""

    source: Span | None
    cue: Span | None
    content: tuple[Span, ...]
    why: Why
    act: Act = "say"
    form: Form = "indirect"
    inner: bool = False
    addressee: Span | None = None
    said: Span | None = None
    parent: int | None = None
    reasons: dict[str, Why] = field(default_factory=dict)

    @property
    def spans(self) -> tuple[Span, ...]:
        """Source, cue and content together."""
        return tuple(s for s in (self.source, self.cue, *self.content) if s)

    @property
    def is_cited(self) -> bool:
        """Is it what one source says on the word of another that it cites?"""
        return self.why.by == CITED_BY

    @property
    def start(self) -> int:
        """Where the statement is anchored in the text: its cue, else its first word."""
        return self.cue[0] if self.cue else min((a for a, _ in self.spans), default=0)

    def because(self, field_name: str, why: Why, **changes: object) -> Draft:
        """A copy with changes and the reason for one field."""
        return replace(self, reasons={**self.reasons, field_name: why}, **changes)  # type: ignore[arg-type]
