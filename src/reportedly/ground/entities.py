"""Entities: the mentions of one person, body, state or outlet in an article, joined.

Names join by their words (things.py), pronouns and descriptions go to an antecedent (coreference.py). An unnamed
source is an entity only where something refers back to it or it has part in an event. Whatever stays ambiguous stays
unresolved.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from reportedly.ground.coreference import Resolver
from reportedly.ground.nominals import is_adjective, mention_phrase, name_phrase
from reportedly.ground.parties import with_parties
from reportedly.ground.speech import Cast, with_speech
from reportedly.ground.things import Thing, named_things
from reportedly.lexicons import Lexicons
from reportedly.reader.tokens import Tokens
from reportedly.record import Article, Entity, Span, Why, covers
from reportedly.record.entity import EntityKind
from reportedly.statements.draft import Draft

REACH_OF_WHO = 60
"""Characters between a relative pronoun and the end of what it stands for."""
PEOPLE = frozenset({"person", "group", "organisation", "state"})
"""Kinds that are an entity though they are mentioned once and without a name."""
KINDS: dict[str, EntityKind] = {
    "person": "person", "organisation": "organisation", "state": "state", "group": "group", "outlet": "outlet"
}  # fmt: skip


@dataclass(frozen=True)
class Entities:
    """The entities of an article, which one a span stands for, and where an unnamed one was first described."""

    items: tuple[Entity, ...]
    by_span: dict[Span, str]
    described: dict[Span, Span]
    we: dict[str, str] = field(default_factory=dict)
    """Of a "we", the id of the person who says it."""

    @cached_property
    def _by_id(self) -> dict[str, Entity]:
        return {e.id: e for e in self.items}

    def of(self, span: Span | None) -> Entity | None:
        """The entity that a source or addressee span stands for."""
        number = self.by_span.get(span) if span else None
        return self._by_id[number] if number else None

    def description_of(self, span: Span) -> Span:
        """The span that tells what an unnamed source is: its first description, else the span itself."""
        return self.described.get(span, span)


def find_entities(
    tokens: Tokens, drafts: Sequence[Draft], article: Article, lexicons: Lexicons, parties: Mapping[Span, bool]
) -> Entities:
    """Join the mentions of an article; `drafts` tell who speaks where and which spans want an entity.

    `parties` are the actors and recipients of its events. Each with True that is no pronoun gets an entity; one with
    False only points to what is there anyway.
    """
    wanted = dict.fromkeys(sorted({s for d in drafts for s in (d.source, d.addressee) if s}))
    things = named_things(tokens, article.outlet, lexicons, list(wanted))
    parts, minor = (sorted(s for s, typed in parties.items() if typed is x) for x in (True, False))
    resolver = Resolver(tokens, things, drafts, lexicons, parts)
    resolver.run()
    mentions = Mentions(tokens, things)
    found = {span: thing for span in wanted if (thing := mentions.of(span))}
    found |= with_parties(tokens, things, [s for s in parts if s not in wanted], mentions.of)
    found |= {s: thing for s in minor if s not in found and (thing := mentions.of(s))}
    acting = {id(found[s]) for s in parts if s in found}
    by_span = {span: thing.body or thing for span, thing in found.items()}
    spoken = with_speech(tokens, drafts, Cast(things, resolver.pairs), by_span)
    described = {s: t.described for s, t in found.items() if t.described}
    acting |= {id(by_span[s]) for s in wanted if s in by_span}
    for t in things:
        if t.kind == "state" and t.names and not _is_country(t, lexicons):
            t.kind = "state" if id(t) in acting else "other"
    kept = [t for t in things if _is_kept(t, id(t) in acting)]
    phrases = mention_phrases(tokens, kept, lexicons)
    kept = sorted((t for t in kept if phrases[id(t)]), key=lambda t: min(phrases[id(t)].values()))
    ids = {id(t): f"n{i}" for i, t in enumerate(kept, 1)}
    items = tuple(_entity(t, ids[id(t)], tokens.text, phrases[id(t)]) for t in kept)
    we = {ids[id(group)]: ids[id(who)] for who, group in spoken if id(group) in ids and id(who) in ids}
    return Entities(items, {s: ids[id(t)] for s, t in by_span.items() if id(t) in ids}, described, we)


def _is_kept(t: Thing, acting: bool) -> bool:
    """Is a thing worth an entity: with a name, with a part in statements or events, people and bodies, or met again?"""
    return bool(t.names) or t.definite or acting or t.kind in PEOPLE or (len(t.spans) > 1 and not t.body)


def _is_country(t: Thing, lexicons: Lexicons) -> bool:
    """Is one of a thing's names that of a country, and not of a city or a county?"""
    return any(" ".join(n.words).removeprefix("the ") in lexicons.actors.states for n in t.names)


