"""Which named body is meant by "the organisation", "the service", "a spokesman": the one that stands before it."""

from __future__ import annotations

import re
from functools import lru_cache

from reportedly.connect.brief.around import Around, Hearing
from reportedly.connect.brief.bodies import Body, body_named
from reportedly.connect.brief.lists import KINDS, is_body_key, singular, singulars, speaker_words
from reportedly.record import Span

WORD = re.compile(r"[^\W_]+(?:['’-][^\W_]+)*['’]?")
OF_KIND = re.compile(rf"\b(?:{KINDS})\s+(?P<name>[A-Z][\w’'-]{{0,40}}(?:\s[A-Z][\w’'-]{{0,40}}){{0,3}})")
"""A body's kind and its name ("the charity Open Hand")."""
STATE = frozenset(
    ["police", "army", "navy", "government", "ministry", "presidency", "court", "prosecutors", "governor"]
)
"""Bodies that nobody calls by a word for a body of any kind."""
SERVICES = frozenset(["service", "force"])
IN_UNIFORM = re.compile(
    r"\b(?:[Cc]oast ?[Gg]uard|[Ff]ire (?:[Bb]rigade|[Dd]epartment)|[Pp]olice|[Nn]avy|[Bb]order [Gg]uard|[Cc]ustoms)\b"
)
"""What "the service" may be short for, in the sentence that has named it."""
FIRMS = frozenset(["company", "firm", "airline", "operator", "carrier", "manufacturer", "maker", "insurer", "retailer"])
OF_PEOPLE = frozenset([
    "union", "federation", "league", "association", "committee", "brotherhood", "guild", "party", "movement",
    "ministry", "council", "board", "hospital", "police",
])  # fmt: skip
"""Words of bodies that are no firms."""
FIRST = 5
"""Words within which a sentence's subject ends."""


def meant_by(kind: str, at: int, around: Around, heard: Hearing) -> Body | None:
    """The body that a word for bodies of its kind stands for at a place of the text: the last one called by this word
    with more beside it; where the word fits a body of any name, the last that spoke, or the last named with its
    kind."""
    fuller = _fuller(kind, at, around) or (_in_uniform(at, around) if kind in SERVICES else None)
    if fuller or kind not in speaker_words()["any_body"]:
        return fuller
    if firm := lone_name(heard):
        return firm
    before = next((b for b in reversed(heard.bodies) if not _is_plain(b) and _may_be(kind, b)), None)
    return before or _of_kind(at, around)


def _fuller(kind: str, at: int, around: Around) -> Body | None:
    """The last body before a place that is called by a word with more beside it ("the regional ambulance service")."""
    found = None
    if around.text.find(kind, 0, at) < 0:
        return None
    for m in _called(kind).finditer(around.text, 0, at):
        body = body_named(m["body"], around.places)
        found = body if body and body.key != kind else found
    return found


def _in_uniform(at: int, around: Around) -> Body | None:
    """The last body with ranks that the sentence names before a place."""
    named = list(IN_UNIFORM.finditer(around.text, around.sentences.at(at)[0], at))
    return body_named(named[-1].group(), around.places) if named else None


@lru_cache(maxsize=1_000)
def _called(kind: str) -> re.Pattern[str]:
    small = r"(?!(?:of|in|at|to|for|with|and|by|from|on|that|which|is|was|has|had|said)\b)"
    return re.compile(
        rf"(?:\b(?:[Tt]he|[Aa]n?|[Ii]ts)|\w['’]s?)\s+(?P<body>(?:{small}[\w’'-]+\s+){{1,3}}?{re.escape(kind)})\b"
    )


def _may_be(kind: str, body: Body) -> bool:
    """May a body be called so? No union is "the company"."""
    return kind not in FIRMS or not set(body.key.split()) & OF_PEOPLE


def _is_plain(body: Body) -> bool:
    """Is a body one of the state's, or called by a word for its kind alone?"""
    words = body.key.split()
    return bool(set(words) & STATE) or (len(words) == 1 and singular(words[0]) in singulars())


def lone_name(heard: Hearing) -> Body | None:
    """Who spoke last, if that is a lone name of which nobody is named in full and which no body is known for."""
    v = heard.voice
    if v is None or v.person is None or v.body or not v.person.isalpha() or v.person != (v.words or "").lower():
        return None
    return Body(v.person, v.name or v.person)


def _of_kind(at: int, around: Around) -> Body | None:
    named = list(OF_KIND.finditer(around.text, 0, at))
    name = named[-1]["name"] if named else None
    return (body_named(name, around.places) or Body(name.lower(), name)) if name else None


def subject_before(at: int, around: Around) -> Body | None:
    """The body that a sentence of the paragraph before a place is about: the nearest one that begins with one."""
    start = around.text.rfind("\n", 0, at) + 1
    sentence: Span | None = around.sentences.at(at)
    while sentence and sentence[0] >= start:
        if found := opening(around.text[sentence[0] : at], around):
            return found
        sentence = around.sentences.before(sentence)
    return None


def opening(sentence: str, around: Around) -> Body | None:
    """The body that a sentence begins with ("The Accident Office, which ...")."""
    for k, m in enumerate(WORD.finditer(sentence)):
        if k == FIRST:
            return None
        if singular(m.group()) in singulars() and re.match(r",|\s+[a-z]", sentence[m.end() :]):
            found = body_named(sentence[: m.end()], around.places)
            return found if found and is_body_key(found.key) and _is_one(found, around) else None
    return None


def _is_one(body: Body, around: Around) -> bool:
    """Is this a body of the article's, and not only called by a word that things have, too ("the line")?"""
    if " " in body.key or body.key in STATE:
        return True
    names = (e.name.lower().split() for e in around.entities.values() if e.kind == "organisation")
    return any(name[-1:] == [body.key] for name in names)
