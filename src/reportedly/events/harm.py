"""Who died or was hurt of what: "73 people died in police firing", "four were injured when soldiers opened fire"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from reportedly.events.draft import EventDraft
from reportedly.events.syntax import SUBJECTS, is_passive
from reportedly.reader.phrases import participant_phrase
from reportedly.reader.tokens import Token, Tokens
from reportedly.record import Span, Why, covers

HARM = re.compile(r"(?:die[ds]?|dying|perish|kill|injur|wound|hurt)", re.I)
LOSS = re.compile(r"(?:dead|deaths?)$", re.I)
"""Words for it that are no verbs: "the death of two students in police firing", "two are dead in shelling"."""
SUFFERS = re.compile(r"(?:die[ds]?|dying|perish)", re.I)
"""Verbs whose subject is the one who is harmed."""
LEAVES = re.compile(r"(?:leaves?|leaving|left)$", re.I)
HARMED = re.compile(r"\b(?:dead|killed|injured|wounded|hurt)\b", re.I)
CAUSES = frozenset({"in", "during", "by", "from"})
PART_OF = CAUSES - {"by"}
CLAUSES = frozenset({"when", "as", "after"})
REACH = 60
"""Characters behind "left" in which the harmed are counted."""


def with_harm(drafts: Sequence[EventDraft], tokens: Tokens) -> list[EventDraft]:
    """A death or an injury that is told without a type is an ASSAULT where an ASSAULT is told to be its cause."""
    by_token = {d.token: d for d in drafts}
    return [_caused(d, tokens, by_token) if d.type is None else _of_all(d, tokens) for d in drafts]


def _of_all(d: EventDraft, tokens: Tokens) -> EventDraft:
    """Whoever harmed some of the harmed did not harm all: "300 were killed, including 40 in police firing"."""
    if d.type != "ASSAULT" or not HARM.match(tokens[d.token].lower):
        return d
    actors = tuple(a for a in d.actors if not _number_before(tokens, tokens.within(a)[-1]))
    if actors == d.actors:
        return d
    why = Why(by="rule:part-of-toll@1", evidence=d.actors, missing=None if actors else "not_said")
    return d.because("actors", why, actors=actors)


def _caused(d: EventDraft, tokens: Tokens, by_token: dict[int, EventDraft]) -> EventDraft:
    t = tokens[d.token]
    if not (LOSS.match(t.lower) or (t.tag.startswith("VB") and HARM.match(t.lower))):
        return d
    cause = cause_among(tokens, t, by_token)
    if cause is None:
        return d
    why = Why(by="rule:harm-of-cause@1", evidence=(cause.trigger,))
    victims = tuple(s for s in _harmed(tokens, t) if not covers(s, d.trigger))
    d = replace(d, type="ASSAULT", mode=cause.mode, recipients=victims, actors=())
    who = Why(by="rule:harm-of-cause@1", evidence=victims, missing=None if victims else "not_said")
    return d.because("type", why).because("mode", why).because("recipients", who)


def cause_among(tokens: Tokens, harm: Token, drafts: Mapping[int, EventDraft]) -> EventDraft | None:
    """The ASSAULT that is told as the cause of a death; none where its own words name another cause ("died in a
    collapse")."""
    for k in causes_of(tokens, harm):
        cause = drafts.get(k)
        if cause and cause.type == "ASSAULT":
            return cause
        if cause and tokens[k].relation == "pobj" and tokens[k].tag.startswith("NN"):
            return None
    return None


def causes_of(tokens: Tokens, harm: Token) -> Iterator[int]:
    """What stands as the cause of a death: "in an attack", "an attack in which", "when they opened fire"."""
    between = tokens.items[harm.head + 1 : harm.i] if harm.relation == "relcl" else ()
    if any(t.lower == "which" and tokens[t.i - 1].lower in CAUSES for t in between):
        yield harm.head
    behind = [t.i for t in tokens.items[harm.i + 1 : harm.i + 2] if t.sentence == harm.sentence]
    for c in (tokens[i] for i in sorted({*tokens.children[harm.i], *behind})):
        if c.lower in CAUSES and (c.relation in ("prep", "agent") or c.i in behind):
            objects = tokens.children[c.i]
            yield from objects  # "in police firing": "firing" may hang on "police"
            yield from (k for k in _under(tokens, objects) if tokens[k].relation == "acl")
    for c in tokens.within((harm.end, tokens.sentence_of(harm)[1])):
        if c.relation in ("advcl", "relcl") and _is_moment(tokens, c, harm):
            yield c.i
            means = (i for i in tokens.children[c.i] if tokens[i].relation in ("prep", "dobj", "xcomp"))
            yield from (k for i in means for k in (i, *tokens.children[i]))


def _is_moment(tokens: Tokens, clause: Token, harm: Token) -> bool:
    """Does "when …" or "after …" tell when the harm was done: behind it, behind another harm, behind a time?"""
    t = tokens[clause.head]
    if not any(tokens[i].lower in CLAUSES for i in tokens.children[clause.i]):
        return False
    other = t.i > harm.i and t.relation == "conj" and HARM.match(t.lower)
    return t.i == harm.i or t.name in ("DATE", "TIME") or bool(other)


def suffered(tokens: Tokens, t: Token) -> Iterator[tuple[Span, Span]]:
    """Whom a verb beside a trigger tells to have died or been hurt of it, and that verb."""
    yield from _beside(tokens, t)
    sentence = tokens.within(tokens.sentence_of(t))
    yield from _left(tokens, t, sentence)
    number = _number_before(tokens, t)
    verbs = [v for v in sentence if number and v.i < number.i - 1 and v.tag.startswith("VB")]
    if number and verbs and HARM.match(verbs[-1].lower):  # "300 were killed, including 40 in shelling"
        yield (number.start, number.end), (verbs[-1].start, verbs[-1].end)


def _beside(tokens: Tokens, t: Token) -> Iterator[tuple[Span, Span]]:
    """ "An attack in which four were killed", "four were killed in the attack"."""
    above = tokens[tokens[t.head].head if t.relation == "conj" else t.head]
    relative = [tokens[i] for i in tokens.children[t.i] if tokens[i].relation == "relcl"]
    verbs = [*relative, above]
    if above.relation in ("prep", "agent"):
        verbs.append(tokens[above.head])
    for verb in dict.fromkeys(verbs):
        harms = verb.i != t.i and verb.tag.startswith("VB") and HARM.match(verb.lower)
        if harms and (verb in relative or t.i in causes_of(tokens, verb)):
            yield from ((s, (verb.start, verb.end)) for s in _harmed(tokens, verb))


def _left(tokens: Tokens, t: Token, sentence: Sequence[Token]) -> Iterator[tuple[Span, Span]]:
    """ "The shelling of the port left two dead"."""
    verb = next((v for v in sentence if v.i > t.i and v.tag.startswith("VB")), None)
    subjects = [k for k in tokens.children[verb.i] if tokens[k].relation in SUBJECTS] if verb else []
    if verb and LEAVES.match(verb.lower) and not any(k > t.i for k in subjects):
        end = min(verb.end + REACH, sentence[-1].end)
        if HARMED.search(tokens.text, verb.end, end):
            yield (verb.end, end), (verb.start, verb.end)


def _number_before(tokens: Tokens, t: Token) -> Token | None:
    """The bare number of those harmed by one cause among several: ", including 40 in police firing"."""
    start = tokens[t.i - 1].i if t.i and tokens[t.i - 1].relation in ("compound", "pobj", "det") else t.i
    if start < 3 or tokens[start - 1].lower not in PART_OF or tokens[start - 3].lower not in ("including", ","):
        return None
    number = tokens[start - 2]
    return number if number.tag == "CD" and number.name not in ("DATE", "TIME") else None


def _harmed(tokens: Tokens, harm: Token) -> list[Span]:
    if LOSS.match(harm.lower):
        above = harm.head if harm.relation == "acomp" else None
        of = (i for i in tokens.children[harm.i] if tokens[i].lower == "of")
        held, roles = (tokens.children[above], SUBJECTS) if above is not None else (_under(tokens, of), ("pobj",))
    else:
        suffers = SUFFERS.match(harm.lower) or is_passive(tokens, harm)
        held, roles = tokens.children[harm.i], SUBJECTS if suffers else ("dobj",)
    return [participant_phrase(tokens, tokens[i]) for i in held if tokens[i].relation in roles]


def _under(tokens: Tokens, above: Iterable[int]) -> tuple[int, ...]:
    return tuple(k for i in above for k in tokens.children[i])
