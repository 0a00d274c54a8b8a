"""JSON as the forms write it: one value at a time, into a list that is never in memory."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any, BinaryIO


def dumped(value: Any) -> bytes:
    """One value on one line, UTF-8. ValueError for a number that JSON has no form for."""
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":")).encode()


def write_list(file: BinaryIO, values: Iterable[Any]) -> None:
    """A JSON list, a value to a line."""
    file.write(b"[")
    for number, value in enumerate(values):
        file.write(b",\n" if number else b"\n")
        file.write(dumped(value))
    file.write(b"\n]")


def known(values: dict[str, Any]) -> dict[str, Any]:
    """The same without what is not known."""
    return {name: value for name, value in values.items() if value not in (None, "", [], {})}
