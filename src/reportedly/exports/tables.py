"""Two flat tables, events and statements, as Parquet or CSV."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from contextlib import ExitStack
from typing import Any, BinaryIO, TextIO

import pyarrow as pa
import pyarrow.parquet as pq

from reportedly.exports.cells import csv_cells, guarded_row
from reportedly.exports.columns import Column, Type, row
from reportedly.exports.event_columns import EVENT_COLUMNS
from reportedly.exports.facts import Reading
from reportedly.exports.job import Job, events, statements
from reportedly.exports.output import as_text
from reportedly.exports.statement_columns import STATEMENT_COLUMNS
from reportedly.version import VERSION

ROWS = 10_000
"""Rows of a row group: about 10 MB of text in memory, and large enough to compress and to skip well."""

ARROW: dict[Type, pa.DataType] = {
    "text": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "date": pa.date32(),
    "list": pa.list_(pa.string()),
    "chain": pa.list_(pa.string()),
}


def write_parquet(readings: Iterator[Reading], job: Job) -> None:
    """events.parquet and statements.parquet; every column carries its meaning as metadata."""
    with (
        _ParquetTable(job.files[0], EVENT_COLUMNS) as event_table,
        _ParquetTable(job.files[1], STATEMENT_COLUMNS) as statement_table,
    ):
        for reading in readings:
            for event in events(reading, job.tally):
                event_table.add(row(EVENT_COLUMNS, event))
            for statement in statements(reading, job.tally):
                statement_table.add(row(STATEMENT_COLUMNS, statement))


class _ParquetTable:
    """Rows collected into row groups."""

    def __init__(self, file: BinaryIO, columns: Sequence[Column[Any]]) -> None:
        fields = [pa.field(c.name, ARROW[c.type], metadata={"description": c.meaning}) for c in columns]
        self._schema = pa.schema(fields, metadata={"made_by": f"reportedly {VERSION}"})
        self._writer = pq.ParquetWriter(file, self._schema, compression="zstd")
        self._rows: list[list[Any]] = []

    def __enter__(self) -> _ParquetTable:
        return self

    def __exit__(self, failed: object, *_: object) -> None:
        if not failed:
            self._flush()
        self._writer.close()

    def add(self, cells: list[Any]) -> None:
        self._rows.append(cells)
        if len(self._rows) >= ROWS:
            self._flush()

    def _flush(self) -> None:
        if self._rows:
            arrays = [
                pa.array(cells, f.type) for cells, f in zip(zip(*self._rows, strict=True), self._schema, strict=True)
            ]
            self._writer.write_table(pa.Table.from_arrays(arrays, schema=self._schema))
            self._rows = []


def write_csv(readings: Iterator[Reading], job: Job) -> None:
    """events.csv and statements.csv: UTF-8 without a byte order mark, RFC 4180."""
    with ExitStack() as stack:
        event_file, statement_file = (stack.enter_context(as_text(file)) for file in job.files)
        event_table = CsvTable(event_file, [c.name for c in EVENT_COLUMNS], job)
        statement_table = CsvTable(statement_file, [c.name for c in STATEMENT_COLUMNS], job)
        event_types, statement_types = ([c.type for c in columns] for columns in (EVENT_COLUMNS, STATEMENT_COLUMNS))
        for reading in readings:
            for event in events(reading, job.tally):
                event_table.add(csv_cells(row(EVENT_COLUMNS, event), event_types))
            for statement in statements(reading, job.tally):
                statement_table.add(csv_cells(row(STATEMENT_COLUMNS, statement), statement_types))


class CsvTable:
    """Rows with a heading, guarded against formulas unless the raw text was asked for. CSV is that of RFC 4180, with
    CRLF behind a row: only then does Python put a cell with a carriage return into quotation marks."""

    def __init__(self, file: TextIO, heading: Sequence[str], job: Job, dialect: type[csv.Dialect] = csv.excel) -> None:
        self._writer = csv.writer(file, dialect)
        self._raw = job.target.raw_csv
        self._writer.writerow(heading)

    def add(self, cells: Sequence[str | int | float]) -> None:
        self._writer.writerow(cells if self._raw else guarded_row(cells))
