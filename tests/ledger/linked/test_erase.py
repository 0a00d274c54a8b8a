from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import apsw
import pytest

from reportedly.errors import LedgerError
from reportedly.ledger.connect import Ledger, open_ledger
from reportedly.ledger.forget import forget
from reportedly.ledger.linked.nouns import Sought
from reportedly.ledger.linked.queries import changes, happening, happenings, passages, story
from reportedly.ledger.linked.rulings import rulings, split
from reportedly.ledger.migrate import known_migrations
from reportedly.ledger.verify import verify
from reportedly.linking import link_new, waits
from tests.ledger.linked.matters import MATTERS, RAID, telling
from tests.taking import contents

SECRET = "Zorblatt Quennelby"
SECRETS = (b"zorblatt", b"quennelby", b"wimbleforth gazette")


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "l.db") as opened:
        for outlet in range(3):
            for matter in MATTERS:
                telling(matter, outlet).keep(opened)
            link_new(opened)
        yield opened
        assert not list(verify(opened))


def secret(ledger: Ledger) -> str:
    """An article of the raid with words and names of its own."""
    s = telling(RAID, 3, note=f"{SECRET} printed it first.")
    s.article = s.article.model_copy(update={"outlet": "Wimbleforth Gazette", "title": SECRET})
    id = s.keep(ledger)
    link_new(ledger)
    return id


def left_of(folder: Path) -> dict[str, list[bytes]]:
    found = {f.name: [s for s in SECRETS if s in f.read_bytes().lower()] for f in folder.iterdir()}
    return {name: secrets for name, secrets in found.items() if secrets}


def test_nothing_of_it_is_left(ledger: Ledger) -> None:
    id = secret(ledger)
    [before] = happenings(ledger, Sought(types=("ASSAULT",)))
    assert id in before.happening.articles
    split(ledger, before.happening.id, [id], "Ana")
    forget(ledger, id, "asked for", "Ana")
    assert not list(verify(ledger))
    assert waits(ledger) == 1
    linked = {table: rows for table, rows in contents(ledger.path).items() if table != "forgotten"}
    assert not [table for table, rows in linked.items() if any(id in map(str, row) for row in rows)]
    assert left_of(ledger.path.parent) == {}
    link_new(ledger)
    [after] = happenings(ledger, Sought(types=("ASSAULT",)))
    assert (after.happening.id, after.story) == (before.happening.id, before.story)
    assert set(after.happening.articles) == set(before.happening.articles) - {id}
    assert not any(id in str(c) for c in changes(ledger))
    assert left_of(ledger.path.parent) == {}
    [ruling] = rulings(ledger)
    assert all(m.side == 0 for m in ruling.mentions)


def test_a_happening_that_only_it_told_of_has_ended(ledger: Ledger) -> None:
    s = telling(RAID, 0)
    other = type(s)("flood", "Floods swept Tolmin away in one night.", outlet="The Gull", published="2025-05-01")
    id = other.event("swept", "ASSAULT", place=other.where("Tolmin", name="Tolmin")).keep(ledger)
    link_new(ledger)
    of = happening(ledger, f"{id}/e1")
    forget(ledger, id, "asked for", "Ana")
    assert waits(ledger) == 0
    assert [p.kind for p in passages(ledger, of.happening.id)] == ["ended"]
    assert [p.kind for p in passages(ledger, of.story)] == ["ended"]
    for ask, words in ((happening, of.happening.id), (story, of.story)):
        with pytest.raises(LedgerError, match="nothing tells of it any more"):
            ask(ledger, words)


def test_it_is_erased_from_backups_too_of_whatever_version(ledger: Ledger, tmp_path: Path) -> None:
    id = secret(ledger)
    with (
        apsw.Connection(str(tmp_path / "l.db.before-0003.backup")) as copy,
        copy.backup("main", ledger.db, "main") as b,
    ):
        b.step()
    copy.close()
    with open_ledger(tmp_path / "l.db.before-0002.backup", known_migrations()[:1]) as old:
        telling(RAID, 3).keep(old)
    done = forget(ledger, id, "asked for", "Ana")
    assert done.backups == ("l.db.before-0002.backup", "l.db.before-0003.backup")
    assert left_of(tmp_path) == {}
    with open_ledger(tmp_path / "l.db.before-0003.backup") as backup:
        assert not list(verify(backup))
        link_new(backup)
        assert not list(verify(backup))
    link_new(ledger)


def test_words_are_no_longer_counted(ledger: Ledger) -> None:
    before = dict(ledger.db.execute("SELECT term, articles FROM spreads"))
    forget(ledger, secret(ledger), "asked for", "Ana")
    assert dict(ledger.db.execute("SELECT term, articles FROM spreads")) == before
