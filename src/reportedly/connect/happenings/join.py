"""Joining mentions into happenings, best pair first."""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from reportedly.connect.happenings.contradict import Profile, contradict
from reportedly.connect.happenings.seen import Seen

ENOUGH = 0.5
"""Mean score of the pairs between two groups from which they are joined."""
UNSCORED = 0.1
"""What a pair counts that no block holds: two words that share nothing. At most as many as there are scored ones."""

EXACT = 10**9
"""Parts of one in which means are compared: what is equal must not differ by the order in which it was summed."""


Partner = tuple[int, int, int, int, int]
"""A group that is alike enough to another, as that one ranks it: their mean, negative; the first mention of both, the
earlier first; its number and its size, by which it is known to be what it was when compared."""


Between = list[float]
"""The sum of the scores between two groups and how many they are: one list for both, so that it grows for both."""


Scores = Mapping[int, Mapping[int, float]]
"""How alike each mention is to each of the earlier ones with which it was compared."""


@dataclass(slots=True)
class Group:
    """Mentions of one happening, by number, while it grows; `first` is the least."""

    members: list[int]
    first: int
    standins: tuple[int, ...] = ()


class Joining:
    """Groups, the sums of the scores between them, and for each group those alike enough to it, the most alike first.
    A pair is ranked by the group that was made last; what a group had ranked goes with it."""

    def __init__(self, seen: Mapping[int, Seen], scores: Scores, apart: Iterable[tuple[int, int]]) -> None:
        self.seen = seen
        self.groups = {i: Group([i], i) for i in seen}
        self.sizes = dict.fromkeys(self.groups, 1)
        self.profiles: dict[int, Profile] = {}
        self.of = {i: i for i in seen}
        self.beside: dict[int, dict[int, Between]] = {i: {} for i in seen}
        self.apart: dict[int, set[int]] = defaultdict(set)
        self.partners: dict[int, list[Partner]] = {i: [] for i in seen}
        self.heap: list[tuple[Partner, int]] = []
        for j, earlier in scores.items():
            mine = self.beside[j]
            for i, score in earlier.items():
                self.beside[i][j] = mine[i] = [score, 1]
                if score >= ENOUGH:
                    self.partners[i].append((-round(score * EXACT), i, j, j, 1))
        for i, j in apart:
            self.apart[i].add(j)
            self.apart[j].add(i)
        for i, partners in self.partners.items():
            heapq.heapify(partners)
            self._offer(i)

    def next(self) -> tuple[int, int] | None:
        """The two groups that are most alike, of those that have not been offered; ties go to what was told first."""
        while self.heap:
            offered, a = heapq.heappop(self.heap)
            partners = self.partners.get(a)
            if partners and partners[0] is offered:
                if self.sizes.get(offered[3]) == offered[4]:
                    return a, offered[3]
                self._offer(a)
        return None

    def pass_over(self, a: int) -> None:
        """Leave the partner that a group ranks first, and offer it with the next."""
        heapq.heappop(self.partners[a])
        self._offer(a)

    def _offer(self, a: int) -> None:
        """Offer a group with the one that it ranks first, of those that are still what they were."""
        partners, sizes = self.partners[a], self.sizes
        while partners and sizes.get(partners[0][3]) != partners[0][4]:
            heapq.heappop(partners)
        if partners:
            heapq.heappush(self.heap, (partners[0], a))

    def _rank(self, a: int) -> None:
        """Compare a group with those beside it, and offer it."""
        sizes, groups, partners = self.sizes, self.groups, list[Partner]()
        x, first, enough = sizes[a], groups[a].first, ENOUGH * EXACT
        for c, (total, n) in self.beside[a].items():
            if total < ENOUGH * n:  # what no block holds only makes them less alike
                continue
            y, second = sizes[c], groups[c].first
            unscored = x * y - n
            missing = unscored if unscored < n else n
            mean = round((total + UNSCORED * missing) / (n + missing) * EXACT)
            if mean >= enough:
                told = (first, second) if first < second else (second, first)
                partners.append((-mean, *told, c, y))
        heapq.heapify(partners)
        self.partners[a] = partners
        self._offer(a)

    def may_join(self, a: int, b: int) -> bool:
        """Does nothing speak against it: no ruling and no contradiction?"""
        return b not in self.apart.get(a, ()) and not contradict(self.profile(a), self.profile(b))

    def profile(self, a: int) -> Profile:
        """What a group says of its happening. Made when asked: most mentions are like no other."""
        return self.profiles.get(a) or self.profiles.setdefault(a, Profile.of(self.seen[a]))

    def join(self, a: int, b: int) -> None:
        """Make one group of two, and compare it with those beside it."""
        self._rank(self._merge(a, b))

    def _merge(self, a: int, b: int) -> int:
        """The group keeps the number of the one that touches more."""
        if len(self.beside[a]) < len(self.beside[b]):
            a, b = b, a
        kept, gone = self.groups[a], self.groups.pop(b)
        kept.members += gone.members
        kept.first = min(kept.first, gone.first)
        self.sizes[a] += self.sizes.pop(b)
        self.partners.pop(b, None)
        self.profiles[a] = self.profile(a).with_(self.profile(b))
        for m in gone.members:
            self.of[m] = a
        mine = self.beside[a]
        for c, between in self.beside.pop(b).items():
            theirs = self.beside[c]
            del theirs[b]
            if c in mine:
                mine[c][0] += between[0]
                mine[c][1] += between[1]
            elif c != a:
                mine[c] = theirs[a] = between
        for c in self.apart.pop(b, ()):
            self.apart[c].discard(b)
            self.apart[c].add(a)
            self.apart[a].add(c)
        return a


def joined(
    seen: Mapping[int, Seen],
    scores: Scores,
    together: Iterable[tuple[int, int]],
    apart: Iterable[tuple[int, int]],
) -> list[Group]:
    """The groups of some mentions, by number, that are left when no two are alike enough.

    Cost: n log n in the number of scored pairs.
    """
    work = Joining(seen, scores, apart)
    for i, j in together:
        a, b = work.of[i], work.of[j]
        if a != b:
            work.join(a, b)
    while alike := work.next():
        if work.may_join(*alike):
            work.join(*alike)
        else:
            work.pass_over(alike[0])
    return list(work.groups.values())
