"""What happens to a ledger when processes are killed or meet, when the disk is full, read-only or damaged."""

from __future__ import annotations

import random
import subprocess
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import apsw
import pytest

from reportedly.errors import LedgerError
from reportedly.intake.item import Item
from reportedly.ledger import connect
from reportedly.ledger.connect import Ledger, open_ledger, read_ledger
from reportedly.ledger.stored import record_of
from reportedly.ledger.verify import verify
from reportedly.ledger.write import keep
from tests.ledger.articles import canonical_record, item, record
from tests.ledger.keeping import keep_one, keep_some, processes, some

KILLS, ARTICLES = 40, 20
TABLES = ("articles", "versions", "runs", "readings", "latest", "statements", "events", "problems", "fetched")


def counts(ledger: Ledger) -> list[int]:
    return [ledger.db.execute(f"SELECT count(*) FROM {t}").get for t in TABLES]


def fill(path: Path, count: int = ARTICLES) -> list[int]:
    with open_ledger(path) as ledger:
        for n, it in enumerate(some(count)):
            keep_one(ledger, it, n)
        return counts(ledger)


def texts(ledger: Ledger) -> set[str]:
    return {t for (t,) in ledger.db.execute("SELECT text FROM versions")}


def test_killed_at_any_moment_nothing_that_was_kept_is_lost(tmp_path: Path) -> None:
    whole, items, chance, cut = fill(tmp_path / "whole.db"), list(some(ARTICLES)), random.Random(11), 0
    started = processes()
    for attempt in range(KILLS):
        path, told = tmp_path / f"{attempt}.db", tmp_path / f"{attempt}.told"
        told.touch()
        process = started.Process(target=keep_some, args=(path, ARTICLES, told))
        process.start()
        until, after = time.monotonic() + 10, chance.randrange(ARTICLES)
        while told.read_bytes().count(b"\n") < after and process.is_alive() and time.monotonic() < until:
            time.sleep(0.0005)
        time.sleep(chance.random() * 0.01)
        process.kill()
        process.join()
        cut += process.exitcode == -9
        kept = told.read_bytes().count(b"\n")
        with open_ledger(path) as ledger:
            assert {it.article.text for it in items[:kept]} <= texts(ledger)
            assert not list(verify(ledger))
        assert fill(path) == whole
        with read_ledger(path) as ledger:
            assert not list(verify(ledger))
    assert cut >= KILLS * 0.8, "too few were killed at work"


def test_several_processes_write_one_new_ledger_at_once(tmp_path: Path) -> None:
    path, started = tmp_path / "l.db", processes()
    told = [tmp_path / f"{n}.told" for n in range(3)]
    at_work = [started.Process(target=keep_some, args=(path, ARTICLES, t)) for t in told]
    for process in at_work:
        process.start()
    for process in at_work:
        process.join(60)
        assert process.exitcode == 0
    kinds = Counter(line.split()[1] for t in told for line in t.read_text().splitlines())
    with read_ledger(path) as ledger:
        assert counts(ledger) == fill(tmp_path / "alone.db")
        assert not list(verify(ledger))
        assert kinds["new"] + kinds["copy"] == ledger.db.execute("SELECT count(*) FROM articles").get - 1  # one failed
    assert sum(kinds.values()) == 3 * ARTICLES


def test_readers_go_on_while_one_writes(tmp_path: Path) -> None:
    fill(tmp_path / "l.db", 4)
    with open_ledger(tmp_path / "l.db") as writer, read_ledger(tmp_path / "l.db") as reader:
        with connect.writing(writer) as db:
            db.execute("INSERT INTO fetched VALUES ('u', NULL, NULL, 'now', NULL)")
            assert reader.db.execute("SELECT count(*) FROM fetched WHERE url = 'u'").get == 0
        assert reader.db.execute("SELECT count(*) FROM fetched WHERE url = 'u'").get == 1


def test_in_use_for_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(connect, "WAIT", 0.05)
    it = item()
    with open_ledger(tmp_path / "l.db") as first, open_ledger(tmp_path / "l.db") as second:
        with connect.writing(first), pytest.raises(LedgerError, match="in use by another process"):
            keep(second, it, record(it))
        assert keep(second, it, record(it)).kind == "new"


def test_a_full_disk(tmp_path: Path) -> None:
    """SQLite's own limit on pages, which it reports as it does a full disk."""
    with open_ledger(tmp_path / "l.db") as ledger:
        ledger.db.pragma("max_page_count", ledger.db.pragma("page_count") + 12)
        kept = _keep_until_full(ledger)
        ledger.db.pragma("max_page_count", 1 << 30)
        assert [keep(ledger, it, record(it)).kind for it in _long(kept + 1)] == ["known"] * kept + ["new"]
        assert not list(verify(ledger))


