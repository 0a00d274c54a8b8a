"""What people have said of two mentions, which goes before any score."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from reportedly.connect.happenings.seen import Seen
from reportedly.record.span import Span


@dataclass(frozen=True)
class Ruling:
    """A person's word on two mentions, each named by its text's hash and its trigger: they must be of one happening,
    or (`same` false) must not be. Of two that clash, the later in the list holds; what is not in the story is left
    out."""

    same: bool
    first: tuple[str, Span]
    second: tuple[str, Span]


def resolved(rulings: Sequence[Ruling], seen: Sequence[Seen]) -> tuple[list[tuple[int, int]], list[tuple[int, int]]]:
    """The pairs of mentions, by number, that must be together and those that must be apart; no two of them clash."""
    if not rulings:
        return [], []
    of: dict[tuple[str, Span], list[int]] = {}
    for s in seen:
        of.setdefault((s.brief.text_sha256, s.mention.trigger), []).append(s.index)
    parent: dict[int, int] = {}

    def find(i: int) -> int:
        while parent.setdefault(i, i) != i:
            i = parent[i]
        return i

    together: list[tuple[int, int]] = []
    apart: list[tuple[int, int]] = []
    for r in reversed(rulings):
        for i in of.get(r.first, ()):
            for j in of.get(r.second, ()):
                x, y = find(i), find(j)
                if r.same and x != y and not any({find(a), find(b)} == {x, y} for a, b in apart):
                    parent[x] = y
                    together.append((i, j))
                elif not r.same and x != y:
                    apart.append((i, j))
    return together, apart
