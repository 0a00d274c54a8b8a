"""Actors that stand with another word: of the cause ("killed in an attack by gunmen"), of the only ones who can do it,
of those who are sent to do it."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from reportedly.events.draft import EventDraft
from reportedly.events.syntax import is_passive
from reportedly.reader.phrases import participant_phrase
from reportedly.reader.tokens import Token, Tokens
from reportedly.record import Span, Why, covers, overlaps

POLICE = frozenset(
    "police policeman policemen policewoman constable constables gendarme gendarmes gendarmerie cops".split()  # noqa: SIM905
)
CAUSES = frozenset({"in", "during", "by", "from"})
BEFORE, AFTER = 2, 1
"""Sentences around an arrest in which the police that made it may be named; in india-police's train rows 79 of 100
arrests have them there."""


def with_implied(drafts: Sequence[EventDraft], tokens: Tokens) -> list[EventDraft]:
    """Fill in actors that the sentence or its neighbours name; where nobody is named they stay empty."""
    by_token = {d.token: d for d in drafts}
    hurt = {t.i for d in drafts for s in d.recipients for t in tokens.within(s)}
    police = [t for t in tokens.items if _is_police(t) and t.i not in hurt]
    places = [t.i for t in police]
    out = []
    for d in drafts:
        if d.type == "ASSAULT" and not d.actors:
            d = _of_cause(d, tokens, by_token)  # noqa: PLW2901 (the same draft, fuller)
        if (d.type, d.mode) == ("COERCE", "arrest") and not d.actors:
            d = _of_police(d, tokens, police, places)  # noqa: PLW2901
        if d.type == "MOBILIZE" and not d.actors:
            d = _of_force(d, tokens)  # noqa: PLW2901
        out.append(d)
    return out


def _of_cause(d: EventDraft, tokens: Tokens, by_token: dict[int, EventDraft]) -> EventDraft:
    """ "Four people were killed in police firing", "… when police opened fire": who fired also killed."""
    children = [tokens[i] for i in tokens.children[d.token]]
    below = [k for c in children if c.relation in ("prep", "agent") and c.lower in CAUSES for k in tokens.children[c.i]]
    if is_passive(tokens, tokens[d.token]):
        below += [c.i for c in children if c.relation == "advcl" and _marked_when(tokens, c)]
    for k in below:
        cause = by_token.get(k)
        if cause and cause.type == "ASSAULT" and cause.actors and not set(cause.actors) & set(d.recipients):
            why = Why(by="rule:actor-of-cause@1", evidence=(cause.trigger, *cause.actors))
            return d.because("actors", why, actors=cause.actors)
    return d


def _marked_when(tokens: Tokens, clause: Token) -> bool:
    return any(tokens[i].lower in ("when", "as", "after") for i in tokens.children[clause.i])


def _of_police(d: EventDraft, tokens: Tokens, police: Sequence[Token], places: Sequence[int]) -> EventDraft:
    """Whoever is arrested is arrested by the police that is named nearest, if in this sentence or just beside it."""
    here = tokens[d.token].sentence
    at = bisect_left(places, d.token)
    near = [t for t in police[max(0, at - 2) : at + 2] if -BEFORE <= t.sentence - here <= AFTER]
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
