"""Happenings counted by their values."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from reportedly.ledger.connect import Ledger, read_ledger
from reportedly.ledger.linked.facets import happening_facets
from reportedly.ledger.linked.nouns import Sought
from reportedly.ledger.linked.queries import happenings
from reportedly.ledger.nouns import Box
from reportedly.ledger.paging import Part
from tests.web.desks import fill


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    path: Path = fill(tmp_path_factory.mktemp("facets") / "l.db")
    with read_ledger(path) as opened:
        yield opened


def values(ledger: Ledger, name: str, **asked: Any) -> dict[str, int]:
    found = happening_facets(ledger, Sought(**asked))
    return {v.value: v.number for f in found.facets if f.name == name for v in f.values}


ASKED: list[dict[str, Any]] = [
    {}, {"all_events": True}, {"types": ("ASSAULT",)}, {"statuses": ("occurred",)}, {"words": "smugglers"},
    {"kinds": ("anonymous",)}, {"by": "resk"}, {"acts": ("deny",)}, {"outlet": "tarrow echo"},
    {"box": Box(-70, 5, -60, 15)}, {"place": "quillow"}, {"since": "2025-04"},
]  # fmt: skip


@pytest.mark.parametrize("asked", ASKED, ids=str)
def test_as_many_as_are_listed(ledger: Ledger, asked: dict[str, Any]) -> None:
    wanted = Sought(**asked)
    assert happening_facets(ledger, wanted).number == len(happenings(ledger, wanted, Part(1000)))


def test_who_tells_of_it(ledger: Ledger) -> None:
    def names(**asked: Any) -> set[str | None]:
        return {f.happening.name for f in happenings(ledger, Sought(**asked))}

    assert names(kinds=("anonymous",)) == {"strike, São Tarmer"}
    assert names(kinds=("anonymous",), acts=("deny",)) == set()


def test_each_counts_once_for_an_outlet(ledger: Ledger) -> None:
    found = values(ledger, "outlet", types=("ASSAULT",))
    for outlet, count in found.items():
        assert happening_facets(ledger, Sought(types=("ASSAULT",), outlet=outlet)).number == count
    assert found["Tarrow Echo"] == 1


def test_beside_a_value_stands_what_it_would_leave(ledger: Ledger) -> None:
    assert values(ledger, "type", types=("PROTEST",)) == values(ledger, "type")
    assert set(values(ledger, "place", types=("PROTEST",))) == {"Port Vell"}
