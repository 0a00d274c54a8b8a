"""Who is meant by "he" or "the farmer": the person that the paragraph or the article told of in that way."""

from __future__ import annotations

import re
from functools import lru_cache

from reportedly.connect.brief.around import Around, Hearing
from reportedly.connect.brief.eyes import REPORTERS
from reportedly.connect.brief.lists import MAKERS, singular, speaker_words
from reportedly.connect.brief.nouns import Voice
from reportedly.connect.brief.sources import NUMBERS, WORD, is_titled
from reportedly.lexicons import word_sets
from reportedly.record import Entity, Span

DESCRIBED = re.compile(r"[Tt]he\s+(?P<noun>[a-z]+)(?=$|,?\s+(?:who|whose)\b)")
"""Somebody told of by one noun ("the farmer, whose hut")."""
OF_THEM = re.compile(r"(?:[Oo]ne|[Aa]nother|[Tt]wo|[Ss]ome|[Ss]everal) of (?P<them>them)$")
NAME_BEFORE = re.compile(r"[A-Z][\w-]+,\s+$")
"""A name, of which what follows is an apposition."""
HE = frozenset(["he", "she"])


def stand_of(v: Voice, around: Around, heard: Hearing) -> Entity | None:
    """The person whom a pronoun or a description stands for, where this is another than the reading found or it found
    none."""
    words = (v.words or "").strip()
    if words.lower() in HE:
        described = DESCRIBED.match(v.name or "")
        return (heard.stands.get(described["noun"]) if described else None) or _of_the_paragraph(v, around)
    m = DESCRIBED.match(words)
    if m is None or v.person or not _is_a_person(m["noun"]):
        return None
    if m["noun"] not in heard.stands and _is_new(m["noun"], v.spans[0], around):
        found = _last_named(v.spans[0], around)
        if found:
            heard.stands[m["noun"]] = found
    return heard.stands.get(m["noun"])


def is_of_a_group(words: str, heard: Hearing) -> bool:
    """Is "the man" the one who has spoken before as "a man", and "the three" those who have, whomever the reading took
    them for?"""
    m = DESCRIBED.match(words)
    return m is not None and any(m["noun"] in (g.split("#")[0], *NUMBERS) for g in heard.groups)


def of_them(words: str, at: Span, around: Around) -> str:
    """ "One of them" as "one of the firemen", where those who deal with the hurt are the last told of in the two
    sentences before."""
    m = OF_THEM.match(words)
    if m is None:
        return words
    sentence = around.sentences.at(at[0])
    last = around.sentences.before(sentence) or sentence
    first = around.sentences.before(last) or last
    before = (w.lower() for w in reversed(WORD.findall(around.text[first[0] : at[0]])))
    known = speaker_words()["care"] | speaker_words()["witness"]
    noun = next((w for w in before if w in known and w.endswith(("s", "men", "women"))), None)
    return f"{words[: m.start('them')]}the {noun}" if noun else words


def _is_a_person(noun: str) -> bool:
    """Is this what one particular person is called, who holds no office and speaks for nobody?"""
    lists = speaker_words()
    office = (lists["speaking"] - lists["ranks"]) | lists["alone"] | lists["bodies"] | lists["anonymous"]
    other = (
        MAKERS
        | lists["collective"]
        | lists["issued"]
        | lists["care"]
        | {"newspaper", "paper", "report", "two", "statement"}
    )
    return noun not in office | other and singular(noun) == noun


def _is_new(noun: str, at: Span, around: Around) -> bool:
    """Has nobody been told of by this noun before, unless beside a name ("Ada Brook, a farmer")?"""
    before = _told_of(noun).search(around.text, 0, at[0])
    return before is None or NAME_BEFORE.search(around.text, max(0, before.start() - 40), before.start()) is not None


@lru_cache(maxsize=1_000)
def _told_of(noun: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:an?|one|another)\s+(?:[\w-]+\s+){{0,2}}{noun}\b", re.I)


def _last_named(at: Span, around: Around) -> Entity | None:
    """The only person who is named in the sentence and the one before it."""
    sentence = around.sentences.at(at[0])
    first = around.sentences.before(sentence)
    return _only_named((first or sentence)[0], at[0], around)


def _of_the_paragraph(v: Voice, around: Around) -> Entity | None:
    """The only person named in the paragraph before a pronoun, where the reading took somebody who is not told of
    there."""
    at = v.spans[0][0]
    start = around.text.rfind("\n", 0, at) + 1
    read = next((e for e in around.entities.values() if v.name and e.name == v.name), None)
    if read and not REPORTERS.search(read.name) and _is_named_in(read, (start, at), around.text):
        return None
    found = _only_named(start, at, around)
    return found if found and _may_be(v.words or "", found.name) else None


def _is_named_in(e: Entity, stretch: Span, text: str) -> bool:
    surname = e.name.split()[-1]
    return any(stretch[0] <= a < stretch[1] and surname in text[a:b] for a, b in e.mentions)


def _may_be(pronoun: str, name: str) -> bool:
    """May somebody of this name be a "he", a "she"?"""
    first, names = name.split(maxsplit=1)[0].lower(), word_sets("given_names")
    return first not in names["female" if pronoun.lower() == "he" else "male"]


def _only_named(start: int, end: int, around: Around) -> Entity | None:
    named: dict[str, Entity] = {}
    for e in around.entities.values():
        known = e.kind == "person" or any(is_titled(around.text[a:b]) for a, b in e.mentions[:1])
        is_person = known and e.key and " " in e.name and e.name.lower() not in around.things
        if is_person and _is_named_in(e, (start, end), around.text):
            named[e.name] = e
    return next(iter(named.values())) if len(named) == 1 else None
