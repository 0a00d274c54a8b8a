"""What the stages after clustering look things up in: one story's briefs and copies."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from reportedly.connect.brief import Answer, Brief, Voice
from reportedly.connect.happenings import Cluster
from reportedly.connect.heard import Heard
from reportedly.connect.nouns import CopyGroup, Evidence
from reportedly.connect.relays import Relay, outlet_voices, relays_of
from reportedly.connect.speakers import Speakers

MOST = 0.75
"""Share of a story's texts that tell of what all of it is about."""
FEWEST = 3
"""Texts that must tell of it: of fewer, nearly all tell of everything."""


@dataclass(frozen=True)
class Telling:
    """One story: its articles in order of publication, and its copies."""

    briefs: Sequence[Brief]
    copies: tuple[CopyGroup, ...]

    def is_main(self, cluster: Cluster) -> bool:
        """Does nearly every text of the story tell of it, half of them in their lead, so that what they do not tell of
        anything else is of it? Copies are one text."""
        tell = {b.text_sha256 for b, _ in cluster.mentions}
        lead = {b.text_sha256 for b, m in cluster.mentions if m.lead}
        return len(tell) >= max(FEWEST, MOST * self._texts) and 2 * len(lead) >= len(tell)

    @cached_property
    def _texts(self) -> int:
        return len({b.text_sha256 for b in self.briefs})

    @cached_property
    def by_id(self) -> dict[str, Brief]:
        """Briefs by the article's id."""
        return {b.id: b for b in self.briefs}

    @cached_property
    def outlets(self) -> frozenset[str]:
        """The outlets of the story: one that is cited by another has only passed on what it says."""
        return frozenset(b.outlet for b in self.briefs if b.outlet)

    @cached_property
    def voices(self) -> dict[str, dict[str, Voice]]:
        """Voices by the article's id and their statement's."""
        return {b.id: {v.statement: v for v in b.voices} for b in self.briefs}

    @cached_property
    def answers(self) -> dict[str, dict[str, list[Answer]]]:
        """By the article's id and their kind, what is answered in it."""
        found: dict[str, dict[str, list[Answer]]] = {b.id: {} for b in self.briefs}
        for b in self.briefs:
            for a in b.answers:
                found[b.id].setdefault(a.kind, []).append(a)
        return found

    @cached_property
    def typed(self) -> dict[str, frozenset[str]]:
        """By the article's id, its events that have a type."""
        return {b.id: frozenset(m.event for m in b.mentions if m.type) for b in self.briefs}

    @cached_property
    def original_of(self) -> dict[str, str]:
        """For every copy, the article that it is a copy of."""
        return {a: c.original for c in self.copies for a in c.articles if a != c.original}

    @cached_property
    def relays(self) -> dict[str, tuple[Relay, ...]]:
        """The outlets that every article names as having carried the matter, resolved."""
        return relays_of(self.briefs)

    @cached_property
    def outlet_voices(self) -> dict[str, set[str | None]]:
        """By the article's id, the statements that an outlet makes: it passes on, and is no origin."""
        return {b.id: outlet_voices(b, self.relays.get(b.id, ())) for b in self.briefs}

    @cached_property
    def speakers(self) -> Speakers:
        """Who is who among the voices of the story."""
        return Speakers(self.briefs)

    @cached_property
    def deniers(self) -> dict[str, frozenset[str]]:
        """By the article's id, the keys of those who deny in it what harms people, or what is not named."""
        return {b.id: frozenset(self._deniers(b)) for b in self.briefs}

    def _deniers(self, b: Brief) -> Iterator[str]:
        heard = self.heard(b)
        for v in b.voices:
            if (v.act == "deny" or (v.says_not and v.body)) and heard.may_deny_harm(v):
                speaker = self.speakers.of(b, v)
                if speaker:
                    yield speaker.key

    def evidence(self, b: Brief, v: Voice) -> tuple[Evidence, ...]:
        """The words that show a voice of one of the articles."""
        at = (b.id, v.statement)
        if at not in self._evidence:
            self._evidence[at] = tuple(Evidence(article=b.id, span=s) for s in v.spans)
        return self._evidence[at]

    @cached_property
    def _evidence(self) -> dict[tuple[str, str], tuple[Evidence, ...]]:
        return {}

    def heard(self, b: Brief) -> Heard:
        """What the voices of one of the articles have in their words."""
        return self._heard[b.id]

    @cached_property
    def _heard(self) -> dict[str, Heard]:
        return {b.id: Heard(b) for b in self.briefs}
