"""Pieces that views are made of: words of a record on one line, and who made its fields. All through `visible_line`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reportedly.record import Record, Source, Span, Time, Why
from reportedly.web.visible import visible_line

FIELDS = {"spans": "words"}
"""Names of fields that say little to a reader."""

NO_SOURCE = "no source given"
TO = " → "
GAP = " … "

LONGEST_EVIDENCE = 120
"""Characters of evidence shown for one field: a clause or two; `reportedly why` gives the whole."""


@dataclass(frozen=True)
class Made:
    """Who made a field, how sure it was and because of which words; `missing` says why a field is null."""

    field: str
    by: str
    score: float | None
    missing: str | None
    because: str = ""


def made(reasons: Mapping[str, Why], record: Record) -> tuple[Made, ...]:
    """The makers of a noun's fields."""
    return tuple(
        Made(
            visible_line(FIELDS.get(field, field)),
            visible_line(why.by),
            why.score,
            shown((why.missing or "").replace("_", " ")),
            shortened(GAP.join(f"“{words}”" for words in _each(why.evidence, record)), LONGEST_EVIDENCE),
        )
        for field, why in reasons.items()
    )


def shown(words: str | None) -> str | None:
    """Words on one line; None where there are none."""
    return visible_line(words or "") or None


def pieces(spans: Iterable[Span], record: Record) -> str:
    """The words of spans on one line, a gap shown by an ellipsis."""
    return GAP.join(_each(spans, record))


def source_words(source: Source, record: Record) -> str:
    """The words that name the source, or that there are none."""
    return visible_line(source.text or "") or pieces(source.spans, record) or NO_SOURCE


def time_words(time: Time) -> str | None:
    """A time expression's words, and its value where they do not say it: "Friday (2025-03-14)"."""
    words, value = shown(time.text), visible_line(time.value or "")
    return f"{words} ({value})" if words and value and value not in words and not value.endswith("_REF") else words


def time_tip(time: Time) -> str:
    """What a time expression means: "DATE 2025-03, MID, 2025-03-01 to 2025-03-31"; why there is no value."""
    missing = time.why["value"].missing if "value" in time.why else None
    unknown = "no value" + (f": {missing.replace('_', ' ')}" if missing else "")
    bounds = f"{time.earliest} to {time.latest}" if time.earliest and time.earliest != time.latest else ""
    return visible_line(", ".join(filter(None, (f"{time.type} {time.value or unknown}", time.mod, bounds))))


def shortened(words: str, most: int) -> str:
    """`words`, cut off with an ellipsis where they are more than `most` characters."""
    return words if len(words) <= most else words[: most - 1].rstrip() + "…"


def _each(spans: Iterable[Span], record: Record) -> Iterable[str]:
    return filter(None, (visible_line(record.article.text[a:b]) for a, b in spans))
