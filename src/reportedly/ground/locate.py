"""The choice among the senses of an article's place names, in two readings (senses.py has the features)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reportedly.ground.candidates import Candidate
from reportedly.ground.gazetteer import Sense
from reportedly.ground.senses import (
    MOST_SENSES,
    Maps,
    Setting,
    Shares,
    alone,
    by_name,
    own_maps,
    shares_of,
    summed,
    together,
)

ROUNDS = 2
"""How often the second reading is done, each time with the shares of the one before; a third changed nothing."""
SURE_ENOUGH = 0.35
"""Share of the best sense from which it is taken; below, the name stays ambiguous. Measured on the training rows."""


@dataclass(frozen=True, slots=True)
class Weights:
    """Weights of the two readings, by feature."""

    alone: Mapping[str, float]
    together: Mapping[str, float]


@dataclass(frozen=True)
class Reading:
    """What one reading knows of a name: its senses, their shares, and each mention's own features by sense."""

    senses: tuple[Sense, ...]
    shares: Shares
    mentions: Mapping[int, list[dict[str, float]]]


@dataclass(frozen=True, slots=True)
class Located:
    """The sense of a candidate and its share; None where none is sure enough."""

    sense: Sense | None
    share: float


def first_reading(found: Sequence[Candidate], about: Setting, weights: Mapping[str, float]) -> dict[str, Reading]:
    """Each name by itself; a mention with its province beside it speaks for the others."""
    names = {}
    for name, group in by_name(found).items():
        senses = found[group[0]].senses[:MOST_SENSES]
        mentions = _of_mentions(found, group, senses, about)
        scores = {s.row: max(summed(m[j], weights) for m in mentions.values()) for j, s in enumerate(senses)}
        names[name] = Reading(senses, shares_of(scores), mentions)
    return names


def _of_mentions(
    found: Sequence[Candidate], group: Sequence[int], senses: Sequence[Sense], about: Setting
) -> dict[int, list[dict[str, float]]]:
    """The features of those mentions that differ: the first, and those with something beside them."""
    special = [k for k in group if k in about.beside]
    chosen = special[:MOST_MENTIONS] or group[:1]
    return {k: [alone(found[k], k, s, about) for s in senses] for k in chosen}


MOST_MENTIONS = 20
"""Mentions of one name with a province beside them that are looked at."""


def others_of(names: Mapping[str, Reading]) -> tuple[Maps, dict[str, Maps]]:
    """Where all names together would be, and where each would be."""
    own = {name: own_maps(r.senses, r.shares) for name, r in names.items()}
    whole = Maps()
    for maps in own.values():
        whole.merge(maps)
    return whole, own


def second_reading(names: Mapping[str, Reading], weights: Mapping[str, float]) -> dict[str, Reading]:
    """Each name beside the others."""
    whole, own = others_of(names)
    out = {}
    for name, r in names.items():
        beside = [summed(together(s, own[name], whole), weights) for s in r.senses]
        scores = {
            s.row: beside[j] + max(summed(m[j], weights) for m in r.mentions.values()) for j, s in enumerate(r.senses)
        }
        out[name] = Reading(r.senses, shares_of(scores), r.mentions)
    return out


def locate(found: Sequence[Candidate], about: Setting, weights: Weights) -> list[Located]:
    """The place of each candidate: the name's in the article, or its own where words beside it say which."""
    names = first_reading(found, about, weights.alone)
    before = names
    for _ in range(ROUNDS):
        before, names = names, second_reading(names, weights.together)
    whole, own = others_of(before)
    out = [Located(None, 0.0)] * len(found)
    for name, group in by_name(found).items():
        r = names[name]
        for k in group:
            shares = r.shares
            if k in about.beside and k in r.mentions and len(r.mentions) > 1:
                features = r.mentions[k]
                shares = shares_of({
                    s.row: summed(features[j], weights.together)
                    + summed(together(s, own[name], whole), weights.together)
                    for j, s in enumerate(r.senses)
                })  # fmt: skip
            out[k] = _best(r.senses, shares)
    return out


def _best(senses: Sequence[Sense], shares: Shares) -> Located:
    """The likeliest sense, with the shares of those that are the same place on the map (a town and its district)."""
    best = max(senses, key=lambda s: shares[s.row])
    share = sum(shares[s.row] for s in senses if s.row == best.row or _same_spot(s, best))
    return Located(best if share >= SURE_ENOUGH else None, share)


def _same_spot(a: Sense, b: Sense) -> bool:
    if a.lat is None or b.lat is None or a.lon is None or b.lon is None:
        return a.district == b.row or b.district == a.row
    return abs(a.lat - b.lat) < NEAR and abs(a.lon - b.lon) < NEAR


NEAR = 0.5
"""Degrees within which two senses of a name are the same place."""
