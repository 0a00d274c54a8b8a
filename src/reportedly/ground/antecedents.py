"""Which thing a mention goes back to: those met lately, each with a visible sum of weights."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from reportedly.ground.mentions import Gender
from reportedly.ground.things import Thing
from reportedly.reader.tokens import Token, Tokens
from reportedly.record import Span, covers
from reportedly.statements.draft import Draft

FAR = 8
"""Sentences after which a pronoun no longer reaches back."""
WEIGHTS = {
    "per_sentence": -1.0,  # each sentence between the two
    "subject": 1.0,  # the last mention is a subject
    "parallel": 0.5,  # both are subjects, or neither is
    "speaker": 2.0,  # who spoke last goes on
    "gender": 2.0,  # the gender is known, and is that of the pronoun
    "own_content": -4.0,  # inside of what the mention itself says
    "quoted_self": -4.0,  # "she" inside a quotation is hardly who is quoted
    "salience": 0.4,  # for each doubling of the mentions so far
    "named": 0.5,  # it has a name
    "own_subject": 3.0,  # "the team rebuilt their robot": a possessive and the subject of its clause
    "reflexive": 4.0,  # the same for "themselves"
}
"""Score of an antecedent; signs by syntax and common sense, sizes set on sentences of our own."""
DEEPEST = 6
"""Arcs from a pronoun up to the verb of its clause."""
SUBJECTS = frozenset({"nsubj", "nsubjpass"})
REFLEXIVE = frozenset({"himself", "herself", "itself", "themselves", "myself", "ourselves", "yourself"})


@dataclass(frozen=True, slots=True)
class Reach:
    """How an antecedent is looked for: the gender that the mention shows, how many sentences back, the kinds that it
    would rather not have, each with what it costs, and whether only things with a name are meant."""

    gender: Gender | None = None
    far: int = FAR
    unlike: tuple[tuple[str, float], ...] = ()
    named: bool = False


class Recent:
    """The things met so far, latest last, and who speaks where. `at`: what the tokens that head a mention stand for."""

    def __init__(self, tokens: Tokens, drafts: Sequence[Draft], at: Mapping[int, Thing]) -> None:
        self.tokens, self.at = tokens, at
        self.own = {t.i: d for d in drafts if d.source for t in tokens.within(d.source)}
        self.speeches = sorted((d.start, d.source) for d in drafts if d.source and not d.inner)
        self.quoted = sorted(
            (c, d.source) for d in drafts if d.source and not d.inner and d.form != "indirect" for c in d.content
        )
        self.things: dict[int, Thing] = {}
        self.named: dict[int, Thing] = {}
        self.count: dict[int, int] = {}
        self.head: dict[int, Token] = {}

    def saw(self, thing: Thing, span: Span, head: Token) -> None:
        """A thing was mentioned, by a phrase with this head."""
        thing.last = span
        for order in (self.things, self.named) if thing.names else (self.things,):
            order.pop(id(thing), None)
            order[id(thing)] = thing
        self.count[id(thing)] = self.count.get(id(thing), 0) + 1
        before = self.head.get(id(thing))
        if before is None or before.sentence != head.sentence or before.relation not in SUBJECTS:
            self.head[id(thing)] = head  # "Resk is the mayor": she stays the subject

    def forget(self, thing: Thing) -> None:
        """A thing turned out to be another one."""
        self.things.pop(id(thing), None)
        self.named.pop(id(thing), None)

    def best(self, t: Token, fits: Callable[[Thing], bool], reach: Reach) -> Thing | None:
        """The best-scored thing that fits and was mentioned at most `reach.far` sentences ago."""
        own = self.own.get(t.i)
        subject = self._subject_above(t)
        speaker, quoted = self._last_speaker(t, own), self._quoted(t)
        best: tuple[float, Thing] | None = None
        for thing in reversed((self.named if reach.named else self.things).values()):
            assert thing.last
            head = self.head[id(thing)]
            if t.sentence - head.sentence > reach.far:
                break
            if thing.last[1] > t.start or not fits(thing) or self._bound(t, head, thing.last):
                continue
            score = self._score(t, thing, head, reach)
            if head.i == subject:
                score += WEIGHTS["reflexive" if t.lower in REFLEXIVE else "own_subject"]
            score += WEIGHTS["speaker"] * (thing is speaker)
            score += WEIGHTS["quoted_self"] * (thing is quoted)
            if own and any(covers(c, thing.last) for c in own.content):
                score += WEIGHTS["own_content"]
            if best is None or score > best[0]:
                best = (score, thing)
        return best[1] if best else None

    def _score(self, t: Token, thing: Thing, head: Token, reach: Reach) -> float:
        subject = head.relation in SUBJECTS
        return (
            WEIGHTS["per_sentence"] * (t.sentence - head.sentence)
            + WEIGHTS["subject"] * subject
            + WEIGHTS["parallel"] * (subject == (t.relation in SUBJECTS))
            + WEIGHTS["gender"] * bool(reach.gender and thing.gender == reach.gender)
            + WEIGHTS["salience"] * math.log2(self.count[id(thing)])
            + WEIGHTS["named"] * bool(thing.names)
            + next((cost for kind, cost in reach.unlike if kind == thing.kind), 0.0)
            + head.start / 1e7
        )

    def _subject_above(self, t: Token) -> int | None:
        """The subject of the clause that a possessive or reflexive pronoun stands in."""
        if t.tag != "PRP$" and t.lower not in REFLEXIVE:
            return None
        at = t
        for _ in range(DEEPEST):
            if at.head == at.i:
                return None
            at = self.tokens[at.head]
            for c in self.tokens.children[at.i]:
                if self.tokens[c].relation in SUBJECTS and c < t.i:
                    return c
        return None

    def _bound(self, t: Token, head: Token, last: Span) -> bool:
        """Binding: "Resk saw her" is another woman, unless it is a reflexive or a possessive; nor does a pronoun stand
        for the phrase that it stands in."""
        if last[0] <= t.start < last[1]:
            return True
        if not t.tag.startswith("PRP") or t.tag == "PRP$" or t.lower in REFLEXIVE:
            return False
        return head.head == t.head and head.i != t.i and head.relation != "poss" and "conj" not in head.relation

    def _quoted(self, t: Token) -> Thing | None:
        """Who is quoted where a token stands."""
        at = bisect_left(self.quoted, ((t.start + 1, 0),)) - 1
        if at < 0 or not self.quoted[at][0][0] <= t.start < self.quoted[at][0][1]:
            return None
        source = self.quoted[at][1]
        return self._thing_in(source) if source else None

    def _last_speaker(self, t: Token, own: Draft | None) -> Thing | None:
        """Who spoke last before a token, its own statement aside."""
        at = bisect_left(self.speeches, (t.start,)) - 1
        while at >= 0 and own and self.speeches[at][1] == own.source:
            at -= 1
        source = self.speeches[at][1] if at >= 0 else None
        return self._thing_in(source) if source else None

    def _thing_in(self, span: Span) -> Thing | None:
        """What stands in a source: the thing of its head, else the last mentioned in it."""
        head = self.tokens.head_of(span)
        inside = [*self.tokens.within(span), *([head] if head else [])]
        return next((self.at[t.i] for t in reversed(inside) if t.i in self.at), None)
