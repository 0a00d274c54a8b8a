"""How the fields of a record came about, and a record without that, which is most of it and which few who read it look
at."""

from __future__ import annotations

import json

from pydantic import Field, ValidationError

from reportedly.record import Entity, Event, Place, Record, Statement, Time, Why
from reportedly.record.span import Noun

LEFT_OUT = "-"
"""No record has a field of this name: its value is never built."""


class _Entity(Entity):
    why: dict[str, Why] = Field(default_factory=dict, validation_alias=LEFT_OUT)


class _Place(Place):
    why: dict[str, Why] = Field(default_factory=dict, validation_alias=LEFT_OUT)


class _Time(Time):
    why: dict[str, Why] = Field(default_factory=dict, validation_alias=LEFT_OUT)


class _Statement(Statement):
    why: dict[str, Why] = Field(default_factory=dict, validation_alias=LEFT_OUT)


class _Event(Event):
    why: dict[str, Why] = Field(default_factory=dict, validation_alias=LEFT_OUT)


class Unexplained(Record):
    """A record in which every `why` is empty, whatever was written; else the same."""

    entities: tuple[_Entity, ...] = ()
    places: tuple[_Place, ...] = ()
    times: tuple[_Time, ...] = ()
    statements: tuple[_Statement, ...] = ()
    events: tuple[_Event, ...] = ()


class Explained(Noun):
    """How the fields of one noun came about."""

    why: dict[str, Why]


class Explanations(Noun):
    """The same of all of a record's nouns, in its order."""

    entities: tuple[Explained, ...]
    places: tuple[Explained, ...]
    times: tuple[Explained, ...]
    statements: tuple[Explained, ...]
    events: tuple[Explained, ...]


EXPLAINED = tuple(Explanations.model_fields)
"""The lists of a record whose members say how their fields came about."""


def explanations_of(told: bytes) -> Explanations:
    """Explanations from JSON. ValueError: these are none."""
    try:
        return Explanations.model_validate_json(told)
    except ValidationError:  # half a character, which this faster way refuses; or it is damaged
        return Explanations.model_validate(json.loads(told))
