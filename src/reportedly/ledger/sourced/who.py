"""Who a statement's source is over all articles: one person, body, outlet, or kind of document or of unnamed people.

It goes by name. Two of one name are one source here, so whoever shows one says so, with the roles and countries that
articles give. A body's or group's country is part of what it is: two defence ministries are two sources. Unnamed
people and documents are grouped by what they are called and whose they are ("interior ministry official"), and are
never one person.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Literal, NamedTuple

from reportedly.ground.keys import WORDS, evened
from reportedly.ground.spelling import unaccented
from reportedly.ledger.linked.ids import made_id
from reportedly.ledger.sourced.public import standing_of
from reportedly.ledger.spellings import spellings

WhoKind = Literal["person", "organisation", "outlet", "document", "group", "anonymous"]

SPOKES = frozenset(["spokesman", "spokeswoman", "spokesperson", "spokespeople", "representative", "statement"])
"""Last words of a body's description that leave the body itself when they are taken away."""

NOBODY = frozenset(
    """
    i you he she it we they me him her us them his its their who whom whose which that this these those there one
    ones some percent majority number lot many most few several others other another both all everybody everyone
    nobody somebody someone anyone half
    """.split()  # noqa: SIM905
)
"""Words that name nobody who could be found in another article."""

RELATED = frozenset(
    """
    mother father parent wife husband partner widow widower girlfriend boyfriend fiance fiancee son daughter child
    brother sister sibling cousin uncle aunt nephew niece grandmother grandfather relative family friend neighbor
    neighbour colleague classmate roommate coworker co-worker victim suspect
    """.split()  # noqa: SIM905
)
"""Private people by what they are to somebody: whose they are is left out, since that would tell who they are."""

_BEFORE = frozenset(
    """
    a an the some several many most few all both two three four five six seven eight nine ten dozens hundreds thousands
    about around least at more other another one each every any no his her its their our my your this that these those
    senior top unnamed unidentified anonymous multiple various different numerous separate single new latest of
    """.split()  # noqa: SIM905
)
"""Words before a description that say how many, which or how high, but not who."""

_CUT = re.compile(
    r"[,;(–—]|\s(?:who|whom|whose|which|that|familiar|briefed|close|speaking|citing|cited|quoted|asking|on\s+condition"
    r"|with\s+(?:direct\s+)?knowledge|released|published|issued|conducted|obtained|seen)\b"
)
"""Where a description of a source begins to tell of the occasion."""

_OF = re.compile(r"\s(?:of|in|at|from|for|with|inside|by)\s+", re.I)
_POSSESSIVE = re.compile(r"['’]s?(?=\s|$)")
LONGEST = 8
"""Words of a description: a longer one is a sentence that stands once."""


class Heard(NamedTuple):
    """What an article says of the source of one statement: its words, kind, and its entity's name, key, role, country
    and sector."""

    text: str | None
    kind: str
    name: str | None = None
    key: str | None = None
    role: str | None = None
    country: str | None = None
    sector: str | None = None


class Who(NamedTuple):
    """A source as it is counted. `named`: articles name it; others are a kind of source, nobody in particular.
    `public`: the article gives it a public role, or it is no person."""

    id: str
    kind: WhoKind
    name: str
    words: str
    country: str | None = None
    named: bool = True
    public: bool = True


def who_of(heard: Heard, private: frozenset[str] = frozenset()) -> Who | None:
    """Who it is; None where that is nobody in particular, or a private person in this article. `private` are the words
    of private people's names there: no description tells them."""
    kind, _, name = (heard.key or "").partition(":")
    if name and heard.kind not in ("anonymous", "unknown"):
        return _named(heard, kind)
    if heard.kind in ("organisation", "outlet", "document", "group", "anonymous"):
        return _described(heard, private)
    return None


def private_words(people: Iterable[Heard]) -> frozenset[str]:
    """The words of the names of those of an article's people who are not in a public role there."""
    theirs = (p.name for p in people if p.name and standing_of(p.role, p.sector) != "public")
    return frozenset(word for name in theirs for word in WORDS.findall(evened(name)))


def names(name: str | None, private: frozenset[str]) -> bool:
    """Does a name hold a word of a private person's?"""
    return not private.isdisjoint(WORDS.findall(evened(name or "")))


def outlet_called(name: str) -> Who | None:
    """An outlet by the name under which it publishes; None for a name without a letter."""
    words = _plain(name, "outlet")
    return _who("outlet", name, words) if words else None


