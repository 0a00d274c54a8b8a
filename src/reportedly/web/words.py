"""Words that pages and the terminal share and that need no record: light to import."""

from __future__ import annotations


def plural(n: int, noun: str) -> str:
    """`1 statement`, `2 statements`."""
    return f"{n:,} {noun}{'' if n == 1 else 's'}"
