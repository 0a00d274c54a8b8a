"""The gazetteer: names, what they can mean, and its size."""

from __future__ import annotations

import tomllib
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.ground.gazetteer import LEVELS, load_gazetteer, plain

GAZETTEER = load_gazetteer()


@pytest.mark.parametrize(
    ("name", "low"),
    [
        ("the Kremlin", "kremlin"), ("U.S.", "us"), ("St. Louis", "st louis"), ("Saint Louis", "st louis"),
        ("Bogotá", "bogota"), ("N’Djamena", "ndjamena"), ("Port-au-Prince", "port au prince"),
        ("Ft. Worth", "fort worth"),
        ("The", "the"), ("", ""), ("  New\n York ", "new york"), ("Москва", "москва"),
    ],
)  # fmt: skip
def test_plain(name: str, low: str) -> None:
    assert plain(name) == low


@pytest.mark.parametrize(
    ("name", "level", "country"),
    [
        ("U.S.", "country", "USA"), ("UK", "country", "GBR"), ("Ohio", "province", "USA"), ("W.Va.", "province", "USA"),
        ("D.C.", "province", "USA"), ("Calif.", "province", "USA"), ("Nairobi", "city", "KEN"),
        ("NSW", "province", "AUS"),
        ("Laurel County", "district", "USA"), ("Venezuelan", "country", "VEN"), ("Texans", "province", "USA"),
        ("Black Sea", "sea", None), ("Strait of Hormuz", "sea", None), ("Sahel", "region", None),
        ("EU", "region", None),
        ("Scottish", "province", "GBR"), ("Kremlin", "other", "RUS"), ("Москва", "city", "RUS"),
        ("Gobi", "region", None),
    ],
)  # fmt: skip
def test_find(name: str, level: str, country: str | None) -> None:
    first = GAZETTEER.find(name)[0]
    assert (first.level, first.country) == (level, country)


def test_every_country_and_state_has_a_place_and_an_id() -> None:
    for name in ("Norway", "Kosovo", "Georgia", "Vatican City", "Iowa", "Alaska", "Nova Scotia", "Queensland"):
        s = GAZETTEER.find(name)[0]
        assert s.geonames_id and s.lat is not None and s.lon is not None


def test_a_name_of_several_places_has_them_all() -> None:
    assert {s.country for s in GAZETTEER.find("Georgia")} >= {"USA", "GEO"}
    assert len(GAZETTEER.find("Springfield")) > 20


@pytest.mark.parametrize("name", ["", " ", "'", "Qwxzvk", "\x00", "\ud800", "the"])
def test_what_is_no_place(name: str) -> None:
    assert GAZETTEER.find(name) == ()


@given(st.text(max_size=20))
def test_any_name(name: str) -> None:
    for s in GAZETTEER.find(name):
        assert s.level in LEVELS
        assert (s.lat is None) == (s.lon is None)
        assert s.lat is None or (-90 <= s.lat <= 90 and -180 <= (s.lon or 0) <= 180)
        assert GAZETTEER.sense(s.row).name == s.name


def test_size() -> None:
    assert files("reportedly.ground").joinpath("gazetteer.npz").stat().st_size < 30_000_000  # type: ignore[attr-defined]
    assert sum(a.nbytes for a in GAZETTEER.arrays.values()) < 100_000_000


def test_it_was_made_from_our_table_as_it_is() -> None:
    own = tomllib.loads(files("reportedly.lexicons").joinpath("places.toml").read_text(encoding="utf-8"))
    lines = [line.split("|") for line in own["others"].strip().split("\n")]
    names = [n.strip() for line in lines for part in (line[0], *line[4:]) for n in part.split(",")]
    lines = [line.split("|") for line in (own["provinces"] + own["seats"]).strip().split("\n")]
    names += [n.strip() for line in lines if len(line) == 4 and "-" in line[0] for n in line[2].split(",")]
    assert [n for n in names if n and not GAZETTEER.find(n)] == [], "run training/build_gazetteer.py"
