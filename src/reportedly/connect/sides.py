"""Who is opposed to whom: two states at arms, a state and those who fight it, an employer and a union."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

Camp = Literal["state", "police", "civil", "rebels", "employer", "workers", "organisers", "watcher"]


def _camp(camp: Camp, words: str) -> tuple[Camp, re.Pattern[str]]:
    return camp, re.compile(rf"\b(?:{words})\b", re.I)


CAMPS: tuple[tuple[Camp, re.Pattern[str]], ...] = (
    _camp(
        "organisers",
        r"(?:tenants|residents|refugees|families|relatives|citizens|villagers|parents|prisoners|inmates|students|survivors|"
        r"neighbourhood)['’]?\s+(?:[\w-]+\s+)?(?:committee|council|association|group|front)|law(?:yers)?['’]?\s+group|legal\s+aid|"
        r"lawyers?\s+for|defence\s+lawyers?|campaign(?:ers)?\s+(?:group|for)|civil\s+liberties",
    ),
    _camp(
        "watcher",
        r"hospital|clinic|ambulance|doctors?|medics?|surgeon|paramedics?|monitor(?:s|ing)?|observers?|mission|"
        r"witness(?:es)?|red\s+cross|red\s+crescent|united\s+nations|rights\s+group|residents?|coroner|morgue|"
        r"rescue(?:rs)?|survivors?|journalists?|reporters?|analysts?|mediators?",
    ),
    _camp(
        "workers",
        r"union|unions|(?:federation|congress|confederation)\s+of\s+(?:workers|labou?r)|workers|dockers|strikers|teachers|nurses",
    ),
    _camp(
        "rebels",
        r"rebels?|insurgents?|militants?|guerrillas?|separatists?|militia|jihadists?|\w+\s+front|liberation|movement|"
        r"fighters|faction|armed\s+group",
    ),
    _camp("organisers", r"organi[sz]ers?|demonstrators?|protesters?|marchers|activists?|opposition"),
    _camp(
        "state",
        r"army|military|navy|air\s+force|defen[cs]e\s+(?:ministry|minister|department|secretary|forces)|(?:ministry|"
        r"minister|department|secretary)\s+of\s+(?:defen[cs]e|war|foreign)|foreign\s+(?:ministry|minister|office)|"
        r"war\s+(?:ministry|office)|general\s+staff|government|president(?:ial)?|cabinet|prime\s+minister|"
        r"border\s+guards?|armed\s+forces|chief\s+of\s+staff|troops|forces|soldiers|high\s+command|commanders?|"
        r"general|brigadier|admiral|marshal|state",
    ),
    _camp("police", r"police(?:men|man)?|constabulary|gendarme\w*|sheriff"),
    _camp(
        "civil",
        r"ministry|minister|authorities|officials?|governor|mayor|city|department|bureau|service|"
        r"coast\s*guard|prosecutors?|court",
    ),
    _camp(
        "employer",
        r"compan(?:y|ies)|operator|management|employers?|authority|airline|railway|port|firm|line|lines|owners?|"
        r"corporation|mine|shipping|factory|plant",
    ),
)
"""By the words for a source, first match first: an army's hospital watches, a port's union is of the workers."""
OPPOSED: frozenset[frozenset[Camp]] = frozenset(
    frozenset(pair)
    for pair in (
        ("state", "rebels"),
        ("employer", "workers"),
        ("organisers", "state"),
        ("organisers", "police"),
        ("organisers", "civil"),
    )
)
NATION = re.compile(
    r"\b([A-Z][\w-]{0,40}(?:ian|an|ese|ish|i|ic|ine|ite)(?![\w’'-]{0,40}\w)|[A-Z][\w-]{1,40}(?=['’]s\b|s['’]\s))"
)
NO_NATION = frozenset(["Christian", "Republican", "Human", "Civilian", "Asian", "European", "African"])
OF = re.compile(r"\b(?:of|in)\s+([A-Z][\w-]+)\b")
PRONOUN = re.compile(r"(?:he|she|it|they|we|i|who|that|which|both|this)", re.I)
ARTICLE = re.compile(r"^(?:the|a|an|its|their|his|her)\s+")
STEM = 5
"""Letters by which a country and its adjective are taken for one ("Norland's", "Norlandian")."""


@dataclass(frozen=True, slots=True)
class Side:
    """Where a source stands: its camp and the state it belongs to (the beginning of its name), as far as its words say
    so; `words` are those that it is known by."""

    camp: Camp | None
    nation: str | None
    words: str


@lru_cache(maxsize=10_000)  # the same few sources speak in all articles of a story
def side_of(source: str | None) -> Side:
    """The side of a source by the words for it."""
    pieces = (source or "").split(" | ")
    words = " ".join(w for w in pieces if not PRONOUN.fullmatch(w))
    camp = next((c for c, pattern in CAMPS if pattern.search(words)), None)
    nations = [m.group(1) for m in NATION.finditer(words) if m.group(1) not in NO_NATION]
    nations += [m.group(1) for m in OF.finditer(words)]
    key = pieces[1] if len(pieces) > 1 else words
    nation = nations[0].lower()[:STEM] if nations else None
    return Side(camp, nation, ARTICLE.sub("", key.lower()))


def side_in(source: str | None, outlet: str | None, nations: Collection[str]) -> Side:
    """The side of a source in one outlet's article: "the Defence Ministry" in a paper named after one of the `nations`
    is that country's, and what its state television says of itself is the state's word. All who speak for a state's
    arms are one."""
    home = next((w[:STEM] for w in (outlet or "").lower().split() if w[:STEM] in nations), None)
    side = side_of(source)
    if source is None and home and (own := side_of(outlet)).camp == "state":
        side = own
    if side.camp != "state" or not (nation := side.nation or home):
        return side
    return Side("state", nation, nation)


def nation_of(words: str) -> str | None:
    """The state that words for people or a body name, by the beginning of its name."""
    return side_of(words).nation


def opposed(a: Side, b: Side) -> bool:
    """Whether two sources are parties against one another. Never where it is not plain."""
    if a.camp is None or b.camp is None or (a.words, a.nation) == (b.words, b.nation):
        return False
    if a.camp == b.camp == "state":
        return bool(a.nation and b.nation and a.nation != b.nation)
    return frozenset((a.camp, b.camp)) in OPPOSED
