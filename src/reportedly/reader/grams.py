"""The words and letters of a sentence in which a source and a target are marked, as hashed features.

Runs of one and two words and of two to four letters, of the whole sentence and of what stands between the two, each
weighed by how rare it is (tf-idf). A linear model over them sees the wording, where the encoder sees the meaning.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from reportedly.errors import RunError
from reportedly.record import Span

BITS = 16
"""Each of the four parts of the features has 2 ** BITS places, taken by a hash."""
PARTS = 4
WORD = re.compile(r"\w\w+")
LETTERS = (2, 3, 4)

Floats = NDArray[np.float32]


def marked(text: str, source: Sequence[Span], target: Sequence[Span]) -> str:
    """The text with SRC and TGT in the places of the two."""
    spans = sorted([(*s, "SRC") for s in source] + [(*s, "TGT") for s in target])
    out, at = "", 0
    for a, b, name in spans:
        out += f"{text[at:a]} {name} "
        at = max(at, b)
    return out + text[at:]


def places(text: str, source: Sequence[Span], target: Sequence[Span]) -> tuple[NDArray[np.int64], Floats]:
    """The places of the features of a sentence, in order, and how often each stands there (1 + log)."""
    whole = marked(text, source, target)
    ends = sorted(whole.find(mark) for mark in ("SRC", "TGT"))
    between = whole[ends[0] : ends[1] + 3] if ends[0] >= 0 else whole
    counts: Counter[int] = Counter()
    for half, part in enumerate((whole, between)):
        for kind, grams in enumerate((_words(part), _letters(part))):
            base = (2 * half + kind) << BITS
            counts.update(base + crc32(g.encode("utf-8", "surrogatepass")) % (1 << BITS) for g in grams)
    found = sorted(counts.items())
    at = np.array([k for k, _ in found], dtype=np.int64)
    return at, 1 + np.log(np.array([n for _, n in found], dtype=np.float32))


def weighed(at: NDArray[np.int64], often: Floats, idf: Floats) -> Floats:
    """The values of features: each times its rarity, each part of unit length."""
    values = often * idf[at]
    parts = at >> BITS
    lengths = np.sqrt(np.bincount(parts, weights=values * values, minlength=PARTS))
    return np.asarray(values / (lengths[parts] + 1e-9), dtype=np.float32)


def _words(text: str) -> Iterator[str]:
    words = WORD.findall(text.lower())
    yield from words
    yield from (f"{a} {b}" for a, b in pairwise(words))


def _letters(text: str) -> Iterator[str]:
    for word in text.lower().split():
        padded = f" {word} "
        for n in LETTERS:
            yield from (padded[i : i + n] for i in range(max(1, len(padded) - n + 1)))
            if len(padded) <= n:
                break


class Wording:
    """The linear model: log shares of its types for a sentence. Raises RunError where its weights are not the ones that
    reader.json names."""

    def __init__(self, file: Path, sha256: str) -> None:
        try:
            if hashlib.sha256(file.read_bytes()).hexdigest() != sha256:
                raise RunError(f"{file} is not the file that reader.json names; install the package again")
            with np.load(file) as kept:
                self.types: list[str] = [str(t) for t in kept["types"]]
                self._idf = kept["idf"].astype(np.float32)
                self._weights, self._scale, self._bias = kept["weights"], kept["scale"], kept["bias"]
        except (OSError, ValueError, KeyError) as e:
            raise RunError(f"{file}: missing or broken ({e}); install the package again") from e

    def log_shares(self, text: str, source: Sequence[Span], target: Sequence[Span]) -> NDArray[np.float64]:
        """The log of each type's share, in the order of `types`."""
        at, often = places(text, source, target)
        values = weighed(at, often, self._idf)
        scores = (values @ self._weights[at].astype(np.float32)) * self._scale + self._bias
        top = scores.max()
        return np.asarray(scores - top - np.log(np.exp(scores - top).sum()), dtype=np.float64)
