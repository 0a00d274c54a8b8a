"""Entities that bear the name of a place: which country that is in, and that a bare place is no body and no person."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from reportedly.ground.entities import Entities
from reportedly.record import Entity, Place, Span, Why

PLACE = "rule:place@1"
MISTAKEN = frozenset({"organisation", "person"})
"""Kinds that the head for names gives to places that it does not know."""
LANDS = frozenset({"state", "other"})
"""Kinds whose country is that of the place; a body that is called like a town need not sit there."""


def with_toponyms(found: Entities, places: Iterable[Place]) -> Entities:
    """The same entities; what is known of a place holds for the entity that has just its name.

    What has no part in a statement or an event, no role, and is never more than a location is of the kind `other`.
    """
    at = {p.span: p for p in places if p.use in ("location", "metonym")}
    parts = set(found.by_span.values())
    return replace(found, items=tuple(_told(e, at, e.id in parts) for e in found.items))


def _told(e: Entity, at: Mapping[Span, Place], has_part: bool) -> Entity:
    spans = e.why["name"].evidence if e.why["name"].by.startswith("rule:names") else ()
    own = [at[s] for s in spans if s in at]
    if not own or len(own) < len(spans):
        return e
    if e.kind in MISTAKEN and not has_part and not e.role and all(p.use == "location" for p in own):
        e = e.model_copy(update={"kind": "other"})
    place = next((p for p in own if p.country), None)
    if e.kind not in LANDS or place is None or place.country == e.country:
        return e
    why = {**e.why, "country": Why(by=PLACE, evidence=(place.span,))}
    sector = e.sector
    if why["sector"].by == "rule:state@1":  # it was the government of another country
        sector, why["sector"] = None, Why(by=PLACE, missing="not_said")
    return e.model_copy(update={"country": place.country, "sector": sector, "why": why})
