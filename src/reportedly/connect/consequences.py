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
    parts = [k for k in given if 2 * leads[k] < max(leads[main], 2 * LEADS)]
    of_parts = ((c, clusters[k]) for k in parts for c in given[k] if c.brief.id in told)
    found = [replace(c, of_part=True) for c, of in of_parts if _counts(c, of) and _may_be_of(clusters[main], c, of)]
    return {**given, main: [*given.get(main, ()), *found]} if found else given


def _counts(c: Claim, of: Cluster) -> bool:
    """Whether a figure is of more than the background: of people, or of what more than one text tells."""
    return not c.number.about or len({b.text_sha256 for b, _ in of.mentions}) > 1


def _may_be_of(main: Cluster, c: Claim, of: Cluster) -> bool:
    """Whether a figure is told of a day and a place at which it can have come of the main happening."""
    harm = c.number.what in HARMS
    here, there = placed(main.mentions), placed(of.mentions)
    if any(m.apart for _, m in of.mentions) or (harm and here and there and places_differ(here, there)):
        return False
    if main.date is None or of.date is None:
        return True
    earlier, later = of.date[1] < main.date[0], of.date[0] > main.date[1]
    return not earlier and not (later and harm)
