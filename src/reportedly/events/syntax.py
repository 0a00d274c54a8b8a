"""Who may be an actor or a recipient by the parse: nouns that stand in a role to a trigger, and how telling that is.

For verbs: subjects, objects, agents, controllers of infinitives and participles, antecedents of relative clauses. For
nouns: possessors, "by", "of", "against", and the arguments of a light verb ("carried out a strike on").
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from reportedly.reader.tokens import Token, Tokens

Role = Literal["actor", "recipient"]
Hint = tuple[int, Role, float]
"""A token, its role and the log-odds by which its place in the parse raises or lowers it."""

STRONG, WEAK = 2.0, 0.5
"""Log-odds of a core argument and of a prepositional or inherited one; chosen on our own dev sentences."""
TARGET_PREPOSITIONS = frozenset(
    {"against", "on", "upon", "at", "with", "to", "from", "for", "into", "of", "over", "towards"}
)
OBJECT_CONTROL = frozenset({
    "order", "urge", "ask", "tell", "force", "accuse", "suspect", "compel", "persuade", "warn", "charge", "convict",
    "call", "demand", "invite", "allow", "permit", "help",
})  # fmt: skip
RELATIVE = frozenset({"who", "which", "that", "whom"})
SUBJECTS = ("nsubj", "nsubjpass")
DEEPEST = 3


def hints(tokens: Tokens, trigger: int) -> dict[tuple[int, Role], float]:
    """Every token that stands in a role, with its best hint; conjuncts share that of the first."""
    t = tokens[trigger]
    found: dict[tuple[int, Role], float] = {}
    source = _of_verb(tokens, t, DEEPEST) if t.tag.startswith("VB") else _of_noun(tokens, t, DEEPEST)
    for i, role, value in source:
        for joined in with_conjuncts(tokens, tokens[_antecedent(tokens, i)]):
            if joined.i != trigger:
                found[joined.i, role] = max(value, found.get((joined.i, role), -9.0))
    return found


def _of_verb(tokens: Tokens, t: Token, depth: int) -> Iterator[Hint]:
    children = [tokens[i] for i in tokens.children[t.i]]
    passive = is_passive(tokens, t)
    yield from _subjects(tokens, t, children, passive, depth)
    for c in children:
        if c.relation in ("dobj", "dative") and c.tag != "IN":
            yield c.i, "recipient", STRONG
        elif c.relation == "agent" or (c.relation == "prep" and c.lower == "by" and passive):
            yield from ((k, "actor", STRONG) for k in _objects(tokens, c))
        elif (c.relation in ("prep", "dative") and c.lower in TARGET_PREPOSITIONS) or c.relation == "prt":
            yield from ((k, "recipient", WEAK) for k in _objects(tokens, c))


def is_passive(tokens: Tokens, t: Token) -> bool:
    """Is a word a verb in the passive, reduced clauses ("men arrested in the raid") included?"""
    children = [tokens[i] for i in tokens.children[t.i]]
    if any(c.relation == "auxpass" for c in children):
        return True
    perfect = any(c.lower in ("has", "have", "had", "having", "'ve") for c in children if c.i < t.i)
    return not perfect and (t.tag == "VBN" or any(c.relation == "nsubjpass" for c in children))


def _subjects(tokens: Tokens, t: Token, children: list[Token], passive: bool, depth: int) -> Iterator[Hint]:
    """Its own subject, else the one that it shares with what governs it."""
    role: Role = "recipient" if passive else "actor"
    own = [c for c in children if c.relation in SUBJECTS]
    if own:
        yield from ((c.i, role, STRONG) for c in own)
        return
    head = tokens[t.head]
    if t.head == t.i or depth == 0:
        return
    if t.relation == "acl" or (t.relation == "relcl" and not any(c.lower in RELATIVE for c in children)):
        infinitive = any(c.tag == "TO" for c in children)
        yield head.i, "actor" if infinitive else role, WEAK if infinitive else STRONG
        if infinitive:  # "a plan by the army to attack", "their decision to leave"
            yield from ((k, "actor", WEAK) for k, r, _ in _of_noun(tokens, head, depth - 1) if r == "actor")
        return
    if t.relation in ("prep", "pcomp"):
        head = tokens[head.head]
    if not head.tag.startswith("VB"):
        if head.tag.startswith("NN"):
            yield from ((k, role, WEAK) for k, r, _ in _of_noun(tokens, head, depth - 1) if r == "actor")
        return
    above = list(_of_verb(tokens, head, depth - 1))
    controlled = [h for h in above if h[1] == "recipient" and h[2] == STRONG]
    if t.relation in ("xcomp", "ccomp", "pcomp") and _controls_object(head) and controlled:
        yield from ((k, role, STRONG - 0.5) for k, _, _ in controlled)
        return
    subjects = [tokens[i] for i in tokens.children[head.i] if tokens[i].relation in SUBJECTS]
    value = STRONG - 0.5 if t.relation in ("conj", "xcomp", "advcl", "pcomp") else WEAK
    if subjects:
        yield from ((c.i, role, value) for c in subjects)
    else:
        yield from ((k, role, value - 0.5) for k, r, _ in above if r == ("recipient" if passive else "actor"))


def _controls_object(verb: Token) -> bool:
    return any(verb.lower.startswith(w[:-1] if w.endswith("e") else w) for w in OBJECT_CONTROL) or verb.lower == "told"


def _of_noun(tokens: Tokens, t: Token, depth: int) -> Iterator[Hint]:
    for i in tokens.children[t.i]:
        c = tokens[i]
        if c.relation == "poss":
            yield i, "actor", STRONG if c.tag != "PRP$" else WEAK
        elif c.relation in ("compound", "amod", "nmod") and (c.name or c.tag.startswith("NN")) and i < t.i:
            yield i, "actor", WEAK
        elif c.relation in ("prep", "agent"):
            yield from _after_noun(tokens, c)
    head = tokens[t.head]
    if depth and t.head != t.i and head.tag.startswith("VB") and t.relation in ("dobj", "nsubjpass", "pobj"):
        for i, role, value in _of_verb(tokens, head, depth - 1):  # a light verb
            if i != t.i:
                yield i, role, value - 0.5


def _after_noun(tokens: Tokens, preposition: Token) -> Iterator[Hint]:
    objects = _objects(tokens, preposition)
    if preposition.lower in ("by", "between"):
        yield from ((k, "actor", STRONG) for k in objects)
    elif preposition.lower in ("of", "against", "on", "upon"):
        yield from ((k, "recipient", STRONG - 0.5) for k in objects)
        yield from ((k, "actor", -0.5) for k in objects if preposition.lower == "of")
    elif preposition.lower in TARGET_PREPOSITIONS:
        yield from ((k, "recipient", WEAK) for k in objects)
        yield from ((k, "actor", 0.0) for k in objects if preposition.lower in ("from", "with"))


def _objects(tokens: Tokens, preposition: Token) -> list[int]:
    return [i for i in tokens.children[preposition.i] if tokens[i].relation in ("pobj", "dobj") and i > preposition.i]


def _antecedent(tokens: Tokens, i: int) -> int:
    """The noun that a relative pronoun stands for."""
    t = tokens[i]
    if t.lower in RELATIVE and t.tag in ("WP", "WDT", "IN"):
        clause = tokens[t.head]
        if clause.relation == "relcl" and clause.head != clause.i:
            return clause.head
    return i


def with_conjuncts(tokens: Tokens, t: Token) -> Iterator[Token]:
    """A noun and the nouns that are joined to it by "and" or a comma."""
    queue, seen = [t.i], {t.i}  # glued abbreviations may hang on one another in a circle
    while queue:
        at = queue.pop()
        yield tokens[at]
        for c in tokens.children[at]:
            if tokens[c].relation == "conj" and c not in seen and tokens[c].tag[:2] in ("NN", "PR", "CD"):
                seen.add(c)
                queue.append(c)
