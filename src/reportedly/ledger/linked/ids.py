"""Ids that last: what is computed again keeps the id of that with which it shares most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Hashable, Mapping, Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Generic, TypeVar

K = TypeVar("K", bound=Hashable)

DIGITS = 15
"""Hexadecimal digits of an id: 60 bits, as in an article's."""


@dataclass(frozen=True)
class Matched(Generic[K]):
    """Which new group has which former key; which former ones went into which new group, or gave it part of theirs;
    which are gone without a trace."""

    kept: dict[int, int] = field(default_factory=dict)
    merged: dict[int, int] = field(default_factory=dict)
    split: dict[int, int] = field(default_factory=dict)
    gone: tuple[int, ...] = ()


def match(groups: Sequence[Collection[K]], held: Mapping[K, int]) -> Matched[K]:
    """Give each new group the former key that held most of its members; of several the lower, which is the older.

    `held` says under which key a member was. `kept` and `split` are by the group's number, `merged` by former key.
    """
    shared = Counter((held[member], n) for n, group in enumerate(groups) for member in set(group) if member in held)
    ranked = sorted(shared, key=lambda pair: (-shared[pair], *pair))
    kept: dict[int, int] = {}
    taken: set[int] = set()
    for former, n in ranked:
        if n not in kept and former not in taken:
            kept[n] = former
            taken.add(former)
    merged: dict[int, int] = {}
    split: dict[int, int] = {}
    for former, n in ranked:
        if former not in taken:
            merged.setdefault(former, n)
        if n not in kept:
            split.setdefault(n, former)
    gone = tuple(sorted(set(held.values()) - taken - set(merged)))
    return Matched(kept, merged, split, gone)


def made_id(letter: str, content: str, times: int = 0) -> str:
    """An id made from content; `times` makes another of the same content."""
    told = content if not times else f"{content} {times}"
    return letter + sha256(told.encode()).hexdigest()[:DIGITS]
