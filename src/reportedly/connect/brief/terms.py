"""The words of an article, counted: what stories are told apart by."""

from __future__ import annotations

from collections import Counter

from reportedly.connect.brief.words import WORD, stem
from reportedly.record import Record


def terms_of(record: Record) -> tuple[tuple[str, int], ...]:
    """Stems of title and text and how often each stands there."""
    whole = f"{record.article.title or ''}\n{record.article.text}"
    return tuple(sorted(Counter(stem(w) for w in WORD.findall(whole) if len(w) > 2).items()))
