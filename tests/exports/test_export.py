"""Paths, manifests and what a broken export leaves behind, for every form."""

from __future__ import annotations

import csv
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.errors import RunError
from reportedly.exports import FORMS, Chosen, Form, Target, export
from reportedly.exports.output import paths_of
from reportedly.record import Record
from tests.exports.invented import chosen, exported, many, small, strike_record
from tests.record.examples import records
from tests.web.invented_events import hostile_events


@pytest.mark.parametrize("form", FORMS)
def test_the_manifest_describes_what_was_written(form: Form, tmp_path: Path) -> None:
    manifest = exported(form, tmp_path / "out", query={"words": "strike"})
    *paths, manifest_path = paths_of(form, tmp_path / "out")
    read = json.loads(manifest_path.read_text(encoding="utf-8"))
    assert read == manifest.to_json()
    assert (read["form"], read["articles"], read["query"]) == (form, 2, {"words": "strike"})
    assert [(r["number"], r["reportedly"], r["articles"]) for r in read["runs"]] == [(1, "0.1.0", 1), (2, "0.0.9", 1)]
    assert read["runs"][1]["models"] == {"reader": "sha256:0ld"}
    assert [(f["name"], f["bytes"], f["sha256"]) for f in read["files"]] == [
        (p.name, p.stat().st_size, hashlib.sha256(p.read_bytes()).hexdigest()) for p in paths
    ]


@pytest.mark.parametrize("form", FORMS)
def test_nothing_chosen_is_an_export_too(form: Form, tmp_path: Path) -> None:
    manifest = exported(form, tmp_path / "out", [])
    assert (manifest.articles, manifest.events, manifest.statements, manifest.runs) == (0, 0, 0, ())
    assert all(p.exists() for p in paths_of(form, tmp_path / "out"))


@pytest.mark.parametrize("form", FORMS)
def test_files_are_replaced_only_when_asked(form: Form, tmp_path: Path) -> None:
    exported(form, tmp_path / "out", [])
    before = paths_of(form, tmp_path / "out")[0].read_bytes()
    with pytest.raises(RunError, match="exists: choose another path"):
        exported(form, tmp_path / "out")
    assert paths_of(form, tmp_path / "out")[0].read_bytes() == before
    assert exported(form, tmp_path / "out", force=True).articles == 2


@pytest.mark.parametrize("form", FORMS)
def test_an_interrupted_export_leaves_nothing(form: Form, tmp_path: Path) -> None:
    def breaks() -> Iterator[Chosen]:
        yield from many(3)
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        export(form, breaks(), Target(tmp_path / "out"))
    assert list(tmp_path.iterdir()) == []


ENDLESS = """
import sys
from itertools import count
from pathlib import Path
from reportedly.exports import Target, export
from tests.exports.invented import chosen, strike_record

def articles():
    for number in count():
        yield chosen(strike_record(), f"a{number}")
        if number == 50:
            print("running", flush=True)

export(sys.argv[1], articles(), Target(Path(sys.argv[2])))
"""


@pytest.mark.parametrize("form", ["parquet", "geojson"])
def test_a_killed_export_leaves_no_file_under_its_name(form: Form, tmp_path: Path) -> None:
    command = [sys.executable, "-c", ENDLESS, form, str(tmp_path / "out")]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=Path(__file__).parents[2]) as child:
        assert child.stdout and child.stdout.readline() == b"running\n"
        child.kill()
    assert not any(p.exists() for p in paths_of(form, tmp_path / "out"))
    assert exported(form, tmp_path / "out").articles == 2


@pytest.mark.parametrize("form", FORMS)
def test_an_interrupted_replacement_keeps_the_old_files(form: Form, tmp_path: Path) -> None:
    exported(form, tmp_path / "out")
    before = {p: p.read_bytes() for p in paths_of(form, tmp_path / "out")}

    def breaks() -> Iterator[Chosen]:
        yield from many(3)
        raise ValueError("the ledger went away")

    with pytest.raises(ValueError, match="went away"):
        export(form, breaks(), Target(tmp_path / "out", force=True))
    assert {p: p.read_bytes() for p in paths_of(form, tmp_path / "out")} == before


@pytest.mark.parametrize("form", FORMS)
def test_a_missing_parent(form: Form, tmp_path: Path) -> None:
    with pytest.raises(RunError, match=r"there is no folder .*nowhere"):
        exported(form, tmp_path / "nowhere" / "out")


def test_a_file_where_a_folder_should_be_and_the_other_way_round(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine")
    with pytest.raises(RunError, match="is a file, and csv writes a folder"):
        exported("csv", tmp_path / "file", force=True)
    with pytest.raises(RunError, match="is a folder, and geojson writes one file"):
        exported("geojson", tmp_path, force=True)
    assert (tmp_path / "file").read_text() == "mine"


def test_other_files_of_a_folder_stay(tmp_path: Path) -> None:
    (tmp_path / "notes.txt").write_text("mine")
    exported("csv", tmp_path)
    assert (tmp_path / "notes.txt").read_text() == "mine"


@pytest.mark.skipif(os.geteuid() == 0, reason="root may write anywhere")
def test_a_folder_that_may_not_be_written(tmp_path: Path) -> None:
    closed = tmp_path / "closed"
    closed.mkdir(mode=0o555)
    for form in ("csv", "geojson"):
        with pytest.raises(RunError, match="Permission denied"):
            exported(form, closed / "out")


@pytest.mark.parametrize("form", ["csv", "parquet", "jsonl"])
def test_a_full_disk(form: Form, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("reportedly.exports.output.os.fsync", full)
    with pytest.raises(RunError, match=r"No space left on device.*free space"):
        exported(form, tmp_path / "out")
    assert list(tmp_path.iterdir()) == []


def test_chosen_statements_and_events_only(tmp_path: Path) -> None:
    one = chosen(strike_record(), statements=frozenset({"s2"}), events=frozenset({"e1", "e5"}))
    manifest = exported("csv", tmp_path / "out", [one])
    assert (manifest.statements, manifest.events) == (1, 2)
    assert exported("csv", tmp_path / "all", small()[:1]).events == 5


@pytest.mark.parametrize("form", FORMS)
@given(found=st.lists(records(), max_size=2))
@settings(max_examples=5)
def test_any_record_can_be_exported(form: Form, found: list[Record]) -> None:
    """JSON is JSON, a table has its rows; who reads it further is tested by form."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "out"
        articles = [chosen(r, f"x{i}") for i, r in enumerate(found)]
        manifest = export(form, articles, Target(path, include_unrealised=True))
        assert manifest.articles == len(found)
        if form in ("geojson", "webannotation", "prov"):
            json.loads(path.read_bytes())
        if form == "csv":
            with (path / "statements.csv").open(encoding="utf-8", newline="") as file:
                assert len(list(csv.reader(file))) == manifest.statements + 1


@pytest.mark.parametrize("form", FORMS)
def test_hostile_events_can_be_exported(form: Form, tmp_path: Path) -> None:
    record = hostile_events()
    every = frozenset(e.id for e in record.events)
    manifest = exported(form, tmp_path / "out", [chosen(record, events=every)], include_unrealised=True)
    assert manifest.articles == 1
