"""Names that an article uses as those of outlets: where they stand and what says that they are outlets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache

from reportedly.lexicons import load_lexicons, plural, word_sets
from reportedly.record import Span

WORD = re.compile(r"[^\W_]+(?:[-&.’'][^\W_]+)*")
QUOTED = re.compile(r"[\"“‘'«]([^\"”’'»\n]{2,40})[\"”’'»]")
OWNER = ("'s", "’s")
JOINS = frozenset({"of", "de", "la", "le", "el", "du", "der", "des", "al", "&"})
LONGEST = 5
"""Words of a name."""


@cache
def no_names() -> frozenset[str]:
    """Words that stand with a capital and begin no name: small words, days and months."""
    times = load_lexicons().times
    return carrier_words()["small"] | times.days | times.months


@dataclass(frozen=True, slots=True)
class Name:
    """A capitalised name in a text; `sure` where its own words make it an outlet's."""

    span: Span
    text: str
    sure: bool


@cache
def carrier_words() -> dict[str, frozenset[str]]:
    """The lists of carriers.toml, nouns with their plurals."""
    lists = word_sets("carriers")
    return lists | {"nouns": lists["nouns"] | {plural(w) for w in lists["nouns"]}}


def name_at(text: str, start: int) -> Name | None:
    """The name that begins at `start`, in quotation marks or not; None where no capital (or letter of a script without
    capitals) stands there."""
    quoted = QUOTED.match(text, start)
    if quoted and capital(quoted.group(1)):
        return Name(quoted.span(1), quoted.group(1), is_outlet_name(quoted.group(1)))
    words = _words(text, start)
    while words and text[slice(*words[0])].lower() in no_names():
        words = words[1:]
    if not words:
        return None
    span = (words[0][0], words[-1][1])
    whole = text[slice(*span)]
    bare = whole[:-2] if whole.endswith(OWNER) else whole
    return Name((span[0], span[0] + len(bare)), bare, is_outlet_name(bare)) if len(bare) > 1 else None


def _words(text: str, start: int) -> list[Span]:
    """The words of a name: each begins with a capital or a digit, joined by one space or a small word."""
    out: list[Span] = []
    at = start
    while len(out) < LONGEST:
        m = WORD.match(text, at)
        if m is None:
            break
        word = m.group()
        if not capital(word) and not (out and word[0].isdigit()):
            following = WORD.match(text, m.end() + 1)
            if not (out and word in JOINS and following and capital(following.group())):
                break
        out.append(m.span())
        if word.endswith(OWNER) or text[m.end() : m.end() + 1] != " ":
            break
        at = m.end() + 1
    while out and text[slice(*out[-1])] in JOINS:
        out.pop()
    return out


def capital(word: str) -> bool:
    """Does a word begin as a name does? Scripts without capitals count as such."""
    c = word[:1]
    return c.isupper() or (c.isalpha() and c.lower() == c.upper())


@lru_cache(maxsize=10_000)
def is_outlet_name(name: str) -> bool:
    """Do a name's own words make it an outlet's: known, or begun or ended as outlets' names are?"""
    outlets, bodies = load_lexicons().outlets, carrier_words()["bodies"]
    words = [w.lower() for w in WORD.findall(name)]
    if words[:1] == ["the"]:
        words = words[1:]
    whole = " ".join(words)
    if not words or (whole in carrier_words()["ambiguous"]):
        return False
    if whole in outlets.names or re.search(r"\.(?:com|org|net|news|tv|info)$", name.lower()):
        return True
    if words[-2:] == ["news", "agency"]:
        return True
    if len(words) < 2 or words[-1] in bodies:
        return False
    last = words[-1]
    roles = load_lexicons().roles
    begun = words[0] in outlets.beginnings and last not in roles.nouns and last not in roles.titles
    return last in outlets.endings or begun or last in ("online", "agency")


def is_lone_outlet(name: str) -> bool:
    """A lone word that may name an outlet ("the Mirror")."""
    return name.lower().removeprefix("the ") in carrier_words()["ambiguous"] | load_lexicons().outlets.endings


def is_body_name(name: str) -> bool:
    """Does a name end as those of bodies and places do ("the Post Office", "Radio Street")?"""
    words = [w.lower() for w in WORD.findall(name)]
    return bool(words) and words[-1] in carrier_words()["bodies"]
