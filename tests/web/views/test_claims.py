from __future__ import annotations

from typing import Any

from reportedly.connect.nouns import Evidence, Happening, MentionRef, Where
from reportedly.ledger.linked.assertions import Assertion, Teller
from reportedly.web.views.claims import COLUMNS, Grid, Sources, grid_of, table_of
from tests.cli.dossiers import raid
from tests.connect.happened import dispute, figure, happening, origin, origins

DAYS = {"a1": ("Lantern Wire", "2025-03-04"), "a3": ("The Harbor Post", "2025-03-05"), "a4": ("Merrow Courier", None)}
PLACE = Where(name="Quillow", country="XAA", lat=1.0, lon=2.0)


def said(article: str, by: str | None = None, status: Any = "occurred", **more: Any) -> Assertion:
    """What the one mention of an article says, on the word of a source called so."""
    act = more.pop("act", "say")
    teller = Teller(statement="s1", words=by, kind=more.pop("kind", "organisation"), act=act) if by else None
    ref = MentionRef(article=article, event=more.pop("event", "e1"), trigger=(10, 16))
    return Assertion(mention=ref, words="raid", status=status, teller=teller, **more)


def grid(h: Happening, *assertions: Assertion, words: dict[Evidence, str] | None = None) -> Grid:
    return grid_of(h, Sources(assertions, words or {}, DAYS))


def cells(found: Grid, field: str) -> dict[str, list[str]]:
    """The values of a row by the name of the column."""
    [row] = [r for r in found.rows if r.field == field]
    return {c.name: [x.value for x in cell] for c, cell in zip(found.columns, row.cells, strict=True) if cell}


def test_each_field_by_who_says_it() -> None:
    found = grid(
        raid(),
        said("a1", "The ministry", place=PLACE, days=("2025-03-04", "2025-03-04"), actors=("Gunmen",)),
        said("a3", "two officials", status="attempted", recipients=("the depot",), type="ASSAULT", mode="aerial"),
    )
    assert cells(found, "status") == {"The ministry": ["occurred"], "two officials": ["attempted"]}
    assert cells(found, "time") == {"The ministry": ["4 March 2025"]}
    assert cells(found, "place") == {"The ministry": ["Quillow"]}
    assert cells(found, "actor") == {"The ministry": ["Gunmen"]}
    assert cells(found, "recipient") == {"two officials": ["the depot"]}
    assert cells(found, "type") == {"two officials": ["ASSAULT.aerial"]}
    assert cells(found, "killed") == {"two officials": ["9 killed"], "the articles in their own words": ["5 killed"]}
    assert [r.field for r in found.rows][-2:] == ["killed", "injured"]


def test_what_did_not_happen_is_told_apart() -> None:
    found = grid(raid(), said("a1", "The ministry"), said("a3", "two officials", status="planned"))
    [row] = [r for r in found.rows if r.field == "status"]
    assert [[c.happened for c in cell] for cell in row.cells if cell] == [[True], [False]]


def test_who_is_no_origin_has_a_column_behind_them() -> None:
    found = grid(raid(), said("a4", "The raiders", status="denied", act="deny"), said("a1", "The ministry"))
    assert [(c.name, c.counted) for c in found.columns] == [
        ("The ministry", True), ("two officials", True), ("The raiders", False),
        ("the articles in their own words", False),
    ]  # fmt: skip


def test_a_source_is_known_by_its_words_in_the_article() -> None:
    h = raid()
    ministry = h.origins.origins[0]
    words = {e: "it" for e in ministry.evidence if e.article == "a1"}
    assert cells(grid(h, said("a1", "It"), words=words), "status") == {"The ministry": ["occurred"]}
    assert cells(grid(h, said("a3", "It"), words=words), "status") == {"It": ["occurred"]}


def test_what_an_outlet_says_that_names_nobody_is_its_own() -> None:
    silent = origin("The Harbor Post", "a3", kind="outlet").model_copy(update={"why": "names nobody"})
    found = grid(raid(origins=origins(silent), counts=(), disputes=()), said("a3"), said("a1"))
    assert cells(found, "status") == {
        "The Harbor Post": ["occurred"], "the articles in their own words": ["occurred"],
    }  # fmt: skip


def test_disputes_are_marked_on_both_sides() -> None:
    found = grid(raid(), said("a1", "The ministry"), said("a4", "The raiders", status="denied", act="deny"))
    marks = {
        (row.field, c.value): [(m.kind, m.words) for m in c.marks]
        for row in found.rows
        for cell in row.cells
        for c in cell
    }
    assert marks["status", "occurred"] == [("denial", "denied by others")]
    assert marks["status", "denied"] == [("denial", "denies it")]
    assert marks["killed", "5 killed"] == [("superseded", "superseded by 9")]
    assert marks["killed", "9 killed"] == [("superseded", "supersedes 5")]
    assert marks["injured", "at least 3 injured"] == []
    assert {r.field: r.disputes for r in found.rows if r.disputes} == {"status": ("denial",), "killed": ("superseded",)}


def test_sides_that_blame_one_another() -> None:
    h = happening(
        "h1", "a1", "a3", disputes=(dispute("conflict", "actor", ("a1",), ("a3",), values=("merrow", "tarrow")),)
    )
    found = grid(h, said("a1", "A", actors=("Merrow's army",)), said("a3", "B", actors=("Tarrow's army",)))
    [row] = [r for r in found.rows if r.field == "actor"]
    told = [m.words for cell in row.cells for c in cell for m in c.marks]
    assert told == ["conflicts with tarrow", "conflicts with merrow"]


def test_one_value_of_several_mentions_stands_once_with_all_its_places() -> None:
    found = grid(raid(), said("a1", "The ministry"), said("a1", "The ministry", event="e7"))
    [cell] = [c for r in found.rows if r.field == "status" for c in r.cells if c]
    assert [r.event for r in cell[0].refs] == ["e1", "e7"]
    assert cell[0].words == ("raid",)


def test_origins_that_are_quoted_on_no_field_are_named() -> None:
    h = raid(counts=(), disputes=())
    assert grid(h, said("a1", "The ministry")).silent == ("two officials",)
    assert grid(h).rows == ()


def test_it_has_a_table() -> None:
    figures = (figure(9, "a3", by=[origin("two officials", "a3", kind="anonymous")]),)
    head, *rows = table_of(grid(raid(counts=figures), said("a1", "The ministry")))
    assert head == COLUMNS
    assert rows[0] == (
        "status", "The ministry", "organisation", True, "occurred", "raid", 1, "Lantern Wire", "a1/e1",
        "denial: denied by others",
    )  # fmt: skip
    assert rows[1][:5] == ("killed", "two officials", "anonymous", True, "9 killed")
    assert rows[1][8] == "a3:60-61"


def test_articles_that_are_not_given_are_left_out() -> None:
    assert grid(raid(counts=(figure(5, "a2"),)), said("a2", "The ministry")).rows == ()
