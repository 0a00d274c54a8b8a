"""Erasing an article: the one exception to append-only."""

from __future__ import annotations

from typing import Any

import apsw

from reportedly.errors import LedgerError, NotInLedger
from reportedly.ledger.clock import now
from reportedly.ledger.connect import WAIT, Ledger, explained, open_backup, writing
from reportedly.ledger.identity import address_of
from reportedly.ledger.indexes import INDEXES
from reportedly.ledger.linked.erase import erase_links
from reportedly.ledger.migrate import backups_of, unfinished_backup_of
from reportedly.ledger.nouns import Forgotten
from reportedly.ledger.sourced.tally import untally

_NAMES = """
SELECT given FROM articles WHERE article_key = :it
UNION SELECT json_extract(meta, '$.id') FROM versions WHERE article_key = :it
UNION SELECT json_extract(meta, '$.url') FROM versions WHERE article_key = :it AND json_extract(meta, '$.url') NOT NULL
UNION SELECT name FROM versions WHERE article_key = :it
UNION SELECT url FROM fetched WHERE article_key = :it
UNION SELECT source FROM versions v WHERE article_key = :it
AND NOT EXISTS (SELECT 1 FROM versions other WHERE other.source = v.source AND other.article_key != :it)
AND NOT EXISTS (SELECT 1 FROM fetched WHERE url = v.source AND article_key IS NULL)
"""
"""What an article was asked for by, found under and called. A source that led to others, too, such as a feed, stays."""

CHECKPOINT_WAIT = 5.0
"""Seconds to wait for readers to let go of the log: a query takes less, and one left open for hours is not awaited."""

_READ_MEANWHILE = (
    "another process reads {}: erased words stay there and in the log beside it (-wal) until it is done and this is "
    "run again"
)


def forget(ledger: Ledger, article: str, reason: str, who: str) -> Forgotten:
    """Erase an article with all that was read in it, from the ledger and from the backups beside it. What stays is a
    tombstone for each text: its hash, the reason, who, when; neither the text nor the address is taken in again.

    `article` is its id. Where it was forgotten before, backups and logs are gone through again. LedgerError: there is
    none, no reason or name is given, or a file cannot be written; nothing is then erased from the ledger itself.
    """
    if not reason.strip() or not who.strip():
        raise LedgerError("to forget an article, say why (--reason) and who decides so (--who)")
    tombstone = (reason.strip(), who.strip(), now())
    with explained(ledger.path):
        copies = _copies(ledger.db, article)
        if not _holds(ledger.db, article) and not _forgotten(ledger.db, article):
            raise NotInLedger(f"{ledger.path} holds no article {article}; list them with: reportedly articles")
    # Backups go first: after an interruption the article is still found here, and the same command goes on.
    cleaned, read = [], []
    for path in backups_of(ledger.path):
        with open_backup(path) as backup:
            if _forget_in_backup(backup, article, tombstone):
                cleaned.append(path.name)
            if not _empties_the_log(backup):
                read.append(path)
    with writing(ledger) as db:
        texts = _erase(db, article, tombstone)
        unfinished_backup_of(ledger.path).unlink(missing_ok=True)  # nobody is making one while we hold the lock
    if not _empties_the_log(ledger):
        read.append(ledger.path)
    pending = _READ_MEANWHILE.format(", ".join(map(str, read))) if read else None
    return Forgotten(article=article, texts=texts, copies=copies, backups=tuple(cleaned), pending=pending)


def _forget_in_backup(backup: Ledger, article: str, tombstone: tuple[str, str, str]) -> bool:
    with explained(backup.path):
        if not _holds(backup.db, article):
            return False
    with writing(backup) as db:
        _erase(db, article, tombstone)
    return True


