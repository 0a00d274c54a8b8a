"""Numbers as news writes them: figures, words, vague ones, each as a range with its basis."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import islice

UNITS = {
    "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
    "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
    "seventeen": 17, "eighteen": 18, "nineteen": 19,
}  # fmt: skip
TENS = {
    "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12, "lakh": 1e5, "crore": 1e7,
    "m": 1e6, "mn": 1e6, "bn": 1e9, "k": 1e3,
}  # fmt: skip
VAGUE = {
    "both": (2, 2), "couple": (2, 2), "pair": (2, 2), "trio": (3, 3), "few": (3, 5), "several": (3, 9),
    "handful": (3, 7), "dozen": (12, 12), "dozens": (24, 99), "score": (20, 20), "scores": (40, 99),
    "hundreds": (200, 999), "thousands": (2e3, 9999), "millions": (2e6, 9999999), "many": (3, None),
    "numerous": (3, None), "lakhs": (2e5, 999999),
}  # fmt: skip
"""What a vague word is bounded by: "dozens" is at least two dozen and fewer than a hundred, and so on."""
TENS_OF = {
    ("tens", "thousands"): (2e4, 99999),
    ("hundreds", "thousands"): (2e5, 999999),
    ("dozens", "thousands"): (24e3, 99999),
}
AS_MANY_AS = re.compile(r"\bas (?:many|few) as\b", re.I)
UP_TO = re.compile(
    r"\b(?:up to|at most|as many as|no(?:t)? more than|a maximum of|fewer than|less than|under|below|nearly|almost|"
    r"close to)\s*$",
    re.I,
)
FROM = re.compile(
    r"\b(?:at least|no(?:t)? fewer than|no(?:t)? less than|a minimum of|upwards of|more than|over|above|in excess of|"
    r"exceeding)\s*$",
    re.I,
)
AT_LEAST = re.compile(r"\b(?:at least|no(?:t)? fewer than|no(?:t)? less than)\s*$", re.I)
ABOUT = re.compile(r"\b(?:about|around|some|roughly|approximately|an estimated|estimated|circa)\s*$", re.I)
"""What stands before a number and opens it to one side, or makes it inexact."""
TAIL = re.compile(r"\s*(?:or more|or so|-odd|odd)\b", re.I)
LARGEST = 1e16
"""Anything above is no number of people, things or money."""
FIGURE = r"\d+(?:,\d{3})*(?:\.\d+)?"
PART = re.compile(rf"[\s-]*(?:(?P<figure>{FIGURE})|(?P<word>[a-z]+)(?!\w))", re.I)
"""One word or figure of a number, after what parts it from the one before."""
LETTERS = re.compile(r"[A-Za-z]+")
ROUND = re.compile(r"\s+(?:hundred|thousand|million|billion|dozen)\b", re.I)
SMALL = re.compile(rf"\s+(?:{'|'.join((*UNITS, *TENS))})\b", re.I)
RANGE_JOIN = re.compile(r"\s*(?:-|–|—|to|and|or)\s*", re.I)


@dataclass(frozen=True, slots=True)
class Number:
    """A range of a number and where its words stand; `basis` says how a vague or modified one was bounded."""

    low: float | None
    high: float | None
    basis: str | None
    start: int
    end: int


def number_at(text: str, start: int, end: int) -> Number | None:
    """The number that begins at `start`, with what modifies it before and behind. None where none begins there."""
    if not text[start : start + 1].isalnum():
        return None
    vague = _vague(text, start, end)
    if vague:
        return _modified(text, vague)
    first = _plain(text, start, end)
    if first is None:
        return None
    value, at = first
    join = RANGE_JOIN.match(text, at, end)
    second = _plain(text, join.end(), end) if join else None
    before = text[max(0, start - 9) : start].lower()
    if join and second and second[0] > value and (join.group().strip().lower() != "and" or "between" in before):
        return Number(value, second[0], text[start : second[1]], start, second[1])
    return _modified(text, Number(value, value, None, start, at))


def _vague(text: str, start: int, end: int) -> Number | None:
    words = [(m.group().lower(), m.end()) for m in islice(LETTERS.finditer(text[start:end]), 3)]
    if not words or (text[start:end][: len(words[0][0])].lower() != words[0][0]):
        return None
    if len(words) == 3 and words[1][0] == "of" and (words[0][0], words[2][0]) in TENS_OF:
        low, high = TENS_OF[words[0][0], words[2][0]]
        stop = start + words[2][1]
        return Number(low, high, f"{text[start:stop]} = {low:g}-{high:g}", start, stop)
    if words[0][0] in VAGUE and not AS_MANY_AS.search(text, max(0, start - 4), start + 12):
        low, top = VAGUE[words[0][0]]
        stop = start + words[0][1]
        shown = f"{low:g}-{top:g}" if top is not None else f"{low:g} or more"
        exact = words[0][0] in ("both", "couple", "pair", "trio", "dozen")
        return Number(low, top, None if exact else f"{words[0][0]} = {shown}", start, stop)
    return None


def _plain(text: str, start: int, end: int) -> tuple[float, int] | None:
    """A number in figures or words ("3.5 million", "two hundred and ten"), and where it ends."""
    total = current = 0.0
    figures = False
    stop: int | None = None
    at = start
    while m := PART.match(text, at, end):
        word = m["word"].lower() if m["word"] else ""
        if m["figure"] and stop is None:
            current, figures = float(m["figure"].replace(",", "")), True
        elif (word in UNITS or word in TENS) and not figures:
            current += UNITS.get(word, TENS.get(word, 0))
        elif word in SCALES and stop is not None:
            current *= SCALES[word]
            if word != "hundred":
                total, current = total + current, 0.0
        elif word in ("dozen", "score") and stop is not None:
            current *= 12 if word == "dozen" else 20
        elif word in ("a", "an") and stop is None and ROUND.match(text, m.end(), end):
            current = 1
        elif word == "and" and stop is not None and not figures and SMALL.match(text, m.end(), end):
            at = m.end()
            continue
        else:
            break
        at = stop = m.end()
    return (total + current, stop) if stop is not None and total + current < LARGEST else None


def _modified(text: str, n: Number) -> Number:
    before = text[max(0, n.start - 24) : n.start]
    found = AT_LEAST.search(before) or UP_TO.search(before) or FROM.search(before) or ABOUT.search(before)
    if found:
        start = n.start - len(before) + found.start()
        words = text[start : n.end]
        if ABOUT.match(found.group()):
            return Number(n.low, n.high, words if n.basis is None else f"{words}; {n.basis}", start, n.end)
        opens_up = AT_LEAST.match(found.group()) or not UP_TO.match(found.group())
        return Number(n.low, None, words, start, n.end) if opens_up else Number(None, n.high, words, start, n.end)
    if m := TAIL.match(text, n.end):
        open_ended = "more" in m.group().lower()
        return Number(n.low, None if open_ended else n.high, text[n.start : m.end()], n.start, m.end())
    return n
