"""Places by sentence: use, and which place; what must not be guessed."""

from __future__ import annotations

import time

import pytest

from reportedly.pipeline import read_article
from reportedly.reading import Reader
from reportedly.record import Article, Place, Record
from tests.invariants import check


def read(reader: Reader, text: str, outlet: str | None = None) -> Record:
    record = reader.read(text, outlet=outlet) if outlet else reader.read(text)
    check(record)
    return record


def place(record: Record, words: str) -> Place:
    return next(p for p in record.places if p.text == words)


@pytest.mark.parametrize(
    ("text", "words", "name", "use"),
    [
        ("Police arrested two men in Nairobi on Friday.", "Nairobi", "Nairobi", "location"),
        ("Venezuelan officials denied it.", "Venezuelan", "Venezuela", "demonym"),
        ("The Kremlin said it would answer.", "Kremlin", "Kremlin", "metonym"),
        ("The White House said the talks had failed.", "White House", "White House", "metonym"),
        ("Moscow accused Kyiv of breaking the truce.", "Moscow", "Moscow", "metonym"),
        ("Tehran warned Washington against new sanctions.", "Tehran", "Tehran", "metonym"),
        ("The University of Kentucky opened a clinic in Lexington, Ky.", "Kentucky", "Kentucky", "name_part"),
        ("Ships waited in the Strait of Hormuz on Monday.", "Strait of Hormuz", "Strait of Hormuz", "location"),
        ("He moved from Wheeling, W.Va., to Reading, Pa., last year.", "W.Va.", "West Virginia", "location"),
        ("The U.S. Food and Drug Administration banned it.", "U.S.", "United States", "metonym"),
        ("It will cost Kenya's ministry a million.", "Kenya", "Kenya", "location"),
        ("The army of Chad fought rebels near Abéché.", "Chad", "Chad", "location"),
    ],
)
def test_use(reader: Reader, text: str, words: str, name: str, use: str) -> None:
    found = place(read(reader, text), words)
    assert (found.name, found.use) == (name, use)
    assert found.why["use"].by.startswith("rule:")


@pytest.mark.parametrize(
    ("text", "words", "country", "lat"),
    [
        ("A fire broke out in Springfield, Ohio, on Friday.", "Springfield", "USA", 39.9),
        ("A fire broke out in Paris, Texas. Firefighters from all over Paris came.", "Paris", "USA", 33.7),
        ("The mayor of Paris met the French president.", "Paris", "FRA", 48.9),
        ("Troops from Russia marched towards Tbilisi. Georgia called for help.", "Georgia", "GEO", 42.0),
        ("A storm hit Atlanta, Macon and Savannah. Georgia declared an emergency.", "Georgia", "USA", 33.0),
        ("The plant in Mobile, Alabama, will close.", "Mobile", "USA", 30.7),
        ("He works in Reading, Pa., and lives in Allentown.", "Reading", "USA", 40.3),
    ],
)
def test_sense(reader: Reader, text: str, words: str, country: str, lat: float) -> None:
    found = [p for p in read(reader, text).places if p.text == words]
    assert found
    for p in found:  # one sense in an article
        assert p.country == country
        assert p.lat == pytest.approx(lat, abs=0.2)


def test_the_home_of_the_outlet_decides(reader: Reader) -> None:
    text = "Two cars collided on a bridge in Cambridge on Monday. No one was hurt."
    british = read_article(Article(id="a", text=text, url="https://www.example.co.uk/1"), reader.tools)
    canadian = read_article(Article(id="a", text=text, url="https://www.example.ca/1"), reader.tools)
    assert place(british, "Cambridge").country == "GBR"
    assert place(canadian, "Cambridge").country == "CAN"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Paris Hilton opened a shop. Ms Hilton smiled.", "Paris"),
        ("In May and March it rained. They may march again.", "May"),
        ("In May and March it rained. They may march again.", "March"),
        ("Reading is fun, the teacher said.", "Reading"),
        ("Chad Marlow, 34, pleaded guilty. Marlow was fined.", "Chad"),
        ("Jordan Tolm scored twice. Jordan Tolm is 19.", "Jordan"),
        ("Mobile phones were banned at the school.", "Mobile"),
        ("The U.N. sent food to Juba on Monday.", "U.N."),
        ("NATO warned Russia on Monday.", "NATO"),
    ],
)
def test_what_is_no_place(reader: Reader, text: str, words: str) -> None:
    assert words not in [p.text for p in read(reader, text).places]


def test_the_bank_of_england_is_nowhere_that_events_happen(reader: Reader) -> None:
    record = read(reader, "The Bank of England raised rates on Thursday. Police in Leeds arrested a man.")
    assert [p.use for p in record.places if p.text == "England"] in ([], ["name_part"])


def test_unknown_and_ambiguous_places_are_null_with_a_reason(reader: Reader) -> None:
    record = read(reader, "A bomb killed three people in the village of Zortumek in Somalia, police said.")
    unknown = place(record, "Zortumek")
    assert (unknown.name, unknown.lat, unknown.why["name"].missing) == (None, None, "not_in_gazetteer")
    record = read(reader, "He was born in Clinton and lives in Franklin.")
    assert any(p.name is None and p.why["name"].missing == "ambiguous" for p in record.places)


def test_a_road_is_found_without_coordinates(reader: Reader) -> None:
    road = place(read(reader, "Crews closed West Marlow Street in Topeka, Kan., on Friday."), "West Marlow Street")
    assert (road.feature, road.lat, road.why["lat"].missing) == ("other", None, "not_in_gazetteer")


@pytest.mark.parametrize(
    "text",
    [
        "Он приехал в Москва в пятницу.", "東京で地震があった。", "وصل إلى القاهرة يوم الجمعة", "in in in , , of",
        "New York New York New York", "MOSCOW — TOKYO — ", "St. St. St.", "U.S.U.S.U.S.", "-Paris-", "Paris’s",
        "(Paris",
    ],
)  # fmt: skip
def test_any_script_and_form(reader: Reader, text: str) -> None:
    read(reader, text)


def test_a_thousand_toponyms(reader: Reader) -> None:
    names = "Springfield, Paris, Georgia, San Francisco, Santa Maria, Victoria, Washington, Jackson, San Juan, Salem"
    text = " ".join(f"He went to {name} and to {names}." for name in [f"Clinton {i}" for i in range(100)])
    started = time.perf_counter()
    record = read(reader, text)
    assert len(record.places) >= 1000
    assert time.perf_counter() - started < 30
