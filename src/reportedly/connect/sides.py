"""Who is opposed to whom: two states at arms, a state and those who fight it, an employer and a union."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Camp = Literal["state", "civil", "rebels", "employer", "workers", "organisers", "watcher"]
CAMPS: tuple[tuple[Camp, re.Pattern[str]], ...] = (
    ("watcher", re.compile(
        r"\b(?:hospital|clinic|ambulance|doctors?|medics?|surgeon|paramedics?|monitor(?:s|ing)?|observers?|mission|witness(?:es)?|"
        r"red\s+cross|red\s+crescent|united\s+nations|rights\s+group|residents?|coroner|morgue|rescue(?:rs)?|survivors?|"
        r"journalists?|reporters?|analysts?|mediators?)\b", re.I)),
    ("workers", re.compile(r"\b(?:union|unions|federation\s+of\s+workers|workers|dockers|strikers|teachers|nurses)\b", re.I)),
    ("rebels", re.compile(r"\b(?:rebels?|insurgents?|militants?|guerrillas?|separatists?|militia|jihadists?|\w+\s+front|"
                          r"liberation|movement|fighters|faction|armed\s+group)\b", re.I)),
    ("organisers", re.compile(r"\b(?:organi[sz]ers?|demonstrators?|protesters?|marchers|activists?|opposition)\b", re.I)),
    ("state", re.compile(
        r"\b(?:army|military|navy|air\s+force|defen[cs]e\s+(?:ministry|minister|department|secretary|forces)|(?:ministry|minister|"
        r"department|secretary)\s+of\s+(?:defen[cs]e|war|foreign)|foreign\s+(?:ministry|minister|office)|war\s+(?:ministry|office)|"
        r"general\s+staff|government|president(?:ial)?|cabinet|prime\s+minister|border\s+guards?|armed\s+forces|chief\s+of\s+"
        r"staff|troops|forces|soldiers|high\s+command|commanders?|general|brigadier|admiral|marshal|state)\b", re.I)),
    ("civil", re.compile(r"\b(?:ministry|minister|police|authorities|officials?|governor|mayor|city|department|bureau|service|"
                         r"coast\s*guard|prosecutors?|court)\b", re.I)),
    ("employer", re.compile(r"\b(?:compan(?:y|ies)|operator|management|employers?|authority|airline|railway|port|firm|line|lines|"
                            r"owners?|corporation|mine|shipping|factory|plant)\b", re.I)),
)  # fmt: skip
"""By the words for a source, first match first: an army's hospital watches, a port's union is of the workers."""
OPPOSED: frozenset[frozenset[Camp]] = frozenset(
    frozenset(pair)
    for pair in (("state", "rebels"), ("employer", "workers"), ("organisers", "state"), ("organisers", "civil"))
)  # type: ignore[arg-type]
NATION = re.compile(r"\b([A-Z][\w-]*(?:ian|an|ese|ish|i|ic|ine|ite)(?![\w’'-]*\w)|[A-Z][\w-]+(?=['’]s\b|s['’]\s))")
NO_NATION = frozenset("Christian Republican Human Civilian Asian European African American".split()) - {"American"}
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


def nation_of(words: str) -> str | None:
    """The state that words for people or a body name, by the beginning of its name."""
    return side_of(words).nation


def opposed(a: Side, b: Side) -> bool:
    """Whether two sources are parties against one another. Never where it is not plain."""
    if a.camp is None or b.camp is None or a.words == b.words:
        return False
    if a.camp == b.camp == "state":
        return bool(a.nation and b.nation and a.nation != b.nation)
    return frozenset((a.camp, b.camp)) in OPPOSED
