"""The words beside a trigger: what they make of the event, which of several it is, and what is spoken of with it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import lru_cache

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
ORDINALS = {word: number for number, word in enumerate(load_sameness().ordinals, start=1)}


@dataclass(frozen=True)
class Sentence:
    """The words of one sentence with their places in the text. What they say of any trigger is found once."""

    text: str
    start: int
    words: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    roots: tuple[str | None, ...]
    """The root of each word; None of those that are near everything."""
    setting_apart: tuple[tuple[int, str], ...]
    """The words that set events apart: which, of what kind."""
    may_be_past: bool
    """False where PAST fits nowhere."""

    def at(self, trigger: Span) -> tuple[int, int]:
        """The first word of the trigger and the first after it."""
        return bisect_right(self.ends, trigger[0]), bisect_left(self.starts, trigger[1])

    def near(self, trigger: Span) -> tuple[str, ...]:
        """Roots of the words around the trigger, without it and without those that are near everything."""
        first, after = self.at(trigger)
        around = {*self.roots[max(0, first - WINDOW) : first], *self.roots[after : after + WINDOW]}
        return tuple(sorted(r for r in around if r is not None))

    def nth(self, trigger: Span) -> int | None:
        """2 for "the second attack"."""
        first, _ = self.at(trigger)
        for w in self.words[max(0, first - 2) : first]:
            if w.lower() in ORDINALS:
                return ORDINALS[w.lower()]
        return None

    def apart(self, trigger: Span) -> str | None:
        """What sets the event apart from one that happens here and now."""
        first, after = self.at(trigger)
        for k, kind in self.setting_apart:
            if first <= k < after:
                continue
            back, ahead = REACH[kind]
            if not (0 < first - k <= back or 0 <= k - after < ahead):
                continue
            between = self.text[self.ends[k] - self.start : trigger[0] - self.start]
            if kind == "fiction" and not ABOUT.search(between):
                continue
            if kind == "other" and (self.words[first].lower().endswith("ed") if first < len(self.words) else True):
                continue
            return kind
        return "other" if self.may_be_past and PAST.search(self.text[: trigger[0] - self.start]) else None


@lru_cache(maxsize=20_000)
def _facts(word: str) -> tuple[str | None, str | None]:
    """The root of a word that tells something, and what it makes of an event beside it."""
    return (root(word) if len(word) > 2 and word.lower() not in LITTLE else None), apart_words().get(root(word))


def sentence_of(text: str, span: Span) -> Sentence:
    """The sentence at a span."""
    found = list(WORD.finditer(text, *span))
    words = tuple(m.group() for m in found)
    facts, folded = [_facts(w) for w in words], text[slice(*span)].casefold()
    return Sentence(
        text[slice(*span)], span[0], words, tuple(m.start() for m in found), tuple(m.end() for m in found),
        roots=tuple(told for told, _ in facts),
        setting_apart=tuple((k, kind) for k, (_, kind) in enumerate(facts) if kind),
        may_be_past="last " in folded or "19" in folded or "20" in folded,
    )  # fmt: skip
