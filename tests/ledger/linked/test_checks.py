from __future__ import annotations

from hashlib import sha256
from pathlib import Path

import apsw
import pytest

from reportedly.ledger.connect import Ledger, open_ledger
from reportedly.ledger.linked.nouns import Sought
from reportedly.ledger.linked.packed import bytes_of, content_of, content_sha256, hashes_of, noun_of, packed
from reportedly.ledger.linked.queries import happenings
from reportedly.ledger.linked.rulings import split
from reportedly.ledger.migrate import known_migrations
from reportedly.ledger.verify import verify
from reportedly.linking import link_new
from tests.ledger.linked.matters import MATTERS, telling
from tests.ledger.test_verify import tampered
from tests.taking import contents

APPEND_ONLY = (
    "links", "stories", "happenings", "story_articles", "states", "rulings", "ruled_mentions", "passages", "changes",
)  # fmt: skip


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger in which every table of links has a row."""
    path = tmp_path_factory.mktemp("whole") / "l.db"
    with open_ledger(path) as ledger:
        for outlet in range(2):
            for matter in MATTERS:
                telling(matter, outlet).keep(ledger)
            link_new(ledger)
        h = happenings(ledger, Sought(types=("ASSAULT",))).items[0].happening
        split(ledger, h.id, [h.articles[1]], "Ana", "another night")
        link_new(ledger)
    return path


@pytest.fixture
def ledger(whole: Path, tmp_path: Path) -> Ledger:
    path = tmp_path / "l.db"
    path.write_bytes(whole.read_bytes())
    return open_ledger(path)


def test_a_whole_ledger_has_no_faults(ledger: Ledger) -> None:
    with ledger:
        assert all(contents(ledger.path)[table] for table in APPEND_ONLY)
        assert not list(verify(ledger))


@pytest.mark.parametrize(
    ("sql", "table", "words"),
    [
        ("UPDATE briefs SET brief = x'00'", "briefs", "cannot be read"),
        ("UPDATE briefs SET profile = x'00'", "briefs", "cannot be read"),
        ("UPDATE briefs SET terms = x'00'", "briefs", "cannot be read"),
        ("UPDATE briefs SET terms = x''", "briefs", "its words differ"),
        ("UPDATE briefs SET brief = (SELECT brief FROM briefs b WHERE b.article_key = 1)", "briefs", "another article"),
        ("UPDATE spreads SET articles = articles + 1", "spreads", "counts of words differ"),
        ("UPDATE holders SET brief_key = 999 WHERE brief_key = 1", "holders", "has no brief"),
        ("UPDATE links SET score = score / 2", "links", "hash differs"),
        ("UPDATE links SET at = 'x'", "links", "hash differs"),
        ("UPDATE links SET link = replace(link, 'people', 'places')", "links", "hash differs"),
        ("UPDATE links SET link = '{'", "links", "cannot be read"),
        ("UPDATE links SET other_key = 6 WHERE link_key = 1", "links", "between other articles"),
        ("UPDATE links SET one_key = 999", "links", "points to a row of articles"),
        ("UPDATE states SET state = x'00' WHERE state_key = 1", "states", "cannot be read"),
        (
            "UPDATE states SET state = (SELECT state FROM states WHERE state_key = 2) WHERE state_key = 1",
            "states",
            "hash",
        ),
        ("UPDATE states SET maker = 'nobody' WHERE state_key = 1", "states", "noted of it was changed"),
        ("UPDATE states SET at = '2001' WHERE state_key = 1", "states", "noted of it was changed"),
        ("UPDATE states SET story_key = 3 WHERE state_key = 1", "states", "noted of it was changed"),
        (
            "UPDATE happenings SET id = 'h000000000000000' WHERE happening_key = 1",
            "states",
            "of another story or happening",
        ),
        ("UPDATE rulings SET who = 'Ivo'", "rulings", "hash differs"),
        ("UPDATE rulings SET because = NULL", "rulings", "hash differs"),
        ("UPDATE ruled_mentions SET side = 1 - side", "ruled_mentions", "hash differs"),
        ("UPDATE passages SET into_id = from_id", "passages", "hash differs"),
        ("UPDATE changes SET kind = 'x'", "changes", "hash differs"),
        ("UPDATE changes SET change = '{'", "changes", "cannot be read"),
        ("UPDATE changes SET at = '2001'", "changes", "hash differs"),
        ("DELETE FROM linked_articles WHERE article_key = 1", "linked_articles", "in no story"),
        ("DELETE FROM linked_articles WHERE article_key = 1", "linked_stories", "not those of its state"),
        ("UPDATE linked_happenings SET status = 'denied' WHERE happening_key = 1", "linked_happenings", "differs from"),
        ("UPDATE linked_happenings SET at_most = 9 WHERE happening_key = 1", "linked_happenings", "differs from"),
        ("DELETE FROM linked_mentions WHERE article_key = 1", "linked_mentions", "not those of its state"),
        ("UPDATE linked_mentions SET event = 'e77' WHERE article_key = 1", "linked_mentions", "not those of its state"),
    ],
)
def test_what_was_changed_is_told(sql: str, table: str, words: str, ledger: Ledger) -> None:
    with ledger:
        faults = tampered(ledger, sql)
        assert any(t == table and words in message for t, message in faults), faults


@pytest.mark.parametrize("table", APPEND_ONLY)
def test_nothing_is_changed_deleted_or_replaced(table: str, ledger: Ledger) -> None:
    with ledger:
        columns = [str(row[1]) for row in ledger.db.execute(f"PRAGMA table_info({table})")]
        for sql in (
            f"UPDATE {table} SET {columns[-1]} = {columns[-1]}",
            f"DELETE FROM {table}",
            f"INSERT OR REPLACE INTO {table} SELECT * FROM {table} LIMIT 1",
        ):
            with pytest.raises(apsw.ConstraintError, match=f"append-only: {table}"):
                ledger.db.execute(sql)


def test_a_ledger_of_the_first_version_is_brought_up_to_date_and_linked(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "l.db", known_migrations()[:1]) as old:
        for outlet in range(2):
            telling(MATTERS[0], outlet).keep(old)
        assert not list(verify(old))
    with open_ledger(tmp_path / "l.db") as ledger:
        assert link_new(ledger).articles == 2
        assert len(happenings(ledger, Sought()).items) == 1
        assert not list(verify(ledger))


def test_packing() -> None:
    from reportedly.connect.brief import Brief

    brief = Brief(id="a1", text_sha256="0" * 64, words=3, title="São Tarmer")
    made = packed(brief)
    assert content_sha256(made) == sha256(content_of(brief)).hexdigest()
    assert noun_of(Brief, made).id == "a1"
    assert hashes_of(bytes_of([-5, 2**62])) == (-5, 2**62)
    for damaged in (b"", b"\0", made[:-3]):
        with pytest.raises(ValueError, match="damaged"):
            noun_of(Brief, damaged)
    with pytest.raises(ValueError, match="damaged"):
        hashes_of(b"1234567")
