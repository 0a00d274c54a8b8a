"""The type between two given actors."""

from __future__ import annotations

import pytest

from reportedly.reading import Reader
from tests.handmade import span

TABLE = [
    ("Norland accused Kestria of shelling a village.", "Norland", "Kestria", "ACCUSE"),
    ("Kestrian troops shelled a Norlander village on Monday.", "Kestrian troops", "Norlander village", "ASSAULT"),
    ("The mediators from Osterby met the Tresk delegation in Brennick.", "mediators", "delegation", "CONSULT"),
    ("Police arrested four students in Marrow.", "Police", "four students", "COERCE"),
    ("Osterby sent two planes of medicine to Treskia.", "Osterby", "Treskia", "AID"),
    ("Treskia has turned down Osterby's offer of talks.", "Treskia", "Osterby", "REJECT"),
]


@pytest.mark.parametrize(("text", "source", "target", "type"), TABLE)
def test_type_between(text: str, source: str, target: str, type: str, reader: Reader) -> None:
    assert reader.type_between(text, (span(text, source),), (span(text, target),)) == type


def test_somebody_unnamed_may_be_asked_about(reader: Reader) -> None:
    text = "Police arrested four students in Marrow."
    assert reader.type_between(text, (), (span(text, "four students"),)) == "COERCE"


def test_a_text_without_words_has_an_answer(reader: Reader) -> None:
    assert reader.type_between("", (), ())
