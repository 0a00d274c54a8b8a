"""The desk as a view."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest

from reportedly.errors import RunError
from reportedly.ledger.connect import Ledger, open_ledger, read_ledger
from reportedly.ledger.spread import Days, Places
from reportedly.web.views.asked import Asked, asked_of
from reportedly.web.views.desk import days_view, desk_view, news_view, places_view
from tests.ledger.shelf import small


def test_happenings_where_there_are_any(ledger: Ledger) -> None:
    view = desk_view(ledger, Asked())
    assert (view.show, view.linked, view.number) == ("happenings", True, "6 happenings")
    raid = next(row for row in view.rows if row.what == "raided, Quillow")
    assert (raid.status, raid.kind, raid.place, raid.articles, raid.when) == (
        "occurred", "ASSAULT", "Quillow", 3, "4 March 2025",
    )  # fmt: skip
    assert re.fullmatch(r"/happenings/h\w+", raid.address)


def test_events_where_nothing_is_linked(tmp_path: Path) -> None:
    small(tmp_path / "l.db").close()
    with read_ledger(tmp_path / "l.db") as ledger:
        view = desk_view(ledger, Asked())
    assert (view.show, [show for show, _ in view.tabs]) == ("events", ["events", "statements"])


def test_an_empty_ledger(tmp_path: Path) -> None:
    open_ledger(tmp_path / "l.db").close()
    with read_ledger(tmp_path / "l.db") as ledger:
        view = desk_view(ledger, Asked())
        assert (view.number, view.rows, list(view.groups), view.more) == ("0 events", (), [], None)
        assert news_view(ledger, None).number == 0


def test_who_tells_of_an_event(ledger: Ledger) -> None:
    rows = {row.what.split(" · ")[0]: row for row in desk_view(ledger, Asked(show="events")).rows}
    strike = rows["strike"]
    assert (strike.status, strike.said_by, strike.source_kind) == ("considered", "Two officials", "anonymous")
    assert strike.told_in == "The Harbor Post, 3 September 2025"
    assert rows["shelled"].said_by == ""
    assert rows["shelled"].notes == ("11 killed",)


def test_statements(ledger: Ledger) -> None:
    rows = desk_view(ledger, Asked(show="statements")).rows
    assert {row.act for row in rows} == {"say", "deny", "decline"}
    refusal = next(row for row in rows if row.act == "decline")
    assert (refusal.what, refusal.said_by) == ("(nothing is reported)", "The mayor")
    unsourced = next(row for row in rows if row.source_kind == "unknown")
    assert unsourced.said_by == "nobody is named"


def test_facets_are_links(ledger: Ledger) -> None:
    view = desk_view(ledger, Asked(show="events", type=("AID",), status=("denied",)))
    groups = {g.name: g for g in view.groups}
    first = groups["type"].first[0]
    assert (first.value, first.number, first.chosen, first.address) == ("AID", 0, True, "?show=events&status=denied")
    assert not any(c.chosen for g in view.groups for c in (*g.first, *g.others) if c.value not in ("AID", "denied"))
    assert [(c.label, c.value, c.address) for c in view.chips] == [
        ("Type", "AID", "?show=events&status=denied"),
        ("Status", "denied", "?show=events&type=AID"),
    ]


def test_pages_follow_one_another(ledger: Ledger) -> None:
    first = desk_view(ledger, Asked(show="events", limit=2))
    assert first.more is not None and "after=" in first.more
    second = desk_view(ledger, Asked(show="events", limit=2, after=first.next))
    assert not {r.id for r in first.rows} & {r.id for r in second.rows}
    assert first.counted == second.counted


def test_the_citation_holds_the_question_the_number_and_a_hash(ledger: Ledger) -> None:
    view = desk_view(ledger, Asked(q="navy", show="events"))
    assert "words “navy”" in view.citation and view.number in view.citation and view.sha256 in view.citation
    assert view.sha256 == desk_view(ledger, Asked(q="navy", show="events")).sha256
    assert view.sha256 != desk_view(ledger, Asked(show="events")).sha256


def test_map_and_timeline(ledger: Ledger) -> None:
    where = places_view(ledger, Asked(show="events"))
    assert where.found is not None and len(list(where.table())) == 4
    assert places_view(ledger, Asked(show="statements")).found is None
    when = days_view(ledger, Asked(type=("ASSAULT",)))
    assert ("2025-03-04", 1, 0) in list(when.table())


def test_a_bar_and_a_spot_lead_to_what_they_hold(ledger: Ledger) -> None:
    where = places_view(ledger, Asked(show="events"))
    assert isinstance(where.found, Places)
    for spot in where.found.spots:
        there = [s for s in where.found.spots if (s.lat, s.lon) == (spot.lat, spot.lon)]
        question = asked_of(parse_qsl(urlsplit(where.at(spot)).query))
        assert desk_view(ledger, question).counted.number == sum(s.happened + s.others for s in there)
    when = days_view(ledger, Asked(show="statements"))
    assert isinstance(when.found, Days)
    for bar in when.found.bars:
        question = asked_of(parse_qsl(urlsplit(when.within(bar)).query))
        assert desk_view(ledger, question).counted.number == bar.happened


def test_what_cannot_be_asked(ledger: Ledger) -> None:
    with pytest.raises(RunError):
        desk_view(ledger, Asked(status=("sometimes",)))
