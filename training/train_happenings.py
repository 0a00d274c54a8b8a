"""Fit the weights of happenings: `python -m training.train_happenings RECORDS GOLD`, printing them.

RECORDS are records of ECB+ train, read with --all-events; GOLD is its train.gold.jsonl. Learns from pairs of gold
mentions that share a block, once in a topic and once in a subtopic, by logistic regression with a ridge (Newton's
method). Prints both; connect/happenings/pairs.py has a number between them, or says that it was set by hand.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from itertools import combinations
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

from reportedly.connect.brief import Brief, brief_of
from reportedly.connect.happenings.blocks import keys_of
from reportedly.connect.happenings.clusters import seen_of
from reportedly.connect.happenings.pairs import WEIGHTS, Pair
from reportedly.connect.happenings.seen import Seen, Weights
from reportedly.record import Record, Span

Floats = NDArray[np.float64]
RIDGE = 1.0
"""Of 0.1, 1 and 10, all gave the same order of features; 1 keeps the rare ones small."""
STEPS = 60


def main(records: str, gold: str) -> None:
    """Print the weights, fitted within topics and within subtopics."""
    lines = Path(records).read_text(encoding="utf-8").splitlines()
    briefs = sorted((brief_of(Record.model_validate_json(line)) for line in lines), key=lambda b: b.order)
    rows = {r["id"]: r for r in map(json.loads, Path(gold).read_text(encoding="utf-8").splitlines())}
    columns = []
    for part in (re.compile(r"\d+"), re.compile(".+")):
        by: dict[str, list[Brief]] = {}
        for b in briefs:
            by.setdefault(part.findall(rows[b.id]["subtopic"])[0], []).append(b)
        x, y = table(list(by.values()), rows)
        print(len(y), "pairs,", round(float(y.mean()), 3), "the same")
        columns.append(fitted(x, y))
    for k, name in enumerate([*(f.__name__ for f, _, _ in WEIGHTS), "bias"]):
        print(f"{name:16s}" + "".join(f"{c[k]:8.2f}" for c in columns))


def table(stories: list[list[Brief]], rows: dict[str, dict[str, object]]) -> tuple[Floats, Floats]:
    """Features of every pair that shares a block, and whether it is one chain."""
    xs, ys = [], []
    for briefs in stories:
        seen = seen_of(briefs)
        weights = Weights(briefs, seen)
        marked = [(s, chain, set(keys_of(s))) for s in seen if (chain := chain_of(s, rows))]
        for (a, c, keys), (b, d, others) in combinations(marked, 2):
            if keys & others:
                pair = Pair(a, b, weights)
                xs.append([f(pair) for f, _, _ in WEIGHTS])
                ys.append(c == d)
    return np.array(xs), np.array(ys, dtype=float)


def chain_of(s: Seen, rows: dict[str, dict[str, object]]) -> str | None:
    """The chain of the gold mention that overlaps a mention."""
    return next((chain for span, chain in _gold(rows[s.brief.id]) if _overlap(span, s.mention.trigger)), None)


def _gold(row: dict[str, object]) -> Iterator[tuple[Span, str | None]]:
    mentions = row["mentions"]
    assert isinstance(mentions, list)
    return ((tuple(m["span"]), m["chain"]) for m in mentions)


def _overlap(a: Span, b: Span) -> bool:
    return a[0] < b[1] and b[0] < a[1]


def fitted(x: Floats, y: Floats) -> Floats:
    """Weights and bias."""
    z = np.hstack([x, np.ones((len(x), 1))])
    ridge = np.eye(z.shape[1]) * RIDGE
    ridge[-1, -1] = 1e-6
    beta = np.zeros(z.shape[1])
    for _ in range(STEPS):
        p = 1 / (1 + np.exp(-z @ beta))
        step = np.linalg.solve((z * (p * (1 - p))[:, None]).T @ z + ridge, z.T @ (p - y) + ridge @ beta)
        beta -= step
        if abs(step).max() < 1e-6:
            break
    return beta


if __name__ == "__main__":
    main(*sys.argv[1:])
