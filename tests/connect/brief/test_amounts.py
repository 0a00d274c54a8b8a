"""Text → amounts: of money and of things, and what limits them."""

from __future__ import annotations

import pytest

from reportedly.connect.brief.amounts import amounts_in

TABLE = [
    ("The line lost 30 million crowns.", [(30e6, "crown", None)]),
    ("She was fined 4 million talents.", [(4e6, "talent", None)]),
    ("It cost $5 million.", [(5e6, "USD", None)]),
    ("The club paid 9 million crowns. Another 2 million had gone.", [(9e6, "crown", None), (2e6, "crown", None)]),
    ("The host counts on 14 delegations.", [(14, None, "delegations")]),
    ("The wall moved 12 centimetres.", [(12, None, "centimetres")]),
    ("Police put the number of shots at six.", [(6, None, "shots")]),
    ("The man fired seven times.", [(7, None, "shots")]),
    ("The two lorries burned.", []),
    ("It rained for three days.", []),
    ("Five teachers left.", []),
]


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_amounts(text: str, expected: list[tuple[float, str | None, str | None]]) -> None:
    assert [(a.number.low, a.unit, a.noun) for a in amounts_in(text)] == expected


def test_votes_are_of_those_who_won_them() -> None:
    text = "Brandt got 20,410 votes and Ana Lorm 19,800, the board said."
    assert [(a.number.low, a.holder) for a in amounts_in(text)] == [(20410, "Brandt"), (19800, "Lorm")]


def test_a_figure_that_is_corrected_is_old() -> None:
    text = "The bridge sank by 4 centimetres and not by 14, the office said."
    assert [(a.number.low, a.outdated) for a in amounts_in(text)] == [(4, False), (14, True)]


def test_what_is_asked_is_no_sum_that_is_paid() -> None:
    asked, paid = "They want 2 million euros.", "They got 2 million euros."
    assert [next(amounts_in(t)).noun for t in (asked, paid)] == ["asked", None]


def test_an_instalment_is_a_part_and_what_a_sum_includes_is_no_other() -> None:
    text = "He paid 300 francs, the first instalment. That sum includes 20 francs of tax."
    assert [(a.number.low, a.part) for a in amounts_in(text)] == [(300, True)]
