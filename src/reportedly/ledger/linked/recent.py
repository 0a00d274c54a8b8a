"""What is new since a moment, counted by kind, and the newest of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from reportedly.connect.changes import ChangeKind
from reportedly.errors import LedgerError
from reportedly.ledger.fetch import fetch
from reportedly.ledger.linked.news import change_of
from reportedly.ledger.linked.nouns import KeptChange
from reportedly.ledger.linked.queries import moment
from reportedly.record.span import Noun

if TYPE_CHECKING:
    from reportedly.ledger.connect import Ledger


class Number(NamedTuple):
    """How many changes there are of a kind."""

    kind: ChangeKind
    number: int


class Recent(Noun):
    """What was found since a moment (UTC): numbers of each kind, the most first, and the newest changes: first those of
    what was known before, then happenings that are new."""

    since: str
    numbers: tuple[Number, ...]
    newest: tuple[KeptChange, ...]


def recent(ledger: Ledger, since: str, most: int) -> Recent:
    """What is new since a day or a moment, as `changes` takes it; `most` of it, the newest first. RunError: that is
    neither. LedgerError: a change cannot be read."""
    start = moment(since)
    counts = "SELECT kind, count(*) FROM changes WHERE at >= ? GROUP BY kind ORDER BY count(*) DESC, kind"
    sql = (
        "SELECT c.at, s.id, c.change FROM changes c JOIN stories s USING (story_key) WHERE c.at >= ?"
        " ORDER BY c.kind = 'new_happening', c.at DESC, change_key DESC LIMIT ?"
    )
    rows = fetch(ledger, sql, (start, most))
    try:
        newest = tuple(KeptChange(at=at, story=id, change=change_of(told)) for at, id, told in rows)
    except ValueError as error:
        raise LedgerError(
            f"{ledger.path}: {error}; find out more with: reportedly verify --db {ledger.path}"
        ) from error
    return Recent(since=start, numbers=tuple(Number(*row) for row in fetch(ledger, counts, (start,))), newest=newest)
