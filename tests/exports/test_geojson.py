"""The map obeys RFC 7946."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from reportedly.exports.geojson import NOWHERE
from reportedly.exports.job import UNREALISED
from tests.exports.invented import chosen, exported, strike_record


def read(path: Path) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"), parse_constant=lambda word: 1 / 0)
    return value


def test_a_feature(tmp_path: Path) -> None:
    manifest = exported("geojson", tmp_path / "out.geojson", [chosen(strike_record())])
    collection = read(tmp_path / "out.geojson")
    assert collection["type"] == "FeatureCollection"
    assert "GeoNames" in collection["attribution"]
    (feature,) = collection["features"]
    assert set(feature) == {"type", "id", "geometry", "properties"}
    assert feature["geometry"] == {"type": "Point", "coordinates": [-33.25, -4.5]}
    assert (feature["properties"]["status"], feature["properties"]["earliest"]) == ("occurred", "2025-03-13")
    assert (manifest.events, manifest.left_out[UNREALISED], manifest.left_out[NOWHERE]) == (1, 2, 1)


def test_demonyms_are_no_places_of_events(tmp_path: Path) -> None:
    exported("geojson", tmp_path / "out", [chosen(strike_record())], include_unrealised=True)
    assert [f["id"] for f in read(tmp_path / "out")["features"]] == ["a1/e2"]


def test_coordinates_out_of_range_are_left_out(tmp_path: Path) -> None:
    record = strike_record()
    for lat, lon in ((91.0, 0.0), (0.0, -181.0), (float("nan"), 0.0), (None, 0.0)):
        place = record.places[0].model_copy(update={"lat": lat, "lon": lon})
        moved = record.model_copy(update={"places": (place, *record.places[1:])})
        assert exported("geojson", tmp_path / "out", [chosen(moved)], force=True).events == 0
        assert read(tmp_path / "out")["features"] == []


def test_a_later_mention_with_coordinates_stands_for_a_first_one_without(tmp_path: Path) -> None:
    record = strike_record()
    placed = next(e for e in record.events if e.id == "e2")
    first = placed.model_copy(update={"id": "e8", "place": None, "same_as": None})
    later = placed.model_copy(update={"same_as": "e8"})
    manifest = exported("geojson", tmp_path / "out", [chosen(record.model_copy(update={"events": (first, later)}))])
    assert [f["id"] for f in read(tmp_path / "out")["features"]] == ["a1/e2"]
    assert (manifest.events, manifest.left_out) == (1, {NOWHERE: 1})
