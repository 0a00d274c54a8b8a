"""What stands over an event in the sentence and puts it into a status: negation, modals, verbs, conditions, questions.

From the trigger upwards through the parse, every word that has the event in its scope is looked up
(lexicons/status.toml); scope ends where a clause is not a complement. The outermost operator decides, except that what
is denied further in stays denied. Classes follow Karttunen (1971, implicative verbs) and Saurí and Pustejovsky (2009,
FactBank's selecting predicates).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from reportedly.lexicons import StatusWords
from reportedly.reader.tokens import Token, Tokens
from reportedly.record import Span
from reportedly.record.event import Status

COMPLEMENTS = frozenset(
    {"xcomp", "ccomp", "dobj", "pobj", "pcomp", "acl", "nsubjpass", "oprd", "attr", "prep", "prt", "dative"}
)
"""Relations through which a word has what hangs on it in its scope."""
SCOPE_PREPOSITIONS = frozenset(
    {"to", "of", "off", "for", "from", "against", "on", "about", "in", "without", "with", "into"}
)
PRESUPPOSING = frozenset({"in", "on", "for", "about", "from", "with", "into", "against"})
"""Prepositions after which a definite noun is taken for granted ("jailed for the riot")."""
OPEN = frozenset({"planned", "considered", "threatened", "urged"})
LONGEST_PATH = 12


@dataclass(frozen=True, slots=True)
class Operator:
    """One word's say: a status and where it stands."""

    status: Status
    evidence: tuple[Span, ...]
    rule: str


def operators(tokens: Tokens, trigger: int, words: StatusWords) -> list[Operator]:
    """The operators over a trigger, innermost first."""
    found: list[Operator] = []
    at, below = tokens[trigger], tokens[trigger]
    for _ in range(LONGEST_PATH):
        found += _own(tokens, at, words) if at.i == trigger else _governing(tokens, at, below, words)
        if at.head == at.i or tokens[at.head].sentence != at.sentence:
            break
        head = tokens[at.head]
        if at.relation == "conj":
            found += _shared(tokens, head, at, words)
            below, at = at, _past_conjuncts(tokens, head)
            if at.head == at.i:
                break
            if not _in_scope(tokens, at, tokens[at.head], words):
                break
            below, at = at, tokens[at.head]
            continue
        found += _called_untrue(tokens, at, head, words)
        if not _is_told(tokens, at, head, words) and at.relation in (
            "relcl",
            "advcl",
            "nsubj",
            "parataxis",
            "appos",
            "poss",
            "compound",
            "amod",
        ):
            break
        if not _in_scope(tokens, at, head, words):
            break
        below, at = at, head
    return found


def _past_conjuncts(tokens: Tokens, t: Token) -> Token:
    for _ in range(LONGEST_PATH):
        if t.relation != "conj" or t.head == t.i:
            break
        t = tokens[t.head]
    return t


def _in_scope(tokens: Tokens, t: Token, head: Token, words: StatusWords) -> bool:
    if t.relation == "prep":
        return t.lower in SCOPE_PREPOSITIONS
    if t.relation == "pobj" and (
        head.lower in PRESUPPOSING or (head.lower == "of" and _is_plain_noun(tokens, head, words))
    ):
        return not any(
            c.lower in ("the", "his", "her", "its", "their") or c.relation == "poss" for c in _children(tokens, t)
        )
    if t.relation == "dobj" and _is_given(tokens, t, head, words):
        return False
    if _is_told(tokens, t, head, words):
        return True
    if t.relation == "acl":  # "a plan to attack", but not "a unit involved in the attack"
        return any(c.tag == "TO" for c in _children(tokens, t))
    return t.relation in COMPLEMENTS


def _is_given(tokens: Tokens, t: Token, verb: Token, words: StatusWords) -> bool:
    """ "May condemn the attack": whatever is done about a definite thing, there was one; a light verb makes it."""
    plain = verb.lower not in words.light and verb.lower not in words.verbs
    return plain and any(c.lower == "the" and c.relation == "det" for c in _children(tokens, t))


def _is_told(tokens: Tokens, t: Token, head: Token, words: StatusWords) -> bool:
    """ "Reports that it attacked": a clause that tells what the noun above says, as the parser may have it."""
    return (
        t.relation in ("acl", "relcl")
        and head.lower in words.hearsay
        and any(c.lower == "that" and c.relation == "mark" for c in _children(tokens, t))
    )


