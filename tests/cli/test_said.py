"""`reportedly said`, as people and programs read it."""

from __future__ import annotations

import csv
import io
import json
import re
from pathlib import Path

import pytest
from rich.cells import cell_len

from reportedly.cli.said import COLUMNS
from reportedly.ledger.connect import open_ledger
from reportedly.ledger.nouns import Said
from tests.cli.shelves import Run
from tests.ledger.shelf import Story

NARROW = """\
ID/s2  2025-09-03 · The Harbor Post · Strike
    ● The Defense Ministry → Ministry of Defence  [organisation]
      denies, indirect
      the cease-fire had ended

ID/s1  2025-09-03 · The Harbor Post · Strike
    ○ Two officials  [anonymous]
      says, indirect
      via Two officials → Sky Tirana → The Harbor Post
      the navy is considering a strike on São Tarmer in August
"""

WIDE = """\
ID/s2  2025-09-03 · The Harbor Post · Strike
    ● The Defense Ministry → Ministry of Defence        the cease-fire had ended
      [organisation]
      denies, indirect

"""


def unnamed(out: str) -> str:
    return re.sub(r"a[0-9a-f]{15}", "ID", out)


def test_for_people(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    done = run("said", "--article", "strike")
    assert (done.status, unnamed(done.out), done.err) == (0, NARROW, "")
    monkeypatch.setenv("COLUMNS", "130")
    assert unnamed(run("said", "--article", "strike").out).startswith(WIDE)


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["ceasefire", "talks"], ["s1"]),
        (['"ceasefire talks"'], ["s1"]),
        (["ceasefire", "--by", "defence ministry"], ["s2"]),
        (["--kind", "anonymous,document"], ["s1", "s2"]),
        (["--kind", "anonymous", "--kind", "document"], ["s1", "s2"]),
        (["--act", "decline"], ["s3"]),
        (["--since", "2025-09", "--kind", "anonymous"], ["s1"]),
        (["--until", "2025-07-20", "--outlet", "l'echo de tarrow", "--run", "1", "--kind", "unknown"], ["s4"]),
    ],
)
def test_every_option_reaches_the_query(run: Run, arguments: list[str], found: list[str]) -> None:
    done = run("said", "--json", *arguments)
    assert [json.loads(line)["statement"]["id"] for line in done.out.splitlines()] == found


def test_json_is_the_library_s_type(run: Run) -> None:
    lines = run("said", "--json").out.splitlines()
    assert len(lines) == 6
    assert [Said.model_validate_json(line).to_json() for line in lines] == [json.loads(line) for line in lines]


def test_csv_reads_back(run: Run) -> None:
    header, *rows = csv.reader(io.StringIO(run("said", "--csv").out))
    assert tuple(header) == COLUMNS
    assert len(rows) == 6
    first = dict(zip(header, rows[1], strict=True))
    assert first["relay"] == "Two officials → Sky Tirana → The Harbor Post"
    assert (first["kind"], first["named"], first["name"]) == ("anonymous", "no", "")


def test_what_a_spreadsheet_would_run_is_guarded_and_nothing_drives_the_terminal(db: Path, run: Run) -> None:
    bad = "=HYPERLINK(1) \x1b[31m\u202eevil"
    with open_ledger(db) as ledger:
        Story("bad", f"{bad} said x.", outlet="@evil", title="\x1b]0;owned\x07[red]", published="2025-12-01").say(
            bad, "x", relay=(bad, "+1")
        ).keep(ledger)
    header, row, *_ = csv.reader(io.StringIO(run("said", "--csv", "--limit", "1").out))
    cells = dict(zip(header, row, strict=True))
    assert cells["source"] == f"'{bad}"
    assert cells["outlet"] == "'@evil"
    assert cells["relay"].startswith("'=")
    shown = run("said", "--limit", "1").out
    assert "␛[31m⟨U+202E⟩evil" in shown
    assert "[red]" in shown
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]", shown)


@pytest.mark.parametrize("width", ["30", "80", "109", "110", "200"])
def test_no_line_is_too_long(run: Run, width: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", width)
    for command in ("said", "events", "articles"):
        for line in run(command).out.splitlines():
            assert cell_len(line) <= int(width), line
            assert line == line.rstrip()


def test_more_and_nothing_are_told_beside_the_list(run: Run) -> None:
    first = run("said", "--limit", "4", "--json")
    assert first.err.startswith("there are more; go on with --after 2025-07-20.")
    after = first.err.split("--after ")[1].split(",")[0]
    rest = run("said", "--limit", "4", "--json", "--after", after)
    assert (first.out + rest.out, rest.err) == (run("said", "--limit", "0", "--json").out, "")
    nothing = run("said", "nonsense")
    assert (nothing.status, nothing.out, nothing.err) == (0, "", "no statements found\n")
    assert run("said", "nonsense", "--csv").out == ",".join(COLUMNS) + "\n"


@pytest.mark.parametrize("how", [[], ["--json"], ["--csv"]])
def test_all_is_all_however_it_is_printed(run: Run, how: list[str]) -> None:
    assert run("said", "--limit", "0", *how).out == run("said", *how).out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["--kind", "anon"], "error: --kind anon: there is no such value; choose from: person, "),
        (["…"], "error: no word to look for in “…”"),
        (["--since", "soon"], "error: --since soon: no date"),
        (["--json", "--csv"], "error: --json and --csv: choose one of them"),
        (["--after", "x"], "error: x: no cursor"),
        (["--article", "nowhere"], 'no article "nowhere"'),
        (["--db", "nowhere.db"], "there is no ledger at nowhere.db; make one with: reportedly add SOURCE"),
        (["--limit", "-1"], "--limit"),
    ],
)
def test_what_cannot_be_done_is_one_line(run: Run, arguments: list[str], message: str) -> None:
    done = run("said", *arguments)
    assert (done.status, done.out) == (2, "")
    assert message in done.err
    assert done.err.count("\n") == 1
