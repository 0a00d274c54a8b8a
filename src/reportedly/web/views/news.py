"""What was new, in words."""

from __future__ import annotations

from typing import NamedTuple

from reportedly.connect.changes import KINDS, Change, change_words


class News(NamedTuple):
    """A change's kind and what it says, in words."""

    kind: str
    words: str


def news_of_change(change: Change) -> News:
    """A change in words."""
    return News(KINDS[change.kind], change_words(change))
