"""Ledgers for the tests of the commands that ask them, and running such a command."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.cli import main
from tests.cli.shelves import Done, Run
from tests.ledger.shelf import small


@pytest.fixture
def db(tmp_path: Path) -> Iterator[Path]:
    """A small ledger's file."""
    path = tmp_path / "l.db"
    small(path).close()
    yield path


@pytest.fixture
def run(db: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command on that ledger, on paper of 80 columns."""
    monkeypatch.setenv("REPORTEDLY_DB", str(db))
    monkeypatch.setenv("COLUMNS", "80")

    def once(*arguments: str) -> Done:
        status = main(list(arguments))
        return Done(status, *capsys.readouterr())

    return once
