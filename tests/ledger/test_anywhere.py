"""One search over everything that a ledger holds."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reportedly.errors import RunError
from reportedly.ledger.anywhere import WHERE, Hit, Where, anywhere
from reportedly.ledger.connect import Ledger, open_ledger
from reportedly.ledger.paging import START, Part, every
from reportedly.linking import link_new
from tests.ledger.linked.matters import MATTERS, telling


@pytest.fixture(scope="module")
def ledger(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Ledger]:
    """Each matter told by three outlets."""
    with open_ledger(tmp_path_factory.mktemp("anywhere") / "l.db") as opened:
        for outlet in range(3):
            for matter in MATTERS:
                telling(matter, outlet).keep(opened)
        link_new(opened)
        yield opened


def kinds(hits: Iterator[Hit] | tuple[Hit, ...]) -> list[str]:
    return [hit.kind for hit in hits]


def test_every_list_is_looked_through_in_order(ledger: Ledger) -> None:
    found = kinds(anywhere(ledger, "Quillow").items)
    assert found == sorted(found, key=["happening", "statement", "event", "article"].index)
    assert set(found) == {"happening", "statement", "event", "article"}
    assert found.count("article") == 3


def test_only_what_is_asked_for_is_looked_through(ledger: Ledger) -> None:
    assert set(kinds(anywhere(ledger, "Quillow", ("articles", "statements")).items)) == {"statement", "article"}
    assert anywhere(ledger, "Quillow", ()).items == ()


@pytest.mark.parametrize("size", [1, 2, 3, 5, 7])
def test_pages_are_the_whole_in_pieces(ledger: Ledger, size: int) -> None:
    whole = anywhere(ledger, "Quillow", WHERE, Part(500))
    assert whole.next is None
    pieces: list[Hit] = []
    after = None
    while True:
        page = anywhere(ledger, "Quillow", WHERE, Part(size, after))
        assert len(page) <= size
        pieces += page.items
        after = page.next
        if after is None:
            break
    assert tuple(pieces) == whole.items


def test_everything_can_be_walked(ledger: Ledger) -> None:
    assert kinds(every(lambda part: anywhere(ledger, "Quillow", WHERE, part)))


@pytest.mark.parametrize("cursor", ["x", "statements", "articles:x", "happenings:2025-01-01", "changes:1", ":", "é:"])
def test_what_is_no_cursor_is_refused(ledger: Ledger, cursor: str) -> None:
    wanted: tuple[Where, ...] = ("happenings", "articles")
    with pytest.raises(RunError, match="no cursor"):
        anywhere(ledger, "Quillow", wanted, Part(3, cursor))


def test_a_search_without_a_word_is_refused(ledger: Ledger) -> None:
    with pytest.raises(RunError, match="no word to look for"):
        anywhere(ledger, "-", WHERE, START)
