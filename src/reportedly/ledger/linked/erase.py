"""Erasing what linking found in an article, and whatever else holds words or the id of it."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

import apsw

from reportedly.ledger.clock import now
from reportedly.ledger.linked.index import drop
from reportedly.ledger.linked.packed import unpacked
from reportedly.ledger.seals import seal_of
from reportedly.ledger.stored import canonical

ERASURE = "erasure"
"""What ends a happening of which only a forgotten article told."""


def erase_links(db: apsw.Connection, article: int, id: str) -> None:
    """Erase an article's brief, and every state and change that holds its id, in whatever story it ever was. Its
    stories wait to be computed again; what refers to the article itself goes with it. An older ledger has no links."""
    if not db.execute("SELECT 1 FROM sqlite_schema WHERE name = 'briefs'").fetchone():
        return
    drop(db, article)
    stories = _keys(db, "SELECT story_key FROM story_articles WHERE article_key = ?", article)
    present = _keys(db, "SELECT happening_key FROM linked_mentions WHERE article_key = ?", article)
    among = canonical(stories)
    for state, blob in db.execute(
        "SELECT state_key, state FROM states WHERE story_key IN (SELECT value FROM json_each(?))", (among,)
    ).fetchall():
        if _holds(blob, id):
            db.execute("DELETE FROM states WHERE state_key = ?", (state,))
    db.execute(
        """
        DELETE FROM changes WHERE story_key IN (SELECT value FROM json_each(?)) AND instr(change, ?)
        """,
        (among, canonical(id)),
    )
    db.execute("DELETE FROM linked_articles WHERE article_key = ?", (article,))
    db.execute("DELETE FROM linked_mentions WHERE article_key = ?", (article,))
    _end(db, present, stories)


def _holds(blob: Any, id: str) -> bool:
    """Does a state hold this article? A damaged one may."""
    try:
        return f'"{id}"'.encode() in unpacked(blob)
    except ValueError:
        return True


def _keys(db: apsw.Connection, sql: str, value: int) -> list[int]:
    return sorted({int(key) for (key,) in db.execute(sql, (value,))})


def _end(db: apsw.Connection, happenings: Collection[int], stories: Collection[int]) -> None:
    """Note what nothing tells of any more. A story that still has articles has lost its state, as it held this one."""
    ended = []
    for table, column, keys, told in (
        ("happenings", "happening_key", happenings, "linked_mentions"),
        ("stories", "story_key", stories, "linked_articles"),
    ):
        for key in keys:
            if not db.execute(f"SELECT 1 FROM {told} WHERE {column} = ?", (key,)).fetchone():
                present = db.execute(f"DELETE FROM linked_{table} WHERE {column} = ? RETURNING 1", (key,)).fetchone()
                if present or table == "happenings":
                    ended.append(str(db.execute(f"SELECT id FROM {table} WHERE {column} = ?", (key,)).get))
    for id in ended:
        row = ("ended", id, None, now(), ERASURE)
        db.execute(
            "INSERT INTO passages (kind, from_id, into_id, at, maker, sha256) VALUES (?, ?, ?, ?, ?, ?)",
            (*row, seal_of(row)),
        )
