"""Runs of five words, hashed: what copies are recognised by."""

from __future__ import annotations

from hashlib import blake2b

from reportedly.connect.brief.words import WORD

RUN = 5
"""Words in a run: shorter ones recur in texts that have nothing to do with one another."""
SAMPLE = 4
"""Of a long text every run is kept whose hash this number divides: the same runs in every text that has them."""
SHORT = 160
"""Runs; of a text with no more all are kept, as a fourth would be too few to compare."""


def shingles_of(text: str) -> tuple[int, ...]:
    """Hashes (48 bits) of runs of five words, each once, in order of first place; of long texts a sample."""
    words = [w.lower() for w in WORD.findall(text)]
    runs = (" ".join(words[i : i + RUN]) for i in range(max(0, len(words) - RUN + 1)))
    hashes = dict.fromkeys(int.from_bytes(blake2b(r.encode(), digest_size=6).digest(), "big") for r in runs)
    return tuple(hashes) if len(hashes) <= SHORT else tuple(h for h in hashes if h % SAMPLE == 0)
