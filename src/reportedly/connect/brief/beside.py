"""The words beside a trigger: what they make of the event, which of several it is, and what is spoken of with it."""

from __future__ import annotations

import re
from dataclasses import dataclass

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
LITTLE = load_sameness().little
"""Words that are near everything."""


@dataclass(frozen=True)
class Sentence:
    """The words of one sentence with their places in the text."""

    text: str
    start: int
    words: tuple[tuple[int, int, str], ...]

    def at(self, trigger: Span) -> tuple[int, int]:
        """The first word of the trigger and the first after it."""
        first = next((k for k, w in enumerate(self.words) if w[1] > trigger[0]), len(self.words))
        after = next((k for k, w in enumerate(self.words) if w[0] >= trigger[1]), len(self.words))
        return first, after

    def near(self, trigger: Span) -> tuple[str, ...]:
        """Roots of the words around the trigger, without it and without those that are near everything."""
        first, after = self.at(trigger)
        around = (*self.words[max(0, first - WINDOW) : first], *self.words[after : after + WINDOW])
        return tuple(sorted({root(w) for _, _, w in around if len(w) > 2 and w.lower() not in LITTLE}))

    def nth(self, trigger: Span) -> int | None:
        """2 for "the second attack"."""
        first, _ = self.at(trigger)
        for _, _, w in self.words[max(0, first - 2) : first]:
            if w.lower() in load_sameness().ordinals:
                return load_sameness().ordinals.index(w.lower()) + 1
        return None

    def apart(self, trigger: Span) -> str | None:
        """What sets the event apart from one that happens here and now."""
        first, after = self.at(trigger)
        before = self.text[: trigger[0] - self.start]
        kinds = apart_words()
        for k, (_, end, w) in enumerate(self.words):
            kind = kinds.get(root(w))
            if kind is None or first <= k < after:
                continue
            back, ahead = REACH[kind]
            if not (0 < first - k <= back or 0 <= k - after < ahead):
                continue
            if kind == "fiction" and not ABOUT.search(self.text[end - self.start : trigger[0] - self.start]):
                continue
            if kind == "other" and (self.words[first][2].lower().endswith("ed") if first < len(self.words) else True):
                continue
            return kind
        return "other" if PAST.search(before) else None


def sentence_of(text: str, span: Span) -> Sentence:
    """The sentence at a span."""
    words = tuple((m.start(), m.end(), m.group()) for m in WORD.finditer(text, *span))
    return Sentence(text[slice(*span)], span[0], words)
