"""States of stories and happenings: a further row whenever one comes out otherwise than before."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any, NamedTuple

import apsw

from reportedly.connect.nouns import Happening, Story
from reportedly.ledger.clock import now
from reportedly.ledger.linked.packed import noun_of, packed
from reportedly.ledger.seals import seal_of
from reportedly.ledger.stored import canonical, plain

ROW = (
    "happening_key", "story_key", "state_key", "position", "day", "first_day", "listed", "type", "mode", "status",
    "earliest", "latest", "name", "place", "country", "lat", "lon", "articles", "at_least", "at_most", "disputes",
)  # fmt: skip
"""Columns of linked_happenings."""


class Days(NamedTuple):
    """The days of the articles that tell of something."""

    last: str
    first: str


class Place(NamedTuple):
    """Where a happening stands: its keys, its place in the story, the days of its articles, is it listed."""

    happening: int
    story: int
    position: int
    days: Days
    listed: bool


def add_state(
    db: apsw.Connection, keys: tuple[int, int | None], ids: tuple[str, str | None], noun: Story | Happening, maker: str
) -> int:
    """Write a state of a story (without its happenings), or of one happening of it, unless its last one is the same.
    `keys` and `ids` are those of the story and of the happening. The key of the state."""
    made = packed(noun, exclude={"happenings"} if isinstance(noun, Story) else None)
    last = """
    SELECT state_key, state_sha256 FROM states WHERE story_key = ? AND happening_key IS ?
    ORDER BY state_key DESC LIMIT 1
    """
    before = db.execute(last, keys).fetchone()
    if before and before[1] == made.sha256:
        return int(before[0])
    at = now()
    seal = seal_of((*ids, at, maker, made.sha256))
    db.execute(
        """
        INSERT INTO states (story_key, happening_key, at, maker, state, state_sha256, sha256)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
        (*keys, at, maker, *made, seal),
    )
    return int(db.last_insert_rowid())


def row_of(h: Happening, where: Place, state: int) -> tuple[Any, ...]:
    """A happening as lists look for it, in the order of ROW."""
    kinds = "".join(f" {kind} " for kind in sorted({d.kind for d in h.disputes}))
    date, place = h.date or (None, None), h.place
    told = (
        where.happening, where.story, state, where.position, *where.days, int(where.listed), h.type, h.mode, h.status,
        *date, h.name, *((place.name, place.country, place.lat, place.lon) if place else (None,) * 4), len(h.articles),
        h.origins.at_least, h.origins.at_most, kinds,
    )  # fmt: skip
    return tuple(plain(v) if isinstance(v, str) else v for v in told)


def show(db: apsw.Connection, rows: Iterable[tuple[Any, ...]], before: Mapping[int, tuple[Any, ...]]) -> None:
    """Write what holds at present of some happenings, where it was otherwise `before`."""
    columns = ", ".join(ROW)
    changed = [row for row in rows if before.get(row[0]) != row]
    db.executemany(
        f"INSERT OR REPLACE INTO linked_happenings ({columns}) VALUES ({', '.join('?' * len(ROW))})", changed
    )


def shown(db: apsw.Connection, stories: Collection[int]) -> dict[int, tuple[Any, ...]]:
    """What holds at present of the happenings of some stories, by key."""
    asked = f"SELECT {', '.join(ROW)} FROM linked_happenings WHERE story_key IN (SELECT value FROM json_each(?))"
    return {row[0]: row for row in db.execute(asked, (canonical(sorted(stories)),))}


def happenings_in(db: apsw.Connection, states: Collection[int]) -> dict[int, Happening]:
    """Happenings as they were in these states, by the state's key."""
    asked = "SELECT state_key, state FROM states WHERE state_key IN (SELECT value FROM json_each(?))"
    rows = db.execute(asked, (canonical(sorted(states)),))
    return {key: noun_of(Happening, blob) for key, blob in rows}
