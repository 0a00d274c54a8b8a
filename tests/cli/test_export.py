"""`reportedly export`."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from reportedly.exports import FORMS
from tests.cli.shelves import Run


@pytest.mark.parametrize("form", FORMS)
def test_every_form(form: str, run: Run, tmp_path: Path) -> None:
    done = run("export", "--as", form, "-o", str(tmp_path / "out"))
    assert (done.status, done.err) == (0, "")
    assert done.out.startswith(f"wrote {tmp_path / 'out'}: 3 articles")


def test_filters_and_manifest(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "strikes"
    done = run("export", "--as", "csv", "-o", str(out), "--type", "ASSAULT", "--since", "2025-09", "--json")
    manifest = json.loads(done.out)
    assert manifest["query"] == {"types": ["ASSAULT"], "since": "2025-09"}
    assert manifest == json.loads((out / "manifest.json").read_text("utf-8"))
    with (out / "events.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert [row["status"] for row in rows] == ["considered", "occurred"]
    assert (manifest["articles"], manifest["events"]) == (1, 2)


def test_events_that_did_not_happen(run: Run, tmp_path: Path) -> None:
    done = run("export", "--as", "polecat", "-o", str(tmp_path / "a.txt"))
    assert "left out: 2 events that nobody says to have happened; --include-unrealised keeps them\n" in done.out
    whole = run("export", "--as", "polecat", "-o", str(tmp_path / "b.txt"), "--include-unrealised")
    assert "left out" not in whole.out
    rows = [len((tmp_path / name).read_text("utf-8").splitlines()) for name in ("a.txt", "b.txt")]
    assert rows[1] == rows[0] + 2


def test_what_is_there_is_replaced_only_when_asked(run: Run, tmp_path: Path) -> None:
    out = tmp_path / "r.jsonl"
    out.write_text("mine")
    done = run("export", "--as", "jsonl", "-o", str(out))
    assert (done.status, done.err) == (
        2, f"error: {out} exists: choose another path, or replace it with --force\n",
    )  # fmt: skip
    assert out.read_text() == "mine"
    assert run("export", "--as", "jsonl", "-o", str(out), "--force").status == 0
    assert len(out.read_text("utf-8").splitlines()) == 3


def test_wrong_words(run: Run, tmp_path: Path) -> None:
    out = str(tmp_path / "out")
    done = run("export", "--as", "xml", "-o", out)
    assert (done.status, done.err) == (2, f"error: --as xml: there is no such format; there are: {', '.join(FORMS)}\n")
    for wrong in (["--kind", "no-one"], ["--status", "maybe"], ["--since", "yesterday"], ["--run", "9"]):
        done = run("export", "--as", "jsonl", "-o", out, *wrong)
        assert (done.status, done.err.count("\n")) == (2, 1), (wrong, done)
        assert not Path(out).exists()
