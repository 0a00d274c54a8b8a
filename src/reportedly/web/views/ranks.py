"""Where the nodes of a graph are drawn: in columns by how far they stand from where words come from. Nothing moves.

Layers by the longest path, rows by the mean row of the neighbours (Sugiyama, Tagawa and Toda 1981), without their
search for the least crossings: the graphs are small and are read with a table beside them.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

TALLEST = 14
"""Nodes in one column: what fits a screen at a size that can be read. A rank with more of them has several columns."""

SWEEPS = 4
"""Times that the rows are put in order by their neighbours, back and forth; more changed nothing in stories of 60."""

Arrow = tuple[str, str]


class Spot(NamedTuple):
    """Column, from the left, and row; 0 is the middle row."""

    column: int
    row: float


def placed(nodes: Sequence[str], arrows: Iterable[Arrow]) -> dict[str, Spot]:
    """Where each node stands; an arrow that closes a circle counts for nothing."""
    known = set(nodes)
    arrows = [(a, b) for a, b in dict.fromkeys(arrows) if a != b and {a, b} <= known]
    ahead = _forward(nodes, arrows)
    ranks = _ranks(nodes, ahead)
    layers = [[n for n in nodes if ranks[n] == k] for k in range(max(ranks.values(), default=-1) + 1)]
    columns = [part for layer in _ordered(layers, arrows) for part in _parts(layer)]
    return {
        n: Spot(column, row - (len(part) - 1) / 2) for column, part in enumerate(columns) for row, n in enumerate(part)
    }


def _forward(nodes: Sequence[str], arrows: Sequence[Arrow]) -> dict[str, list[str]]:
    """The arrows from each node, without those that lead back to where the way came from."""
    every: dict[str, list[str]] = defaultdict(list)
    for a, b in arrows:
        every[a].append(b)
    kept: dict[str, list[str]] = {n: [] for n in nodes}
    done: set[str] = set()
    for root in nodes:
        way, inside = [(root, iter(every[root]))] if root not in done else [], {root}
        while way:
            node, left = way[-1]
            follower = next(left, None)
            if follower is None:
                way.pop()
                inside.discard(node)
                done.add(node)
            elif follower not in inside:
                kept[node].append(follower)
                if follower not in done:
                    way.append((follower, iter(every[follower])))
                    inside.add(follower)
    return kept


def _ranks(nodes: Sequence[str], ahead: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """The length of the longest way to each node, with the beginnings pulled on."""
    waiting = dict.fromkeys(nodes, 0)
    for followers in ahead.values():
        for b in followers:
            waiting[b] += 1
    ranks = dict.fromkeys(nodes, 0)
    ready = [n for n in nodes if not waiting[n]]
    for n in ready:
        for b in ahead[n]:
            ranks[b] = max(ranks[b], ranks[n] + 1)
            waiting[b] -= 1
            if not waiting[b]:
                ready.append(b)
    return ranks | _pulled(ranks, ahead)


def _pulled(ranks: Mapping[str, int], ahead: Mapping[str, Sequence[str]]) -> dict[str, int]:
    """Where ways begin stands just before what it leads to first, so that few arrows pass over a column."""
    later = {b for followers in ahead.values() for b in followers}
    return {n: min(ranks[b] for b in to) - 1 for n, to in ahead.items() if to and n not in later}


def _ordered(layers: Sequence[list[str]], arrows: Sequence[Arrow]) -> list[list[str]]:
    """Each layer by the mean row of the neighbours, in turn from the left and from the right."""
    near: dict[str, list[str]] = defaultdict(list)
    for a, b in arrows:
        near[a].append(b)
        near[b].append(a)
    rows = {n: row - (len(layer) - 1) / 2 for layer in layers for row, n in enumerate(layer)}
    found = [list(layer) for layer in layers]
    for sweep in range(SWEEPS):
        for layer in found if sweep % 2 == 0 else reversed(found):
            means = {n: sum(rows[m] for m in near[n]) / len(near[n]) if near[n] else rows[n] for n in layer}
            layer.sort(key=means.__getitem__)
            rows.update((n, row - (len(layer) - 1) / 2) for row, n in enumerate(layer))
    return found


def _parts(layer: Sequence[str]) -> Iterable[Sequence[str]]:
    """A layer in columns of nearly one height."""
    count = -(-len(layer) // TALLEST)
    height = -(-len(layer) // count)
    return (layer[k : k + height] for k in range(0, len(layer), height))
