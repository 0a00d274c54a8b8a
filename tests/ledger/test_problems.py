from __future__ import annotations

from pathlib import Path

from reportedly.intake.item import refused
from reportedly.ledger.connect import open_ledger
from reportedly.ledger.nouns import ProblemRow
from reportedly.ledger.problems import problems
from reportedly.ledger.write import keep
from reportedly.record import Record
from tests.ledger.articles import RUN, URL, failed, item, record


def test_open_and_solved_problems(tmp_path: Path) -> None:
    broken, it, other = (
        refused("b.html", "b.html is no page; save it again"),
        item(),
        item("Long.", None, name="long.txt"),
    )
    with open_ledger(tmp_path / "l.db") as ledger:
        keep(ledger, broken, Record(article=broken.article, problems=broken.problems, run=RUN))
        keep(ledger, it, failed(it))
        keep(ledger, other, failed(other, "half\ud800"))
        first, second, third = problems(ledger)
        assert first == ProblemRow(
            source="b.html", name="b.html", stage="intake", message="b.html is no page; save it again", met=first.met
        )
        assert second.article == keep(ledger, it, record(it)).article
        assert third.message == r"half\ud800"
        assert [p.name for p in problems(ledger)] == ["b.html", "long.txt"]
        assert [bool(p.solved) for p in problems(ledger, "all")] == [False, True, False]
        assert {p.name for p in problems(ledger, "all")} >= {URL}
