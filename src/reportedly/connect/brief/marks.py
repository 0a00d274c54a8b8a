"""What tells one event from another of its kind: streets, and ages of people."""

from __future__ import annotations

import re
from functools import lru_cache

from reportedly.connect.brief.sentences import sentences_of
from reportedly.connect.brief.words import words_of
from reportedly.lexicons import load_lexicons

NAME = r"(?:[A-Z][\w'’]*|\d{1,3}(?:st|nd|rd|th))"
"""A word of a street's name: "Main", "5th"."""
AHEAD = r"(?:(?:[NSEW]|NE|NW|SE|SW)\.? |(?:North|South|East|West|N|S|E|W)\.? )?"
"""The quarter of town that some papers write before a street and others leave out."""
SHORT = {
    "st": "street", "ave": "avenue", "rd": "road", "blvd": "boulevard", "dr": "drive", "ln": "lane", "ct": "court",
    "hwy": "highway", "pkwy": "parkway", "pl": "place", "cir": "circle", "ter": "terrace", "sq": "square",
}  # fmt: skip
"""How words for thoroughfares are shortened."""
MORE = ("court", "place", "circle", "terrace", "square", "way", "loop", "alley", "row", "bridge", "plaza")
"""Thoroughfares besides the lexicon's, which names only those that never mean anything else."""
AGES = (
    re.compile(r"(\d(?<!\w\d)\d{0,2})[ -](?:year|month)s?[ -]old\b"),
    re.compile(r", (?<=[a-z], )(\d{1,2})(?=,| of\b|\.(?:\s|$))"),
    re.compile(r"age(?<!\wage)d? (\d{1,3})\b"),
)
"""They begin with the letters that are looked for and then look behind: so a search passes over all others quickly."""
NUMERAL = re.compile(r"\d(?<![\w.-]\d)[\d,]*(?:\.\d+)?(?!\w|\.\d)")
YEAR = re.compile(r"(?:19|20)\d\d")


KINDS = sorted({w.rstrip(".").capitalize() for w in (*load_lexicons().places.streets, *SHORT, *MORE)})
"""Words for thoroughfares, as they stand behind a name."""
STREETS = re.compile(rf"\b{AHEAD}({NAME}(?: {NAME}){{0,2}}) ({'|'.join(KINDS)})\b")
OF_STREETS = re.compile(rf"(?:{'|'.join(KINDS)})(?:['’]|\Z)")
"""Fits a word of every sentence in which STREETS fits."""


def streets_of(text: str) -> tuple[str, ...]:
    """Streets by name and kind, lower case, without the quarter of town: "south oak ave." is "oak avenue"."""
    words, found = words_of(text), set()
    spans = sentences_of(text).spans if any(map(_is_street, words.all)) else ()
    named = [s for s in spans if any(map(_is_street, words.all[slice(*words.within(s))]))]
    for name, written in (street for s in named for street in STREETS.findall(text, *s)):
        kind = written.lower()
        whole = SHORT.get(kind) or (kind if kind == "bypass" else kind.removesuffix("s"))
        found.add(f"{name.lower().replace('’', '')} {whole}")
    return tuple(sorted(found))


@lru_cache(maxsize=50_000)
def _is_street(word: str) -> bool:
    return OF_STREETS.match(word) is not None


def ages_of(text: str) -> tuple[int, ...]:
    """Ages that the text gives to people, each once."""
    found = {int(age) for pattern in AGES for age in pattern.findall(text)}
    return tuple(sorted(a for a in found if a < 120))


def numerals_of(text: str) -> tuple[str, ...]:
    """Numbers of two figures and more, as written but without commas; years tell little and are left out."""
    found = {m.replace(",", "").rstrip(".") for m in NUMERAL.findall(text)}
    return tuple(sorted(n for n in found if len(n) > 1 and not YEAR.fullmatch(n)))
