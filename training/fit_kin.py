"""Fit the weights of kin: `python training/fit_kin.py BRIEFS PAIRS`, printing log-odds by feature.

BRIEFS is JSON Lines of briefs, PAIRS JSON Lines of {"story": ..., "ids": [...], "weight": ...}: which of them are of one
story, and how much each pair with one of them counts. Every candidate pair is weighed by logistic regression (Newton's
method, L2 penalty 1). The printed weights were rounded into connect/kin.py, where the sets are named; weights of sets that
were put together were fitted together, so run it on one file of all. No chance is involved.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reportedly.connect.blocks import candidates_of, keys_of
from reportedly.connect.brief import Brief
from reportedly.connect.index import Shelf
from reportedly.connect.kin import FEATURES, Pair
from reportedly.connect.profile import Profile, profile_of
from reportedly.connect.rarity import Scale

PENALTY = 1.0
ROUNDS = 30
"""Newton's method is still after fewer than ten."""


def main(briefs: Path, pairs: Path) -> None:
    """Print the weights."""
    profiles = [profile_of(Brief.model_validate_json(line)) for line in briefs.open(encoding="utf-8")]
    rows = [json.loads(line) for line in pairs.open(encoding="utf-8")]
    story = {i: (row["story"], float(row.get("weight", 1.0))) for row in rows for i in row["ids"]}
    x, y, w = table([p for p in profiles if p.id in story], story)
    for name, weight in zip(("bias", *(f.__name__ for f, _ in FEATURES)), fitted(x, y, w), strict=True):
        print(f"{name:15} {weight:6.2f}")


Matrix = NDArray[np.float64]


def table(profiles: list[Profile], story: dict[str, tuple[str, float]]) -> tuple[Matrix, Matrix, Matrix]:
    """The features of every candidate pair, whether it is of one story, and how much it counts."""
    shelf = Shelf()
    for p in profiles:
        shelf.count(p)
    scale = Scale(shelf)
    for p in profiles:
        shelf.put(p, keys_of(p, scale))
    rows: dict[tuple[str, str], tuple[list[float], float, float]] = {}
    for p in profiles:
        for other in scale.weigh(shelf.profiles(candidates_of(p, scale)).values()):
            key = (min(p.id, other.profile.id), max(p.id, other.profile.id))
            if key not in rows:
                pair = Pair(scale.weighed(p), other, scale)
                (a, weight), (b, _) = story[key[0]], story[key[1]]
                rows[key] = ([1.0, *(f(pair) for f, _ in FEATURES)], float(a == b), weight)
    x, y, w = zip(*rows.values(), strict=True)
    return np.array(x), np.array(y), np.array(w)


def fitted(x: Matrix, y: Matrix, w: Matrix) -> Matrix:
    """The weights of a logistic regression, the bias first, which has no penalty."""
    b = np.zeros(x.shape[1])
    ridge = np.eye(len(b)) * PENALTY
    ridge[0, 0] = 1e-6
    for _ in range(ROUNDS):
        p = 1 / (1 + np.exp(-x @ b))
        slope = x.T @ (w * (p - y)) + ridge @ b
        b = b - np.linalg.solve((x * (w * p * (1 - p))[:, None]).T @ x + ridge, slope)
    return b


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
