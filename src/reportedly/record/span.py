"""Spans: where in the article's text something stands."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

Span = Annotated[tuple[Annotated[int, Field(ge=0)], Annotated[int, Field(ge=0)]], "start, end"]
"""`[start, end)` in Unicode code points into `article.text`."""


class Noun(BaseModel):
    """What every record type has in common: frozen, and unknown fields are ignored when reading."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    def to_json(self) -> dict[str, Any]:
        """A dictionary that `json.dumps` takes, fields in the order of the format."""
        return self.model_dump(mode="json")


class Why(Noun):
    """How one field came about: its maker (`rule:name@version` or `head:name@version`), score and evidence.

    `score` is 0..1 where the maker gives one. `missing` says why a field is null: not_said, ambiguous,
    not_in_gazetteer, no_publication_date, unsupported or failed.
    """

    by: str
    score: float | None = None
    evidence: tuple[Span, ...] = ()
    missing: str | None = None


def covers(outer: Span, inner: Span) -> bool:
    """Does `outer` contain all of `inner`?"""
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def overlaps(a: Span, b: Span) -> bool:
    """Do two spans share a character?"""
    return a[0] < b[1] and b[0] < a[1]
