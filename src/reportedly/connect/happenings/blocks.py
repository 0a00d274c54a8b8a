"""Which mentions are compared at all, and how alike they are."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Sequence

from reportedly.connect.happenings.pairs import Pair, score
from reportedly.connect.happenings.seen import Seen, Weights

MOST = 48
"""Earlier mentions of a block with which one is compared: the first and the last of these. In stories of ten articles
hardly a block holds more; in one of a thousand it keeps the cost of an article the same."""


def scored_pairs(seen: Sequence[Seen], weights: Weights) -> dict[tuple[int, int], float]:
    """The score of each pair of mentions that a block holds: one word, one sense or one type. Words that say little of
    themselves are compared only where somebody is named with both."""
    blocks: dict[Hashable, list[Seen]] = {}
    scores: dict[tuple[int, int], float] = {}
    for s in seen:
        for key in keys_of(s):
            block = blocks.setdefault(key, [])
            for other in (*block[: MOST // 2], *block[MOST // 2 :][-MOST // 2 :]):
                at = (other.index, s.index)
                if at not in scores:
                    scores[at] = score(Pair(other, s, weights))
            block.append(s)
    return scores


def keys_of(s: Seen) -> Iterator[Hashable]:
    """The blocks that a mention belongs to."""
    lemma = s.mention.lemma
    if s.empty:
        for sign in sorted(s.actors.names | s.recipients.names | s.actors.heads):
            yield "word", lemma, sign
        return
    yield "word", lemma
    for sense in sorted(s.senses):
        yield "sense", sense
    if s.is_attack:
        yield ("attack",)
    if s.mention.type and not s.senses:
        yield "type", s.mention.type
