"""One source as a page's values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from reportedly.errors import NotInLedger
from reportedly.ledger.connect import Ledger
from reportedly.ledger.paging import Part
from reportedly.ledger.sourced.nouns import Which, Whom
from reportedly.ledger.sources import sources
from reportedly.web.views.source import COLUMNS, SourceView, source_view

NOTHING = Which()


def view(ledger: Ledger, name: str, asked: Which = NOTHING, limit: int = 50) -> SourceView:
    [found] = sources(ledger, Whom(words=name, kinds=()))
    return source_view(ledger, found.id, asked, (Part(limit), None))


def test_what_it_said_and_what_became_of_it(ledger: Ledger) -> None:
    resk = view(ledger, "ana resk")
    assert resk.kind == "person"
    assert resk.summary.startswith("4 statements in 4 articles · ")
    talks, raid = resk.outcomes
    assert (talks.status, talks.told, len(talks.statements)) == ("occurred", ("occurred",), 1)
    assert (raid.status, raid.told, len(raid.statements)) == ("denied", ("denied",), 3)
    assert resk.titles == {talks.id: talks.title, raid.id: raid.title}
    assert [line.happenings for line in resk.statements] == [(talks.id,), (raid.id,), (raid.id,), (raid.id,)]
    assert {(s.status, s.happenings) for s in resk.standings} == {("occurred", 1), ("denied", 1)}


def test_some_of_what_it_said(ledger: Ledger) -> None:
    asked = Which(outlet="the harbor post", acts=("say",))
    resk = view(ledger, "ana resk", asked)
    assert resk.asked == {"outlet": "the harbor post", "act": "say"}
    assert [line.outlet for line in resk.statements] == ["The Harbor Post"]
    assert resk.portrait.source.statements == 4


def test_page_by_page(ledger: Ledger) -> None:
    first = view(ledger, "ana resk", limit=3)
    rest = source_view(ledger, first.portrait.source.id, NOTHING, (Part(3, first.next), None))
    assert len(first.statements) == 3
    assert len(rest.statements) == 1
    assert not {s.ref for s in first.statements} & {s.ref for s in rest.statements}


def test_the_table_and_its_citation(ledger: Ledger) -> None:
    resk = view(ledger, "ana resk")
    header, *rows = resk.table()
    assert header == COLUMNS
    assert len(rows) == 4
    assert all(len(row) == len(header) for row in rows)
    assert resk.portrait.source.id in resk.citation
    assert resk.texts_sha256 in resk.citation
    assert resk.texts_sha256 != view(ledger, "ana resk", limit=1).texts_sha256


def test_an_outlet(ledger: Ledger) -> None:
    post = view(ledger, "harbor post")
    assert post.press
    assert post.press.published == 5
    assert post.summary == "published 5 articles"
    assert "no statements" in post.citation


def test_no_score_of_anybody(ledger: Ledger) -> None:
    """Counts and links only."""
    told = " ".join(fields(view(ledger, "ana resk").to_json()))
    assert "standings" in told
    assert not [word for word in ("trust", "reliab", "credib", "score", "accura", "rating", "rank") if word in told]


def fields(value: Any) -> Iterator[str]:
    """The names of all fields, at whatever depth."""
    for inner in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from fields(inner)
    yield from value if isinstance(value, dict) else ()


def test_no_such_source(ledger: Ledger) -> None:
    with pytest.raises(NotInLedger, match="has no source"):
        source_view(ledger, "p00000000", NOTHING, (Part(), None))