def _erase(db: apsw.Connection, article: str, tombstone: tuple[str, str, str]) -> int:
    """Erase in one ledger; triggers and foreign keys take the rest along."""
    row = db.execute("SELECT article_key FROM articles WHERE id = ?", (article,)).fetchone()
    if row is None:
        return 0
    key = int(row[0])
    db.execute("INSERT INTO erasing VALUES (?)", (key,))
    db.execute(
        """
        INSERT INTO forgotten (article_id, text_sha256, reason, who, at)
        SELECT ?, text_sha256, ?, ?, ? FROM versions WHERE article_key = ?
        """,
        (article, *tombstone, key),
    )
    texts = db.changes()
    _erase_traces(db, key)
    erase_links(db, key, article)
    untally(db, key)
    db.execute("DELETE FROM articles WHERE article_key = ?", (key,))
    db.execute("DELETE FROM erasing")
    for index in INDEXES:
        if _shows_erased_words(db, index.name):
            db.execute(f"INSERT INTO {index.name} ({index.name}) VALUES ('rebuild')")
    return texts


def _shows_erased_words(db: apsw.Connection, index: str) -> bool:
    """Does the index still have, as a mark between two of its pages, a word that no text has? SQLite's secure deletion
    leaves those (seen in one of some 150 erasures); only making the index again removes them."""
    db.execute(f"CREATE VIRTUAL TABLE IF NOT EXISTS temp.{index}_words USING fts5vocab(main, {index}, row)")
    word = f"SELECT 1 FROM temp.{index}_words WHERE term >= :mark AND term < :mark || char(0x10FFFF) LIMIT 1"
    marks: list[tuple[Any, ...]] = db.execute(f"SELECT term FROM {index}_idx").fetchall()
    for (mark,) in marks:
        told = bytes(mark).decode("utf-8", "ignore")
        # The first letter says which index: 0 is that of whole words, the others have two or three letters of each.
        if told[:1] == "0" and len(told) > 1 and not db.execute(word, {"mark": told[1:]}).fetchone():
            return True
    return False


def _erase_traces(db: apsw.Connection, key: int) -> None:
    """Problems and validators that name whatever led to the article, in any spelling of an address."""
    db.execute(
        "DELETE FROM problems WHERE version_key IN (SELECT version_key FROM versions WHERE article_key = ?)", (key,)
    )
    names = {str(name) for (name,) in db.execute(_NAMES, {"it": key})}
    addresses = {address_of(name) for name in names} - {None}
    for table, column in (("problems", "name"), ("problems", "source"), ("fetched", "url")):
        rows = [str(row[0]) for row in db.execute(f"SELECT DISTINCT {column} FROM {table}").fetchall()]
        same = [(row,) for row in rows if address_of(row) in addresses or (column == "name" and row in names)]
        db.executemany(f"DELETE FROM {table} WHERE {column} = ?", same)


def _empties_the_log(ledger: Ledger) -> bool:
    """Copy the log into the file and empty it, so that no erased word is left in it. False: a reader still needs it."""
    with explained(ledger.path):
        try:
            ledger.db.set_busy_timeout(int(CHECKPOINT_WAIT * 1000))
            ledger.db.wal_checkpoint(mode=apsw.SQLITE_CHECKPOINT_TRUNCATE)
            return True
        except apsw.BusyError:
            return False
        finally:
            ledger.db.set_busy_timeout(int(WAIT * 1000))


def _copies(db: apsw.Connection, article: str) -> tuple[str, ...]:
    texts = "SELECT text_sha256 FROM versions JOIN articles USING (article_key) WHERE id = :it"
    asked = f"""
    SELECT DISTINCT id FROM versions JOIN articles USING (article_key)
    WHERE text_sha256 IN ({texts}) AND id != :it ORDER BY id
    """
    return tuple(str(id) for (id,) in db.execute(asked, {"it": article}))


def _holds(db: apsw.Connection, article: str) -> bool:
    return db.execute("SELECT 1 FROM articles WHERE id = ?", (article,)).fetchone() is not None


def _forgotten(db: apsw.Connection, article: str) -> bool:
    return db.execute("SELECT 1 FROM forgotten WHERE article_id = ?", (article,)).fetchone() is not None
