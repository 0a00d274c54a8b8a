from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from reportedly.ledger.connect import open_ledger
from reportedly.ledger.linked import news
from reportedly.linking import link_new
from tests.ledger.linked.matters import RAID, telling


def test_only_what_lists_show_is_compared(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[Any] = []
    compared = news.compared

    def spy(*asked: Any) -> Any:
        found.append(compared(*asked))
        return found[-1]

    monkeypatch.setattr(news, "compared", spy)
    with open_ledger(tmp_path / "l.db") as ledger:
        for outlet in range(2):
            telling(RAID, outlet).keep(ledger)
            link_new(ledger)
        hidden = "SELECT count(*) FROM linked_happenings WHERE NOT listed"
        assert ledger.db.execute(hidden).get
    [(_, first), (before, after)] = found
    assert [h.type for h in first.happenings] == [h.type for h in before.happenings] == ["ASSAULT"]
    assert [h.type for h in after.happenings] == ["ASSAULT"]
