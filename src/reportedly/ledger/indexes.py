"""The full-text indexes: in which table each finds its words."""

from __future__ import annotations

from typing import NamedTuple


class Index(NamedTuple):
    """A full-text index, and the table with the key of its rows whose words it holds."""

    name: str
    table: str
    key: str


INDEXES = (
    Index("versions_text", "versions", "version_key"),
    Index("statements_text", "statements", "statement_key"),
    Index("events_text", "events", "event_key"),
    Index("parties_text", "parties", "party_key"),
)
"""All that there are."""
