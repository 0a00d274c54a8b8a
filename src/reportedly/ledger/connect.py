"""Opening a ledger, and what can be wrong with its file, in plain words."""

from __future__ import annotations

import shlex
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import apsw

from reportedly.errors import LedgerError
from reportedly.ledger.migrate import Migration, backups_of, check_identity, check_up_to_date, known_migrations, migrate

WAIT = 60.0
"""Seconds that a writer waits for another one: a single transaction takes milliseconds, a migration maybe a minute."""


@dataclass(frozen=True)
class Ledger:
    """An open ledger. Close it, or use it in a `with` statement. One thread at a time."""

    path: Path
    db: apsw.Connection

    def close(self) -> None:
        """Close the file; what was kept stays. Closing twice does no harm."""
        with explained(self.path):
            self.db.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()


def open_ledger(path: str | Path, migrations: Sequence[Migration] | None = None) -> Ledger:
    """Open a ledger for writing; make it where there is none, and bring an older one up to date after a backup.

    LedgerError: the file is no ledger, one of a newer version, damaged, or cannot be written.
    """
    path = Path(path)
    with explained(path):
        _check_place(path)
        db = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE | apsw.SQLITE_OPEN_CREATE)
        with _closed_on_error(db):
            _settle(db, path)
            migrate(db, path, known_migrations() if migrations is None else migrations)
    return Ledger(path, db)


def open_existing(path: str | Path) -> Ledger:
    """Open a ledger for writing that is there already. LedgerError: as for `open_ledger`, or there is none."""
    path = Path(path)
    _check_place(path)
    _check_there(path)
    return open_ledger(path)


def open_to_check(path: str | Path) -> Ledger:
    """Open a ledger that is there and up to date for writing, else for reading only: an index's words can be checked
    only where it may be written. LedgerError: as for `read_ledger`."""
    ledger = read_ledger(path)
    try:
        writable = open_existing(path)
    except LedgerError:
        return ledger
    ledger.close()
    return writable


def open_backup(path: Path) -> Ledger:
    """Open a backup for writing as it is, of whatever version. LedgerError: it is none, or cannot be written."""
    with explained(path):
        db = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READWRITE)
        with _closed_on_error(db):
            _settle(db, path)
    return Ledger(path, db)


def read_ledger(path: str | Path) -> Ledger:
    """Open a ledger for reading only; it may be written by others meanwhile, and may lie on a read-only disk.

    LedgerError: there is none, or the file is no ledger, of another version, damaged, or cannot be read.
    """
    path = Path(path)
    with explained(path):
        _check_place(path)
        if not path.exists():
            raise LedgerError(f"there is no ledger at {path}; make one with: reportedly add SOURCE --db {path}")
        db = _connect_to_read(path)
        with _closed_on_error(db):
            check_up_to_date(db, path, known_migrations())
    return Ledger(path, db)


@contextmanager
def writing(ledger: Ledger) -> Iterator[apsw.Connection]:
    """One transaction: all of it is kept or nothing. It waits for other writers; errors become LedgerErrors."""
    with explained(ledger.path):
        ledger.db.execute("BEGIN IMMEDIATE")
        try:
            yield ledger.db
            ledger.db.execute("COMMIT")
        except BaseException:
            if ledger.db.in_transaction:
                ledger.db.execute("ROLLBACK")
            raise


@contextmanager
def explained(path: Path) -> Iterator[None]:
    """Turn what SQLite reports about the file into a LedgerError that says what to do."""
    try:
        yield
    except apsw.Error as error:
        raise LedgerError(_explanation(path, error)) from error
    except OSError as error:
        raise LedgerError(f"{path} cannot be opened or changed: {error.strerror}; check its name and rights") from error
    except UnicodeDecodeError as error:  # what was written is always UTF-8
        raise LedgerError(_explanation(path, apsw.CorruptError("a text is no UTF-8"))) from error


