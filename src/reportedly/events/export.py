"""Conventions of other event datasets, applied to a copy of a record on its way out and never to the record."""

from __future__ import annotations

from reportedly.events.ontology import Ontology
from reportedly.record import Event, Record, Why

COOPERATION = ("verbal_cooperation", "material_cooperation")


def future_as_agree(record: Record, ontology: Ontology) -> Record:
    """The codebook's collapse: cooperation that is only planned becomes AGREE, without mode; `why` names the export."""
    return record.model_copy(update={"events": tuple(_collapsed(e, ontology) for e in record.events)})


def _collapsed(e: Event, ontology: Ontology) -> Event:
    if e.status != "planned" or e.quad not in COOPERATION or e.type == "AGREE":
        return e
    why = Why(by="export:future-as-agree@1", evidence=e.why["status"].evidence if "status" in e.why else ())
    none = why.model_copy(update={"missing": "unsupported"})
    return e.model_copy(
        update={
            "type": "AGREE",
            "mode": None,
            "cameo": ontology.cameo("AGREE", None),
            "quad": ontology.quad("AGREE"),
            "why": {**e.why, **dict.fromkeys(("type", "cameo", "quad"), why), "mode": none},
        }
    )
