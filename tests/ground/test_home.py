"""Where outlets are at home."""

from __future__ import annotations

import pytest

from reportedly.ground.gazetteer import load_gazetteer
from reportedly.ground.home import home_of
from reportedly.record import Article

GAZETTEER = load_gazetteer()


@pytest.mark.parametrize(
    ("outlet", "url", "place", "country"),
    [
        ("The Gainesville Courier", None, "Gainesville", "USA"),
        ("columbusledger.example.com", None, "Columbus", "USA"),
        (None, "https://www.thisishereford.co.uk/news/1", "Hereford", "GBR"),
        ("Daily Something", "https://news.example.ie/1", "Ireland", "IRL"),
    ],
)
def test_home(outlet: str | None, url: str | None, place: str, country: str) -> None:
    found = home_of(Article(id="a", outlet=outlet, url=url), GAZETTEER)
    assert any(s.name.startswith(place) and s.country == country for s in found)


@pytest.mark.parametrize(
    ("outlet", "url"),
    [
        (None, None),
        ("", ""),
        ("Daily Star", None),
        ("Coast Post", None),
        ("Qwxz", "https://[bad"),
        ("x.com", "http://"),
    ],
)
def test_no_home(outlet: str | None, url: str | None) -> None:
    assert home_of(Article(id="a", outlet=outlet, url=url), GAZETTEER) == ()
