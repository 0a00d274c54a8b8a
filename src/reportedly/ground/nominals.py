"""Noun phrases of people and bodies: where a mention begins and ends, and what its head noun tells of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from reportedly.lexicons import PeopleNouns
from reportedly.reader.tokens import Token, Tokens
from reportedly.record import Span

Kind = Literal["person", "group", "organisation", "state"]
Determined = Literal["definite", "owned", "indefinite", "counted", "bare"]
OUTSIDE = frozenset({"appos", "cc", "preconj", "conj", "parataxis", "meta", "advcl", "ccomp", "cop", "neg"})
"""Relations of what hangs on a noun and does not belong to its phrase."""
INSIDE_A_NOUN = frozenset({"compound", "amod", "nmod", "npadvmod", "quantmod", "nummod", "det", "meta", "predet"})
"""Relations of a noun that only modifies another."""
DEFINITE = frozenset({"the", "this", "that", "these", "those", "both"})
INDEFINITE = frozenset(
    {"a", "an", "another", "some", "any", "no", "every", "each", "several", "many", "few", "more", "other"}
)
EDGES = frozenset(
    {"--", ",", ".", ";", ":", "“", "”", '"', "'", "‘", "’", "``", "''", "(", ")", "—", "–", "-", "...", "…", "!", "?"}
)
NO_PEOPLE = frozenset({"DATE", "TIME", "MONEY", "PERCENT", "WORK_OF_ART", "LAW"})
STOPS = frozenset({"--", ":", ";", "(", ")", "—", "–"})
"""Marks that end a phrase, whatever the parse says of the words behind them."""
DANGLING = frozenset({"IN", "CC", "TO", "WDT", "WP", "RB"})
"""Tags of words that end no phrase."""


@dataclass(frozen=True, slots=True)
class Nominal:
    """A noun phrase without a name. `noun` is its head in the singular, `modifiers` what tells it from others of that
    noun, `owner` the possessive that determines it; `tail`: what follows the noun tells which ones."""

    head: Token
    noun: str
    kind: Kind
    plural: bool
    determined: Determined
    modifiers: frozenset[str]
    owner: Token | None
    tail: bool


LOOSE_ON_NAMES = frozenset(
    {"about", "on", "with", "for", "to", "after", "before", "during", "over", "against", "as", "by"}
)
"""Prepositions that hang on a name only by a mistake of the parse ("Resk on the strike")."""


def mention_phrase(tokens: Tokens, head: Token, first: int | None = None, last: int | None = None) -> Span:
    """The whole noun phrase around a head, as corpora of coreference mark it: article, titles, modifiers, "of …",
    relative clauses and the possessive ending, without appositions and conjuncts. `first` and `last` are inside anyway.
    """
    kept, queue = {head.i}, [head.i]
    while queue:
        at = queue.pop()
        for child in tokens.children[at]:
            t = tokens[child]
            outside = at == head.i and _is_outside(tokens, head, t)
            if child not in kept and t.sentence == head.sentence and not outside:
                kept.add(child)
                queue.append(child)
    low = head.i if first is None else min(head.i, first)
    high = head.i if last is None else max(head.i, last)
    while tokens[low - 1].text not in STOPS and (
        low - 1 in kept or (low - 2 in kept and tokens[low - 1].text in EDGES)
    ):
        low -= 1
    while high + 1 in kept or (high + 2 in kept and tokens[high + 1].text in EDGES):
        if tokens[high + 1].text in STOPS:
            break
        high += 1
    start, end = head.i if first is None else first, head.i if last is None else last
    while low < start and (tokens[low].text in EDGES or tokens[low].tag == "WRB"):
        low += 1
    while high > end and ((tokens[high].text in EDGES and tokens[high].tag != "POS") or tokens[high].tag in DANGLING):
        high -= 1
    return tokens[low].start, tokens[high].end


def name_phrase(tokens: Tokens, first: int, last: int, papers: frozenset[str]) -> Span:
    """The noun phrase around a person's name. A noun of `papers` before it does not belong ("a paper Lund wrote")."""
    head = tokens.head_of((tokens[first].start, tokens[last].end)) or tokens[last]
    start, end = mention_phrase(tokens, head, first, last)
    return (tokens[first].start if first and tokens[first - 1].lower in papers else start), end


def _is_outside(tokens: Tokens, head: Token, t: Token) -> bool:
    """Does what hangs on a head stand outside its phrase?"""
    if head.name and t.relation == "prep" and t.lower in LOOSE_ON_NAMES:
        return True
    return t.relation in OUTSIDE and not same_person(tokens, head, t)


def same_person(tokens: Tokens, head: Token, joined: Token) -> bool:
    """Does a noun joined by "and" say more of the same person ("a mathematician and writer")?"""
    if joined.relation == "cc":
        after = (tokens[c] for c in tokens.children[head.i] if c > joined.i and tokens[c].relation == "conj")
        return any(same_person(tokens, head, c) for c in after)
    if joined.relation != "conj" or head.tag != "NN" or joined.tag != "NN" or head.name or joined.name:
        return False
    own = any(tokens[c].relation in ("det", "poss", "nummod") for c in tokens.children[joined.i])
    return not own and joined.head == head.i


def is_adjective(head: Token) -> bool:
    """Is the name of a people only an adjective ("Greek court")?"""
    return head.name == "NORP" and head.relation in ("amod", "compound", "nmod") and head.tag in ("JJ", "NNP")


