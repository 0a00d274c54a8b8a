"""Stories: which articles belong together, decided over all pairs of kin at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from heapq import heapify, heappop, heappush
from typing import NamedTuple, Protocol

from reportedly.connect.blocks import NEAREST, keys_of
from reportedly.connect.brief import Brief
from reportedly.connect.index import Shelf
from reportedly.connect.kin import kin_of, one_text
from reportedly.connect.nouns import Link
from reportedly.connect.profile import profile_of
from reportedly.connect.rarity import Scale
from reportedly.connect.whole import Whole

JOIN = 0.42
"""Mean score of all pairs between two groups from which they are one story. Below a half, since a pair that shares too
little to be compared counts as none: on incidents/dev pairs F1 is 91.6 at 0.50, 91.9 at 0.45, 92.7 at 0.42 and 0.40."""
ONE_TEXT = one_text.__name__
"""The feature that two articles have of which one holds the other's text."""


class Tie(NamedTuple):
    """What counts of a "same_story" link here: the ids of its two articles in either order, its score, and whether the
    one holds the other's text."""

    one: str
    other: str
    score: float
    copied: bool


def tie_of(link: Link) -> Tie:
    """What counts of a link."""
    copied = any(r.feature == ONE_TEXT for r in link.reasons)
    return Tie(link.start.id, link.end.id, link.score or 0.0, copied)


class Ordered(Protocol):
    """What a story's parts are known by: a brief or a profile."""

    @property
    def id(self) -> str:
        """Never looked into; a handle."""

    @property
    def order(self) -> tuple[str, str]:
        """By which ties are broken."""


def stories_of(briefs: Sequence[Brief]) -> list[list[Brief]]:
    """A partition of the articles; stories by their first article, each in the order given."""
    profiles = [profile_of(b) for b in briefs]
    shelf = Shelf()
    for p in profiles:
        shelf.count(p)
    scale = Scale(shelf)
    for p in profiles:
        shelf.put(p, keys_of(p, scale))
    by_id = {b.id: b for b in briefs}
    return [[by_id[i] for i in group] for group in partition(briefs, map(tie_of, kin_of(profiles, scale)))]


def partition(articles: Sequence[Ordered], ties: Iterable[Tie]) -> tuple[tuple[str, ...], ...]:
    """The stories of some articles, by the ties among them: pure, whatever the order of both.

    Copies are together first. Then the two groups with the highest mean score over all pairs between them become one,
    as long as that is at least JOIN (average linkage: UPGMA, Sokal and Michener 1958): a single bad pair joins nothing.
    A tie given twice, in either direction, counts once, with its highest score. Ties to others are left out.
    """
    ordered = sorted(articles, key=lambda a: a.order)
    rank = {a.id: i for i, a in enumerate(ordered)}
    scores: dict[tuple[int, int], float] = {}
    whole = Whole(len(ordered))
    for tie in ties:
        a, b = rank.get(tie.one), rank.get(tie.other)
        if a is None or b is None or a == b:
            continue
        pair = (a, b) if a < b else (b, a)
        scores[pair] = max(scores.get(pair, 0.0), tie.score)
        if tie.copied:
            whole.join(*pair)
    groups = _joined([whole.of(i) for i in range(len(ordered))], scores)
    return tuple(tuple(ordered[i].id for i in group) for group in groups)


def _joined(unit_of: Sequence[int], scores: Mapping[tuple[int, int], float]) -> list[list[int]]:
    """Average linkage over the units (copies count as one), by a heap of the pairs that have a link."""
    units: dict[tuple[int, int], float] = {}
    for (a, b), score in scores.items():
        x, y = sorted((unit_of[a], unit_of[b]))
        if x != y:
            units[x, y] = max(units.get((x, y), 0.0), score)
    parts = {u: [u] for u in unit_of}
    near: dict[int, dict[int, tuple[float, int]]] = {u: {} for u in parts}
    for (x, y), score in units.items():
        near[x][y] = near[y][x] = (score, 1)

    def mean(x: int, y: int) -> float:
        total, known = near[x][y]
        m, n = len(parts[x]), len(parts[y])  # no article can have more than NEAREST links
        most = m * n if m <= NEAREST and n <= NEAREST else min(m, n) * NEAREST
        return round(total / max(known, most), 9)

    heap: list[tuple[float, int, int]] = [(-mean(x, y), x, y) for x, y in units]
    heapify(heap)
    while heap:
        score, x, y = heappop(heap)
        if -score < JOIN:
            break
        if x not in parts or y not in parts or -score != mean(x, y):
            continue
        parts[x] += parts.pop(y)
        for z, (total, known) in near.pop(y).items():
            del near[z][y]
            if z != x:
                old, n = near[x].get(z, (0.0, 0))
                near[x][z] = near[z][x] = (old + total, n + known)
        for z in near[x]:
            heappush(heap, (-mean(x, z), min(x, z), max(x, z)))
    story = {u: x for x, held in parts.items() for u in held}
    groups: dict[int, list[int]] = {}
    for i, u in enumerate(unit_of):
        groups.setdefault(story[u], []).append(i)
    return sorted(groups.values())
