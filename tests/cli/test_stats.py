"""`reportedly stats`."""

from __future__ import annotations

import json

from tests.cli.shelves import Run


def test_for_people(run: Run) -> None:
    shown = run("stats").out
    assert shown.startswith("articles                   3\nversions                   3\n")
    assert "days               2025-07-20 to 2025-09-03\n" in shown
    assert "Outlets\n-------\nThe Harbor Post            2\nL'Écho de Tarrow           1\n" in shown


def test_for_programs(run: Run) -> None:
    counted = json.loads(run("stats", "--json").out)
    wanted = {"articles": 3, "statements": 6, "events": 4, "entities": 3}
    assert {name: counted[name] for name in wanted} == wanted
    assert counted["outlets"][0] == {"name": "The Harbor Post", "count": 2}
