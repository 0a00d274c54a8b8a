"""Paragraphs of a text, each with the line ends that follow it, so that nothing of the text is lost."""

from __future__ import annotations

import re
from typing import NamedTuple

from reportedly.record import Span


class Block(NamedTuple):
    """A paragraph; `after` are the line ends behind it; `tight` where only a single one separates it from the next."""

    span: Span
    after: Span
    headline: bool = False
    tight: bool = False


# A run of spaces is looked at once only, from its beginning: a megabyte of spaces must not take a day.
_BLANK_LINE = re.compile(r"(?<![ \t])[ \t]*\r?\n(?:(?:[ \t]*\r?\n)+|[ \t]*\Z)")
_LINE_END = re.compile(r"(?<![ \t])[ \t]*(?:\r?\n)+")


def blocks(text: str, headline: Span | None = None) -> list[Block]:
    """Cut a text into paragraphs: at blank lines where it has any, since its lines are then likely to be wrapped;
    else at every line end. The headline always ends a paragraph."""
    ends = _BLANK_LINE if _BLANK_LINE.search(text.strip()) else _LINE_END
    cuts = {m.start(): m.end() for m in ends.finditer(text)}
    if headline and (after := _LINE_END.match(text, headline[1])):
        cuts.setdefault(headline[1], after.end())
    found: list[Block] = []
    start = 0
    for end, then in sorted(cuts.items()):
        if end >= start:
            found.append(_block(text, start, end, then, headline))
            start = then
    if start < len(text) or not found:
        found.append(_block(text, start, len(text), len(text), headline))
    return found


def _block(text: str, start: int, end: int, then: int, headline: Span | None) -> Block:
    is_headline = headline is not None and headline[0] <= start < end <= headline[1]
    return Block((start, end), (end, then), is_headline, text.count("\n", end, then) == 1)
