"""Runs of five words, hashed: what copies are recognised by."""

from __future__ import annotations

from hashlib import blake2b

from reportedly.connect.brief.words import WORD

RUN = 5


def shingles_of(text: str) -> tuple[int, ...]:
    """Hashes (48 bits) of every run of five words, in order."""
    words = [w.lower() for w in WORD.findall(text)]
    runs = (" ".join(words[i : i + RUN]) for i in range(max(0, len(words) - RUN + 1)))
    return tuple(int.from_bytes(blake2b(r.encode(), digest_size=6).digest(), "big") for r in runs)
