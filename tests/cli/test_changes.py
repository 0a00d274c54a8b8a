"""`reportedly changes`, as people and programs read it."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path
from typing import Any

import pytest
from rich.text import Text

from reportedly.cli.changes import COLUMNS, parts
from reportedly.cli.paper import Paper
from reportedly.connect.changes import Change
from reportedly.connect.news import told
from reportedly.ledger.connect import open_ledger
from reportedly.ledger.find import find_article
from reportedly.ledger.forget import forget
from reportedly.ledger.linked.nouns import KeptChange
from reportedly.linking import link_new
from tests.cli.dossiers import CLIPPINGS
from tests.cli.shelves import Run
from tests.ledger.linked.matters import RAID, STRIKE, telling

LIST = """\
Found on 4 March 2025
---------------------

10:00  new happening: raid, Quillow  h1
       occurred, 4 March 2025, 5 killed, according to The ministry
       in Lantern Wire
11:30  figure changed: raid, Quillow  h1
       5 killed → 9 killed, according to two officials
       in The Harbor Post

Found on 5 March 2025
---------------------

09:00  denial: raid, Quillow  h1
       occurred → disputed
       in Merrow Courier
"""


def kept(kind: Any, at: str, *articles: str, **more: Any) -> KeptChange:
    change = Change(kind=kind, happening="h1", name="raid, Quillow", type="ASSAULT", articles=articles, **more)
    return KeptChange(at=at, story="s1", change=change)


THREE = (
    kept("new_happening", "2025-03-04T10:00:00Z", "a1", after="occurred, 4 March 2025, 5 killed", by=("The ministry",)),
    kept("figure_changed", "2025-03-04T11:30:00Z", "a3", before="5 killed", after="9 killed", by=("two officials",)),
    kept("denial", "2025-03-05T09:00:00Z", "a4", before="occurred", after="disputed"),
)


def shown(*found: KeptChange) -> str:
    return Text("\n\n").join(parts(found, {c.article: c for c in CLIPPINGS}, Paper(80))).plain + "\n"


def test_for_people() -> None:
    assert shown(*THREE) == LIST


@pytest.mark.parametrize(
    ("kind", "more", "words"),
    [
        ("new_origin",
         {"by": ("A crew",), "before": "1", "after": "1–2", "note": "may rest on the same as The ministry"},
         "A crew; independent origins were 1, now 1–2 (may rest on the same as The ministry)"),
        ("conflict", {"what": "killed", "before": "9", "after": "11", "note": "both are stood by"},
         "over killed: 9 against 11 (both are stood by)"),
        ("conflict", {"what": "occurrence", "note": "each side names the other"},
         "over whether it happened: each side names the other"),
        ("merged", {"others": ("h2",), "after": "occurred"}, "h2 is now taken for the same: occurred"),
        ("merged", {"others": ("h2", "h3"), "after": "occurred"}, "h2, h3 are now taken for the same: occurred"),
        ("split", {"others": ("h2",), "after": "occurred"}, "no longer taken for the same as h2: occurred"),
        ("retraction", {"before": "occurred", "after": "retracted"}, "occurred → retracted"),
        ("figure_changed", {"after": "9 killed"}, "9 killed"),
    ],
)  # fmt: skip
def test_each_kind_in_words(kind: Any, more: dict[str, Any], words: str) -> None:
    assert told(Change(kind=kind, **more)) == words


def test_nothing_of_an_article_drives_the_terminal() -> None:
    bad = "\x1b[31mevil\u202e"
    change = Change(kind="new_happening", happening="h1", name=bad, after=bad, by=(bad,), note=bad, articles=("a1",))
    out = shown(KeptChange(at="2025-03-04T10:00:00Z", story="s1", change=change))
    assert out.count("␛[31mevil⟨U+202E⟩") == 4
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", out)


@pytest.fixture
def db(tmp_path: Path) -> Path:
    """A raid and a strike, told by three outlets one after the other, linked after each."""
    with open_ledger(tmp_path / "l.db") as ledger:
        for outlet in range(3):
            telling(RAID, outlet, killed=2 + outlet).keep(ledger)
            telling(STRIKE, outlet).keep(ledger)
            link_new(ledger)
    return tmp_path / "l.db"


def kinds(out: str) -> list[str]:
    return [json.loads(line)["change"]["kind"] for line in out.splitlines()]


def test_from_the_ledger(run: Run) -> None:
    lines = run("changes", "--json").out.splitlines()
    assert kinds("\n".join(lines)) == ["new_happening", "new_happening", "figure_changed", "figure_changed"]
    assert [KeptChange.model_validate_json(x).to_json() for x in lines] == [json.loads(x) for x in lines]
    assert "2 killed → 3 killed" in run("changes").out


@pytest.mark.parametrize(
    ("arguments", "wanted"),
    [
        (["--kind", "figure_changed"], ["figure_changed"] * 2),
        (["--kind", "denial,merged"], []),
        (["--since", "2999"], []),
        (["--since", "2025-01-01T00:00:00Z", "--limit", "0"], ["new_happening"] * 2 + ["figure_changed"] * 2),
        (["--story", "https://theharborpost.example/port-vell/0"], ["new_happening"]),
    ],
)
def test_every_option_reaches_the_query(run: Run, arguments: list[str], wanted: list[str]) -> None:
    assert kinds(run("changes", "--json", *arguments).out) == wanted


def test_csv(run: Run) -> None:
    header, *rows = csv.reader(io.StringIO(run("changes", "--csv").out))
    assert tuple(header) == COLUMNS
    assert [row[header.index("after")] for row in rows[2:]] == ["3 killed", "4 killed"]


def test_page_by_page(run: Run) -> None:
    first = run("changes", "--limit", "3", "--json")
    after = first.err.split("--after ")[1].split(",")[0]
    rest = run("changes", "--limit", "3", "--json", "--after", after)
    assert first.out + rest.out == run("changes", "--limit", "0", "--json").out
    assert run("changes", "--since", "2999").err == "no changes found\n"


def test_words_of_an_article_that_is_forgotten_leave_the_changes(db: Path, run: Run) -> None:
    """The name and the figures of a change come from any article of its happening."""
    with open_ledger(db) as ledger:
        forget(ledger, find_article(ledger, "https://theharborpost.example/quillow/0"), "wrong person", "tests")
    assert "Quillow" not in run("changes").out
    assert "Port Vell" in run("changes").out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--kind", "rumour"], "--kind rumour: there is no such value; choose from: new_happening, "),
        (["--since", "soon"], "soon"),
        (["--story", "nowhere"], "nowhere"),
        (["--db", "nowhere.db"], "there is no ledger at nowhere.db"),
    ],
)
def test_what_cannot_be_done_is_one_line(run: Run, arguments: list[str], message: str) -> None:
    done = run("changes", *arguments)
    assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)
    assert message in done.err
