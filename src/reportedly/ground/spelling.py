"""Spellings of one name: "Zelensky" and "Zelenskyy", "Qadhafi" and "Qaddafi"."""

from __future__ import annotations

import unicodedata

from rapidfuzz.distance import DamerauLevenshtein

SHORTEST = 6
"""Letters of a name below which another letter is another name ("Rusk", "Resk")."""
ALIKE = 0.8
"""Share of letters that two spellings have in common, in order (Damerau 1964): at most one in five differs."""


def unaccented(name: str) -> str:
    """A name in lower case without accents."""
    return "".join(c for c in unicodedata.normalize("NFKD", name).casefold() if not unicodedata.combining(c))


def spelled_alike(one: str, other: str) -> bool:
    """Are two names the same up to a letter or two? They begin alike. Case is the caller's affair."""
    if one == other:
        return True
    if min(len(one), len(other)) < SHORTEST or one[:2] != other[:2]:
        return False
    return DamerauLevenshtein.normalized_similarity(one, other) >= ALIKE
