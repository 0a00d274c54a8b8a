"""What a source does to a target, where both are given: the PLOVER type between them.

Two models answer, and the mean of their log shares decides. The branch of the encoder that is asked is itself the mean
of two: of the head that is asked for the type, and of the kinds of all words, each a possible trigger, weighed by how
surely it is an event and how well its actor and recipient heads point at the two. The other sees the wording only.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from reportedly.reader.decode import Floats, softmax
from reportedly.reader.grams import Wording
from reportedly.reader.model import ASKED, ReaderModel
from reportedly.record import Span

SWAPPED = -1.5
"""Log of how much less it counts that the target is found as an actor ("X and Y signed …"), as in training."""
LEAST = 1e-6
"""Share that is added to every type, so that none is ruled out."""


class Between:
    """Tells the type between two actors of a sentence."""

    def __init__(self, model: ReaderModel, wording: Wording) -> None:
        self._model, self._wording = model, wording
        self._types = list(dict.fromkeys(k.partition(".")[0] for k in model.kinds[1:]))

    def type_of(self, text: str, source: Sequence[Span], target: Sequence[Span]) -> str:
        """One of the wording's types: CONCEDE stands for RETREAT too, as the corpus of pairs has them."""
        words = dict(zip(self._wording.types, self._wording.log_shares(text, source, target).tolist(), strict=True))
        outputs = self._model.asked(text, source, target)
        if not len(outputs.words):
            return max(words, key=lambda t: words[t])
        heads = {n: outputs.heads[n].astype(np.float32) for n in ASKED}
        starts, ends = outputs.words.starts, outputs.words.ends
        where = [_inside(spans, starts, ends) for spans in (source, target)]
        by_kinds = self._by_kinds(heads, *where)
        answers = softmax(softmax(heads["answer_weight"][:, 0]) @ heads["answer"])
        by_answer = dict(zip(self._types, answers.tolist(), strict=True))
        log = {
            t: np.log(_folded(by_kinds, t) + LEAST) / 2 + np.log(_folded(by_answer, t) + LEAST) / 2 + said
            for t, said in words.items()
        }
        return max(log, key=lambda t: log[t])

    def _by_kinds(
        self, heads: dict[str, Floats], source: NDArray[np.bool_], target: NDArray[np.bool_]
    ) -> dict[str, float]:
        """Each type's mass over all words that may be the trigger between the two."""
        logits = heads["kind"]
        weight = _log_sigmoid(_log_sum(logits[:, 1:]) - logits[:, 0])
        if source.any():
            weight = weight + _log_sigmoid(self._link(heads, "actor", source))
        if target.any():
            received, did = (_log_sigmoid(self._link(heads, role, target)) for role in ("recipient", "actor"))
            weight = weight + np.logaddexp(received, did + SWAPPED)
        mass = softmax(weight) @ softmax(logits[:, 1:])
        found: dict[str, float] = {}
        for kind, value in zip(self._model.kinds[1:], mass.tolist(), strict=True):
            name = kind.partition(".")[0]
            found[name] = found.get(name, 0.0) + value
        return found

    def _link(self, heads: dict[str, Floats], role: str, inside: NDArray[np.bool_]) -> Floats:
        query, key = heads[f"{role}_query"], heads[f"{role}_key"]
        bias = self._model.pairs["role_bias"][("actor", "recipient").index(role)]
        return np.asarray((query @ key[inside].T / np.sqrt(key.shape[1]) + bias).max(1))


def _folded(shares: dict[str, float], type: str) -> float:
    return shares["CONCEDE"] + shares["RETREAT"] if type == "CONCEDE" else shares[type]


def _inside(spans: Sequence[Span], starts: NDArray[np.int64], ends: NDArray[np.int64]) -> NDArray[np.bool_]:
    found = np.zeros(len(starts), dtype=bool)
    for a, b in spans:
        found |= (starts < b) & (ends > a)
    return found


def _log_sum(x: Floats) -> Floats:
    top = x.max(-1, keepdims=True)
    return np.asarray(np.log(np.exp(x - top).sum(-1)) + top[..., 0])


def _log_sigmoid(x: Floats) -> Floats:
    return np.asarray(-np.logaddexp(0, -x))
