"""Which mentions are compared at all, and how alike they are."""

from __future__ import annotations

from collections.abc import Hashable, Iterator, Mapping, Sequence
from functools import lru_cache

from reportedly.connect.happenings.scores import Scoring
from reportedly.connect.happenings.seen import Seen, Weights, kind_of
from reportedly.connect.whole import Whole

MOST = 48
"""Earlier mentions of a block with which one is compared, if there are no more: in stories of ten articles hardly a
block holds more."""
ENDS = 12
"""Of a larger block, how many of the first and how many of the last are compared, which keeps the cost of an article
the same in a story of a thousand. With 8 to 24 ECB+ dev and GVC dev come out the same to half a point."""


class Compared:
    """The mentions of a story, by number, for each the earlier ones with which it is compared, `earlier`: those of one
    word, one sense or one type, and what these comparisons tie together. Words that say little of themselves are
    compared only where somebody is named with both. They are scored when it is asked for: most need not be."""

    def __init__(self, seen: Sequence[Seen], weights: Weights) -> None:
        self.seen, self.scoring = seen, Scoring(seen, weights)
        self.tied = Whole(len(seen))
        self.earlier = list(_earlier(seen, self.tied))
        self._scores: dict[int, Mapping[int, float]] = {}

    def scores(self, j: int) -> Mapping[int, float]:
        """How alike a mention is to each of the earlier ones with which it is compared."""
        if j not in self._scores:
            earlier = self.earlier[j]
            self._scores[j] = dict(zip(earlier, self.scoring.scores(earlier, j), strict=True))
        return self._scores[j]


def _earlier(seen: Sequence[Seen], tied: Whole) -> Iterator[Sequence[int]]:
    blocks: dict[Hashable, list[int]] = {}
    for s in seen:
        found: dict[int, None] = {}
        for key in keys_of(s):
            block = blocks.setdefault(key, [])
            if block:
                tied.join(block[0], s.index)
            found.update(dict.fromkeys(block if len(block) <= MOST else (*block[:ENDS], *block[-ENDS:])))
            block.append(s.index)
        yield tuple(found)


def keys_of(s: Seen) -> Sequence[Hashable]:
    """The blocks that a mention belongs to."""
    lemma = s.mention.lemma
    if s.kind.empty:
        return [("word", lemma, sign) for sign in sorted(s.actors.names | s.recipients.names | s.actors.heads)]
    return _keys(lemma, s.mention.type)


@lru_cache(maxsize=50_000)
def _keys(lemma: str, type: str | None) -> Sequence[Hashable]:
    kind = kind_of(lemma, type)
    keys: list[Hashable] = [("word", lemma), *(("sense", sense) for sense in sorted(kind.senses))]
    if kind.attack:
        keys.append(("attack",))
    if type and not kind.senses:
        keys.append(("type", type))
    return keys
