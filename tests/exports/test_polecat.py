# ruff: noqa: E501 (tables of values)
"""POLECAT's table, read with csv and DuckDB."""

from __future__ import annotations

import csv
from pathlib import Path

import duckdb

from reportedly.exports.polecat import OWN_COLUMNS, POLECAT_COLUMNS
from tests.exports.invented import chosen, exported, strike_record
from tests.web.invented_events import hostile_events

HEADING = (
    "Event ID\tEvent Date\tEvent Type\tEvent Mode\tIntensity\tQuad Code\tContexts\tActor Name\tActor Country\tActor COW\t"
    "Primary Actor Sector\tActor Sectors\tActor Title\tActor Name Raw\tWikipedia Actor ID\tRecipient Name\t"
    "Recipient Country\tRecipient COW\tPrimary Recipient Sector\tRecipient Sectors\tRecipient Title\tRecipient Name Raw\t"
    "Wikipedia Recipient ID\tPlacename\tCity\tDistrict\tProvince\tCountry\tLatitude\tLongitude\tGeoNames ID\t"
    "Raw Placename\tFeature Type\tSource\tPublication Date\tStory People\tStory Organizations\tStory Locations\tLanguage\t"
    "Version"
)


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file, delimiter="\t"))


def test_the_heading(tmp_path: Path) -> None:
    exported("polecat", tmp_path / "out.txt")
    first = (tmp_path / "out.txt").read_text(encoding="utf-8").split("\n")[0]
    assert first == "\t".join([HEADING, *OWN_COLUMNS])
    assert len(POLECAT_COLUMNS) == len(HEADING.split("\t")) == 40


def test_a_row(tmp_path: Path) -> None:
    exported("polecat", tmp_path / "out.txt", [chosen(strike_record())])
    row = read(tmp_path / "out.txt")[0]
    expected = {
        "Event ID": "a1/e2", "Event Date": "2025-03-13", "Event Type": "ASSAULT", "Event Mode": "heavy-weapons",
        "Intensity": "None", "Quad Code": "MATERIAL CONFLICT", "Contexts": "military; crime", "Actor Name": "Northern Rebels",
        "Actor Country": "FRA", "Actor COW": "220", "Primary Actor Sector": "REB", "Actor Name Raw": "Rebels",
        "Recipient Name": "Tarrow", "Recipient Country": "None", "Placename": "Tarrow", "City": "Tarrow", "Province": "None",
        "Country": "FRA", "Latitude": "-4.5", "Longitude": "-33.25", "GeoNames ID": "7", "Source": "The Harbor Post",
        "Publication Date": "2025-03-15", "Story People": "Ana Resk", "Story Locations": "Merrow; Tarrow", "Language": "en",
        "Reportedly Status": "occurred", "Reportedly Date From": "event", "Reportedly Claimant": "None",
    }  # fmt: skip
    assert {name: row[name] for name in expected} == expected


def test_what_has_not_happened_carries_its_status_and_claimant(tmp_path: Path) -> None:
    exported("polecat", tmp_path / "out.txt", [chosen(strike_record())], include_unrealised=True)
    row = read(tmp_path / "out.txt")[0]
    assert (row["Reportedly Status"], row["Reportedly Claimant Kind"]) == ("considered", "anonymous")
    assert row["Reportedly Chain"] == "Two officials → Sky Tirana → The Harbor Post"
    assert row["Placename"] == "None", "a demonym is no place of an event"


def test_one_line_for_each_event_and_no_tabs_in_cells(tmp_path: Path) -> None:
    record = hostile_events()
    wanted = frozenset(e.id for e in record.events)
    manifest = exported("polecat", tmp_path / "out.txt", [chosen(record, events=wanted)], include_unrealised=True)
    lines = (tmp_path / "out.txt").read_text(encoding="utf-8").rstrip("\n").split("\n")
    assert manifest.events > 1
    assert [len(line.split("\t")) for line in lines] == [50] * (manifest.events + 1)


def test_it_is_read_by_duckdb(tmp_path: Path) -> None:
    path = tmp_path / "out.txt"
    exported("polecat", path)
    found = (
        duckdb.connect()
        .execute(f"""SELECT "Event ID", "Actor COW" FROM read_csv('{path}', delim='\t', nullstr='None')""")
        .fetchall()
    )
    assert found[0] == ("a1/e2", 220)
