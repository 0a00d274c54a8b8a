"""Runs of five words, hashed: what copies are recognised by."""

from __future__ import annotations

from collections.abc import Sequence
from hashlib import blake2b
from itertools import accumulate

from reportedly.connect.brief.words import words_of
from reportedly.record.span import Span

RUN = 5
"""Words in a run: shorter ones recur in texts that have nothing to do with one another."""
SAMPLE = 4
"""Of a long text every run is kept whose hash this number divides: the same runs in every text that has them."""
SHORT = 160
"""Runs; of a text with no more all are kept, as a fourth would be too few to compare."""


def placed_runs(text: str, within: Sequence[Span]) -> dict[int, Span]:
    """Hashes (48 bits) of runs of five words of what stands `within`, each with its first place, in order; of long
    texts a sample. A run may reach over what is left out."""
    words = words_of(text)
    kept = [k for span in within for k in range(*words.within(span))]
    whole = " ".join([words.all[k] for k in kept]).lower().encode()
    begins = list(accumulate([len(word) + 1 for word in whole.split(b" ")], initial=0))
    runs = [whole[start : end - 1] for start, end in zip(begins, begins[RUN:], strict=False)]
    first: dict[int, int] = {}
    for i, run in enumerate(runs):
        first.setdefault(int.from_bytes(blake2b(run, digest_size=6).digest()), i)
    if len(first) > SHORT:
        first = {key: i for key, i in first.items() if key % SAMPLE == 0}
    return {key: (words.starts[kept[i]], words.ends[kept[i + RUN - 1]]) for key, i in first.items()}


def shingles_of(text: str) -> tuple[int, ...]:
    """The hashes alone, of a whole text."""
    return tuple(placed_runs(text, ((0, len(text)),)))
