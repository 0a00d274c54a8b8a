"""Bringing a ledger's tables up to date: numbered SQL files, each applied once, in one transaction with its entry."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from importlib.resources import files
from pathlib import Path
from typing import NamedTuple

import apsw

from reportedly.errors import LedgerError
from reportedly.ledger.clock import now
from reportedly.version import VERSION

APPLICATION = 1383101044
"""The application id in the file's header, "Rprt": another number is another program's file."""

_BOOKS = """
CREATE TABLE IF NOT EXISTS migrations (
    number INTEGER PRIMARY KEY, name TEXT NOT NULL, sha256 TEXT NOT NULL, at TEXT NOT NULL, reportedly TEXT NOT NULL
) STRICT
"""


class Migration(NamedTuple):
    """One step: SQL statements, and what fills their tables from those that are there, in one transaction."""

    number: int
    name: str
    sql: str
    fill: Callable[[apsw.Connection], None] | None = None

    @property
    def sha256(self) -> str:
        """Hash of the SQL: a released step never changes."""
        return hashlib.sha256(self.sql.encode()).hexdigest()


def known_migrations() -> tuple[Migration, ...]:
    """The steps of this version, from migrations/NNNN_name.sql, in order."""
    found = (f for f in files("reportedly.ledger").joinpath("migrations").iterdir() if f.name.endswith(".sql"))
    steps = ((int(f.name[:4]), f.name[5:].removesuffix(".sql"), f.read_text("utf-8")) for f in found)
    return tuple(Migration(number, name, sql, FILLS.get(name)) for number, name, sql in sorted(steps))


def _count_sources(db: apsw.Connection) -> None:
    from reportedly.ledger.sourced.tally import tally_all  # what opens a ledger to read loads none of this

    tally_all(db)


FILLS = {"sources": _count_sources}
"""What fills the tables of a step, by its name, where SQL alone cannot."""


def check_identity(db: apsw.Connection, path: Path) -> None:
    """Raise LedgerError for an SQLite file of another program; an empty file may become a ledger."""
    tables = db.execute("SELECT count(*) FROM sqlite_schema").get  # first: another process may make them meanwhile
    application = db.pragma("application_id")
    if application != APPLICATION and (application or tables):
        raise LedgerError(f"{path} is another program's SQLite file, no ledger; name another file with --db")


def check_up_to_date(db: apsw.Connection, path: Path, migrations: Sequence[Migration]) -> None:
    """Raise LedgerError for a file that is no ledger, or one that these steps have not made."""
    check_identity(db, path)
    missing = pending(db, path, migrations)
    if len(missing) == len(migrations):
        raise LedgerError(f"{path} is empty; fill it with: reportedly add SOURCE --db {path}")
    if missing:
        raise LedgerError(
            f"{path} was made by an older version of Reportedly; any command that writes, such as "
            f"`reportedly retry --db {path}`, brings it up to date and leaves a backup beside it"
        )


def pending(db: apsw.Connection, path: Path, migrations: Sequence[Migration]) -> Sequence[Migration]:
    """The steps that are still to be applied. LedgerError: the ledger has others than these."""
    applied = _applied(db)
    for known, (number, sha256) in zip(migrations, applied, strict=False):
        if (known.number, known.sha256) != (number, sha256):
            raise LedgerError(
                f"{path}: step {number:04} of its tables differs from this version's; open it with the version of "
                f"Reportedly that made it ({_maker(db, number)}), or restore a backup"
            )
    if len(applied) > len(migrations):
        raise LedgerError(
            f"{path} was made by a newer version of Reportedly ({_maker(db, applied[-1][0])}, this is {VERSION}); "
            "install that one, or name another file with --db"
        )
    return migrations[len(applied) :]


def migrate(db: apsw.Connection, path: Path, migrations: Sequence[Migration]) -> None:
    """Apply what is pending. Of several processes that open a ledger at once, one does it and the others wait."""
    to_copy = bool(_applied(db))
    while pending(db, path, migrations):
        db.execute("BEGIN IMMEDIATE")
        try:
            missing = pending(db, path, migrations)
            if missing:
                if to_copy:
                    _back_up(path, missing[0].number)
                    to_copy = False
                _apply(db, missing[0])
            db.execute("COMMIT")
        except BaseException:
            if db.in_transaction:
                db.execute("ROLLBACK")
            raise


def backups_of(path: Path) -> list[Path]:
    """The backups that were made beside a ledger."""
    return sorted(p for p in path.parent.iterdir() if p.name.startswith(path.name + ".") and p.suffix == ".backup")


def unfinished_backup_of(path: Path) -> Path:
    """Where a backup is being made, or where an interruption has left half of one."""
    return path.with_name(f"{path.name}.backup-part")


def _apply(db: apsw.Connection, step: Migration) -> None:
    db.execute(_BOOKS)
    db.execute(step.sql)
    if step.fill:
        step.fill(db)
    row = (step.number, step.name, step.sha256, now(), VERSION)
    db.execute("INSERT INTO migrations (number, name, sha256, at, reportedly) VALUES (?, ?, ?, ?, ?)", row)


def _applied(db: apsw.Connection) -> list[tuple[int, str]]:
    """The steps in the file. Asked as a query: what the connection remembers of the schema may be out of date."""
    if not db.execute("SELECT count(*) FROM sqlite_schema WHERE name = 'migrations'").get:
        return []
    return [(int(n), str(s)) for n, s in db.execute("SELECT number, sha256 FROM migrations ORDER BY number")]


def _maker(db: apsw.Connection, number: int) -> str:
    return str(db.execute("SELECT reportedly FROM migrations WHERE number = ?", (number,)).get)


def _back_up(path: Path, number: int) -> None:
    """Copy the ledger beside itself, under a name that is free; half a copy never bears that name."""
    part = unfinished_backup_of(path)
    part.unlink(missing_ok=True)
    source, copy = apsw.Connection(str(path), flags=apsw.SQLITE_OPEN_READONLY), apsw.Connection(str(part))
    try:
        with copy.backup("main", source, "main") as backup:
            backup.step()
    finally:
        source.close()
        copy.close()
    name = path.with_name(f"{path.name}.before-{number:04}.backup")
    tries = 1
    while name.exists():
        tries += 1
        name = path.with_name(f"{path.name}.before-{number:04}-{tries}.backup")
    part.rename(name)
