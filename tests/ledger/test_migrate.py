from __future__ import annotations

from pathlib import Path

import apsw
import pytest

from reportedly.errors import LedgerError
from reportedly.ledger import connect
from reportedly.ledger.connect import open_ledger, read_ledger
from reportedly.ledger.migrate import Migration, backups_of, known_migrations
from reportedly.ledger.verify import verify
from reportedly.ledger.write import keep
from tests.ledger.articles import item, record
from tests.ledger.keeping import SECOND, migrate_one, processes

BROKEN = Migration(2, "broken", "CREATE TABLE notes (note TEXT) STRICT; INSERT INTO nowhere VALUES ('a');")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A ledger of the first version with one article."""
    with open_ledger(tmp_path / "l.db", known_migrations()[:1]) as ledger:
        keep(ledger, item(), record(item()))
    return tmp_path / "l.db"


def first_and(*more: Migration) -> tuple[Migration, ...]:
    return (*known_migrations()[:1], *more)


def test_steps_are_numbered_from_one_without_a_gap() -> None:
    assert [m.number for m in known_migrations()] == list(range(1, len(known_migrations()) + 1))


def test_a_step_is_applied_once_with_its_entry_after_a_backup(path: Path) -> None:
    for _ in range(2):
        with open_ledger(path, first_and(SECOND)) as ledger:
            assert ledger.db.execute("SELECT note FROM notes").fetchall() == [("a",)]
            rows = ledger.db.execute("SELECT number, name, sha256 FROM migrations").fetchall()
            assert rows[1] == (2, "notes", SECOND.sha256)
            assert len(rows) == 2
    [backup] = backups_of(path)
    assert backup.name == "l.db.before-0002.backup"
    with connect.open_backup(backup) as old:
        assert old.db.execute("SELECT count(*) FROM articles").get == 1
        assert not list(verify(old))


def test_of_several_processes_one_applies_a_step_and_makes_the_backup(path: Path) -> None:
    at_work = [processes().Process(target=migrate_one, args=(path,)) for _ in range(3)]
    for process in at_work:
        process.start()
    for process in at_work:
        process.join(60)
        assert process.exitcode == 0
    assert [b.name for b in backups_of(path)] == ["l.db.before-0002.backup"]
    with open_ledger(path, first_and(SECOND)) as ledger:
        assert ledger.db.execute("SELECT note FROM notes").fetchall() == [("a",)]


def test_a_new_ledger_needs_no_backup(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "l.db", first_and(SECOND)):
        assert not backups_of(tmp_path / "l.db")


def test_a_step_that_fails_leaves_the_ledger_as_it_was(path: Path) -> None:
    with pytest.raises(LedgerError, match="SQLite reports: no such table: nowhere"):
        open_ledger(path, first_and(BROKEN))
    with open_ledger(path) as ledger:
        assert not ledger.db.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'notes'").get
        assert keep(ledger, item(), record(item())).kind == "known"
        assert not list(verify(ledger))


def test_a_backup_is_never_overwritten(path: Path) -> None:
    first = path.with_name("l.db.before-0002.backup")
    first.write_bytes(b"mine")
    path.with_name("l.db.backup-part").write_bytes(b"half a copy")
    open_ledger(path, first_and(SECOND)).close()
    assert first.read_bytes() == b"mine"
    assert [b.name for b in backups_of(path)] == ["l.db.before-0002-2.backup", "l.db.before-0002.backup"]
    assert not path.with_name("l.db.backup-part").exists()


def test_a_newer_ledger_is_refused_and_not_touched(path: Path) -> None:
    later = SECOND._replace(number=len(known_migrations()) + 1)
    open_ledger(path, (*known_migrations(), later)).close()
    before = path.read_bytes()
    for opened in (open_ledger, read_ledger):
        with pytest.raises(LedgerError, match=r"made by a newer version .* install that one"):
            opened(path)
    assert path.read_bytes() == before


def test_an_older_ledger_is_not_migrated_by_a_reader(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connect, "known_migrations", lambda: first_and(SECOND))
    with pytest.raises(LedgerError, match=r"made by an older version .* leaves a backup"):
        read_ledger(path)
    assert not backups_of(path)
    open_ledger(path).close()
    read_ledger(path).close()


def test_a_step_that_has_changed_since_is_refused(path: Path) -> None:
    changed = known_migrations()[0]._replace(sql="SELECT 1")
    with pytest.raises(LedgerError, match="step 0001 of its tables differs"):
        open_ledger(path, (changed,))


def test_another_program_s_file_is_refused_and_not_touched(tmp_path: Path) -> None:
    path = tmp_path / "other.db"
    db = apsw.Connection(str(path))
    db.execute("CREATE TABLE songs (title TEXT)")
    db.close()
    before = path.read_bytes()
    for opened in (open_ledger, read_ledger):
        with pytest.raises(LedgerError, match="another program's SQLite file"):
            opened(path)
    assert path.read_bytes() == before
    assert [f.name for f in tmp_path.iterdir()] == ["other.db"]
