"""Who died or was hurt of what: "73 people died in police firing", "four were injured when soldiers opened fire"."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.events.draft import EventDraft
from reportedly.events.syntax import SUBJECTS, is_passive
from reportedly.reader.phrases import participant_phrase
from reportedly.reader.tokens import Token, Tokens
from reportedly.record import Span, Why, covers

HARM = re.compile(r"(?:die[ds]?|dying|perish|kill|injur|wound|hurt)", re.I)
SUFFERS = re.compile(r"(?:die[ds]?|dying|perish)", re.I)
"""Verbs whose subject is the one who is harmed."""
LEAVES = re.compile(r"(?:leaves?|leaving|left)$", re.I)
HARMED = re.compile(r"\b(?:dead|killed|injured|wounded|hurt)\b", re.I)
CAUSES = frozenset({"in", "during", "by", "from"})
CLAUSES = frozenset({"when", "as", "after"})
REACH = 60
"""Characters behind "left" in which the harmed are counted."""


def with_harm(drafts: Sequence[EventDraft], tokens: Tokens) -> list[EventDraft]:
    """A death or an injury that is told without a type is an ASSAULT where an ASSAULT is told to be its cause."""
    by_token = {d.token: d for d in drafts}
    return [_caused(d, tokens, by_token) if d.type is None else d for d in drafts]


def _caused(d: EventDraft, tokens: Tokens, by_token: dict[int, EventDraft]) -> EventDraft:
    t = tokens[d.token]
    if not (t.tag.startswith("VB") and HARM.match(t.lower)):
        return d
    found = (by_token.get(k) for k in causes_of(tokens, t))
    cause = next((c for c in found if c and c.type == "ASSAULT"), None)
    if cause is None:
        return d
    why = Why(by="rule:harm-of-cause@1", evidence=(cause.trigger,))
    victims = tuple(s for s in _harmed(tokens, t) if not covers(s, d.trigger))
    d = replace(d, type="ASSAULT", mode=cause.mode, recipients=victims, actors=())
    who = Why(by="rule:harm-of-cause@1", evidence=victims, missing=None if victims else "not_said")
    return d.because("type", why).because("mode", why).because("recipients", who)


def causes_of(tokens: Tokens, harm: Token) -> Iterator[int]:
    """What stands as the cause of a death: "in an attack", "an attack in which", "when they opened fire"."""
    between = tokens.items[harm.head + 1 : harm.i] if harm.relation == "relcl" else ()
    if any(t.lower == "which" and tokens[t.i - 1].lower in CAUSES for t in between):
        yield harm.head
    for c in (tokens[i] for i in tokens.children[harm.i]):
        if c.relation in ("prep", "agent") and c.lower in CAUSES:
            yield from tokens.children[c.i]
        elif c.relation == "advcl" and any(tokens[i].lower in CLAUSES for i in tokens.children[c.i]):
            yield c.i
            means = (i for i in tokens.children[c.i] if tokens[i].relation in ("prep", "dobj", "xcomp"))
            yield from (k for i in means for k in (i, *tokens.children[i]))


def suffered(tokens: Tokens, t: Token) -> Iterator[tuple[Span, Span]]:
    """Whom a verb beside a trigger tells to have died or been hurt of it, and that verb; or what it "left": "an attack
    in which four were killed", "the shelling left two dead"."""
    above = tokens[tokens[t.head].head if t.relation == "conj" else t.head]
    relative = [tokens[i] for i in tokens.children[t.i] if tokens[i].relation == "relcl"]
    verbs = [*relative, above]
    if above.relation in ("prep", "agent"):
        verbs.append(tokens[above.head])
    for verb in dict.fromkeys(verbs):
        span = verb.start, verb.end
        if verb.i == t.i or not verb.tag.startswith("VB"):
            continue
        if LEAVES.match(verb.lower):
            end = min(verb.end + REACH, tokens.sentence_of(verb)[1])
            if HARMED.search(tokens.text, verb.end, end):
                yield (verb.end, end), span
        elif HARM.match(verb.lower) and (verb in relative or t.i in causes_of(tokens, verb)):
            yield from ((s, span) for s in _harmed(tokens, verb))


def _harmed(tokens: Tokens, verb: Token) -> list[Span]:
    suffers = SUFFERS.match(verb.lower) or is_passive(tokens, verb)
    roles = SUBJECTS if suffers else ("dobj",)
    return [participant_phrase(tokens, tokens[i]) for i in tokens.children[verb.i] if tokens[i].relation in roles]
