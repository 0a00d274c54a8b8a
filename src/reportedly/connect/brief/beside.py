"""The words beside a trigger: what they make of the event, which of several it is, and what is spoken of with it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from reportedly.connect.brief.words import WORD, apart_words, root
from reportedly.lexicons import load_sameness
from reportedly.record import Span

WINDOW = 10
"""Words to either side that count as near."""
REACH = {"drill": (5, 3), "fiction": (9, 0), "commemoration": (6, 1), "other": (2, 0)}
"""How many words before and after a trigger a word may stand to set it apart, by kind."""
ABOUT = re.compile(
    r"(?i)\b(about|based on|on|of|depict\w*|portray\w*|recount\w*|chronicl\w*|dramati\w*|inspired by|retell\w*|"
    r"in which|tell\w*|follow\w*|explor\w*)\b"
)
"""What leads from a work to what it shows."""
PAST = re.compile(
    r"(?i)\blast (?:year|month|week|summer|winter|spring|autumn|fall|decade)['’]s\s+(?:\w+\s+)?$"
    r"|\b(?:the|a|in|his|her|their|that)\s+(?:19|20)\d\d\s+(?:\w+\s+)?$"
)
"""Directly before a trigger: it is one of another time ("last year's attack", "the 2019 attack")."""
PAST_AT_ALL = re.compile(r"(?i)\blast |(?:19|20)\d\d")
"""What a sentence holds wherever PAST fits."""
LITTLE = load_sameness().little
"""Words that are near everything."""
ORDINALS = {word: number for number, word in enumerate(load_sameness().ordinals, start=1)}


@dataclass(frozen=True)
class Sentence:
    """The words of one sentence with their places in the text. What they say of any trigger is found once."""

    text: str
    start: int
    words: tuple[tuple[int, int, str], ...]

    @cached_property
    def _starts(self) -> list[int]:
        return [a for a, _, _ in self.words]

    @cached_property
    def _ends(self) -> list[int]:
        return [b for _, b, _ in self.words]

    @cached_property
    def _roots(self) -> list[str | None]:
        """The root of each word; None of those that are near everything."""
        return [root(w) if len(w) > 2 and w.lower() not in LITTLE else None for _, _, w in self.words]

    @cached_property
    def _setting_apart(self) -> list[tuple[int, str]]:
        """The words that set events apart: which, of what kind."""
        kinds = apart_words()
        return [(k, kind) for k, (_, _, w) in enumerate(self.words) if (kind := kinds.get(root(w)))]

    @cached_property
    def _may_be_past(self) -> bool:
        return PAST_AT_ALL.search(self.text) is not None

    def at(self, trigger: Span) -> tuple[int, int]:
        """The first word of the trigger and the first after it."""
        return bisect_right(self._ends, trigger[0]), bisect_left(self._starts, trigger[1])

    def near(self, trigger: Span) -> tuple[str, ...]:
        """Roots of the words around the trigger, without it and without those that are near everything."""
        first, after = self.at(trigger)
        around = {*self._roots[max(0, first - WINDOW) : first], *self._roots[after : after + WINDOW]}
        return tuple(sorted(r for r in around if r is not None))

    def nth(self, trigger: Span) -> int | None:
        """2 for "the second attack"."""
        first, _ = self.at(trigger)
        before = (w.lower() for _, _, w in self.words[max(0, first - 2) : first])
        return next((ORDINALS[w] for w in before if w in ORDINALS), None)

    def apart(self, trigger: Span) -> str | None:
        """What sets the event apart from one that happens here and now."""
        first, after = self.at(trigger)
        for k, kind in self._setting_apart:
            if first <= k < after:
                continue
            back, ahead = REACH[kind]
            if not (0 < first - k <= back or 0 <= k - after < ahead):
                continue
            between = self.text[self._ends[k] - self.start : trigger[0] - self.start]
            if kind == "fiction" and not ABOUT.search(between):
                continue
            if kind == "other" and (self.words[first][2].lower().endswith("ed") if first < len(self.words) else True):
                continue
            return kind
        return "other" if self._may_be_past and PAST.search(self.text[: trigger[0] - self.start]) else None


def sentence_of(text: str, span: Span) -> Sentence:
    """The sentence at a span."""
    words = tuple((m.start(), m.end(), m.group()) for m in WORD.finditer(text, *span))
    return Sentence(text[slice(*span)], span[0], words)
