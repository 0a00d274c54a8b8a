"""Marked text cut at every boundary of every mark, because marks of different statements overlap and nest."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import NamedTuple

from reportedly.record import Span


class Mark(NamedTuple):
    """A span that plays a role for a statement (or event, …): `owner` says for which, `depth` how deep it is nested,
    `of` what it is about where the owner does not say it."""

    span: Span
    role: str
    owner: str
    depth: int = 0
    of: object = None


class Segment(NamedTuple):
    """A stretch of text under the same marks all along, outermost mark first."""

    span: Span
    marks: tuple[Mark, ...]


def cut(within: Span, marks: Sequence[Mark]) -> list[Segment]:
    """Cut `within` so that no mark begins or ends inside a segment. The segments follow one another without a gap."""
    inside = [m for m in marks if max(m.span[0], within[0]) < min(m.span[1], within[1])]
    points = {p for m in inside for p in m.span if within[0] < p < within[1]} | set(within)
    opening = sorted(inside, key=lambda m: m.span[0])
    segments: list[Segment] = []
    active: list[Mark] = []
    at = 0
    for start, end in pairwise(sorted(points)):
        active = [m for m in active if m.span[1] > start]
        while at < len(opening) and opening[at].span[0] <= start:
            active.append(opening[at])
            at += 1
        ordered = sorted(active, key=_outermost_first) if len(active) > 1 else active
        segments.append(Segment((start, end), tuple(ordered)))
    return segments


def _outermost_first(mark: Mark) -> tuple[int, int, int, str]:
    return (mark.depth, -(mark.span[1] - mark.span[0]), mark.span[0], mark.role)


def windows(spans: Sequence[Span], text: str, around: int) -> list[Span]:
    """Stretches of `text` that show `spans` with about `around` characters on both sides, whole words, merged."""
    merged: list[Span] = []
    for start, end in sorted(spans):
        low, high = _word_start(text, max(0, start - around)), _word_end(text, min(len(text), end + around))
        if merged and low <= merged[-1][1] + 1:
            merged[-1] = (merged[-1][0], max(high, merged[-1][1]))
        else:
            merged.append((low, high))
    return merged


LONGEST_WORD = 30
"""Characters that a window may grow to reach the edge of a word."""


def _word_start(text: str, at: int) -> int:
    for i in range(at, max(0, at - LONGEST_WORD), -1):
        if text[i - 1].isspace():
            return i
    return 0 if at <= LONGEST_WORD else at


def _word_end(text: str, at: int) -> int:
    for i in range(at, min(len(text), at + LONGEST_WORD)):
        if text[i].isspace():
            return i
    return len(text) if len(text) - at <= LONGEST_WORD else at