def _called_untrue(tokens: Tokens, t: Token, head: Token, words: StatusWords) -> list[Operator]:
    """ "Reports that it attacked are unfounded", "it is not true that it attacked"."""
    children = _children(tokens, head)
    told = t.relation in ("nsubj", "nsubjpass") and t.lower in words.hearsay
    clause = t.relation in ("ccomp", "csubj", "relcl") and any(c.lower == "it" for c in children)
    if not (told or clause):
        return []
    negated = any(c.relation == "neg" for c in children)
    said = [
        c
        for c in (*(c for c in children if c.relation in ("acomp", "attr", "oprd")), head)
        if (c.lower in words.untrue and not negated) or (c.lower == "true" and negated)
    ]
    return [Operator("denied", (_span(c),), "untrue") for c in said[:1]]


def _is_plain_noun(tokens: Tokens, preposition: Token, words: StatusWords) -> bool:
    """Does "of" hang on a noun such as "victims", which takes the event for granted, and on no "threat" or "denial"?"""
    noun = tokens[preposition.head]
    return noun.tag.startswith("NN") and noun.lower not in words.transparent


def _own(tokens: Tokens, t: Token, words: StatusWords) -> list[Operator]:
    """What hangs on the trigger itself."""
    found = [*_markers(tokens, t, words), *_auxiliaries(tokens, t, words), *_passed_over(tokens, t)]
    for child in _children(tokens, t):
        status = words.adjectives.get(child.lower)
        if status and child.relation in ("amod", "compound", "acl") and not t.tag.startswith("VB"):
            found.append(Operator(_as_status(status), (_span(child),), "modifier"))
        if child.relation in ("det", "neg") and child.lower in ("no", "neither") and not t.tag.startswith("VB"):
            found.append(Operator("denied", (_span(child),), "negation"))
    return found


def _passed_over(tokens: Tokens, t: Token) -> Iterator[Operator]:
    """ "Instead of attacking", "rather than attack": whatever the parse makes of it."""
    before = tokens.items[max(0, t.i - 2) : t.i]
    if tuple(b.lower for b in before) in (("instead", "of"), ("rather", "than")) and t.tag.startswith("VB"):
        yield Operator("denied", ((before[0].start, before[1].end),), "instead")


def _shared(tokens: Tokens, head: Token, t: Token, words: StatusWords) -> list[Operator]:
    """A conjunct without a subject of its own shares auxiliaries with the first ("will meet and sign"), after "or" its
    negation as well ("did not attack or bomb")."""
    if any(c.relation in ("nsubj", "nsubjpass", "aux") for c in _children(tokens, t)):
        return []
    shared = list(_auxiliaries(tokens, head, words))
    if any(c.relation == "cc" and c.lower in ("or", "nor") for c in _children(tokens, head)):
        shared += [o for o in _markers(tokens, head, words) if o.rule == "negation"]
    return [o for o in shared if o.evidence[0][1] <= t.start]


def _governing(tokens: Tokens, t: Token, below: Token, words: StatusWords) -> list[Operator]:
    """What a word over the event does to it, its own negation and modals included."""
    if t.relation == "prep" or t.tag == "IN":
        return [Operator("denied", (_span(t),), "without")] if t.lower == "without" else []
    if t.lower in words.turning_down and below.relation in ("dobj", "nsubjpass"):
        return []  # "rejected the request": there was one
    outer = [*_markers(tokens, t, words), *_auxiliaries(tokens, t, words)]
    status, evidence = _class_of(tokens, t, below, words)
    if status is None:  # what a saying or another event denies is not what it speaks of
        return outer if below.relation == "xcomp" or t.lower in words.light else []
    if status == "ongoing" and any(c.tag == "TO" for c in _children(tokens, t)):
        return outer  # "to begin talks": a purpose
    if status in OPEN and below.relation == "ccomp" and _is_past(tokens, below):
        return []  # "warned that the army had attacked"
    if t.tag.startswith("NN"):
        no = [c for c in _children(tokens, t) if c.lower == "no" and c.i < t.i]
        outer += [Operator("denied", (_span(c),), "negation") for c in no]
    if t.relation == "conj" and any(c.lower in ("nor", "neither") for c in _children(tokens, tokens[t.head])):
        outer.insert(0, Operator("denied", (_span(t),), "negation"))  # "neither confirmed nor denied"
    negation = next((o for o in outer if o.status == "denied"), None)
    if negation is None:
        return [Operator(status, evidence, status), *outer]
    turned = _negated(status, t)
    rest = [o for o in outer if o is not negation]
    return [Operator(turned, (*negation.evidence, *evidence), f"not-{status}"), *rest] if turned else rest


