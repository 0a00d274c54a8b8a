"""Country and sector of entities, from how the article describes them."""

from __future__ import annotations

import pytest

from reportedly.reading import Reader

TABLE = [
    ("French police arrested two men.", "police", "FRA", "COP"),
    ("The Iraqi army shelled the town.", "army", "IRQ", "MIL"),
    ("Kenya expelled the diplomats.", "Kenya", "KEN", "GOV"),
    ("The rebels attacked the port.", "rebels", None, "REB"),
    ("A drug cartel kidnapped the mayor.", "cartel", None, "CRM"),
    ("Soldiers beat the journalists.", "journalists", None, "MED"),
    ("The Supreme Court convicted the banker.", "Court", None, "JUD"),
    ("Gunmen killed three civilians.", "civilians", None, "CVL"),
    ("The Turkish foreign ministry condemned the attack.", "ministry", "TUR", "GOV"),
]


@pytest.mark.parametrize(("text", "words", "country", "sector"), TABLE)
def test_codes(text: str, words: str, country: str | None, sector: str, reader: Reader) -> None:
    record = reader.read(text)
    entity = next(e for e in record.entities if any(words in text[slice(*m)] for m in e.mentions))
    assert (entity.country, entity.sector) == (country, sector)


def test_learned_within_the_article(reader: Reader) -> None:
    text = "White House press secretary Ana Resk condemned the raid. Resk said the army had killed nobody."
    (resk,) = [e for e in reader.read(text).entities if "Resk" in e.name]
    assert (resk.country, resk.sector) == ("USA", "GOV")
    assert resk.why["sector"].evidence


def test_unknown_is_null_with_a_reason(reader: Reader) -> None:
    text = "The Zorvians attacked the port."
    (entity,) = [e for e in reader.read(text).entities if "Zorv" in e.name]
    assert entity.country is None
    assert entity.why["country"].missing == "not_said"


TITLES = [
    "deputy inspector general of police (headquarters) naren gole said so. gole said the patrols would go on.",
    "a batch was sent home, additional director general of police (law and order) r k gole said.",
    "police commissioner v.t. gole said on thursday that all was quiet. gole told reporters to leave.",
]


@pytest.mark.parametrize("text", TITLES)
def test_a_title_before_a_surname_in_lower_case(text: str, reader: Reader) -> None:
    found = [e.sector for e in reader.read(text).entities if "gole" in e.name]
    assert found and set(found) == {"COP"}


def test_plural_phrases(reader: Reader) -> None:
    (officials,) = [e for e in reader.read("Police officials met in Tessia.").entities if "officials" in e.name]
    assert officials.sector == "COP"


def test_whom_an_officer_calls_we_are_police(reader: Reader) -> None:
    text = 'Police commissioner Ana Resk was calm. "We are keeping a close watch on the port," Resk said.'
    (we,) = [e for e in reader.read(text).entities if e.name == "we"]
    assert we.sector == "COP"
    assert we.why["sector"].by == "rule:we-of-speaker@1"
