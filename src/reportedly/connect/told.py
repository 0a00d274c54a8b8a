"""What the stages after clustering look things up in: one story's briefs, copies and lineage."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from reportedly.connect.brief import Brief, Mention, Voice
from reportedly.connect.nouns import CopyGroup, Link
from reportedly.connect.relays import Relay, outlet_voices, relays_of
from reportedly.connect.speakers import Speakers


@dataclass(frozen=True)
class Telling:
    """One story: its articles in order of publication, its copies and its graph of lineage."""

    briefs: Sequence[Brief]
    copies: tuple[CopyGroup, ...]
    lineage: tuple[Link, ...]

    @cached_property
    def by_id(self) -> dict[str, Brief]:
        """Briefs by the article's id."""
        return {b.id: b for b in self.briefs}

    @cached_property
    def voices(self) -> dict[str, dict[str, Voice]]:
        """Voices by the article's id and their statement's."""
        return {b.id: {v.statement: v for v in b.voices} for b in self.briefs}

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

    def heard_on(self, b: Brief, mentions: Sequence[Mention]) -> list[Voice]:
        """The voices of an article that may speak to these mentions where it is about something else, in order: their
        words hold one of them or its figure, they are the statement that tells it, or confirm what stands before."""
        at = self._hearing.get(b.id) or self._hearing.setdefault(b.id, _hearing_of(b))
        heard = {k for m in mentions for k in at.get(m.event, ())} | set(at.get("", ()))
        return [b.voices[k] for k in sorted(heard)]

    @cached_property
    def _hearing(self) -> dict[str, dict[str, list[int]]]:
        return {}


def _hearing_of(b: Brief) -> dict[str, list[int]]:
    """For every event, the places of the voices whose words hold it, its figure, or that tell it; "": who confirms."""
    marks = [(m.trigger, m.event) for m in b.mentions] + [(n.span, n.event) for n in b.numbers if n.event]
    marks.sort()
    starts = [span[0] for span, _ in marks]
    found: dict[str, list[int]] = {"": []}
    for k, v in enumerate(b.voices):
        if v.stance == "confirms":
            found[""].append(k)
        for first, last in v.content:
            for span, event in marks[bisect_left(starts, first) : bisect_right(starts, last)]:
                if span[1] <= last:
                    found.setdefault(event, []).append(k)
    told = {v.statement: k for k, v in enumerate(b.voices)}
    for m in b.mentions:
        if m.voice in told:
            found.setdefault(m.event, []).append(told[m.voice])
    return found
