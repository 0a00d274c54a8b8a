"""Stories: which articles belong together."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Sequence

from reportedly.connect.brief import Brief

ALIKE = 0.2
"""Cosine of two articles' weighted words from which they are linked."""


def stories_of(briefs: Sequence[Brief]) -> list[list[Brief]]:
    """A partition of the articles: connected by likeness of their words."""
    frequency = Counter(t for b in briefs for t, _ in b.terms)
    n = len(briefs)
    vectors = []
    postings: dict[str, list[tuple[int, float]]] = {}
    for b in briefs:
        v = {t: (1 + math.log(k)) * math.log((1 + n) / (1 + frequency[t])) for t, k in b.terms}
        norm = math.sqrt(sum(x * x for x in v.values())) or 1.0
        vectors.append({t: x / norm for t, x in v.items()})
    parent = list(range(n))

    def find(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, v in enumerate(vectors):
        like: Counter[int] = Counter()
        for t, x in v.items():
            for j, y in postings.get(t, ()):
                like[j] += x * y  # type: ignore[assignment]
            if frequency[t] <= max(3, n // 10):
                postings.setdefault(t, []).append((i, x))
        for j, s in like.items():
            if s >= ALIKE:
                parent[find(i)] = find(j)
    groups: dict[int, list[Brief]] = {}
    for i, b in enumerate(briefs):
        groups.setdefault(find(i), []).append(b)
    return list(groups.values())