def mention_phrases(tokens: Tokens, things: Sequence[Thing], lexicons: Lexicons) -> dict[int, dict[Span, Span]]:
    """For each thing (by its id()) its mentions, each with the whole noun phrase that it is the heart of.

    A head belongs to one mention; where two things share it, the named one has it.
    """
    papers = lexicons.sources.document | lexicons.sources.outlet
    owner: dict[int, tuple[Thing, Span, Span]] = {}
    for thing in sorted(things, key=lambda t: not t.names):
        for span in thing.spans:
            inside, head = tokens.within(span), tokens.head_of(span)
            if head is None or is_adjective(head):
                continue
            if thing.members and span == thing.described:
                owner[-head.i - 1] = thing, span, span
                continue
            first, last = inside[0].i, inside[-1].i
            named = thing.kind == "person" and head.name
            phrase = name_phrase(tokens, first, last, papers) if named else mention_phrase(tokens, head, first, last)
            owner.setdefault(head.i, (thing, span, phrase))
    found: dict[int, dict[Span, Span]] = {id(t): {} for t in things}
    taken: set[Span] = set()
    for i, (thing, span, phrase) in owner.items():
        above = owner.get(tokens[i].head) if i >= 0 and tokens[i].relation in ("compound", "nmod") else None
        inside_it = above is not None and above[0] is thing and tokens[i].head != i
        if phrase not in taken and not inside_it:
            taken.add(phrase)
            found[id(thing)][span] = phrase
    return found


def _entity(t: Thing, number: str, text: str, phrases: Mapping[Span, Span]) -> Entity:
    """The record's entity; `why` tells for each of its mentions the rule that joined it."""
    named = tuple(n.span for n in t.names[:3])
    rule = "names" if named else "body" if t.definite else "description"
    why = {"name": Why(by=f"rule:{rule}@1", evidence=named or tuple(t.spans[:1]))}
    if t.role:
        why["role"] = Why(by="rule:apposition@1", evidence=(t.role.span,))
    elif t.kind == "person":
        why["role"] = Why(by="rule:apposition@1", missing="not_said")
    joined: dict[str, list[Span]] = {}
    for span, rule in [*((n.span, "names") for n in t.names), *t.others]:
        if span in phrases:
            joined.setdefault(rule, []).append(phrases[span])
    for rule in sorted(joined):
        why[f"mentions:{rule}"] = Why(by=f"rule:{rule}@1", evidence=tuple(sorted(joined[rule])))
    return Entity(
        id=number, name=re.sub(r"\s+", " ", t.name(text)), kind=KINDS.get(t.kind, "other"),
        role=t.role.text if t.role else None, mentions=tuple(sorted(phrases.values())), why=why,
    )  # fmt: skip


class Mentions:
    """All mentions of an article, to look up what a source span stands for."""

    def __init__(self, tokens: Tokens, things: Sequence[Thing]) -> None:
        self.tokens = tokens
        self.things = {span: thing for thing in things for span in thing.spans}
        self.spans = sorted(self.things)

    def _inside(self, span: Span) -> list[Span]:
        first, last = bisect_left(self.spans, (span[0], 0)), bisect_left(self.spans, (span[1], 0))
        return [s for s in self.spans[first:last] if covers(span, s)]

    def of(self, span: Span) -> Thing | None:
        """The thing of a source span: its whole, the name that is its head, or the person set in apposition to it."""
        if span in self.things:
            return self.things[span]
        text = self.tokens.text[slice(*span)]
        if text.lower() in ("who", "which", "that"):
            return self._before(span)
        head = self.tokens.head_of(span)
        inside = self._inside(span)
        for s in inside:
            if head and covers(s, (head.start, head.end)):
                return self.things[s]
        people = [s for s in inside if self.things[s].kind == "person" and self.things[s].names]
        if not people or len({id(self.things[s]) for s in people}) > 1:
            return None
        before, after = text[: people[0][0] - span[0]], text[people[0][1] - span[0] :]
        belongs = re.search(r"\b(?:for|of|from|to|by|with)\s+(?:\w+\.?\s+){0,2}$", before)
        return self.things[people[0]] if not belongs and re.match(r"\s*(?:[,(—–]|$)", after) else None

    def _before(self, span: Span) -> Thing | None:
        who = self.tokens.within(span)[0]
        verb = next((v for v in (who, self.tokens[who.head]) if v.relation == "relcl"), None)
        noun = self.tokens[verb.head] if verb else None
        at = bisect_left(self.spans, span)
        before = self.spans[max(at - 8, 0) : at]
        its = [s for s in before if noun is not None and self.tokens.head_of(s) == noun]
        near = [s for s in before if s[1] <= span[0] and span[0] - s[1] < REACH_OF_WHO]
        return self.things[max(its or near, key=lambda s: (s[1], s[1] - s[0]))] if its or near else None
