"""The real command, with the models that ship: killed, interrupted, run twice and twice at once."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.taking import assert_sound, contents, counts

SAMPLES = Path(__file__).parents[2] / "samples"
ARTICLES = 22


def starting(db: Path, *options: str) -> subprocess.Popen[str]:
    """`reportedly add samples`, in a group of its own as a terminal would have it."""
    return subprocess.Popen(
        [sys.executable, "-m", "reportedly", "add", str(SAMPLES), "--db", str(db), "--json", *options],
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True,
    )  # fmt: skip


def done(process: subprocess.Popen[str]) -> tuple[int, str, str]:
    out, err = process.communicate(timeout=60)
    return process.returncode, out, err


@pytest.fixture(scope="module")
def whole(tmp_path_factory: pytest.TempPathFactory) -> dict[str, int]:
    """The row counts of an intake that nothing disturbed."""
    db = tmp_path_factory.mktemp("whole") / "l.db"
    status, out, err = done(starting(db))
    assert (status, out.count('"kind":'), err) == (0, ARTICLES, "")
    return counts(db)


def living(group: int) -> list[str]:
    """Processes of a group that still run."""
    asked = ["ps", "-eo", "pgid=,stat=,args="]
    rows = subprocess.run(asked, capture_output=True, text=True, check=True).stdout.splitlines()
    return [row for row in rows if row.split()[0] == str(group) and not row.split()[1].startswith("Z")]


def wait_for(db: Path, articles: int) -> None:
    """Until so many articles are kept."""
    until = time.monotonic() + 30
    while time.monotonic() < until:
        if db.exists() and db.stat().st_size:
            try:
                if counts(db)["articles"] >= articles:
                    return
            except Exception:  # it is being made
                pass
        time.sleep(0.02)


def test_killed_and_run_again(tmp_path: Path, whole: dict[str, int]) -> None:
    db = tmp_path / "l.db"
    for kept in (0, 2, 5):
        process = starting(db)
        wait_for(db, kept)
        process.kill()
        status, out, _ = done(process)
        assert status == -signal.SIGKILL
        if db.exists() and kept:
            assert_sound(db)
            assert counts(db)["articles"] >= max(kept, out.count('"kind": "new"'))
    assert done(starting(db))[0] == 0
    assert_sound(db)
    assert counts(db) == whole


@pytest.mark.parametrize("seconds", [0.8, 1.4])
def test_interrupted_while_workers_start(seconds: float, tmp_path: Path) -> None:
    process = starting(tmp_path / "l.db", "--jobs", "2")
    time.sleep(seconds)
    assert_ends(process)


def test_interrupted_at_work_and_run_again(tmp_path: Path, whole: dict[str, int]) -> None:
    db = tmp_path / "l.db"
    process = starting(db, "--jobs", "2")
    wait_for(db, 2)
    assert_ends(process)
    assert_sound(db)
    assert 2 <= counts(db)["articles"] < ARTICLES
    status, out, err = done(starting(db, "--jobs", "2"))
    assert (status, out.count('"kind":'), err) == (0, ARTICLES, "")
    assert counts(db) == whole
    before = contents(db)
    status, out, err = done(starting(db, "--jobs", "2"))
    assert (status, out.count('"kind": "known"'), err) == (0, ARTICLES, "")
    assert contents(db) == before


def assert_ends(process: subprocess.Popen[str]) -> None:
    """An interrupt from the terminal, which reaches the workers, too."""
    before = time.monotonic()
    os.killpg(process.pid, signal.SIGINT)
    status, _, err = done(process)
    assert status == 130
    assert err == "" or (err.startswith("interrupted: ") and err.count("\n") == 1)
    assert time.monotonic() - before < 8
    while living(process.pid) and time.monotonic() - before < 8:
        time.sleep(0.1)  # a worker that was killed is listed until the system has taken its memory back
    assert living(process.pid) == []


def test_two_at_once(tmp_path: Path, whole: dict[str, int]) -> None:
    db = tmp_path / "l.db"
    both = [done(p) for p in [starting(db), starting(db)]]
    assert [(status, err) for status, _, err in both] == [(0, "")] * 2
    assert sum(out.count('"kind": "new"') for _, out, _ in both) == ARTICLES
    assert counts(db) == whole
    assert_sound(db)
