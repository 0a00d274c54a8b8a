"""What is new between two states of one story."""

from __future__ import annotations

from reportedly.connect.nouns import Evidence, Story
from reportedly.record.span import Noun


class Change(Noun):
    """Something new."""

    kind: str
    happening: str | None = None
    words: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


def changes_between(before: Story | None, after: Story) -> tuple[Change, ...]:
    """What is new in `after`: so far, happenings that were not there."""
    there = {h.id for h in before.happenings} if before else set()
    return tuple(
        Change(kind="new_happening", happening=h.id, articles=h.articles)
        for h in after.happenings
        if h.type and h.id not in there
    )
