"""The gate's exit statuses, with figures made up: no corpora are needed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from evals import gate
from evals.measures import CORPORA, MEASURES
from evals.readings import NotMeasured


class Gate:
    """The gate with its reading and scoring replaced by values that a test chooses."""

    def __init__(self, corpora: Path) -> None:
        self.corpora = corpora
        self.value = 90.0
        self.special: dict[str, float] = {}

    def __call__(self, *arguments: str) -> int:
        return gate.main(["--corpora", str(self.corpora), *arguments])

    def measure(self, *_: Any) -> dict[str, dict[str, Any]]:
        scores: dict[str, dict[str, Any]] = {}
        for m in MEASURES:
            at = scores.setdefault(m.set, {})
            for key in m.path[:-1]:
                at = at.setdefault(key, {"gold": 10, "pred": 10, "p": 1.0, "r": 1.0})
            at[m.path[-1]] = self.special.get(m.full_name, self.value)
        return scores

    @property
    def floors(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(gate.FLOORS.read_text(encoding="utf-8"))
        return found


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Gate:
    corpora = tmp_path / "corpora"
    files = {p for c in CORPORA for p in (f"corpora/{c.folder}/{c.articles}", f"corpora/{c.folder}/{c.gold}")}
    for file in (*files, *(f"scoring/{c.scorer}" for c in CORPORA)):
        (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / file).touch()
    made = Gate(corpora)
    monkeypatch.setattr(gate, "ROOT", tmp_path)
    monkeypatch.setattr(gate, "FLOORS", tmp_path / "floors.json")
    monkeypatch.setattr(gate, "measure", made.measure)
    return made


def test_without_corpora_it_says_what_to_do(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert gate.main(["--corpora", str(tmp_path / "nowhere")]) == 2
    assert "--corpora DIR (make eval CORPORA=DIR)" in capsys.readouterr().err


def test_values_that_hold_their_floors_pass(run: Gate, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("--update") == 0
    assert {f["floor"] for f in run.floors.values()} == {89.7}
    assert run() == 0
    assert len(capsys.readouterr().out.strip().split("\n")) == 2 * (1 + len(MEASURES))


def test_a_value_below_its_floor_fails(run: Gate, capsys: pytest.CaptureFixture[str]) -> None:
    run("--update")
    run.special = {"polnear dev: linked": 89.6}
    assert run() == 1
    captured = capsys.readouterr()
    assert "error: polnear dev: linked is 89.60, its floor is 89.70" in captured.err
    assert captured.out.count("BELOW ITS FLOOR") == 1


def test_without_floors_it_fails(run: Gate, capsys: pytest.CaptureFixture[str]) -> None:
    assert run() == 1
    assert "no floor yet, set it with --update" in capsys.readouterr().err


def test_an_update_refuses_to_lower_a_floor(run: Gate, capsys: pytest.CaptureFixture[str]) -> None:
    run("--update")
    before = run.floors
    run.special = {"polnear dev: linked": 80.0}
    run.value = 95.0
    assert run("--update") == 1
    assert run.floors == before
    assert '--allow-lower "polnear dev: linked"' in capsys.readouterr().err


def test_an_update_lowers_the_floor_that_is_named_and_raises_the_others(run: Gate) -> None:
    run("--update")
    run.special = {"polnear dev: linked": 80.0}
    run.value = 95.0
    assert run("--update", "--allow-lower", "polnear dev: linked") == 0
    assert run.floors["polnear dev: linked"]["floor"] == 79.7
    assert {f["floor"] for name, f in run.floors.items() if name != "polnear dev: linked"} == {94.7}


def test_a_floor_tells_with_what_it_was_measured(run: Gate) -> None:
    run("--update")
    first = next(iter(run.floors.values()))
    assert first["weights"].startswith("sha256:") and first["config"].startswith("sha256:")
    assert (first["measured"], len(first["date"])) == (90.0, len("2025-01-01"))


def test_a_name_that_is_no_measure_is_an_error(run: Gate) -> None:
    assert run("--update", "--allow-lower", "polnear dev: linkd") == 2


@pytest.mark.parametrize(
    "arguments",
    [
        ["--allow-lower", "polnear dev: linked"],
        ["--only", "polnear dev", "--update"],
        ["--only", "polnear dev", "--markdown"],
        ["--only", "elsewhere"],
    ],
)
def test_wrong_options_are_exit_status_2(run: Gate, arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as stopped:
        run(*arguments)
    assert stopped.value.code == 2


def test_a_scorer_that_fails_is_exit_status_2(
    run: Gate, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def fail(*_: Any) -> dict[str, dict[str, Any]]:
        raise NotMeasured("attribution.py failed")

    monkeypatch.setattr(gate, "measure", fail)
    assert run() == 2
    assert "attribution.py failed" in capsys.readouterr().err


def test_a_page_is_filled_in(run: Gate, tmp_path: Path) -> None:
    page = tmp_path / "page.md"
    page.write_text("a\n<!-- measured: begin -->\n<!-- measured: end -->\nb\n", encoding="utf-8")
    assert run("--update", "--markdown", str(page)) == 0
    assert "| polnear dev | exact source | **90.0** |" in page.read_text(encoding="utf-8")
    assert run("--markdown", str(tmp_path / "none.md")) == 2
