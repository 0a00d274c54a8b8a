"""Quotations that carry on: a quoted paragraph or sentence with no attribution of its own goes on being said by the
last speaker."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace

from reportedly.record import Span, Why, overlaps
from reportedly.statements.draft import Draft

LONGEST_GAP = 120
"""Characters between two quotations of one speaker, for "she said, her voice breaking" and the like."""
SHORTEST = 25
"""Characters: a shorter quotation is a title, a nickname or a scare quote."""


def carried_on(drafts: list[Draft], text: str, quoted: list[tuple[int, int, bool]]) -> list[Draft]:
    """Add a free quotation, one that fills its line, to the statement whose quotation ended right before it."""
    out = list(drafts)
    taken = sorted(s for d in out for s in d.spans)
    longest = max((b - a for a, b in taken), default=0)
    for start, end, _ in quoted:
        span = (start, end)
        near = taken[bisect_left(taken, (start - longest, 0)) : bisect_left(taken, (end, 0))]
        if end - start < SHORTEST or any(overlaps(span, s) for s in near) or not _fills_line(text, span):
            continue
        before = [i for i, d in enumerate(out) if d.content and d.source and not d.inner and d.content[-1][1] <= start]
        if not before:
            continue
        i = max(before, key=lambda k: max(out[k].content[-1][1], out[k].start))
        d = out[i]
        gap = text[max(d.content[-1][1], d.cue[1] if d.cue else 0) : start]
        if len(re.findall(r"\n\s*", gap)) > 1 or len(gap.strip()) > LONGEST_GAP:
            continue
        why = Why(by="rule:carried-on@1", evidence=(span,))
        out[i] = replace(d, content=(*d.content, span)).because("carried", why)
    return out


def _fills_line(text: str, span: Span) -> bool:
    left = text.rfind("\n", 0, span[0]) + 1
    right = text.find("\n", span[1])
    rest = text[left : span[0]] + text[span[1] : right if right >= 0 else len(text)]
    return not any(c.isalnum() for c in rest)
