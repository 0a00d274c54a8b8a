"""What the words of a sentence can tell of: a quick look, before the patterns of harms.py and answers.py are tried.

Each of those patterns needs one of these words, whole or as a beginning. Most sentences have none.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Literal, get_args

from reportedly.connect.brief.harms import Harm

Hint = Harm | Literal["part", "toll", "past", "denial", "disowned", "withdrawal", "called_off", "unconfirmed"]
"""A harm (AFTER, BEFORE and DIRECT), a part of the hurt (PARTS), a toll (TOLL), another time (PAST), or an answer."""
OF_PEOPLE: frozenset[Hint] = frozenset({*get_args(Harm), "part", "toll"})
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
    "past": r"last|previous|year|decade|month|during|homicide|(?:19|20)\d\d",
    "denial": (
        r"den|refut|reject|dismiss|rebuff|truth|untrue|false|baseless|unfounded|wrong|fabricat|invent|"
        r"nonsense|lies?\Z|n(?:o|ot|ever|othing)\Z|fiction|ruled"
    ),
    "disowned": r"den|reject|dismiss|n(?:o|ot|ever|othing)\Z",
    "withdrawal": r"withdr|retract|back|should",
    "called_off": (
        r"call|scrapp|cancel|abandon|shelv|put|postpon|avert|n(?:o|ot)\Z|stood|rescinded|revoked|dropped|suspend"
    ),
    "unconfirmed": r"confirm|verif|substantiat|un(?:confirm|verif|substantiat)|evidence|proof|rumou?r|whispers",
}
HINTS = {hint: re.compile(words, re.I) for hint, words in WORDS.items()}


@lru_cache(maxsize=2_000)  # its figures and its answers are looked for in the same sentences
def hints_in(sentence: str) -> frozenset[Hint]:
    """What the words of a sentence can tell of."""
    return frozenset().union(*map(_hints_of, WORD.findall(sentence)))


@lru_cache(maxsize=50_000)
def _hints_of(word: str) -> frozenset[Hint]:
    return frozenset(hint for hint, words in HINTS.items() if words.match(word))
