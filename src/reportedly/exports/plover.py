"""PLOVER records as JSON Lines.

Field names are those of the chapter "Data Fields" of the manual of the Open Event Data Alliance
(https://github.com/openeventdata/PLOVER, PLOVER_MANUAL.tex, draft 0.8), but for `actor`, which later replaced `source`
(PLOVER_MANUAL.pdf, section 2.4.1; see docs/exports.md). What it has no field for stands in fields that begin with
`reportedly_`, which the manual allows.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from reportedly.events.export import future_as_agree
from reportedly.events.ontology import load_ontology
from reportedly.exports.facts import EventFacts, Party, Reading, finite
from reportedly.exports.job import Job, happenings, untyped
from reportedly.exports.json_lines import dumped, known
from reportedly.record import Place

QUADS = {"verbal_cooperation": 1, "material_cooperation": 2, "verbal_conflict": 3, "material_conflict": 4}
SECTORS = {"MED": "JRN", "HLH": "MED"}
"""Where the manual's sector codes differ from ours, which are CAMEO's: MED is health there, JRN the media."""
SIZES = {"killed": "dead", "injured": "injured", "arrested": "arrested"}


def write_plover(readings: Iterator[Reading], job: Job) -> None:
    """An event a line, with `reportedly_status` and who tells it."""
    for reading in readings:
        coded = _collapsed(reading) if job.target.future_as_agree else reading
        for facts in happenings(coded, job, untyped):
            job.file.write(dumped(plover_record(facts)) + b"\n")


def plover_sector(code: str | None) -> str | None:
    """A sector code as the manual spells it."""
    return SECTORS.get(code, code) if code else None


def plover_record(facts: EventFacts) -> dict[str, Any]:
    """One event. Its date is that of the event where the text gives one, else that of publication."""
    event, kept = facts.event, facts.reading.kept
    first, last = facts.days
    day = first or last
    return {
        "id": facts.ref,
        "has_event": True,
        "date": day.isoformat() if day else kept.day,
        **known({"enddate": last.isoformat() if last and last != day else None}),
        "actor": _actors(facts.actors),
        "recipient": _actors(facts.recipients),
        "event": [event.type],
        "mode": [event.mode] if event.mode else [],
        "context": list(event.contexts),
        **known(
            {
                "event_loc": _location(facts.place) if facts.place else None,
                "event_text": [facts.sentence],
                "quad_code": QUADS.get(event.quad or ""),
                "text_info": {"start": event.sentence[0], "end": event.sentence[1]},
                "cite_info": _citation(facts.reading),
                "size": _sizes(facts),
                "coder": f"reportedly {facts.reading.record.run.reportedly}",
            }
        ),
        **_own(facts, "event" if day else "publication"),
    }


def _collapsed(reading: Reading) -> Reading:
    found = reading.chosen.found
    record = future_as_agree(found.record, load_ontology())
    return Reading(replace(reading.chosen, found=found.model_copy(update={"record": record})))


def _actors(parties: Sequence[Party]) -> list[dict[str, Any]]:
    return [
        known(
            {
                "code": p.country,
                "sector": plover_sector(p.sector),
                "actor_text": p.text,
                "identifier_text": p.entity and p.entity.name,
                "office": p.entity and p.entity.role,
            }
        )
        for p in parties
    ]


def _location(place: Place) -> dict[str, Any]:
    return known(
        {
            "geonameid": place.geonames_id,
            "name": place.name or place.text,
            "latitude": finite(place.lat),
            "longitude": finite(place.lon),
            "cc3": place.country,
        }
    )


def _citation(reading: Reading) -> dict[str, Any]:
    return known(
        {
            "citation": f"{reading.kept.id} v{reading.kept.version} sha256:{reading.kept.text_sha256}",
            "url": reading.kept.url,
            "title": reading.kept.title,
            "language": reading.record.article.language,
            "publication": reading.kept.outlet,
            "codebook": "plover",
        }
    )


def _sizes(facts: EventFacts) -> dict[str, Any]:
    counts = ((name, facts.count(what)) for what, name in SIZES.items())
    return known({name: finite(count.low) for name, count in counts if count})


def _own(facts: EventFacts, date_from: str) -> dict[str, Any]:
    """What the manual has no field for."""
    teller = facts.teller
    return {
        "reportedly_date_from": date_from,
        "reportedly_status": facts.event.status,
        "reportedly_factuality": finite(facts.event.factuality),
        "reportedly_according_to": facts.reading.ref(facts.event.according_to),
        "reportedly_claimant": facts.claimant,
        "reportedly_claimant_kind": teller.source.kind if teller else None,
        "reportedly_claimant_named": teller.source.named if teller else None,
        "reportedly_claimant_act": teller.act if teller else None,
        "reportedly_chain": list(teller.relay) if teller else [],
        "reportedly_run": facts.reading.kept.run,
    }
