"""Happenings: which event mentions of different articles are one real-world event.

Agglomerative clustering of the mentions of a story, best pair first by the mean of the pairs' scores (as in coreference
across documents since Bagga and Baldwin 1999), with contradictions as cannot-links (Wagstaff et al. 2001).
"""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.connect.brief import Brief
from reportedly.connect.happenings.blocks import Compared
from reportedly.connect.happenings.cluster import Cluster, Told, joins_of
from reportedly.connect.happenings.effects import effects_of
from reportedly.connect.happenings.parts import groups_of
from reportedly.connect.happenings.rulings import Ruling, resolved
from reportedly.connect.happenings.seen import Seen, Weights
from reportedly.connect.happenings.standins import with_standins
from reportedly.record.span import Span

__all__ = ["Cluster", "Ruling", "clusters_of"]


def clusters_of(briefs: Sequence[Brief], rulings: Sequence[Ruling] = ()) -> list[Cluster]:
    """The happenings of one story, by their first mention; every mention is in exactly one.

    Articles with one text, read alike, are compared once. Neither the order of the briefs nor their ids matter.
    """
    texts: dict[Reading, list[Brief]] = {}
    for b, reading in sorted(((b, reading_of(b)) for b in briefs), key=lambda x: (x[0].order, x[1], x[0].id)):
        texts.setdefault(reading, []).append(b)
    firsts = [copies[0] for copies in texts.values()]
    seen, carriers = seen_of(firsts), list(texts.values())
    compared = Compared(seen, Weights(firsts, seen))
    together, apart = resolved(rulings, seen)
    groups = with_standins(groups_of(compared, together, apart), seen, apart)
    effects = effects_of(groups, seen)
    rank = {b.id: k for k, b in enumerate(sorted(briefs, key=lambda b: (b.order, b.id)))}

    def told(members: Sequence[int]) -> tuple[Told, ...]:
        """Mentions with their articles, in every article that carries the text."""
        found = [(b, b.mentions[seen[i].number]) for i in members for b in carriers[seen[i].article]]
        return tuple(sorted(found, key=lambda x: (rank[x[0].id], x[1].trigger)))

    clusters = [
        Cluster(
            mentions=told(g.members),
            effects=told(effects[k]),
            joins=joins_of(g, compared),
        )
        for k, g in enumerate(groups)
    ]
    return sorted(clusters, key=lambda c: (c.mentions[0][0].order, c.mentions[0][1].trigger, c.mentions[0][1].event))


Reading = tuple[str, tuple[tuple[str, Span], ...]]


def reading_of(b: Brief) -> Reading:
    """A text and where its events were read; a copy may have been read by another version."""
    return b.text_sha256, tuple((m.event, m.trigger) for m in b.mentions)


def seen_of(briefs: Sequence[Brief]) -> list[Seen]:
    """All mentions of some articles, numbered."""
    seen: list[Seen] = []
    for i, b in enumerate(briefs):
        number = {span: k for k, span in enumerate(sorted({m.sentence for m in b.mentions}))}
        at = len(seen)
        seen.extend(Seen(at + k, (i, number[m.sentence], k), b) for k, m in enumerate(b.mentions))
    return seen
