"""`reportedly events`, as people and programs read it."""

from __future__ import annotations

import csv
import io
import json

import pytest

from reportedly.cli.events import COLUMNS
from reportedly.ledger.nouns import Happened
from tests.cli.shelves import Run
from tests.cli.test_said import unnamed

NARROW = """\
What is said to have happened
-----------------------------

ID/e3  2025-09-03 · The Harbor Post · Strike
    ■ shelled  ASSAULT.heavy-weapons  [occurred]
      Merrow's army (Merrow Army) → the old harbour · killed 11 · 2 September
        (2025-09-02)
      according to the article

Not said to have happened
-------------------------

ID/e2  2025-09-03 · The Harbor Post · Strike
    □ ended  RETREAT.ceasefire  [denied]
      according to The Defense Ministry (Ministry of Defence) (s2)

ID/e1  2025-09-03 · The Harbor Post · Strike
    □ strike  ASSAULT  [considered]
      the navy → · August (2025-08-01) · São Tarmer
      according to Two officials (s1)
"""


def test_for_people_what_did_not_happen_is_apart(run: Run) -> None:
    done = run("events", "--article", "strike")
    assert (done.status, unnamed(done.out), done.err) == (0, NARROW, "")


@pytest.mark.parametrize(
    ("arguments", "found"),
    [
        (["--type", "ASSAULT", "--status", "considered,threatened", "--place", "VEN", "--actor", "navy"], ["e1"]),
        (["--recipient", "harbor", "--mode", "heavy-weapons"], ["e3"]),
        (["--happened-since", "2025-09", "--happened-until", "2025-09-30"], ["e3"]),
        (["--all-events", "--status", "unknown"], ["e4"]),
        (["prices"], ["e1"]),
        (["--outlet", "L'Écho de Tarrow", "--since", "2025", "--until", "2025-07", "--run", "1"], ["e1"]),
        (["--actor", "USA", "--status", "planned"], []),
    ],
)
def test_every_option_reaches_the_query(run: Run, arguments: list[str], found: list[str]) -> None:
    done = run("events", "--json", *arguments)
    assert [json.loads(line)["event"]["id"] for line in done.out.splitlines()] == found


def test_json_is_the_library_s_type(run: Run) -> None:
    for line in run("events", "--json").out.splitlines():
        assert Happened.model_validate_json(line).to_json() == json.loads(line)


def test_csv_reads_back(run: Run) -> None:
    header, *rows = csv.reader(io.StringIO(run("events", "--csv").out))
    assert tuple(header) == COLUMNS
    cells = [dict(zip(header, row, strict=True)) for row in rows]
    assert [c["trigger"] for c in cells] == ["shelled", "ended", "strike", "talks"]
    assert (cells[0]["counts"], cells[0]["actors"], cells[0]["earliest"]) == (
        "killed 11",
        "Merrow Army",
        "2025-09-02",
    )
    assert (cells[2]["status"], cells[2]["country"], cells[2]["lon"]) == ("considered", "VEN", "-66.0")
    assert (cells[2]["according_to"], cells[2]["source_kind"]) == ("Two officials", "anonymous")


def test_an_unknown_status_lists_those_there_are(run: Run) -> None:
    done = run("events", "--status", "thought")
    assert done.status == 2
    assert "occurred, ongoing, attempted" in done.err


def test_nothing_found(run: Run) -> None:
    assert run("events", "--type", "SANCTION").err == "no events found\n"
