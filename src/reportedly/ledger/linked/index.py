"""The index by which an article finds its kin, over the ledger's tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import apsw

from reportedly.connect.brief import Brief
from reportedly.connect.index import FULL
from reportedly.connect.profile import Profile
from reportedly.ledger.linked.packed import BRIEFS, PROFILES, bytes_of, hashed, hashes_of, rows_of

AT_ONCE = 500
"""Values bound to one statement: SQLite allows 32,766; more than this makes it no faster."""


@dataclass(frozen=True)
class LedgerIndex:
    """`reportedly.connect.index.Index` over a ledger that is being written; see there for what each answer means."""

    db: apsw.Connection

    @property
    def size(self) -> int:
        """How many articles it holds."""
        return int(self.db.execute("SELECT count(*) FROM briefs").get)

    def spread(self, terms: Collection[str]) -> Mapping[str, int]:
        """In how many articles each term stands."""
        by_hash = {hashed(t): t for t in terms}
        rows = self._among("SELECT term, articles FROM spreads WHERE term IN ({})", list(by_hash))
        return {by_hash[term]: articles for term, articles in rows}

    def holders(self, keys: Collection[str]) -> Mapping[str, Sequence[str]]:
        """Ids of the first articles put under each key."""
        by_hash = {hashed(k): k for k in keys}
        asked = "SELECT key, article_key FROM holders WHERE key IN ({}) ORDER BY key, brief_key"
        found: dict[str, list[int]] = {}
        for key, article in self._among(asked, list(by_hash)):
            found.setdefault(by_hash[key], []).append(article)
        articles = {a for held in found.values() for a in held}
        ids = dict(self._among("SELECT article_key, id FROM articles WHERE article_key IN ({})", list(articles)))
        return {k: [ids[a] for a in held if a in ids][:FULL] for k, held in found.items()}

    def profiles(self, ids: Collection[str]) -> Mapping[str, Profile]:
        """The profiles of articles, in the order of their ids."""
        asked = "SELECT id, profile FROM articles JOIN briefs USING (article_key) WHERE id IN ({})"
        found = {id: PROFILES.of(blob) for id, blob in self._among(asked, list(ids))}
        return {i: found[i] for i in ids if i in found}

    def count(self, article: int, reading: int, made: tuple[Brief, Profile], maker: str) -> None:
        """Store an article's brief and count its words. It must not be there."""
        brief, profile = made
        terms = sorted({hashed(t) for t in profile.vocabulary})
        self.db.execute(
            """
            INSERT INTO briefs (article_key, brief_key, reading_key, maker, brief, profile, terms, keys)
            VALUES (?, (SELECT coalesce(max(brief_key), 0) + 1 FROM briefs), ?, ?, ?, ?, ?, x'')
            """,
            (article, reading, maker, BRIEFS.stored(brief), PROFILES.stored(profile), bytes_of(terms)),
        )
        self.db.executemany(
            "INSERT INTO spreads VALUES (?, 1) ON CONFLICT (term) DO UPDATE SET articles = articles + 1", rows_of(terms)
        )

    def put(self, keys: Mapping[int, Collection[str]]) -> None:
        """Put counted articles, in this order, under their keys; those that enough stand under are left alone."""
        hashes = {article: sorted({hashed(k) for k in some}) for article, some in keys.items()}
        briefs = dict(self._among("SELECT article_key, brief_key FROM briefs WHERE article_key IN ({})", list(keys)))
        asked = "SELECT key, count(*) FROM holders WHERE key IN ({}) GROUP BY key"
        held = Counter(dict(self._among(asked, sorted(set().union(*hashes.values())))))
        rows = []
        for article, some in hashes.items():
            free = [h for h in some if held[h] < FULL]
            held.update(free)
            rows += [(h, briefs[article], article) for h in free]
            self.db.execute("UPDATE briefs SET keys = ? WHERE article_key = ?", (bytes_of(free), article))
        self.db.executemany("INSERT INTO holders VALUES (?, ?, ?)", sorted(rows))

    def _among(self, sql: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        rows: list[tuple[Any, ...]] = []
        for at in range(0, len(values), AT_ONCE):
            some = values[at : at + AT_ONCE]
            rows += self.db.execute(sql.format(", ".join("?" * len(some))), some)
        return rows


def drop(db: apsw.Connection, article: int) -> None:
    """Take an article's brief out of the tables, with its count of words and its keys."""
    row = db.execute("SELECT brief_key, terms, keys FROM briefs WHERE article_key = ?", (article,)).fetchone()
    if row is None:
        return
    brief, terms, keys = row
    terms = rows_of(hashes_of(terms))
    db.executemany("UPDATE spreads SET articles = articles - 1 WHERE term = ?", terms)
    db.executemany("DELETE FROM spreads WHERE term = ? AND articles <= 0", terms)
    db.executemany("DELETE FROM holders WHERE key = ? AND brief_key = ?", ((k, brief) for k in hashes_of(keys)))
    db.execute("DELETE FROM briefs WHERE article_key = ?", (article,))
