"""`reportedly serve`: what it says, what it refuses, and how it stops."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from reportedly.cli.serve import address, fill, listen
from reportedly.ledger.connect import open_ledger, read_ledger
from reportedly.ledger.migrate import known_migrations
from reportedly.ledger.stats import stats
from reportedly.web.options import ServeOptions
from tests.cli.shelves import Run
from tests.ledger.keeping import migrate_one
from tests.web.desks import TOKEN

WAIT = 30
"""Seconds that the command may take to start or to stop."""


@contextmanager
def serving(db: Path, *more: str, token: str = "") -> Iterator[subprocess.Popen[str]]:
    """The command in a process of its own."""
    command = [sys.executable, "-m", "reportedly", "serve", "--db", str(db), "--port", "0", *more]
    env = dict(os.environ, REPORTEDLY_TOKEN=token)
    pipe = subprocess.PIPE
    with subprocess.Popen(command, stdout=pipe, stderr=pipe, text=True, env=env) as process:
        try:
            yield process
        finally:
            process.kill()


def first_line(process: subprocess.Popen[str]) -> str:
    assert process.stdout is not None
    return process.stdout.readline()


@pytest.mark.parametrize("sign", [signal.SIGINT, signal.SIGTERM])
def test_it_serves_until_it_is_stopped(db: Path, sign: signal.Signals) -> None:
    with serving(db) as process:
        line = first_line(process)
        assert line.startswith("l.db is served at http://127.0.0.1:")
        with urllib.request.urlopen(line.split()[4] + "health") as answer:
            assert b'"ok"' in answer.read()
        process.send_signal(sign)
        out, err = process.communicate(timeout=WAIT)
    assert (process.returncode, out, err) == (0, "", "stopped\n")


def test_the_token_is_never_shown(db: Path) -> None:
    with serving(db, token=TOKEN) as process:
        line = first_line(process)
        asked = urllib.request.Request(line.split()[4] + "about.json", headers={"Authorization": f"Bearer {TOKEN}"})
        with urllib.request.urlopen(asked) as answer:
            assert answer.status == 200
        process.send_signal(signal.SIGINT)
        out, err = process.communicate(timeout=WAIT)
    assert TOKEN not in line + out + err


def test_a_port_that_is_taken(run: Run) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        done = run("serve", "--port", str(taken.getsockname()[1]))
    assert done.status == 2
    assert "cannot listen at 127.0.0.1:" in done.err
    assert "--port" in done.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["--host", "0.0.0.0"], "protect the desk with --token"),
        (["--host", "0.0.0.0", "--token", "secret"], "too easily guessed"),
        (["--host", "192.0.2.1", "--token", TOKEN], "cannot listen at 192.0.2.1:8700"),
        (["--host", "no such host", "--token", TOKEN], "cannot listen at no such host:8700"),
        (["--db", "none.db"], "there is no ledger at none.db"),
        (["--db", "."], "is a folder"),
        (["--port", "70000"], "65535"),
    ],
)
def test_what_is_refused(run: Run, arguments: list[str], words: str) -> None:
    done = run("serve", *arguments)
    assert (done.status, done.out) == (2, "")
    assert words in done.err
    assert "Traceback" not in done.err


def test_a_ledger_of_another_version(run: Run, tmp_path: Path) -> None:
    migrate_one(tmp_path / "newer.db")
    done = run("serve", "--db", str(tmp_path / "newer.db"))
    assert done.status == 2
    assert "version" in done.err
    open_ledger(tmp_path / "older.db", known_migrations()[:1]).close()
    done = run("serve", "--db", str(tmp_path / "older.db"))
    assert done.status == 2
    assert "was made by an older version of Reportedly; any command that writes" in done.err


def test_what_to_open_in_a_browser() -> None:
    for host, shown in (("0.0.0.0", "127.0.0.1"), ("localhost", "localhost"), ("127.0.0.1", "127.0.0.1")):
        options = ServeOptions(Path("l.db"), host, 0, TOKEN)
        with listen(options) as door:
            assert address(options, door) == f"http://{shown}:{door.getsockname()[1]}/"


def test_the_samples(tmp_path: Path) -> None:
    fill(tmp_path / "demo.db")
    with read_ledger(tmp_path / "demo.db") as ledger:
        assert stats(ledger).articles == 22
