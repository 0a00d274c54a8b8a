"""Records from a file of JSON Lines, as `reportedly read --json` writes them."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from reportedly.cli.escape import visible_line
from reportedly.errors import RunError

if TYPE_CHECKING:
    from reportedly.record import Record


def read_records(path: str) -> Iterator[Record]:
    """The records of a file, or of standard input for `-`, one at a time."""
    name = "standard input" if path == "-" else visible_line(path)
    found = False
    for number, line in enumerate(_lines(path, name), 1):
        if line.strip():
            found = True
            yield _record(line, f"{name}, line {number}")
    if not found:
        raise RunError(f"{name} is empty; write records with: reportedly read --json PATH > records.jsonl")


def _lines(path: str, name: str) -> Iterator[bytes]:
    if path == "-":
        yield from sys.stdin.buffer
        return
    try:
        with Path(path).open("rb") as file:
            yield from file
    except OSError as error:
        raise RunError(f"{name} cannot be read: {error.strerror}") from error


def _record(line: bytes, where: str) -> Record:
    """One record. Its first field says that it is one."""
    from pydantic import ValidationError

    from reportedly.record import Record

    try:
        value = json.loads(line)
    except (ValueError, RecursionError) as error:
        raise RunError(f"{where} is no record: not JSON. {REMEDY}") from error
    if not isinstance(value, dict) or "record" not in value:
        raise RunError(f"{where} is no record: it has no field 'record'. {REMEDY}")
    if value["record"] != 1:
        raise RunError(
            f"{where} is a record of version {visible_line(str(value['record']))}; this program reads version 1"
        )
    try:
        return Record.model_validate(value)
    except ValidationError as error:
        first = error.errors()[0]
        field = ".".join(map(str, first["loc"]))
        raise RunError(
            f"{where} is no record: {visible_line(field)}: {visible_line(first['msg'])}. {REMEDY}"
        ) from error


REMEDY = "Records are written by: reportedly read --json PATH > records.jsonl"


def holds_records(path: str) -> bool:
    """Does a file begin with a record? Standard input is taken to hold articles."""
    if path == "-" or not Path(path).is_file():
        return False
    try:
        with Path(path).open("rb") as file:
            line = next((line for line in file if line.strip()), b"")
        value = json.loads(line)
    except (OSError, ValueError, RecursionError):
        return False
    return isinstance(value, dict) and "record" in value and "article" in value
