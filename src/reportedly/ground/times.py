"""Time expressions, as spans: what stands in the text; their values come with the date grammar."""

from __future__ import annotations

import re
from typing import Literal

from reportedly.lexicons import Lexicons
from reportedly.reader.tokens import Token, Tokens
from reportedly.record import Span, Time, Why

CLOCK = re.compile(r"\d{1,2}(?::\d\d)?\s?(?:a\.?m\.?|p\.?m\.?|GMT|UTC)|\d{1,2}:\d\d", re.I)
LENGTH = re.compile(
    r"(?:about |nearly |more than |at least )*"
    r"(?:an?|two|three|four|five|six|seven|eight|nine|ten|\d+|several|many) (?:\w+ )?"
    r"(?:days?|weeks?|months?|years?|decades?)$"
)


def time_spans(tokens: Tokens, lexicons: Lexicons) -> list[Span]:
    """Spans of dates and times: names of the types DATE and TIME, and the words of the time lexicon beside them."""
    marked = [t.name in ("DATE", "TIME") or _anchors(t, lexicons) for t in tokens.items]
    spans: list[Span] = []
    i = 0
    while i < len(tokens):
        if not marked[i]:
            i += 1
            continue
        first = i
        while (
            i + 1 < len(tokens)
            and marked[i + 1]
            and tokens[i + 1].sentence == tokens[first].sentence
            and not (tokens[i + 1].name_start and tokens[i].name and not _anchors(tokens[i + 1], lexicons))
        ):
            i += 1
        spans.append(_trimmed(tokens, first, i, lexicons))
        i += 1
    return [s for s in spans if any(c.isalnum() for c in tokens.text[slice(*s)])]


def time_type(text: str) -> Literal["DATE", "TIME", "DURATION", "SET"]:
    """DATE, TIME, DURATION or SET, by the words of the expression."""
    low = text.lower()
    if re.search(r"\b(?:every|each|daily|weekly|monthly|annually)\b", low):
        return "SET"
    if CLOCK.search(low) or re.search(
        r"\b(?:morning|afternoon|evening|night|tonight|midnight|noon|overnight|hours?|minutes?) *$", low
    ):
        return "TIME" if not re.match(r"(?:for|about|nearly|more than)?\s*\w+\s(?:hours|minutes)$", low) else "DURATION"
    return "DURATION" if LENGTH.match(low) else "DATE"


def _anchors(t: Token, lexicons: Lexicons) -> bool:
    words = lexicons.times
    if t.lower in words.days and t.text[0].isupper():
        return True
    return t.lower in ("yesterday", "today", "tonight", "overnight") and t.tag[:2] in ("NN", "RB")


def _trimmed(tokens: Tokens, first: int, last: int, lexicons: Lexicons) -> Span:
    while first < last and tokens[first].lower in ("on", "in", "at", "since", "until", "of", "for", ","):
        first += 1
    while last > first and (tokens[last].tag == "POS" or not any(c.isalnum() for c in tokens[last].text)):
        last -= 1
    before = tokens[first - 1] if first else None
    if before and before.lower in lexicons.times.modifiers and before.sentence == tokens[first].sentence:
        first -= 1
    return tokens[first].start, tokens[last].end


def found_times(tokens: Tokens, lexicons: Lexicons) -> tuple[Time, ...]:
    """The article's time expressions with text and type; values are not resolved yet."""
    why = {"value": Why(by="rule:time-words@1", missing="unsupported")}
    return tuple(
        Time(id=f"t{i}", span=s, text=tokens.text[slice(*s)], type=time_type(tokens.text[slice(*s)]), why=why)
        for i, s in enumerate(sorted(set(time_spans(tokens, lexicons))), 1)
    )
