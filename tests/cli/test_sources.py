"""`reportedly sources`."""

from __future__ import annotations

import csv
import io

from reportedly.cli.sources import COLUMNS
from reportedly.ledger.sourced.nouns import FoundSource
from tests.cli.shelves import Run


def test_for_people(run: Run) -> None:
    out = run("sources", "ana", "resk").out
    assert out.splitlines()[0].endswith("  Ana Resk  person")
    assert out.splitlines()[1] == "    1 statement in 1 article · 20 July 2025 · envoy of the union"
    assert "    published 2 articles" in run("sources", "--kind", "outlet").out


def test_for_programs(run: Run) -> None:
    lines = run("sources", "--json", "--kind", "person,organisation").out.splitlines()
    found = [FoundSource.model_validate_json(line) for line in lines]
    assert {s.name for s in found} == {"Ana Resk", "Ministry of Defence"}
    header, *rows = csv.reader(io.StringIO(run("sources", "--csv", "--limit", "0").out))
    assert tuple(header) == COLUMNS
    assert {row[1] for row in rows} > {s.name for s in found}


def test_page_by_page(run: Run) -> None:
    first = run("sources", "--limit", "1", "--json")
    cursor = first.err.split("--after ")[1].split(",")[0]
    assert run("sources", "--limit", "1", "--json", "--after", cursor).out != first.out


def test_an_id_leads_to_its_source(run: Run) -> None:
    id = FoundSource.model_validate_json(run("sources", "ana", "--json").out).id
    assert run("sources", id).out == run("sources", "ana", "resk").out


def test_nothing_found_and_what_cannot_be_asked(run: Run) -> None:
    assert run("sources", "nobodyatall").err == "no sources found\n"
    wrong = run("sources", "--kind", "robot")
    assert (wrong.status, wrong.out) == (2, "")
    assert "--kind robot: there is no such value; choose from: person" in wrong.err
