"""The list of sources as a page: what was asked for, who was found, how many there are of each kind."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportedly.ledger.identity import sha256_of
from reportedly.ledger.paging import Part
from reportedly.ledger.sourced.nouns import FoundSource, Whom
from reportedly.ledger.sources import kinds, publishers, sources
from reportedly.ledger.stats import Counted
from reportedly.ledger.stored import canonical
from reportedly.record.span import Noun
from reportedly.version import VERSION

if TYPE_CHECKING:
    from reportedly.ledger.connect import Ledger

COLUMNS = (
    "id", "name", "kind", "named", "country", "roles", "statements", "articles", "published", "first_day", "last_day",
)  # fmt: skip


class SourcesView(Noun):
    """Sources: what was asked for, those of this page, the cursor of the next, how many there are of each kind, and
    outlets to choose from."""

    asked: dict[str, str]
    kinds: tuple[Counted, ...]
    outlets: tuple[str, ...]
    sources: tuple[FoundSource, ...]
    next: str | None = None
    ledger: str

    @property
    def total(self) -> int:
        """How many were found, on all pages."""
        asked = self.asked.get("kind", "").split(",")
        return sum(kind.count for kind in self.kinds if kind.name in asked or asked == [""])

    @property
    def citation(self) -> str:
        """What names this list for good."""
        told = sha256_of(canonical([list(row) for row in self.table()]))
        number = len(self.sources)
        return f"Sources ({number} on this page), ledger {self.ledger}, Reportedly {VERSION}; rows sha256:{told}"

    def table(self) -> Iterator[tuple[str | int | bool | None, ...]]:
        """A row for each source."""
        yield COLUMNS
        for s in self.sources:
            days = (s.first_day, s.last_day)
            numbers = (s.statements, s.articles, s.published)
            yield s.id, s.name, s.kind, s.named, s.country, "; ".join(s.roles), *numbers, *days


def sources_view(ledger: Ledger, asked: Whom, part: Part) -> SourcesView:
    """The sources that fit, those with the most statements first. RunError: what is asked cannot be understood."""
    page = sources(ledger, asked, part)
    return SourcesView(
        asked=_told(asked), kinds=kinds(ledger, asked), outlets=tuple(o.name for o in publishers(ledger)),
        sources=page.items, next=page.next, ledger=ledger.path.name,
    )  # fmt: skip


def _told(asked: Whom) -> dict[str, str]:
    """What was asked for, by the names that the address has for it."""
    told = {"q": asked.words, "outlet": asked.outlet, "since": asked.since, "until": asked.until}
    return {k: v for k, v in told.items() if v is not None} | ({"kind": ",".join(asked.kinds)} if asked.kinds else {})
