"""The ontology file: complete, consistent, and with the settings in force."""

from __future__ import annotations

from typing import get_args

import pytest

from reportedly.events.ontology import Settings, load_ontology
from reportedly.reader.model import ReaderModel
from reportedly.record.event import Quad

ONTOLOGY = load_ontology()


def test_sixteen_types_with_definitions_and_quads() -> None:
    assert len(ONTOLOGY.types) == 16
    for t in ONTOLOGY.types.values():
        assert t.definition
        assert t.quad in get_args(Quad)
        assert all(t.modes.values())


def test_contexts_and_sectors() -> None:
    assert len(ONTOLOGY.contexts) == 37
    assert {"GOV", "MIL", "COP", "JUD", "LEG", "REB", "CRM", "CVL", "MED", "NGO", "IGO"} <= set(ONTOLOGY.sectors)
    assert all(ONTOLOGY.contexts.values())


def test_the_heads_know_the_same_kinds() -> None:
    kinds = {"none"}
    for t in ONTOLOGY.types.values():
        kinds |= {t.name, *(f"{t.name}.{m}" for m in t.modes)}
    assert set(ReaderModel().kinds) == kinds


@pytest.mark.parametrize(
    ("type_", "mode", "code"),
    [("ASSAULT", "aerial", "195"), ("COERCE", "arrest", "173"), ("AGREE", None, "03"), ("PROTEST", "hunger", "142"),
     ("CONSULT", None, "04"), ("RETREAT", "ceasefire", "0871")],
)  # fmt: skip
def test_cameo(type_: str, mode: str | None, code: str) -> None:
    assert ONTOLOGY.cameo(type_, mode) == code


def test_the_quad_of_sanctions_is_a_setting() -> None:
    assert load_ontology().quad("SANCTION") == "material_conflict"
    assert load_ontology(Settings(sanction_quad="verbal_conflict")).quad("SANCTION") == "verbal_conflict"


def test_keywords_match_whole_words_and_stems() -> None:
    pattern = ONTOLOGY.context_patterns["military"]
    assert pattern.search("the army moved")
    assert not pattern.search("the farmyard")
