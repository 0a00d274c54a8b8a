from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.errors import NotInLedger
from reportedly.intake.item import Item, Origin
from reportedly.ledger.connect import Ledger, open_ledger
from reportedly.ledger.write import keep
from reportedly.linking import link_new
from reportedly.record import Record
from reportedly.web.views.article import ArticleView, AskedArticle, article_view
from tests.ledger.linked.matters import RAID, telling
from tests.ledger.shelf import SECOND, read_again, strike
from tests.web.invented_events import hostile_events, raid
from tests.web.invented_records import harbour


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with open_ledger(tmp_path / "l.db") as opened:
        yield opened


def kept(ledger: Ledger, record: Record) -> str:
    """Keep a record made by hand; the article's id."""
    name = record.article.url or record.article.id
    outcome = keep(ledger, Item(record.article, (), Origin(name, name)), record)
    assert outcome.article
    return outcome.article


def rows(view: ArticleView) -> list[dict[str, object]]:
    """The table as dictionaries."""
    heading, *found = view.table()
    return [dict(zip(map(str, heading), row, strict=True)) for row in found]


def test_it_has_the_record_the_readings_and_the_place_among_others(ledger: Ledger) -> None:
    id = telling(RAID).keep(ledger)
    telling(RAID, 1).keep(ledger)
    link_new(ledger)
    view = article_view(ledger, AskedArticle(id))
    assert (view.kept.id, view.current, view.versions) == (id, True, (1,))
    assert view.record == telling(RAID).record()
    assert view.kinship and view.kinship.by_event["e1"].articles == 2
    assert ArticleView.model_validate(view.to_json()) == view


def test_an_earlier_version_or_run_says_that_it_is_none_of_what_was_linked(ledger: Ledger) -> None:
    id = telling(RAID).keep(ledger)
    telling(RAID, note="Later, more was told.").keep(ledger)
    read_again(ledger, telling(RAID, note="Later, more was told."), SECOND)
    view = article_view(ledger, AskedArticle(id))
    assert [(r.kept.version, r.kept.run) for r in view.readings] == [(1, 1), (2, 1), (2, 2)]
    assert (view.kept.version, view.kept.run, view.current) == (2, 2, True)
    first, by_first = article_view(ledger, AskedArticle(id, version=1)), article_view(ledger, AskedArticle(id, run=1))
    assert (first.kept.version, first.current, first.kinship) == (1, False, None)
    assert (by_first.kept.version, by_first.kept.run, by_first.current) == (2, 1, False)


def test_events_without_a_type_are_shown_where_they_are_asked_for(ledger: Ledger) -> None:
    id = kept(ledger, raid())
    plain, every = article_view(ledger, AskedArticle(id)), article_view(ledger, AskedArticle(id, all_events=True))
    assert plain.record == every.record
    assert (len(plain.shown.events), len(every.shown.events), plain.untyped) == (12, 13, 1)


def test_its_table_has_statements_and_events_in_the_columns_of_the_exports(ledger: Ledger) -> None:
    id = kept(ledger, raid())
    found = rows(article_view(ledger, AskedArticle(id)))
    assert [r["noun"] for r in found] == ["statement"] * 4 + ["event"] * 12
    assert found[0]["ref"] == f"{id}/s1"
    assert (found[0]["source_kind"], found[0]["type"]) == ("organisation", "")
    assert (found[4]["ref"], found[4]["status"], found[4]["killed_low"]) == (f"{id}/e1", "occurred", 11.0)
    assert found[4]["claimant_text"] == "the army"


def test_the_citation_names_text_hash_run_and_makers(ledger: Ledger) -> None:
    view = article_view(ledger, AskedArticle(kept(ledger, harbour())))
    told = view.citation
    assert told.startswith("The Harbor Post, “Strike would close Tarrow port – union chief”, 2025-03-14. https://")
    assert f"{view.kept.id}, version 1, seen {view.kept.seen}, text sha256:{view.kept.text_sha256}" in told
    assert told.endswith("read by Reportedly 0.1.0 (run 1, reader sha256:5eed, config sha256:c0de).")


def test_it_is_found_by_address_and_what_is_not_there_is_refused(ledger: Ledger) -> None:
    id = strike().keep(ledger)
    assert article_view(ledger, AskedArticle("https://harborpost.example/strike")).kept.id == id
    with pytest.raises(NotInLedger, match='no article "nowhere"'):
        article_view(ledger, AskedArticle("nowhere"))
    with pytest.raises(NotInLedger, match="no such reading of it"):
        article_view(ledger, AskedArticle(id, version=7))


def test_pointers_that_lead_nowhere_do_no_harm(ledger: Ledger) -> None:
    bad = hostile_events()
    bad = bad.model_copy(update={"events": bad.events[:-1]})  # a ledger refuses two events with one id
    view = article_view(ledger, AskedArticle(kept(ledger, bad), all_events=True))
    assert len(rows(view)) == len(view.record.statements) + len(view.record.events)
