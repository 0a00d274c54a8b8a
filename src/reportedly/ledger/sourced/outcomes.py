"""What became of what a source told: the happenings, as all articles together have them now. Nothing is adjudicated."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reportedly.ledger.clauses import where
from reportedly.ledger.fetch import fetch, snapshot
from reportedly.ledger.linked.queries import happenings_by_key
from reportedly.ledger.paging import START, Page, Part, behind, paged
from reportedly.ledger.sourced.nouns import Outcome, Stood, ToldSo
from reportedly.ledger.sources import source_key
from reportedly.ledger.stored import canonical

if TYPE_CHECKING:
    from reportedly.ledger.connect import Ledger

REACH = 300
"""Articles of a source, the newest ones, whose happenings are looked up: of a source that is in thousands the older
happenings are found in the list of happenings. Three hundred of 20 events take 20 ms."""

_NEWEST = """
newest AS (
    SELECT article_key FROM source_statements WHERE source_key = :source GROUP BY 1 ORDER BY max(day) DESC, 1 DESC
    LIMIT :reach
)
"""
_TOLD = f"""
WITH {_NEWEST}
SELECT m.happening_key, a.id, s.id, e.id, e.day, e.status FROM newest JOIN latest USING (article_key)
CROSS JOIN linked_mentions m ON m.article_key = newest.article_key
CROSS JOIN events e ON (e.reading_key, e.id) = (latest.reading_key, m.event)
CROSS JOIN statements s ON (s.reading_key, s.id) = (e.reading_key, e.according_to)
CROSS JOIN source_statements t ON (t.source_key, t.day, t.statement_key) = (:source, s.day, s.statement_key)
JOIN articles a ON a.article_key = newest.article_key
ORDER BY e.day, a.article_key, e.event_key
"""


@dataclass(frozen=True)
class Became:
    """Some of the happenings that a source told of, and how many of all have which standing."""

    page: Page[Outcome]
    standings: tuple[Stood, ...]


def became(ledger: Ledger, words: str, part: Part = START) -> Became:
    """The happenings that a source told of, those with the newest article first, of its newest articles (REACH).

    NotInLedger: there is no such source.
    """
    with snapshot(ledger):
        told = _told(ledger, words)
        wanted = where(behind(part.after, "l.day", "l.happening_key"))
        sql = (
            "SELECT l.day, l.happening_key FROM linked_happenings l"
            f" WHERE l.happening_key IN (SELECT value FROM json_each(?)) AND {wanted.sql}"
            " ORDER BY l.day DESC, l.happening_key DESC LIMIT ?"
        )
        rows = fetch(ledger, sql, (canonical(sorted(told)), *wanted.values, part.limit + 1))
        found = happenings_by_key(ledger, [key for _, key in rows[: part.limit]])
        items = tuple(Outcome(found=h, told=told[key]) for key, h in found.items())
        return Became(Page(items, paged(rows, part.limit)), _standings(ledger, told))


def _standings(ledger: Ledger, keys: Collection[int]) -> tuple[Stood, ...]:
    sql = """
    SELECT status, count(*) FROM linked_happenings WHERE happening_key IN (SELECT value FROM json_each(?))
    GROUP BY 1 ORDER BY 2 DESC, 1
    """
    rows = fetch(ledger, sql, (canonical(sorted(keys)),))
    return tuple(Stood(status=status, happenings=number) for status, number in rows)


def _told(ledger: Ledger, words: str) -> dict[int, tuple[ToldSo, ...]]:
    """By the happening's key: each event of it that the source told."""
    found: dict[int, tuple[ToldSo, ...]] = {}
    values = {"source": source_key(ledger, words), "reach": REACH}
    for key, article, statement, event, day, status in fetch(ledger, _TOLD, values):
        told = ToldSo(statement=f"{article}/{statement}", event=f"{article}/{event}", day=day, status=status)
        found[key] = (*found.get(key, ()), told)
    return found
