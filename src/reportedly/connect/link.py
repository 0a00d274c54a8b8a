"""THE linking: from the briefs of many articles to stories and what is found in each (docs/linking.md)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from reportedly.connect.brief import Brief
from reportedly.connect.copies import copies_of, reuse_of
from reportedly.connect.disputes import disputes_of
from reportedly.connect.figures import Claim, claims_of, figures_of
from reportedly.connect.happenings import Cluster, Ruling, clusters_of
from reportedly.connect.lineage import lineage_of
from reportedly.connect.nouns import Happening, Linked, Story
from reportedly.connect.origins import origins_of
from reportedly.connect.standing import standing_of
from reportedly.connect.stories import stories_of
from reportedly.connect.told import Telling

LINKER = "link@1"
"""Name and version of all that follows from here; a new version makes ledgers link again."""


def link(briefs: Iterable[Brief]) -> Linked:
    """Link a set of articles. Neither their order nor their ids change what is found."""
    ordered = sorted(briefs, key=lambda b: b.order)
    return Linked(stories=tuple(story_of(members) for members in stories_of(ordered)))


def story_of(members: Sequence[Brief], rulings: Sequence[Ruling] = ()) -> Story:
    """Everything that is found between the articles of one story: a pure function of their briefs and of what people
    ruled on their mentions."""
    copies = copies_of(members)
    lineage = lineage_of(members, copies)
    telling = Telling(members, copies, lineage)
    clusters = clusters_of(members, rulings)
    claims = claims_of(clusters, members)
    happenings = tuple(happening_of(c, claims.get(k, ()), telling) for k, c in enumerate(clusters))
    ids = tuple(b.id for b in members)
    return Story(
        id=happenings[0].id if happenings else ids[0],
        articles=ids,
        copies=copies,
        happenings=happenings,
        links=(*lineage, *reuse_of(members, copies)),
    )


def happening_of(cluster: Cluster, claims: Sequence[Claim], telling: Telling) -> Happening:
    """One happening with its origins, figures, disputes and status."""
    origins = origins_of(cluster, telling)
    disputes = disputes_of(cluster, claims, telling)
    figures = figures_of(claims, disputes, telling)
    status = standing_of(cluster, disputes, telling)
    return cluster.happening(origins, figures, disputes, status)
