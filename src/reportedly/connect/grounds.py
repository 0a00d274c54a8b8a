"""Grounds: all that a happening is found from, as one hash. Where they are the same again, so is what is found.

A story is looked through again with each article that joins it, and most of its happenings come out as they were. Left
out is how alike the mentions are: words are weighed within the story, so that every score moves a little with every
article. A happening keeps those that it had when it was last found.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from hashlib import blake2b
from typing import NamedTuple

from reportedly.connect.brief import Brief
from reportedly.connect.figures import Claim
from reportedly.connect.happenings import Cluster
from reportedly.connect.happenings.cluster import Told
from reportedly.connect.relays import bare
from reportedly.connect.told import Telling

SMALL = 8
"""Articles of a story up to which it costs as little to find all anew as to learn what is the same."""

Recall = Callable[[Mapping[bytes, Cluster]], Mapping[bytes, int]]
"""Which of these happenings, by their grounds, were found before, and by what key they are kept; not those in which an
article is not what it was."""


class Resting(NamedTuple):
    """A happening that rests on what it did when it was last found, and so is what it was then."""

    key: int
    id: str
    told: tuple[Told, ...]


class Grounds:
    """The grounds of the happenings of one story."""

    def __init__(self, telling: Telling) -> None:
        self._telling = telling
        self._footings: dict[str, bytes] = {}

    def of(self, cluster: Cluster, claims: Sequence[Claim]) -> bytes:
        """Those of one happening with its figures: its mentions, what is ruled on them, and what its story makes of
        their articles."""
        parts = (cluster.mentions, cluster.effects)
        mentions, effects = ([(b.id, m.event, m.trigger) for b, m in part] for part in parts)
        joins = [(j.mention[1].event, j.by) for j in cluster.joins]
        numbers = [(c.brief.id, c.number.span, c.key, c.number.event, c.of_part) for c in claims]
        articles = {b.id: b for part in parts for b, _ in part} | {c.brief.id: c.brief for c in claims}
        footings = [self._footing(b) for _, b in sorted(articles.items())]
        return _digest((mentions, effects, joins, numbers, footings, self._telling.is_main(cluster)))

    def _footing(self, b: Brief) -> bytes:
        """What depends on the other articles of the story: of which it is a copy, whom it passes on, who its voices
        are, and whom those outlets name."""
        if b.id not in self._footings:
            self._footings[b.id] = self._made(b)
        return self._footings[b.id]

    def _made(self, b: Brief) -> bytes:
        t = self._telling
        passed = t.relays.get(b.id, ())
        relays = [(r.outlet, r.to.id if r.to else None, r.passing.sentence, r.passing.how) for r in passed]
        outlets = {bare(r.outlet) for r in passed}
        voices = [
            (
                v.statement, tuple(t.speakers.of(b, v) or ()), v.name in t.outlets,
                v.statement in t.outlet_voices[b.id], t.speakers.is_outlet(v),
                v.group is not None and t.speakers.called(v.group.split("#", maxsplit=1)[0], outlets),
            )
            for v in b.voices
        ]  # fmt: skip
        return _digest((b.id, t.original_of.get(b.id), relays, sorted(t.outlets) if relays else (), voices))


def _digest(told: object) -> bytes:
    return blake2b(repr(told).encode("utf-8", "surrogatepass"), digest_size=16).digest()
