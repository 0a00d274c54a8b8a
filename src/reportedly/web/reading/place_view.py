"""Places in words: what each toponym means, and the places of an article, each once."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from reportedly.record import Place
from reportedly.web.visible import visible_line

PLACES_TITLE = "Places"
CREDIT = "Places: GeoNames (geonames.org), CC BY 4.0"
"""What the licence asks for wherever they are shown."""

KINDS = {"country": "country", "admin": "province or district", "city": "town", "sea": "sea", "region": "region"}
USES = {"demonym": "its people", "metonym": "whoever acts there", "name_part": "part of a name"}
"""The uses that are not the plain one."""
MISSING = {"ambiguous": "which one is not clear", "not_in_gazetteer": "not in the gazetteer"}


@dataclass(frozen=True)
class PlaceView:
    """One place in words: what the text calls it, where it is or why nobody knows, how it is used, how often.

    `known`: the gazetteer told."""

    id: str
    words: str
    where: str
    use: str
    times: int
    known: bool

    @property
    def line(self) -> str:
        """All of it on one line: "Kharkiv: town, UKR, 49.98, 36.25"."""
        return f"{self.words}: {self.where}" + (f" ({self.use})" if self.use else "")


def place_views(places: Iterable[Place]) -> tuple[PlaceView, ...]:
    """Each place once for each use, in the order of the first mentions."""
    groups: dict[tuple[object, ...], list[Place]] = {}
    for p in places:
        key = (p.name, p.lat, p.lon, p.use) if p.name else (p.text.casefold(), p.use)
        groups.setdefault(key, []).append(p)
    return tuple(place_view(first, 1 + len(rest)) for first, *rest in groups.values())


def place_view(place: Place, times: int = 1) -> PlaceView:
    """One toponym in words."""
    words, name = visible_line(place.text), visible_line(place.name or "")
    if name and name.casefold() != words.casefold():
        words = f"{words} = {name}"
    return PlaceView(
        visible_line(place.id), words, _where(place), USES.get(place.use, ""), times, place.name is not None
    )


def _where(place: Place) -> str:
    if place.name is None:
        reason = place.why["name"].missing if "name" in place.why else None
        return MISSING.get(reason or "", "where is not known")
    at = f"{place.lat:.2f}, {place.lon:.2f}" if place.lat is not None and place.lon is not None else None
    return ", ".join(filter(None, (KINDS.get(place.feature or ""), visible_line(place.country or ""), at)))
