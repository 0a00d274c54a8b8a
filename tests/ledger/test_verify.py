from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.intake.item import Item
from reportedly.ledger.connect import Ledger, open_ledger, read_ledger
from reportedly.ledger.stored import blob_of
from reportedly.ledger.verify import verify
from reportedly.ledger.write import add_reading, keep, versions_to_read
from reportedly.record import Record
from tests.ledger.articles import LATER, TEXT, URL, failed, item, record
from tests.web.invented_events import raid
from tests.web.invented_records import harbour


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """A ledger with everything in it."""
    with open_ledger(tmp_path / "l.db") as opened:
        for it in (item(), item(TEXT + " Edited."), item("Else.", None, given_id="x"), item(TEXT, URL + "/copy")):
            keep(opened, it, record(it))
        broken = item("Broken.", URL + "/broken")
        keep(opened, broken, failed(broken))
        keep(opened, Item(raid().article), raid())
        for key, article in versions_to_read(opened, LATER):
            add_reading(opened, key, record(Item(article), LATER))
        yield opened


def tampered(ledger: Ledger, sql: str) -> list[tuple[str, str]]:
    """The faults after somebody has changed the file behind its triggers' back."""
    for name in [n for (n,) in ledger.db.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")]:
        ledger.db.execute(f"DROP TRIGGER {name}")
    ledger.db.pragma("foreign_keys", False)
    ledger.db.execute(sql)
    return [(f.table, f.message) for f in verify(ledger)]


def test_a_whole_ledger_has_no_faults(ledger: Ledger) -> None:
    names: list[str] = []
    assert not list(verify(ledger, names.append))
    assert names[0] == "file"
    assert names[-1] == "index_words"
    with read_ledger(ledger.path) as reader:
        assert not list(verify(reader))
    assert not ledger.db.in_transaction


@pytest.mark.parametrize(
    ("sql", "table", "words"),
    [
        ("UPDATE versions SET text = text || '!' WHERE version_key = 1", "versions", "hash differs"),
        ("UPDATE versions SET text = 'New.' WHERE version_key = 1", "readings", "lies outside the text"),
        ("UPDATE versions SET text = CAST(x'ff' AS TEXT) WHERE version_key = 1", "versions", "the file is damaged"),
        ("UPDATE versions SET meta = '{}' WHERE version_key = 1", "articles", "another address"),
        ("UPDATE articles SET id = 'a000000000000000' WHERE article_key = 1", "articles", "not the id"),
        ("UPDATE articles SET given_id = 'y' WHERE given_id = 'x'", "articles", "not the id"),
        ("UPDATE articles SET given = 'y'", "articles", "came with another id"),
        ("UPDATE versions SET title = 'Zzz'", "versions", "differ from its meta"),
        ("UPDATE versions SET outlet = NULL", "versions", "differ from its meta"),
        ("UPDATE versions SET url = url || '/2'", "versions", "differ from its meta"),
        ("UPDATE versions SET published = '2025'", "versions", "differ from its meta"),
        ("UPDATE versions SET day = '2025-03-13'", "versions", "differ from its meta"),
        *[
            (f"UPDATE versions SET {c} = {c} || '0'", "versions", "noted of the text was changed")
            for c in ("number", "title", "outlet", "url", "published", "day", "source", "name", "seen", "added")
        ],
        ("UPDATE versions SET meta = replace(meta, 'Shells', 'Bells')", "versions", "noted of the text was changed"),
        ("UPDATE versions SET meta = replace(meta, 'Shells', 'Bells')", "readings", "another article than its version"),
        ("UPDATE versions SET meta = '[]'", "versions", "differ from its meta"),
        ("UPDATE readings SET read_at = '2025'", "readings", "noted of the reading was changed"),
        ("UPDATE readings SET failed = 1 - failed", "readings", "noted of the reading was changed"),
        ("UPDATE readings SET record_sha256 = 'x'", "readings", "noted of the reading was changed"),
        ("INSERT INTO sightings VALUES (1, '2999-01-01T00:00:00Z')", "latest", "not the article's"),
        ("INSERT INTO sightings VALUES (999, '2025-01-01T00:00:00Z')", "sightings", "points to a row of versions"),
        ("UPDATE readings SET record = x'00' WHERE reading_key = 1", "readings", "cannot be read"),
        ("UPDATE readings SET failed = 1 WHERE reading_key = 1", "readings", "differs from its row"),
        ("UPDATE readings SET run_key = 2 WHERE reading_key = 1", "readings", "differs from its row"),
        ("UPDATE runs SET run = run || ' '", "runs", "hash differs"),
        ("UPDATE entities SET name = 'X'", "readings", "its entities differ"),
        ("DELETE FROM places", "readings", "its places differ"),
        ("UPDATE times SET earliest = NULL", "readings", "its times differ"),
        ("UPDATE statements SET act = 'deny' WHERE statement_key = 1", "readings", "its statements differ"),
        ("DELETE FROM statements WHERE statement_key = 1", "statements_text_docsize", "not in statements"),
        ("UPDATE events SET status = 'denied'", "readings", "its events differ"),
        ("UPDATE parties SET country = 'XAB'", "readings", "its parties differ"),
        ("UPDATE latest SET reading_key = 1, version_key = 1 WHERE article_key = 1", "latest", "not the article's"),
        ("DELETE FROM latest", "latest", "not the article's"),
        ("DELETE FROM readings", "versions", "has no readings"),
        ("DELETE FROM versions WHERE version_key = 1", "readings", "points to a row of versions"),
        ("DELETE FROM versions", "articles", "has no versions"),
        ("INSERT INTO erasing VALUES (1)", "erasing", "left unfinished"),
        (
            "INSERT INTO forgotten SELECT 1, id, '', '', '', '' FROM articles LIMIT 1",
            "forgotten",
            "is here all the same",
        ),
        ("UPDATE statements SET content = 'Zzz' WHERE statement_key = 1", "statements_text", "index differs"),
        ("UPDATE versions SET title = 'Zzz' WHERE version_key = 1", "versions_text", "index differs"),
        ("INSERT INTO versions_text (versions_text) VALUES ('delete-all')", "versions", "not in versions_text_docsize"),
    ],
)
def test_every_change_is_found(ledger: Ledger, sql: str, table: str, words: str) -> None:
    faults = tampered(ledger, sql)
    assert any(t == table and words in m for t, m in faults), faults


def test_spans_outside_the_text_and_words_that_are_not_there(ledger: Ledger) -> None:
    far = harbour()
    time = far.times[0].model_copy(update={"span": (10**6, 10**6 + 1)})
    place = far.statements[1].model_copy(
        update={"source": far.statements[1].source.model_copy(update={"text": "Else"})}
    )
    wrong: Record = far.model_copy(update={"times": (time,), "statements": (place,)})
    keep(ledger, Item(wrong.article), wrong)
    messages = [f.message for f in verify(ledger)]
    assert f"t1: 1000000–1000001 lies outside the text of {len(far.article.text)} characters" in messages
    assert "s2: the text there differs from the words of the record" in messages


def test_a_record_that_was_exchanged(ledger: Ledger) -> None:
    other = blob_of(record(item()).model_copy(update={"statements": ()}))
    faults = tampered(ledger, f"UPDATE readings SET record = x'{other.hex()}' WHERE reading_key = 1")
    assert ("readings", "the record is not the one that was written: its hash differs") in faults