def _class_of(tokens: Tokens, t: Token, below: Token, words: StatusWords) -> tuple[Status | None, tuple[Span, ...]]:
    """The status that a word gives to its complement, and the words that show it."""
    table = words.nouns if t.tag.startswith("NN") else words.adjectives
    if t.tag.startswith("VB"):
        table = words.verbs if t.lower in words.verbs or t.tag != "VBN" else words.adjectives  # "is expected to"
    particles = [tokens[i] for i in (t.i + 1,) if i < len(tokens) and tokens[i].lower in ("off", "out")]
    particle = particles[0].lower if particles else ""
    evidence: tuple[Span, ...] = (_span(t), *map(_span, particles))
    name = table.get(t.lower)
    calls = t.tag.startswith("VB") and t.lower.startswith("call")
    if t.lower in ("rule", "ruled", "ruling", "rules"):
        name = "denied" if particle == "out" else None
    elif particle == "off" and (calls or t.lower in ("put", "putting")):
        name = "called_off"
    elif calls and not particle and below.relation not in ("prep", "xcomp"):
        name = None  # "called the raid reckless"
    elif t.lower == "short" and below.relation == "prep" and below.lower == "of":
        name = "denied"  # "stopped short of ordering"
    elif t.lower == "going" and below.relation == "xcomp":
        name = "planned"
    elif t.lower.startswith("deci") and below.lower == "against":
        name = "denied"
    elif t.lower.startswith("warn") and below.relation == "prep":
        name = None  # "warned of" what others may do
    return (_as_status(name) if name else None), evidence


def _is_past(tokens: Tokens, verb: Token) -> bool:
    """Is a clause's verb in a past or perfect tense?"""
    auxiliaries = {c.lower for c in _children(tokens, verb) if c.relation in ("aux", "auxpass")}
    return (verb.tag == "VBD" and not auxiliaries) or bool(auxiliaries & {"had", "has", "have", "was", "were"})


def _negated(status: Status, t: Token) -> Status | None:
    """ "Has not decided" and "did not rule out" leave it open, "did not deny" says nothing; most negations deny."""
    if status == "planned" and t.lower.startswith("decid"):
        return "considered"
    if status == "denied":
        return "considered" if t.lower.startswith("rul") else "unknown"
    return None if status in ("unknown", "called_off") else "denied"


def _markers(tokens: Tokens, t: Token, words: StatusWords) -> Iterator[Operator]:
    """Negation, "if" and "whether" among the children."""
    for child in _children(tokens, t):
        if child.relation == "neg" or (child.relation in ("advmod", "preconj") and child.lower in words.negation):
            yield Operator("denied", (_span(child),), "negation")
        elif child.relation in ("nsubj", "nsubjpass") and _is_nobody(tokens, child):
            yield Operator("denied", (_span(child),), "nobody")
        elif child.relation in ("mark", "prep", "advmod") and child.lower in words.conditional:
            asked = t.relation == "ccomp" and child.lower == "if"
            yield Operator("unknown" if asked else "conditional", (_span(child),), "if")
        elif child.relation == "mark" and child.lower in words.open:
            yield Operator("unknown", (_span(child),), "whether")
        elif child.relation == "advcl" and any(
            c.relation == "mark" and c.lower in ("if", "unless") for c in _children(tokens, child)
        ):
            mark = next(c for c in _children(tokens, child) if c.relation == "mark")
            if any(
                c.relation == "aux" and c.lower in ("would", "'d", "’d", "could", "will") for c in _children(tokens, t)
            ):
                yield Operator("conditional", (_span(mark),), "if-clause")


def _is_nobody(tokens: Tokens, t: Token) -> bool:
    if t.lower in ("nobody", "none", "neither"):
        return True
    return any(c.lower == "no" and c.relation in ("det", "neg") for c in _children(tokens, t))


def _auxiliaries(tokens: Tokens, t: Token, words: StatusWords) -> Iterator[Operator]:
    """Modals, and an auxiliary before its subject where that makes a condition ("Had the army attacked, …")."""
    subject = next((c.i for c in _children(tokens, t) if c.relation in ("nsubj", "nsubjpass")), -1)
    for child in _children(tokens, t):
        if child.lower in ("had", "should", "were") and child.i < subject and t.relation in ("advcl", "ccomp"):
            yield Operator("conditional", (_span(child),), "inverted-if")
            continue
        if child.relation != "aux" and not (child.tag == "MD" and child.i < t.i):
            continue
        name = words.modals.get(child.lower)
        perfect = any(c.lower == "have" for c in _children(tokens, t) if c.i > child.i)
        if name and not (perfect and name in ("planned", "urged")):
            status: Status = "unknown" if perfect and name == "considered" else _as_status(name)
            yield Operator(status, (_span(child),), f"modal-{child.lower}")


def _as_status(name: str) -> Status:
    return name  # type: ignore[return-value]


def _children(tokens: Tokens, t: Token) -> list[Token]:
    return [tokens[i] for i in tokens.children[t.i]]


def _span(t: Token) -> Span:
    return t.start, t.end
