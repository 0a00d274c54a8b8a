"""Country and sector of entities, learned from how the article itself describes them (ISO 3166-1, PLOVER sectors)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from reportedly.ground.coreference import singular
from reportedly.ground.entities import Entities
from reportedly.lexicons import Actors, Lexicons
from reportedly.reader.phrases import participant_phrase
from reportedly.reader.tokens import Tokens
from reportedly.record import Entity, Span, Why

LONGEST = 4
"""Words of the longest phrase that is looked up."""
WORDS = re.compile(r"[^\W_]+(?:[.&'’-][^\W_]+)*\.?")
NAMED_SO = "rule:country-name@1"
"""The maker of a country that is an entity's own name, whatever kind of thing it was taken for."""
MENTIONS = 12
"""Mentions of an entity that are read for its codes."""


def with_codes(found: Entities, tokens: Tokens, lexicons: Lexicons) -> Entities:
    """The same entities with `country` and `sector` where their names, roles or descriptions show them."""
    return replace(found, items=tuple(_coded(e, tokens, lexicons.actors) for e in found.items))


def _coded(e: Entity, tokens: Tokens, words: Actors) -> Entity:
    if e.kind == "outlet":
        return e.model_copy(
            update={"sector": "MED", "why": {**e.why, "sector": Why(by="rule:outlet@1", evidence=e.mentions[:1])}}
        )
    spans = list(_descriptions(e, tokens))
    if e.role:
        at = e.why["role"].evidence if "role" in e.why else ()
        spans = [*at, *spans]
    country = _country(e, spans, tokens.text, words)
    sector = _sector(e, spans, tokens, words, country)
    why = dict(e.why)
    for name, pick in (("country", country), ("sector", sector)):
        why[name] = pick[1] if pick else Why(by=f"rule:{name}-words@1", missing="not_said")
    return e.model_copy(
        update={"country": country[0] if country else None, "sector": sector[0] if sector else None, "why": why}
    )


def _descriptions(e: Entity, tokens: Tokens) -> Iterator[Span]:
    """The phrases around an entity's mentions that are no pronouns."""
    for span in e.mentions[:MENTIONS]:
        head = tokens.head_of(span)
        if head is not None and not head.tag.startswith(("PRP", "WP")):
            phrase = participant_phrase(tokens, head)
            yield min(span[0], phrase[0]), max(span[1], phrase[1])


def _country(e: Entity, spans: Sequence[Span], text: str, words: Actors) -> tuple[str, Why] | None:
    """A country that is the name itself, else the one that most descriptions name."""
    own = words.countries.get(_plain(e.name))
    if own:
        return own, Why(by=NAMED_SO, evidence=e.mentions[:1])
    votes: Counter[str] = Counter()
    where: dict[str, Span] = {}
    own_words = _name_words(e)
    for a, b in spans:
        for phrase, span in _phrases(text, a, b):
            if own_words.issuperset(phrase.split()):
                continue
            code = words.countries.get(phrase) or words.countries.get(re.sub(r"['’]s$", "", phrase))
            if code:
                votes[code] += 1
                where.setdefault(code, span)
                break
    if not votes:
        return None
    best = votes.most_common(1)[0][0]
    return best, Why(by="rule:country-words@1", evidence=(where[best],))


def _sector(
    e: Entity, spans: Sequence[Span], tokens: Tokens, words: Actors, country: tuple[str, Why] | None
) -> tuple[str, Why] | None:
    """By name, by the longest phrase of a description, by its head noun; a state acts as its government."""
    own_words = _name_words(e)
    for name in (e.name, _plain(e.name)):
        if name in words.bodies:
            return words.bodies[name], Why(by="rule:known-body@1", evidence=e.mentions[:1])
    for a, b in spans:
        for phrase, span in _phrases(tokens.text, a, b):
            low = phrase.lower()
            if own_words.issuperset(phrase.split()):
                continue
            code = words.sector_phrases.get(low) or words.bodies.get(phrase)
            if code:
                return code, Why(by="rule:sector-words@1", evidence=(span,))
        head = tokens.head_of((a, b))
        inside = [t for t in tokens.within((a, b)) if head and t.i <= head.i and t.text not in own_words]
        inside = [t for t in inside if t.tag.startswith(("NN", "JJ"))]
        for t in reversed(inside):
            code = words.sector_words.get(t.lower) or words.sector_words.get(singular(t.lower))
            if code:
                return code, Why(by="rule:sector-words@1", evidence=((t.start, t.end),))
    if country and (e.kind == "state" or (e.kind != "group" and country[1].by == NAMED_SO)):
        return "GOV", Why(by="rule:state@1", evidence=country[1].evidence)
    return None


def _phrases(text: str, a: int, b: int) -> Iterator[tuple[str, Span]]:
    """Every phrase of up to LONGEST words, longest first from the left."""
    found = list(WORDS.finditer(text, a, b))
    for i, first in enumerate(found):
        for n in range(min(LONGEST, len(found) - i), 0, -1):
            span = first.start(), found[i + n - 1].end()
            yield re.sub(r"\s+", " ", text[slice(*span)]), span


def _name_words(e: Entity) -> set[str]:
    """The words of a person's own name, which say nothing of what they are: Jordan and King are surnames, too."""
    named = e.kind == "person" and e.why["name"].by.startswith("rule:names")
    return set(e.name.split()) if named else set()


def _plain(name: str) -> str:
    return re.sub(r"^the\s+", "", name, flags=re.I)
