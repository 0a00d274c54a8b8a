"""What pronouns and descriptions stand for: the best antecedent by a visible sum of weights, in text order."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from reportedly.ground.mentions import FEMALE, MALE, PLURAL, THING, Gender
from reportedly.ground.things import Thing
from reportedly.lexicons import Lexicons
from reportedly.reader.phrases import noun_phrase
from reportedly.reader.tokens import Token, Tokens
from reportedly.record import Span, covers
from reportedly.statements.draft import Draft

FAR = 8
"""Sentences after which a pronoun no longer reaches back."""
FAR_ROLE, FAR_OUTLET, FAR_BODY = 60, 20, 30
"""The same for "the minister", "the paper" and "the ministry", which carry more of what they mean."""
WEIGHTS = {"per_sentence": -1.0, "subject": 1.0, "speaker": 2.0, "gender": 2.0, "own_content": -4.0}
"""Score of an antecedent; signs by syntax and common sense, sizes set on sentences of our own."""
LONGEST_SOURCE = 40
"""Characters; a longer definite source has an apposition or a clause, and only its first words are the mention."""
GENERIC_BODIES = frozenset(
    {"company", "group", "organization", "organisation", "agency", "firm", "nonprofit", "union", "charity"}
)


@dataclass(frozen=True, slots=True)
class Reach:
    """How an antecedent is looked for: the gender that the mention shows, and how many sentences back."""

    gender: Gender | None = None
    far: int = FAR


class Resolver:
    """One pass over an article's tokens. It adds mentions to the things that it is given, and unnamed sources."""

    def __init__(
        self, tokens: Tokens, things: list[Thing], drafts: Sequence[Draft], lexicons: Lexicons,
        parties: Sequence[Span] = (),
    ) -> None:  # fmt: skip
        self.tokens, self.things, self.lexicons = tokens, things, lexicons
        self.parties = {h.i for s in parties if (h := tokens.head_of(s))}
        self.sources = {h.i: d.source for d in drafts if d.source and (h := tokens.head_of(d.source))}
        self.own = {t.i: d for d in drafts if d.source for t in tokens.within(d.source)}
        self.named = {i: t for t in things for n in t.names for i in range(n.first, n.last + 1)}
        self.person_places = sorted(n.span for t in things if t.kind == "person" for n in t.names)
        self.speeches = sorted((d.start, d.source) for d in drafts if d.source and not d.inner)
        self.speaker_of: dict[Span, Thing] = {}
        self.recent: dict[int, Thing] = {}

    def run(self) -> None:
        """Resolve every mention, first to last."""
        firsts = {n.first: (t, n.span) for t in self.things for n in t.names}
        for token in self.tokens.items:
            if token.i in firsts:
                self._seen(*firsts[token.i])
            elif token.i not in self.named:
                self._mention(token)

    def _seen(self, thing: Thing, span: Span) -> None:
        thing.last = span
        self.recent.pop(id(thing), None)
        self.recent[id(thing)] = thing

    def _mention(self, t: Token) -> None:
        rule, best, span = "pronoun", None, (t.start, t.end)
        if t.lower in FEMALE or t.lower in MALE:
            gender: Gender = "female" if t.lower in FEMALE else "male"
            best = self._antecedent(
                t, lambda x: x.kind == "person" and not x.plural and x.gender in (None, gender), Reach(gender)
            )
            if best:
                best.gender = gender
        elif t.lower in PLURAL and (t.i in self.sources or t.i in self.parties):
            best = self._antecedent(t, lambda x: x.plural or x.kind == "group", Reach())
        elif t.lower in THING and (t.i in self.sources or t.i in self.parties):
            best = self._antecedent(
                t, lambda x: x.kind in ("organisation", "outlet", "state") and not x.plural, Reach()
            )
        elif t.tag in ("NN", "NNP", "NNS"):
            rule, best, span = "description", *self._noun(t)
        if best and span not in best.spans:
            best.others.append((span, rule))
            self._seen(best, span)

    def _noun(self, t: Token) -> tuple[Thing | None, Span]:
        """What a common noun stands for: a named thing, an unnamed source met before or, as a source, a new one."""
        source, definite = self.sources.get(t.i), definite_phrase(self.tokens, t)
        if definite:
            noun, plural = singular(t.lower), t.tag == "NNS"
            best = self._described(t) or self._antecedent(
                t,
                lambda x: not x.names and x.noun == noun and (x.plural or not plural) and self._fits(definite, x),
                Reach(far=FAR_ROLE),
            )
            if best:
                return best, source if source and source[1] - source[0] < LONGEST_SOURCE else definite
        if source is None and t.relation in ("nsubj", "nsubjpass") and singular(t.lower) in self.lexicons.roles.nouns:
            source = noun_phrase(self.tokens, t)  # not a source itself, but "they" and "he" may go back to it
        if source and not self._names_person(source):
            self._new(t, source)
        return None, (t.start, t.end)

    def _fits(self, definite: Span, thing: Thing) -> bool:
        """May "the defence minister" be what was described before: does that have its adjectives and nouns, too?"""
        own = {t.lower for t in self.tokens.within(definite)[:-1] if t.tag[:2] in ("NN", "JJ")}
        before = {t.lower for t in self.tokens.within(thing.described)} if thing.described else own
        return own <= before

    def _names_person(self, source: Span) -> bool:
        at = bisect_left(self.person_places, source)
        return at < len(self.person_places) and covers(source, self.person_places[at])

    def _new(self, t: Token, source: Span) -> None:
        """An unnamed source, such as "two officials" or "a ministry spokeswoman"."""
        roles, nouns = self.lexicons.roles, self.lexicons.sources
        start = self.tokens.within(source)[:1]
        new = Thing("other", noun=singular(t.lower), plural=t.tag == "NNS" or t.lower == "people", described=source)
        if _is_person(new.noun, self.lexicons):
            new.kind = "group" if new.plural else "person"
            new.gender = "female" if new.noun in roles.female else "male" if new.noun in roles.male else None
        elif not new.plural:
            new.kind = (
                "organisation" if t.lower in nouns.organisation else "outlet" if t.lower in nouns.outlet else "other"
            )
        new.definite = new.kind == "organisation" and bool(start) and _is_definite(start[0], t)
        if t.lower in nouns.spokesperson:
            inside = self.tokens.within(source)
            named = (self.named.get(k.i) for k in inside)
            new.body = next((x for x in named if x and x.kind != "person"), None) or self._body(inside)
        self.things.append(new)
        self._seen(new, source)

    def _body(self, inside: Sequence[Token]) -> Thing | None:
        """The unnamed body of "a ministry spokeswoman", where "the defence ministry" was met before."""
        words = {t.lower for t in inside} & self.lexicons.sources.organisation
        return next((x for x in reversed(self.recent.values()) if x.noun in words and x.kind == "organisation"), None)

    def _described(self, t: Token) -> Thing | None:
        """A named thing that "the <noun>" stands for: by role, as an outlet, or as a body whose name has the noun."""
        word, roles, nouns = t.lower, self.lexicons.roles, self.lexicons.sources
        if word in roles.nouns or word in roles.titles:
            best = self._antecedent(
                t, lambda x: x.role is not None and has_word(x.role.text, word), Reach(far=FAR_ROLE)
            )
            if best is None and word in ("woman", "man"):
                gender: Gender = "female" if word == "woman" else "male"
                best = self._antecedent(t, lambda x: bool(x.names) and x.gender == gender, Reach(gender))
            return best
        if word in nouns.outlet:
            return self._antecedent(t, lambda x: x.kind == "outlet" and not x.own, Reach(far=FAR_OUTLET))
        if word in nouns.organisation:
            text = self.tokens.text
            exact = self._antecedent(
                t, lambda x: bool(x.names) and x.kind != "person" and has_word(x.name(text), word), Reach(far=FAR_BODY)
            )
            if exact is None and word in GENERIC_BODIES:
                return self._antecedent(t, lambda x: bool(x.names) and x.kind == "organisation", Reach(far=FAR_BODY))
            return exact
        return None

    def _antecedent(self, t: Token, fits: Callable[[Thing], bool], reach: Reach) -> Thing | None:
        """The best-scored thing that fits and was mentioned at most `reach.far` sentences ago."""
        own = self.own.get(t.i)
        speaker = self._last_speaker(t, own)
        best: tuple[float, Thing] | None = None
        for thing in reversed(list(self.recent.values())):
            assert thing.last
            mention = self.tokens.within(thing.last)
            if not mention or t.sentence - mention[0].sentence > reach.far:
                break
            if thing.last[1] > t.start or not fits(thing):
                continue
            score = WEIGHTS["per_sentence"] * (t.sentence - mention[0].sentence) + thing.last[0] / 1e7
            score += WEIGHTS["subject"] * any(m.relation in ("nsubj", "nsubjpass") for m in mention)
            score += WEIGHTS["speaker"] * (thing is speaker)
            score += WEIGHTS["gender"] * bool(reach.gender and thing.gender == reach.gender)
            if own and any(covers(c, thing.last) for c in own.content):
                score += WEIGHTS["own_content"]
            if best is None or score > best[0]:
                best = (score, thing)
        return best[1] if best else None

    def _last_speaker(self, t: Token, own: Draft | None) -> Thing | None:
        """Who spoke last before a token, its own statement aside."""
        at = bisect_left(self.speeches, (t.start,)) - 1
        while at >= 0 and own and self.speeches[at][1] == own.source:
            at -= 1
        if at < 0:
            return None
        span = self.speeches[at][1]
        if span not in self.speaker_of:
            for thing in reversed(list(self.recent.values())):
                if thing.last and any(covers(span, s) for s in _latest(thing, span)):
                    self.speaker_of[span] = thing
                    break
        return self.speaker_of.get(span)


