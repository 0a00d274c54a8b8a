"""Readings as they stand in the ledger: the article's place in it, and the parts of its record that a list shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Any, TypeVar

from reportedly.errors import LedgerError
from reportedly.ledger.fetch import fetch
from reportedly.ledger.nouns import Kept
from reportedly.ledger.stored import parts_of
from reportedly.record import Entity, Event, Place, Statement, Time
from reportedly.record.span import Noun

if TYPE_CHECKING:
    from reportedly.ledger.connect import Ledger

LISTS: dict[type[Noun], str] = {
    Entity: "entities",
    Event: "events",
    Place: "places",
    Statement: "statements",
    Time: "times",
}

FIELDS = ("id", "given", "version", "run", "url", "outlet", "title", "published", "day", "seen", "text_sha256")
COLUMNS = (
    "a.id, a.given, v.number, r.run_key, v.url, v.outlet, v.title, v.published, v.day,"
    " (SELECT l.seen FROM last_seen l WHERE l.version_key = v.version_key), v.text_sha256"
)
"""What a `Kept` is made of, in the order of FIELDS."""

READINGS = "readings r JOIN versions v USING (version_key) JOIN articles a USING (article_key)"

REMEMBERED = 64
"""Records kept unpacked while a page is made: several of its rows come from one article."""


N = TypeVar("N", bound=Noun)

_ONE = """
SELECT CASE WHEN :explanations IS NULL THEN json_extract(:record, fullkey) ELSE
    json_set(json_extract(:record, fullkey), '$.why', json(json_extract(:explanations, fullkey || '.why'))) END
FROM json_each(:record, :list) WHERE json_extract(:record, fullkey || '.id') = :id
"""


@dataclass(frozen=True)
class Reading:
    """One reading: where it belongs, and its record, with what explains it where that stands apart, in SQLite's binary
    form of JSON, from which single nouns are taken five times as fast as the whole record is made."""

    ledger: Ledger
    kept: Kept
    record: bytes
    explanations: bytes | None = None

    def ref(self, id: str) -> str:
        """The name of one of its statements or events in the whole ledger."""
        return f"{self.kept.id}/{id}"

    def one(self, noun: type[N], id: str) -> N:
        """The noun of this type with this id."""
        found = self.maybe(noun, id)
        if found is None:
            raise damaged(self.ledger, self.kept, f"it lacks {id}, which the ledger lists")
        return found

    def maybe(self, noun: type[N], id: str | None) -> N | None:
        """The same; None for no id, or for one that leads nowhere."""
        values = {"record": self.record, "explanations": self.explanations, "list": f"$.{LISTS[noun]}", "id": id}
        rows = [] if id is None else fetch(self.ledger, _ONE, values)
        try:
            found = noun.model_validate_json(rows[0][0]) if rows else None
        except ValueError as error:
            raise damaged(self.ledger, self.kept, f"{id} cannot be read") from error
        if found and "why" not in found.model_fields_set:
            raise damaged(self.ledger, self.kept, f"it lacks how {id} came about")
        return found


def kept_of(values: Sequence[Any]) -> Kept:
    """A `Kept` from the values of COLUMNS."""
    return Kept.model_validate(dict(zip(FIELDS, values, strict=True)))


def damaged(ledger: Ledger, kept: Kept, why: object) -> LedgerError:
    """The error for a record that is not as it was written."""
    return LedgerError(
        f"{ledger.path}: the record of {kept.id} is damaged ({why}); find out what else is with: reportedly verify "
        f"--db {ledger.path}"
    )


def readings(ledger: Ledger, keys: Iterable[int]) -> Iterator[Reading]:
    """Each reading, in their order; one that comes again soon is unpacked once."""

    @lru_cache(REMEMBERED)
    def reading(key: int) -> Reading:
        sql = f"SELECT {COLUMNS}, r.record FROM {READINGS} WHERE r.reading_key = ?"
        [(*values, blob)] = fetch(ledger, sql, (key,))
        kept = kept_of(values)
        return Reading(ledger, kept, *_unpacked(ledger, kept, blob))

    return map(reading, keys)


def _unpacked(ledger: Ledger, kept: Kept, blob: bytes) -> list[bytes]:
    """The parts of a record as SQLite's binary JSON. Half a character, which a file's name may hold and SQLite may not,
    stands in none of the nouns that are taken out of it."""
    try:
        told = [part.decode("utf-8", "replace") for part in parts_of(blob)]
        return [bytes(record) for part in told for (record,) in fetch(ledger, "SELECT jsonb(?)", (part,))]
    except (ValueError, LedgerError) as error:
        raise damaged(ledger, kept, error) from error
