"""`reportedly happening`: one screen for people, all of it for programs."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
from rich.cells import cell_len
from rich.text import Text

from reportedly.cli.happening_screen import Screen
from reportedly.cli.linked import marked
from reportedly.cli.paper import Paper
from reportedly.ledger.connect import open_ledger
from reportedly.ledger.linked.cuttings import Dossier, dossier
from reportedly.ledger.linked.nouns import Passage, Sought
from reportedly.ledger.linked.queries import happenings
from reportedly.linking import link_new
from tests.cli import dossiers
from tests.cli.dossiers import CLIPPINGS, raid, relay
from tests.cli.shelves import Run
from tests.connect.happened import dispute
from tests.ledger.linked.matters import RAID, telling

SCREEN = """\
■ raid, Quillow · occurred · 4 March 2025 · 4 articles (1 copy) · independent
  origins: at least 1, at most 2
h111111111111111 · ASSAULT · story s222222222222222 · found 2025-03-04

Who says so
-----------
● The ministry  [organisation]
    in Lantern Wire: 1 article
    through Lantern Wire in Tarrow Echo: 1 article (1 copy)
    “Words 40 of a1.” (Lantern Wire, 4 March 2025)
○ two officials  [anonymous]
    through Merrow Courier in The Harbor Post: 1 article
    may rest on the same as The ministry
    “Words 40 of a3.” (The Harbor Post, 5 March 2025)

Figures
-------
9 killed            5 March 2025 · according to two officials (independent
                    origins 1) · in The Harbor Post
5 killed            4 March 2025 · in Lantern Wire (and 1 copy)
at least 3 injured  4 March 2025 · in Lantern Wire

Where they differ
-----------------
whether it happened: denial – one side says that it happened, another that it
  did not
    says so: Lantern Wire (and 1 copy), 4 March 2025
        “Words 0 of a1.” (Lantern Wire, 4 March 2025)
    denies it: Merrow Courier, 6 March 2025
        “Words 1 of a4.” (Merrow Courier, 6 March 2025)
killed: superseded – a later report took the place of an earlier one: 5 → 9

Who carries whom
----------------
Merrow Courier, 6 March 2025  a4
  └ relays it: The Harbor Post, 5 March 2025  a3
Lantern Wire, 4 March 2025  a1
  └ copied in Tarrow Echo: 1 article

Articles
--------
a1  2025-03-04 · Lantern Wire · Raid, a1
a3  2025-03-05 · The Harbor Post · Raid, a3
    its text was changed: 2 versions; what changed: reportedly diff a3
a4  2025-03-06 · Merrow Courier · Raid, a4

