"""Which state of a ledger something was read in, so that whoever has it need not ask again while nothing changes."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from reportedly.ledger.fetch import fetch
from reportedly.ledger.stored import canonical

if TYPE_CHECKING:
    from reportedly.ledger.connect import Ledger

_GROWING = {
    "articles": "article_key",
    "changes": "change_key",
    "passages": "passage_key",
    "rulings": "ruling_key",
    "links": "link_key",
    "forgotten": "forgotten_key",
}
"""Tables that only grow, with their keys; an erasure, which takes rows away, adds one to `forgotten`."""

_ASKED = ", ".join(
    [
        *(f"(SELECT max({key}) FROM {table})" for table, key in _GROWING.items()),
        # seals: two ledgers that took turns under one name may have as many rows
        "(SELECT version_key || ' ' || sha256 || text_sha256 FROM versions ORDER BY version_key DESC LIMIT 1)",
        "(SELECT reading_key || ' ' || sha256 FROM readings ORDER BY reading_key DESC LIMIT 1)",
        "(SELECT state_key || ' ' || sha256 FROM states ORDER BY state_key DESC LIMIT 1)",
        "(SELECT count(*) || ' ' || coalesce(max(seen), '') FROM sightings)",
        "(SELECT count(*) FROM linked_stories WHERE state_key IS NULL)",
    ]
)


def moment_of(ledger: Ledger) -> str:
    """A short text that changes whenever anything that lists and records show may have changed, and otherwise is the
    same in every connection and process. It costs a few look-ups at the ends of indexes. LedgerError: the file cannot
    be read."""
    [row] = fetch(ledger, f"SELECT {_ASKED}")
    return hashlib.sha256(canonical(list(row)).encode()).hexdigest()[:24]
