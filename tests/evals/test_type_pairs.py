"""The type between two given actors, by the shipped weights."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals.type_pairs import main
from tests.handmade import span

TEXT = "Norland accused Kestria of shelling a village."


@pytest.mark.parametrize("listed", [False, True])
def test_one_type_a_row_in_order(listed: bool, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    articles, gold = tmp_path / "articles.jsonl", tmp_path / "gold.jsonl"
    articles.write_text("".join(json.dumps({"id": i, "text": TEXT}) + "\n" for i in "abc"), encoding="utf-8")
    source, target = span(TEXT, "Norland"), span(TEXT, "Kestria")
    row = {"sources": [source], "targets": [target]} if listed else {"source": source, "target": target}
    rows = [
        {"id": "a", **row},
        {"id": "b", "source": None, "target": None},
        {"id": "c", "source": [45, 46], "target": None},
    ]
    gold.write_text("".join(json.dumps(r) + "\n" for r in rows), encoding="utf-8")
    main(articles, gold)
    out = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert [r["id"] for r in out] == ["a", "b", "c"]
    assert out[0]["type"] == "ACCUSE"