What cannot be known here
-------------------------
- why 1 article can no longer be had (Merrow Courier); the text is kept here
- whether two officials speaks for The ministry
"""


def shown(found: Dossier, width: int = 80) -> str:
    return Text("\n\n").join(Screen(found, Paper(width)).parts()).plain + "\n"


def test_the_screen() -> None:
    assert shown(dossiers.dossier()) == SCREEN


@pytest.mark.parametrize(
    ("status", "head", "words"),
    [
        ("planned", "□ [planned] raid, Quillow · ", "Not said to have happened: it is planned, as far as is told."),
        ("called_off", "□ [called off] raid, Quillow · ", "Not said to have happened: was planned, then dropped."),
        ("retracted", "□ [retracted] raid, Quillow · ", "Retracted: whoever said it took it back."),
        ("unconfirmed", "□ [unconfirmed] raid, Quillow · ",
         "Unconfirmed: a rumour that nobody who could know has borne out."),
    ],
)  # fmt: skip
def test_what_did_not_happen_looks_otherwise(status: str, head: str, words: str) -> None:
    first, second, third, *_ = shown(dossiers.dossier(raid(status=status))).splitlines()
    assert first.startswith(head)
    assert words in (second, third)


def test_no_two_statuses_of_the_two_kinds_begin_alike() -> None:
    assert {marked(s, "raid").plain[0] for s in ("occurred", "ongoing")} == {"■", "◧"}
    others = ("attempted", "planned", "denied", "disputed", "retracted", "unconfirmed", "unknown")
    assert {marked(s, "raid").plain[:3] for s in others} == {"□ ["}  # type: ignore[arg-type]


def test_a_withdrawn_report_has_both_sides() -> None:
    taken_back = dispute("superseded", "occurrence", ("a1",), ("a3",))
    out = shown(dossiers.dossier(raid(status="retracted", disputes=(taken_back,))))
    assert "whether it happened: superseded – a report was withdrawn by an outlet" in out
    assert "    reported it: Lantern Wire, 4 March 2025\n" in out
    assert "    withdrew it: The Harbor Post, 5 March 2025\n" in out


def test_differences_of_one_kind_over_one_thing_stand_together() -> None:
    pairs = (
        dispute("conflict", "killed", ("a1",), ("a3",), values=("5", "9")),
        dispute("conflict", "killed", ("a3",), ("a4",), values=("9", "11")),
    )
    out = shown(dossiers.dossier(raid(disputes=pairs)))
    assert out.count("killed: conflict") == 1
    assert [line for line in out.splitlines() if re.fullmatch(r"    (5|9|11): .*", line)] == [
        "    5: Lantern Wire, 4 March 2025",
        "    9: The Harbor Post, 5 March 2025",
        "    11: Merrow Courier, 6 March 2025",
    ]


def test_what_is_not_known_is_said() -> None:
    nameless = tuple(c.model_copy(update={"outlet": None, "published": None}) for c in CLIPPINGS[:3])
    out = shown(dossiers.dossier(raid(date=None), articles=nameless, links=(), copies=()))
    assert "date not known" in out
    assert "an unknown outlet" in out
    for words in (
        "- when it happened: no article gives a date that could be read",
        "- when 3 articles came out: no date of publication",
        "- which outlet 3 articles came from",
        "- what 1 article said that was forgotten since",
    ):
        assert f"{words}\n" in out


def test_what_it_was_merged_with_and_split_from() -> None:
    passed = (
        Passage(kind="merged", start="h9", end="h1", at="2025-03-05T10:00:00Z", by="link@1"),
        Passage(kind="split", start="h1", end="h8", at="2025-03-06T10:00:00Z", by="link@1"),
    )
    out = shown(dossiers.dossier(asked="h9", passages=passed))
    assert "h9 was merged into it\n" in out
    assert "h9 was merged into h1, 2025-03-05\n" in out
    assert "h8 was split off from h1, 2025-03-06\n" in out


def test_outlets_that_cite_each_other_are_drawn_once() -> None:
    out = shown(dossiers.dossier(links=(relay("a3", "a4"), relay("a4", "a3"), relay("a3", "a3")), copies=()))
    tree = out.split("Who carries whom\n----------------\n")[1].split("\n\n")[0]
    assert tree.splitlines() == [
        "in a circle: The Harbor Post, 5 March 2025  a3",
        "  └ relays it: Merrow Courier, 6 March 2025  a4",
        "    └ relays it: The Harbor Post, 5 March 2025  a3  (see above)",
    ]


def test_an_outlet_of_which_no_article_is_here() -> None:
    out = shown(dossiers.dossier(links=(relay("a3", "Sky Tirana"), relay("a4", "Lantern Wire"))))
    assert "Sky Tirana [outlet] (no article of it is here)\n  └ relays it: The Harbor Post" in out
    assert "Lantern Wire [outlet] (which article is not clear)\n  └ relays it: Merrow Courier" in out


@pytest.mark.parametrize("number", [36, 360])
def test_many_articles_are_one_screen(number: int) -> None:
    out = shown(dossiers.crowd(number))
    assert out.startswith("■ bombing, Deshgar · occurred · 4 March 2025 · ")
    assert f"{number} articles ({number // 2} copies)" in out
    assert len(out.splitlines()) < 100
    assert f"… and {number - 8} origins more: --json has all" in out


@pytest.mark.parametrize("width", [30, 80, 109, 110, 200])
def test_no_line_is_too_long(width: int) -> None:
    for found in (dossiers.dossier(), dossiers.crowd(36)):
        for line in shown(found, width).splitlines():
            assert cell_len(line) <= width, line
            assert line == line.rstrip()


def test_nothing_of_an_article_drives_the_terminal() -> None:
    out = shown(dossiers.hostile("\x1b[31mevil\u202e\x07\nnext"))
    assert "␛[31mevil⟨U+202E⟩" in out
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", out)


@pytest.fixture
def linked(db: Path) -> str:
    """A raid in the ledger, told by three outlets, linked; its id."""
    with open_ledger(db) as ledger:
        for outlet in range(3):
            telling(RAID, outlet, killed=2 + outlet).keep(ledger)
        link_new(ledger)
        return happenings(ledger, Sought(words="smugglers")).items[0].happening.id


def test_from_the_ledger(run: Run, linked: str) -> None:
    done = run("happening", linked[:8])
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith("■ raided, Quillow · occurred · 4 March 2025 · 3 articles")
    assert "Figures\n-------\n4 killed  12 March 2025 · in Sky Tirana\n" in done.out
    assert f"{linked} · ASSAULT · story s" in done.out


def test_json_is_the_library_s_type(db: Path, run: Run, linked: str) -> None:
    done = run("happening", "--json", linked)
    assert done.out.count("\n") == 1
    found = Dossier.model_validate_json(done.out)
    assert found.to_json() == json.loads(done.out)
    with open_ledger(db) as ledger:
        assert found == dossier(ledger, linked)
    assert [c.outlet for c in found.articles] == ["The Harbor Post", "Tarrow Echo", "Sky Tirana"]
    assert [w.words for w in found.wordings] == ["raided"] * 3
    assert found.wordings[0].sentence == "Gunmen raided the customs depot in Quillow on that day, killing 2 people."


def test_an_article_that_is_gone_from_its_address(db: Path, run: Run, linked: str) -> None:
    url = "https://tarrowecho.example/quillow/1"
    with open_ledger(db) as ledger:
        sql = "INSERT INTO problems (source, name, stage, message, given, met) VALUES (?, ?, 'fetch', ?, '{}', '2025')"
        ledger.db.execute(sql, (url, url, f"{url} is gone for good: look for a copy in a web archive (410)"))
    assert "- why 1 article can no longer be had (Tarrow Echo); the text is kept here" in run("happening", linked).out
    with open_ledger(db) as ledger:
        ledger.db.execute("UPDATE problems SET solved = '2025-04-02'")
    assert "no longer be had" not in run("happening", linked).out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [(["h0"], 'no happening "h0"'), (["--db", "nowhere.db", "h123"], "there is no ledger at nowhere.db")],
)
def test_what_cannot_be_done_is_one_line(run: Run, linked: str, arguments: list[str], message: str) -> None:
    done = run("happening", *arguments)
    assert (done.status, done.out, done.err.count("\n")) == (2, "", 1)
    assert message in done.err
