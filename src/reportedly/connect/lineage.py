"""Lineage: who relays whom, and which articles share a publisher or an origin."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.connect.brief import Brief
from reportedly.connect.copies import article
from reportedly.connect.nouns import CopyGroup, Evidence, Link, Node


def lineage_of(briefs: Sequence[Brief], copies: tuple[CopyGroup, ...]) -> tuple[Link, ...]:
    """The graph of one story: copies first, then relays."""
    links = [link for c in copies for link in c.links]
    for b in briefs:
        for p in b.passings:
            links.append(
                Link(
                    kind="relays", start=article(b), end=Node(kind="outlet", id=p.outlet.lower(), name=p.outlet),
                    evidence=tuple(Evidence(article=b.id, span=s) for s in p.spans), by="rule:named-outlet@1",
                )
            )  # fmt: skip
    return tuple(links)
