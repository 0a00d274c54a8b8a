"""Keeping articles and their records: each in one transaction, so that an interruption loses nothing that was kept."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import apsw

from reportedly.intake.item import Finished, Given, Item, Origin, Validators
from reportedly.ledger.clock import day_of, evened, now
from reportedly.ledger.connect import Ledger, explained, writing
from reportedly.ledger.identity import Identity, address_of, identity_of, sha256_of
from reportedly.ledger.nouns import Kind, Outcome
from reportedly.ledger.origins import absolute, kept_origin, origin_of
from reportedly.ledger.rows import COLUMNS, Row, rows_of
from reportedly.ledger.seals import OF_VERSION, seal_of, seal_of_reading
from reportedly.ledger.sightings import add_sighting, new_sighting
from reportedly.ledger.sourced.tally import tally
from reportedly.ledger.stored import article_of, blob_of, canonical, content_sha256, meta_of, plain
from reportedly.record import Article, Record, Run

BEST_READING = """
SELECT v.version_key, r.reading_key FROM versions v JOIN last_seen l USING (version_key)
JOIN readings r USING (version_key) WHERE v.article_key = ?
ORDER BY r.failed, l.seen DESC, v.number DESC, r.reading_key DESC LIMIT 1
"""
"""Which reading stands for an article: the last good one of the text that was seen last."""


def keep(ledger: Ledger, item: Item, record: Record) -> Outcome:
    """Keep one article and its record, or find that nothing is new. `record` is the reading of `item`.

    All of it is written, or nothing. LedgerError: it could not be written.
    """
    identity, origin = identity_of(item), kept_origin(item)
    with writing(ledger) as db:
        outcome = _kept(db, item, record, identity)
        if outcome.kind not in ("failed", "forgotten"):
            _remember(db, origin.validators, identity.article)
            _solve(db, origin)
    return outcome


def known(ledger: Ledger, item: Item) -> Outcome | None:
    """What becomes of an article whose text needs no reading: known, forgotten, or changed where an edit was taken back
    and an older text stands there again. None where it has to be read. What a server said of a known one is remembered,
    and what stood in its way does so no more."""
    if any(p.fatal for p in item.problems) or not item.article.text:
        return None
    with explained(ledger.path):
        identity, origin = identity_of(item), kept_origin(item)
        kind = _nothing_new(ledger.db, identity)
        news = kind == "known" and _is_told_more(ledger.db, identity, origin)
    if news:
        with writing(ledger) as db:
            kind = _met_again(db, identity, origin)
            _remember(db, origin.validators, identity.article)
            _solve(db, origin)
    return _outcome(kind, item, identity.article) if kind else None


def add_reading(ledger: Ledger, version_key: int, record: Record) -> bool:
    """Keep one more reading of a version. False where it was not needed: this run has read it, or could not now."""
    with writing(ledger) as db:
        run = _run_key(db, record.run)
        asked = "SELECT count(*), coalesce(sum(run_key = ? AND failed <= ?), 0) FROM readings WHERE version_key = ?"
        total, same = next(db.execute(asked, (run, record.failed, version_key)))
        if same or (total and record.failed):
            return False
        _add_reading(db, version_key, record, run)
        if not record.failed:
            db.execute("UPDATE problems SET solved = ? WHERE version_key = ? AND solved IS NULL", (now(), version_key))
    return True


def versions_to_read(ledger: Ledger, run: Run, articles: Sequence[str] | None = None) -> Iterator[tuple[int, Article]]:
    """The latest version of each article (of those with the given ids) that has no good reading by this run, and every
    version that has no good reading at all. The list is made at once, the texts are fetched one by one: readings may be
    added meanwhile."""
    asked = """
    SELECT v.version_key FROM versions v JOIN articles a USING (article_key) WHERE (:all OR a.id IN (SELECT value FROM
    json_each(:articles))) AND NOT EXISTS (
        SELECT 1 FROM readings r JOIN runs USING (run_key) WHERE r.version_key = v.version_key AND NOT r.failed
        AND (runs.sha256 = :run OR v.version_key NOT IN (SELECT version_key FROM latest))
    ) ORDER BY v.version_key
    """
    wanted = {"all": articles is None, "articles": canonical(list(articles or ())), "run": sha256_of(_run_json(run))}
    with explained(ledger.path):
        keys: list[tuple[Any, ...]] = ledger.db.execute(asked, wanted).fetchall()
        for (key,) in keys:
            for meta, text in ledger.db.execute("SELECT meta, text FROM versions WHERE version_key = ?", (key,)):
                yield key, article_of(str(meta), str(text))


def remember(ledger: Ledger, finished: Finished) -> None:
    """Remember what a server said of a feed, once everything that it named is kept; what stood in its way does so no
    more."""
    with writing(ledger) as db:
        _remember(db, finished.validators, None)
        _solve(db, absolute(Origin(finished.source, finished.validators.url)))


@dataclass(frozen=True)
class Memory:
    """What intake may ask of a ledger before it fetches an address."""

    ledger: Ledger

    def validators_of(self, url: str) -> Validators | None:
        """What the server said of an address when it was last fetched; None where what stood there is not kept."""
        found = self._first("SELECT etag, last_modified FROM fetched WHERE url = ?", plain(url))
        return Validators(url, *found) if found else None

    def holds(self, url: str) -> bool:
        """Is there an article of this address?"""
        address = address_of(url)
        return bool(address and self._first("SELECT 1 FROM articles WHERE address = ?", address))

    def seen_of(self, url: str) -> str | None:
        """When the newest text of this address was seen (UTC, ISO 8601)."""
        asked = """
        SELECT max(l.seen) FROM articles JOIN versions USING (article_key) JOIN last_seen l USING (version_key)
        WHERE address = ?
        """
        found = self._first(asked, address_of(url))
        return found[0] if found else None

    def _first(self, sql: str, value: str | None) -> tuple[str | None, ...] | None:
        with explained(self.ledger.path):
            return next(iter(self.ledger.db.execute(sql, (value,))), None)


def _kept(db: apsw.Connection, item: Item, record: Record, identity: Identity) -> Outcome:
    if record.failed and not _storable(item.article.text):
        return _failed(db, item, record, None)
    if kind := _nothing_new(db, identity):
        kind = _met_again(db, identity, kept_origin(item)) if kind == "known" else kind
        return _outcome(kind, item, identity.article)
    version = _version_key(db, identity)
    if version is None:
        version, kind = _add_version(db, item, identity)
    else:  # a text that could not be read so far
        kind = "new"
        add_sighting(db, version, kept_origin(item))
    if not record.failed or not _has_reading(db, version):
        _add_reading(db, version, record, _run_key(db, record.run))
    return _failed(db, item, record, version) if record.failed else _outcome(kind, item, identity.article)


def _nothing_new(db: apsw.Connection, identity: Identity) -> Kind | None:
    """A text that has been read at this address, or an article or text that was erased."""
    read = """
    SELECT 1 FROM articles a JOIN versions v USING (article_key) JOIN readings r USING (version_key)
    WHERE a.id = ? AND v.text_sha256 = ? AND NOT r.failed
    """
    if _one(db, read, identity.article, identity.text_sha256):
        return "known"
    erased = "SELECT 1 FROM forgotten WHERE article_id = ? OR text_sha256 = ?"
    return "forgotten" if _one(db, erased, identity.article, identity.text_sha256) else None


def _met_again(db: apsw.Connection, identity: Identity, origin: Origin) -> Kind:
    """A text that has been read: changed where it takes the place of one that had taken its own."""
    version = _version_key(db, identity)
    assert version is not None
    add_sighting(db, version, origin)
    latest = "SELECT a.article_key, l.version_key FROM articles a JOIN latest l USING (article_key) WHERE a.id = ?"
    article, before = next(db.execute(latest, (identity.article,)))
    _choose_latest(db, article)
    return "known" if next(db.execute(latest, (identity.article,)))[1] == before else "changed"


def _add_version(db: apsw.Connection, item: Item, identity: Identity) -> tuple[int, Kind]:
    article, origin, added = item.article, kept_origin(item), now()
    copy = _one(db, "SELECT 1 FROM versions WHERE text_sha256 = ?", identity.text_sha256)
    key = _one(db, "SELECT article_key FROM articles WHERE id = ?", identity.article)
    kind: Kind = "changed" if key else "copy" if copy else "new"
    if key is None:
        given_id = plain(origin.given_id) if origin.given_id else None
        columns = ("id", "address", "given", "given_id", "added")
        key = _insert(db, "articles", columns, (identity.article, identity.address, plain(article.id), given_id, added))
    seen = evened(origin.seen) if origin.seen else added
    number = _one(db, "SELECT 1 + coalesce(max(number), 0) FROM versions WHERE article_key = ?", key)
    told = {
        "number": number, "text_sha256": identity.text_sha256, "meta": meta_of(article), "title": article.title,
        "outlet": article.outlet, "url": article.url, "published": article.published,
        "day": day_of(article.published, seen), "source": origin.source, "name": origin.name, "seen": seen,
        "added": added,
    }  # fmt: skip
    values = [plain(v) if isinstance(v, str) else v for v in map(told.get, OF_VERSION)]
    into = ("article_key", "text", *OF_VERSION, "sha256")
    return _insert(db, "versions", into, (key, article.text, *values, seal_of(values))), kind


def _add_reading(db: apsw.Connection, version: int, record: Record, run: int) -> None:
    article, day = next(db.execute("SELECT article_key, day FROM versions WHERE version_key = ?", (version,)))
    columns = ("version_key", "run_key", "record", "read_at", "failed", "record_sha256", "sha256")
    blob = blob_of(record)
    told = (now(), int(record.failed), content_sha256(blob))
    seal = seal_of_reading(sha256_of(_run_json(record.run)), *told)
    reading = _insert(db, "readings", columns, (version, run, blob, *told, seal))
    rows = rows_of(record, day)
    for table in ("entities", "places", "times", "statements"):
        made = getattr(rows, table)
        db.executemany(_inserting(table, ("reading_key", *COLUMNS[table])), ((reading, *row) for row in made))
    into_events = _inserting("events", ("reading_key", *COLUMNS["events"]))
    into_parties = _inserting("parties", ("event_key", *COLUMNS["parties"]))
    for row, parties in zip(rows.events, rows.parties, strict=True):
        db.execute(into_events, (reading, *row))
        event = db.last_insert_rowid()
        db.executemany(into_parties, ((event, *party) for party in parties))
    _choose_latest(db, article)


def _choose_latest(db: apsw.Connection, article: int) -> None:
    version, reading = next(db.execute(BEST_READING, (article,)))
    db.execute(
        """
        INSERT INTO latest VALUES (?, ?, ?) ON CONFLICT (article_key) DO UPDATE
        SET version_key = excluded.version_key, reading_key = excluded.reading_key
        WHERE reading_key != excluded.reading_key
        """,
        (article, version, reading),
    )
    if db.changes():
        tally(db, article)


def _run_key(db: apsw.Connection, run: Run) -> int:
    told = _run_json(run)
    found = _one(db, "SELECT run_key FROM runs WHERE sha256 = ?", sha256_of(told))
    return found or _insert(
        db, "runs", ("sha256", "run", "reportedly", "started"), (sha256_of(told), told, run.reportedly, now())
    )


def _run_json(run: Run) -> str:
    return canonical(run.to_json())


def _failed(db: apsw.Connection, item: Item, record: Record, version: int | None) -> Outcome:
    """Note what stands in the way. The same again is no new row; what stood in the way before does so no more."""
    origin, fatal = kept_origin(item), [p for p in record.problems if p.fatal]
    _solve(db, origin, except_for=[plain(p.message) for p in fatal])
    given = canonical({k: v for k, v in (origin.given or Given())._asdict().items() if v is not None})
    for problem in fatal:
        row = (origin.source, origin.name, problem.stage, problem.message, version, given, now())
        db.execute(
            """
            INSERT INTO problems (source, name, stage, message, version_key, given, met) VALUES (?, ?, ?, ?, ?, ?, ?)
            ON CONFLICT (source, name, message) DO UPDATE SET solved = NULL, met = excluded.met, given = excluded.given
            WHERE solved IS NOT NULL OR given != excluded.given
            """,
            tuple(plain(v) if isinstance(v, str) else v for v in row),
        )
    article = identity_of(item).article if version else None
    return _outcome("failed", item, article, "; ".join(p.message for p in fatal))


def _solve(db: apsw.Connection, origin: Origin, except_for: Sequence[str] = ()) -> None:
    db.execute(
        """
        UPDATE problems SET solved = ? WHERE source = ? AND name = ? AND solved IS NULL
        AND message NOT IN (SELECT value FROM json_each(?))
        """,
        (now(), plain(origin.source), plain(origin.name), canonical(list(except_for))),
    )


def _is_told_more(db: apsw.Connection, identity: Identity, origin: Origin) -> bool:
    """Is there a problem to be solved, or something new to remember? Asked first: a look takes no lock."""
    version = _version_key(db, identity)
    if version is not None and new_sighting(db, version, origin):
        return True
    problem = "SELECT 1 FROM problems WHERE source = ? AND name = ? AND solved IS NULL"
    if _one(db, problem, plain(origin.source), plain(origin.name)):
        return True
    same = """
    SELECT 1 FROM fetched JOIN articles USING (article_key) WHERE url = ? AND (etag, last_modified) IS (?, ?) AND id = ?
    """
    told = origin.validators
    return told is not None and not _one(db, same, *(v if v is None else plain(v) for v in told), identity.article)


def _remember(db: apsw.Connection, validators: Validators | None, article: str | None) -> None:
    """Remember what a server said of an address, with the article that stood there, so that both are forgotten at once;
    a feed is no article."""
    if validators is None:
        return
    db.execute(
        """
        INSERT INTO fetched (url, etag, last_modified, at, article_key)
        VALUES (?, ?, ?, ?, (SELECT article_key FROM articles WHERE id = ?)) ON CONFLICT (url) DO UPDATE
        SET etag = excluded.etag, last_modified = excluded.last_modified, at = excluded.at,
            article_key = excluded.article_key
        WHERE (etag, last_modified, article_key) IS NOT (excluded.etag, excluded.last_modified, excluded.article_key)
        """,
        tuple(v if v is None else plain(v) for v in (*validators, now(), article)),
    )


def _version_key(db: apsw.Connection, identity: Identity) -> int | None:
    asked = "SELECT version_key FROM versions JOIN articles a USING (article_key) WHERE a.id = ? AND text_sha256 = ?"
    return _one(db, asked, identity.article, identity.text_sha256)


def _has_reading(db: apsw.Connection, version: int) -> bool:
    return bool(_one(db, "SELECT 1 FROM readings WHERE version_key = ?", version))


def _outcome(kind: Kind, item: Item, article: str | None, message: str | None = None) -> Outcome:
    origin = origin_of(item)
    return Outcome(kind=kind, source=origin.source, name=origin.name, article=article, message=message)


def _storable(text: str) -> bool:
    """Is there a text, and can SQLite hold it?"""
    return bool(text) and plain(text) == text


def _insert(db: apsw.Connection, table: str, columns: tuple[str, ...], row: tuple[object, ...] | Row) -> int:
    db.execute(_inserting(table, columns), row)
    return db.last_insert_rowid()


def _inserting(table: str, columns: tuple[str, ...]) -> str:
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join('?' * len(columns))})"


def _one(db: apsw.Connection, sql: str, *values: str | int | None) -> int | None:
    found = db.execute(sql, values).fetchone()
    return found[0] if found else None
