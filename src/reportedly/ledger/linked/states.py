"""States of stories and happenings: a further row whenever one comes out otherwise than before."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from hashlib import sha256
from typing import Any, NamedTuple

import apsw
import zstandard

from reportedly.connect.nouns import Happening, Story
from reportedly.ledger.clock import now
from reportedly.ledger.linked.packed import content_of, noun_of
from reportedly.ledger.seals import seal_of
from reportedly.ledger.stored import LEVEL, canonical, plain

ROW = (
    "happening_key", "story_key", "state_key", "position", "day", "first_day", "listed", "type", "mode", "status",
    "earliest", "latest", "name", "place", "country", "lat", "lon", "articles", "at_least", "at_most", "disputes",
)  # fmt: skip
"""Columns of linked_happenings."""
STATE, POSITION, LISTED = (ROW.index(column) for column in ("state_key", "position", "listed"))
"""Where some of them stand."""
ABSENT = (None,) * len(ROW)
"""The row of a happening that is not there."""


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


def add_states(
    db: apsw.Connection, story: int, nouns: Sequence[tuple[int | None, Story | Happening]], maker: str
) -> list[int]:
    """Write states of happenings, each with its key, and last that of their story (without its happenings), whose key
    is None; of none whose last state is the same. The keys of the states, in order."""
    id, at, last = nouns[-1][1].id, now(), _last(db, story, [key for key, _ in nouns])
    compress = zstandard.ZstdCompressor(level=LEVEL).compress
    states = []
    for key, noun in nouns:
        content = content_of(noun, exclude={"happenings"} if key is None else None)
        digest = sha256(content).hexdigest()
        state, before = last.get(key, (0, None))
        if digest != before:
            seal = seal_of((id, noun.id if key else None, at, maker, digest))
            db.execute(_STATE, (story, key, at, maker, compress(content), digest, seal))
            state = int(db.last_insert_rowid())
        states.append(state)
    return states


_STATE = """
INSERT INTO states (story_key, happening_key, at, maker, state, state_sha256, sha256) VALUES (?, ?, ?, ?, ?, ?, ?)
"""
_LAST = """
SELECT happening_key, state_key, state_sha256 FROM states WHERE state_key IN (SELECT (
    SELECT max(state_key) FROM states WHERE story_key = ? AND happening_key IS k.value
) FROM json_each(?) k)
"""


def _last(db: apsw.Connection, story: int, happenings: Sequence[int | None]) -> dict[int | None, tuple[int, str]]:
    """The last state of a story (None) or of happenings of it, by their keys: its own key and hash."""
    return {key: (state, digest) for key, state, digest in db.execute(_LAST, (story, canonical(happenings)))}


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


def moved(row: tuple[Any, ...], position: int) -> tuple[Any, ...]:
    """The row of a happening that is what it was, at its place in the story."""
    return (*row[:POSITION], position, *row[POSITION + 1 :])


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
    """Happenings as they were in these states, by the state's key, without what joins their mentions, which is most of
    it and nobody compares."""
    asked = "SELECT state_key, state FROM states WHERE state_key IN (SELECT value FROM json_each(?))"
    rows = db.execute(asked, (canonical(sorted(states)),))
    return {key: noun_of(Happening, blob, frozenset({"links"})) for key, blob in rows}
