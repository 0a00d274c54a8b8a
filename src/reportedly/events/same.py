"""Which mentions of an article tell of the same event."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reportedly.events.draft import EventDraft
from reportedly.reader.tokens import Tokens
from reportedly.record import Entity, Span, Why

DEFINITE = frozenset({"the", "this", "that", "these", "those", "its", "his", "her", "their", "such"})
STAGES = {"occurred": "done", "ongoing": "done", "denied": "not", "called_off": "not", "attempted": "tried"}
"""What must agree of two statuses; everything else is "open"."""
STEM = 5
"""Letters in which two triggers agree when they are forms of one word ("withdraw", "withdrawal")."""
FAR = 25
"""Sentences beyond which a mention is not joined any more."""


def with_same(
    drafts: Sequence[EventDraft], tokens: Tokens, entity_of: Callable[[Span | None], Entity | None]
) -> list[EventDraft]:
    """Point each typed mention at the first mention of the same event.

    Two mentions are the same where their types agree, neither their modes nor their participants, counts or statuses
    contradict one another, and either the words are the same and a participant is shared, or the later is a definite
    noun ("the attack") whose nearest possible antecedent is the earlier.
    """
    out: list[EventDraft] = []
    for d in drafts:
        best: tuple[int, str] | None = None
        if d.type is not None:
            for k in range(len(out) - 1, -1, -1):
                earlier = out[k]
                if tokens[d.token].sentence - tokens[earlier.token].sentence > FAR:
                    break
                rule = _same(earlier, d, tokens, entity_of)
                if rule:
                    best = (k if earlier.same_as is None else earlier.same_as, rule)
                    break
        if best:
            why = Why(by=f"rule:{best[1]}@1", evidence=(out[best[0]].trigger, d.trigger))
            out.append(d.because("same_as", why, same_as=best[0]))
        else:
            out.append(d)
    return out


def _same(
    a: EventDraft, b: EventDraft, tokens: Tokens, entity_of: Callable[[Span | None], Entity | None]
) -> str | None:
    if a.type != b.type or (a.mode and b.mode and a.mode != b.mode) or a.token == b.token:
        return None
    if STAGES.get(a.status, "open") != STAGES.get(b.status, "open") or _differ(a, b):
        return None
    shared = opposed = 0
    for role in ("actors", "recipients"):
        first, second = (_keys(getattr(x, role), tokens, entity_of) for x in (a, b))
        if first and second:
            shared += bool(first & second)
            opposed += not first & second
    word = _stem(tokens[a.token].lower) == _stem(tokens[b.token].lower)
    if opposed:
        return None
    if word and shared and tokens[a.token].sentence != tokens[b.token].sentence:
        return "same-words-and-party"
    if _definite(b, tokens) and (word or shared or not (b.actors or b.recipients)):
        return "definite-mention"
    return "headline" if shared == 2 and tokens[a.token].sentence == tokens[0].sentence else None


def _differ(a: EventDraft, b: EventDraft) -> bool:
    """Do they count the same thing differently?"""
    for x in a.counts:
        for y in b.counts:
            if x.what == y.what and x.what in ("killed", "injured", "arrested") and None not in (x.low, y.low):
                return x.low != y.low
    return False


def _keys(spans: Sequence[Span], tokens: Tokens, entity_of: Callable[[Span | None], Entity | None]) -> set[str]:
    found = set()
    for s in spans:
        entity, head = entity_of(s), tokens.head_of(s)
        found.add(entity.id if entity else head.lower if head else "")
    return found


def _definite(d: EventDraft, tokens: Tokens) -> bool:
    t = tokens[d.token]
    if not t.tag.startswith("NN"):
        return False
    left = [tokens[i] for i in tokens.children[t.i] if i < t.i]
    return any(
        c.lower in DEFINITE or c.name == "DATE" for c in left if c.relation in ("det", "poss", "npadvmod", "nmod")
    )


def _stem(word: str) -> str:
    return word[:STEM]
