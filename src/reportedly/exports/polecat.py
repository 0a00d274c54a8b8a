"""Events as POLECAT publishes them: a tab-separated table with its 40 columns, and ours after them.

Names and order of the columns as in the files on Dataverse (https://doi.org/10.7910/DVN/AJGVIT), quoted in
https://github.com/shenyangHuang/TGB (tgb/datasets/tkgl_polecat/tkgl_polecat.py). As there, several values of a cell
are joined by "; ", and what is not known is "None".
"""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Sequence

from reportedly.exports.facts import EventFacts, Party, Reading, finite
from reportedly.exports.job import Job, happenings, untyped
from reportedly.exports.output import as_text
from reportedly.exports.plover import plover_sector
from reportedly.exports.states import states
from reportedly.exports.tables import CsvTable
from reportedly.record.entity import EntityKind

_PARTY = (
    "{0} Name", "{0} Country", "{0} COW", "Primary {0} Sector", "{0} Sectors", "{0} Title", "{0} Name Raw",
    "Wikipedia {0} ID",
)  # fmt: skip
POLECAT_COLUMNS = (
    "Event ID", "Event Date", "Event Type", "Event Mode", "Intensity", "Quad Code", "Contexts",
    *(name.format("Actor") for name in _PARTY), *(name.format("Recipient") for name in _PARTY),
    "Placename", "City", "District", "Province", "Country", "Latitude", "Longitude", "GeoNames ID", "Raw Placename",
    "Feature Type", "Source", "Publication Date", "Story People", "Story Organizations", "Story Locations", "Language",
    "Version",
)  # fmt: skip
OWN_COLUMNS = (
    "Reportedly Status", "Reportedly Factuality", "Reportedly According To", "Reportedly Claimant",
    "Reportedly Claimant Kind", "Reportedly Claimant Named", "Reportedly Claimant Act", "Reportedly Chain",
    "Reportedly Date From", "Reportedly URL",
)  # fmt: skip
Cell = str | int | float
UNKNOWN = "None"


class _Tabs(csv.excel_tab):
    lineterminator = "\n"


def write_polecat(readings: Iterator[Reading], job: Job) -> None:
    """One event a line; POLECAT's columns first, then those that say who claims it and in which status it is."""
    with as_text(job.file) as file:
        table = CsvTable(file, [*POLECAT_COLUMNS, *OWN_COLUMNS], job, _Tabs)
        for reading in readings:
            for facts in happenings(reading, job, untyped):
                table.add([_flat(cell) for cell in (*polecat_cells(facts), *_own(facts))])


def polecat_cells(facts: EventFacts) -> list[Cell | None]:
    """The 40 cells. Intensity and Wikipedia ids are unknown: nothing here assigns them."""
    event, kept, record = facts.event, facts.reading.kept, facts.reading.record
    day = facts.days[0] or facts.days[1]
    quad = event.quad.replace("_", " ").upper() if event.quad else None
    return [
        facts.ref, day.isoformat() if day else kept.day, event.type, event.mode, None, quad, _joined(event.contexts),
        *_party(facts.actors), *_party(facts.recipients), *_place(facts),
        kept.outlet, kept.day, _names(facts, "person"), _names(facts, "organisation"),
        _joined(sorted({p.name or p.text for p in record.places if p.use == "location"})),
        record.article.language, f"reportedly {record.run.reportedly}",
    ]  # fmt: skip


def _party(parties: Sequence[Party]) -> list[str | None]:
    sectors = [s for p in parties if (s := plover_sector(p.sector))]
    cows = [cow for p in parties if (state := states().get(p.country or "")) and (cow := state.cow)]
    return [
        _joined(p.name for p in parties),
        _joined(dict.fromkeys(p.country for p in parties if p.country)),
        _joined(dict.fromkeys(map(str, cows))),
        sectors[0] if sectors else None,
        _joined(dict.fromkeys(sectors)),
        _joined(p.entity.role for p in parties if p.entity and p.entity.role),
        _joined(p.text for p in parties),
        None,
    ]


def _place(facts: EventFacts) -> list[Cell | None]:
    """Ten cells from Placename to Feature Type. The record knows no larger units of a place but its country."""
    place = facts.place
    if not place:
        return [None] * 10
    name = place.name or place.text
    city, province = (name if place.feature == feature else None for feature in ("city", "admin"))
    lat, lon = finite(place.lat), finite(place.lon)
    return [name, city, None, province, place.country, lat, lon, place.geonames_id, place.text, place.feature]


def _names(facts: EventFacts, kind: EntityKind) -> str | None:
    return _joined(n.name for n in facts.reading.record.entities if n.kind == kind and n.key)


def _own(facts: EventFacts) -> list[Cell | None]:
    teller = facts.teller
    return [
        facts.event.status,
        finite(facts.event.factuality),
        facts.reading.ref(facts.event.according_to),
        facts.claimant,
        teller.source.kind if teller else None,
        ("yes" if teller.source.named else "no") if teller else None,
        teller.act if teller else None,
        " → ".join(teller.relay) if teller else None,
        "event" if any(facts.days) else "publication",
        facts.reading.kept.url,
    ]


def _joined(values: Iterable[str]) -> str | None:
    return "; ".join(values) or None


def _flat(cell: Cell | None) -> Cell:
    """On one line and without tabs: many readers of tab-separated files know no quotation marks."""
    if cell is None or cell == "":
        return UNKNOWN
    return " ".join(cell.split()) if isinstance(cell, str) else cell
