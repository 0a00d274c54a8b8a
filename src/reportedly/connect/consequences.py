"""Consequences: what is counted beside the main happening of a story is counted for it too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportedly.connect.figures import HARMS, Claim
from reportedly.connect.happenings import Cluster
from reportedly.connect.happenings.cluster import placed
from reportedly.connect.happenings.contradict import places_differ

LEADS = 2
"""Texts that must open with a happening for it to be what the story is about."""


def with_consequences(
    given: Mapping[int, Sequence[Claim]], clusters: Sequence[Cluster]
) -> Mapping[int, Sequence[Claim]]:
    """The figures of every happening, and for the main one those of its parts and of what came of it: the arrests of a
    raid, the ransom of a kidnapping, the marchers who "were counted". Other happenings that many texts open with stand
    for themselves, and so does what was before the main one, harm on another day or elsewhere, what is told without
    it."""
    leads = [len({b.text_sha256 for b, m in c.mentions if m.lead}) for c in clusters]
    main = max(range(len(clusters)), key=lambda k: (leads[k], len(clusters[k].articles), -k), default=None)
    if main is None or leads[main] < LEADS:
        return given
    told = frozenset(clusters[main].articles)
    found: list[Claim] = []
    for k in given:
        if 2 * leads[k] < max(leads[main], 2 * LEADS):
            of = [c for c in given[k] if c.brief.id in told and _counts(c, clusters[k])]
            found += (replace(c, of_part=True) for c in _that_came_of(clusters[main], clusters[k], of))
    return {**given, main: [*given.get(main, ()), *found]} if found else given


def _counts(c: Claim, of: Cluster) -> bool:
    """Whether a figure is of more than the background: of people, or of what more than one text tells."""
    return not c.number.about or len({b.text_sha256 for b, _ in of.mentions}) > 1


def _that_came_of(main: Cluster, part: Cluster, claims: Sequence[Claim]) -> Sequence[Claim]:
    """Those of a part's figures that are told of a day and a place at which they can have come of the main one."""
    if not claims or any(m.apart for _, m in part.mentions):
        return ()
    if main.date and part.date and part.date[1] < main.date[0]:
        return ()
    later = main.date and part.date and part.date[0] > main.date[1]
    here, there = placed(main.mentions), placed(part.mentions)
    if later or (here and there and places_differ(here, there)):
        return [c for c in claims if c.number.what not in HARMS]
    return claims
