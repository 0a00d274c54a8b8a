"""Joining mentions into happenings, best pair first."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from reportedly.connect.happenings.contradict import Profile, contradict
from reportedly.connect.happenings.seen import Seen

ENOUGH = 0.5
"""Mean score of the pairs between two groups from which they are joined."""
UNSCORED = 0.1
"""What a pair counts that no block holds: two words that share nothing. At most as many as there are scored ones."""

PLACES = 9
"""Decimals to which means are compared: what is equal must not differ by the order in which it was summed."""


Entry = tuple[float, int, int, int, int, int, int]
"""Two groups that are alike enough, as the heap holds them: their mean, negative; the first mention of both, the
earlier first; their numbers; how many mentions each had."""


@dataclass(slots=True)
class Group:
    """Mentions of one happening, by number, while it grows; `first` is the least."""

    members: list[int]
    first: int
    standins: tuple[int, ...] = ()


class Joining:
    """Groups, the sums of the scores between them, and those that are alike enough, the most alike first."""

    def __init__(
        self, seen: Sequence[Seen], pairs: Mapping[tuple[int, int], float], apart: Iterable[tuple[int, int]]
    ) -> None:
        self.seen = seen
        self.groups = {s.index: Group([s.index], s.index) for s in seen}
        self.sizes = dict.fromkeys(self.groups, 1)
        self.profiles: dict[int, Profile] = {}
        self.of = {s.index: s.index for s in seen}
        self.beside: dict[int, dict[int, tuple[float, int]]] = defaultdict(dict)
        self.apart: dict[int, set[int]] = defaultdict(set)
        for (i, j), score in pairs.items():
            self.beside[i][j] = self.beside[j][i] = (score, 1)
        for i, j in apart:
            self.apart[i].add(j)
            self.apart[j].add(i)
        enough = ((i, j, score) for (i, j), score in pairs.items() if score >= ENOUGH)
        self.heap: list[Entry] = [(-round(score, PLACES), i, j, i, j, 1, 1) for i, j, score in enough]
        heapq.heapify(self.heap)

    def entry(self, a: int, b: int) -> Entry | None:
        """A pair of groups that are alike enough, the most alike first; ties go to what was told first."""
        total, n = self.beside[a][b]
        if total < ENOUGH * n:  # what no block holds only makes them less alike
            return None
        x, y = self.sizes[a], self.sizes[b]
        missing = min(n, x * y - n)
        mean = round((total + UNSCORED * missing) / (n + missing), PLACES)
        if mean < ENOUGH:
            return None
        first, second = self.groups[a].first, self.groups[b].first
        return (-mean, first, second, a, b, x, y) if first < second else (-mean, second, first, a, b, x, y)

    def may_join(self, a: int, b: int) -> bool:
        """Does nothing speak against it: no ruling and no contradiction?"""
        return b not in self.apart.get(a, ()) and not contradict(self.profile(a), self.profile(b))

    def profile(self, a: int) -> Profile:
        """What a group says of its happening. Made when asked: most mentions are like no other."""
        return self.profiles.get(a) or self.profiles.setdefault(a, Profile.of(self.seen[a]))

    def join(self, a: int, b: int) -> None:
        """Make one group of two, and compare it with those beside it."""
        a = self._merge(a, b)
        for c in self.beside[a]:
            if entry := self.entry(a, c) if a < c else self.entry(c, a):
                heapq.heappush(self.heap, entry)

    def _merge(self, a: int, b: int) -> int:
        """The group keeps the number of the one that touches more."""
        if len(self.beside[a]) < len(self.beside[b]):
            a, b = b, a
        kept, gone = self.groups[a], self.groups.pop(b)
        kept.members += gone.members
        kept.first = min(kept.first, gone.first)
        self.sizes[a] += self.sizes.pop(b)
        self.profiles[a] = self.profile(a).with_(self.profile(b))
        for m in gone.members:
            self.of[m] = a
        mine = self.beside[a]
        for c, (total, n) in self.beside.pop(b).items():
            theirs = self.beside[c]
            del theirs[b]
            if c != a:
                more, k = mine.get(c, (0.0, 0))
                mine[c] = theirs[a] = (total + more, n + k)
        for c in self.apart.pop(b, ()):
            self.apart[c].discard(b)
            self.apart[c].add(a)
            self.apart[a].add(c)
        return a


def joined(
    seen: Sequence[Seen],
    pairs: Mapping[tuple[int, int], float],
    together: Iterable[tuple[int, int]],
    apart: Iterable[tuple[int, int]],
) -> list[Group]:
    """The groups that are left when no two are alike enough, by their first mention.

    Cost: n log n in the number of scored pairs.
    """
    work = Joining(seen, pairs, apart)
    for i, j in together:
        a, b = work.of[i], work.of[j]
        if a != b:
            work.join(a, b)
    heap, sizes = work.heap, work.sizes
    while heap:
        _, _, _, a, b, x, y = heapq.heappop(heap)
        if sizes.get(a) == x and sizes.get(b) == y and work.may_join(a, b):  # both are as they were when compared
            work.join(a, b)
    return sorted(work.groups.values(), key=lambda g: g.first)
