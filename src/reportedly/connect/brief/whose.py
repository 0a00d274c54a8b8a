"""Whose people those are whose own words name no body: "its spokesman", "the doctor in charge", "Captain X"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from reportedly.connect.brief.around import Around, Hearing
from reportedly.connect.brief.bodies import Body, body_named, body_spoken_for
from reportedly.connect.brief.lists import KINDS, is_body_key, singular, singulars, speaker_words
from reportedly.connect.brief.meant import lone_name, subject_before
from reportedly.connect.brief.persons import person_in
from reportedly.connect.brief.sources import BESIDE, LONG, PRONOUNS, lowered, was_there
from reportedly.record import Entity, Span, Statement, covers

INNER = frozenset(["director", "executive", "ceo", "chairman", "chairwoman", "chairperson", "head", "manager"])
HEAD_OTHER = re.compile(r"\bhead (?=(?!of|at)[a-z]+\b)", re.I)
"""Where "head" only says which of them ("head teacher")."""
DOCTOR = re.compile(r"\b(?:Dr|[Dd]octor|[Ss]urgeon|[Pp]hysician|[Nn]urse|[Mm]atron|[Ss]urgery|[Pp]aramedic)\b")
POSSESSIVES = frozenset(["its", "their", "his", "her"])
NOT_AT = r"(?!(?:At|In|From|On|By|For|Near|Inside|Outside)\s)"
"""No name begins so."""
CAPITALISED = re.compile(rf"(?<!\w){NOT_AT}(?:[A-Z][\w’'.-]{{0,40}}\s+){{1,6}}[A-Z][\w-]{{1,40}}")
CARED = re.compile(
    rf"(?<!\w)(?:{NOT_AT}(?:[A-Z][\w’'.-]{{0,40}}\s+){{1,6}}|[Tt]he\s+|an?\s+)(?:[a-z]{{1,40}}\s+)?"
    r"(?:[Hh]ospital|[Cc]linic|[Ii]nfirmary)\b(?:\s+of\s+[A-Z]\w{1,40})?"
)
"""A place where the hurt are treated, named or described."""
FOR_PERSON = re.compile(r"\b(?:for|of|to)\s+(?:[A-Z][a-z]+\.?\s+){1,2}(?P<surname>[A-Z][\w-]+)$")
POSSESSOR = re.compile(r"(?:[Tt]he\s+)?(?P<name>[A-Z][\w-]{1,40}(?:\s+[A-Z][\w-]{1,40}){0,5})['’]s?\s+(?!own\b)[a-z]")
"""Whose somebody is, before his role ("Velmark's chairman")."""
WORKS_AT = re.compile(r"(?<!\w)[A-Z][\w-]{1,40},?\s+(?:of|at|from|with)\s+(?:the\s+)?(?P<body>[A-Z][^,;]{1,80})")
OF_A_KIND = re.compile(
    rf"(?<!\w)[A-Z][\w-]{{1,40}},?\s+(?:of|at|from|with)\s+(the\s+(?:[a-z-]{{1,40}}\s+){{0,2}}?(?:{KINDS})\s+[A-Z][^,;]{{1,80}})"
)
CENTRAL_BANK = re.compile(r"\b(?:[Cc]entral|[Rr]eserve|[Nn]ational) [Bb]ank\b")
UNIFORMED = frozenset(
    ["police", "army", "navy", "coastguard", "firefighters", "gendarmerie", "guard", "militia", "forces", "customs"]
)
"""Words of bodies whose people have ranks."""
CHURCH = frozenset(["diocese", "archdiocese", "church", "parish", "synod", "cathedral"])
PEOPLE_OF = (
    (frozenset(["judge", "magistrate", "justice"]), frozenset(["court", "tribunal"])),
    (frozenset(["minister"]), frozenset(["ministry"])),
    (frozenset(["vicar", "canon", "deacon", "curate", "chancellor"]), CHURCH),
)
"""Roles, and words of the bodies that have people of this role."""
KINDRED = frozenset().union(*(roles for roles, _ in PEOPLE_OF))
TITLES = re.compile(r"(?:[A-Z][\w-]+\s+){0,3}\Z")
"""Capitalised words before a name; none also fit."""
RETIRED = re.compile(r"\b(?:former|retired|ex-)\b", re.I)
BEFORE = 3
"""Sentences before a pronoun in which the body is looked for that it stands for."""
FAR = 300
"""Characters before "his spokesman" in which he is looked for."""


def owner_of(s: Statement, phrases: Sequence[str], around: Around, heard: Hearing) -> Body | None:
    """The body of somebody with a role that names none."""
    if possessor := next((m for p in phrases if (m := POSSESSOR.match(p))), None):
        return _called(possessor["name"], around)
    return (
        _owner_in(s, around)
        or its_body(s, around)
        or _his(s, phrases, around)
        or hospital_near(s, phrases, around)
        or _of_their_kind(phrases, around, heard)
        or (_spoken_of(s, around, heard) if _is_spokes(phrases) else None)
    )


def _called(name: str, around: Around) -> Body | None:
    """The company or other body whose name begins so ("Velmark's chairman" is Velmark Rail's); nobody's people are
    others'."""
    alike = (e for e in around.entities.values() if e.key and f"{e.name} ".startswith(f"{name} "))
    bodies = [e for e in alike if e.kind == "organisation" or e.name.lower() in around.things]
    whole = max(bodies, key=lambda e: len(e.name), default=None)
    return (body_named(whole.name, around.places) or Body(whole.name.lower(), whole.name)) if whole else None


def _spoken_of(s: Statement, around: Around, heard: Hearing) -> Body | None:
    """The body that the paragraph is about, else the last that was heard, else the last named in the sentence."""
    if not s.source.spans:
        return heard.body
    at = s.source.spans[0][0]
    return subject_before(at, around) or lone_name(heard) or heard.body or body_before(at, around)


def _is_spokes(phrases: Sequence[str]) -> bool:
    """Is somebody called by a role that is one of whatever body is spoken of?"""
    spokes = speaker_words()["spokes"] | INNER
    return any(not spokes.isdisjoint(lowered(HEAD_OTHER.sub("", p))) for p in phrases[:2])


def _owner_in(s: Statement, around: Around) -> Body | None:
    """The body that stands in the source's own words."""
    bodies = [(m, e) for e in around.entities.values() if e.kind == "organisation" for m in e.mentions]
    for source in s.source.spans:
        others = ((m, e) for m, e in bodies if around.text[slice(*m)].lower() not in POSSESSIVES)
        inside = [e for m, e in others if covers(source, m) and m != source and e.id != s.source.entity]
        if found := next((b for e in inside if (b := body_named(e.name, around.places))), None):
            return found
    return None


def its_body(s: Statement, around: Around) -> Body | None:
    """ "Its director": of the body last named before it in the sentence, else of what one of the last sentences is
    about."""
    at = next((a for a, b in s.source.spans if _begins(around.text[a:b], ("its", "their"))), None)
    return None if at is None else body_before(at, around)


def body_before(at: int, around: Around) -> Body | None:
    """The body that "its" stands for at a place of the text."""
    sentence = around.sentences.at(at)
    start = sentence[0]
    before = [
        (m.end(), m.group())
        for called in (CAPITALISED, CARED, _placed())
        for m in called.finditer(around.text, start, at)
    ]
    bodies = (e for e in around.entities.values() if e.kind == "organisation")
    before += [(b, e.name) for e in bodies for a, b in e.mentions if start <= a and b <= at]
    called = (body_named(name, around.places) for _, name in sorted(before))
    named = [b for b in called if b and is_body_key(b.key)]
    if named:
        return named[-1]
    for _ in range(BEFORE):
        if found := subject_of(sentence, around):
            return found
        earlier = around.sentences.before(sentence)
        if earlier is None or "\n" in around.text[earlier[1] : sentence[0]]:
            break
        sentence = earlier
    return None


@cache
def _placed() -> re.Pattern[str]:
    """A body with a place's name before it ("Elm Hill prison")."""
    return re.compile(
        rf"(?<!\w)(?!(?:The|An?|Its)\s)(?:[A-Z][\w’'.-]{{0,40}}\s+){{1,4}}(?:{'|'.join(sorted(singulars()))})\b"
    )


def _begins(words: str, pronouns: Sequence[str]) -> bool:
    """Does a phrase begin with one of these, or end with one and a role ("Ada Brook, its director")?"""
    return any(w in pronouns for part in words.lower().split(",") for w in part.split()[:1])


def subject_of(sentence: Span, around: Around) -> Body | None:
    """The body that a sentence begins with."""
    for e in around.entities.values():
        if (e.kind == "organisation" or e.name.lower() in around.things) and any(
            0 <= a - sentence[0] <= len("The ") and around.text[a:b].lower() not in PRONOUNS for a, b in e.mentions
        ):
            return body_named(e.name, around.places) or (Body(e.name.lower(), e.name) if e.key else None)
    return None


def _his(s: Statement, phrases: Sequence[str], around: Around) -> Body | None:
    """ "His spokesman", "a spokesman for Mr. X": of the office that he holds."""
    source = s.source.spans[0] if s.source.spans else None
    if source is None:
        return None
    people = [e for e in around.entities.values() if e.kind == "person" and e.key and e.id != s.source.entity]
    if m := FOR_PERSON.search(phrases[0] if phrases else ""):
        named = [e for e in people if e.name.split()[-1] == m["surname"]]
    elif _begins(around.text[slice(*source)], ("his", "her")):
        near = [(m[0], e) for e in people for m in e.mentions if source[0] - FAR < m[0] < source[0]]
        named = [max(near, key=lambda x: x[0])[1]] if near else []
    else:
        return None
    return next((b for e in named if (b := _office(e, around))), None)


def _office(e: Entity, around: Around) -> Body | None:
    """What somebody heads, by all that the article calls him."""
    text = around.text
    spans = [(a, b) for a, b in e.mentions if text[a:b].lower() not in PRONOUNS][:LONG]
    phrases = [text[m.start() : b] for a, b in spans if (m := TITLES.search(text, max(0, a - BESIDE), a))]
    return body_spoken_for([*([e.role] if e.role else []), *phrases], around.places)


def hospital_near(s: Statement, phrases: Sequence[str], around: Around) -> Body | None:
    """A doctor's hospital: the last that is named in the sentence or the one before it."""
    if not s.source.spans or not any(DOCTOR.search(p) for p in phrases):
        return None
    at = s.source.spans[0][0]
    start = (around.sentences.before(around.sentences.at(at)) or around.sentences.at(at))[0]
    named = (body_named(m.group(), around.places) for m in CARED.finditer(around.text, start, at))
    hospitals = [b for b in named if b]
    return hospitals[-1] if hospitals else None


def _of_their_kind(phrases: Sequence[str], around: Around, heard: Hearing) -> Body | None:
    """ "Captain X", "the deputy minister", "the vicar": of the last body heard that has such people, unless they no
    longer are or are told to have been there."""
    words = {w for p in phrases[:2] for w in lowered(p)}
    kinds = [kind for roles, kind in PEOPLE_OF if words & roles] + [UNIFORMED] * bool(words & speaker_words()["ranks"])
    if not kinds or any(map(RETIRED.search, phrases)):
        return None
    name = next((found[0] for p in phrases if (found := person_in(p))), None)
    if name and was_there(name, around.text):
        return None
    return next((b for kind in kinds for b in reversed(heard.bodies) if kind & set(b.key.split())), None)


def of_the_bank(body: Body | None, around: Around) -> Body | None:
    """A governor's body, who is the central bank's where the article tells of one."""
    may_be = body and body.key == "governor" and ("bank" in around.text or "Bank" in around.text)
    m = CENTRAL_BANK.search(around.text) if may_be else None
    return body_named(m.group(), around.places) if m else body


def place_of_work(phrases: Sequence[str], around: Around) -> Body | None:
    """ "Dr. X of the Y Hospital" speaks of what the hospital took in, "X of the League" for the league."""
    for phrase in phrases:
        if kind := OF_A_KIND.search(phrase):
            return body_named(kind.group(1), around.places)
        m = WORKS_AT.search(phrase)
        found = body_named(m["body"], around.places) if m else None
        if found and (is_body_key(found.key) or found.name.lower() in around.things):
            return found
        described = re.search(r"\b(?:of|at)\s+the\s+((?:[a-z]+\s+)?([a-z]+))$", phrase)  # in_full: the one heard
        if described and singular(described.group(2)) in singulars():
            return body_named(described.group(1), around.places)
    return None
