"""Scorers are run as they are, and their last line is what counts."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals.measures import CORPORA, MEASURES, OWN, Corpus, half_of, hash_of
from evals.readings import (
    NotMeasured,
    articles_of,
    gold_of,
    missing,
    predict,
    predict_links,
    predict_types,
    score,
    scores_in,
    values_of,
)
from reportedly.reading import Reader
from tests.evals.fake import FakeReader, event


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
    assert score(scorer, tmp_path / "gold", tmp_path / "pred", "--type-only") == ("table", {"files": 3})


def test_a_scorer_that_fails_is_quoted(tmp_path: Path) -> None:
    scorer = tmp_path / "fail.py"
    scorer.write_text("import sys\nsys.exit('error: article 7 occurs twice')\n")
    with pytest.raises(NotMeasured, match="article 7 occurs twice"):
        score(scorer, tmp_path / "gold", tmp_path / "pred")


def test_a_scorer_that_lacks_a_measure_is_named() -> None:
    with pytest.raises(NotMeasured, match="exact_source"):
        values_of({"polnear dev": {"articles": 2}})


def test_every_measure_belongs_to_a_set_and_aims_beyond_its_bar() -> None:
    assert {m.set for m in MEASURES} == {*(c.name for c in CORPORA), *OWN}
    assert len({m.full_name for m in MEASURES}) == len(MEASURES)
    assert all((m.bar is None) == (m.aim is None) for m in MEASURES)
    assert all(m.scale.worse(m.bar, m.aim) for m in MEASURES if m.bar is not None and m.aim is not None)


def test_sets_of_our_own_lie_here_and_fit_their_gold() -> None:
    for corpus in (c for c in CORPORA if c.ours):
        folder = corpus.within(Path("nowhere"))
        ids = [json.loads(row)["id"] for row in (folder / corpus.articles).read_text(encoding="utf-8").splitlines()]
        stories = [json.loads(row) for row in (folder / corpus.gold).read_text(encoding="utf-8").splitlines()]
        assert sorted(i for s in stories for i in s["articles"]) == sorted(set(ids)) == sorted(ids)


def test_sets_have_files_of_their_own() -> None:
    assert len({c.file_name for c in CORPORA}) == len(CORPORA)


def test_halves_part_the_articles(tmp_path: Path) -> None:
    gold = tmp_path / "gold.jsonl"
    ids = [f"article-{i}" for i in range(20)]
    gold.write_text("".join(json.dumps({"article": {"id": i}}) + "\n" for i in ids))
    kept = []
    for half in (0, 1):
        corpus = Corpus(f"half {half}", "x", "a", "g", "s.py", half=half)
        lines = gold_of(corpus, gold, tmp_path, tmp_path / f"{half}.jsonl").read_text().splitlines()
        kept.append([json.loads(line)["article"]["id"] for line in lines])
        assert all(half_of(i) == half for i in kept[-1])
    assert sorted(kept[0] + kept[1]) == sorted(ids)
    assert all(kept)


@pytest.mark.parametrize("field", ["id", "text"])
def test_the_dev_part_is_a_fifth_by_the_hash_of_a_field(tmp_path: Path, field: str) -> None:
    rows = [{"id": f"row-{i}", "text": f"Sentence {i}.", "text_truecased": f"SENTENCE {i}."} for i in range(60)]
    source, gold = tmp_path / "articles.jsonl", tmp_path / "gold.jsonl"
    source.write_text("".join(json.dumps(r) + "\n" for r in rows))
    gold.write_text("".join(json.dumps({"id": r["id"], "type": "AID"}) + "\n" for r in rows))
    corpus = Corpus("x dev", "x", source.name, gold.name, "s.py", dev=field, text="text_truecased")
    articles = articles_of(corpus, source, tmp_path / "dev.articles.jsonl")
    kept = [json.loads(line) for line in articles.read_text().splitlines()]
    assert [r["id"] for r in kept] == [r["id"] for r in rows if hash_of(r[field]) % 5 == 0]
    assert 5 <= len(kept) <= 20
    assert all(r["text"].startswith("SENTENCE") for r in kept)
    lines = gold_of(corpus, gold, articles, tmp_path / "dev.gold.jsonl").read_text().splitlines()
    assert [json.loads(line)["id"] for line in lines] == [r["id"] for r in kept]


def test_a_corpus_with_a_dev_part_is_taken_as_it_is(tmp_path: Path) -> None:
    corpus = Corpus("x dev", "x", "dev.jsonl", "dev.jsonl", "s.py")
    given = tmp_path / "dev.jsonl"
    assert articles_of(corpus, given, tmp_path / "out") == given
    assert gold_of(corpus, given, given, tmp_path / "out") == given


@pytest.mark.parametrize(("untyped", "types"), [(True, ["AID", None]), (False, ["AID"])])
def test_events_without_a_type_are_kept_only_where_they_are_wanted(
    tmp_path: Path, untyped: bool, types: list[str | None]
) -> None:
    articles, out = tmp_path / "a.jsonl", tmp_path / "out.jsonl"
    articles.write_text(json.dumps({"id": "one", "text": "Aid came."}))
    reader: Reader = FakeReader({"Aid came.": (event((0, 3), "AID"), event((4, 8), None))})
    assert predict(reader, articles, out, untyped=untyped) == (1, 0)
    assert [e["type"] for e in json.loads(out.read_text())["events"]] == types


@pytest.mark.parametrize(("untyped", "types"), [(True, {"AID", None}), (False, {"AID"})])
def test_the_articles_of_a_set_are_linked_together(tmp_path: Path, untyped: bool, types: set[str | None]) -> None:
    articles, out = tmp_path / "a.jsonl", tmp_path / "out.json"
    articles.write_text("".join(json.dumps({"id": i, "text": t}) + "\n" for i, t in enumerate(("Aid came.", "Lost."))))
    reader: Reader = FakeReader({"Aid came.": (event((0, 3), "AID"), event((4, 8), None))})
    assert predict_links(reader, articles, out, untyped=untyped) == (2, 1)
    linked = json.loads(out.read_text())
    assert sorted(a for story in linked["stories"] for a in story) == ["0", "1"]
    assert {h["type"] for h in linked["happenings"]} == types


def test_a_scorer_of_links_is_given_what_the_names_of_its_files_begin_with(tmp_path: Path) -> None:
    folder = tmp_path / "x"
    for linked, given in (("dev", folder / "dev"), ("", folder)):
        corpus = Corpus("x", "x", "dev.articles.jsonl", "dev.gold.jsonl", "s.py", linked=linked)
        assert gold_of(corpus, folder / "dev.gold.jsonl", folder / "dev.articles.jsonl", tmp_path / "out") == given


def test_a_type_is_predicted_for_each_row_of_the_gold(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    script, gold, out = tmp_path / "types.py", tmp_path / "gold.jsonl", tmp_path / "out.jsonl"
    script.write_text("import sys\nfor line in open(sys.argv[2]): print(line.strip())\n")
    gold.write_text('{"id": "a"}\n{"id": "b"}\n')
    monkeypatch.setattr("evals.readings.TYPE_PAIRS", script)
    assert predict_types(tmp_path / "articles", gold, out) == (2, 0)
    assert out.read_text() == gold.read_text()


def test_missing_files_are_listed_once(tmp_path: Path) -> None:
    absent = missing(tmp_path, tmp_path / "scoring", CORPORA)
    assert len(absent) == len(set(absent))
    assert tmp_path / "polnear" / "dev.gold.jsonl" in absent
    assert tmp_path / "scoring" / "source_kinds.py" in absent
