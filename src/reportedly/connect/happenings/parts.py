"""The happenings of a story, part by part: mentions that no comparison ties together are of different ones."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import combinations, combinations_with_replacement

from reportedly.connect.happenings.blocks import Compared
from reportedly.connect.happenings.contradict import Profile, contradict
from reportedly.connect.happenings.join import ENOUGH, UNSCORED, Group, joined

Ruled = Sequence[tuple[int, int]]
"""Pairs of mentions on which people have ruled."""
DILUTED = 2 * ENOUGH - UNSCORED
"""What every pair that was compared must score for any two groups to be alike enough, however few of the pairs between
them were compared (see UNSCORED)."""
DIVERSE = 48
"""Different mentions of a part from which it is joined pair by pair: to look at every two of them would cost more."""


def groups_of(compared: Compared, together: Ruled, apart: Ruled) -> list[Group]:
    """The happenings, by their first mention.

    A part in which nothing keeps any two mentions apart is one, in whatever order they are joined: most are, and most
    of these need not even be scored.
    """
    ruled = {i for pair in (*together, *apart) for i in pair}
    whole, open = list[Group](), list[int]()
    for part in _parts(compared, together):
        if ruled.isdisjoint(part) and _is_one(part, compared):
            whole.append(Group(part, part[0]))
        else:
            open += part
    scores = {j: compared.scores(j) for j in open}
    left = joined({i: compared.seen[i] for i in open}, scores, together, apart)
    return sorted((*whole, *left), key=lambda g: g.first)


def _parts(compared: Compared, together: Ruled) -> list[list[int]]:
    """The mentions that comparisons or rulings tie together, each part in order."""
    for i, j in together:
        compared.tied.join(i, j)
    parts: dict[int, list[int]] = {}
    for s in compared.seen:
        parts.setdefault(compared.tied.of(s.index), []).append(s.index)
    return list(parts.values())


def _is_one(part: Sequence[int], compared: Compared) -> bool:
    """Must these be joined, whichever of them first? Any two that were compared are alike enough, and no two contradict
    one another, by which no groups of them do. Looked at is what differs among them, before any scores: mostly these
    need not be known, because two are alike enough even if nothing else in their articles is alike.

    What contradicts by the order of publication is left to the joining.
    """
    if len(part) == 1:
        return True
    some = [compared.seen[i] for i in part]
    if any(s.mention.nth or s.long_before is not None for s in some):
        return False
    scoring = compared.scoring
    kinds = list({scoring.kind(s.index): s for s in some}.values())
    if len(kinds) >= DIVERSE or any(contradict(a, b) for a, b in combinations(map(Profile.of, kinds), 2)):
        return False
    pairs = sum(len(compared.earlier[j]) for j in part)
    enough = ENOUGH if 2 * pairs == len(part) * (len(part) - 1) else DILUTED
    days = [s.published for s in some if s.published is not None]
    far = max(days) - min(days) if days else 0
    alike = (scoring.least(a.index, b.index, far) for a, b in combinations_with_replacement(kinds, 2))
    return all(score >= enough for score in alike) or all(
        score >= enough for j in part for score in compared.scores(j).values()
    )
