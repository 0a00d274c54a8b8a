"""Who somebody is and for which body he or she speaks, by what an article has said so far."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from reportedly.connect.brief.aliases import normal
from reportedly.connect.brief.around import Around, Hearing
from reportedly.connect.brief.bodies import (
    APPOSED,
    OF_KIND,
    OF_SEVERAL,
    OF_STATES,
    THERE,
    Body,
    body_named,
    body_spoken_for,
    demonym,
)
from reportedly.connect.brief.lists import CALLED, MAKERS, is_body_key, roles, singular, singulars, speaker_words
from reportedly.connect.brief.meant import FIRMS, meant_by
from reportedly.connect.brief.nouns import Voice
from reportedly.connect.brief.papers import issuer_of
from reportedly.connect.brief.persons import person_in
from reportedly.connect.brief.sources import (
    BESIDE,
    LONG,
    NEW,
    NUMBERS,
    PRONOUNS,
    WORD,
    any_titled,
    is_plain,
    is_titled,
    people_in,
)
from reportedly.connect.brief.things import AFTER
from reportedly.connect.brief.whose import (
    KINDRED,
    body_before,
    hospital_near,
    its_body,
    of_the_bank,
    owner_of,
    place_of_work,
)
from reportedly.record import Entity, Statement

SUBJECT = re.compile(r"(?:that )?([A-Z][a-z]+)\s+(?:will|would|has|had|is|was|[a-z]+ed|[a-z]+s)\b")
"""The one name that a sentence begins with, before its verb."""
OFFICE = re.compile(r"['’]s?\s+(?:(?:press|private|media|information)\s+)?office\b.*")
POSSESSIVE = re.compile(r"(?:its|their|his|her)\s", re.I)
ITS_OFFICER = re.compile(r"\b(?:its|their)\s(?:[a-z-]+\s){0,3}(?P<role>[a-z-]+),?\s+$", re.I)
NAMED = re.compile(
    r"(?P<name>(?:[Tt]he\s+[A-Z][\w’'-]*(?:\s+(?:of|for)\s+(?:the\s+)?|\s+)|(?!An?\s)[A-Z][\w’'-]*\s+)"
    r"[A-Z][\w’'-]*(?:\s+[A-Z][\w’'-]*)*)(?=,|$)"
)
"""A name of several words, or one with "the" before it ("the Sons of Elm")."""
ITS = re.compile(r"(?:[Ii]ts|[Tt]heir)\s")
INDEFINITE = re.compile(r"(?:an?|one|another|two|three|some|several)\s", re.I)
OF_SOMEBODY = re.compile(r"\w[^A-Z]*?\s(?:to|of|for|with|from|by)\s")
"""Unnamed people who are told of by a named one ("an adviser to President X")."""
AT_A_PLACE = re.compile(r"\w[^A-Z,]*?\s(?:at|in|on|near)\s[^,]*,?$")
"""Unnamed people who are told of by a place alone ("a nurse on duty at Elm Street")."""
AGAIN = re.compile(r"(?:Mr|Mrs|Ms|Miss)\b")
"""How somebody is called who has been named before."""
RELATIVE = re.compile(r",?\s+(?:who|whose|whom|which)\s")
OF_A_PLACE = re.compile(
    r"\b(?:chief|head|elder|leader)s? of (?:the|an?|his|her|their) "
    r"(?:village|town|tribe|clan|district|region|island|family)\b"
)
"""Who heads people and no body."""
THE = re.compile(r"^the\s+", re.I)
OFFICES = re.compile(r"\b(?:general staff|joint chiefs|(?:town|city) hall|inspectors)\b", re.I)
"""Bodies whose last word is no body's."""


