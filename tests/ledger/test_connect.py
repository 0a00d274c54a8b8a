from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import apsw
import pytest

from reportedly.errors import LedgerError
from reportedly.ledger.connect import Ledger, explained, open_ledger, open_to_check, read_ledger, writing
from reportedly.ledger.write import keep
from tests.ledger.articles import item, record

BOTH = pytest.mark.parametrize("opened", [open_ledger, read_ledger])
Opened = Callable[[Path], Ledger]


def test_a_new_file_becomes_a_ledger(tmp_path: Path) -> None:
    with open_ledger(str(tmp_path / "l.db")) as ledger:
        settings = {
            name: ledger.db.pragma(name) for name in ("journal_mode", "foreign_keys", "synchronous", "secure_delete")
        }
        assert settings == {"journal_mode": "wal", "foreign_keys": 1, "synchronous": 2, "secure_delete": 1}
    ledger.close()
    assert [f.name for f in tmp_path.iterdir()] == ["l.db"]
    read_ledger(tmp_path / "l.db").close()


def test_an_empty_file_becomes_a_ledger_but_cannot_be_read(tmp_path: Path) -> None:
    path = tmp_path / "l.db"
    path.touch()
    with pytest.raises(LedgerError, match="is empty; fill it with: reportedly add"):
        read_ledger(path)
    open_ledger(path).close()
    read_ledger(path).close()


def test_a_reader_makes_no_file(tmp_path: Path) -> None:
    with pytest.raises(LedgerError, match=r"there is no ledger at .*l\.db; make one with: reportedly add SOURCE"):
        read_ledger(tmp_path / "l.db")
    assert not list(tmp_path.iterdir())


@BOTH
def test_what_is_no_database(tmp_path: Path, opened: Opened) -> None:
    path = tmp_path / "notes.txt"
    path.write_text("Dear diary, today the port was closed. " * 200)
    with pytest.raises(LedgerError, match=r"notes\.txt is no ledger \(not an SQLite file\); name another file"):
        opened(path)
    assert path.read_text().startswith("Dear diary")


@BOTH
def test_a_folder(tmp_path: Path, opened: Opened) -> None:
    with pytest.raises(LedgerError, match=r"is a folder; name a file in it"):
        opened(tmp_path)


@BOTH
def test_no_such_folder(tmp_path: Path, opened: Opened) -> None:
    with pytest.raises(LedgerError, match=r"there is no folder .*nowhere"):
        opened(tmp_path / "nowhere" / "l.db")


@BOTH
def test_a_name_that_no_file_can_have(tmp_path: Path, opened: Opened) -> None:
    with pytest.raises(LedgerError, match="cannot be opened or changed: File name too long"):
        opened(tmp_path / ("l" * 300))


def test_a_transaction_is_kept_whole_or_not_at_all(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "l.db") as ledger:
        with pytest.raises(KeyboardInterrupt), writing(ledger) as db:
            db.execute("INSERT INTO fetched VALUES ('u', NULL, NULL, 'now', NULL)")
            raise KeyboardInterrupt
        assert ledger.db.execute("SELECT count(*) FROM fetched").get == 0
        assert not ledger.db.in_transaction


def test_a_closed_ledger_says_so(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "l.db") as ledger:
        pass
    with pytest.raises(LedgerError, match="SQLite reports"):
        keep(ledger, item(), record(item()))


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (apsw.NotADBError("x"), "is no ledger"),
        (apsw.CorruptError("x"), r"save what can be read of it with: sqlite3 news\.db \.recover \| sqlite3 saved\.db"),
        (apsw.FullError("x"), "the disk is full; make room"),
        (apsw.BusyError("x"), "in use by another process for 60 seconds"),
        (apsw.ReadOnlyError("x"), "cannot be written"),
        (apsw.CantOpenError("x"), "cannot be opened: check"),
        (apsw.IOError("x"), "the disk reports an error"),
        (apsw.ConstraintError("the ledger is append-only: versions"), "refused a change: the ledger is append-only"),
        (apsw.SQLError("no such table: x"), "SQLite reports: no such table"),
        (UnicodeDecodeError("utf-8", b"x", 0, 1, "bad"), "is damaged"),
    ],
)
def test_every_error_names_the_file_and_the_remedy(error: Exception, words: str) -> None:
    with pytest.raises(LedgerError, match=words) as raised, explained(Path("news.db")):
        raise error
    assert "news.db" in str(raised.value)


def test_a_backup_is_named_where_there_is_one(tmp_path: Path) -> None:
    (tmp_path / "l.db.before-0002.backup").touch()
    with (
        pytest.raises(
            LedgerError, match=r"put a backup in its place \(beside it: l\.db\.before-0002\.backup\), or save"
        ),
        explained(tmp_path / "l.db"),
    ):
        raise apsw.CorruptError("x")


def test_opened_to_be_checked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "l.db"
    with pytest.raises(LedgerError, match="there is no ledger"):
        open_to_check(path)
    open_ledger(path).close()
    with open_to_check(path) as ledger:
        assert not ledger.db.readonly("main")

    def refuse(path: Path) -> Ledger:
        raise LedgerError(f"{path} cannot be written")

    monkeypatch.setattr("reportedly.ledger.connect.open_existing", refuse)
    with open_to_check(path) as ledger:
        assert ledger.db.readonly("main")
