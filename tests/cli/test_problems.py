"""`reportedly problems`."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

from reportedly.ledger.connect import open_ledger
from reportedly.ledger.write import keep
from tests.cli.shelves import Run
from tests.ledger.shelf import Story, failed


def tear(db: Path) -> None:
    story = Story("torn", "Nothing of this could be read.")
    with open_ledger(db) as ledger:
        keep(ledger, story.item(), failed(story))


def test_none(run: Run) -> None:
    done = run("problems")
    assert (done.status, done.out, done.err) == (0, "", "no problems found\n")


def test_open_and_solved_ones(db: Path, run: Run) -> None:
    tear(db)
    shown = run("problems").out
    assert shown.startswith("https://harborpost.example/torn\n  text: unreadable  (since 20")
    [line] = run("problems", "--json").out.splitlines()
    assert json.loads(line)["message"] == "unreadable"
    with open_ledger(db) as ledger:
        Story("torn", "Nothing of this could be read.").keep(ledger)
    assert run("problems").out == ""
    header, row = csv.reader(io.StringIO(run("problems", "--all", "--csv").out))
    assert dict(zip(header, row, strict=True))["solved"] > "2"
    assert "(solved 20" in run("problems", "--all").out