def _latest(thing: Thing, span: Span) -> Iterable[Span]:
    """The mentions of a thing that can lie in a span: the unnamed description, names and other mentions near it."""
    yield from (s for s in (thing.described, thing.last) if s)
    yield from (n.span for n in thing.names if span[0] <= n.span[0] < span[1])
    yield from (s for s, _ in thing.others[-3:])


def definite_phrase(tokens: Tokens, t: Token) -> Span | None:
    """The span of "the … noun" that ends at a token and names nobody."""
    at = t.i
    while (
        at > 0 and t.i - at < 4 and tokens[at - 1].tag in ("NN", "JJ", "NNP", "CD", "HYPH") and not tokens[at - 1].name
    ):
        at -= 1
    if at == 0 or tokens[at - 1].lower not in ("the", "this", "that", "these", "those"):
        return None
    following = tokens[t.i + 1] if t.i + 1 < len(tokens) else None
    if following and following.tag in ("NN", "NNS", "NNP", "POS") and following.gap <= 1:
        return None
    return tokens[at - 1].start, t.end


def _is_definite(first: Token, head: Token) -> bool:
    """Does a phrase tell which body it means ("the interior ministry", "Veshkia's defence ministry")?"""
    return first.lower not in ("a", "an", "some", "one", "another", "any") and head.i - first.i > 1


def has_word(text: str, word: str) -> bool:
    """Is a word among the words of a text, case aside?"""
    return word in re.findall(r"\w+", text.lower())


def singular(noun: str) -> str:
    """The singular of a noun, near enough to match "the officials" with "an official"."""
    if noun == "people":
        return "person"
    if noun.endswith("women") or noun.endswith("men"):
        return noun[:-2] + "an"
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    return noun[:-1] if noun.endswith("s") and not noun.endswith("ss") else noun


def _is_person(noun: str, lexicons: Lexicons) -> bool:
    """A noun of function; of the others, whatever speaks and is no body, document, outlet or crowd."""
    other = lexicons.sources
    if noun in lexicons.roles.nouns or noun in lexicons.roles.titles or noun in other.spokesperson:
        return True
    return noun not in other.organisation | other.document | other.outlet | other.group
