"""Keeping count of sources: what an article's latest reading says of them, put in the place of what it said before."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterator
from itertools import groupby
from typing import Any, NamedTuple

import apsw

from reportedly.ledger.nouns import Fault
from reportedly.ledger.sourced.who import Heard, Who, names, outlet_called, private_words, search_words, who_of
from reportedly.ledger.stored import unpacked

_HEARD = """
SELECT s.statement_key, s.id, s.day, s.act, s.relay, s.source, s.source_kind, coalesce(e.name, s.source_name),
    s.source_key, e.role, e.country, e.sector
FROM statements s LEFT JOIN entities e ON (e.reading_key, e.key) = (s.reading_key, s.source_key)
WHERE s.reading_key = ? ORDER BY s.statement_key, e.mentions DESC
"""
"""An article's statements and what it says of their sources; of two entities of one key that which is spoken of more
comes first."""

_PEOPLE = """
SELECT name, kind, name, key, role, country, sector FROM entities
WHERE reading_key = ? AND kind = 'person' AND key NOT NULL
"""

_ADDRESSEES = """
SELECT s.value ->> 'id', coalesce(e.name, s.value ->> '$.addressee.text')
FROM json_each(:record, '$.statements') s
LEFT JOIN entities e ON (e.reading_key, e.id) = (:reading, s.value ->> '$.addressee.entity')
WHERE s.value ->> '$.addressee.text' IS NOT NULL
"""

_ROW = "source_key, day, statement_key, article_key, act, public, role, country, outlet, via, via_words, addressee"


class Told(NamedTuple):
    """A statement of somebody, as a row of source_statements without its source's key."""

    who: Who
    day: str
    statement: int
    article: int
    act: str
    role: str | None
    country: str | None
    outlet: str | None
    via: str | None
    addressee: str | None

    def row(self, source: int) -> tuple[Any, ...]:
        """The row, in the order of its columns."""
        via = (self.via, search_words(self.via)) if self.via else (None, None)
        told = (self.role, self.country, self.outlet, *via, self.addressee)
        return (source, self.day, self.statement, self.article, self.act, int(self.who.public), *told)


def counts(db: apsw.Connection) -> bool:
    """Does a ledger count sources? One from before that step, such as a backup, does not."""
    return db.execute("SELECT 1 FROM sqlite_schema WHERE name = 'sources'").fetchone() is not None


def tally(db: apsw.Connection, article: int) -> None:
    """Count the sources of an article's latest reading instead of those that were counted of it."""
    if not counts(db):
        return
    published, told = _latest(db, article)
    before = _counted(db, article)
    _take_out(db, article)
    keys = {who.id: _key(db, who) for who in (*(t.who for t in told), *filter(None, (published,)))}
    db.executemany(
        f"INSERT INTO source_statements ({_ROW}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (t.row(keys[t.who.id]) for t in told),
    )
    if published:
        day = "SELECT v.day FROM latest JOIN versions v USING (version_key) WHERE latest.article_key = ?1"
        db.execute(f"INSERT INTO source_articles VALUES (?1, ?2, ({day}))", (article, keys[published.id]))
    _count(db, before, _counted(db, article))


def untally(db: apsw.Connection, article: int) -> None:
    """Count nothing of an article that is being erased: sources that it alone has go, the others are called as another
    article calls them."""
    if not counts(db):
        return
    before = _counted(db, article)
    _take_out(db, article)
    _count(db, before, {})
    for source in before:
        if (name := _name_elsewhere(db, source)) is not None:
            db.execute(
                "UPDATE sources SET name = ?, words = ? WHERE source_key = ?", (name, search_words(name), source)
            )


def tally_all(db: apsw.Connection) -> None:
    """Count every article, in a ledger that has counted none."""
    for article in _articles(db):
        tally(db, article)


def faults(db: apsw.Connection) -> Iterator[Fault]:
    """Is everything counted as it was read?"""
    for article in _articles(db):
        published, told = _latest(db, article)
        if sorted(_stored(db, article), key=repr) != sorted(((t.who.id, *t.row(0)[1:]) for t in told), key=repr):
            yield Fault(table="source_statements", key=str(article), message="its sources differ from its reading's")
        asked = "SELECT id FROM source_articles JOIN sources USING (source_key) WHERE article_key = ?"
        if [id for (id,) in db.execute(asked, (article,))] != ([published.id] if published else []):
            yield Fault(table="source_articles", key=str(article), message="its outlet differs from its version's")
    for (source,) in db.execute(_MISCOUNTED):
        yield Fault(table="sources", key=str(source), message="its numbers differ from its statements'")


def _articles(db: apsw.Connection) -> list[int]:
    return [int(key) for (key,) in db.execute("SELECT article_key FROM latest ORDER BY article_key")]


_NUMBERS = """
SELECT count(*), count(DISTINCT article_key), coalesce(sum(public), 0),
    (SELECT count(*) FROM source_articles a WHERE a.source_key = s.source_key), min(day), max(day)
FROM source_statements t WHERE t.source_key = s.source_key
"""
_MISCOUNTED = f"""
SELECT source_key FROM sources s
WHERE (statements, articles, public, published, first_day, last_day) IS NOT ({_NUMBERS}) OR statements + published = 0
"""


