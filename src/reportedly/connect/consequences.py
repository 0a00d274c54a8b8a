"""Consequences: what is counted beside what a story is about is counted for it too."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reportedly.connect.figures import HARMS, Claim, Thing, thing_of
from reportedly.connect.happenings import Cluster
from reportedly.connect.happenings.cluster import main_of
from reportedly.connect.happenings.contradict import places_differ

LEADS = 2
"""Texts that must open with a happening for it to be what the story is about."""
Given = Mapping[int, Sequence[Claim]]


def with_consequences(given: Given, clusters: Sequence[Cluster]) -> Given:
    """The figures of every happening, and for each that many texts open with those of things and money beside it. The
    main one takes over those of its parts and of what came of it, too: the arrests of a raid, the ransom of a
    kidnapping. People harmed in another happening that many texts open with are that one's alone, and so is what was
    before the main one, harm on another day or elsewhere, what is told without it."""
    main = main_of(clusters)
    if main is None or clusters[main].leads < LEADS:
        return given
    parts = {k for k in given if 2 * clusters[k].leads < max(clusters[main].leads, 2 * LEADS)}
    shown = {k: _shown(claims, clusters[k]) for k, claims in given.items()}
    found = dict(given)
    for k, cluster in enumerate(clusters):
        if cluster.leads < LEADS:
            continue
        told = frozenset(cluster.articles)
        for part in given:
            whole = k == main and part in parts
            of = [c for c in shown[part] if part != k and c.brief.id in told and (whole or c.number.about)]
            came = [replace(c, of_part=True) for c in _that_came_of(cluster, clusters[part], of)]
            if came:
                found[k] = (*found.get(k, ()), *came)
    return found


def _shown(claims: Sequence[Claim], of: Cluster) -> Sequence[Claim]:
    """Figures of more than the background: of people, or of what more than one text tells or counts."""
    if len({b.text_sha256 for b, _ in of.mentions}) > 1:
        return claims
    counted: dict[Thing, set[str]] = {}
    for c in claims:
        counted.setdefault(thing_of(c.number), set()).add(c.brief.text_sha256)
    return [c for c in claims if not c.number.about or len(counted[thing_of(c.number)]) > 1]


def _that_came_of(main: Cluster, part: Cluster, claims: Sequence[Claim]) -> Sequence[Claim]:
    """Those of a part's figures that are told of a day and a place at which they can have come of the main one."""
    if not claims or any(m.apart for _, m in part.mentions):
        return ()
    if main.date and part.date and part.date[1] < main.date[0]:
        return ()
    later = main.date and part.date and part.date[0] > main.date[1]
    here, there = main.spot, part.spot
    if later or (here and there and places_differ(here, there)):
        return [c for c in claims if c.number.what not in HARMS]
    return claims
