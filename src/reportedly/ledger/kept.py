"""Readings as they stand in the ledger: the article's place in it, and the parts of its record that a list shows."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Generic, NamedTuple, TypeVar

import zstandard
from pydantic import BaseModel, ValidationError

from reportedly.ledger.nouns import Kept
from reportedly.ledger.stored import LARGEST
from reportedly.record import Statement

if TYPE_CHECKING:
    from reportedly.ledger.connect import Ledger

FIELDS = ("id", "given", "version", "run", "url", "outlet", "title", "published", "day", "seen", "text_sha256")
COLUMNS = "a.id, a.given, v.number, r.run_key, v.url, v.outlet, v.title, v.published, v.day, v.seen, v.text_sha256"
"""What a `Kept` is made of, in the order of FIELDS."""

READINGS = "readings r JOIN versions v USING (version_key) JOIN articles a USING (article_key)"

REMEMBERED = 64
"""Records kept unpacked while a page is made: several of its rows come from one article."""


class Statements(BaseModel):
    """The statements of a record: the rest is passed over unread, which takes a third of the time."""

    statements: tuple[Statement, ...]


class Items(BaseModel):
    """What an event points at, not yet made into nouns: a page needs one of each in fifty."""

    events: list[dict[str, Any]]
    statements: list[dict[str, Any]]
    places: list[dict[str, Any]]
    times: list[dict[str, Any]]


P = TypeVar("P", Statements, Items)


class Parts(NamedTuple, Generic[P]):
    """One reading: where it belongs, and some of its record."""

    kept: Kept
    record: P


def kept_of(values: Sequence[Any]) -> Kept:
    """A `Kept` from the values of COLUMNS."""
    return Kept.model_validate(dict(zip(FIELDS, values, strict=True)))


def parts_of(ledger: Ledger, readings: Iterable[int], wanted: type[P]) -> Iterator[Parts[P]]:
    """The parts of each reading, in their order; one that comes again soon is unpacked once."""

    @lru_cache(REMEMBERED)
    def parts(reading: int) -> Parts[P]:
        sql = f"SELECT {COLUMNS}, r.record FROM {READINGS} WHERE r.reading_key = ?"
        [(*values, blob)] = ledger.db.execute(sql, (reading,))
        return Parts(kept_of(values), _unpacked(blob, wanted))

    return map(parts, readings)


def _unpacked(blob: bytes, wanted: type[P]) -> P:
    content = zstandard.ZstdDecompressor().decompress(blob, max_output_size=LARGEST)
    try:
        return wanted.model_validate_json(content)
    except ValidationError:  # half a character in a file's name, which the fast reader refuses
        return wanted.model_validate(json.loads(content.decode("utf-8", "surrogatepass")))
