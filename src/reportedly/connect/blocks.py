"""Blocks: by which keys an article finds those that may be of its story, without a look at all others."""

from __future__ import annotations

import math
from collections.abc import Sequence

from reportedly.connect.index import FULL
from reportedly.connect.profile import Profile
from reportedly.connect.rarity import Scale, Weighed

RAREST = 36
"""How many of an article's heaviest words become keys: on incidents/dev 97.5 percent of the pairs of one incident are
among the nearest 32 then (24 words: 95.8)."""
SPELL = 8
"""Days in one bucket of time. An article also looks into the buckets before and after its own."""
NEAREST = 32
"""How many candidates are judged: so many articles are more than nearly any story has."""
TIED = 1e-9
"""Candidates as near as the last of these are judged, too, so that no order decides among them."""
NAMED = 0.2
"""What a person, street, place or run of words counts as among the words: about as much as the heaviest."""
RUNS = 16
"""How many runs of words become keys: the smallest hashes, so that a copy and its abridgement share some (bottom-k
sketch; Broder 1997, "On the resemblance and containment of documents")."""


def keys_of(p: Profile, scale: Scale) -> tuple[str, ...]:
    """The keys under which an article is put: rare words, persons and streets, alone and with their bucket of time;
    places with the bucket only; runs of words."""
    return _keys(p, scale, [_bucket(p)])


def _keys(p: Profile, scale: Scale, buckets: Sequence[int]) -> tuple[str, ...]:
    w = scale.weighed(p)
    alone = [*(f"word:{t}" for t in w.rarest[:RAREST]), *(f"person:{x}" for x in p.people[:RAREST])]
    alone += [f"street:{x}" for x in p.streets[:RAREST]]
    dated = [*alone, *(f"place:{x}" for x in p.places[:RAREST])]
    return (*alone, *(f"{k}@{b}" for b in buckets for k in dated), *(f"run:{r}" for r in sorted(p.runs)[:RUNS]))


def candidates_of(p: Profile, scale: Scale) -> tuple[str, ...]:
    """The articles that share most of its keys, each key weighing the more the fewer hold it; at most NEAREST."""
    now, w = _bucket(p), scale.weighed(p)
    keys = set(_keys(p, scale, [now - 1, now, now + 1] if p.day is not None else [now]))
    found: dict[str, float] = {}
    for k, ids in sorted(scale.holders(keys).items()):
        weight = math.log(2 * FULL / len(ids)) * _share(w, k)
        for i in ids:
            found[i] = found.get(i, 0.0) + weight
    found.pop(p.id, None)
    least = sorted(found.values(), reverse=True)[:NEAREST][-1] if found else 0.0
    near = [i for i, weight in found.items() if weight >= least - TIED]
    return tuple(sorted(near, key=lambda i: -found[i]))


def _share(w: Weighed, key: str) -> float:
    """What a shared key adds, as in the product of two vectors; the word's own weight stands for the other's."""
    kind, _, name = key.partition(":")
    return w.words[name.partition("@")[0]] ** 2 if kind == "word" else NAMED**2


def _bucket(p: Profile) -> int:
    return p.day // SPELL if p.day is not None else -1
