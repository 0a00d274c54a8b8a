"""A disk that is full, a ledger that cannot be written, a file that is damaged: through the commands."""

from __future__ import annotations

import random
import subprocess
from pathlib import Path
from typing import Any

import pytest

from reportedly.adding import add
from reportedly.cli import main
from reportedly.errors import LedgerError
from reportedly.ledger.connect import open_ledger
from reportedly.ledger.nouns import Outcome
from tests.taking import HandReader, arriving, assert_sound, counts, kinds, lines, story, take

LONG = 300


@pytest.fixture(autouse=True)
def by_hand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.cli.add.Way.reader", HandReader())


def long_stories(path: Path) -> Path:
    """Articles that fill a small disk."""
    words = random.Random(4)
    texts = (" ".join(f"word{words.randrange(10**6)}" for _ in range(400)) for _ in range(LONG))
    return lines(path, *(story(n, text=text) for n, text in enumerate(texts)))


def said(capsys: pytest.CaptureFixture[str], *arguments: str | Path) -> tuple[int, str]:
    """Exit status and standard error of a command."""
    status = main([str(a) for a in arguments])
    return status, capsys.readouterr().err


def test_a_disk_that_becomes_full(tmp_path: Path, small_disk: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source, db, ballast = long_stories(tmp_path / "in.jsonl"), small_disk / "l.db", small_disk / "ballast"
    ballast.write_bytes(b"x" * 500_000)
    status, err = said(capsys, "add", source, "--db", db)
    assert (status, err) == (
        2,
        f"error: {db}: the disk is full; make room and run the same again: what was kept so far is safe\n",
    )
    kept = counts(db)["articles"]
    assert 0 < kept < LONG
    ballast.unlink()
    told = kinds_until_full(db, source)
    assert told[:kept] == ["known"] * kept
    assert len(told) > kept
    assert_sound(db)


def kinds_until_full(db: Path, source: Path) -> list[str]:
    told: list[Outcome] = []
    with open_ledger(db) as ledger, pytest.raises(LedgerError, match="disk is full"):
        add(arriving(ledger, source), ledger, HandReader(), told.append)
    return kinds(told)


def test_a_ledger_that_may_not_grow(tmp_path: Path) -> None:
    """SQLite's own limit on pages, for those who may not make a small disk."""
    source, told, more = long_stories(tmp_path / "in.jsonl"), [], []  # type: tuple[Path, list[Outcome], list[Outcome]]
    with open_ledger(tmp_path / "l.db") as ledger:
        ledger.db.pragma("max_page_count", ledger.db.pragma("page_count") + 60)
        with pytest.raises(LedgerError, match="disk is full; make room and run the same again"):
            add(arriving(ledger, source), ledger, HandReader(), told.append)
        assert 0 < len(told) < LONG
        ledger.db.pragma("max_page_count", 1 << 30)
        add(arriving(ledger, source), ledger, HandReader(), more.append)
    assert kinds(more) == ["known"] * len(told) + ["new"] * (LONG - len(told))
    assert_sound(tmp_path / "l.db")


def test_a_read_only_disk(small_disk: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    db, source = small_disk / "l.db", lines(tmp_path / "in.jsonl", story(1))
    take(db, source)
    subprocess.run(["mount", "-o", "remount,ro", str(small_disk)], check=True)
    refused = (
        2,
        f"error: {db} cannot be written: it or its folder is read-only; change that or name another file with --db\n",
    )
    assert said(capsys, "add", source, "--db", db) == refused
    assert said(capsys, "retry", "--db", db) == refused
    assert said(capsys, "forget", "a", "--reason", "r", "--yes", "--db", db) == refused
    unchecked = f"note: {db} cannot be written, so the words in its index are not checked\n"
    assert said(capsys, "verify", "--db", db) == (0, unchecked)
    assert said(capsys, "said", "Tarrow", "--db", db)[0] == 0
    assert said(capsys, "export", "--as", "jsonl", "-o", tmp_path / "r.jsonl", "--db", db) == (0, "")
    assert said(capsys, "export", "--as", "jsonl", "-o", small_disk / "r.jsonl", "--db", db)[0] == 2


@pytest.mark.parametrize("text", [b"no ledger at all, only words. " * 40, b"SQLite format 3\0" + b"\x41" * 5000])
def test_a_file_that_is_no_ledger(text: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    db, source = tmp_path / "l.db", lines(tmp_path / "in.jsonl", story(1))
    db.write_bytes(text)
    for command in commands(source, tmp_path / "out.jsonl"):
        status, err = said(capsys, *command, "--db", db)
        assert (status, err.count("\n")) == (2, 1), (command, err)
        assert err.startswith(f"error: {db} ")
    assert db.read_bytes() == text


def commands(source: Path, out: Path) -> list[tuple[Any, ...]]:
    """One of each sort that opens a ledger."""
    return [
        ("add", source),
        ("verify",),
        ("said", "Tarrow"),
        ("events",),
        ("stats",),
        ("problems",),
        ("export", "--as", "jsonl", "-o", out, "--force"),
    ]


def test_a_damaged_ledger(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Each command goes on with what is whole, or says in one line what to do; never a traceback."""
    db, source = tmp_path / "l.db", lines(tmp_path / "in.jsonl", *map(story, range(40)))
    take(db, source)
    more = lines(tmp_path / "more.jsonl", *map(story, range(40, 50)))
    whole, chance, told = db.read_bytes(), random.Random(8), 0
    for n in range(15):
        damaged = bytearray(whole[: len(whole) - 4096 * 10] if n % 5 == 4 else whole)
        for _ in range(1 << (n % 5) * 3):
            damaged[chance.randrange(100 if n % 3 else 0, len(damaged))] ^= 1 << chance.randrange(8)
        db.write_bytes(damaged)
        for command in reversed(commands(more, tmp_path / "out.jsonl")):
            status, err = said(capsys, *command, "--db", db)
            if command[0] == "verify":
                told += status in (1, 2)
            assert status in (0, 2) or command[0] in ("verify", "add"), command
            assert "Traceback" not in err
            if status == 2:
                assert err.splitlines()[-1].startswith("error: ") and str(db) in err, (command, err)
        for name in ("l.db-wal", "l.db-shm"):
            (tmp_path / name).unlink(missing_ok=True)
    assert told >= 9, "damage goes unnoticed"
