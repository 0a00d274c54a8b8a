"""One source in numbers: roles, acts, outlets, days; and other sources that are called alike."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from reportedly.ledger.fetch import fetch, snapshot
from reportedly.ledger.paging import Part
from reportedly.ledger.sourced.nouns import Daily, FoundSource, Portrait, RoleMet, Tallied, Whom
from reportedly.ledger.sourced.who import search_words
from reportedly.ledger.sources import source, source_key, sources, sources_called

if TYPE_CHECKING:
    from reportedly.ledger.connect import Ledger

LISTED = 20
"""Names in a list of the most frequent ones: one screen."""

ALIKE = 5
"""Other sources that are named as called alike."""

MONTHLY = 60
"""Days from which on statements are counted by month."""

_OFTEN = "count(*), count(DISTINCT article_key) FROM source_statements WHERE source_key = ?"


def portrait(ledger: Ledger, words: str) -> Portrait:
    """A source by its id, or the beginning of it, in numbers. NotInLedger: there is none, or there are several."""
    with snapshot(ledger):
        found, key = source(ledger, words), source_key(ledger, words)
        return Portrait(
            source=found, roles=_roles(ledger, key), acts=_often(ledger, key, "act"),
            outlets=_linked(ledger, _often(ledger, key, "outlet")), through=_linked(ledger, _often(ledger, key, "via")),
            told_to=_often(ledger, key, "addressee"), days=_days(ledger, key), alike=_alike(ledger, found),
        )  # fmt: skip


def _roles(ledger: Ledger, key: int) -> tuple[RoleMet, ...]:
    sql = f"SELECT role, country, {_OFTEN} GROUP BY 1, 2 ORDER BY 3 DESC, 1, 2 LIMIT ?"
    rows = fetch(ledger, sql, (key, LISTED))
    return tuple(RoleMet(role=r, country=c, statements=s, articles=a) for r, c, s, a in rows)


def _often(ledger: Ledger, key: int, column: str) -> tuple[Tallied, ...]:
    """The most frequent values of a column, those with the same number by name."""
    sql = f"SELECT {column}, {_OFTEN} AND {column} IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?"
    return tuple(Tallied(name=n, statements=s, articles=a) for n, s, a in fetch(ledger, sql, (key, LISTED)))


def _linked(ledger: Ledger, tallied: tuple[Tallied, ...]) -> tuple[Tallied, ...]:
    """The same with the ids of the sources that are called so."""
    ids = sources_called(ledger, [t.name for t in tallied])
    return tuple(t.model_copy(update={"source": ids.get(t.name)}) for t in tallied)


def _days(ledger: Ledger, key: int) -> tuple[Daily, ...]:
    sql = "SELECT day, count(*) FROM source_statements WHERE source_key = ? GROUP BY 1 ORDER BY 1"
    daily = fetch(ledger, sql, (key,))
    months: Counter[str] = Counter()
    for day, number in daily:
        months[day[:7]] += number
    rows = daily if len(daily) < MONTHLY else list(months.items())
    return tuple(Daily(day=day, statements=number) for day, number in rows)


def _alike(ledger: Ledger, found: FoundSource) -> tuple[FoundSource, ...]:
    """Others of this very name, and those of its kind whose names hold the last word of it: a surname."""
    name = search_words(found.name)
    if not name:
        return ()
    last = name.split()[-1]
    same = (s for s in sources(ledger, Whom(words=name), Part(4 * ALIKE)) if search_words(s.name) == name)
    kin = sources(ledger, Whom(words=last, kinds=(found.kind,)), Part(4 * ALIKE)) if found.named else ()
    others = {s.id: s for s in (*same, *(s for s in kin if s.named and last in search_words(s.name).split()))}
    return tuple(s for s in others.values() if s.id != found.id)[:ALIKE]
