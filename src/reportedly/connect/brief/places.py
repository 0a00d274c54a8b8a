"""Whose a place or a people is, as far as an article or a gazetteer tells."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from reportedly.connect.brief.lists import singular, singulars
from reportedly.lexicons import load_lexicons
from reportedly.record import Record


@dataclass(frozen=True)
class Places:
    """Places and peoples as owners of bodies, by how they are written in lower case; their countries or names."""

    known: frozenset[tuple[str, str]]

    @classmethod
    def of(cls, record: Record) -> Places:
        """Those that an article names."""
        named = {p.text.lower(): p.country or (p.name or p.text).lower() for p in reversed(record.places)}
        return cls(frozenset(named.items()))

    @cached_property
    def whose(self) -> dict[str, str]:
        """Whose each place is."""
        return dict(self.known)

    def within(self, phrase: str) -> Places:
        """Those that stand in a phrase: what it is called after does not depend on any other."""
        lower = phrase.lower()
        return Places(frozenset([place for place in self.known if place[0] in lower]))

    def owner(self, word: str) -> str | None:
        """Whose it is, where a word names a place or a people."""
        if singular(word) in singulars():
            return None
        w = word.lower().removesuffix("'s").removesuffix("’s").rstrip("'’")
        countries = load_lexicons().actors.countries
        return self.whose.get(w) or countries.get(w) or countries.get(w.capitalize())
