"""The benchmark of linking, on a few invented articles."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from evals import bench_links
from evals.bench_links import READ, Filled, fill, grown, shared_out, sizes, story_items, template_items
from evals.results import NotMeasured
from evals.story_rows import stories


def test_a_small_ledger_is_filled_and_measured() -> None:
    filled = fill(30, later=3)
    assert (filled.articles, len(filled.later)) == (30, 3)
    assert min(filled.each, *filled.later, filled.peak, filled.size) > 0


def test_those_that_come_later_are_spread_over_all() -> None:
    told = list(shared_out(stories(40), 40, 4))
    assert [n for n, (is_later, _) in enumerate(told) if is_later] == [5, 15, 25, 35]


def test_what_is_read_and_linked_are_whole_stories() -> None:
    """And one article that only loads the models."""
    templates, stories = ([item.article for item in items] for items in (template_items(), story_items()))
    assert len(templates) == READ + 1
    assert len({a.id for a in stories}) == 463 + 82
    assert all(a.text for a in stories)


def test_growth_is_that_of_the_largest_over_the_smallest() -> None:
    small = Filled(1_000, 10.0, (1.0,), 1e8, 10**7)
    large = Filled(10_000, 25.0, (*[100.0] * 90, *[300.0] * 10), 2e8, 10**8)
    growth, median, slow = grown([small, large])
    assert (growth.value, growth.holds) == (2.5, False)
    assert (median.value, median.holds) == (100.0, True)
    assert (slow.value, slow.holds) == (300.0, False)


def test_sizes_are_asked_for_by_a_variable(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(bench_links.SIZES_VARIABLE, raising=False)
    assert sizes() == bench_links.DEFAULT_SIZES
    monkeypatch.setenv(bench_links.SIZES_VARIABLE, "500,100")
    assert sizes() == (100, 500)
    monkeypatch.setenv(bench_links.SIZES_VARIABLE, "many")
    with pytest.raises(NotMeasured, match="many"):
        sizes()


def test_real_articles_are_read_where_they_are(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr(bench_links, "CORPORA", tmp_path)
    assert bench_links.news() == []
    path = tmp_path / "incidents" / "dev.articles.jsonl"
    path.parent.mkdir()
    path.write_text("".join(json.dumps({"id": str(n), "text": "A ferry sank."}) + "\n" for n in range(READ + 9)))
    assert bench_links.news() == [("stories of the press", path)]
    assert len(list(bench_links.news_items(path))) == READ + 1