def body_of(
    v: Voice, s: Statement, person: tuple[str, str] | None, phrases: Sequence[str], at: tuple[Around, Hearing]
) -> Body | None:
    """The body that a voice speaks for, or that it is."""
    around, heard = at
    lists = speaker_words()
    role = any(map(_tells_a_role, phrases))
    if v.head and (v.head in lists["issued"] or v.kind == "document"):
        return issuer_of(v.words or "", v.head, around, heard)
    if office := _office_of(v, around, heard):
        return office
    if person:
        body = body_spoken_for(phrases, around.places) or heard.people.get(person[1], (None, None))[1]
        body = of_the_bank(body, around)
        if body is None and any(map(OF_A_PLACE.search, phrases)):
            return None
        if body is None:
            body = owner_of(s, phrases, around, heard) if role else its_body(s, around) or _of_its(v, heard)
        is_new = body is None and not role and is_plain(v.words or "", person[0]) and not AGAIN.match(v.words or "")
        before = heard.unnamed_role if is_new else None
        if before and before.body and around.text.find(person[0]) >= before.spans[0][1]:
            return Body(before.body, before.body_name or before.body, before.owner)
        return body or hospital_near(s, phrases, around) or place_of_work(phrases, around)
    if role and v.kind != "group" and singular(v.head or "") in lists["speaking"] and v.head not in lists["bodies"]:
        body = of_the_bank(body_spoken_for(phrases, around.places), around)
        return body or (None if OF_A_PLACE.search(v.words or "") else owner_of(s, phrases, around, heard))
    if THERE.search(v.words or "") and (hospital := hospital_near(s, phrases, around)):
        return hospital
    if v.kind == "anonymous" and ITS.match(v.words or "") and people_in(v) == 1 and v.head not in lists["bodies"]:
        return its_body(s, around)
    if named := _called_by_name(v, around):
        return named
    if v.head in lists["anonymous"] and INDEFINITE.match(v.words or ""):
        return None  # "a guard" is somebody
    is_body = v.kind == "organisation" or (
        (v.head in lists["bodies"] | MAKERS or OFFICES.search(v.words or "") or OF_KIND.match(v.words or ""))
        and v.kind in ("anonymous", "group", "person")
    )
    return _body_itself(v, around.entities.get(s.source.entity or ""), around) if is_body else None


@lru_cache(maxsize=CALLED)
def _tells_a_role(phrase: str) -> bool:
    """Is somebody who is called so one of those who speak for a body, or of its kind?"""
    words = WORD.findall(RELATIVE.split(phrase, maxsplit=1)[0])
    return any(singular(w) in roles() or w.lower() in KINDRED for w in words)


def _of_its(v: Voice, heard: Hearing) -> Body | None:
    """The body that has just spoken, of which somebody is called "its lawyer"."""
    return heard.body if heard.voice and heard.voice.body and ITS.match(v.words or "") else None


def _called_by_name(v: Voice, around: Around) -> Body | None:
    """The body that somebody of whom the reading knows no more is by a name of several words ("Quarry Homes"), if this
    is none of a people ("Most Velmarkians"), nor of some of those who have a name together ("Two Marines")."""
    m = NAMED.match(v.words or "") if v.kind in ("group", "anonymous") else None
    name = THE.sub("", m["name"]) if m else ""
    if not m or OF_SEVERAL.match(name) or _of_some(m["name"], name.lower().split()):
        return None
    if " of " in name:
        return Body(name.lower(), name)
    people = name.removesuffix("s").split()[-1]
    if around.places.owner(people) or demonym(people):
        return None
    return body_named(name, around.places) or Body(normal(name.lower()), name)


def _of_some(called: str, words: Sequence[str]) -> bool:
    """Do these words stand for some people: by the first of them, or as a plural without "the" and any body's word?"""
    lists = speaker_words()
    if words[0] in lists["of_some"] or words[0] in NUMBERS:
        return True
    bodies = lists["bodies"] | lists["kinds"] | lists["trades"] | lists["named_after"]
    plural = singular(words[-1]) != words[-1] and not THE.match(called)
    return plural and not any(w in bodies or singular(w) in bodies for w in words)


def in_full(body: Body | None, at: int, around: Around, heard: Hearing) -> Body | None:
    """ "The ministry" is the one that was heard before or stands before, else the only one that the article names."""
    if body is None or " " in body.key or not is_body_key(body.key):
        return body
    before = next((b for b in reversed(heard.bodies) if body.key in {*b.key.split(), *b.name.lower().split()}), None)
    if before or POSSESSIVE.match(body.name):
        return before or body
    if body.name.lower() in (body.key, f"the {body.key}") and (meant := meant_by(body.key, at, around, heard)):
        return meant
    full = {b.key: b for b in reversed(around.bodies) if b.key.split()[-1] == body.key}
    return next(iter(full.values())) if len(full) == 1 else body


