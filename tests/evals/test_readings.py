"""Scorers are run as they are, and their last line is what counts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals.measures import CORPORA, MEASURES, Corpus, half_of
from evals.readings import NotMeasured, keep_half, missing, score, scores_in, values_of


def test_the_last_line_is_the_numbers_and_the_rest_is_the_table() -> None:
    table, scores = scores_in('measure  F1\nsource  80.1\n{"articles": 2, "exact_source": {"f1": 80.1}}\n', "x.py")
    assert table == "measure  F1\nsource  80.1"
    assert scores["exact_source"]["f1"] == 80.1


@pytest.mark.parametrize("printed", ["", "\n", "only a table\n", '{"a": 1}\nand a word\n', "[1, 2]\n"])
def test_output_without_numbers_is_refused(printed: str) -> None:
    with pytest.raises(NotMeasured, match=r"x\.py printed no line of JSON"):
        scores_in(printed, "x.py")


def test_a_scorer_runs_in_a_process_of_its_own(tmp_path: Path) -> None:
    scorer = tmp_path / "count.py"
    scorer.write_text("import sys\nprint('table')\nprint('{\"files\": %d}' % len(sys.argv[1:]))\n")
    assert score(scorer, tmp_path / "gold", tmp_path / "pred") == ("table", {"files": 2})


def test_a_scorer_that_fails_is_quoted(tmp_path: Path) -> None:
    scorer = tmp_path / "fail.py"
    scorer.write_text("import sys\nsys.exit('error: article 7 occurs twice')\n")
    with pytest.raises(NotMeasured, match="article 7 occurs twice"):
        score(scorer, tmp_path / "gold", tmp_path / "pred")


def test_a_scorer_that_lacks_a_measure_is_named() -> None:
    with pytest.raises(NotMeasured, match="exact_source"):
        values_of({"polnear dev": {"articles": 2}})


def test_every_measure_belongs_to_a_set_and_aims_higher_than_its_bar() -> None:
    assert {m.set for m in MEASURES} == {c.name for c in CORPORA}
    assert len({m.full_name for m in MEASURES}) == len(MEASURES)
    assert all(m.aim > m.bar for m in MEASURES)


def test_halves_part_the_articles(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    ids = [f"article-{i}" for i in range(20)]
    gold.write_text("".join(json.dumps({"article": {"id": i}}) + "\n" for i in ids))
    kept = []
    for half in (0, 1):
        corpus = Corpus(f"half {half}", "x", "a", "g", "s.py", half=half)
        lines = keep_half(corpus, gold, tmp_path / f"{half}.jsonl").read_text().splitlines()
        kept.append([json.loads(line)["article"]["id"] for line in lines])
        assert all(half_of(i) == half for i in kept[-1])
    assert sorted(kept[0] + kept[1]) == sorted(ids)
    assert all(kept)


def test_missing_files_are_listed_once(tmp_path: Path) -> None:
    absent = missing(tmp_path, tmp_path / "scoring", CORPORA)
    assert len(absent) == len(set(absent))
    assert tmp_path / "polnear" / "dev.gold.jsonl" in absent
    assert tmp_path / "scoring" / "source_kinds.py" in absent
