"""THE linking: from the briefs of many articles to stories and what is found in each (docs/linking.md)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from reportedly.connect.accounts import accounts_of, is_answered
from reportedly.connect.brief import Brief
from reportedly.connect.consequences import with_consequences
from reportedly.connect.copies import copies_of, reuse_of
from reportedly.connect.disputes import can_be_denied, disputes_of, is_disputed
from reportedly.connect.figures import HARMS, Claim, claims_of, figures_of
from reportedly.connect.grounds import SMALL, Grounds, Recall, Resting
from reportedly.connect.happenings import Cluster, Ruling, clusters_of
from reportedly.connect.lineage import lineage_of
from reportedly.connect.nouns import Happening, Linked, Story
from reportedly.connect.origins import origins_of
from reportedly.connect.standing import standing_of
from reportedly.connect.stories import stories_of
from reportedly.connect.told import Telling

LINKER = "link@3"
"""Name and version of all that follows from here; a new version makes ledgers link again."""


def link(briefs: Iterable[Brief]) -> Linked:
    """Link a set of articles. Neither their order nor their ids change what is found."""
    ordered = sorted(briefs, key=lambda b: b.order)
    return Linked(stories=tuple(story_of(members) for members in stories_of(ordered)))


class Found(NamedTuple):
    """What is found in one story. `all` are its happenings in order, and `grounds` theirs, of a small story none; in
    `story` those that rest on what they did are left out."""

    story: Story
    all: tuple[Happening | Resting, ...] = ()
    grounds: tuple[bytes, ...] = ()


def story_of(members: Sequence[Brief], rulings: Sequence[Ruling] = ()) -> Story:
    """Everything that is found between the articles of one story: a pure function of their briefs and of what people
    ruled on their mentions."""
    return _found(members, rulings, lambda *_: True).story


def findings_of(members: Sequence[Brief], rulings: Sequence[Ruling] = (), recall: Recall | None = None) -> Found:
    """The same without those happenings that are not listed, that one text alone tells, and that nobody ruled on:
    nothing is found in them that its record does not have. They are nine of ten, and cost as much as that, so that none
    is looked into before it is known to be one of the others. Nor is any whose grounds `recall` knows."""
    ruled = {named for r in rulings for named in (r.first, r.second)}

    def may_be_listed(cluster: Cluster, claims: Sequence[Claim], telling: Telling) -> bool:
        harm = claims and any(c.number.what in HARMS and not c.number.outdated for c in claims)
        if cluster.type is not None or harm:
            return True
        if ruled and any((b.text_sha256, m.trigger) in ruled for b, m in cluster.mentions):
            return True
        if len(cluster.articles) > 1 and len({b.text_sha256 for b, _ in (*cluster.mentions, *cluster.effects)}) > 1:
            return True
        return is_answered(cluster) and can_be_denied(cluster) and is_disputed(accounts_of(cluster, telling))

    return _found(members, rulings, may_be_listed, recall)


Wanted = Callable[[Cluster, Sequence[Claim], Telling], bool]
"""Is this happening, with these figures, worth looking into?"""


def _found(members: Sequence[Brief], rulings: Sequence[Ruling], wanted: Wanted, recall: Recall | None = None) -> Found:
    copies = copies_of(members)
    telling = Telling(members, copies)
    lineage = lineage_of(telling)
    clusters = clusters_of(members, rulings)
    claims = with_consequences(claims_of(clusters, members), clusters)
    every = ((c, claims.get(k, ())) for k, c in enumerate(clusters))
    looked = [(c, given) for c, given in every if wanted(c, given, telling)]
    all, grounds = _happenings(looked, telling, recall)
    ids = tuple(b.id for b in members)
    story = Story(
        id=all[0].id if all else ids[0],
        articles=ids,
        copies=copies,
        happenings=tuple(h for h in all if isinstance(h, Happening)),
        links=(*lineage, *reuse_of(members, copies)),
    )
    return Found(story, all, grounds)


def _happenings(
    looked: Sequence[tuple[Cluster, Sequence[Claim]]], telling: Telling, recall: Recall | None
) -> tuple[tuple[Happening | Resting, ...], tuple[bytes, ...]]:
    """The happenings of a story with their grounds; those of a small story, or where nothing is recalled, have none."""
    if recall is None or len(telling.briefs) <= SMALL:
        return tuple(happening_of(c, given, telling) for c, given in looked), ()
    of = Grounds(telling).of
    grounds = tuple(of(c, given) for c, given in looked)
    known = recall({k: c for k, (c, _) in zip(grounds, looked, strict=True)})
    found = (
        Resting(known[k], c.id, c.mentions) if k in known else happening_of(c, given, telling)
        for k, (c, given) in zip(grounds, looked, strict=True)
    )
    return tuple(found), grounds


def happening_of(cluster: Cluster, claims: Sequence[Claim], telling: Telling) -> Happening:
    """One happening with its origins, figures, disputes and status."""
    origins = origins_of(cluster, telling)
    accounts = accounts_of(cluster, telling)
    disputes = disputes_of(cluster, claims, accounts)
    figures = figures_of(claims, disputes, telling)
    status = standing_of(accounts, disputes, telling)
    return cluster.happening(origins, figures, disputes, status)
