"""The gate's exit statuses, with figures made up: no corpora are needed."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from evals import gate
from evals.measures import CORPORA, MEASURES, OWN, PER_CENT, Measure
from evals.readings import NotMeasured
from reportedly import Reader
from tests.evals.fake import FakeReader


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
            at[m.path[-1]] = self.special.get(m.full_name, self.value_of(m))
        return scores

    def value_of(self, measure: Measure) -> float:
        """Better everywhere where `value` is higher."""
        return 100 - self.value if measure.scale.less else self.value

    @property
    def floors(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(gate.FLOORS.read_text(encoding="utf-8"))
        return found


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Gate:
    corpora = tmp_path / "corpora"
    files = {f"corpora/{c.folder}/{p}" for c in CORPORA if not c.ours for p in (c.articles, c.gold)}
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
    guarded = {m.full_name: m.scale.floor(run.value_of(m)) for m in MEASURES if m.guarded}
    assert {name: f["floor"] for name, f in run.floors.items()} == guarded
    assert guarded["polnear dev: linked"] == 89.7
    assert guarded["UW dev: mae"] == 10.01
    assert run() == 0
    assert len(capsys.readouterr().out.strip().split("\n")) == 2 * (1 + len(MEASURES))


def test_a_value_below_its_floor_fails(run: Gate, capsys: pytest.CaptureFixture[str]) -> None:
    run("--update")
    run.special = {"polnear dev: linked": 89.6}
    assert run() == 1
    captured = capsys.readouterr()
    assert "error: polnear dev: linked is 89.60, its floor is 89.70" in captured.err
    assert captured.out.count("BELOW ITS FLOOR") == 1


def test_a_value_above_its_ceiling_fails(run: Gate, capsys: pytest.CaptureFixture[str]) -> None:
    run("--update")
    run.special = {"UW dev: mae": 10.02}
    assert run() == 1
    captured = capsys.readouterr()
    assert "error: UW dev: mae is 10.020, its ceiling is 10.010" in captured.err
    assert captured.out.count("ABOVE ITS CEILING") == 1
    assert run("--update") == 1
    assert '--allow-lower "UW dev: mae"' in capsys.readouterr().err
    assert run("--update", "--allow-lower", "UW dev: mae") == 0
    assert run.floors["UW dev: mae"]["floor"] == 10.03


def test_what_is_not_guarded_has_no_floor_and_fails_nothing(run: Gate) -> None:
    run("--update")
    run.special = {m.full_name: 100 - run.value_of(m) for m in MEASURES if not m.guarded}
    assert run() == 0


@pytest.mark.parametrize("only", [OWN[0], "plover-pairs dev, given the pair"])
def test_a_set_can_be_looked_at_alone(run: Gate, only: str, monkeypatch: pytest.MonkeyPatch) -> None:
    run("--update")
    whole = run.measure()
    monkeypatch.setattr(gate, "measure", lambda *_: {only: whole[only]})
    assert run("--only", only) == 0


def test_sets_that_share_a_reading_are_read_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    predicted = []

    def predict(_: Reader, articles: Path, out: Path, **options: Any) -> tuple[int, int]:
        predicted.append((articles.name, out.name, options))
        return 1, 0

    def score(scorer: Path, gold: Path, records: Path, *options: str) -> tuple[str, dict[str, Any]]:
        return "table", {"from": (scorer.name, gold.name, records.name, *options)}

    row = {"id": "a", "article": {"id": "a"}, "text": "a", "text_truecased": "A"}
    for name in {f"{c.folder}/{p}" for c in CORPORA if not c.ours for p in (c.articles, c.gold)}:
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(json.dumps(row))
    monkeypatch.setattr(gate, "OUT", tmp_path / "out")
    monkeypatch.setattr(gate, "predict", predict)
    monkeypatch.setattr(gate, "predict_types", predict)
    monkeypatch.setattr(gate, "score", score)
    sets = ("UW dev", "source-kinds", "source-kinds others", "muc34 dev", "muc34 dev, capitals")
    scores = gate.measure(
        FakeReader({}), gate.parse(["--corpora", str(tmp_path), *(x for s in sets for x in ("--only", s))])
    )
    assert {k: v["from"] for k, v in scores.items()} == {
        "source-kinds": ("source_kinds.py", "gold.jsonl", "source-kinds.records.jsonl"),
        "source-kinds others": ("source_kinds.py", "source-kinds-others.gold.jsonl", "source-kinds.records.jsonl"),
        "UW dev": ("factuality.py", "UW.dev.jsonl", "UW-dev.records.jsonl"),
        "muc34 dev": ("muc.py", "muc34-dev.gold.jsonl", "muc34-dev.records.jsonl"),
        "muc34 dev, capitals": ("muc.py", "muc34-dev-capitals.gold.jsonl", "muc34-dev-capitals.records.jsonl"),
    }
    assert [(a, o["untyped"], o["jobs"]) for a, _, o in predicted] == [
        ("articles.jsonl", False, 2),
        ("UW.dev.jsonl", True, 2),
        ("muc34-dev.articles.jsonl", False, 2),
        ("muc34-dev-capitals.articles.jsonl", False, 2),
    ]


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
    others = {m.full_name: m.scale.floor(run.value_of(m)) for m in MEASURES if m.guarded}
    del others["polnear dev: linked"]
    assert {name: f["floor"] for name, f in run.floors.items() if name != "polnear dev: linked"} == others
    assert others["polnear dev: exact cue"] == round(95 - PER_CENT.margin, 2)


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
