"""`reportedly show`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reportedly.ledger.connect import open_ledger
from reportedly.record import Record
from tests.cli.shelves import Run
from tests.ledger.shelf import Story, read_again, strike


def test_an_article_is_shown_as_it_was_read(run: Run) -> None:
    shown = run("show", "https://harborpost.example/strike").out
    head, rest = shown.split("\n\n", 1)
    assert head.startswith("a")
    assert "run 1\nhttps://harborpost.example/strike\n● named" in head
    assert rest.startswith(
        "Strike\n======\nThe Harbor Post · 2025-09-03\n2 statements from 2 sources, 3 events\n\ns1  ○ Two"
    )
    assert "untyped" not in rest
    assert "untyped" in run("show", "strike", "--all-events").out


def test_the_record_is_printed_as_it_was_kept(run: Run) -> None:
    done = run("show", "--json", "strike")
    assert Record.model_validate_json(done.out) == strike().record()


def test_a_statement_and_an_event_are_explained(run: Run) -> None:
    [found] = run("said", "--json", "--kind", "anonymous").out.splitlines()
    ref = json.loads(found)["ref"]
    assert run("show", ref).out.startswith("statement s1  Strike · The Harbor Post\n")
    assert json.loads(run("show", "--json", ref).out)["id"] == "s1"
    assert "ASSAULT, considered, according to" in run("show", ref.replace("s1", "e1")).out
    assert run("show", ref[:6] + "/n1").out.startswith("entity n1")


def test_an_address_may_end_like_a_statement(db: Path, run: Run) -> None:
    with open_ledger(db) as ledger:
        Story("other", "It rained.", url="https://harborpost.example/strike/s1").keep(ledger)
    assert "Other\n=====" in run("show", "https://harborpost.example/strike/s1").out


def test_older_versions_and_runs(db: Path, run: Run) -> None:
    changed = Story("strike", strike().text + " More.", title="Later")
    with open_ledger(db) as ledger:
        changed.keep(ledger)
        read_again(ledger, changed)
    shown = run("show", "strike").out
    assert "Later\n=====" in shown
    assert "version 2 of 2" in shown.replace("\n", " ")
    assert "Strike\n======" in run("show", "strike", "--version", "1").out
    assert json.loads(run("show", "strike", "--json", "--run", "1").out)["run"]["reportedly"] == "0.1.0"
    done = run("show", "strike", "--version", "1", "--run", "2")
    assert (done.status, done.out) == (2, "")
    assert "version 1 by run 1, version 2 by run 1, version 2 by run 2" in done.err


@pytest.mark.parametrize(
    ("id", "message"),
    [
        ("nowhere", 'no article "nowhere"'),
        ("nowhere/s1", 'no article "nowhere"'),
        ("strike/s9", "no 's9' in a"),
        ("/s1", "no article"),
        ("", "no article"),
    ],
)
def test_what_is_not_there(run: Run, id: str, message: str) -> None:
    done = run("show", id)
    assert (done.status, done.out) == (2, "")
    assert message in done.err
