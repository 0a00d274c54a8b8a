"""A record without how its fields came about: half of what is stored of it, which nobody who links articles reads."""

from __future__ import annotations

from pydantic import Field

from reportedly.record import Entity, Event, Place, Record, Statement, Time, Why

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
