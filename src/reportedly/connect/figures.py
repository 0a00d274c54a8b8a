"""Figures: every different figure for one happening, with who gives it."""

from __future__ import annotations

from reportedly.connect.brief import Number
from reportedly.connect.happenings import Cluster
from reportedly.connect.nouns import Evidence, Figure
from reportedly.connect.told import Telling


def figures_of(cluster: Cluster, telling: Telling) -> tuple[Figure, ...]:
    """The figures of one happening; the best of each kind first (here: the latest)."""
    events = {(b.id, m.event) for b, m in cluster.mentions}
    found: dict[tuple[object, ...], list[tuple[str, Number]]] = {}
    for b in telling.briefs:
        for n in b.numbers:
            if (b.id, n.event) in events:
                found.setdefault((n.what, n.low, n.high), []).append((b.id, n))
    figures = [
        Figure(
            what=given[0][1].what, low=given[0][1].low, high=given[0][1].high, unit=given[0][1].unit, of=given[0][1].of,
            articles=tuple(dict.fromkeys(a for a, _ in given)),
            evidence=tuple(Evidence(article=a, span=n.span) for a, n in given),
        )
        for given in found.values()
    ]  # fmt: skip
    return tuple(reversed(figures))
