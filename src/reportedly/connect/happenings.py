"""Happenings: which event mentions of different articles are one real-world event.

Agglomerative clustering of the mentions of a story, best pair first by the mean of the pairs' scores (as in coreference
across documents since Bagga and Baldwin 1999), with contradictions as cannot-links (Wagstaff et al. 2001).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reportedly.connect.brief import Brief, Mention
from reportedly.connect.happenings_blocks import scored_pairs
from reportedly.connect.happenings_cluster import Cluster, Told, joins_of
from reportedly.connect.happenings_effects import effects_of
from reportedly.connect.happenings_join import joined
from reportedly.connect.happenings_rulings import Ruling, resolved
from reportedly.connect.happenings_seen import Seen, Weights
from reportedly.connect.happenings_standins import with_standins

__all__ = ["Cluster", "Ruling", "clusters_of"]


def clusters_of(briefs: Sequence[Brief], rulings: Sequence[Ruling] = ()) -> list[Cluster]:
    """The happenings of one story, by their first mention; every mention is in exactly one.

    Articles with one text are compared once. Neither the order of the briefs nor their ids matter.
    """
    ordered = sorted(briefs, key=lambda b: (b.order, b.id))
    texts: dict[str, list[Brief]] = {}
    for b in ordered:
        texts.setdefault(b.text_sha256, []).append(b)
    firsts = [copies[0] for copies in texts.values()]
    seen = seen_of(firsts)
    weights = Weights(firsts, seen)
    pairs = scored_pairs(seen, weights)
    together, apart = resolved(rulings, seen)
    groups = with_standins(joined(seen, pairs, together, apart), seen, apart)
    effects = effects_of(groups, seen)
    clusters = [
        Cluster(
            mentions=_told(sorted(g.members), seen, texts),
            effects=_told(effects[k], seen, texts),
            joins=joins_of(g, seen, pairs, weights),
        )
        for k, g in enumerate(groups)
    ]
    return sorted(clusters, key=lambda c: (c.mentions[0][0].order, c.mentions[0][1].trigger, c.mentions[0][1].event))


def seen_of(briefs: Sequence[Brief]) -> list[Seen]:
    """All mentions of some articles, numbered."""
    seen: list[Seen] = []
    for i, b in enumerate(briefs):
        number = {span: k for k, span in enumerate(sorted({m.sentence for m in b.mentions}))}
        at = len(seen)
        seen.extend(Seen(at + k, i, number[m.sentence], b, m) for k, m in enumerate(b.mentions))
    return seen


def _told(members: Sequence[int], seen: Sequence[Seen], texts: Mapping[str, Sequence[Brief]]) -> tuple[Told, ...]:
    """Mentions with their articles, in every article that carries the text."""
    told = []
    for i in members:
        s = seen[i]
        for b in texts[s.brief.text_sha256]:
            same = s.mention if b is s.brief else next((m for m in b.mentions if is_same(m, s.mention)), None)
            told += [(b, same)] if same else []
    return tuple(sorted(told, key=lambda x: (x[0].order, x[0].id, x[1].trigger)))


def is_same(m: Mention, other: Mention) -> bool:
    """Is it the same mention in a copy of the text?"""
    return m.trigger == other.trigger and m.type == other.type and m.lemma == other.lemma
