"""Words that may be a place's name: what the gazetteer has, what the reader saw as a place, and what looks like one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Literal

from reportedly.ground.gazetteer import Gazetteer, Sense
from reportedly.lexicons import PlaceWords
from reportedly.reader.tokens import Token, Tokens
from reportedly.reader.words import Gap
from reportedly.record import Span

LONGEST = 6
"""Tokens of the longest name that is looked up."""
LONGEST_READ = 12
"""Tokens of the longest place that is taken from the reader alone."""
INSIDE = frozenset({
    "of", "the", "and", "upon", "on", "-", "de", "la", "del", "le", "al", "el", "da", "do", "das", "es", "sur", "en",
    "au", "d", "l", "'", "’", "–", ".", "&", "d'", "d’", "kwa", "ad", "'s", "’s",
})  # fmt: skip
"""What may stand inside a name without a capital."""
PLACE_TYPES = ("GPE", "LOC", "FAC")
GLUED = re.compile(r"[dl]['’]\w.*")
"""A word of a name that begins with its article ("Côte d'Ivoire")."""
JOINING = frozenset({"and", "&"})
ROUTES = frozenset({"highway", "route", "interstate", "hwy", "county road", "state route"})
SMALLER = frozenset({"lake", "mount", "river", "port", "fort", "camp", "cape"})
"""What a place's name may begin with, where the gazetteer lacks it."""

Run = tuple[int, int, str]
"""A name that the reader saw: its first token, its last, its type."""
Origin = Literal["gazetteer", "reader", "pattern", "street"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens `first` to `last` that may be a toponym; `senses` is what the gazetteer has by that name."""

    first: int
    last: int
    span: Span
    text: str
    senses: tuple[Sense, ...]
    origin: Origin


def candidates(tokens: Tokens, gazetteer: Gazetteer, words: PlaceWords) -> list[Candidate]:
    """Candidates in text order, none overlapping another; the longest that starts first."""
    found: list[Candidate] = []
    runs = name_runs(tokens)
    at = 0
    while at < len(tokens):
        here = _starting(tokens, at, gazetteer, words, runs)
        if here is None:
            at += 1
            continue
        found.append(here)
        at = here.last + 1
    return found


def name_runs(tokens: Tokens) -> list[Run]:
    """For each token the name that the reader saw there: its first and last token and its type ("" where none)."""
    out: list[Run] = []
    at = 0
    while at < len(tokens):
        last = at
        while (
            tokens[at].name
            and last + 1 < len(tokens)
            and tokens[last + 1].name == tokens[at].name
            and not tokens[last + 1].name_start
        ):
            last += 1
        out += [(at, last, tokens[at].name)] * (last + 1 - at)
        at = last + 1
    return out


def _starting(tokens: Tokens, at: int, gazetteer: Gazetteer, words: PlaceWords, runs: list[Run]) -> Candidate | None:
    t = tokens[at]
    if not begins_name(t) or _is_currency(tokens, at):
        return None
    found: Candidate | None = None
    ends = list(_ends(tokens, at))
    for last in reversed(ends):
        span = (t.start, tokens[last].end)
        if senses := gazetteer.find(tokens.text[slice(*span)]):
            found = _dotted(tokens, Candidate(at, last, span, tokens.text[slice(*span)], senses, "gazetteer"))
            break
    longer = _street(tokens, at, ends, words) or _by_kind(tokens, at, ends, words) or _as_read(tokens, at, runs)
    if longer and (found is None or longer.last > found.last):
        return longer
    return found


def _stop(tokens: Tokens, last: int) -> int | None:
    """Where the full stop ends that stands right behind a token."""
    t = tokens[last + 1] if last + 1 < len(tokens) else None
    return t.end if t and t.text == "." and t.gap == Gap.NONE else None


def _dotted(tokens: Tokens, c: Candidate) -> Candidate:
    """An abbreviation with the full stop that belongs to it ("Kan.", not "KS.")."""
    end = _stop(tokens, c.last)
    if not end or c.senses[0].manner != "abbreviation" or (c.text.isupper() and "." not in c.text):
        return c
    return replace(c, span=(c.span[0], end), text=c.text + ".")


def _is_currency(tokens: Tokens, at: int) -> bool:
    """ "US$10"."""
    n = tokens[at + 1] if at + 1 < len(tokens) else None
    return n is not None and n.gap == Gap.NONE and n.text in ("$", "£", "€")


def begins_name(t: Token) -> bool:
    """A capital, or a letter of a script that has none; not the article."""
    first = t.text[0]
    return first.isalpha() and not first.islower() and t.lower not in ("the", "a", "an")


def _ends(tokens: Tokens, at: int) -> Iterator[int]:
    """The tokens that a name which starts here may end with."""
    start = tokens[at]
    for last in range(at, min(at + LONGEST, len(tokens))):
        t = tokens[last]
        if t.sentence != start.sentence or (last > at and t.gap not in (Gap.NONE, Gap.SPACE)):
            return
        if begins_name(t) or GLUED.fullmatch(t.text):
            yield last
        elif t.lower not in INSIDE:
            return


def _street(tokens: Tokens, at: int, ends: list[int], words: PlaceWords) -> Candidate | None:
    """ "West Tyler Street", "Route 159": a road, which the gazetteer does not hold."""
    for last in ends:
        word = tokens[last].lower
        if last > at and (word in words.streets or f"{word}." in words.streets):
            return _made(tokens, at, last, "street", _stop(tokens, last) if f"{word}." in words.streets else None)
    following = tokens[ends[-1] + 1] if ends and ends[-1] + 1 < len(tokens) else None
    kind = " ".join(tokens[k].lower for k in range(at, ends[-1] + 1)) if ends else ""
    if following and kind in ROUTES and following.text[0].isdigit() and following.gap != Gap.LINE:
        return _made(tokens, at, following.i, "street", None)
    return None


def _by_kind(tokens: Tokens, at: int, ends: list[int], words: PlaceWords) -> Candidate | None:
    """ "Woods Creek Lake", "Mount Tolm": named by what it is, though the gazetteer lacks it."""
    if len(ends) < 2:
        return None
    names = [
        k for k in ends[1:]
        if tokens[k].lower in words.heads and not any(tokens[m].lower in JOINING for m in range(at, k))
    ]  # fmt: skip
    if names:
        return _made(tokens, at, names[-1], "pattern", None)
    return _made(tokens, at, ends[1], "pattern", None) if tokens[at].lower in SMALLER else None


def _as_read(tokens: Tokens, at: int, runs: list[Run]) -> Candidate | None:
    """What the reader saw as a place."""
    first, last, kind = runs[at]
    if kind not in PLACE_TYPES or last - first > LONGEST_READ:
        return None
    if any(begins_name(tokens[k]) for k in range(first, at)):
        return None
    while last > at and not begins_name(tokens[last]):
        last -= 1  # "Tarrow province"
    return _made(tokens, at, last, "reader", None)


def _made(tokens: Tokens, first: int, last: int, origin: Origin, end: int | None) -> Candidate:
    span = (tokens[first].start, end or tokens[last].end)
    return Candidate(first, last, span, tokens.text[slice(*span)], (), origin)
