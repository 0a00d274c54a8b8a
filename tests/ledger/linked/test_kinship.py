from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.errors import LedgerError
from reportedly.ledger.connect import Ledger, open_ledger
from reportedly.ledger.linked.kinship import Kinship, kinship
from reportedly.ledger.linked.nouns import Sought
from reportedly.ledger.linked.queries import happenings
from reportedly.linking import link_new
from tests.ledger.linked.matters import RAID, telling
from tests.ledger.shelf import Story


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "l.db") as opened:
        yield opened


APART = RAID._replace(
    rest=("Lamps failed along the quay.", "A tug drifted until noon.", "The chief of police came from the capital.")
)
"""The same raid, told in other words."""


def reprint() -> Story:
    """The text of the first telling in another outlet, two weeks later."""
    s = telling(RAID)
    fields = {"id": "reprint", "outlet": "Merrow Courier", "url": "https://m.example/raid", "published": "2025-03-24"}
    s.article = s.article.model_copy(update=fields)
    return s


def test_it_has_the_happening_of_each_event_the_copies_and_the_edges(ledger: Ledger) -> None:
    first, other, copy = (s.keep(ledger) for s in (telling(RAID), telling(APART, 1, killed=3), reprint()))
    link_new(ledger)
    [found] = happenings(ledger, Sought(types=("ASSAULT",)))
    kin = kinship(ledger, first)
    assert (kin.article, kin.story, kin.waits) == (first, found.story, False)
    told = kin.by_event["e1"]
    assert (told.happening, told.type, told.articles) == (found.happening.id, "ASSAULT", 3)
    assert told.status == found.happening.status
    assert (kin.copies, kin.original) == ((copy,), first)
    assert kinship(ledger, copy).copies == (first,)
    assert kinship(ledger, copy).original == first
    assert not kinship(ledger, other).copies
    assert all(first in (j.link.start.id, j.link.end.id) for j in kin.links)
    assert [j.link.kind for j in kin.links if copy in (j.link.start.id, j.link.end.id)] == ["copy_of"]
    assert {c.article: c.copy_of for c in kin.others}[copy] == first
    assert Kinship.model_validate(kin.to_json()) == kin


def test_an_article_that_was_not_linked_has_none_and_one_that_changed_waits(ledger: Ledger) -> None:
    id = telling(RAID).keep(ledger)
    assert kinship(ledger, id) == Kinship(article=id, waits=True)
    link_new(ledger)
    assert not kinship(ledger, id).waits
    telling(RAID, note="Later, more was told.").keep(ledger)
    assert kinship(ledger, id).waits
    with pytest.raises(LedgerError, match='no article "nowhere"'):
        kinship(ledger, "nowhere")
