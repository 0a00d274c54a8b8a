"""The benchmark's table, bars and exit statuses, with figures made up."""

from __future__ import annotations

import json

import pytest

from evals import bench
from evals.results import NotMeasured, Result


@pytest.mark.parametrize(
    ("result", "holds"),
    [
        (Result("time", 2.0, "x", 2.0), True),
        (Result("time", 2.01, "x", 2.0), False),
        (Result("rate", 1.8, "x", 1.8, at_least=True), True),
        (Result("rate", 1.79, "x", 1.8, at_least=True), False),
    ],
)
def test_a_bar_is_a_limit_from_its_own_side(result: Result, holds: bool) -> None:
    assert result.holds is holds
    assert ("MISSED" in bench.table([result])) is not holds


@pytest.mark.parametrize(("value", "status"), [(1.0, 0), (3.0, 1)])
def test_the_exit_status_tells_whether_bars_hold(
    value: float, status: int, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(bench, "in_process", lambda part: [Result(part, value, "s", 2.0)])
    assert bench.main(["--json", "--only", "start"]) == status
    shown = json.loads(capsys.readouterr().out)
    assert [(r["name"], r["holds"]) for r in shown["results"]] == [("start", status == 0)]


def test_what_is_missing_is_said(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(bench, "SPACY", "no_such_pipeline")
    assert bench.main(["--part", "words"]) == 2
    assert "make bench" in capsys.readouterr().err


def test_a_part_that_fails_stops_the_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(part: str) -> list[Result]:
        raise NotMeasured(part)

    monkeypatch.setattr(bench, "in_process", fail)
    assert bench.main([]) == 2


def test_samples_are_repeated_in_order() -> None:
    once = bench.sample_items(10)
    assert [i.article.id for i in bench.sample_items(25)] == [i.article.id for i in (*once, *once, *once[:5])]
