"""People in a sentence, counted: "at least nine people", "a man and his two sons", "Ana Resk, 34"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Literal

from reportedly.connect.brief.words import in_lower_case
from reportedly.events.numbers import TENS, UNITS, VAGUE, Number, number_at
from reportedly.lexicons import load_lexicons, load_sameness
from reportedly.record import Span

Kind = Literal["number", "one", "named", "known", "thing"]
WORD = re.compile(r"[^\W_]+(?:[-'’.][^\W_]+)*")
NUMERIC = frozenset({*UNITS, *TENS, *VAGUE, "tens"}) - {"many", "numerous", "few", "score"}
NO_NUMBER = re.compile(
    r"[-\s]?(?:year|month|day|hour|minute|week|km|mile|per\s?cent|percent|%|metre|meter|feet|foot|yard|block|p\.?m\b|"
    r"a\.?m\b|o['’]clock|caliber|calibre|mm\b|th\b|st\b|nd\b|rd\b|:\d|/\d|\.\d|-\d{3})",
    re.I,
)
"""What stands behind a number that is an age, a length, a time, a share, a rank or an address."""
BEFORE_NO_NUMBER = re.compile(
    r"(?:[$€£¥₹#/:.]\s*|-|"
    r"\b(?:(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?|aged?|ages|age of|"
    r"route|highway|interstate|room|unit|page|no\.|number|chapter|section|district|precinct|channel|since)\s*)$",
    re.I,
)
IN = re.compile(r"\bin\s+$", re.I)
"""Before a bare number: a time or a part, no people ("one in nine"); "in nine patients" counts them."""
PHRASAL = re.compile(
    r"\b(?:(?:go|goes|gone|going|went|is|was|climb\w*|crept|jump\w*|now|r[io]se\w*)\s+up\s+to|(?:hand|t[au]k|took|turn)\w*\s+over)\s+$",
    re.I,
)
"""Verbs whose adverb is no part of the number behind it: "has gone up to nine", "handed over 30 men"."""
LISTED_AGES = re.compile(r"\bage[sd]?\s+(?:\d{1,3}|,|and|\s)*$", re.I)
YEAR = re.compile(r"(?:19|20)\d\d$")
MORE = re.compile(
    r"\s+(?:more|other|additional|others|further|new|confirmed|unidentified|innocent|separate|different|fewer)\b", re.I
)
"""Behind a number that counts on, where the noun is left out."""
AGED = re.compile(
    r"(?:\b(?:a|an|the|another|one|his|her|their|[A-Z][\w’']{1,40}['’]s)\s+)?\b"
    r"(?P<age>\d{1,3}|[a-z]{1,40}(?:-[a-z]{1,40})?)[-\s]year[-\s]olds?\b",
    re.I,
)
YEARS = re.compile("year", re.I)
"""What a sentence holds wherever AGED or AGES fit."""
AGE_BEHIND = re.compile(r",\s+(?:aged\s+)?\d{1,3}(?=[\s,.;)])")
AGES = re.compile(r"\b\d{1,2}-(?:,\s*\d{1,2}-)*,?\s+and\s+(?:an?\s+)?\d{1,2}-year-olds?\b")
NAME = re.compile(
    r"(?<![\w’'-])(?:[A-Z][\w’'.-]{0,40}\s+(?:(?:de|la|van|von|al|bin|el|del|dos|da)\s+)?){1,4}[A-Z][\w’'-]{1,40}"
    r"(?:,?\s+(?:Jr|Sr)\.?)?(?P<age>,?\s+\(?(?:aged\s+)?\d{1,3}\)?(?=[\s,.;)]|$))?"
)
NO_NAME = re.compile(
    r"\b(?:Police|Department|County|Hospital|Street|City|Sheriff|Center|Centre|Medical|University|Road|Avenue|Ave|Park|"
    r"School|Church|Office|News|State|Lake|Court|Highway|Ministry|Force|Army|Front|Union|Party|Company|Port|Bazaar|"
    r"January|February|March|April|May|June|July|August|September|October|November|December|Monday|Tuesday|Wednesday|"
    r"Thursday|Friday|Saturday|Sunday|Fire|Rescue|Drive|Lane|Boulevard|North|South|East|West|United|New|The|Two|Three|"
    r"Four|Five|Six|Man|Men|Woman|Boy|Girl|Teen|Officer|Suspect|One|Shooting|Killed|Dead|Shot|Killing|Death)\b"
)
DETERMINERS = frozenset({"a", "an", "one", "another", "his", "her", "their", "my", "our", "the", "this", "that"})
NO_FIRST_NAME = frozenset({*UNITS, *TENS, *DETERMINERS})
ORDINALS = {word: number for number, word in enumerate(load_sameness().ordinals, start=1) if number > 1}
GUARDING = ("coast", "border", "home", "national", "life", "presidential")
"""Words that make a body of a guard."""
DOERS = re.compile(r"(?:[dtknvgmlp]ers|[ts]ors|ists|ians)$")
"""Endings of plurals that mean people who do something ("raiders"), where no list has them."""
NATIVES = re.compile(r"[A-Z][a-z]{2,40}(?:ans|is)")
"""Plurals that mean the people of a country or a town ("Romans", "Iraqis")."""
PRONOUN = re.compile(r"\b(?:he|she|the (?:deceased|pair))\b")
"""In lower case."""


@dataclass(frozen=True, slots=True)
class People:
    """So many people at a span. kind: "number" as the text gives it; "one" whom it describes; "named" whom it names
    by age and name; "known" someone mentioned before ("he", "the boy"); "thing" a number of something else.

    `head` is the noun, lower case; `more` says that they come on top ("three others"); `nth` is how many they are with
    those before ("a third victim"); `low` and `high` as in Count.
    """

    low: float | None
    high: float | None
    span: Span
    number: Span
    kind: Kind
    basis: str | None = None
    head: str | None = None
    more: bool = False
    nth: int | None = None


@lru_cache(maxsize=50_000)
def is_person(word: str) -> bool:
    """Whether a word, singular or plural, means a person or several."""
    nouns = load_lexicons().people
    if NATIVES.fullmatch(word):
        return True
    w, more = word.lower().rsplit("-", 1)[-1], load_lexicons().tolls
    if w in more.people or w in more.person or w in nouns.person or w in nouns.group:
        return True
    single = nouns.irregular.get(w) or (w[:-3] + "y" if w.endswith("ies") else w[:-1] if w.endswith("s") else "")
    return bool(single) and (
        single in nouns.person or single in nouns.group or single in more.person or bool(DOERS.search(w))
    )


def people_in(text: str, sentence: Span, counts: bool) -> list[People]:
    """Everyone whom a sentence counts, if it holds a number, describes or names, left to right; no two overlap."""
    words = list(WORD.finditer(text, *sentence))
    aged = YEARS.search(text, *sentence) is not None
    found: list[People] = []
    for p in (*(_ages(text, sentence) if aged else ()), *_pronouns(text, sentence),
              *(_aged(text, sentence) if aged else ()), *_ones(text, words), *_names(text, sentence),
              *(_numbers(text, sentence, words) if counts else ())):  # fmt: skip
        if not any(p.span[0] < q.span[1] and q.span[0] < p.span[1] for q in found):
            found.append(p)
    return sorted(found, key=lambda p: p.span)


def _ages(text: str, sentence: Span) -> Iterator[People]:
    for m in AGES.finditer(text, *sentence):
        n = float(m.group().count("-year")) + m.group()[: m.group().rfind("year") - 4].count("-")
        end = _noun_end(text, m.end(), sentence[1])
        yield People(n, n, (m.start(), end), m.span(), "one", basis=text[m.start() : m.end()])


def _noun_end(text: str, at: int, end: int) -> int:
    """The end of the noun phrase that an age belongs to."""
    stop = at
    for k, m in enumerate(WORD.finditer(text, at, min(end, at + 40))):
        if k > 2 or text[at : m.start()].strip() or m.group().lower() in load_lexicons().tolls.breaks:
            break
        at = m.end()
        if is_person(m.group()):
            stop = m.end()
    return stop


def _names(text: str, sentence: Span) -> Iterator[People]:
    for m in NAME.finditer(text, *sentence):
        if NO_NAME.search(m.group()) or m.group().split()[0].lower().split("-")[0] in NO_FIRST_NAME:
            continue
        if m["age"] or len(m.group().split()) <= 3:
            kind: Kind = "named"
            words = m.group().split(",")[0].split()
            yield People(1.0, 1.0, m.span(), m.span(), kind, basis="one named", head=words[-1].lower())


@lru_cache(maxsize=50_000)
def _is_numeric(word: str) -> bool:
    """Can a number begin with this word?"""
    w = word.lower()
    first = w.split("-")[0]
    return word[0].isdigit() or w in NUMERIC or first in NUMERIC or first in TENS


def _numbers(text: str, sentence: Span, words: Sequence[re.Match[str]]) -> Iterator[People]:
    at = sentence[0]
    for m in words:
        if not _is_numeric(m.group()) or m.start() < at:
            continue
        n = numeral_at(text, m.start(), sentence)
        if n is None or NO_NUMBER.match(text, n.end, min(n.end + 14, sentence[1])):
            continue
        before = text[max(sentence[0], m.start() - 12) : m.start()]
        if n.start == m.start() and LISTED_AGES.search(text, max(sentence[0], m.start() - 40), m.start()):
            continue
        bare = text[m.start() : n.end]
        if (
            bare.isdigit()
            and re.match(r",|\)", text[n.end : n.end + 1] or ".")
            and before.rstrip().endswith((",", "("))
        ):
            continue  # an age: "Ana Resk, 34, was killed"
        if re.search(r"\bno\s+$", before, re.I):
            continue
        if (
            (n.start == m.start() and BEFORE_NO_NUMBER.search(before))
            or YEAR.match(bare)
            or ("." in bare and bare[-1].isdigit())
        ):
            continue
        number = People(n.low, n.high, (n.start, n.end), (n.start, n.end), "number", basis=n.basis)
        found = _extended(text, n.end, sentence[1], number)
        if found.head is None and IN.search(before):
            continue
        at = n.end
        yield found


@lru_cache(maxsize=1_000)  # the people and the things of a text are looked for one after the other
def numeral_at(text: str, start: int, sentence: Span) -> Number | None:
    """The number at `start`, without a word before it that belongs to a verb."""
    if not PHRASAL.search(text, max(sentence[0], start - 24), start):
        return number_at(text, start, sentence[1])
    n = number_at(text[start : sentence[1]], 0, sentence[1] - start)
    return replace(n, start=start, end=start + n.end) if n else None


def _extended(text: str, at: int, end: int, p: People) -> People:
    """A number with its noun: "nine (other) (young) people"; a "thing" where the noun is none of people."""
    stop, head, more = at, None, False
    for k, m in enumerate(WORD.finditer(text, at, min(end, at + 60))):
        gap, word = text[at : m.start()], m.group().lower()
        if gap.strip() or k > 4:
            break
        if word in ("other", "others", "more", "additional", "further"):
            more = True
        if is_person(m.group()):
            stop, head = m.end(), word
        elif (
            head
            or word in load_lexicons().tolls.breaks
            or re.fullmatch(r"(?:fatally|reportedly|critically|seriously)", word)
        ):
            break
        elif word.endswith("s") and not word.endswith(("ss", "ous")) and word not in ("others",):
            return replace(p, kind="thing", head=word, span=(p.span[0], m.end()))
        at = m.end()
    if more and not head:
        tail = MORE.match(text, p.span[1], end)
        stop = tail.end() if tail else stop
    return replace(p, span=(p.span[0], stop), head=head, more=more)


def _pronouns(text: str, sentence: Span) -> Iterator[People]:
    for m in PRONOUN.finditer(in_lower_case(text), *sentence):
        yield People(1.0, 1.0, m.span(), m.span(), "known", basis="one mentioned before")


def _aged(text: str, sentence: Span) -> Iterator[People]:
    for m in AGED.finditer(text, *sentence):
        plural = m.group().lower().endswith("olds")
        if not plural:
            end = _noun_end(text, m.end(), sentence[1])
            yield People(1.0, 1.0, (m.start(), end), m.span(), "one", basis="one described", head="old")


def _ones(text: str, words: list[re.Match[str]]) -> Iterator[People]:
    for k, m in enumerate(words):
        headline = k == 0 and is_person(m.group()) and not m.group().lower().endswith("s")
        if not (headline or _opens(m.group())):
            continue
        p = _one(text, words[k : k + 7], headline)
        if p:
            yield p


@lru_cache(maxsize=50_000)
def _opens(word: str) -> bool:
    """Can a person be described behind this word: a determiner or an owner?"""
    owner = word.endswith(("'s", "’s")) and word[0].isupper()
    return owner or (word.lower() in DETERMINERS and word.lower() != "one")


@lru_cache(maxsize=50_000)
def _in_phrase(word: str) -> tuple[bool, bool]:
    """Whether a word ends the phrase for a person before it, and whether it means a single one."""
    low, nouns, more = word.lower(), load_lexicons().people, load_lexicons().tolls
    plural = (low.endswith("s") and low not in nouns.person) or low in nouns.irregular or low in more.people
    ends = low in more.breaks or (low[0].isdigit() and "-" not in low)
    return ends, is_person(word) and not plural


def _one(text: str, words: list[re.Match[str]], headline: bool) -> People | None:
    """A single person behind a determiner, or at the head of a headline ("Boy, 14, shot dead")."""
    nouns = load_lexicons().people
    head: re.Match[str] | None = words[0] if headline else None
    at = words[0].end()
    for m in words[1:]:
        ends, single = _in_phrase(m.group())
        if ends or text[at : m.start()].strip():
            break
        at = m.end()
        if single:
            head = m
        elif head:
            break
    if head is None:
        return None
    first = words[0].group().lower()
    definite = first in ("the", "this", "that")
    low = head.group().lower()
    if (
        low in load_lexicons().tolls.attackers
        or text[max(0, head.start() - 20) : head.start()].rstrip().lower().endswith(GUARDING)
        or low in nouns.group
        or low.endswith("people")
    ):
        return None
    end = head.end()
    age = AGE_BEHIND.match(text, end)
    end = age.end() if age else end
    return People(1.0, 1.0, (words[0].start(), end), (words[0].start(), end), "known" if definite else "one",
                  basis="one described", head=low, more=first == "another",
                  nth=ORDINALS.get(words[1].group().lower()) if first == "a" else None)  # fmt: skip
