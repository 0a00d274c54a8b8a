"""Phrases around a token: the subject of a verb, a noun with what hangs on it."""

from __future__ import annotations

from reportedly.reader.tokens import Token, Tokens
from reportedly.record import Span


def subject_of(tokens: Tokens, cue: Span) -> Span | None:
    """The subject of the verb in a cue: by relation, else the noun phrase that ends right before it."""
    inside = tokens.within(cue)
    for verb in reversed([t for t in inside if t.tag.startswith("VB") or t.tag == "MD"]):
        for child in tokens.children[verb.i]:
            t = tokens[child]
            if t.relation in ("nsubj", "nsubjpass") and t.end <= cue[0]:
                return noun_phrase(tokens, t)
    if not inside:
        return None
    at = inside[0].i - 1
    while at >= 0 and tokens[at].tag in ("RB", "MD") and tokens[at].sentence == inside[0].sentence:
        at -= 1
    if at >= 0 and tokens[at].sentence == inside[0].sentence and tokens[at].tag[:2] in ("NN", "PR", "CD"):
        first = at
        while first > 0 and tokens[first - 1].sentence == tokens[at].sentence and _in_phrase(tokens[first - 1]):
            first -= 1
        return tokens[first].start, tokens[at].end
    return None


def noun_phrase(tokens: Tokens, head: Token) -> Span:
    """The span of a noun with what hangs on it, up to its first relative clause or comma."""
    tree = [t for t in tokens.subtree(head) if t.sentence == head.sentence]
    first = head.i
    while first > 0 and tokens[first - 1] in tree:
        first -= 1
    last = head.i
    while (
        last + 1 < len(tokens) and tokens[last + 1] in tree and tokens[last + 1].text not in (",", "(", "—", "–", "-")
    ):
        last += 1
    return tokens[first].start, tokens[last].end


def _in_phrase(token: Token) -> bool:
    return token.tag[:2] in ("NN", "JJ", "CD", "DT") or token.tag in ("PRP$", "POS")


LOOSE = frozenset({"cc", "preconj", "conj", "relcl", "acl", "appos", "punct", "advcl", "parataxis", "meta", "prep"})
"""Relations of what hangs on a noun without naming it."""
CLAUSES = frozenset({"relcl", "acl", "advcl", "parataxis"})
"""Relations of what tells more of a noun, at any depth ("one of the men who were seized")."""
NAMING = frozenset({"of", "from", "for"})
"""Prepositions whose phrase tells which one is meant ("soldiers of the First Brigade")."""


def participant_phrase(tokens: Tokens, head: Token) -> Span:
    """The noun phrase of one participant: with articles, adjectives and "of", without conjuncts, clauses and places."""
    kept, queue = {head.i}, [head.i]
    while queue:
        for child in tokens.children[queue.pop()]:
            t = tokens[child]
            loose = t.relation in LOOSE and not (t.relation == "prep" and t.lower in NAMING)
            apart = t.relation in CLAUSES or (loose and t.head == head.i)
            if child not in kept and t.sentence == head.sentence and not apart:
                kept.add(child)
                queue.append(child)
    first = last = head.i
    while first - 1 in kept:
        first -= 1
    while last + 1 in kept:
        last += 1
    if tokens[last].tag == "POS" and last > head.i:
        last -= 1
    return tokens[first].start, tokens[last].end
