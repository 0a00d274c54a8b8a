"""The words beside a trigger: what they make of the event, which of several it is, and what is spoken of with it."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from reportedly.connect.brief.words import apart_words, root, words_of
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


class Beside(NamedTuple):
    """What the words around a trigger say: what sets the event apart from one that happens here and now, which of
    several it is (2 for "the second attack"), and the roots that are spoken of with it."""

    apart: str | None
    nth: int | None
    near: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence with the places of its words in the text. What they say of any trigger is found once."""

    text: str
    start: int
    starts: Sequence[int]
    ends: Sequence[int]
    roots: Sequence[str]
    """The root of each word; empty for those that are near everything."""
    setting_apart: Sequence[tuple[int, str]]
    """The words that set events apart: which, of what kind."""
    ordinals: Sequence[tuple[int, int]]
    """The words that say which of several it is, and the number that each stands for."""
    may_be_past: bool
    """False where PAST fits nowhere."""

    def beside(self, trigger: Span) -> Beside:
        """What the words around a trigger say of it."""
        first, after = bisect_right(self.ends, trigger[0]), bisect_left(self.starts, trigger[1])
        around = {*self.roots[max(0, first - WINDOW) : first], *self.roots[after : after + WINDOW]}
        around.discard("")
        nth = next((number for k, number in self.ordinals if first - 2 <= k < first), None) if self.ordinals else None
        return Beside(self._apart(trigger, first, after), nth, tuple(sorted(around)))

    def _apart(self, trigger: Span, first: int, after: int) -> str | None:
        """`first` is the first word of the trigger, `after` the first behind it."""
        for k, kind in self.setting_apart:
            if first <= k < after:
                continue
            back, ahead = REACH[kind]
            if not (0 < first - k <= back or 0 <= k - after < ahead):
                continue
            if kind == "fiction" and not ABOUT.search(self._between(self.ends[k], trigger[0])):
                continue
            if kind == "other" and (first == len(self.ends) or self._ends_in_ed(first)):
                continue
            return kind
        return "other" if self.may_be_past and PAST.search(self._between(self.start, trigger[0])) else None

    def _ends_in_ed(self, k: int) -> bool:
        return self._between(self.starts[k], self.ends[k]).lower().endswith("ed")

    def _between(self, start: int, end: int) -> str:
        return self.text[start - self.start : end - self.start]


@lru_cache(maxsize=50_000)
def _facts(word: str) -> tuple[str, str | None, int | None]:
    """The root of a word that tells something, what it makes of an event beside it, and which of several."""
    lower, its_root = word.lower(), root(word)
    told = its_root if len(word) > 2 and lower not in LITTLE else ""
    return told, apart_words().get(its_root), ORDINALS.get(lower)


def sentence_of(text: str, span: Span) -> Sentence:
    """The sentence at a span."""
    words = words_of(text)
    there = slice(*words.within(span))
    folded = text[slice(*span)].casefold()
    roots, kinds, numbers = tuple(zip(*map(_facts, words.all[there]), strict=True)) or ((), (), ())
    return Sentence(
        text[slice(*span)], span[0], words.starts[there], words.ends[there],
        roots=roots,
        setting_apart=[(k, kind) for k, kind in enumerate(kinds) if kind] if any(kinds) else (),
        ordinals=[(k, number) for k, number in enumerate(numbers) if number] if any(numbers) else (),
        may_be_past="last " in folded or "19" in folded or "20" in folded,
    )  # fmt: skip
