"""What a ledger holds, counted, for the page about it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from reportedly.ledger.stats import Stats, stats
from reportedly.linking import waits
from reportedly.record.span import Noun
from reportedly.version import VERSION

if TYPE_CHECKING:
    from reportedly.ledger.connect import Ledger


class AboutView(Noun):
    """The ledger's name and counts, how many articles wait to be linked, and this version."""

    name: str
    reportedly: str
    waiting: int
    stats: Stats

    @property
    def counts(self) -> tuple[tuple[str, int], ...]:
        """What there is, by name."""
        of = self.stats
        return (
            ("articles", of.articles), ("versions of their texts", of.versions), ("readings", of.readings),
            ("statements", of.statements), ("events with a type", of.events), ("other events", of.untyped_events),
            ("people, bodies and other entities", of.entities), ("places", of.places), ("times", of.times),
            ("problems", of.problems), ("forgotten articles", of.forgotten), ("articles to be linked", self.waiting),
        )  # fmt: skip

    def table(self) -> Iterator[tuple[str, str | int]]:
        """What there is, by name."""
        yield "what", "count"
        yield from self.counts


def about_view(ledger: Ledger) -> AboutView:
    """Count everything. LedgerError: the ledger cannot be read."""
    return AboutView(name=ledger.path.name, reportedly=VERSION, waiting=waits(ledger), stats=stats(ledger))
