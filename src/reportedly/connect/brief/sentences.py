"""Sentences of a text by its punctuation: a brief is made from a record, which keeps no tokens."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property, lru_cache

from reportedly.record import Span

SHORT = frozenset(
    [
        "mr",
        "mrs",
        "ms",
        "dr",
        "st",
        "gen",
        "col",
        "lt",
        "sgt",
        "capt",
        "maj",
        "gov",
        "sen",
        "rep",
        "prof",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sept",
        "oct",
        "nov",
        "dec",
        "no",
        "vs",
        "etc",
        "inc",
        "ltd",
        "co",
        "a.m",
        "p.m",
        "u.s",
        "u.k",
    ]
)
"""Words whose full stop ends no sentence."""
LONGEST = 1 + max(map(len, SHORT))
"""Characters before a full stop that tell whether it stands behind such a word."""
END = re.compile(r"[.!?…\n。！？](?:(?<=[.!?…])[.!?…]*[\"”’')\]]*(?=\s)|(?<=\n)\n*|(?<=[。！？]))")
"""It begins with the marks that end a sentence, then looks which it was: so a search passes over all else quickly."""
LAST_WORD = re.compile(r"[\w.]+$")


@dataclass(frozen=True)
class Sentences:
    """The sentences of one text, in order."""

    text: str

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """Where each stands; white space between them belongs to none."""
        out: list[Span] = []
        start = 0
        for m in END.finditer(self.text):
            if self.text[m.start()] == "." and self._is_short(start, m.start()):
                continue
            out.append((start, m.end()))
            start = m.end()
        out.append((start, len(self.text)))
        return tuple((b - len(kept), b) for a, b in out if (kept := self.text[a:b].lstrip()))

    def _is_short(self, start: int, stop: int) -> bool:
        """Does the full stop at `stop` only shorten a word, or a name to its initial?"""
        before = LAST_WORD.search(self.text, max(start, stop - LONGEST), stop)
        word = before.group().lower() if before else ""
        return word in SHORT or (len(word) == 1 and word.isalpha())

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(a for a, _ in self.spans)

    def at(self, position: int) -> Span:
        """The sentence that holds a position, or the last before it."""
        if not self.spans:
            return (0, len(self.text))
        return self.spans[max(0, bisect_right(self._starts, position) - 1)]

    def before(self, span: Span) -> Span | None:
        """The sentence before that which holds a span's start."""
        k = bisect_right(self._starts, span[0]) - 1
        return self.spans[k - 1] if k > 0 else None


@lru_cache(maxsize=2)
def sentences_of(text: str) -> Sentences:
    """The sentences of a text; those of an article, which every part of its brief asks for, are found once."""
    return Sentences(text)
