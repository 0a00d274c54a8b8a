"""Records as they are, one a line: nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.exports.facts import Reading
from reportedly.exports.job import Job, events, statements
from reportedly.ledger.nouns import Kept
from reportedly.record import Record
from reportedly.record.span import Noun


class ChosenIds(Noun):
    """Which statements and events of a record were asked for."""

    statements: tuple[str, ...]
    events: tuple[str, ...]


class ExportedRecord(Record):
    """A record with its article's place in the ledger; whoever reads records passes over the two more fields."""

    kept: Kept
    chosen: ChosenIds


def write_records(readings: Iterator[Reading], job: Job) -> None:
    """JSON Lines: whole records (docs/record.md), with `kept` and `chosen`."""
    for reading in readings:
        chosen = ChosenIds(
            statements=tuple(s.statement.id for s in statements(reading, job.tally)),
            events=tuple(e.event.id for e in events(reading, job.tally)),
        )
        line = ExportedRecord.model_construct(**dict(reading.record), kept=reading.kept, chosen=chosen)
        job.file.write(line.model_dump_json().encode() + b"\n")
