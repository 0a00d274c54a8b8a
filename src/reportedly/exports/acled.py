"""A draft in the columns of ACLED, for people who code by hand.

Columns and codes after ACLED's codebook (https://acleddata.com, editions of 2023 and 2024); acled.yaml holds the
mapping of types. Nothing here claims to be ACLED data: ids and regions are left to the coder, and every row is a draft.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

import yaml  # type: ignore[import-untyped]

from reportedly.exports.facts import EventFacts, Party, Reading, finite
from reportedly.exports.job import Job, happenings
from reportedly.exports.output import as_text
from reportedly.exports.states import states
from reportedly.exports.tables import CsvTable

ACLED_COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
    "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso",
    "region", "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source",
    "source_scale", "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
OWN_COLUMNS = (
    "draft", "ref", "plover", "status", "factuality", "according_to", "claimant", "claimant_kind", "chain", "date_from",
    "fatalities_high", "url",
)  # fmt: skip
NO_TYPE = "events of types that ACLED does not record"
DRAFT = "draft: check against the ACLED codebook"
WEEK = 7
"""Days up to which a range has time precision 2; one day has 1, a month and here anything longer 3."""
GEO_PRECISION = {"city": 1, "admin": 3}
"""1: the place itself; 3: a larger region. A country alone ACLED does not place on the map."""
Cell = str | int | float


@dataclass(frozen=True)
class Codes:
    """acled.yaml: `inter` is ACLED's type of an actor by sector."""

    types: Mapping[str, tuple[str, str]]
    disorder: Mapping[str, str]
    armed: frozenset[str]
    battle: tuple[str, str]
    between_armed: frozenset[str]
    inter: Mapping[str, str]


@cache
def load_codes() -> Codes:
    """Read acled.yaml."""
    data = yaml.safe_load(files(__package__).joinpath("acled.yaml").read_text(encoding="utf-8"))
    return Codes(
        {name: tuple(pair) for name, pair in data["types"].items()},
        data["disorder"],
        frozenset(data["armed_sectors"]),
        tuple(data["battle"]),
        frozenset(data["between_armed"]),
        {sector: inter for inter, sectors in data["actors"].items() for sector in sectors},
    )


def write_acled(readings: Iterator[Reading], job: Job) -> None:
    """CSV, an event a row; what is not known is left empty for the coder."""
    with as_text(job.file) as file:
        table = CsvTable(file, [*ACLED_COLUMNS, *OWN_COLUMNS], job)
        for reading in readings:
            for facts in happenings(reading, job, lambda facts: None if acled_type(facts) else NO_TYPE):
                table.add(["" if c is None else c for c in (*acled_cells(facts), *_own(facts))])


def acled_type(facts: EventFacts) -> tuple[str, str] | None:
    """Event and sub-event type, None where ACLED does not record such events."""
    codes, event = load_codes(), facts.event
    name = f"{event.type}.{event.mode}" if event.mode else event.type or ""
    sides = facts.actors, facts.recipients
    if name in codes.between_armed and all(any(p.sector in codes.armed for p in side) for side in sides):
        return codes.battle
    return codes.types.get(name)


def acled_cells(facts: EventFacts) -> list[Cell | None]:
    """The 31 cells."""
    pair = acled_type(facts) or ("", "")
    kept, place = facts.reading.kept, facts.place
    day = facts.days[0] or facts.days[1]
    date = day.isoformat() if day else kept.day
    inters = _inter(facts.actors, pair[0]), _inter(facts.recipients, "")
    targeted = pair[0] == "Violence against civilians" or inters[1] == "Civilians"
    state = states().get(place.country or "") if place else None
    country = state.name if state else place.country if place else None
    killed = facts.count("killed")
    return [
        None, date, int(date[:4]), _time_precision(facts), load_codes().disorder.get(pair[0]), *pair,
        *_actor(facts.actors), inters[0], *_actor(facts.recipients), inters[1], "-".join(filter(None, inters)) or None,
        "Civilian targeting" if targeted else None,
        state.iso if state else None, None, country, *_location(facts),
        kept.outlet, None, _notes(facts), _whole(killed.low) if killed else None, None, None,
    ]  # fmt: skip


def _actor(parties: Sequence[Party]) -> tuple[str | None, str | None]:
    """The first is the actor, those beside it are associated ones."""
    names = [p.name for p in parties]
    return (names[0] if names else None), ("; ".join(names[1:]) or None)


def _inter(parties: Sequence[Party], event_type: str) -> str | None:
    if event_type in ("Protests", "Riots") and parties and parties[0].sector not in load_codes().armed:
        return {"Protests": "Protesters", "Riots": "Rioters"}[event_type]
    return load_codes().inter.get(parties[0].sector or "") if parties else None


def _time_precision(facts: EventFacts) -> int | None:
    first, last = facts.days
    if not first or not last:
        return None
    days = (last - first).days + 1
    return 1 if days == 1 else 2 if days <= WEEK else 3


def _location(facts: EventFacts) -> list[Cell | None]:
    """From admin1 to geo_precision."""
    place = facts.place
    if not place:
        return [None] * 7
    name = place.name or place.text
    admin = name if place.feature == "admin" else None
    precision = GEO_PRECISION.get(place.feature or "")
    return [admin, None, None, name, finite(place.lat), finite(place.lon), precision]


def _notes(facts: EventFacts) -> str:
    """What the coder reads first: who says it, and the sentence."""
    said = f"According to {facts.claimant}" if facts.teller else "The article says"
    note = f"[{facts.event.status}] {said}: {facts.sentence}"
    return " ".join(note.split())


def _whole(number: float | None) -> int | None:
    known = finite(number)
    return int(known) if known is not None else None


def _own(facts: EventFacts) -> list[Cell | None]:
    event, killed = facts.event, facts.count("killed")
    return [
        DRAFT, facts.ref, f"{event.type}.{event.mode}" if event.mode else event.type, event.status,
        finite(event.factuality), facts.reading.ref(event.according_to), facts.claimant,
        facts.teller.source.kind if facts.teller else None, " → ".join(facts.teller.relay) if facts.teller else None,
        "event" if any(facts.days) else "publication", _whole(killed.high) if killed else None, facts.reading.kept.url,
    ]  # fmt: skip
