"""The flat table of events."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from reportedly.exports.columns import Column, article_columns
from reportedly.exports.facts import EventFacts, Party, finite

_C = Column[EventFacts]


def _parties(role: str, of: Callable[[EventFacts], Sequence[Party]]) -> tuple[_C, ...]:
    """Lists of equal length: the nth country is that of the nth name; "" where it is not known."""
    return (
        _C(f"{role}s", "list", f"names of the {role}s, else their words", lambda f: [p.name for p in of(f)]),
        _C(f"{role}_texts", "list", "their words in the article", lambda f: [p.text for p in of(f)]),
        _C(f"{role}_countries", "list", "their countries, in the same order, ISO 3166-1 alpha-3; empty: unknown",
           lambda f: [p.country or "" for p in of(f)]),
        _C(f"{role}_sectors", "list", "their PLOVER sectors, likewise", lambda f: [p.sector or "" for p in of(f)]),
    )  # fmt: skip


def _range(what: str) -> tuple[_C, ...]:
    def bound(name: str) -> Callable[[EventFacts], Any]:
        return lambda f: finite(getattr(f.count(what), name, None))

    return (
        _C(f"{what}_low", "number", f"how many or how much at least ({what})", bound("low")),
        _C(f"{what}_high", "number", "at most; null: open", bound("high")),
    )


EVENT_COLUMNS: tuple[_C, ...] = (
    _C("ref", "text", "name of the event for good", lambda f: f.ref),
    *article_columns(lambda f: f.reading),
    _C("trigger", "text", "words that name the event", lambda f: f.trigger),
    _C("sentence", "text", "the sentence that they stand in", lambda f: f.sentence),
    _C("type", "text", "PLOVER type", lambda f: f.event.type),
    _C("mode", "text", "PLOVER mode", lambda f: f.event.mode),
    _C("contexts", "list", "PLOVER contexts", lambda f: list(f.event.contexts)),
    _C("cameo", "text", "CAMEO code", lambda f: f.event.cameo),
    _C("quad", "text", "verbal_cooperation, material_cooperation, verbal_conflict, material_conflict",
       lambda f: f.event.quad),
    _C("status", "text", "occurred, ongoing, attempted, planned, considered, threatened, urged, conditional, "
       "called_off, denied, unknown", lambda f: f.event.status),
    _C("factuality", "number", "from -3, certainly not, to 3, certainly so, as the claimant puts it",
       lambda f: finite(f.event.factuality)),
    _C("told_as_happened", "boolean", "status is occurred or ongoing", lambda f: f.realised),
    *_parties("actor", lambda f: f.actors),
    *_parties("recipient", lambda f: f.recipients),
    *(column for what in ("killed", "injured", "arrested", "displaced", "money") for column in _range(what)),
    _C("money_currency", "text", "ISO 4217", lambda f: getattr(f.count("money"), "unit", None)),
    _C("other_counts", "list", "numbers of other things", lambda f: f.other_counts()),
    _C("place", "text", "the gazetteer's name of the place, else its words",
       lambda f: f.place and (f.place.name or f.place.text)),
    _C("place_text", "text", "the words", lambda f: f.place and f.place.text),
    _C("place_feature", "text", "country, admin, city, sea, region, other", lambda f: f.place and f.place.feature),
    _C("place_geonames_id", "integer", "number in GeoNames", lambda f: f.place and f.place.geonames_id),
    _C("place_country", "text", "ISO 3166-1 alpha-3", lambda f: f.place and f.place.country),
    _C("lat", "number", "WGS84 degrees", lambda f: finite(f.place.lat) if f.place else None),
    _C("lon", "number", "WGS84 degrees", lambda f: finite(f.place.lon) if f.place else None),
    _C("time_text", "text", "words that date the event", lambda f: f.time and f.time.text),
    _C("time_value", "text", "their TIMEX3 value, as precise as they are", lambda f: f.time and f.time.value),
    _C("earliest", "date", "first day on which it can have been", lambda f: f.days[0]),
    _C("latest", "date", "last one", lambda f: f.days[1]),
    _C("according_to", "text", "ref of the statement that tells it; null: the article itself",
       lambda f: f.reading.ref(f.event.according_to)),
    _C("claimant", "text", "name of who tells it, else the words; null: the article itself", lambda f: f.claimant),
    _C("claimant_text", "text", "the words", lambda f: f.teller and f.teller.source.text),
    _C("claimant_key", "text", "key of that entity, the same in every article",
       lambda f: f.told_by and f.told_by.key),
    _C("claimant_kind", "text", "as `source_kind` of statements", lambda f: f.teller and f.teller.source.kind),
    _C("claimant_named", "boolean", "the article names who tells it", lambda f: f.teller and f.teller.source.named),
    _C("claimant_act", "text", "as `act` of statements", lambda f: f.teller and f.teller.act),
    _C("chain", "chain", "through whom it came, as `relay` of statements",
       lambda f: list(f.teller.relay) if f.teller else []),
    _C("same_as", "text", "ref of the earlier event that this mention repeats",
       lambda f: f.reading.ref(f.event.same_as)),
)  # fmt: skip
