"""Words as linking compares them."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from reportedly.lexicons import load_sameness
from reportedly.record.span import Span

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
SUFFIXES = ("ings", "ing", "ed", "es", "s")
ENDINGS = ("ations", "ation", "ments", "ment", "ings", "ing", "ied", "ies", "eed", "ed", "ss", "us", "es", "s")
"""What is taken off for a root, the first that fits; some only so that a shorter one is not."""
KEPT = {"eed": "eed", "ss": "ss", "us": "us", "ied": "i", "ies": "i"}
DOERS = ("er", "or")
"""Endings of words for those who do a thing."""
LONGEST_ENDINGS = ("ations", "ation", "ments", "ment")
"""Endings that need five letters before them ("nation" and "moment" keep theirs)."""


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text, in order, and where each begins and ends."""

    all: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]

    def within(self, span: Span) -> tuple[int, int]:
        """The first that stands in a part of the text, and the first behind it."""
        return bisect_left(self.starts, span[0]), bisect_right(self.ends, span[1])


@lru_cache(maxsize=2)
def words_of(text: str) -> Words:
    """The words of a text; those of an article, which every part of its brief asks for, are found once."""
    found = list(WORD.finditer(text))
    return Words(tuple([m[0] for m in found]), tuple([m.start() for m in found]), tuple([m.end() for m in found]))


@lru_cache(maxsize=8)
def in_lower_case(text: str) -> str:
    """A text in lower case, every character in its place. In it a pattern of many words passes over most of them by
    their first letters; one that ignores case tries each of them everywhere."""
    lower = text.lower()
    return lower if len(lower) == len(text) else "".join([c.lower()[0] for c in text])


@lru_cache(maxsize=50_000)
def stem(word: str) -> str:
    """A rough stem: forms of one word share it, also "Ebro's" and "Ebro"."""
    w = word.lower().replace("’", "'").removesuffix("'s")
    for suffix in SUFFIXES:
        if w.endswith(suffix) and len(w) - len(suffix) >= 3:
            return w[: -len(suffix)]
    return w


@lru_cache(maxsize=50_000)
def root(word: str) -> str:
    """What the forms of a word and its nouns in -ment and -ation share ("shot" and "shooting": "shoot"; "fired":
    "fir"). Hyphens are kept. It is for comparing only: it is no word."""
    w = word.lower().replace("’", "'").removesuffix("'s")
    if "-" in w:
        return "-".join(root(x) for x in w.split("-") if x)
    w = load_sameness().irregular.get(w, w)
    for ending in ENDINGS:
        rest = w[: -len(ending)]
        if ending == "eed" and len(w) > 5:  # "agreed"
            continue
        if w.endswith(ending) and len(rest) >= (5 if ending in LONGEST_ENDINGS else 3) and re.search("[aeiouy]", rest):
            w = rest + KEPT.get(ending, "")
            break
    if len(w) > 6 and w.endswith(("ate", "at")):
        w = w.removesuffix("e")[:-2]
    while len(w) > 3 and w.endswith("e"):
        w = w[:-1]
    if len(w) > 3 and w[-1] == w[-2]:
        w = w[:-1]
    return w[:-1] + "i" if len(w) > 3 and w.endswith("y") else w


@cache
def _senses() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for word, senses in load_sameness().senses.items():
        found[root(word)] = found.get(root(word), frozenset()) | senses
    return found


def senses_of(lemma: str) -> frozenset[str]:
    """The senses that a trigger's root can have (lexicons/happenings.toml); none for most words. A word for those who
    do a thing has the senses of what they do ("kidnappers")."""
    found = _senses().get(lemma)
    if found is None and lemma.endswith(DOERS):
        found = _senses().get(root(lemma[:-2]))
    return found or frozenset()


@cache
def compounds() -> tuple[frozenset[str], frozenset[str]]:
    """The first parts of all roots of two words and more that have a sense, and what stands behind these."""
    parts = [lemma.partition("-") for lemma in _senses()]
    return frozenset(a for a, dash, _ in parts if dash), frozenset(b for _, dash, b in parts if dash)


@cache
def _roots(name: str) -> frozenset[str]:
    return frozenset(root(w) for w in getattr(load_sameness(), name))


def is_empty(lemma: str) -> bool:
    """Does a trigger say too little of itself to join happenings ("took", "is", "said")?"""
    return len(lemma) < 2 or lemma in _roots("empty")


def is_anaphoric(lemma: str) -> bool:
    """Does it stand for whatever was told before ("the incident")?"""
    return lemma in _roots("anaphoric")


def is_general(lemma: str) -> bool:
    """Can it be said of an attack of any kind?"""
    return lemma in _roots("general")


def is_lasting(word: str) -> bool:
    """Does a noun name what goes on until it is said to have ended ("the siege")? "Besieged on Monday" does not."""
    return word.lower() in load_sameness().lasting


def tell_an_end(roots: Iterable[str]) -> bool:
    """Do the words beside such a thing say that it ended?"""
    return not _roots("ended").isdisjoint(roots)


@cache
def apart_words() -> dict[str, str]:
    """By root: what sets the events beside a word apart (drill, fiction, commemoration, other)."""
    return {root(w): kind for w, kind in load_sameness().apart.items()}
