"""Words as linking compares them."""

from __future__ import annotations

import re

WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
SUFFIXES = ("ings", "ing", "ed", "es", "s")


def stem(word: str) -> str:
    """A rough stem: forms of one word share it."""
    w = word.lower()
    for suffix in SUFFIXES:
        if w.endswith(suffix) and len(w) - len(suffix) >= 3:
            return w[: -len(suffix)]
    return w