def search_words(name: str) -> str:
    """A name as searches compare it: lower case, without accents, each word after a blank.

    >>> search_words("L'Écho de Tarrow")
    ' lecho de tarrow'
    """
    return "".join(f" {word}" for word in WORDS.findall(evened(name)))


def _named(heard: Heard, kind: str) -> Who | None:
    name = heard.name or heard.text or ""
    words = _plain(name, kind)
    if not words:
        return None
    if kind == "person":
        standing = standing_of(heard.role, heard.sector)
        who = _who("person", name, heard.key.partition(":")[2] if heard.key else words)
        return who._replace(public=standing == "public") if who and standing != "private" else None
    if kind == "state":
        return _who("organisation", name, f"state {heard.country or words}")
    if kind == "outlet":
        return _who("outlet", name, words)
    return _who("group" if kind == "group" else "organisation", name, words, heard.country)


def _described(heard: Heard, private: frozenset[str]) -> Who | None:
    """By the head of the words and by whose it is."""
    words = _words_of(heard)
    found = described(words) if words else None
    if found is None:
        return None
    body, head = found
    kind: WhoKind = heard.kind  # type: ignore[assignment] # `who_of` lets only these through
    if kind == "organisation" and body and one_of(head) in SPOKES:
        who = _who("organisation", body, _plain(body, "organisation"))
        return who._replace(named=_is_name(body)) if who else None
    if kind in ("anonymous", "group", "document"):
        head = one_of(head)
    name = head if not body or head in RELATED or names(body, private) else f"{body} {head}"
    who = _who(kind, name, _plain(name, kind))
    named = kind in ("organisation", "outlet") and _is_name(name)
    return who._replace(named=named) if who and not names(who.name, private) else None


def _is_name(words: str) -> bool:
    """Do several words read like a name ("Harbor Authority"), and not like a description ("port authority")?"""
    return len(words.split()) > 1 and all(w[:1].isupper() for w in words.split())


def one_of(noun: str) -> str:
    """The singular of a noun in lower case; near enough to group by.

    >>> [one_of(noun) for noun in ("Witnesses", "deputies", "policemen", "sources", "police", "Republicans")]
    ['witness', 'deputy', 'policeman', 'source', 'police', 'republican']
    """
    word = noun.lower()
    if word.endswith("men") and len(word) > 3:
        return word[:-2] + "an"
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("ches", "shes", "sses", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def _words_of(heard: Heard) -> str | None:
    """The words that describe a source: its own, or for a pronoun those of what it stands for."""
    name = heard.name
    for words in (heard.text, name):
        if words and unaccented(words).strip() not in NOBODY:
            return words
    return None


def described(words: str) -> tuple[str, str] | None:
    """Whose somebody unnamed is ("" where nothing says so) and what they are called; None where nothing is left.

    >>> described("Two senior officials of the Interior Ministry, who spoke on Friday")
    ('Interior Ministry', 'officials')
    >>> described("an Interior Ministry official")
    ('Interior Ministry', 'official')
    """
    first = _CUT.split(" ".join(words.split()), maxsplit=1)[0]
    before, *after = _OF.split(_without_start(first), maxsplit=1)
    said = [w for w in _POSSESSIVE.sub("", before).split() if any(c.isalnum() for c in w)]
    if not said or len(first.split()) > LONGEST or said[-1].lower() in NOBODY | _BEFORE:
        return None
    body = " ".join(said[:-1])
    if after and not body:
        body = _without_start(_OF.split(after[0], maxsplit=1)[0])
    return _POSSESSIVE.sub("", body), said[-1]


def _without_start(words: str) -> str:
    left = words.split()
    while len(left) > 1 and (left[0].lower() in _BEFORE or left[0][:1].isdigit()):
        left = left[1:]
    return " ".join(left)


def _plain(name: str, kind: str) -> str:
    """A name as it is compared: lower case, one spelling, without "the"; "ministry of x" is "x ministry"."""
    words = WORDS.findall(evened(name))
    words = words[1:] if words[:1] == ["the"] and words[1:] else words
    if kind == "organisation" and words[:2] in (["ministry", "of"], ["department", "of"]) and words[2:]:
        words = [*(w for w in words[2:] if w != "the"), words[0]]
    return " ".join(min(spellings(w)) for w in words)


def _who(kind: WhoKind, name: str, plain: str, country: str | None = None) -> Who | None:
    if not plain:
        return None
    content = ":".join(filter(None, (kind, plain, country)))
    return Who(made_id("p", content), kind, name, search_words(name), country)
