"""Texts that are met again: which one stands at an address now, where an edit was taken back."""

from __future__ import annotations

import apsw

from reportedly.intake.item import Origin
from reportedly.ledger.clock import evened


def new_sighting(db: apsw.Connection, version: int, origin: Origin) -> str | None:
    """When a kept text was seen again, where the ledger has to know; None where that is unknown or no later.

    An archive's dates are what it holds: each later one counts, so that archives may be added in any order and twice.
    The time of a fetch is different each time: it counts only where an older text is back.
    """
    if origin.seen is None:
        return None
    seen = evened(origin.seen)
    if seen <= _last_seen(db, version):
        return None
    latest = _latest_beside(db, version)
    is_archived = origin.validators is None
    return seen if is_archived or (latest is not None and seen > _last_seen(db, latest)) else None


def add_sighting(db: apsw.Connection, version: int, origin: Origin) -> None:
    """Note it, where `new_sighting` says so."""
    if seen := new_sighting(db, version, origin):
        db.execute("INSERT INTO sightings (version_key, seen) VALUES (?, ?)", (version, seen))


def _last_seen(db: apsw.Connection, version: int) -> str:
    return str(db.execute("SELECT seen FROM last_seen WHERE version_key = ?", (version,)).get)


def _latest_beside(db: apsw.Connection, version: int) -> int | None:
    """The version that stands for the article now, where it is another one."""
    asked = """
    SELECT l.version_key FROM latest l JOIN versions v USING (article_key)
    WHERE v.version_key = :it AND l.version_key != :it
    """
    found = db.execute(asked, {"it": version}).fetchone()
    return int(found[0]) if found else None
