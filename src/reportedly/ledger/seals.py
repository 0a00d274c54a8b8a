"""Hashes of rows, by which `verify` sees that what surrounds a text or a record is as it was written."""

from __future__ import annotations

from collections.abc import Sequence

from reportedly.ledger.identity import sha256_of
from reportedly.ledger.stored import canonical

OF_VERSION = (
    "number", "text_sha256", "meta", "title", "outlet", "url", "published", "day", "source", "name", "seen", "added",
)  # fmt: skip
"""What a version's hash is made of: everything but keys and the text, which has a hash of its own."""


def seal_of(values: Sequence[str | int | None]) -> str:
    """The hash of these values in this order, lower-case hex."""
    return sha256_of(canonical(list(values)))


def seal_of_reading(run_sha256: str, read_at: str, failed: int, record_sha256: str) -> str:
    """The hash of what surrounds a record: everything of its reading's row but keys and the record itself."""
    return seal_of((run_sha256, read_at, failed, record_sha256))
