"""The list of sources as a page's values."""

from __future__ import annotations

from reportedly.ledger.connect import Ledger
from reportedly.ledger.paging import Part
from reportedly.ledger.sourced.nouns import KIND_WORDS, Whom
from reportedly.web.views.sources import COLUMNS, sources_view


def test_those_that_fit_and_how_many_of_each_kind(ledger: Ledger) -> None:
    view = sources_view(ledger, Whom(kinds=("person",), words="m"), Part(2))
    assert view.asked == {"q": "m", "kind": "person"}
    assert [s.name for s in view.sources] == ["Mira Olund"]
    assert {k.name for k in view.kinds} == {"person", "organisation"}  # all that the words find
    assert view.total == 1
    assert sources_view(ledger, Whom(words="m"), Part()).total == sum(k.count for k in view.kinds)
    assert "The Harbor Post" in view.outlets


def test_every_kind_has_a_word(ledger: Ledger) -> None:
    assert {k.name for k in sources_view(ledger, Whom(), Part()).kinds} <= set(KIND_WORDS)


def test_the_table_and_its_citation(ledger: Ledger) -> None:
    view = sources_view(ledger, Whom(words="ana resk"), Part())
    header, *rows = view.table()
    assert header == COLUMNS
    assert all(len(row) == len(header) for row in rows)
    assert dict(zip(header, rows[0], strict=True))["roles"] == "mayor of Quillow; envoy of the union"
    other = sources_view(ledger, Whom(words="ivo taan"), Part())
    assert "rows sha256:" in view.citation
    assert view.citation.split("sha256:")[1] != other.citation.split("sha256:")[1]


def test_nobody_fits(ledger: Ledger) -> None:
    view = sources_view(ledger, Whom(words="nobodyatall"), Part())
    assert (view.sources, view.next, view.total) == ((), None, 0)
