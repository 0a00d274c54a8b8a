# ruff: noqa: E501 (tables of values)
"""The draft for coders in ACLED's columns."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import Any

import pytest

from reportedly.events.ontology import load_ontology
from reportedly.exports.acled import ACLED_COLUMNS, NO_TYPE, acled_type, load_codes
from reportedly.exports.facts import EventFacts, Reading
from reportedly.exports.states import states
from tests.exports.invented import chosen, exported, strike_record

SUB_TYPES = {
    "Battles": {"Armed clash", "Government regains territory", "Non-state actor overtakes territory"},
    "Protests": {"Peaceful protest", "Protest with intervention", "Excessive force against protesters"},
    "Riots": {"Violent demonstration", "Mob violence"},
    "Explosions/Remote violence": {
        "Chemical weapon", "Air/drone strike", "Suicide bomb", "Shelling/artillery/missile attack",
        "Remote explosive/landmine/IED", "Grenade",
    },
    "Violence against civilians": {"Sexual violence", "Attack", "Abduction/forced disappearance"},
    "Strategic developments": {
        "Agreement", "Arrests", "Change to group/activity", "Disrupted weapons use", "Headquarters or base established",
        "Looting/property destruction", "Non-violent transfer of territory", "Other",
    },
}  # fmt: skip
"""ACLED Codebook 2024: event types and their sub-event types."""


def rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def changed(number: int = 1, **fields: Any) -> EventFacts:
    """An event of the invented article with other fields."""
    record = strike_record()
    return EventFacts(Reading(chosen(record)), record.events[number].model_copy(update=fields))


def test_a_row(tmp_path: Path) -> None:
    manifest = exported("acled", tmp_path / "out.csv", [chosen(strike_record())])
    (row,) = rows(tmp_path / "out.csv")
    expected = {
        "event_id_cnty": "", "event_date": "2025-03-13", "year": "2025", "time_precision": "1",
        "disorder_type": "Political violence", "event_type": "Explosions/Remote violence",
        "sub_event_type": "Shelling/artillery/missile attack", "actor1": "Northern Rebels", "assoc_actor_1": "",
        "inter1": "Rebel groups", "actor2": "Tarrow", "inter2": "", "interaction": "Rebel groups", "civilian_targeting": "",
        "iso": "250", "region": "", "country": "France", "location": "Tarrow", "latitude": "-4.5", "geo_precision": "1",
        "source": "The Harbor Post", "fatalities": "11", "fatalities_high": "", "status": "occurred",
        "plover": "ASSAULT.heavy-weapons", "date_from": "event", "ref": "a1/e2",
    }  # fmt: skip
    assert {name: row[name] for name in expected} == expected
    assert row["notes"] == "[occurred] The article says: Rebels shelled Tarrow on Thursday, killing 11 people."
    assert row["draft"].startswith("draft")
    assert manifest.left_out[NO_TYPE] == 1, "a strike of workers is no demonstration"


def test_notes_say_who_claims_it(tmp_path: Path) -> None:
    exported("acled", tmp_path / "out.csv", [chosen(strike_record())], include_unrealised=True)
    strike = rows(tmp_path / "out.csv")[0]
    assert strike["notes"].startswith("[considered] According to Two officials: Two officials told Sky Tirana")
    assert (strike["time_precision"], strike["date_from"], strike["fatalities"]) == ("", "publication", "")


def test_the_columns_are_acleds() -> None:
    assert len(ACLED_COLUMNS) == 31


def test_every_type_exists_on_both_sides() -> None:
    codes, types = load_codes(), load_ontology().types
    for name, (event_type, sub_type) in [*codes.types.items(), ("ASSAULT", codes.battle)]:
        kind, _, mode = name.partition(".")
        assert not mode or mode in types[kind].modes, name
        assert sub_type in SUB_TYPES[event_type], name
    assert set(codes.disorder) == set(SUB_TYPES)
    assert {*codes.inter, *codes.armed} <= set(load_ontology().sectors)
    assert codes.between_armed <= set(codes.types)


@pytest.mark.parametrize(
    ("mode", "sector", "expected"),
    [
        ("firearms", "MIL", "Armed clash"),
        ("firearms", "CVL", "Attack"),
        ("firearms", None, "Attack"),
        (None, "COP", "Armed clash"),
        ("aerial", "MIL", "Air/drone strike"),
        ("beat", "MIL", "Attack"),
    ],
)
def test_an_attack_between_armed_sides_is_a_battle(mode: str | None, sector: str | None, expected: str) -> None:
    facts = changed(mode=mode)
    reading = facts.reading
    entities = tuple(n.model_copy(update={"sector": sector}) if n.id == "n2" else n for n in reading.record.entities)
    record = reading.record.model_copy(update={"entities": entities})
    event = facts.event.model_copy(update={"recipients": record.events[0].actors})
    pair = acled_type(EventFacts(Reading(chosen(record)), event))
    assert pair and pair[1] == expected


@pytest.mark.parametrize(("type", "mode"), [("AID", None), ("CONSULT", "visit"), (None, None), ("SANCTION", "convict")])
def test_what_acled_does_not_record(type: str | None, mode: str | None) -> None:
    assert acled_type(changed(type=type, mode=mode)) is None


def test_numbers_of_states() -> None:
    numbers = [(s.iso, s.cow) for s in states().values()]
    for column in zip(*numbers, strict=True):
        known = [n for n in column if n is not None]
        assert len(known) == len(set(known)) > 190
    assert (states()["USA"].cow, states()["USA"].iso, states()["DEU"].name) == (2, 840, "Germany")
