"""Country and sector of entities, learned from how the article itself describes them (ISO 3166-1, PLOVER sectors)."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from reportedly.ground.coreference import singular
from reportedly.ground.entities import Entities
from reportedly.lexicons import Actors, Lexicons
from reportedly.reader.phrases import participant_phrase
from reportedly.reader.tokens import Token, Tokens
from reportedly.record import Entity, Span, Why

LONGEST = 4
"""Words of the longest phrase that is looked up."""
WORDS = re.compile(r"[^\W_]+(?:[.&'’-][^\W_]+)*\.?")
NAMED_SO = "rule:country-name@1"
"""The maker of a country that is an entity's own name, whatever kind of thing it was taken for."""
GIVEN_NAMES = 3
"""Given names and initials that may stand between a title and a surname."""
MENTIONS = 12
"""Mentions of an entity that are read for its codes."""


def with_codes(found: Entities, tokens: Tokens, lexicons: Lexicons) -> Entities:
    """The same entities with `country` and `sector` where their names, roles or descriptions show them."""
    places: dict[str, list[int]] = {}
    for t in tokens.items:
        places.setdefault(t.lower, []).append(t.i)
    coded = {e.id: _coded(e, tokens, lexicons.actors, places) for e in found.items}
    for we, speaker in found.we.items():
        coded[we] = _of_speaker(coded[we], coded[speaker])
    return replace(found, items=tuple(coded.values()))


def _of_speaker(we: Entity, speaker: Entity) -> Entity:
    """Whom a police officer calls "we" are police."""
    if we.sector or not speaker.sector:
        return we
    why = Why(by="rule:we-of-speaker@1", evidence=speaker.why["sector"].evidence)
    return we.model_copy(update={"sector": speaker.sector, "why": {**we.why, "sector": why}})


def _coded(e: Entity, tokens: Tokens, words: Actors, places: Mapping[str, Sequence[int]]) -> Entity:
    if e.kind == "outlet":
        return e.model_copy(
            update={"sector": "MED", "why": {**e.why, "sector": Why(by="rule:outlet@1", evidence=e.mentions[:1])}}
        )
    spans = list(_descriptions(e, tokens))
    if e.role:
        at = e.why["role"].evidence if "role" in e.why else ()
        spans = [*at, *spans]
    country = _country(e, spans, tokens.text, words)
    sector = _sector(e, spans, tokens, words, country) or _title(e, tokens, words, places)
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
            code = words.sector_phrases.get(low) or words.sector_phrases.get(singular(low)) or words.bodies.get(phrase)
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


def _title(e: Entity, tokens: Tokens, words: Actors, places: Mapping[str, Sequence[int]]) -> tuple[str, Why] | None:
    """The sector of a title before a person's surname, anywhere in the article: "deputy inspector general of police
    (headquarters) r d oke". In lower case neither the names nor the parse may hold the two together."""
    surname = tokens.head_of(e.mentions[0])
    if surname is None or not (e.kind == "person" or surname.tag.startswith("NNP")):
        return None
    for last in places.get(surname.lower, ())[:MENTIONS]:
        for at in range(last - 1, max(last - 2 - GIVEN_NAMES, -1), -1):
            if found := _sector_before(tokens, at, words):
                return found[0], Why(by="rule:title-before-name@1", evidence=(found[1],))
            if not _may_be_given(tokens[at]) or tokens[at].sentence != tokens[last].sentence:
                break
    return None


def _may_be_given(t: Token) -> bool:
    """A given name, or an initial ("a k mitra")."""
    return t.tag.startswith("NN") or len(t.text.rstrip(".")) == 1


def _sector_before(tokens: Tokens, last: int, words: Actors) -> tuple[str, Span] | None:
    """The sector of the longest phrase that ends at a token, or in front of brackets that end there."""
    if tokens[last].text == ")":
        opening = (i for i in range(last - 1, max(last - 1 - LONGEST, 0), -1) if tokens[i].text == "(")
        last = next(opening, 0) - 1
    for n in range(min(LONGEST, last + 1), 0, -1):
        span = tokens[last - n + 1].start, tokens[last].end
        phrase = tokens.text[slice(*span)].lower()
        code = words.sector_phrases.get(phrase) if n > 1 else words.sector_words.get(phrase)
        if code:
            return code, span
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