def singular_of(noun: str, people: PeopleNouns) -> str:
    """The singular of a noun of people."""
    if noun in people.irregular:
        return people.irregular[noun]
    if noun.endswith(("women", "men")) and len(noun) > 3:
        return noun[:-2] + "an"
    if noun.endswith("ies") and len(noun) > 4:
        return noun[:-3] + "y"
    if noun.endswith(("ches", "shes", "sses", "xes")):
        return noun[:-2]
    return noun[:-1] if noun.endswith("s") and not noun.endswith(("ss", "us", "is")) else noun


def nominal(tokens: Tokens, t: Token, people: PeopleNouns) -> Nominal | None:
    """What a token tells as the head of a noun phrase of people or a body; None where it is none."""
    aged = t.lower in ("old", "olds")  # "the 79-year-old" looks like a date to the head for names
    if t.relation in INSIDE_A_NOUN or (t.name in NO_PEOPLE and not aged):
        return None
    following = tokens[t.i + 1] if t.i + 1 < len(tokens) else None
    if following and following.head == t.i and following.relation == "compound":
        return None
    kind, plural, noun = _kind(tokens, t, people)
    if kind is None or (t.relation == "conj" and kind == "person" and same_person(tokens, tokens[t.head], t)):
        return None
    children = [tokens[i] for i in tokens.children[t.i]]
    if any(c.lower == "no" and c.relation == "det" for c in children):
        return None
    owner = next((c for c in children if c.relation == "poss"), None)
    modifiers = frozenset(
        c.lower for c in children if c.i < t.i and c.tag[:2] in ("NN", "JJ", "VB") and c.relation != "poss"
    )
    tail = any(c.i > t.i and c.relation in ("prep", "relcl", "acl") for c in children)
    return Nominal(t, noun, kind, plural, _determined(children, t, owner), modifiers, owner, tail)


def _determined(children: list[Token], t: Token, owner: Token | None) -> Determined:
    before = [c for c in children if c.i < t.i]
    if owner:
        return "owned"
    words = {c.lower for c in before if c.relation in ("det", "predet", "amod", "nummod")}
    if words & DEFINITE:
        return "definite"
    if any(c.tag == "CD" for c in before):
        return "counted"
    return "indefinite" if words & INDEFINITE else "bare"


def _kind(tokens: Tokens, t: Token, people: PeopleNouns) -> tuple[Kind | None, bool, str]:
    """Kind, whether there are several, and the noun in the singular."""
    word, noun = t.lower, singular_of(t.lower, people)
    if noun in people.quantity and (t.tag[:2] in ("CD", "NN", "DT", "JJ") or word in ("all", "both")):
        what = _of_what(tokens, t)
        if what is not None:
            return _amount_of(tokens, what, people, one=word == "one"), word != "one", noun
    if t.tag in ("NNS", "NNPS") or (t.tag == "NN" and (word in people.irregular or word == "people")):
        return _plural_kind(word, noun, people), True, noun
    if t.tag in ("NN", "NNP"):
        kind = _singular_kind(word, people)
        if kind or word != "old":
            return kind, kind == "group", word
    return _without_noun(tokens, t, people)


def _of_what(tokens: Tokens, t: Token) -> Token | None:
    """What follows the "of" of an amount: "hundreds of pilgrims"."""
    of = next((c for c in tokens.children[t.i] if tokens[c].lower == "of"), None)
    inside = (tokens[c] for c in tokens.children[of] if tokens[c].relation == "pobj") if of else ()
    return next((what for what in inside if what.i > t.i), None)


def _amount_of(tokens: Tokens, what: Token, people: PeopleNouns, *, one: bool) -> Kind | None:
    """The kind of an amount, or of `one`, of something: people where those are."""
    several = what.lower in ("us", "you") or (
        what.tag.startswith("NN") and _kind(tokens, what, people)[0] in ("person", "group")
    )
    return None if not several else "person" if one else "group"


def _plural_kind(word: str, noun: str, people: PeopleNouns) -> Kind | None:
    if noun in people.person or noun in people.group or word in people.group:
        return "group"
    body = noun in people.organisation and noun not in people.single
    return "organisation" if body else None


def _singular_kind(word: str, people: PeopleNouns) -> Kind | None:
    if word in people.group:
        return "group"
    if word in people.person or word.rsplit("-", maxsplit=1)[-1] in people.person:
        return "person"
    return "organisation" if word in people.organisation else "state" if word in people.state else None


def _without_noun(tokens: Tokens, t: Token, people: PeopleNouns) -> tuple[Kind | None, bool, str]:
    """ "The wounded", "those who stayed", "107 killed", "the 79-year-old"."""
    word, after = t.lower, [tokens[c] for c in tokens.children[t.i]]
    if t.tag in ("JJ", "VBN", "VBD") and word in people.adjectives and _after_the(tokens, t):
        return "group", True, word
    if word == "those" and t.tag == "DT" and any(c.relation in ("relcl", "acl", "prep") for c in after):
        return "group", True, word
    if t.tag == "CD" and t.relation in ("nsubj", "nsubjpass", "dobj", "ROOT") and t.name in ("", "CARDINAL"):
        harmed = any(x.lower in people.harmed for x in [tokens[t.head], *after])
        return ("group", True, "people") if harmed else (None, True, word)
    if word in ("old", "olds") and t.i > 2 and tokens[t.i - 2].lower == "year":
        return ("group" if word == "olds" else "person"), word == "olds", "year-old"
    return None, False, word


def _after_the(tokens: Tokens, t: Token) -> bool:
    return t.i > 0 and any(tokens[c].lower in ("the", "those") for c in tokens.children[t.i] if c < t.i)
