"""An outlet: what it published, whom it relays, who relays it, what is copied."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import TYPE_CHECKING, NamedTuple

from reportedly.connect.nouns import CopyGroup, Story
from reportedly.ledger.fetch import fetch, snapshot
from reportedly.ledger.kept import COLUMNS, READINGS, kept_of
from reportedly.ledger.linked.queries import stored_noun
from reportedly.ledger.nouns import Kept
from reportedly.ledger.sourced.nouns import Press, Tallied
from reportedly.ledger.sourced.portrait import LISTED
from reportedly.ledger.sourced.who import search_words
from reportedly.ledger.sources import SHOWN, source_key, sources_called
from reportedly.ledger.stored import canonical

if TYPE_CHECKING:
    from reportedly.ledger.connect import Ledger

NEWEST = 20
"""Articles of an outlet that are listed: one screen."""

LOOKED_AT = 100
"""Articles of an outlet, the newest ones, of which copies are looked up: their stories are unpacked, 0.3 ms each."""


class _Copies(NamedTuple):
    """How many articles are copies, how many were copied, and whose and by whom."""

    copies: int
    copied: int
    sources: Counter[str]
    takers: Counter[str]


def press(ledger: Ledger, words: str) -> Press | None:
    """A source as an outlet; None for one that published nothing and relayed nothing. NotInLedger: no such source."""
    with snapshot(ledger):
        key = source_key(ledger, words)
        [(kind,)] = fetch(ledger, "SELECT kind FROM sources WHERE source_key = ?", (key,))
        if kind != "outlet":
            return None
        days = "SELECT count(*), min(day), max(day) FROM source_articles WHERE source_key = ?"
        [(published, first, last)] = fetch(ledger, days, (key,))
        newest = _newest(ledger, key)
        found = _copies(ledger, [kept.id for kept in newest])
        return Press(
            published=published, first_day=first, last_day=last, newest=tuple(newest[:NEWEST]),
            relays=_relays(ledger, key), relayed_by=_relayed_by(ledger, key), looked_at=len(newest),
            copies=found.copies, copied=found.copied, copied_from=_tallied(ledger, found.sources),
            copied_by=_tallied(ledger, found.takers),
        )  # fmt: skip


def _newest(ledger: Ledger, key: int) -> list[Kept]:
    sql = f"""
    SELECT {COLUMNS} FROM (SELECT article_key, day FROM source_articles WHERE source_key = ?
    ORDER BY day DESC, article_key DESC LIMIT ?) n CROSS JOIN latest USING (article_key)
    CROSS JOIN readings r USING (reading_key) CROSS JOIN versions v ON v.version_key = latest.version_key
    CROSS JOIN articles a ON a.article_key = n.article_key
    """
    return [kept_of(row) for row in fetch(ledger, sql, (key, LOOKED_AT))]


def _relays(ledger: Ledger, key: int) -> tuple[Tallied, ...]:
    """Whom its articles let speak, the most frequent first."""
    sql = f"""
    SELECT s.name, t.statements, t.articles, s.id FROM (
        SELECT source_key, count(*) AS statements, count(DISTINCT article_key) AS articles FROM source_statements
        WHERE outlet IN (SELECT DISTINCT v.outlet FROM source_articles n JOIN latest USING (article_key)
        JOIN versions v USING (version_key) WHERE n.source_key = ?1) GROUP BY 1
    ) t JOIN sources s USING (source_key) WHERE s.source_key != ?1 AND {SHOWN.sql} ORDER BY 2 DESC, 1 LIMIT ?2
    """
    rows = fetch(ledger, sql, (key, LISTED))
    return tuple(Tallied(name=n, statements=s, articles=a, source=id) for n, s, a, id in rows)


def _relayed_by(ledger: Ledger, key: int) -> tuple[Tallied, ...]:
    """The outlets whose articles quote it or had something through it."""
    sql = """
    SELECT outlet, count(*), count(DISTINCT article_key) FROM (
        SELECT outlet, article_key, statement_key FROM source_statements WHERE source_key = ?1
        UNION SELECT outlet, article_key, statement_key FROM source_statements
        WHERE via_words = (SELECT words FROM sources WHERE source_key = ?1)
    ) WHERE outlet IS NOT NULL GROUP BY 1 ORDER BY 2 DESC, 1 LIMIT ?2
    """
    [(own,)] = fetch(ledger, "SELECT words FROM sources WHERE source_key = ?", (key,))
    rows = [row for row in fetch(ledger, sql, (key, LISTED)) if search_words(row[0]) != own]
    ids = sources_called(ledger, [name for name, _, _ in rows])
    return tuple(Tallied(name=n, statements=s, articles=a, source=ids.get(n)) for n, s, a in rows)


def _copies(ledger: Ledger, articles: list[str]) -> _Copies:
    """Copies among some articles of an outlet, as linking found them."""
    groups = _groups(ledger, articles)
    own = frozenset(articles)
    outlets = _outlets(ledger, (a for g in groups for a in g.articles))
    is_copy = [g for g in groups for a in g.articles if a in own and a != g.original]
    was_copied = [g for g in groups if g.original in own]
    origins = Counter(outlets[g.original] for g in is_copy if g.original in outlets)
    takers = Counter(outlets[a] for g in was_copied for a in g.articles if a != g.original and a in outlets)
    return _Copies(len(is_copy), len(was_copied), origins, takers)


def _groups(ledger: Ledger, articles: list[str]) -> list[CopyGroup]:
    sql = """
    SELECT DISTINCT st.state FROM articles a JOIN linked_articles USING (article_key)
    JOIN linked_stories l USING (story_key) JOIN states st USING (state_key)
    WHERE a.id IN (SELECT value FROM json_each(?)) AND l.articles > 1
    """
    rows = fetch(ledger, sql, (canonical(articles),))
    return [copies for (blob,) in rows for copies in stored_noun(ledger, Story, blob).copies]


def _outlets(ledger: Ledger, articles: Iterable[str]) -> dict[str, str]:
    sql = f"""
    SELECT a.id, v.outlet FROM {READINGS} JOIN latest USING (reading_key)
    WHERE a.id IN (SELECT value FROM json_each(?)) AND v.outlet IS NOT NULL
    """
    return dict(fetch(ledger, sql, (canonical(sorted(set(articles))),)))


def _tallied(ledger: Ledger, counted: Counter[str]) -> tuple[Tallied, ...]:
    ids = sources_called(ledger, list(counted))
    often = sorted(counted.items(), key=lambda pair: (-pair[1], pair[0]))[:LISTED]
    return tuple(Tallied(name=n, statements=0, articles=a, source=ids.get(n)) for n, a in often)
