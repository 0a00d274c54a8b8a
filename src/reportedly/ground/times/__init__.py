"""Time expressions: where they stand, their TIMEX3 type and value, and the days that they can mean."""

from __future__ import annotations

import re
from datetime import date

from reportedly.ground.times.calendar import bounds_of
from reportedly.ground.times.find import Resolved, resolve
from reportedly.ground.times.rule import Reading
from reportedly.reader.tokens import Tokens
from reportedly.record import Time, Why
from reportedly.record.time import Mod


def found_times(tokens: Tokens, published: str | None) -> tuple[Time, ...]:
    """The article's time expressions in text order. `published`: its day of publication, ISO 8601, if known."""
    return tuple(_time(i, r, tokens.text) for i, r in enumerate(resolve(tokens, day_of(published)), 1))


def day_of(published: str | None) -> date | None:
    """The day of a date or timestamp; None where it is none."""
    try:
        return date.fromisoformat((published or "")[:10])
    except ValueError:
        return None


MODS: tuple[tuple[str, Mod], ...] = (
    (r"(?:the |very |this )*(?:early|earlier|beginning|start|first part)\b", "START"),
    (r"(?:the |very )*(?:mid\b|middle)", "MID"),
    (r"(?:the |very )*(?:late|later|end|close|latter)\b", "END"),
    (r"(?:nearly|almost|less than|fewer than|under|barely)\b", "LESS_THAN"),
    (r"(?:more than|over|a little more than|well over)\b", "MORE_THAN"),
    (r"at least\b", "EQUAL_OR_MORE"),
    (r"(?:up to|at most|as many as|as much as)\b", "EQUAL_OR_LESS"),
    (r"(?:about|around|approximately|roughly|some|close to|ca?\.)(?!\w)|.* or so\b", "APPROX"),
)
"""Words at the beginning of an expression, and the modifier that they are."""


def mod_of(words: str) -> Mod | None:
    """The modifier that an expression begins with."""
    return next((mod for pattern, mod in MODS if re.match(pattern, words, re.I)), None)


def _no_bounds(reading: Reading) -> str:
    """Why a value has no earliest and latest day: a season of which half of the earth, a length of no given time."""
    if reading.missing:
        return reading.missing
    return "ambiguous" if reading.type in ("DATE", "TIME") else "not_said"


def _time(number: int, r: Resolved, text: str) -> Time:
    span, reading = r.found.span, r.reading
    words = text[slice(*span)]
    by = f"rule:{r.found.rule.name}@1"
    evidence = (span, r.anchor) if r.anchor else (span,)
    bounds = reading.bounds or (bounds_of(reading.value) if reading.value else None)
    why = {"type": Why(by=by, evidence=(span,)), "value": Why(by=by, evidence=evidence, missing=reading.missing)}
    edge = Why(by=by, evidence=evidence, missing=None if bounds else _no_bounds(reading))
    why |= {"earliest": edge, "latest": edge}
    if mod := mod_of(words):
        why["mod"] = Why(by="rule:modifier@1", evidence=(span,))
    return Time(
        id=f"t{number}", span=span, text=words, type=reading.type, value=reading.value, mod=mod,
        earliest=bounds[0] if bounds else None, latest=bounds[1] if bounds else None, why=why,
    )  # fmt: skip
