"""What the words of a sentence can tell of people at all: a quick look, before the patterns of harms.py are tried.

Each of those patterns needs one of these words, whole or as a beginning. Most sentences have none.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal

from reportedly.connect.brief.harms import Harm

Hint = Harm | Literal["part", "toll"]
"""A harm (AFTER, BEFORE and DIRECT), a part of the hurt (PARTS), or a toll (TOLL)."""
WORD = re.compile(r"[^\W_]+")
WORDS: dict[Hint, str] = {
    "killed": (
        r"kill|dead|die[ds]|dying|slain|slay|slew|murder|perish|drown|execut|massacre|slaughter|decease|"
        r"succumb|fatal|eliminat|neutrali|wiped|gunned|behead|li(?:fe|ves)|death|bod(?:y|ies)|claim|lost|"
        r"loss|homicide|manslaughter|lynching"
    ),
    "injured": (
        r"wound|injur|hurt|hospital|maim|recover|condition|expected|suffer|sustain|receiv|treated|"
        r"gunshot|clinic|medical|infirmary"
    ),
    "shot": r"sho(?:t|ot)|hit",
    "arrested": r"arrest|detain|detention|custody|captur|rounded|jailed|seized",
    "joined": (
        r"called|part\Z|join|march|gather|demonstrat|protest|rall[iy]|walk|turned|attend|stopp|strike|"
        r"stayed|work|employed|drew|drawing|attracted|brought|mobili"
    ),
    "rescued": r"rescu|sav(?:ed|ing)|picked|plucked|survived|brought|pulled|safe|alive",
    "missing": r"missing|unaccounted|search|looking|hunt",
    "aboard": r"aboard|board|carrying|ferry|boat|ship|vessel|plane|aircraft|bus|train|helicopter",
    "displaced": r"displac|homeless|evacuat|uproot|fled|driven|forced|expel",
    "part": r"admitt|treat|receiv|took|taken|operated|looking|car(?:ed|ing)|hospital|clinic|theatre",
    "toll": r"toll|figure|loss|dead|casualt|number|tally|count|total|death|fatalit",
}
HINTS = {hint: re.compile(words, re.I) for hint, words in WORDS.items()}


def hints_in(sentence: str) -> frozenset[Hint]:
    """What the words of a sentence can tell of."""
    return frozenset().union(*map(_hints_of, WORD.findall(sentence)))


@lru_cache(maxsize=50_000)
def _hints_of(word: str) -> frozenset[Hint]:
    return frozenset(hint for hint, words in HINTS.items() if words.match(word))
