"""Records go out and come back as they were."""

from __future__ import annotations

import json
import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from reportedly.cli.records import read_records
from reportedly.record import Record
from tests.exports.invented import chosen, exported, small, strike_record
from tests.record.examples import records
from tests.web.invented_events import hostile_events


def test_records_are_read_again_as_they_were(tmp_path: Path) -> None:
    exported("jsonl", tmp_path / "out.jsonl")
    assert list(read_records(str(tmp_path / "out.jsonl"))) == [c.found.record for c in small()]


def test_a_line_tells_its_place_in_the_ledger(tmp_path: Path) -> None:
    manifest = exported("jsonl", tmp_path / "out.jsonl", [chosen(strike_record(), statements=frozenset({"s2"}))])
    line = json.loads((tmp_path / "out.jsonl").read_text(encoding="utf-8"))
    assert (line["kept"]["id"], line["kept"]["run"]) == ("a1", 1)
    assert line["chosen"] == {"statements": ["s2"], "events": ["e1", "e2", "e3", "e4", "e6"]}
    assert len(line["statements"]) == 3
    assert (manifest.statements, manifest.events) == (1, 5)


def test_numbers_that_json_has_no_form_for_are_null(tmp_path: Path) -> None:
    exported("jsonl", tmp_path / "out.jsonl", [chosen(hostile_events())])
    text = (tmp_path / "out.jsonl").read_text(encoding="utf-8")
    assert json.loads(text, parse_constant=lambda word: 1 / 0)["events"][0]["counts"][0]["low"] is None


@given(st.lists(records(), max_size=3))
def test_any_record_comes_back(found: list[Record]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "out"
        exported("jsonl", path, [chosen(r, f"x{i}") for i, r in enumerate(found)])
        lines = path.read_bytes().split(b"\n")[:-1]
        assert [Record.model_validate_json(line) for line in lines] == found
