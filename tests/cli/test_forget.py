"""`reportedly forget` and `verify`."""

from __future__ import annotations

import json
from pathlib import Path

import apsw
import pytest

from reportedly.ledger.connect import read_ledger
from tests.cli.shelves import Run

STRIKE = "https://harborpost.example/strike"


def test_it_asks_first(run: Run) -> None:
    done = run("forget", STRIKE, "--reason", "asked for")
    assert (done.status, done.out) == (2, "")
    assert done.err.endswith(" would be erased for good; say so with --yes\n")
    assert len(run("articles", "--json").out.splitlines()) == 3


def test_by_address_and_by_the_start_of_an_id(run: Run, db: Path) -> None:
    done = run("forget", STRIKE, "--reason", "asked for", "--who", "the editor", "--yes")
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("forgot a") and done.out.endswith(": 1 text erased\n")
    id = json.loads(run("articles", "--json").out.splitlines()[0])["id"]
    done = run("forget", id[:8], "--reason", "asked for", "--yes", "--json")
    assert (json.loads(done.out)["article"], json.loads(done.out)["texts"]) == (id, 1)
    with read_ledger(db) as ledger:
        assert ("asked for", "the editor") in ledger.db.execute("SELECT reason, who FROM forgotten").fetchall()
    assert run("said", "strike").out == ""
    assert run("verify").status == 0
    done = run("forget", id, "--reason", "once more", "--yes")
    assert (done.status, done.out, done.err) == (0, f"forgot {id}: its texts had been erased before\n", "")
    assert run("forget", id[:8], "--reason", "once more", "--yes").status == 2


@pytest.mark.parametrize(
    "arguments", [["nothing", "--reason", "r", "--yes"], [STRIKE, "--reason", " ", "--yes"], [STRIKE, "--yes"]]
)
def test_unknown_or_without_a_reason(arguments: list[str], run: Run) -> None:
    done = run("forget", *arguments)
    assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)
    assert len(run("articles", "--json").out.splitlines()) == 3


def test_verify(run: Run, db: Path) -> None:
    done = run("verify")
    assert (done.status, done.out, done.err) == (0, f"{db}: all is well, 3 articles checked\n", "")
    assert run("verify", "--json").out == ""
    with apsw.Connection(str(db)) as connection:
        connection.execute(
            "DROP TRIGGER versions_unchanged; UPDATE versions SET text = text || '!' WHERE version_key = 1"
        )
    connection.close()
    done = run("verify")
    assert done.status == 1
    assert "fault: versions 1: the text is not the one that was kept: its hash differs\n" in done.out
    assert done.out.endswith("1 fault; forget what is damaged and add it again\n")
    db.with_name(db.name + ".before-0002.backup").touch()
    assert "1 fault; put a backup in the ledger's place, or forget" in run("verify").out
    faults = [json.loads(line) for line in run("verify", "--json").out.splitlines()]
    assert {"table": "versions", "key": "1"}.items() <= faults[0].items()


def test_verify_says_what_it_cannot_check(run: Run, db: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reportedly.ledger.connect.open_to_check", read_ledger)
    done = run("verify")
    assert done.status == 0
    assert done.err == f"note: {db} cannot be written, so the words in its index are not checked\n"


def test_verify_checks_the_words_of_the_index(run: Run, db: Path) -> None:
    with apsw.Connection(str(db)) as connection:
        connection.execute("INSERT INTO parties_text (rowid, text, name) VALUES (1, 'Elsewhere', NULL)")
    connection.close()
    assert "the index differs from the words of parties" in run("verify").out
