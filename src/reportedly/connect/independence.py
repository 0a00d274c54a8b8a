"""How many origins are independent: the rules of counting, without any article (README of cross-document scoring)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import chain, combinations, product
from typing import NamedTuple

from reportedly.connect.brief.lists import speaker_words
from reportedly.connect.speakers import Speaker, conflicting

WHOSE = re.compile(r"(?:his|her|their)\s", re.I)
GENERIC = frozenset(
    [
        "official",
        "source",
        "person",
        "officer",
        "aide",
        "insider",
        "individual",
        "man",
        "woman",
        "people",
        "adviser",
        "figure",
    ]
)
"""What unnamed people are called who may be anybody."""
STATE = frozenset(
    ["ministry", "army", "police", "military", "navy", "embassy", "parliament", "authorities", "prosecutors"]
)
HOSPITALS = frozenset(["hospital", "clinic", "infirmary", "ambulance"])
RESCUE = frozenset(["firefighters", "rescue", "coastguard", "lifeboat", "ambulance"])
CARERS = {
    **dict.fromkeys(("doctor", "nurse", "surgeon", "medic", "paramedic", "physician"), HOSPITALS),
    **dict.fromkeys(("firefighter", "fireman", "firemen", "rescuer", "lifeguard", "crew"), RESCUE),
}
"""Whose people those may be who deal with the hurt and are not named."""
AUTHORITIES = frozenset(["inspectorate", "directorate", "authority"])
"""Words of bodies that are under whoever governs."""
GOVERNED = frozenset(["police", "army", "force", "navy"])
"""Bodies that are under a government without more being said."""
REGIONAL = frozenset(["governor", "prefect", "prefecture", "governorate"])
LOCAL = frozenset(["police", "firefighters", "rescue", "defence", "emergency", "ambulance"])
"""Words of the services under the head of a region ("civil defence")."""
OFFICES = frozenset(["ministry", "office", "authority", "department", "directorate", "board"])
"""What has a field of government, and bodies under it ("the health office")."""
INVESTIGATORS = frozenset(["police", "prosecutors", "court", "gendarmerie"])
FIELDS = ("interior", "defence", "health", "justice", "transport")


def may_rest_on(upper: Speaker, lower: Speaker) -> bool:
    """May one body know it from another: a ministry from the police, hospital or army under it, a government from its
    ministry?"""
    if upper.body is None or lower.body is None or upper.key == lower.key or conflicting(upper.owner, lower.owner):
        return False
    return _is_over(upper.body, lower.body)


@lru_cache(maxsize=10_000)
def _is_over(upper: str, lower: str) -> bool:
    top, below = upper.split(), set(lower.split())
    lists = speaker_words()
    if "authorities" in top:
        return True
    if "prosecutors" in top:
        return "police" in below
    if set(top) & REGIONAL:
        return bool(below & LOCAL)
    if set(top) & lists["government"]:
        under = {"ministry", *GOVERNED} if "government" in top else {"ministry", "government"}
        return bool(below & (under | AUTHORITIES))
    if top[-1] == "ministry" and below & AUTHORITIES:
        return True
    if top[-1] in OFFICES:
        field = "interior" if top[0] in ("home", "security") else top[0]
        return field in FIELDS and bool(below & lists[f"under_{field}"])
    return set(top) <= {"army", "military", "police"} and bool(below & {"navy", "brigade", "troops", "unit"})


def may_speak_for(unnamed: Speaker, body: Speaker) -> bool:
    """May an unnamed person belong to a body that also speaks in its own name?"""
    if unnamed.kind != "anonymous" or body.body is None:
        return False
    if conflicting(unnamed.owner, body.owner):
        return False
    words = set(body.body.split())
    if unnamed.of_body == "family":
        return False
    if unnamed.of_body == "inquiry":
        return bool(words & INVESTIGATORS)
    if unnamed.of_body in ("government", "cabinet") and words & {"ministry", "presidency", "army"}:
        return True
    if unnamed.of_body and (" " in unnamed.of_body or set(unnamed.of_body.split()) <= words):
        return set(unnamed.of_body.split()) <= words
    noun = noun_of(unnamed)
    if noun in ("official", "aide", "minister", "adviser", "advisor"):
        return bool(words & (speaker_words()["government"] | {"ministry", "authorities"}))
    if noun in ("officer", "soldier", "commander"):
        return bool(words & (speaker_words()["under_defence"] | speaker_words()["under_interior"] | {"defence"}))
    if noun in ("person", "source", "insider"):  # of a state's people news says "official"
        return not words & (STATE | speaker_words()["government"])
    if noun in CARERS:
        return bool(words & CARERS[noun])
    return noun in ("negotiator", "member", "executive", "employee", "staffer", "worker")


def noun_of(s: Speaker) -> str:
    """What unnamed people are called, in the singular."""
    return s.key.rsplit(":", 1)[-1].split("#")[0]


def may_be_same(a: Speaker, b: Speaker) -> bool:
    """May the unnamed people of two outlets be the same people?"""
    if a.kind != "anonymous" or b.kind != "anonymous" or a.outlet == b.outlet:
        return False
    x, y = noun_of(a), noun_of(b)
    if a.of_body and b.of_body and not (set(a.of_body.split()) & set(b.of_body.split())):
        return False
    return x == y or x in GENERIC or y in GENERIC


def may_be_named(unnamed: Speaker, person: Speaker) -> bool:
    """May somebody who is only called by whose he is ("his driver") be somebody who is named?"""
    return unnamed.kind == "anonymous" and person.kind == "person" and WHOSE.match(unnamed.name) is not None


class Tie(NamedTuple):
    """That two origins, by their keys, may be one or rest on one: `unknown` says in words what is not known of them."""

    one: str
    other: str
    unknown: str


def ties_between(speakers: Sequence[Speaker]) -> list[Tie]:
    """Every two of some origins that may be the same or rest on the same: only bodies and unnamed people can, or
    a person and somebody who is only called by whose he is."""
    some = [s for s in speakers if s.kind in ("body", "anonymous")]
    people = [s for s in speakers if s.kind == "person"]
    called = [s for s in some if s.kind == "anonymous" and WHOSE.match(s.name)]
    pairs = chain(combinations(some, 2), product(called, people))
    return [Tie(s.key, t.key, unknown) for s, t in pairs if (unknown := _unknown(s, t))]


@lru_cache(maxsize=10_000)  # the same few speak to every happening of a story
def _unknown(s: Speaker, t: Speaker) -> str | None:
    for upper, lower in ((s, t), (t, s)):
        if may_rest_on(upper, lower):
            return f"whether {upper.name} knows it otherwise than from {lower.name}"
    if may_be_same(s, t):
        return f"whether {s.name} ({s.outlet}) and {t.name} ({t.outlet}) are the same people"
    for who, other in ((s, t), (t, s)):
        if may_speak_for(who, other):
            return f"whether {who.name} speaks for {other.name}"
        if may_be_named(who, other):
            return f"whether {who.name} is {other.name}"
    return None


def at_least(speakers: Iterable[Speaker]) -> int:
    """Origins that remain after every merger that is possible.

    Of the named, those that cannot rest on another one. Of the unnamed, those who cannot belong to a body that speaks
    for itself: as many as the outlet that tells most of them apart, for each kind of people that cannot be another.
    """
    every = list(dict.fromkeys(speakers))
    if len(every) < 2:
        return len(every)
    named = [s for s in every if s.kind != "anonymous"]
    bodies = [s for s in named if s.kind == "body"]
    alone = [s for s in named if not any(may_rest_on(s, t) for t in bodies)]
    anybody = [s for s in every if s.kind == "anonymous" and not any(may_be_named(s, t) for t in named)]
    inner = {s for s in anybody if any(may_speak_for(s, t) for t in bodies)}
    unnamed = [s for s in anybody if s not in inner and not any(may_be_same(s, t) for t in inner)]
    return len(alone) + _apart(unnamed)


def _apart(unnamed: Sequence[Speaker]) -> int:
    """The fewest people or groups that unnamed sources can be: the most of whom no two may be the same, as far as a
    greedy choice from each of them on finds it. What it misses makes it fewer, and so it stays a lower bound.

    Those of one outlet, noun and body are alike in all that counts, and are chosen together.
    """
    kinds: dict[object, list[Speaker]] = {}
    for s in unnamed:
        kinds.setdefault((s.outlet, noun_of(s), s.of_body), []).append(s)
    groups = list(kinds.values())
    same = [{k for k, t in enumerate(groups) if may_be_same(g[0], t[0])} for g in groups]
    most = 0
    for first in range(len(groups)):
        chosen, out = 0, set[int]()
        for k in (first, *range(len(groups))):
            if k not in out:
                chosen += len(groups[k])
                out |= {k, *same[k]}
        most = max(most, chosen)
    return most
