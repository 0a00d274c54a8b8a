"""The words of an article, counted: what stories are told apart by."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from reportedly.connect.brief.words import WORD, stem, words_of

INSIDE = re.compile(r"[A-Z](?<=[a-z,;] [A-Z])[^\W_]*(?:['’][^\W_]+)*")
"""A capitalised word that stands inside a sentence, as far as the mark before it tells. (To look behind the capital
rather than before it keeps the search from stopping at every letter.)"""


def terms_of(title: str | None, text: str) -> tuple[tuple[str, int], ...]:
    """Stems of title and text and how often each stands there."""
    found: defaultdict[str, int] = defaultdict(int)
    for word, number in Counter((*WORD.findall(title or ""), *words_of(text).all)).items():
        if len(word) > 2:
            found[stem(word)] += number
    return tuple(sorted(found.items()))


def proper_of(text: str) -> tuple[str, ...]:
    """Stems of the words that are a name's: written with a capital inside a sentence and nowhere without."""
    small = {stem(w) for w in set(words_of(text).all) if w[:1].islower()}
    return tuple(sorted({stem(w) for w in INSIDE.findall(text) if len(w) > 2} - small))
