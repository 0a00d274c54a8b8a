"""Checking a whole ledger: nothing lost, nothing changed, everything where it points to."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

import apsw

from reportedly.ledger.clock import day_of
from reportedly.ledger.connect import Ledger, explained
from reportedly.ledger.identity import address_of, article_id, sha256_of
from reportedly.ledger.indexes import INDEXES
from reportedly.ledger.linked import checks
from reportedly.ledger.nouns import Fault
from reportedly.ledger.rows import COLUMNS, Row, rows_of
from reportedly.ledger.seals import OF_VERSION, seal_of, seal_of_reading
from reportedly.ledger.sourced import tally
from reportedly.ledger.spans import misplaced
from reportedly.ledger.stored import article_of, canonical, content_sha256, plain, record_of
from reportedly.ledger.write import BEST_READING
from reportedly.record import Article, Record

Check = Callable[[apsw.Connection], Iterator[Fault]]


class _Stored(NamedTuple):
    """A reading with what belongs to it."""

    reading_key: int
    record: bytes
    record_sha256: str
    failed: int
    read_at: str
    seal: str
    run: str
    run_sha256: str
    text: str
    meta: str
    day: str


def verify(ledger: Ledger, progress: Callable[[str], None] = lambda _: None) -> Iterator[Fault]:
    """Everything that is not as it was written; nothing where all is well. One article at a time is in memory.

    The ledger is seen as it is at one moment, and others may write meanwhile. Whether the words in the index are those
    of the texts can be asked only where the ledger is open for writing; all else is checked where it is read-only, too.
    `progress` is called with the name of each check as it begins. LedgerError: the file cannot be read at all.
    """
    with explained(ledger.path):
        ledger.db.execute("BEGIN")
        try:
            for check in _CHECKS:
                progress(check.__name__.strip("_"))
                yield from _as_fault(check, ledger.db)
        finally:
            if ledger.db.in_transaction:
                ledger.db.execute("ROLLBACK")
        if not ledger.db.readonly("main"):
            progress("index_words")
            yield from _as_fault(_index_words, ledger.db)


def _as_fault(check: Check, db: apsw.Connection) -> Iterator[Fault]:
    """A check that meets a damaged page ends there; the others still run."""
    try:
        yield from check(db)
    except (apsw.CorruptError, UnicodeDecodeError) as error:
        yield Fault(table=check.__name__.strip("_"), key="", message=f"the file is damaged: {error}")


def _file(db: apsw.Connection) -> Iterator[Fault]:
    for (message,) in db.execute("PRAGMA integrity_check(100)"):
        if message != "ok":
            yield Fault(table="file", key="", message=str(message))


def _pointers(db: apsw.Connection) -> Iterator[Fault]:
    for table, row, parent, _ in db.execute("PRAGMA foreign_key_check"):
        yield Fault(table=str(table), key=str(row), message=f"it points to a row of {parent} that is not there")


def _orphans(db: apsw.Connection) -> Iterator[Fault]:
    for table, key, child in (("articles", "article_key", "versions"), ("versions", "version_key", "readings")):
        for (row,) in db.execute(f"SELECT {key} FROM {table} WHERE {key} NOT IN (SELECT {key} FROM {child})"):
            yield Fault(table=table, key=str(row), message=f"it has no {child}")
    for (key,) in db.execute("SELECT article_key FROM erasing"):
        yield Fault(table="erasing", key=str(key), message="an erasure was left unfinished: forget the article again")


def _articles(db: apsw.Connection) -> Iterator[Fault]:
    """Ids and addresses are what their articles make them, and no forgotten one is here."""
    asked = """
    SELECT article_key, id, address, given, given_id, v.number, v.outlet, v.text_sha256, v.meta FROM articles
    JOIN versions v USING (article_key) ORDER BY version_key
    """
    for key, id, address, given, given_id, number, outlet, text_sha256, meta in db.execute(asked):
        if article_id(address, (given_id, outlet, text_sha256)) != id:
            yield Fault(table="articles", key=str(key), message=f"{id} is not the id of this article")
        article = _article(meta)
        if address_of((article and article.url) or "") != address:
            yield Fault(table="articles", key=str(key), message=f"{id}: a version has another address")
        if number == 1 and article and plain(article.id) != given:
            yield Fault(table="articles", key=str(key), message=f"{id}: its first version came with another id")
    for (id,) in db.execute("SELECT id FROM articles WHERE id IN (SELECT article_id FROM forgotten)"):
        yield Fault(table="forgotten", key=str(id), message="the article was forgotten and is here all the same")


def _versions(db: apsw.Connection) -> Iterator[Fault]:
    """Each text is the one that was kept, and so is what is noted of it."""
    for key, text, seal, *noted in db.execute(
        f"SELECT version_key, text, sha256, {', '.join(OF_VERSION)} FROM versions"
    ):
        row = dict(zip(OF_VERSION, noted, strict=True))
        if sha256_of(str(text)) != row["text_sha256"]:
            yield Fault(
                table="versions", key=str(key), message="the text is not the one that was kept: its hash differs"
            )
        if seal_of(noted) != seal:
            yield Fault(
                table="versions", key=str(key), message="what is noted of the text was changed: its hash differs"
            )
        if _noted_of(row) != tuple(row[c] for c in ("title", "outlet", "url", "published", "day")):
            yield Fault(table="versions", key=str(key), message="its columns differ from its meta")


def _noted_of(row: dict[str, Any]) -> tuple[str | None, ...] | None:
    """Title, outlet, address, publication and day of a version, from its meta."""
    article = _article(row["meta"])
    if article is None:
        return None
    told = (article.title, article.outlet, article.url, article.published, day_of(article.published, row["seen"]))
    return tuple(t if t is None else plain(t) for t in told)


def _runs(db: apsw.Connection) -> Iterator[Fault]:
    for key, run, digest in db.execute("SELECT run_key, run, sha256 FROM runs"):
        if sha256_of(str(run)) != digest:
            yield Fault(table="runs", key=str(key), message="its hash differs")


def _readings(db: apsw.Connection) -> Iterator[Fault]:
    """Each record is the one that was written, points into its text, and its rows are those made from it."""
    asked = """
    SELECT reading_key, record, record_sha256, failed, read_at, r.sha256, run, runs.sha256, text, meta, day
    FROM readings r JOIN versions USING (version_key) JOIN runs USING (run_key) ORDER BY reading_key
    """
    for row in map(_Stored._make, db.execute(asked)):
        for message in _reading_faults(db, row):
            yield Fault(table="readings", key=str(row.reading_key), message=message)


def _reading_faults(db: apsw.Connection, row: _Stored) -> Iterator[str]:
    if seal_of_reading(row.run_sha256, row.read_at, row.failed, row.record_sha256) != row.seal:
        yield "what is noted of the reading was changed: its hash differs"
    try:
        if content_sha256(row.record) != row.record_sha256:
            yield "the record is not the one that was written: its hash differs"
        record = record_of(row.record, row.text)
    except ValueError as error:
        yield f"the record cannot be read: {error}"
        return
    if record.failed != bool(row.failed) or canonical(record.run.to_json()) != row.run:
        yield "the record differs from its row: failed, or run"
    if not _is_of(record.article, row):
        yield "the record is of another article than its version"
    yield from misplaced(record)
    yield from _row_faults(db, row.reading_key, record, row.day)


def _is_of(read: Article, row: _Stored) -> bool:
    """Is an article as it was read the one of the version? Only its language is found by reading."""
    article = _article(row.meta, row.text)
    return article is not None and read == article.model_copy(update={"language": read.language})


def _row_faults(db: apsw.Connection, reading: int, record: Record, day: str) -> Iterator[str]:
    rows = rows_of(record, day)
    for table in ("entities", "places", "times", "statements", "events"):
        columns = ", ".join(COLUMNS[table])
        stored = db.execute(f"SELECT {columns} FROM {table} WHERE reading_key = ?", (reading,)).fetchall()
        if _by_id(stored) != _by_id(getattr(rows, table)):
            yield f"its {table} differ from the record's"
    columns = ", ".join(f"p.{c}" for c in COLUMNS["parties"])
    asked = f"SELECT id, {columns} FROM events JOIN parties p USING (event_key) WHERE reading_key = ?"
    stored = db.execute(asked, (reading,)).fetchall()
    made = [(e.id, *party) for e, parties in zip(record.events, rows.parties, strict=True) for party in parties]
    if sorted(stored, key=repr) != sorted(made, key=repr):
        yield "its parties differ from the record's"


def _latest(db: apsw.Connection) -> Iterator[Fault]:
    for article, version, reading in db.execute(
        "SELECT a.article_key, version_key, reading_key FROM articles a LEFT JOIN latest USING (article_key)"
    ):
        if db.execute(BEST_READING, (article,)).fetchone() not in (None, (version, reading)):
            yield Fault(table="latest", key=str(article), message="it is not the article's latest reading")


def _index(db: apsw.Connection) -> Iterator[Fault]:
    for index, table, key in INDEXES:
        pairs = ((f"{index}_docsize", "id", table, key), (table, key, f"{index}_docsize", "id"))
        for here, mine, there, theirs in pairs:
            for (row,) in db.execute(f"SELECT {mine} FROM {here} WHERE {mine} NOT IN (SELECT {theirs} FROM {there})"):
                yield Fault(table=here, key=str(row), message=f"it is not in {there}")


def _links(db: apsw.Connection) -> Iterator[Fault]:
    """What linking found; a ledger that is not up to date may lack tables of it."""
    if db.execute("SELECT 1 FROM sqlite_schema WHERE name = 'waiting'").fetchone():
        for check in checks.CHECKS:
            yield from check(db)


def _sources(db: apsw.Connection) -> Iterator[Fault]:
    """Who said what is counted as it was read; an older ledger does not count it."""
    if tally.counts(db):
        yield from tally.faults(db)


def _index_words(db: apsw.Connection) -> Iterator[Fault]:
    for index, table, _ in INDEXES:
        try:
            db.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
        except apsw.CorruptError:
            yield Fault(table=index, key="", message=f"the index differs from the words of {table}")


def _article(meta: str, text: str = "") -> Article | None:
    """The article of a version; None where its meta is damaged."""
    try:
        return article_of(meta, text)
    except (ValueError, TypeError):
        return None


def _by_id(rows: Any) -> list[Row]:
    return sorted((tuple(row) for row in rows), key=lambda row: str(row[0]))


_CHECKS: tuple[Check, ...] = (
    _file, _pointers, _orphans, _articles, _versions, _runs, _readings, _latest, _index, _links,
    _sources,
)  # fmt: skip
