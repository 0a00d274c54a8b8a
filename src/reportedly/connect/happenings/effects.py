"""What a happening brought about: the deaths of a bombing, told beside it as events of their own."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.connect.happenings.join import Group
from reportedly.connect.happenings.seen import Seen

FAR = 3
"""Sentences with events between a cause and what it brought about, where the article tells of several causes."""


def effects_of(groups: Sequence[Group], seen: Sequence[Seen]) -> list[list[int]]:
    """For each group the numbers of mentions, of other groups, that tell what it brought about.

    A death, an injury or a flight goes to the cause named in its sentence, else to the last one named in the sentences
    before, else to the only one that its article tells of.
    """
    of = {m: k for k, g in enumerate(groups) for m in g.members}
    effects: list[list[int]] = [[] for _ in groups]
    by_article: dict[int, list[Seen]] = {}
    for s in seen:
        by_article.setdefault(s.article, []).append(s)
    for mentions in by_article.values():
        causes = [s for s in mentions if s.kind.befalls]
        for s in mentions:
            cause = _cause(s, causes, of) if s.kind.effect else None
            if cause is not None and of[cause.index] != of[s.index]:
                effects[of[cause.index]].append(s.index)
    return effects


def _cause(s: Seen, causes: Sequence[Seen], of: dict[int, int]) -> Seen | None:
    same = [c for c in causes if c.sentence == s.sentence]
    if same:
        return min(same, key=lambda c: abs(c.mention.trigger[0] - s.mention.trigger[0]))
    before = [c for c in causes if 0 < s.sentence - c.sentence <= FAR]
    if before:
        return before[-1]
    return causes[0] if len({of[c.index] for c in causes}) == 1 else None
