"""The whole of a happening, from a ledger."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.errors import NotInLedger
from reportedly.ledger.connect import Ledger, open_ledger
from reportedly.ledger.linked.nouns import Sought
from reportedly.ledger.linked.queries import happenings
from reportedly.linking import link_new
from reportedly.web.views.happening import HappeningView, happening_view, head_of, meaning_of
from reportedly.web.views.why_happening import history_view, ranked, why_view
from tests.cli.dossiers import dossier, raid
from tests.ledger.linked.matters import RAID, telling


def found(ledger: Ledger) -> str:
    [raided] = [
        f.happening for f in happenings(ledger, Sought(words="Quillow")) if f.happening.name == "raided, Quillow"
    ]
    return raided.id


def test_all_of_it(ledger: Ledger) -> None:
    id = found(ledger)
    view = happening_view(ledger, id)
    assert (view.head.title, view.head.kind, view.head.status) == ("raided, Quillow", "ASSAULT", "occurred")
    assert view.head.figures.startswith("3 articles · 2 copies · independent origins ")
    assert (view.head.days, view.head.precision) == ("4 March 2025", "to the day")
    assert {r.field for r in view.grid.rows} >= {"status", "time", "place", "actor", "recipient", "type"}
    assert set(view.texts) == set(view.dossier.happening.articles)
    assert view.state.sha256 in view.citation
    assert id in view.citation
    assert view.places[0].where.lat == 1.0
    assert HappeningView.model_validate(view.to_json()) == view


def test_its_sentences_are_at_hand(ledger: Ledger) -> None:
    view = happening_view(ledger, found(ledger))
    worded = view.worded(view.dossier.happening.articles)
    assert worded is not None
    assert worded.sentence.startswith("Gunmen raided the customs depot in Quillow")
    assert view.worded([]) is None
    by_hand = HappeningView.model_construct(dossier=dossier())
    assert by_hand.sentences
    assert all(by_hand.first_told([e]) == e for e in by_hand.sentences)
    assert by_hand.first_told([]) is None


def test_articles_are_told_without_copies() -> None:
    view = HappeningView.model_construct(dossier=dossier())
    told = view.told(("a1", "a2", "a9"))
    assert ([c.article for c in told.own], told.copies) == (["a1"], 1)
    assert [c.article for c in view.told(("a2",)).own] == ["a2"], "all of them where nothing else is left"


def test_there_is_none(ledger: Ledger) -> None:
    with pytest.raises(NotInLedger, match='holds no happening "hffff"'):
        happening_view(ledger, "hffff")


def test_a_headline_counts_copies_and_says_what_a_status_means() -> None:
    head = head_of(dossier(raid(status="disputed")))
    assert head.figures == "4 articles · 1 copy · independent origins 1–2"
    assert not head.happened
    assert head.meaning == "Disputed: one side says that it happened, another denies it; unsettled."
    assert meaning_of("occurred") is None
    assert meaning_of("planned") == "Not said to have happened: it is planned, as far as is told."


def test_why_its_mentions_are_one(ledger: Ledger) -> None:
    view = why_view(ledger, found(ledger))
    assert view.title == "raided, Quillow"
    links = [j.link for m in view.why.mentions for j in m.joined]
    assert links
    sums = [abs(r.value * r.weight) for r in ranked(links[0].reasons)]
    assert sums == sorted(sums, reverse=True)
    assert set(view.outlets.values()) == {"The Harbor Post", "Tarrow Echo", "Sky Tirana"}


def test_how_it_came_to_be_so(tmp_path: Path) -> None:
    with open_ledger(tmp_path / "l.db") as ledger:
        for outlet in (0, 1):
            telling(RAID, outlet, killed=3).keep(ledger)
            link_new(ledger)
        view = history_view(ledger, found(ledger))
    assert [s.articles for s in view.states.states] == [1, 2]
    assert [c.change.kind for c in view.changes][-1] == "new_happening"
    head, first, last = view.table()
    assert (head[0], first[4], last[4]) == ("at", 1, 2)
    assert str(last[-1]) in view.citation
