"""Copies: articles that carry one text, whole or shortened."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.connect.brief import Brief
from reportedly.connect.nouns import CopyGroup, Link, Node

CONTAINED = 0.5
"""Share of the shorter text's runs of words that the longer one must hold."""


def copies_of(briefs: Sequence[Brief]) -> tuple[CopyGroup, ...]:
    """Groups of copies among the articles of one story, by publication; the earliest is the likely original."""
    runs = {b.id: set(b.shingles) for b in briefs}
    groups: list[list[Brief]] = []
    links: dict[str, Link] = {}
    for b in briefs:
        for g in groups:
            first = g[0]
            least = min(len(runs[b.id]), len(runs[first.id]))
            share = len(runs[b.id] & runs[first.id]) / least if least else 0.0
            if share >= CONTAINED:
                g.append(b)
                links[b.id] = Link(
                    kind="copy_of", start=article(b), end=article(first), score=share, by="rule:containment@1"
                )
                break
        else:
            groups.append([b])
    return tuple(
        CopyGroup(original=g[0].id, articles=tuple(b.id for b in g), links=tuple(links[b.id] for b in g[1:]))
        for g in groups
        if len(g) > 1
    )


def article(b: Brief) -> Node:
    """The node of an article."""
    return Node(kind="article", id=b.id, name=b.outlet or b.title or b.id)