def test_a_full_file_system(small_disk: Path) -> None:
    ballast = small_disk / "ballast"
    ballast.write_bytes(b"x" * 300_000)
    with open_ledger(small_disk / "l.db") as ledger:
        kept = _keep_until_full(ledger)
        assert kept
        ballast.unlink()
        assert [keep(ledger, it, record(it)).kind for it in _long(kept + 1)] == ["known"] * kept + ["new"]
        assert not list(verify(ledger))


def test_a_file_system_that_is_full_from_the_start(small_disk: Path) -> None:
    ballast = small_disk / "ballast"
    with ballast.open("wb", buffering=0) as file, pytest.raises(OSError, match="No space"):
        while True:
            file.write(b"x" * 4096)
    with pytest.raises(LedgerError, match=r"disk is full|disk reports|cannot be opened"):
        open_ledger(small_disk / "l.db")
    ballast.unlink()
    with open_ledger(small_disk / "l.db") as ledger:
        assert not list(verify(ledger))


def test_a_read_only_disk_can_be_read_and_not_written(small_disk: Path) -> None:
    whole = fill(small_disk / "l.db", 3)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    with pytest.raises(LedgerError, match="cannot be written: it or its folder is read-only"):
        open_ledger(small_disk / "l.db")
    with pytest.raises(LedgerError, match=r"new\.db cannot be (opened|written)"):
        open_ledger(small_disk / "new.db")
    with read_ledger(small_disk / "l.db") as ledger:
        assert counts(ledger) == whole
        assert not list(verify(ledger))
        with pytest.raises(LedgerError, match="cannot be written"):
            keep(ledger, item(), record(item()))


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A file system of two megabytes, where this user may make one."""
    disk = tmp_path / "disk"
    disk.mkdir()
    made = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=2m", "none", str(disk)], capture_output=True, check=False
    )
    if made.returncode:
        pytest.skip("making a small file system takes the rights of root")
    yield disk
    subprocess.run(["umount", str(disk)], check=True)


def _long(count: int) -> Iterator[Item]:
    words = random.Random(5)
    for n in range(count):
        yield item(" ".join(f"word{words.randrange(10**6)}" for _ in range(400)), f"https://x.example/{n}")


def _keep_until_full(ledger: Ledger) -> int:
    kept = 0
    with pytest.raises(LedgerError, match="disk is full; make room and run the same again"):
        for it in _long(1000):
            keep(ledger, it, record(it))
            kept += 1
    assert not list(verify(ledger))
    return kept


def test_a_damaged_file_is_told_or_harmless(tmp_path: Path) -> None:
    fill(tmp_path / "whole.db")
    whole, chance, told = (tmp_path / "whole.db").read_bytes(), random.Random(3), 0
    wanted = _records(tmp_path / "whole.db")
    path = tmp_path / "l.db"
    for attempt in range(40):
        damaged = bytearray(whole)
        for _ in range(1 + attempt % 3):
            damaged[chance.randrange(len(whole))] ^= 1 << chance.randrange(8)
        path.write_bytes(damaged)
        told += _is_told(path) or _records(path) != wanted
    assert told >= 10, "damage goes unnoticed"  # much of a file as small as this is unused pages of its indexes
    for size in (1, 99, 100, 4096, 5000, len(whole) // 2, len(whole) - 4096):
        path.write_bytes(whole[:size])
        assert _is_told(path), size


def _is_told(path: Path) -> bool:
    """Are there faults, or is opening, verifying or writing refused with a remedy? Nothing else may be raised."""
    try:
        with read_ledger(path) as ledger:
            faults = list(verify(ledger))
        with open_ledger(path) as ledger:
            faults += list(verify(ledger))
            keep(ledger, item("New."), record(item("New.")))
    except LedgerError as error:
        assert str(path) in str(error)
        assert not isinstance(error.__cause__, apsw.SQLError) or "SQLite reports" in str(error)
        return True
    return bool(faults)


def _records(path: Path) -> list[str]:
    asked = "SELECT record, text FROM readings JOIN versions USING (version_key) WHERE day != 'x' ORDER BY reading_key"
    with read_ledger(path) as ledger:
        rows: list[tuple[Any, ...]] = ledger.db.execute(asked).fetchall()
        return [canonical_record(record_of(*row)) for row in rows if row[1] != "New."]