def _explanation(path: Path, error: apsw.Error) -> str:
    reason = str(error).partition("\n")[0]  # SQLite may quote the whole definition of a table
    match error:
        case apsw.NotADBError():
            return f"{path} is no ledger (not an SQLite file); name another file with --db"
        case apsw.CorruptError():
            return f"{path} is damaged ({reason}); {_remedy(path)}"
        case apsw.FullError():
            return f"{path}: the disk is full; make room and run the same again: what was kept so far is safe"
        case apsw.BusyError() | apsw.LockedError():
            return f"{path} has been in use by another process for {WAIT:.0f} seconds; try again when that one is done"
        case apsw.ReadOnlyError() | apsw.PermissionsError() | apsw.AuthError():
            return (
                f"{path} cannot be written: it or its folder is read-only; change that or name another file with --db"
            )
        case apsw.CantOpenError():
            return f"{path} cannot be opened: check that its folder exists and may be read and written"
        case apsw.IOError():
            return f"{path}: the disk reports an error ({reason}); check the disk and run the same again"
        case apsw.InterruptError():
            return f"{path}: the question takes too long to answer; ask for less, for example for one month"
        case apsw.ConstraintError():
            return f"{path} refused a change: {reason.removeprefix('ConstraintError: ')}"
        case _:
            return f"{path}: SQLite reports: {reason}"


def _remedy(path: Path) -> str:
    """What to do about a damaged file: put a backup in its place where there is one, else save what can be read."""
    save = f"save what can be read of it with: sqlite3 {shlex.quote(str(path))} .recover | sqlite3 saved.db"
    try:
        names = ", ".join(p.name for p in backups_of(path))
    except OSError:
        names = ""
    return f"put a backup in its place (beside it: {names}), or {save}" if names else save


@contextmanager
def _closed_on_error(db: apsw.Connection) -> Iterator[None]:
    try:
        yield
    except BaseException:
        db.close()
        raise


def _check_place(path: Path) -> None:
    if path.is_dir():
        raise LedgerError(f"{path} is a folder; name a file in it with --db {path / 'reportedly.db'}")
    if not path.parent.is_dir():
        raise LedgerError(f"{path}: there is no folder {path.parent}; make it first, or name another file with --db")


def _check_there(path: Path) -> None:
    if not path.exists():
        raise LedgerError(f"there is no ledger at {path}; make one with: reportedly add SOURCE --db {path}")


def _settle(db: apsw.Connection, path: Path) -> None:
    """What every writer sets. FULL: what was reported as kept survives a power cut. secure_delete: erased is erased.
    recursive_triggers: what REPLACE would delete is kept by the triggers, too.
    Another program's file is refused before anything in it changes."""
    db.set_busy_timeout(int(WAIT * 1000))
    if db.readonly("main"):
        raise apsw.ReadOnlyError("the file is read-only")
    check_identity(db, path)
    db.pragma("foreign_keys", True)
    db.pragma("recursive_triggers", True)
    db.pragma("secure_delete", True)
    db.pragma("synchronous", "FULL")
    _use_wal(db)


def _use_wal(db: apsw.Connection) -> None:
    """Readers beside a writer. SQLite does not wait here as it does elsewhere where two processes do it at once."""
    until = time.monotonic() + WAIT
    while True:
        try:
            db.pragma("journal_mode", "wal")
            return
        except apsw.BusyError:
            if time.monotonic() > until:
                raise
            time.sleep(0.02)


def _connect_to_read(path: Path) -> apsw.Connection:
    """On a read-only disk SQLite cannot make its files beside the ledger; without a log there nobody is writing."""
    try:
        db = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY)
        with _closed_on_error(db):
            db.set_busy_timeout(int(WAIT * 1000))
            db.execute("SELECT count(*) FROM sqlite_schema").fetchall()
        return db
    except (apsw.CantOpenError, apsw.ReadOnlyError):
        log = path.with_name(path.name + "-wal")
        if not path.is_file() or (log.exists() and log.stat().st_size):
            raise
    flags = apsw.SQLITE_OPEN_READONLY | apsw.SQLITE_OPEN_URI
    return apsw.Connection(f"{path.absolute().as_uri()}?immutable=1", flags=flags)
