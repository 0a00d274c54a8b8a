"""Whose word a claim is: the columns of the claims grid, one for each origin, and for others who speak of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence

from reportedly.connect.brief.passings import bare
from reportedly.connect.nouns import Evidence, Happening, Origin, Origins
from reportedly.ledger.linked.assertions import Assertion, Teller
from reportedly.record.span import Noun
from reportedly.web.views.voices import is_silent

NOBODY = "articles"
"""Key of the column of what articles say in their own words, or of nobody in particular."""


class Column(Noun):
    """Who says it. `counted`: one of the origins of the happening; others only answer, or tell of a part of it."""

    key: str
    name: str
    kind: str
    counted: bool = True


class Columns:
    """The columns of one happening: those of its origins, and others as they are met."""

    def __init__(self, h: Happening, words: Mapping[Evidence, str]) -> None:
        self.by_key: dict[str, Column] = {}
        self._of: dict[str, list[Origin]] = defaultdict(list)
        self._words: dict[tuple[str, str], set[str]] = defaultdict(set)
        for o in h.origins.origins:
            self._add(o, counted=True)
            for a in o.articles:
                self._of[a].append(o)
            for e in o.evidence:
                self._words[o.key, e.article].add(words.get(e, "").casefold())

    def of_assertion(self, said: Assertion) -> Column:
        """The column of what a mention says."""
        here = self._of[said.mention.article]
        if said.teller is None or not (said.teller.name or said.teller.words):
            return self._own(here)
        names = _names(said.teller)
        for o in here:
            if o.name.casefold() in names:
                return self.by_key[o.key]
        for o in here:
            if self._words[o.key, said.mention.article] & names:
                return self.by_key[o.key]
        return self._other(said.teller)

    def of_claim(self, origins: Origins | None, article: str) -> list[Column]:
        """The columns of a figure that an article gives: those of its origins in it."""
        given = [o for o in origins.origins if article in o.articles] if origins else []
        return [self._add(o, counted=False) for o in given] or [self._own(self._of[article])]

    def _own(self, here: Sequence[Origin]) -> Column:
        silent = next((o for o in here if is_silent(o)), None)
        if silent:
            return self.by_key[silent.key]
        own = Column(key=NOBODY, name="the articles in their own words", kind="article", counted=False)
        return self.by_key.setdefault(NOBODY, own)

    def _other(self, teller: Teller) -> Column:
        name = (teller.name or "").split(",")[0] or teller.words or ""
        if teller.kind == "outlet" and (known := self.by_key.get(f"outlet:{bare(name)}")):
            return known
        other = Column(key=f"other:{name.casefold()}", name=name, kind=teller.kind, counted=False)
        return self.by_key.setdefault(other.key, other)

    def _add(self, o: Origin, *, counted: bool) -> Column:
        return self.by_key.setdefault(o.key, Column(key=o.key, name=o.name, kind=o.kind, counted=counted))


def _names(teller: Teller) -> set[str]:
    """What the source of a statement may be called."""
    told = [teller.words, teller.name, (teller.name or "").split(",")[0], *teller.relay[:1]]
    return {name.casefold() for name in told if name}
