"""Time expressions."""

from __future__ import annotations

from typing import Literal

from reportedly.record.span import Noun, Span, Why

Mod = Literal[
    "START", "MID", "END", "APPROX", "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE", "BEFORE", "AFTER"
]
"""TIMEX3's modifiers."""


class Time(Noun):
    """One TIMEX3 expression; `earliest` and `latest` bound what `value` can mean, null where it is not resolved.

    `value` keeps its precision: a month stays a month, a decade is "199", a week "2025-W11", an evening ends in "TEV",
    and a clock time is local. `mod` says which part is meant or how nearly ("mid-May", "about two weeks").
    """

    id: str
    span: Span
    text: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str | None = None
    mod: Mod | None = None
    earliest: str | None = None
    latest: str | None = None
    why: dict[str, Why] = {}
