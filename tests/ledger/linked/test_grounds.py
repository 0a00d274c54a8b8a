"""A happening that rests on what it did keeps its state, and comes out as if its story were told at once."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

from evals.story_rows import stories
from reportedly.connect.brief import brief_of
from reportedly.connect.grounds import SMALL
from reportedly.connect.nouns import Happening
from reportedly.connect.stories import stories_of
from reportedly.intake.item import Item
from reportedly.ledger.connect import Ledger, open_ledger
from reportedly.ledger.linked import queries
from reportedly.ledger.linked.nouns import Sought
from reportedly.ledger.verify import verify
from reportedly.ledger.write import keep
from reportedly.linking import link_again, link_new
from reportedly.record import Record


@pytest.fixture(scope="module")
def coming() -> list[Record]:
    """The articles of one story, more than a small one has."""
    records = {r.article.id: r for r in stories(100)}
    largest = max(stories_of(list(map(brief_of, records.values()))), key=len)
    return [records[b.id] for b in largest[: SMALL + 6]]


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "l.db") as opened:
        yield opened
        assert not list(verify(opened))


def add(ledger: Ledger, records: Sequence[Record]) -> None:
    for r in records:
        keep(ledger, Item(r.article), r)


def count(ledger: Ledger, sql: str) -> int:
    return int(ledger.db.execute(sql).get)


def found(ledger: Ledger) -> list[Happening]:
    """What is found in the only story, but for how alike mentions are."""
    [kept] = queries.stories(ledger, Sought(all_events=True))
    every = queries.story(ledger, kept.story.id).story.happenings
    unscored = {"score": None, "reasons": (), "evidence": ()}
    return [
        h.model_copy(update={"links": tuple(x.model_copy(update=unscored | {"end": x.start}) for x in h.links)})
        for h in every
    ]


def grow(ledger: Ledger, records: Sequence[Record]) -> None:
    for r in records:
        add(ledger, [r])
        link_new(ledger)


def test_a_story_that_grows_in_a_ledger_comes_out_as_if_told_at_once(
    ledger: Ledger, coming: list[Record], tmp_path: Path
) -> None:
    grow(ledger, coming)
    with open_ledger(tmp_path / "other.db") as other:
        add(other, coming)
        link_new(other)
        at_once = found(other)
    grown = found(ledger)
    assert len(grown) > 20
    assert grown == at_once


def test_only_happenings_that_an_article_touches_get_a_further_state(ledger: Ledger, coming: list[Record]) -> None:
    grow(ledger, coming[:-1])
    states = count(ledger, "SELECT count(*) FROM states")
    there = count(ledger, "SELECT count(*) FROM linked_happenings")
    grow(ledger, coming[-1:])
    last = "(SELECT max(article_key) FROM articles)"
    told = count(ledger, f"SELECT count(DISTINCT happening_key) FROM linked_mentions WHERE article_key = {last}")
    further = count(ledger, "SELECT count(*) FROM states") - states
    assert 0 < further <= told + 1 < there / 2  # and the story's own


def test_what_is_linked_again_rests_on_nothing(ledger: Ledger, coming: list[Record]) -> None:
    grow(ledger, coming)
    grown = found(ledger)
    ledger.db.execute("UPDATE linked_happenings SET name = 'somebody else''s words'")
    link_again(ledger)
    assert found(ledger) == grown
    assert count(ledger, "SELECT count(*) FROM linked_happenings WHERE name = 'somebody else''s words'") == 0
