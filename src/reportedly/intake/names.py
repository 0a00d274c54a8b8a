"""Bylines: from a line or a metadata field to the names of the people who wrote the article."""

from __future__ import annotations

import re

MAX_BYLINE_WORDS = 8
"""Words of a byline in running text; longer ones are sentences that start with "By"."""

_BY = re.compile(r"^(?:written\s+)?by:?\s+", re.IGNORECASE)
_BETWEEN = re.compile(r"\s*[;,&|/]\s*(?:and\s+)?|\s+and\s+", re.IGNORECASE)
_DUTY = re.compile(
    r"\b(?:editors?|correspondents?|reporters?|writers?|journalist|columnist|staff|bureau|chief|analyst|contributor)\b",
    re.IGNORECASE,
)
_PARTICLES = frozenset(
    ["al", "bin", "da", "de", "del", "der", "di", "dos", "du", "el", "ibn", "la", "le", "ten", "ter", "van", "von"]
)
_ADDRESS = re.compile(r"https?:|www\.|@|\.com\b", re.IGNORECASE)


def names_of(value: str) -> tuple[str, ...]:
    """The names in an author field: "By Ana Resk and Bo Lind, Chief Editor" → Ana Resk, Bo Lind."""
    value = " ".join(w for w in _BY.sub("", value.strip()).split() if not _ADDRESS.search(w))
    kept = [p for part in _BETWEEN.split(value) if (p := part.strip(" ."))]
    people = [p for p in kept if not _DUTY.search(p)]
    return tuple(dict.fromkeys(people or kept))


def byline_of(line: str) -> tuple[str, ...]:
    """The names of a line of text that is nothing but a byline, () where it is anything else."""
    line = line.strip()
    words = line.split()
    if not 2 <= len(words) <= MAX_BYLINE_WORDS or not _BY.match(line) or line.endswith(("?", "!", ":")):
        return ()
    names = names_of(line)
    return names if names and all(_is_name(n) for n in names) else ()


def _is_name(words: str) -> bool:
    parts = words.split()
    return all(p[0].isupper() or p.lower() in _PARTICLES for p in parts) and any(p[0].isupper() for p in parts)
