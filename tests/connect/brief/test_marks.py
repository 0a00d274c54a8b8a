"""Streets, ages and numbers of a text."""

from __future__ import annotations

import pytest

from reportedly.connect.brief.marks import ages_of, numerals_of, streets_of


@pytest.mark.parametrize(
    ("text", "streets"),
    [
        ("It began in the 300 block of N. Alder Dr. on Sunday.", ("alder drive",)),
        ("at South Quarry Avenue near 9th St., police said", ("9th street", "quarry avenue")),
        ("They met on Quarry Ave. and parted on West Quarry Avenue.", ("quarry avenue",)),
        ("a house off Old Mill Pond Road", ("old mill pond road",)),
        ("the corner of O’Dell Lane", ("odell lane",)),
        ("He took to the street and the court heard it.", ()),
        ("on the road to Vell", ()),
        ("People on Oak Street’ll be moved.", ("oak street",)),
    ],
)
def test_streets(text: str, streets: tuple[str, ...]) -> None:
    assert streets_of(text) == streets


@pytest.mark.parametrize(
    ("text", "ages"),
    [
        ("a 4-year-old girl and her brother, 11 years old", (4, 11)),
        ("Ina Morev, 31, of Vell, and Jonas Brask, 17.", (17, 31)),
        ("men aged 25 and a woman, age 62", (25, 62)),
        ("the 900-year-old abbey", ()),
        ("on May 3, 2024, some 40 people", ()),
    ],
)
def test_ages(text: str, ages: tuple[int, ...]) -> None:
    assert ages_of(text) == ages


@pytest.mark.parametrize(
    ("text", "numerals"),
    [
        ("A 6.1-magnitude quake killed 1,200 in 2019.", ("1200", "6.1")),
        ("35 of 40 boats, 7 of them large.", ("35", "40")),
        ("on flight QZ371 and in room B12", ()),
        ("No figures here.", ()),
    ],
)
def test_numerals(text: str, numerals: tuple[str, ...]) -> None:
    assert numerals_of(text) == numerals
