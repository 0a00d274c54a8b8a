"""How much money, and how many of anything that is no person: "40 million crowns", "18 delegations", "41,310 votes"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

from reportedly.connect.brief.bare import ALONE
from reportedly.connect.brief.hints import hints_in, hints_of
from reportedly.connect.brief.people import is_person, numeral_at
from reportedly.connect.brief.sentences import sentences_of
from reportedly.connect.brief.tolls import OTHERS, scope_of
from reportedly.connect.brief.words import root, words_of
from reportedly.events.counts import CURRENCY
from reportedly.events.numbers import TENS, UNITS, Number
from reportedly.lexicons import load_sameness, word_sets
from reportedly.record import Span

NUMBERS = "|".join(w for w, value in (*UNITS.items(), *TENS.items()) if value > 1)
NUMERAL = re.compile(rf"(?<![\w.,:/’'-])(?:\d+(?:,\d{{3}})*(?:\.\d+)?(?![\w:/-])|(?:{NUMBERS})\b(?!-))", re.I)
THINGS = re.compile(r"(?:[\s-]+[a-z]+){0,3}?[\s-]+(?:[a-z’'-]+s|yen|won|yuan|kron[eo]r|euro)\b")
SIGN = re.compile(r"(?:(?<!\w)(?:US)?\$|[€£¥₹₽])\s*\Z")
SCALED = re.compile(r"(?:million|billion|trillion|crore|mn|bn|\d+m)\Z", re.I)
WORD = re.compile(r"\s+(?:[\w’'-]+)")
LETTERS = re.compile(r"[A-Za-z][\w’'-]*")
DEFINITE = re.compile(r"\b(?:the|these|those|its|their|his|her|all|other|another|each|every|\w+['’]s)\s+\Z", re.I)
"""Before a number of things that are known already, so that no figure is given for them."""
MORE = frozenset({"more", "other", "others", "further", "additional", "new"})
STOP = frozenset({
    "of", "in", "on", "at", "to", "for", "from", "by", "with", "as", "and", "or", "but", "that", "which", "who", "when",
    "while", "is", "are", "was", "were", "has", "have", "had",
})  # fmt: skip
"""Where the noun behind a number ends at the latest."""
NAME = re.compile(r"\b[A-Z][\w’'-]+")
FOR_NAME = re.compile(
    r"\s+for\s+(?:(?:his|her|their|the)\s+\w+,?\s+)?(?:(?:Mr|Mrs|Ms|Dr)\.?\s+)?(?P<name>(?:[A-Z][\w’'-]+\s?)+)"
)
TITLE = frozenset({"Mr", "Mrs", "Ms", "Dr", "The", "But", "And", "In", "On", "At", "By", "It", "He", "She", "They"})
NOT_SO = re.compile(r"\b(?:not|instead\s+of|rather\s+than|(?:up|down)\s+from)\s+(?:the\s+|by\s+)?\Z", re.I)
A_PART = re.compile(
    r"\b(?:in|at|from|on)\s+[^,.;]{2,40}?\s+alone\b|\b(?:instal+ments?|tranches?|down\s+payment|advance\s+payment|deposit|"
    r"first\s+payment)\b",
    re.I,
)
INCLUDED = re.compile(r"\b(?:includ(?:es|ed|e|ing)|of\s+which|of\s+that)\s+(?:some\s+|about\s+)?\Z", re.I)
OF_IT = re.compile(r"\s+(?:\w+\s+)?of\s+(?:it|that|this|which|them|these|those)\b", re.I)
"""Around a number that is only a part of one that the text gives too."""
WITH_MORE = re.compile(
    r"\b(?:that|the|this|its)\s+(?:sum|amount|figure|total|cost|number|count)\s+(?:also\s+)?(?:includ|takes?\s+in|took\s+in|covers?)|"
    r"\bbecause\s+it\s+(?:also\s+)?(?:adds|includes|counts|covers|takes\s+in)\b",
    re.I,
)
"""Words that say that a figure takes in what others leave out."""
ASKED = re.compile(
    r"\b(?:wants?|wanted|ask(?:s|ed|ing)?\s+for|demand(?:s|ed|ing)?|seek(?:s|ing)?|sought|claim(?:s|ed|ing)?\s+damages)\b",
    re.I,
)
"""Words of money that somebody asks for, which need not be what is paid."""
AS_GIVEN = re.compile(
    r"[^.;]{0,30}?,\s+as\s+(?:first\s+)?(?:printed|reported|claimed|stated|given|announced|published|said)\s+by\s+(?P<who>[^.,;]{3,60})",
    re.I,
)
LARGE = 1000
"""A number that is no day or age."""
NUMBER_OF = re.compile(r"\bnumber\s+of\s+(?P<noun>[a-z]+)\s+(?:\w+\s+){0,3}?(?:at|to|as|was|is)\s+\Z", re.I)
SHOTS = frozenset({"times", "rounds", "bullets"})
FIRED = re.compile(r"\bfired\s+(?:\w+\s+){0,2}\Z", re.I)
NEAR = 60
"""Characters before a number in which those words stand."""


@dataclass(frozen=True, slots=True)
class Amount:
    """One figure: of money, with its `unit`, or of things, with their noun; whose things where they are
    won by somebody. `about` are the roots of the words of its sentence."""

    number: Number
    unit: str | None
    noun: str | None
    holder: str | None
    about: tuple[str, ...]
    outdated: bool
    part: bool
    scope: str | None
    giver: str | None


class Last(NamedTuple):
    """The things and the money that were counted last, and in which sentence."""

    noun: str | None = None
    unit: str | None = None
    sentence: Span | None = None


def amounts_in(text: str) -> Iterator[Amount]:
    """Every amount of a text, in order."""
    last = Last()
    at = 0
    for s, m in _numerals(text):
        if m.start() < at or not _may_count(text, m, last):
            continue
        n = numeral_at(text, m.start(), s)
        if n is None:
            continue
        at = n.end
        unit = _unit(text, n, m.start(), s)
        noun = None if unit else _noun(text, n, m.start(), s)
        if not unit and not noun:
            unit, noun = _left_out(text, n, s, last)
        if not unit and not noun:
            continue
        last = Last(noun or last.noun, unit or last.unit, s)
        if not INCLUDED.search(text, max(s[0], n.start - NEAR), n.start) and not OF_IT.match(text, n.end):
            yield _amount(text, n, s, (unit, noun))


def _numerals(text: str) -> Iterator[tuple[Span, re.Match[str]]]:
    """Every number with its sentence."""
    words = words_of(text)
    for s in sentences_of(text).spans:
        there = slice(*words.within(s)) if "number" in hints_in(text, s) else slice(0)
        for word, start in zip(words.all[there], words.starts[there], strict=True):
            if "number" in hints_of(word) and (m := NUMERAL.match(text, start, s[1])):
                yield s, m


def _may_count(text: str, m: re.Match[str], last: Last) -> bool:
    """A quick look at what stands around a number: whether it can be an amount."""
    start = max(0, m.start() - NEAR)
    return bool(
        THINGS.match(text, m.end())
        or SIGN.search(text, max(0, m.start() - 4), m.start())
        or last.unit
        or last.noun in word_sets("amounts")["contested"]
        or (last.noun and NOT_SO.search(text, start, m.start()))
        or text.find("number of", start, m.start()) >= 0
    )


def _amount(text: str, n: Number, s: Span, counted: tuple[str | None, str | None]) -> Amount:
    unit, noun = counted
    after = sentences_of(text).at(s[1] + 2)[1]
    won = noun is not None and noun in word_sets("amounts")["contested"]
    before = text[max(s[0], n.start - NEAR) : n.start]
    by = AS_GIVEN.match(text, n.end, s[1])
    about = tuple(sorted({root(w) for w in LETTERS.findall(text[slice(*s)]) if _tells(w)}))
    if unit and ASKED.search(text, *s):
        noun = "asked"
    scope = f"with {OTHERS}" if WITH_MORE.search(text, n.end, after) else scope_of(text[n.end : s[1]], "", None)
    return Amount(
        n, unit, noun, _holder(text, n, s) if won else None, about,
        outdated=bool(NOT_SO.search(before)), part=bool(A_PART.search(text, s[0], after)),
        scope=scope, giver=by["who"] if by else None,
    )  # fmt: skip


def _tells(word: str) -> bool:
    return len(word) > 2 and word.lower() not in load_sameness().little


def _unit(text: str, n: Number, start: int, s: Span) -> str | None:
    """The money that a number counts: by a sign before it, or the noun behind it."""
    if sign := SIGN.search(text, max(s[0], start - 4), start):
        return CURRENCY.get(sign.group().strip().lower())
    behind = LETTERS.match(text, n.end + 1, s[1])
    if behind is None:
        return None
    word = behind.group().lower()
    if word.removesuffix("s") in word_sets("amounts")["currencies"] and text[behind.end() : behind.end() + 3] != " of":
        return CURRENCY.get(word, word.removesuffix("s"))
    if not _is_scaled(text, n) or not word.endswith("s") or is_person(word) or word in STOP:
        return None
    paid = any(w.lower() in word_sets("amounts")["paying"] for w in LETTERS.findall(text[slice(*s)]))
    return word.removesuffix("s") if paid else None


def _left_out(text: str, n: Number, s: Span, last: Last) -> tuple[str | None, str | None]:
    """What a number counts that leaves it out: the money told of before ("120 million had gone"), or the things of its
    sentence ("and Vess 40,702", "and not by 11")."""
    noun = last.noun if last.sentence == s or FOR_NAME.match(text, n.end, s[1]) else None
    if noun and NOT_SO.search(text, s[0], n.start):
        return None, noun
    if not ALONE.match(text, n.end):
        return None, None
    if noun in word_sets("amounts")["contested"] and (n.low or 0) >= LARGE:
        return None, noun
    return (last.unit, None) if _is_scaled(text, n) else (None, None)


def _is_scaled(text: str, n: Number) -> bool:
    """Whether a number ends in "million" or the like."""
    return bool(SCALED.search(text[n.start : n.end].rsplit(maxsplit=1)[-1]))


def _noun(text: str, n: Number, start: int, s: Span) -> str | None:
    """The plural noun that a number counts."""
    at, found = n.end, None
    for _ in range(3):
        m = WORD.match(text, at, s[1])
        shown = m.group().strip() if m else ""
        word = shown.lower()
        if not m or word in STOP or word in MORE or word in load_sameness().little or word[0].isdigit():
            break
        if word.endswith("s") and not is_person(shown) and not word.endswith(("ss", "us", "’s", "'s")):
            found = word
            break
        at = m.end()
    before = (text, max(s[0], start - NEAR), start)
    if found is None:
        of = NUMBER_OF.search(*before) if text.find("number of", *before[1:]) >= 0 else None
        return of["noun"].lower() if of and not is_person(of["noun"]) else None
    if found in word_sets("amounts")["units"]:
        return "shots" if found in SHOTS and FIRED.search(*before) else None
    known = found not in word_sets("amounts")["contested"] and DEFINITE.search(text, before[1], n.start)
    return None if known else found


def _holder(text: str, n: Number, s: Span) -> str | None:
    """Whose votes they are: whom they are for, else who is named last before them."""
    named = FOR_NAME.match(text, n.end, s[1]) or FOR_NAME.search(text, n.end, min(n.end + NEAR, s[1]))
    if named:
        return named["name"].split()[-1]
    names = [m.group() for m in NAME.finditer(text, max(0, s[0] - 2 * NEAR), n.start) if m.group() not in TITLE]
    return re.sub(r"['’]s?$", "", names[-1]) if names else None