def _office_of(v: Voice, around: Around, heard: Hearing) -> Body | None:
    """ "His office", "Ms. Pohl's office": of whoever heads one."""
    if v.head != "office":
        return None
    words = v.words or ""
    named = body_named(words, around.places)
    if named and "prosecutors" in named.key.split():
        return named
    whose = OFFICE.sub("", words)
    if (person := person_in(whose)) and whose != words:
        surname = person[1].split()[-1]
        known = [b for k, (_, b) in heard.people.items() if k.split()[-1] == surname and b]
        return known[0] if known else Body(f"{surname} office", words)
    if whose != words and (head := body_spoken_for([whose], around.places) or body_named(whose, around.places)):
        return head
    if named and named.key != "office":
        return named
    heads = [b for _, b in heard.people.values() if b and b.key in ("presidency", "government")]
    return heads[0] if heads else named


def _body_itself(v: Voice, entity: Entity | None, around: Around) -> Body | None:
    """The body that speaks in its own name: by its entity's name where this is a body's, else by its words."""
    if entity and entity.name.isupper() and around.text.startswith(entity.name):
        entity = None  # a dateline's town
    own = body_named(v.words or "", around.places) if (v.words or "").lower() not in PRONOUNS else None
    named = body_named(entity.name, around.places) if entity and entity.kind in ("organisation", "state") else None
    if own and own.owner is None and (v.words or "").lower().startswith(("its ", "their ")):
        whose = next((m for a, b in v.content[:1] if (m := SUBJECT.match(around.text[a:b]))), None)
        if whose and own.key.split()[-1] in OF_STATES:  # "Lorvia recalled its envoy, its Foreign Ministry said"
            return Body(own.key, own.name, around.places.owner(whose[1]) or whose[1].lower())
    if own and own.key in FIRMS and (firm := _company_before(v, around)):
        return firm
    if own and named:
        return Body(named.key, named.name, own.owner or named.owner) if len(named.key) >= len(own.key) else own
    if own or named:
        return own or named
    capital = any(w[:1].isupper() for w in (v.name or "").split()[1:]) or (v.name or "").isupper()
    return Body(v.name.lower(), v.name) if v.name and v.named and capital else None


def _company_before(v: Voice, around: Around) -> Body | None:
    """The company named last before somebody says "the company"."""
    named = ((m, e) for e in around.entities.values() if e.name.lower() in around.things for m in e.mentions)
    before = [(m, e) for m, e in named if m[1] <= v.spans[0][0] and around.text[slice(*m)].startswith(e.name)]
    last = max(before, key=lambda x: x[0], default=None)
    return body_named(last[1].name, around.places) or Body(last[1].name.lower(), last[1].name) if last else None


def person_of(v: Voice, entity: Entity | None, phrases: Sequence[str], heard: Hearing) -> tuple[str, str] | None:
    """Name and key of the person; a surname alone is the one named in full elsewhere in the article."""
    lists = speaker_words()
    is_person = bool(entity and entity.kind == "person" and entity.key)
    owns = v.head == "owner" and is_person and " " in (v.name or "")
    words = v.words or ""
    if v.head in lists["collective"] | lists["issued"] or (v.head in lists["bodies"] and not owns):
        return None
    if OFFICES.search(words.split(",")[0]):
        return None
    is_unnamed = INDEFINITE.match(words) or (v.head in lists["anonymous"] and v.head != singular(v.head))
    if is_unnamed and (OF_SOMEBODY.match(words) or AT_A_PLACE.match(words)) and v.head not in lists["spokes"]:
        return None  # "an adviser to President X" is not X
    if v.head in MAKERS and APPOSED.match(words):
        return None
    surname = words.lower().split()[-1] if words[:1].isupper() and len(words.split()) <= 2 else None
    known = [k for k in heard.people if surname and k.split()[-1] == surname]
    if len(known) == 1:
        return heard.people[known[0]][0], known[0]
    if not (is_person or v.kind == "person" or any(is_titled(p) for p in phrases)):
        return None
    own = person_in(words) if words.lower() not in PRONOUNS else None
    named = person_in(entity.name) if entity and (is_person or any_titled(phrases)) else None
    found = max((p for p in (own, named) if p), key=lambda p: len(p[1]), default=None)
    if found and (shorter := next((k for k in heard.people if " " in k and found[1].endswith(f" {k}")), None)):
        return heard.people[shorter][0], shorter  # what stands before the name is a role
    if found is None:
        found = next((p for phrase in phrases if is_titled(phrase) and (p := person_in(phrase))), None)
    if found is None:
        return None
    full = [k for k in heard.people if found[1].split()[-1] in (k.split()[0], k.split()[-1]) and len(k) > len(found[1])]
    return (heard.people[full[0]][0], full[0]) if len(full) == 1 and " " not in found[1] else found


