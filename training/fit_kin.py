"""Fit the weights of kin: `python training/fit_kin.py BRIEFS STORIES WEIGHT [...]`, printing log-odds by feature.

Three arguments for each set: its briefs as JSON Lines; JSON Lines of {"story": ..., "ids": [...]} for those articles
whose pairs are fitted; how much each pair counts. The words of a set are weighed by all its articles. A logistic
regression over every candidate pair (Newton's method, L2 penalty 1). What was printed was rounded into connect/kin.py,
which names the sets. No chance is involved.
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
from reportedly.connect.profile import profile_of
from reportedly.connect.rarity import Scale

PENALTY = 1.0
ROUNDS = 30
"""Newton's method is still after fewer than ten."""
Matrix = NDArray[np.float64]


def main(sets: list[str]) -> None:
    """Print the weights."""
    tables = [table(Path(b), Path(s), float(w)) for b, s, w in zip(*(sets[i::3] for i in range(3)), strict=True)]
    x, y, w = (np.concatenate(part) for part in zip(*tables, strict=True))
    for name, weight in zip(("bias", *(f.__name__ for f, _ in FEATURES)), fitted(x, y, w), strict=True):
        print(f"{name:15} {weight:6.2f}")


def table(briefs: Path, stories: Path, weight: float) -> tuple[Matrix, Matrix, Matrix]:
    """The features of every candidate pair of one set, whether it is of one story, and how much it counts."""
    rows = [json.loads(line) for line in stories.open(encoding="utf-8")]
    story = {i: row["story"] for row in rows for i in row["ids"]}
    profiles = [profile_of(Brief.model_validate_json(line)) for line in briefs.open(encoding="utf-8")]
    shelf = Shelf()
    for p in profiles:
        shelf.count(p)
    scale = Scale(shelf)
    for p in profiles:
        shelf.put(p, keys_of(p, scale))
    found: dict[tuple[str, str], list[float]] = {}
    for p in (p for p in profiles if p.id in story):
        for other in scale.among(candidates_of(p, scale)):
            key = (min(p.id, other.profile.id), max(p.id, other.profile.id))
            if other.profile.id in story and key not in found:
                pair = Pair(scale.weighed(p), other, scale)
                found[key] = [1.0, *(f(pair) for f, _ in FEATURES)]
    same = np.array([float(story[a] == story[b]) for a, b in found])
    return np.array(list(found.values())), same, np.full(len(found), weight)


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
    main(sys.argv[1:])
