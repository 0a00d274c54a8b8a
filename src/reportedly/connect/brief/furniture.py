"""Furniture: lines of a text that say nothing of its matter, and the credit that says whose text it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from reportedly.connect.brief.words import in_lower_case
from reportedly.record.span import Span

NAME = r"[A-Z][\w&.’'-]*(?: (?:of |the |and |de )?[A-Z0-9][\w&.’'-]*){0,5}"
"""A name of up to six words."""
DATELINE = re.compile(rf"\A\s*(?:[A-Z][^\n()]{{1,60}} ?)?\((?P<who>{NAME})\) ?(?:[-–—]+|>>|:)")
"""PORT ELDIN, May 2 (Meridian Wire) -"""
CREDITS = (
    re.compile(rf"[-–—](?<!\S.)[-–—]* ?(?P<who>{NAME})\.?\s*\Z"),
    re.compile(rf"^\(?(?:[Cc]ourtesy of|[Ss]ource:|[Vv]ia|[Ff]rom|[Cc]redit:|©|[Cc]opyright(?: ©)?(?: \d{{4}})?,?) "
               rf"(?:the )?(?P<who>{NAME})\)?\.?(?: All rights reserved\.?)?$", re.MULTILINE),
    re.compile(rf"^(?:This (?:article|story|report) )?(?:was )?(?:first |originally )(?:published|appeared)"
               rf" (?:by|in|on) (?:the )?(?P<who>{NAME})", re.MULTILINE),
)  # fmt: skip
"""Credits that stand after the text or on a line of their own, the most telling first."""
LINES = re.compile(
    r"\W*(?:subscribe\b|sign up|follow (?:us|him|her|@|\w+ on)|click here|read (?:more|or share)|related:|see also"
    r"|watch(?: live|:)|share this|download (?:the|our)|stay (?:with|tuned)|like us on|copyright|©"
    r"|this material may not"
    r"|(?:additional |with )?report(?:ing|ed) by|writing by|edit(?:ing|ed) by|compiled by|contributing:|newsletter"
    r"|with (?:files|information|material) from|anyone with (?:any )?information|photos?:|photo by|advertisement)",
    re.IGNORECASE,
)
"""How a sentence of furniture begins."""
HOLDS = re.compile(
    r".{0,60}\b(?:all rights reserved|contributed to this (?:report|story|article)|crime ?stoppers at)\b", re.IGNORECASE
)
"""What others hold early."""
HELD = ("rights reserved", "contributed to this", "stoppers at")
"""One of these stands wherever HOLDS fits."""
SENTENCES = re.compile(r"(?<=[.!?])[\"”’)]*\s+|\n+")


def kept_spans(text: str) -> tuple[Span, ...]:
    """Where the sentences of a text stand that are no furniture: neither dateline nor credit nor a line that says
    nothing of its matter; the whole text where nothing else would be left."""
    pieces = list(_between(sorted(m.span() for m in _credits(text)), len(text)))
    lower = in_lower_case(text)
    telling = (LINES, HOLDS) if any(words in lower for words in HELD) else (LINES,)
    kept = [s for piece in pieces for s in _sentences(text, piece) if not any(p.match(text, *s) for p in telling)]
    return tuple(s for s in kept if text[slice(*s)].strip()) or ((0, len(text)),)


def bare(text: str) -> str:
    """The text without its furniture."""
    return "\n".join(text[slice(*s)] for s in kept_spans(text))


def _between(cut: list[Span], end: int) -> Iterator[Span]:
    at = 0
    for start, stop in cut:
        if start > at:
            yield at, start
        at = max(at, stop)
    if at < end:
        yield at, end


def _sentences(text: str, piece: Span) -> Iterator[Span]:
    at, end = piece
    for m in SENTENCES.finditer(text, at, end):
        yield at, m.start()
        at = m.end()
    yield at, end


def credit_of(text: str) -> tuple[str, Span] | None:
    """Whom the text is credited to, and where it says so: a dateline first, then a line at the end or of its own."""
    m = next(iter(_credits(text)), None)
    return (m["who"].rstrip("."), m.span("who")) if m else None


@lru_cache(maxsize=2)
def _credits(text: str) -> tuple[re.Match[str], ...]:
    """Dateline and credits, the most telling first."""
    dateline = DATELINE.match(text)
    return (*((dateline,) if dateline else ()), *(m for pattern in CREDITS for m in pattern.finditer(text)))