def thing_of(v: Voice, around: Around) -> Body | None:
    """The company or the like that speaks under a name like a person's."""
    first = (v.words or "").split(",")[0]
    name = THE.sub("", first).strip()
    is_told = name[:1].isupper() and AFTER.match(v.words or "", len(first))
    if not is_told and name.lower() not in around.things:
        return None
    return body_named(name, around.places) or Body(name.lower().replace("’", "'"), name)


def group_of(v: Voice, heard: Hearing) -> str | None:
    """Which of the article's groups of unnamed people this is: a phrase with "a" or a number begins a new one where
    there is one of that noun already, "the officials" and "one of them" are the last."""
    words = (v.words or "").lower().split()
    if v.kind not in ("anonymous", "group", "organisation") or not words or not v.head:
        return None
    noun = "person" if v.head in ("people", "those") else singular(v.head)
    part = re.search(r"\bof (?:the |these |those )?(\w+)", " ".join(words))
    if v.head in ("one", "another", "two", "both", "some", "several") and part:
        noun = noun if part.group(1) in PRONOUNS else singular(part.group(1))
        if part.group(1) in PRONOUNS and heard.groups:
            return heard.groups[-1]
    if words[0] in ("the", "both") and v.head in NUMBERS and heard.groups:
        return heard.groups[-1]
    known = [g for g in heard.groups if g.split("#")[0] == noun]
    is_one = v.kind == "anonymous" and words[0] == "the" and noun == v.head
    if heard.single and is_one and not known:
        return heard.single  # "a person who works there", and then "the clerk"
    new = ((words[0] in NEW or words[0] in NUMBERS) and not part) or not known
    group = f"{noun}#{len(known) + 1}" if new and v.words not in heard.phrases else known[-1] if known else f"{noun}#1"
    heard.phrases.add(v.words or "")
    if group not in heard.groups:
        heard.groups.append(group)
    return group


def is_telling(entity: Entity | None, around: Around, heard: Hearing) -> bool:
    """Can this be what a pronoun that says something stands for?"""
    if entity is None:
        return False
    name = entity.name.lower()
    if name in around.places.whose and not entity.role:
        return False
    return entity.kind in ("person", "outlet") or any(singular(w) in singulars() for w in WORD.findall(name)) or any(
        name in (b.key, b.name.lower()) for b in heard.bodies
    )  # fmt: skip


def _whose_officer(name: str, around: Around) -> Body | None:
    """The body of somebody who is named behind an office of it ("its secretary, Ada Brook")."""
    at = around.text.find(name)
    before = around.text[max(0, at - BESIDE) : at]
    m = ITS_OFFICER.search(around.text, at - len(before), at) if "ts " in before or "eir " in before else None
    return body_before(m.start(), around) if m and singular(m["role"]) in roles() else None


def people_named(around: Around) -> dict[str, tuple[str, Body | None]]:
    """Everybody whom the article names in full: key to name, and the body that he or she speaks for."""
    out: dict[str, tuple[str, Body | None]] = {}
    for e in around.entities.values():
        phrases = [around.text[a:b] for a, b in e.mentions][:LONG]
        if e.name.lower() not in around.things and (e.kind == "person" or any(is_titled(p) for p in phrases)):
            found = next((p for phrase in phrases if (p := person_in(phrase)) and " " in p[1]), None)
            if found and (found[1] not in out or out[found[1]][1] is None):
                body = body_spoken_for([*phrases, *([e.role] if e.role else [])], around.places)
                out[found[1]] = (found[0], body or _whose_officer(found[0], around))
    return out
