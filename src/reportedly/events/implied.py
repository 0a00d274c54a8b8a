"""Actors that stand with another word: of the cause ("killed in an attack by gunmen"), of the same deed told before, of
the only ones who can do it, of those who are sent to do it."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from reportedly.events.draft import EventDraft
from reportedly.events.harm import HARM, cause_among, causes_of
from reportedly.events.syntax import is_passive
from reportedly.reader.phrases import participant_phrase
from reportedly.reader.tokens import Token, Tokens
from reportedly.record import Span, Why, covers, overlaps

POLICE = frozenset(
    "police policeman policemen policewoman constable constables gendarme gendarmes gendarmerie cops".split()  # noqa: SIM905
)
FORCES = POLICE | {"army", "soldiers", "troops"}
ARRESTS = re.compile(
    r"(?:arrest|detain|detention|apprehend|nabb|captur|caught|round|book|pick|lock)"
    r"|(?:tak|put|held|hold)\w*\b.{0,40}\b(?:custody|detention|bars|jail|question|connection)", re.I
)  # fmt: skip
"""Words for taking people in; others that a head reads so ("admitted", "taken to hospital") tell of no police."""
FAR = 20
"""Sentences beyond which police that are named made no arrest. Of 139 sentences of india-police's train rows in which
police arrest somebody this finds 104, and 11 others; two sentences before and one behind found 87, and 18 others."""
NEAR = 3
"""Sentences beyond which "the firing" is no longer that by those who fired before."""
STEM = 3
"""Letters by which "fired" and "the firing" are one deed."""


def with_implied(drafts: Sequence[EventDraft], tokens: Tokens) -> list[EventDraft]:
    """Fill in actors that the sentence or its neighbours name; where nobody is named they stay empty."""
    hurt = {t.i for d in drafts for s in d.recipients for t in tokens.within(s)}
    police = [t for t in tokens.items if _is_police(t) and t.i not in hurt]
    places = [t.i for t in police]
    drafts = _assaults(drafts, tokens)
    out = []
    for d in drafts:
        if (d.type, d.mode) == ("COERCE", "arrest") and not d.actors:
            d = _of_police(d, tokens, police, places)  # noqa: PLW2901
        if d.type == "MOBILIZE" and not d.actors:
            d = _of_force(d, tokens)  # noqa: PLW2901
        out.append(d)
    return out


def _assaults(drafts: Sequence[EventDraft], tokens: Tokens) -> list[EventDraft]:
    """ASSAULTs with the actors of their cause, of the force before them, of the same deed told before."""
    done: dict[str, EventDraft] = {}
    out = []
    for d in drafts:
        if d.type == "ASSAULT":
            if not d.actors:
                d = _of_force_before(d, tokens)  # noqa: PLW2901
            if d.actors and _is_done(d) and _by_force(d, tokens):
                done[_deed(d, tokens)] = d
            elif not d.actors:
                d = _of_same_deed(d, tokens, done)  # noqa: PLW2901
        out.append(d)
    by_token = {d.token: d for d in out}
    return [_of_cause(d, tokens, by_token) if d.type == "ASSAULT" and not d.actors else d for d in out]


def _deed(d: EventDraft, tokens: Tokens) -> str:
    """The beginning of the word that names a deed; of "opened fire" its object."""
    objects = [tokens[i] for i in tokens.children[d.token] if tokens[i].relation == "dobj"]
    opened = tokens[d.token].lower.startswith("open") and objects
    return (objects[0] if opened else tokens[d.token]).lower[:STEM]


def _is_done(d: EventDraft) -> bool:
    """Does the status head see an event that has come about?"""
    return max(d.told, key=lambda s: d.told[s]) in ("occurred", "ongoing")


def _by_force(d: EventDraft, tokens: Tokens) -> bool:
    """Do police or soldiers do it? Of a crime "the shooting" may be another one."""
    return all(any(t.lower in FORCES for t in tokens.within(s)) for s in d.actors)


def _of_same_deed(d: EventDraft, tokens: Tokens, done: dict[str, EventDraft]) -> EventDraft:
    """ "The firing", "six rounds were fired": by the force that is told to have fired just before."""
    t, first = tokens[d.token], done.get(_deed(d, tokens))
    if first is None or not _is_done(d) or HARM.match(t.lower) or t.sentence - tokens[first.token].sentence > NEAR:
        return d
    if not (
        any(tokens[i].lower == "the" for i in tokens.children[t.i]) or (is_passive(tokens, t) and not d.recipients)
    ):
        return d
    why = Why(by="rule:same-deed@1", evidence=(first.trigger, *first.actors))
    return d.because("actors", why, actors=first.actors)


def _of_force_before(d: EventDraft, tokens: Tokens) -> EventDraft:
    """ "Police firing", "killed by police bullets": the force before a deed or its cause does it, whatever the parse
    makes of the two."""
    t = tokens[d.token]
    nouns = [k for k in (d.token, *causes_of(tokens, t)) if k and tokens[k].tag in ("NN", "NNS", "VBG")]
    before = (tokens[k - 1] for k in nouns)
    spans = [(p.start, p.end) for p in before if p.lower in POLICE and p.sentence == t.sentence]
    if not spans or any(overlaps(spans[0], s) for s in d.recipients):
        return d
    return d.because("actors", Why(by="rule:force-before@1", evidence=(spans[0],)), actors=(spans[0],))


def _of_cause(d: EventDraft, tokens: Tokens, by_token: dict[int, EventDraft]) -> EventDraft:
    """ "Four people were killed in police firing", "… when police opened fire": who fired also killed."""
    cause = cause_among(tokens, tokens[d.token], by_token)
    if cause is None or not cause.actors or set(cause.actors) & set(d.recipients):
        return d
    why = Why(by="rule:actor-of-cause@1", evidence=(cause.trigger, *cause.actors))
    return d.because("actors", why, actors=cause.actors)


def _of_police(d: EventDraft, tokens: Tokens, police: Sequence[Token], places: Sequence[int]) -> EventDraft:
    """Whoever is arrested is arrested by the police that is named nearest."""
    here = tokens[d.token].sentence
    at = bisect_left(places, d.token)
    if not ARRESTS.match(tokens.text, d.trigger[0]):
        return d
    near = [t for t in police[max(0, at - 2) : at + 2] if abs(t.sentence - here) <= FAR]
    if not near:
        return d
    best = min(near, key=lambda t: (abs(t.sentence - here), t.sentence > here, abs(t.i - d.token)))
    span: Span = participant_phrase(tokens, best)
    if any(overlaps(span, s) for s in d.recipients):
        return d
    why = Why(by="rule:police-nearby@1", evidence=(span, d.trigger))
    return d.because("actors", why, actors=(span,))


def _of_force(d: EventDraft, tokens: Tokens) -> EventDraft:
    """ "Riot police were deployed": the force acts, and is not what it is sent against."""
    subjects = [tokens[i] for i in tokens.children[d.token] if tokens[i].relation == "nsubjpass"]
    force = tuple(s for s in d.recipients if any(covers(s, (t.start, t.end)) for t in subjects))
    if not force:
        return d
    why = Why(by="rule:deployed-force@1", evidence=force)
    against = tuple(s for s in d.recipients if s not in force)
    rest = Why(by=d.reasons["recipients"].by, evidence=against, missing=None if against else "not_said")
    return d.because("actors", why, actors=force).because("recipients", rest, recipients=against)


def _is_police(t: Token) -> bool:
    return t.lower in POLICE and t.tag.startswith("NN") and t.relation not in ("compound", "amod", "nmod")
