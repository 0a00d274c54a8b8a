"""Toponyms."""

from __future__ import annotations

from typing import Literal

from reportedly.record.span import Noun, Span, Why

Use = Literal["location", "demonym", "metonym", "name_part"]


class Place(Noun):
    """One toponym; `lat` and `lon` are WGS84 degrees, `country` is ISO 3166-1 alpha-3."""

    id: str
    span: Span
    text: str
    name: str | None = None
    feature: Literal["country", "admin", "city", "sea", "region", "other"] | None = None
    use: Use
    geonames_id: int | None = None
    lat: float | None = None
    lon: float | None = None
    country: str | None = None
    why: dict[str, Why] = {}
