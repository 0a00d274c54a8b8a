"""Who counts as an origin: predictions and the marked statements to figures."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from evals.voices import main

GOLD = {"story": "S1", "happenings": [{"id": "h1", "mentions": [{"article": "a", "trigger": [5, 9]}]}]}
VOICES: dict[str, Any] = {
    "story": "S1",
    "happening": "h1",
    "origins": [{"key": k, "who": k, "may_rest_on": None} for k in ("police", "mayor", "nurse")],
    "voices": [
        {"article": "a", "spans": [[10, 20]], "origin": "police", "tells": True},
        {"article": "b", "spans": [[10, 20]], "origin": "police", "tells": True},
        {"article": "a", "spans": [[30, 40]], "origin": "mayor", "tells": True},
        {"article": "a", "spans": [[50, 60]], "origin": "nurse", "tells": False},
    ],
}


def found(*origins: list[tuple[str, int, int]], kind: str = "organisation") -> dict[str, Any]:
    """A prediction of one happening with origins, each by its words."""
    told = [{"kind": kind, "evidence": [{"article": a, "span": [x, y]} for a, x, y in o]} for o in origins]
    return {"happenings": [{"mentions": [{"article": "a", "trigger": [5, 9]}], "origins": {"origins": told}}]}


@pytest.mark.parametrize(
    ("predicted", "expected"),
    [
        (found([("a", 12, 14)], [("a", 30, 35)]), (100.0, 100.0, 100.0)),
        (found([("a", 12, 14)], [("b", 12, 14)]), (100.0, 50.0, 0.0)),  # one origin told as two
        (found([("a", 12, 14), ("a", 30, 35)]), (100.0, 100.0, 0.0)),  # two told as one
        (
            found([("a", 12, 14)], [("a", 50, 60)]),
            (100.0, 50.0, 100.0),
        ),  # she only comments
        (found([("a", 70, 80)]), (0.0, 0.0, 0.0)),
        (found([("a", 12, 14)], kind="outlet"), (0.0, 0.0, 0.0)),
        ({"happenings": []}, (0.0, 0.0, 0.0)),
    ],
)
def test_origins_are_found_by_their_words(
    predicted: dict[str, Any], expected: tuple[float, float, float], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "gold.jsonl").write_text(json.dumps(GOLD))
    (tmp_path / "voices.jsonl").write_text(json.dumps(VOICES))
    (tmp_path / "link.json").write_text(json.dumps(predicted))
    main(tmp_path, tmp_path / "link.json")
    scores = json.loads(capsys.readouterr().out.splitlines()[-1])
    assert (scores["origins"]["p"], scores["origins"]["r"], scores["one"]["of_found"]) == expected


def test_every_marked_statement_stands_in_its_article() -> None:
    folder = Path(__file__).parents[2] / "evals" / "stories" / "read"
    rows = [json.loads(line) for line in (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines()]
    texts = {row["id"]: row["text"] for row in rows}
    for row in map(json.loads, (folder / "voices.jsonl").read_text(encoding="utf-8").splitlines()):
        known = {o["key"] for o in row["origins"]}
        assert all(v["origin"] in known and v["article"] in texts for v in row["voices"])
        assert all(0 <= a < b <= len(texts[v["article"]]) for v in row["voices"] for a, b in v["spans"])
