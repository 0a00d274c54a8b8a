"""`reportedly diff`."""

from __future__ import annotations

import json
from pathlib import Path

from reportedly.ledger.connect import open_ledger
from reportedly.ledger.difference import Difference
from tests.cli.shelves import Run
from tests.ledger.shelf import Story, read_again, strike

SHOWN = """\
About the article
-----------------
  title: Strike → Later

Text
----
Merrow's army shelled the old harbour on 2 September, killing [-11.-] {+14.+}

Statements
----------
- Two officials: the navy is considering a strike on São Tarmer in August
  (s1)
- The Defense Ministry: the cease-fire had ended  (s2)

Events
------
~ shelled (ASSAULT.heavy-weapons)  (e3 → e1)
  actors: Merrow's army → –
  recipients: the old harbour → –
  counts: killed 11 → killed 14
  time: 2025-09-02 → –
- strike (ASSAULT)  (e1)
- ended (RETREAT.ceasefire)  (e2)
- denied (untyped)  (e4)
"""


def correct(db: Path) -> None:
    text = strike().text.replace("killing 11", "killing 14")
    story = Story("strike", text, title="Later", published="2025-09-03")
    story.event("shelled", "ASSAULT.heavy-weapons", killed=14)
    with open_ledger(db) as ledger:
        story.keep(ledger)
        read_again(ledger, story)


def test_for_people(db: Path, run: Run) -> None:
    correct(db)
    done = run("diff", "strike")
    head, _, rest = done.out.partition("\n\n")
    assert [line[:2] for line in head.splitlines()] == ["- ", "+ "]
    assert rest == SHOWN


def test_for_programs(db: Path, run: Run) -> None:
    correct(db)
    done = run("diff", "strike", "--json", "--from", "1", "--to", "2")
    found = Difference.model_validate_json(done.out)
    assert (found.old.version, found.new.version) == (1, 2)
    assert json.loads(done.out)["text"][0]["new"].endswith("killing 14.")


def test_two_runs(db: Path, run: Run) -> None:
    correct(db)
    done = run("diff", "strike", "--from", "2", "--from-run", "1", "--to-run", "2")
    assert "Nothing is different but blanks." in done.out


def test_one_version_has_nothing_to_compare(run: Run) -> None:
    done = run("diff", "talks")
    assert (done.status, done.out) == (2, "")
    assert "nothing to compare" in done.err
