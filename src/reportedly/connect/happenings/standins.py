"""Nouns that stand for what was told before: "the incident"."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportedly.connect.happenings.join import Group
from reportedly.connect.happenings.seen import Seen

FAR = 3
"""Sentences with events over which a stand-in reaches back."""


def with_standins(groups: list[Group], seen: Sequence[Seen], apart: Iterable[tuple[int, int]]) -> list[Group]:
    """Give each stand-in that is alone to the happening told just before it in its article: something that befalls
    people, in the last few sentences. Where there is none it stays alone."""
    of = {m: g for g in groups for m in g.members}
    forbidden = {frozenset(p) for p in apart}
    last: list[Seen] = []
    for s in seen:
        if last and last[-1].article != s.article:
            last = []
        if s.kind.anaphoric and not s.kind.senses and s.mention.type is None and len(of[s.index].members) == 1:
            before = next((x for x in reversed(last) if _near(x, s)), None)
            if before and not any(frozenset((m, s.index)) in forbidden for m in of[before.index].members):
                of[before.index].members.append(s.index)
                of[s.index].members.remove(s.index)
                of[before.index].standins += (s.index,)
                of[s.index] = of[before.index]
        elif s.kind.befalls:
            last.append(s)
    return [g for g in groups if g.members]


def _near(x: Seen, s: Seen) -> bool:
    return 0 <= s.sentence - x.sentence <= FAR
