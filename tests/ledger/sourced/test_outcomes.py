"""What became of what a source told."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.errors import NotInLedger
from reportedly.ledger.connect import Ledger
from reportedly.ledger.paging import Part
from reportedly.ledger.sourced.nouns import Whom
from reportedly.ledger.sourced.outcomes import became
from reportedly.ledger.sources import sources
from reportedly.linking import link_new
from tests.ledger.linked.matters import RAID, STRIKE, telling
from tests.ledger.sourced.telling import mayor, opened


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    """Two matters, each told by three outlets and linked; each has a mayor who says what did not happen."""
    stories = [telling(matter, outlet) for matter in (RAID, STRIKE) for outlet in range(3)]
    with opened(tmp_path / "l.db", *stories, mayor(1, "The Harbor Post", role="mayor of Quillow")) as made:
        link_new(made)
        yield made


def id_of(ledger: Ledger, name: str) -> str:
    [found] = sources(ledger, Whom(words=name))
    return found.id


def test_each_happening_with_how_the_source_told_it(ledger: Ledger) -> None:
    [only] = became(ledger, id_of(ledger, "Ana Resk")).page
    assert only.found.happening.status == "denied"
    assert [t.status for t in only.told] == ["denied"] * 3
    assert {t.event.split("/")[0] for t in only.told} == set(only.found.happening.articles)
    assert all(t.statement.endswith("/s1") for t in only.told)


def test_standings_are_counted_and_nothing_else(ledger: Ledger) -> None:
    found = became(ledger, id_of(ledger, "Ivo Taan"))
    assert [(s.status, s.happenings) for s in found.standings] == [("denied", len(found.page))]


def test_page_by_page(ledger: Ledger) -> None:
    id = id_of(ledger, "Ana Resk")
    assert became(ledger, id, Part(1)).page.next is None
    assert not became(ledger, id, Part(1, "2000-01-01.1")).page.items


def test_an_outlet_tells_nothing_itself(ledger: Ledger) -> None:
    found = became(ledger, id_of(ledger, "Sky Tirana"))
    assert (found.page.items, found.standings) == ((), ())


def test_no_such_source(ledger: Ledger) -> None:
    with pytest.raises(NotInLedger, match="has no source"):
        became(ledger, "p123456")
