"""Unnamed actors and recipients ("two soldiers", "the rebels", "police"): one thing for those that may be the same."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from reportedly.ground.coreference import singular
from reportedly.ground.things import Thing
from reportedly.reader.phrases import participant_phrase
from reportedly.reader.tokens import Token, Tokens
from reportedly.record import Span

INDEFINITE = frozenset(
    {"a", "an", "another", "other", "some", "several", "more", "one", "any", "no", "dozens", "hundreds"}
)
PERSONAL = re.compile(r"(?:[^aeiou](?:er|or|ar)|ist|ian|ee|man|woman|ant|ent|ite|ese)$")
"""Endings of nouns that mostly are people where they act and their plural is no thing of the lexicon."""
MORE_PEOPLE = frozenset({"force", "side", "rival", "state", "country", "nation"})
FAR = 20
"""Sentences beyond which "the soldiers" no longer goes back to an earlier mention."""


def with_parties(
    tokens: Tokens, things: list[Thing], parties: Sequence[Span], known: Callable[[Span], Thing | None]
) -> dict[Span, Thing]:
    """What each span of a party stands for; things that were not there yet are added to `things`.

    A noun goes back to the latest party with the same head noun and modifiers, a bare or definite one also to the only
    party with that noun; a number or an indefinite article makes a new one. A pronoun that nothing was found for stays
    unresolved.
    """
    latest: dict[str, list[tuple[frozenset[str], int, Thing]]] = {}
    found: dict[Span, Thing] = {}
    for span in parties:
        head = tokens.head_of(span)
        thing = known(span) or _in_apposition(tokens, head, known)
        if head is None or (thing is None and not head.tag.startswith(("NN", "CD", "JJ", "VB"))):
            continue
        if tokens.within(span)[0].lower == "no":
            continue  # "no clerks were hurt": nobody is meant
        noun, own = singular(head.lower), _modifiers(tokens, span, head)
        if thing is None:
            earlier = latest.get(noun, [])
            near = [(m, t) for m, sentence, t in earlier if head.sentence - sentence <= FAR]
            thing = _earlier(tokens, span, head, own, near)
            if thing:
                thing.others.append((span, "same-noun"))
            else:
                plural = head.tag in ("NNS", "NNPS")
                people = plural and (PERSONAL.search(noun) or noun in MORE_PEOPLE)
                thing = Thing("group" if people else "other", noun=noun, plural=plural, described=span)
                things.append(thing)
        latest.setdefault(noun, []).append((own, head.sentence, thing))
        found[span] = thing
    return found


def _in_apposition(tokens: Tokens, head: Token | None, known: Callable[[Span], Thing | None]) -> Thing | None:
    """The named thing that is set beside a description: "his son Freddy", "the leader of the party, Ana Resk"."""
    beside = (tokens[i] for i in tokens.children[head.i] if tokens[i].relation == "appos") if head else ()
    found = (known(participant_phrase(tokens, t)) for t in beside if t.name)
    return next((thing for thing in found if thing and thing.names), None)


def _earlier(
    tokens: Tokens, span: Span, head: Token, own: frozenset[str], near: list[tuple[frozenset[str], Thing]]
) -> Thing | None:
    """The earlier party with the same noun and modifiers; for a bare or definite noun the only one with the noun."""
    if any(t.lower in INDEFINITE or t.tag == "CD" for t in tokens.within((span[0], head.start + 1))):
        return None
    same = [t for m, t in near if m == own]
    if same:
        return same[-1]
    distinct = {id(t): t for _, t in near}
    return next(iter(distinct.values())) if not own and len(distinct) == 1 else None


def _modifiers(tokens: Tokens, span: Span, head: Token) -> frozenset[str]:
    """What tells one "forces" from another: adjectives, nouns and names before the noun, and after its "of"."""
    return frozenset(t.lower for t in tokens.within(span) if t.i != head.i and t.tag[:2] in ("NN", "JJ", "VB"))
