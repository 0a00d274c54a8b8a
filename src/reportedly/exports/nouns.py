"""What an export is asked for and what it leaves behind."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Literal, get_args

from reportedly.ledger.nouns import KeptRecord
from reportedly.record.span import Noun

Form = Literal["parquet", "csv", "jsonl", "plover", "polecat", "acled", "geojson", "webannotation", "prov"]
FORMS: tuple[Form, ...] = get_args(Form)


@dataclass(frozen=True)
class Chosen:
    """An article of an export. `statements` and `events` are ids of its record; None asks for all statements and for
    every event that PLOVER has a type for."""

    found: KeptRecord
    statements: frozenset[str] | None = None
    events: frozenset[str] | None = None


@dataclass(frozen=True)
class Target:
    """Where an export goes and how it is written.

    `path` is a folder for parquet and csv, a file for the rest. `force` replaces files that are there.
    `include_unrealised` keeps events that nobody says to have happened in the forms that leave them out (plover,
    polecat, acled, geojson). `raw_csv` writes cells as they are, even where a spreadsheet would run them.
    `future_as_agree` codes planned cooperation as AGREE (plover). `query` is noted in the manifest.
    """

    path: Path
    force: bool = False
    include_unrealised: bool = False
    raw_csv: bool = False
    future_as_agree: bool = False
    query: Mapping[str, Any] = field(default_factory=dict)


class Exported(Noun):
    """A file of an export."""

    name: str
    bytes: int
    sha256: str


class RunUsed(Noun):
    """A run whose records are in an export; `number` is the ledger's, `models` and `config` are hashes."""

    number: int
    reportedly: str
    models: dict[str, str]
    config: str
    articles: int


class Manifest(Noun):
    """What an export holds. `statements` and `events` count what was written, `left_out` what was not, by reason."""

    form: Form
    reportedly: str
    made: str
    query: dict[str, Any]
    options: dict[str, bool]
    articles: int
    statements: int
    events: int
    left_out: dict[str, int]
    runs: tuple[RunUsed, ...]
    files: tuple[Exported, ...]
    credit: str
