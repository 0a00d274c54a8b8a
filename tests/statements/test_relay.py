"""Relays: origin first, the outlet in hand last."""

from __future__ import annotations

import pytest

from reportedly.record import Addressee, Entity, Source, Statement
from reportedly.statements.relay import with_relays

POST = Entity(id="n1", name="Sky Tirana", kind="outlet")
ANA = Entity(id="n2", name="Ana Resk", kind="person")
STATE = Entity(id="n3", name="Veshkia", kind="state")


def statement(id: str, source: str | None, entity: str | None = None, parent: str | None = None) -> Statement:
    spoken = Source(spans=((0, 1),) if source else (), text=source, entity=entity)
    return Statement(id=id, parent=parent, source=spoken, cue=((2, 3),), form="indirect", act="say")


def told(s: Statement, entity: str | None) -> Statement:
    return s.model_copy(update={"addressee": Addressee(spans=((4, 5),), text="it", entity=entity)})


def relays(*statements: Statement, outlet: str | None = "The Harbor Post") -> list[tuple[str, ...]]:
    return [s.relay for s in with_relays(statements, [POST, ANA, STATE], outlet)]


def test_source_and_outlet() -> None:
    assert relays(statement("s1", "she", "n2")) == [("Ana Resk", "The Harbor Post")]
    assert relays(statement("s1", "she", "n2"), outlet=None) == [("Ana Resk",)]
    assert relays(statement("s1", None)) == [("The Harbor Post",)]
    assert relays(statement("s1", None), outlet=None) == [()]


def test_through_parents() -> None:
    outer = statement("s1", "the outlet", "n1")
    inner = statement("s2", "two officials", parent="s1")
    innermost = statement("s3", "Ana Resk", "n2", parent="s2")
    assert relays(outer, inner, innermost) == [
        ("Sky Tirana", "The Harbor Post"),
        ("two officials", "Sky Tirana", "The Harbor Post"),
        ("Ana Resk", "two officials", "Sky Tirana", "The Harbor Post"),
    ]


def test_an_outlet_told_is_a_link_and_anybody_else_told_is_none() -> None:
    assert relays(told(statement("s1", "two officials"), "n1")) == [("two officials", "Sky Tirana", "The Harbor Post")]
    assert relays(told(statement("s1", "two officials"), "n3")) == [("two officials", "The Harbor Post")]
    assert relays(told(statement("s1", "two officials"), None)) == [("two officials", "The Harbor Post")]


def test_nobody_relays_to_himself() -> None:
    inner = statement("s2", "she", "n2", parent="s1")
    assert relays(statement("s1", "Ana Resk", "n2"), inner)[1] == ("Ana Resk", "The Harbor Post")
    assert relays(told(statement("s1", "x", "n1"), "n1")) == [("Sky Tirana", "The Harbor Post")]


@pytest.mark.parametrize("outlet", ["Sky Tirana", "The Sky Tirana", "sky tirana"])
def test_the_outlet_in_hand_is_not_told_twice(outlet: str) -> None:
    assert relays(told(statement("s1", "two officials"), "n1"), outlet=outlet) == [("two officials", "Sky Tirana")]
