"""Time expressions."""

from __future__ import annotations

from typing import Literal

from reportedly.record.span import Noun, Span, Why


class Time(Noun):
    """One TIMEX3 expression; `earliest` and `latest` bound what `value` can mean, null where it is not resolved."""

    id: str
    span: Span
    text: str
    type: Literal["DATE", "TIME", "DURATION", "SET"]
    value: str | None = None
    earliest: str | None = None
    latest: str | None = None
    why: dict[str, Why] = {}
