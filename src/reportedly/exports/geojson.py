"""A map of events: GeoJSON (RFC 7946)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from reportedly.exports.columns import row
from reportedly.exports.event_columns import EVENT_COLUMNS
from reportedly.exports.facts import EventFacts, Reading, finite
from reportedly.exports.job import Job, happenings
from reportedly.exports.json_lines import dumped, known, write_list

NOWHERE = "events without coordinates"
CREDIT = "Places: GeoNames (https://www.geonames.org), CC BY 4.0"


def write_geojson(readings: Iterator[Reading], job: Job) -> None:
    """A FeatureCollection with a point for each event that has coordinates; the properties are the columns of the flat
    table. A viewer shows a dot and no status, therefore what has not happened is left out unless it was asked for."""
    job.file.write(b'{"type":"FeatureCollection","attribution":' + dumped(CREDIT) + b',"features":')
    write_list(job.file, (feature for reading in readings for feature in _features(reading, job)))
    job.file.write(b"}\n")


def _features(reading: Reading, job: Job) -> Iterator[dict[str, Any]]:
    for facts in happenings(reading, job, lambda facts: None if _point(facts) else NOWHERE):
        yield {
            "type": "Feature",
            "id": facts.ref,
            "geometry": {"type": "Point", "coordinates": _point(facts)},
            "properties": _properties(facts),
        }


def _point(facts: EventFacts) -> list[float] | None:
    """Longitude, latitude, as RFC 7946 orders them."""
    lon, lat = (finite(facts.place.lon), finite(facts.place.lat)) if facts.place else (None, None)
    return [lon, lat] if lon is not None and lat is not None and abs(lon) <= 180 and abs(lat) <= 90 else None


def _properties(facts: EventFacts) -> dict[str, Any]:
    cells = zip(EVENT_COLUMNS, row(EVENT_COLUMNS, facts), strict=True)
    return known({c.name: cell.isoformat() if isinstance(cell, date) else cell for c, cell in cells})
