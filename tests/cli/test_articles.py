"""`reportedly articles`."""

from __future__ import annotations

import csv
import io
import json

from reportedly.cli.articles import COLUMNS
from reportedly.ledger.nouns import Kept
from tests.cli.shelves import Run
from tests.cli.test_said import unnamed

TABLE = """\
ID  2025-09-03 · The Harbor Post · Strike
    https://harborpost.example/strike
ID  2025-08-15 · The Harbor Post · Rain
    https://harborpost.example/weather
ID  2025-07-20 · L'Écho de Tarrow · Talks
    https://echo.example/talks
"""


def test_for_people(run: Run) -> None:
    assert unnamed(run("articles").out) == TABLE
    assert unnamed(run("articles", "rain", "--outlet", "the harbor post", "--since", "2025-08").out) == "".join(
        TABLE.splitlines(True)[2:4]
    )


def test_for_programs(run: Run) -> None:
    lines = run("articles", "--json", "--until", "2025-08").out.splitlines()
    assert [Kept.model_validate_json(line).given for line in lines] == ["weather", "talks"]
    header, *rows = csv.reader(io.StringIO(run("articles", "--csv", "--limit", "0").out))
    assert tuple(header) == COLUMNS
    assert [row[0] for row in rows] == [json.loads(x)["id"] for x in run("articles", "--json").out.splitlines()]


def test_nothing_found(run: Run) -> None:
    assert run("articles", "--until", "1999").err == "no articles found\n"
