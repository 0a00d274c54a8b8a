"""What of a ledger waits to be linked: articles whose kin are to be found, then articles and stories to be settled."""

from __future__ import annotations

from collections.abc import Collection

import apsw

_WAITING = """
SELECT (SELECT count(*) FROM (SELECT article_key FROM to_link UNION SELECT article_key FROM to_settle))
+ (SELECT count(*) FROM briefs WHERE (maker < :maker OR maker > :maker)
   AND article_key NOT IN (SELECT article_key FROM waiting))
"""
_NEXT = """
SELECT article_key FROM to_link UNION
SELECT article_key FROM (SELECT article_key FROM briefs WHERE maker < :maker OR maker > :maker LIMIT :most)
ORDER BY 1 LIMIT :most
"""


def articles(db: apsw.Connection, maker: str) -> int:
    """How many articles wait. Briefs of another maker than this are made again."""
    return int(db.execute(_WAITING, {"maker": maker}).get)


def stories(db: apsw.Connection) -> int:
    """How many stories wait that a ruling or an erasure has touched."""
    return int(db.execute("SELECT count(*) FROM linked_stories WHERE state_key IS NULL").get)


def unread(db: apsw.Connection, maker: str, most: int) -> list[int]:
    """The next articles whose kin are to be found: they are new, or their latest reading is, or the rules are."""
    return [int(key) for (key,) in db.execute(_NEXT, {"maker": maker, "most": most})]


def unsettled(db: apsw.Connection) -> dict[int, str]:
    """The articles whose stories are to be computed, in the order of their keys, with their ids."""
    return dict(db.execute("SELECT article_key, id FROM to_settle JOIN articles USING (article_key) ORDER BY 1"))


def touched(db: apsw.Connection, most: int) -> set[int]:
    """The next of those stories, by their keys."""
    asked = "SELECT story_key FROM linked_stories WHERE state_key IS NULL LIMIT ?"
    return {int(key) for (key,) in db.execute(asked, (most,))}


def found(db: apsw.Connection, articles: Collection[int], changed: Collection[int]) -> None:
    """The kin of articles were found; the stories of those that are new or have changed are to be computed."""
    db.executemany("INSERT OR IGNORE INTO to_settle VALUES (?)", ((key,) for key in changed))
    db.executemany("DELETE FROM to_link WHERE article_key = ?", ((key,) for key in articles))


def settled(db: apsw.Connection, articles: Collection[int]) -> None:
    """The stories of articles were computed."""
    db.executemany("DELETE FROM to_settle WHERE article_key = ?", ((key,) for key in articles))
