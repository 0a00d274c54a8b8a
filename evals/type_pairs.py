"""The type of what a source does to a target, by the shipped weights, where both are given.

usage: python evals/type_pairs.py ARTICLES.jsonl GOLD.jsonl > PREDICTED.jsonl

ARTICLES: {"id", "text"}; GOLD: {"id", "source": span|null, "target": span|null} or the lists "sources" and "targets".
Prints {"id", "type"} a row, as `plover_pairs.py --type-only` reads it. The two are marked in what the branch of events
reads. The answer is the mean of two: of the head that is asked for the type, and of the kinds of all words, each a
possible trigger, weighed by how surely it is an event and how well its actor and recipient heads point at the two.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reportedly.reader.model import ANSWERS, ROLE_HEADS, Outputs, ReaderModel

Floats = NDArray[np.float64]
SWAPPED = -1.5
"""Log of how much less it counts that the target is found as an actor ("X and Y signed …"), as in training."""


def main(articles: Path, gold: Path) -> None:
    """Predict every row of GOLD, in its order."""
    model = ReaderModel()
    texts = {row["id"]: row["text"] for row in _rows(articles)}
    for row in _rows(gold):
        source, target = (row.get(f"{k}s") or ([row[k]] if row.get(k) else []) for k in ("source", "target"))
        predicted = pair_type(model.run(texts[row["id"]], (source, target)), source, target, model)
        print(json.dumps({"id": row["id"], "type": predicted}))


def pair_type(outputs: Outputs, source: list[list[int]], target: list[list[int]], model: ReaderModel) -> str:
    """The type with most mass over all words that may be the trigger between these spans."""
    heads = {k: outputs.heads[k].astype(np.float64) for k in ("kind", *ANSWERS, *ROLE_HEADS) if k in outputs.heads}
    logits = heads["kind"]
    typed = _log_sum(logits[:, 1:]) - logits[:, 0]
    weight = _log_sigmoid(typed)
    starts, ends = outputs.words.starts, outputs.words.ends

    def link(role: int, spans: list[list[int]]) -> Floats:
        name = ("actor", "recipient")[role]
        scores = heads[f"{name}_query"] @ heads[f"{name}_key"].T / np.sqrt(heads[f"{name}_key"].shape[1])
        inside = np.zeros(len(starts), dtype=bool)
        for a, b in spans:
            inside |= (starts < b) & (ends > a)
        if not inside.any():  # a span without a word says nothing
            return np.zeros(len(starts))
        return np.asarray((scores + model.role_bias[role])[:, inside].max(1))

    if source:
        weight = weight + _log_sigmoid(link(0, source))
    if target:
        weight = weight + np.logaddexp(_log_sigmoid(link(1, target)), _log_sigmoid(link(0, target)) + SWAPPED)
    shares = np.exp(logits[:, 1:] - _log_sum(logits[:, 1:])[:, None])
    mass = np.exp(weight - _log_sum(weight)) @ shares
    by_type: dict[str, float] = {}
    for kind, value in zip(model.kinds[1:], mass.tolist(), strict=True):
        name = kind.partition(".")[0]
        by_type[name] = by_type.get(name, 0.0) + value
    if "answer" in heads:  # somebody was asked about
        asked = heads["answer_weight"][:, 0]
        answers = np.exp(asked - _log_sum(asked)) @ heads["answer"]
        for name, value in zip(by_type, np.exp(answers - _log_sum(answers)).tolist(), strict=True):
            by_type[name] += value
    folded = {**by_type, "CONCEDE": by_type["CONCEDE"] + by_type["RETREAT"]}  # the gold knows no difference
    return max(folded, key=lambda t: folded[t])


def _log_sum(x: Floats) -> Floats:
    top = x.max(-1, keepdims=True)
    return np.asarray(np.log(np.exp(x - top).sum(-1)) + top[..., 0])


def _log_sigmoid(x: Floats) -> Floats:
    return np.asarray(-np.logaddexp(0, -x))


def _rows(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
