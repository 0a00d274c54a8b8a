"""Pairs of figures → the kinds of dispute that hold between them, none where nothing is in dispute."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.connect.brief import Brief, Number
from reportedly.connect.brief.tolls import OWN_PEOPLE, SOME_ONLY
from reportedly.connect.figures import Claim
from reportedly.connect.sides import opposed, side_in, side_of
from reportedly.connect.tallies import Tally, disputes_between, judged, tallies_of

ARMY, MINISTRY, REBELS = "the Norvian army", "Sarka's defence ministry", "the rebels"
POLICE, HOSPITAL, UNION, PORT = "police", "the Saint Orm Hospital", "the dockers' union", "the port authority"


def figure(low: float | None, high: float | None, source: str | None, at: str = "05T09", **more: Any) -> Tally:
    """A tally of one claim; `at` is day and hour, and names the article."""
    brief = Brief(id=at, text_sha256=at, words=1, published=f"2031-03-{at}:00:00Z")
    number = Number(what=more.pop("what", "killed"), low=low, high=high, source=source, span=(0, 1), **more)
    return Tally((Claim(brief, number),), scope=number.scope)


A = "05T09"
LATER = "06T15"
SOON = "05T10"
TABLE: list[tuple[str, Tally, Tally, list[str]]] = [
    ("a toll that rises", figure(5, 5, POLICE), figure(9, 9, POLICE, LATER), ["superseded"]),
    ("an open toll that rises", figure(5, None, POLICE), figure(9, 9, POLICE, LATER), ["superseded"]),
    ("by another who is not opposed", figure(5, 5, POLICE), figure(9, 9, HOSPITAL, LATER), ["superseded"]),
    ("a correction downwards", figure(41, 41, POLICE), figure(14, 14, POLICE, LATER), ["superseded"]),
    ("the same source an hour later", figure(5, None, POLICE), figure(9, 9, POLICE, SOON), ["superseded"]),
    (
        "with the attacker",
        figure(9, 9, POLICE),
        figure(10, 10, "the ministry", LATER, scope="with attacker"),
        ["different_scope"],
    ),
    (
        "with and without, told later",
        figure(10, 10, "the ministry", A, scope="with attacker"),
        figure(11, 11, "the health ministry", LATER, scope="without attacker"),
        ["superseded", "different_scope"],
    ),
    (
        "with the attacker, but too far apart",
        figure(5, 5, POLICE),
        figure(10, 10, "the ministry", LATER, scope="with attacker"),
        ["superseded"],
    ),
    (
        "with the crew, but more than a crew",
        figure(6, 6, POLICE),
        figure(14, 14, "the ministry", LATER, scope="with crew"),
        ["superseded"],
    ),
    (
        "with the crew, beside an open toll",
        figure(12, None, POLICE),
        figure(14, 14, "the ministry", LATER, scope="with crew"),
        ["superseded"],
    ),
    (
        "some only",
        figure(9, 9, "the ministry", scope=SOME_ONLY),
        figure(31, 31, POLICE, LATER),
        ["different_scope"],
    ),
    (
        "one leaves some out",
        figure(12, 12, POLICE, scope="without rescuers"),
        figure(14, 14, "the bishop", LATER),
        ["different_scope"],
    ),
    (
        "two crews, each whom it rescued",
        figure(4, 4, "the navy", what="other", group="rescued", part="rescued"),
        figure(5, 5, PORT, LATER, what="other", group="rescued", part="rescued"),
        [],
    ),
    (
        "sums of two sources",
        figure(4e6, 4e6, "the bank", what="money", unit="crown", about=("bank",)),
        figure(9e6, 9e6, "a clerk", LATER, what="money", unit="crown", about=("bank",)),
        ["conflict"],
    ),
    (
        "a sum that its source raises",
        figure(4e6, 4e6, "the bank", what="money", unit="crown", about=("bank",)),
        figure(9e6, 9e6, "the bank", LATER, what="money", unit="crown", about=("bank",)),
        ["superseded"],
    ),
    (
        "the police and the tenants' committee",
        figure(4, 4, POLICE),
        figure(7, 7, "the tenants' committee", LATER),
        ["conflict"],
    ),
    (
        "a ministry and its brigadier, one at a time",
        figure(7, 7, "the defence ministry"),
        figure(9, 9, "Brigadier Tolm", LATER),
        ["superseded"],
    ),
    (
        "with the crew",
        figure(19, 19, POLICE, A, scope="with crew"),
        figure(16, 16, "the owner", A, scope="without crew"),
        ["different_scope"],
    ),
    (
        "without the crew, against all",
        figure(9, 9, POLICE),
        figure(11, 11, "the ministry", LATER, scope="without crew"),
        ["superseded"],
    ),
    (
        "a hospital's patients",
        figure(34, 34, HOSPITAL, A, part="admitted"),
        figure(36, 36, POLICE, LATER),
        ["different_attribution"],
    ),
    (
        "a crew's, in the same article",
        figure(28, None, "the ambulance service", A, part="carried"),
        figure(36, 36, POLICE),
        ["different_attribution"],
    ),
    (
        "two parts",
        figure(34, 34, HOSPITAL, A, part="admitted"),
        figure(28, None, "the ambulance service", LATER, part="carried"),
        ["different_attribution"],
    ),
    (
        "a part above the earlier total",
        figure(20, 20, POLICE),
        figure(34, 34, HOSPITAL, LATER, part="admitted"),
        ["superseded"],
    ),
    (
        "a total that counts on from a part",
        figure(9, 9, HOSPITAL, A, part="brought"),
        figure(11, 11, POLICE, LATER, onward=True),
        ["superseded"],
    ),
    ("open and exact at one time", figure(7, None, HOSPITAL), figure(9, 9, POLICE, SOON), ["different_attribution"]),
    ("two exact figures in one article", figure(7, 7, "the mayor"), figure(9, 9, POLICE), ["conflict"]),
    ("two armies", figure(4, 4, ARMY), figure(11, 11, MINISTRY), ["conflict"]),
    ("two armies, days apart", figure(4, 4, ARMY), figure(11, 11, MINISTRY, LATER), ["conflict"]),
    ("an army and rebels", figure(3, 3, ARMY), figure(30, 30, REBELS, LATER), ["conflict"]),
    (
        "a union and a port",
        figure(3200, 3200, UNION, what="other", group="taking part", of="people"),
        figure(900, 900, PORT, LATER, what="other", group="taking part", of="people"),
        ["conflict"],
    ),
    (
        "two who count marchers",
        figure(700, 700, POLICE, what="other", group="taking part", of="marchers"),
        figure(2000, 2000, "the institute", LATER, what="other", group="taking part", of="people"),
        ["conflict"],
    ),
    (
        "the same who counts again",
        figure(700, 700, POLICE, what="other", group="taking part", of="marchers"),
        figure(900, 900, POLICE, LATER, what="other", group="taking part", of="people"),
        ["superseded"],
    ),
    (
        "a part of the police that counts again",
        figure(700, 700, POLICE, what="other", group="taking part", of="marchers"),
        figure(2000, 2000, "the harbour police", LATER, what="other", group="taking part", of="people"),
        ["superseded"],
    ),
    (
        "a part of the police that counts at one time",
        figure(700, 700, POLICE, what="other", group="taking part", of="marchers"),
        figure(2000, 2000, "the harbour police", SOON, what="other", group="taking part", of="people"),
        ["conflict"],
    ),
    (
        "members and people",
        figure(3200, 3200, UNION, what="other", group="taking part", of="members"),
        figure(2600, 2600, PORT, LATER, what="other", group="taking part", of="people"),
        ["different_scope"],
    ),
    (
        "a union and the ministry that employs its members",
        figure(3200, 3200, UNION, what="other", group="taking part", of="members"),
        figure(900, 900, "the education ministry", LATER, what="other", group="taking part", of="people"),
        ["conflict"],
    ),
    (
        "an owner who counts only its own",
        figure(1, 1, "the owner", scope=OWN_PEOPLE),
        figure(4, 4, POLICE, LATER),
        ["different_scope"],
    ),
    ("equal figures", figure(9, 9, POLICE), figure(9, 9, HOSPITAL, LATER), []),
    ("opposed, but with room", figure(4, None, ARMY), figure(11, 11, MINISTRY), []),
    ("opposed, both open", figure(4, None, ARMY), figure(11, None, MINISTRY, LATER), []),
    ("a total and its breakdown", figure(9, 9, POLICE), figure(2, 2, POLICE), []),
    ("an open figure and its rounding in one article", figure(5, None, POLICE), figure(5, 5, "the spokeswoman"), []),
]


@pytest.mark.parametrize(("name", "a", "b", "kinds"), TABLE, ids=[t[0] for t in TABLE])
def test_pair(name: str, a: Tally, b: Tally, kinds: list[str]) -> None:
    assert [k for k, _ in judged(a, b)] == kinds


def test_a_party_stands_by_its_figure_against_a_third() -> None:
    own, theirs, third = figure(4, 4, ARMY), figure(11, 11, MINISTRY), figure(7, 7, "observers", LATER)
    kinds = {(d.kind, d.values) for d in disputes_between([own, theirs, third])}
    assert kinds == {("conflict", ("4", "11")), ("conflict", ("4", "7")), ("conflict", ("11", "7"))}


def test_figures_of_different_kinds_are_not_compared() -> None:
    dead, hurt = figure(4, 4, POLICE), figure(11, 11, POLICE, LATER, what="injured")
    rescued, missing = (figure(n, n, POLICE, what="other", group=g) for n, g in ((8, "rescued"), (9, "missing")))
    assert disputes_between([dead, hurt, rescued, missing]) == []


def test_a_dispute_says_why() -> None:
    (d,) = disputes_between([figure(5, None, POLICE), figure(9, 9, POLICE, LATER)])
    assert d.sides == ((A,), (LATER,)) and d.values == ("at least 5", "9")
    assert d.by.startswith("rule:") and d.evidence and d.reasons and d.note


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (ARMY, MINISTRY, True),
        (ARMY, REBELS, True),
        (UNION, PORT, True),
        ("organisers", "police", True),
        (ARMY, "Norvia's defence ministry", False),
        (ARMY, "observers of the Joint Mission", False),
        (ARMY, HOSPITAL, False),
        ("Norvia's health ministry", "Sarka's health ministry", False),
        (None, ARMY, False),
    ],
)
def test_who_is_opposed(one: str | None, other: str | None, expected: bool) -> None:
    assert opposed(side_of(one), side_of(other)) is opposed(side_of(other), side_of(one)) is expected


SOURCES = st.sampled_from([ARMY, MINISTRY, REBELS, POLICE, HOSPITAL, None])
BOUNDS = st.integers(0, 20)


@given(st.lists(st.tuples(BOUNDS, st.booleans(), SOURCES, st.sampled_from([A, SOON, LATER])), max_size=6))
def test_equal_figures_are_never_in_dispute(rows: list[tuple[int, bool, str | None, str]]) -> None:
    tallies = [figure(n, None if more else n, s, at) for n, more, s, at in rows]
    for d in disputes_between(tallies):
        assert d.values[0] != d.values[1]
        assert all(d.sides)


def test_a_figure_without_its_scope_has_that_of_another_telling() -> None:
    brief = {d: Brief(id=d, text_sha256=d, words=1, published=f"2031-03-{d}T09:00:00Z") for d in ("05", "06")}

    def claim(day: str, n: int, source: str, scope: str | None = None) -> Claim:
        return Claim(brief[day], Number(what="killed", low=n, high=n, source=source, scope=scope, span=(0, 1)))

    told = [claim("05", 7, "the ministry", "with attacker"), claim("06", 7, "an agency")]
    police = claim("06", 6, "police", "without attacker")
    assert {d.kind for d in disputes_between(tallies_of([*told, police]))} == {"different_scope"}
    unsaid = [claim("05", 7, "the ministry"), claim("06", 7, "an agency")]
    assert {d.kind for d in disputes_between(tallies_of([*unsaid, police]))} != {"different_scope"}


def test_without_dates_nothing_is_later() -> None:
    figures = [figure(5, 5, POLICE), figure(9, 9, HOSPITAL, LATER)]
    undated = [
        Tally((Claim(t.claims[0].brief.model_copy(update={"published": None}), t.claims[0].number),)) for t in figures
    ]
    assert judged(undated[0], undated[1]) == [("conflict", "which of them is later is not known")]


def test_times_of_different_zones_are_compared_as_moments() -> None:
    west, east = figure(5, None, POLICE), figure(9, 9, HOSPITAL, LATER)
    at = {id(west): "2031-03-05T09:00:00Z", id(east): "2031-03-05T18:30:00+09:00"}
    moved = [
        Tally((Claim(t.claims[0].brief.model_copy(update={"published": at[id(t)]}), t.claims[0].number),))
        for t in (west, east)
    ]
    assert judged(moved[0], moved[1])[0][0] == "different_attribution"


@pytest.mark.parametrize(
    ("source", "outlet", "nation"),
    [
        ("the defence ministry", "Norvia Today", "norvi"),
        (None, "Norvian State Radio", "norvi"),
        (None, "Norvia Today", None),
        ("the defence ministry", "The Harbor Post", None),
        ("Sarka's army", "Norvia Today", "sarka"),
    ],
)
def test_the_state_of_a_paper_named_after_it(source: str | None, outlet: str, nation: str | None) -> None:
    assert side_in(source, outlet, {"norvi", "sarka"}).nation == nation


def test_what_one_state_counts_side_by_side_is_never_superseded() -> None:
    def told(outlet: str, day: str, *figures: tuple[int, str]) -> list[Claim]:
        brief = Brief(id=outlet, outlet=outlet, text_sha256=outlet, words=1, published=f"2031-03-{day}T09:00:00Z")
        return [Claim(brief, Number(what="killed", low=n, high=n, source=s, span=(0, 1))) for n, s in figures]

    home = told("Norvia Today", "05", (4, "the defence ministry"), (22, "the army command"))
    wire = told("Coast Wire", "06", (4, "Norvia's army"), (22, "Norvia's army"))
    assert disputes_between(tallies_of([*home, *wire])) == []


def test_what_an_article_corrects_is_superseded() -> None:
    told = figure(11, 11, "the Post", what="other", group="metres", of="metres", about=("wall", "metr"))
    brief = Brief(id=LATER, text_sha256=LATER, words=1, published=f"2031-03-{LATER}:00:00Z")
    common: dict[str, Any] = {
        "what": "other",
        "of": "metres",
        "group": "metres",
        "about": ("wall", "metr"),
        "source": "the mayor",
    }
    right, wrong = (
        Claim(brief, Number(low=n, high=n, outdated=old, span=(0, 1), **common)) for n, old in ((3, False), (11, True))
    )
    found = disputes_between(tallies_of([*told.claims, right, wrong]))
    assert [(d.kind, d.values) for d in found] == [("superseded", ("11", "3"))]


def test_things_whose_sentences_share_no_word_are_others() -> None:
    boats = figure(3, 3, POLICE, what="other", group="boats", of="boats", about=("boat", "sank"))
    other = figure(5, 5, PORT, LATER, what="other", group="boats", of="boats", about=("boat", "hire"))
    assert disputes_between([boats, other]) == []
