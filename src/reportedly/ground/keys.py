"""A key under which the same named entity is found in other articles: its kind and its name, evened out.

Two names with one key are written alike up to case, accents, punctuation, titles, "the" and a body's legal form. It is
no proof that they are the same: "person:resk" is any Resk, and whoever joins articles looks further.
"""

from __future__ import annotations

import re
from dataclasses import replace

from reportedly.ground.entities import Entities
from reportedly.ground.spelling import unaccented
from reportedly.lexicons import Lexicons
from reportedly.record import Entity, Why

LEGAL_FORMS = frozenset(
    {
        "inc",
        "incorporated",
        "ltd",
        "limited",
        "llc",
        "llp",
        "plc",
        "corp",
        "corporation",
        "co",
        "company",
        "gmbh",
        "ag",
        "sa",
        "nv",
        "bv",
        "ab",
        "oy",
        "spa",
    }
)
"""Endings of a body's name that are left out as often as not. At least one word stays."""
WORDS = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
LETTERS = str.maketrans({"ß": "ss", "ø": "o", "đ": "d", "ð": "d", "ł": "l", "æ": "ae", "œ": "oe", "ı": "i", "þ": "th"})
"""Letters that no Unicode decomposition takes apart."""


def with_keys(found: Entities, lexicons: Lexicons) -> Entities:
    """The same entities, those with a name with their `key`."""
    return replace(found, items=tuple(_keyed(e, lexicons) for e in found.items))


def _keyed(e: Entity, lexicons: Lexicons) -> Entity:
    named = e.why["name"].by.startswith("rule:names")
    key = key_of(e.name, e.kind, lexicons) if named else None
    why = Why(by="rule:key@1", evidence=e.why["name"].evidence[:1]) if key else Why(by="rule:key@1", missing="not_said")
    return e.model_copy(update={"key": key, "why": {**e.why, "key": why}})


def key_of(name: str, kind: str, lexicons: Lexicons) -> str | None:
    """The key of a name; None where no letter or figure is left of it. A country's is its code."""
    bare = name.removeprefix("the ").removeprefix("The ")
    if kind == "state" and bare in lexicons.actors.states:
        plain = name if name in lexicons.actors.countries else bare
        return f"state:{lexicons.actors.countries[plain].lower()}"
    words = [w for w in WORDS.findall(evened(name)) if w]
    if kind == "person":
        words = _without(words, lexicons.roles.titles, 0)
    else:
        words = _without(words, frozenset({"the"}), 0)
        words = _without(words, LEGAL_FORMS, -1) if kind == "organisation" else words
    return f"{kind}:{' '.join(words)}" if words else None


def evened(name: str) -> str:
    """A name in lower case without accents, dots, apostrophes and with "and" for "&"."""
    plain = unaccented(name.replace("&", " and ")).translate(LETTERS)
    return re.sub(r"[.'’]", "", re.sub(r"['’]s\b", "s", plain))


def _without(words: list[str], dropped: frozenset[str], at: int) -> list[str]:
    """Words without those at one end that say nothing; one stays in any case."""
    while len(words) > 1 and words[at] in dropped:
        words = words[1:] if at == 0 else words[:-1]
    return words
