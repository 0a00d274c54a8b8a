"""One article of the ledger with its record, its readings, and its place among the others."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from reportedly.exports.cells import csv_cells
from reportedly.exports.columns import Column, row
from reportedly.exports.event_columns import EVENT_COLUMNS
from reportedly.exports.facts import EventFacts, Reading, StatementFacts
from reportedly.exports.nouns import Chosen
from reportedly.exports.statement_columns import STATEMENT_COLUMNS
from reportedly.ledger.articles import kept_record, readings_of
from reportedly.ledger.linked.kinship import Kinship, kinship
from reportedly.ledger.linked.queries import articles_of
from reportedly.ledger.nouns import Kept, KeptReading, KeptRecord
from reportedly.record import Record, Run
from reportedly.record.span import Noun

if TYPE_CHECKING:
    from reportedly.ledger.connect import Ledger

Cell = str | int | float


@dataclass(frozen=True)
class AskedArticle:
    """Which reading of which article: by its id, the first letters of it, its address or its own id; of a version, of a
    run, else the latest. `all_events`: also those that PLOVER has no type for."""

    article: str
    version: int | None = None
    run: int | None = None
    all_events: bool = False


class ArticleView(Noun):
    """A reading of an article. `current`: it is the latest, the one that linking used; only then is `kinship`, what
    linking found, there. `record` is whole; `shown` is what the page shows of it."""

    kept: Kept
    record: Record
    readings: tuple[KeptReading, ...]
    current: bool
    kinship: Kinship | None = None
    all_events: bool = False
    citation: str

    @property
    def shown(self) -> Record:
        """The record with the events that were asked for."""
        return self.record if self.all_events else self.record.typed_only

    @property
    def untyped(self) -> int:
        """How many events PLOVER has no type for."""
        return sum(1 for e in self.record.events if e.type is None)

    @property
    def versions(self) -> tuple[int, ...]:
        """The numbers of its texts that have been read."""
        return tuple(sorted({r.kept.version for r in self.readings}))

    def table(self) -> Iterator[Sequence[Cell]]:
        """Its statements, then its events, in the columns of the exports."""
        reading = Reading(Chosen(KeptRecord(kept=self.kept, record=self.shown)))
        names = ["noun", *dict.fromkeys([*(c.name for c in STATEMENT_COLUMNS), *(c.name for c in EVENT_COLUMNS)])]
        yield names
        for s in reading.record.statements:
            yield _row(names, "statement", STATEMENT_COLUMNS, StatementFacts(reading, s))
        for e in reading.record.events:
            yield _row(names, "event", EVENT_COLUMNS, EventFacts(reading, e))


def article_view(ledger: Ledger, asked: AskedArticle) -> ArticleView:
    """The reading that was asked for. LedgerError: there is no such article. RunError: there is no such reading."""
    found = kept_record(ledger, asked.article, asked.version, asked.run)
    kept = found.kept
    latest = articles_of(ledger, [kept.id]).get(kept.id)
    current = latest is not None and (latest.version, latest.run) == (kept.version, kept.run)
    return ArticleView(
        kept=kept, record=found.record, readings=tuple(readings_of(ledger, kept.id)), current=current,
        kinship=kinship(ledger, kept.id) if current else None, all_events=asked.all_events,
        citation=citation(kept, found.record.run),
    )  # fmt: skip


def citation(kept: Kept, run: Run) -> str:
    """How to cite a reading so that it can be checked: what it is, where it stands, its text's hash, its makers."""
    article = [kept.outlet or "unknown outlet", f"“{kept.title}”" if kept.title else "", kept.published or kept.day]
    models = ", ".join(f"{name} {made}" for name, made in sorted(run.models.items()))
    made = f"read by Reportedly {run.reportedly} (run {kept.run}{', ' if models else ''}{models}, config {run.config})"
    return (
        f"{', '.join(filter(None, article))}. {kept.url or 'no address'}. {kept.id}, version {kept.version}, "
        f"seen {kept.seen}, text sha256:{kept.text_sha256}; {made}."
    )


def _row(names: Iterable[str], noun: str, columns: Sequence[Column[Any]], facts: object) -> list[Cell]:
    cells = csv_cells(row(columns, facts), [c.type for c in columns])
    known: dict[str, Cell] = {c.name: cell for c, cell in zip(columns, cells, strict=True)}
    known["noun"] = noun
    return [known.get(name, "") for name in names]