def _latest(db: apsw.Connection, article: int) -> tuple[Who | None, list[Told]]:
    """The outlet of an article's latest version, and what its latest reading says of sources."""
    asked = """
    SELECT r.reading_key, r.record, v.outlet FROM latest l JOIN readings r USING (reading_key)
    JOIN versions v ON v.version_key = l.version_key WHERE l.article_key = ?
    """
    row = db.execute(asked, (article,)).fetchone()
    if row is None:
        return None, []
    reading, blob, outlet = row
    heard_of: list[tuple[Any, ...]] = db.execute(_HEARD, (reading,)).fetchall()
    rows = [next(of) for _, of in groupby(heard_of, key=lambda row: row[0])]
    told_to = _addressees(db, reading, blob) if rows else {}
    people: list[tuple[Any, ...]] = db.execute(_PEOPLE, (reading,)).fetchall()
    private = private_words(map(Heard._make, people))
    told = []
    for statement, id, day, act, relay, *heard in rows:
        source = Heard(*heard)
        if who := who_of(source, private):
            passed = (_via(json.loads(relay), who, outlet), told_to.get(id))
            via, addressee = (None if names(name, private) else name for name in passed)
            said = (source.role, source.country, outlet, via, addressee)
            told.append(Told(who, day, statement, article, act, *said))
    return (outlet_called(outlet) if outlet else None), told


def _addressees(db: apsw.Connection, reading: int, blob: bytes) -> dict[str, str]:
    """To whom each statement of a record was made, by its id; of a damaged one, which `verify` tells of, nothing."""
    try:
        record = unpacked(blob).decode("utf-8", "replace")
        return dict(db.execute(_ADDRESSEES, {"record": record, "reading": reading}))
    except (ValueError, apsw.SQLError):
        return {}


def _via(relay: list[str], who: Who, outlet: str | None) -> str | None:
    """Through whom it reached the outlet: the last of its relay that is neither the source nor the outlet in hand."""
    own = {who.words, search_words(outlet or "")}
    return next((name for name in reversed(relay[1:]) if search_words(name) not in own), None)


def _key(db: apsw.Connection, who: Who) -> int:
    found = db.execute("SELECT source_key FROM sources WHERE id = ?", (who.id,)).fetchone()
    if found:
        return int(found[0])
    db.execute(
        """
        INSERT INTO sources (id, kind, name, words, country, named, statements, articles, public, published)
        VALUES (?, ?, ?, ?, ?, ?, 0, 0, 0, 0)
        """,
        (who.id, who.kind, who.name, who.words, who.country, int(who.named)),
    )
    return int(db.last_insert_rowid())


def _counted(db: apsw.Connection, article: int) -> dict[int, Counter[str]]:
    """What of each source's numbers comes from an article."""
    found: dict[int, Counter[str]] = {}
    asked = "SELECT source_key, count(*), sum(public) FROM source_statements WHERE article_key = ? GROUP BY 1"
    for source, statements, public in db.execute(asked, (article,)):
        found[source] = Counter(statements=statements, articles=1, public=public)
    for (source,) in db.execute("SELECT source_key FROM source_articles WHERE article_key = ?", (article,)):
        found.setdefault(source, Counter())["published"] = 1
    return found


def _take_out(db: apsw.Connection, article: int) -> None:
    for table in ("source_statements", "source_articles"):
        db.execute(f"DELETE FROM {table} WHERE article_key = ?", (article,))


def _count(db: apsw.Connection, before: dict[int, Counter[str]], after: dict[int, Counter[str]]) -> None:
    """Bring numbers and days up to date; nobody who says nothing stays."""
    none: Counter[str] = Counter()
    for source in before.keys() | after.keys():
        was, now = before.get(source, none), after.get(source, none)
        more = [now[n] - was[n] for n in ("statements", "articles", "public", "published")]
        days = "SELECT {}(day) FROM source_statements WHERE source_key = ?5"
        db.execute(
            f"""
            UPDATE sources SET statements = statements + ?1, articles = articles + ?2, public = public + ?3,
                published = published + ?4, first_day = ({days.format("min")}), last_day = ({days.format("max")})
            WHERE source_key = ?5
            """,
            (*more, source),
        )
    _drop_empty(db, before.keys() - after.keys())


def _drop_empty(db: apsw.Connection, sources: Collection[int]) -> None:
    db.executemany(
        "DELETE FROM sources WHERE source_key = ? AND statements = 0 AND published = 0", ((s,) for s in sources)
    )


def _name_elsewhere(db: apsw.Connection, source: int) -> str | None:
    """How the newest article that is left calls a source; None where the source is gone."""
    asked = """
    SELECT id, coalesce(
        (SELECT article_key FROM source_statements t WHERE t.source_key = s.source_key ORDER BY day DESC LIMIT 1),
        (SELECT article_key FROM source_articles a WHERE a.source_key = s.source_key ORDER BY day DESC LIMIT 1))
    FROM sources s WHERE source_key = ?
    """
    row = db.execute(asked, (source,)).fetchone()
    if row is None:
        return None
    id, article = row
    published, told = _latest(db, article)
    names = (who.name for who in (*(t.who for t in told), published) if who and who.id == id)
    return next(names, None)


def _stored(db: apsw.Connection, article: int) -> list[tuple[Any, ...]]:
    columns = ", ".join(f"t.{column}" for column in _ROW.split(", ")[1:])
    asked = f"SELECT s.id, {columns} FROM source_statements t JOIN sources s USING (source_key) WHERE article_key = ?"
    return db.execute(asked, (article,)).fetchall()
