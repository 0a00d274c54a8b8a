"""The invented ledger that queries are timed on."""

from __future__ import annotations

from pathlib import Path

from evals.ledger_rows import FILTERS, SENTENCES, SOURCES, synthesise, times
from reportedly.ledger.connect import open_ledger
from reportedly.ledger.stats import stats
from reportedly.ledger.verify import verify


def test_it_is_a_sound_ledger_on_which_every_query_runs(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "l.db") as ledger:
        articles = synthesise(ledger, 10 * SENTENCES)
        counted = stats(ledger)
        assert (articles, counted.articles, counted.statements) == (10, 10, 10 * SENTENCES)
        assert not list(verify(ledger))
        rows = {(name, label): found for name, label, _, found in times(ledger, rounds=1)}
    lists = [label for name, label in rows if not label.startswith(("one,", "an outlet"))]
    assert len(lists) == sum(map(len, FILTERS.values())) + len(SOURCES)
    assert rows["sources", "nothing"] == 50
    assert rows["sources", "one, what it said"] > 20
    assert rows["said", "nothing"] == rows["events", "nothing"] == 50
    assert rows["said", "kind, none"] == rows["events", "status, none"] == 0
