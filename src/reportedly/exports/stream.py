"""An export as one stream: for whoever takes it while it is made, and keeps no file here."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import BinaryIO, Literal, get_args

from reportedly.exports.export import WRITERS
from reportedly.exports.job import Job, Tally, readings
from reportedly.exports.nouns import Chosen, Form, Target
from reportedly.exports.output import TABLES

Table = Literal["events", "statements"]
TABLE_NAMES: tuple[Table, ...] = get_args(Table)

MEDIA: dict[Form, tuple[str, str]] = {
    "parquet": ("application/vnd.apache.parquet", "parquet"),
    "csv": ("text/csv; charset=utf-8; header=present", "csv"),
    "jsonl": ("application/jsonl", "jsonl"),
    "plover": ("application/jsonl", "jsonl"),
    "polecat": ("text/tab-separated-values; charset=utf-8", "txt"),
    "acled": ("text/csv; charset=utf-8; header=present", "csv"),
    "geojson": ("application/geo+json", "geojson"),
    "webannotation": ("application/ld+json", "jsonld"),
    "prov": ("application/ld+json", "jsonld"),
}
"""Of each form the media type and the ending of its file."""


@dataclass(frozen=True)
class Wanted:
    """What is streamed: a form, of the forms that are two tables one of these, and whether events that nobody says to
    have happened are kept in the forms that leave them out."""

    form: Form
    table: Table = "events"
    include_unrealised: bool = False

    @property
    def media(self) -> str:
        """Its media type."""
        return MEDIA[self.form][0]

    @property
    def file(self) -> str:
        """A name for it as a file."""
        name = self.table if self.form in TABLES else self.form
        return f"{name}.{MEDIA[self.form][1]}"


def stream(wanted: Wanted, chosen: Iterable[Chosen], file: BinaryIO) -> Tally:
    """Write articles into an open stream, one at a time; what was written and left out. OSError: the stream takes no
    more."""
    form, table = wanted.form, wanted.table
    target, tally = Target(Path(), include_unrealised=wanted.include_unrealised), Tally()
    made = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    if form not in TABLES:
        WRITERS[form](readings(chosen, tally), Job((file,), target, tally, made))
        return tally
    with io.BytesIO() as other:  # holds a heading only: of the other table nothing is chosen
        files = (file, other) if table == "events" else (other, file)
        WRITERS[form](readings(_of_table(chosen, table), tally), Job(files, target, tally, made))
    return tally


def _of_table(chosen: Iterable[Chosen], table: Table) -> Iterator[Chosen]:
    nothing: frozenset[str] = frozenset()
    for one in chosen:
        yield replace(one, statements=nothing) if table == "events" else replace(one, events=nothing)
