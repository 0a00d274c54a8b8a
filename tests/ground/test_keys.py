"""Keys of named entities across articles."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.ground.keys import evened, key_of
from reportedly.lexicons import load_lexicons

LEXICONS = load_lexicons()


@pytest.mark.parametrize(
    ("name", "kind", "key"),
    [
        ("Ana Resk", "person", "person:ana resk"),
        ("Sir Ana RESK", "person", "person:ana resk"),
        ("Señora Ána Résk", "person", "person:senora ana resk"),
        ("Colonel", "person", "person:colonel"),
        ("the Ward Clerks’ Union", "organisation", "organisation:ward clerks union"),
        ("Harbor Freight Corp.", "organisation", "organisation:harbor freight"),
        ("Harbor & Sons, Inc.", "organisation", "organisation:harbor and sons"),
        ("U.S.", "state", "state:usa"),
        ("the United States", "state", "state:usa"),
        ("America", "state", "state:usa"),
        ("Veshkia", "state", "state:veshkia"),
        ("The Harbor Post", "outlet", "outlet:harbor post"),
        ("…", "organisation", None),
    ],
)
def test_names_that_are_written_differently_have_one_key(name: str, kind: str, key: str | None) -> None:
    assert key_of(name, kind, LEXICONS) == key


@given(st.text())
def test_a_key_is_stable(name: str) -> None:
    key = key_of(name, "person", LEXICONS)
    assert key is None or key_of(key.removeprefix("person:"), "person", LEXICONS) == key
    assert evened(evened(name)) == evened(name)
