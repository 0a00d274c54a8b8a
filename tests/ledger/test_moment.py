"""What tells whether a ledger has changed."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reportedly.ledger.connect import Ledger, read_ledger
from reportedly.ledger.find import find_article
from reportedly.ledger.forget import forget
from reportedly.ledger.linked.nouns import Sought
from reportedly.ledger.linked.queries import happenings
from reportedly.ledger.linked.rulings import split
from reportedly.ledger.moment import moment_of
from reportedly.linking import link_new
from tests.ledger.linked.matters import RAID, telling
from tests.ledger.shelf import Story, read_again, small, strike, talks


def changed_text(ledger: Ledger) -> None:
    Story("talks", "The talks in Tarrow were called off.", url="https://echo.example/talks").keep(ledger)


def taken_back(ledger: Ledger) -> None:
    """An earlier text is back: nothing is added but a sighting."""
    story = talks()
    story.seen = "2031-01-01T00:00:00Z"
    story.keep(ledger)


def told_and_linked(ledger: Ledger) -> None:
    for outlet in range(2):
        telling(RAID, outlet).keep(ledger)
    link_new(ledger)


CHANGES: dict[str, Callable[[Ledger], object]] = {
    "a new article": lambda ledger: Story("rain", "It rained again on Tarrow.").keep(ledger),
    "a new version": changed_text,
    "a further reading": lambda ledger: read_again(ledger, strike()),
    "links": told_and_linked,
    "an erasure": lambda ledger: forget(ledger, find_article(ledger, "https://echo.example/talks"), "asked for", "Ana"),
}


@pytest.mark.parametrize("change", CHANGES)
def test_a_change_is_another_moment(change: str, tmp_path: Path) -> None:
    with small(tmp_path / "l.db") as ledger:
        before = moment_of(ledger)
        assert moment_of(ledger) == before
        CHANGES[change](ledger)
        assert moment_of(ledger) != before


def test_a_text_that_is_back_is_a_moment_of_its_own(tmp_path: Path) -> None:
    with small(tmp_path / "l.db") as ledger:
        changed_text(ledger)
        before = moment_of(ledger)
        taken_back(ledger)
        assert moment_of(ledger) != before


def test_a_ruling_is_a_change(tmp_path: Path) -> None:
    with small(tmp_path / "l.db") as ledger:
        told_and_linked(ledger)
        before = moment_of(ledger)
        one = next(h for h in happenings(ledger, Sought()) if len(h.happening.mentions) > 1).happening
        mention = one.mentions[0]
        split(ledger, one.id, [f"{mention.article}/{mention.event}"], "Ana")
        assert moment_of(ledger) != before


def test_it_is_the_same_in_every_connection(tmp_path: Path) -> None:
    with small(tmp_path / "l.db") as ledger, read_ledger(tmp_path / "l.db") as other:
        assert moment_of(ledger) == moment_of(other)


def test_two_ledgers_of_one_size_differ(tmp_path: Path) -> None:
    with small(tmp_path / "a.db") as one, small(tmp_path / "b.db") as other:
        Story("rain", "It rained on Tarrow.").keep(one)
        Story("rain", "It rained on Merrow.").keep(other)
        assert moment_of(one) != moment_of(other)
