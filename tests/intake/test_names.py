"""Bylines."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.intake.names import byline_of, names_of


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ana Resk", ("Ana Resk",)),
        ("BY ANA RESK", ("ANA RESK",)),
        ("By Ana Resk and Bo Lind", ("Ana Resk", "Bo Lind")),
        ("By Ana Resk, Bo Lind and Mara Dovic", ("Ana Resk", "Bo Lind", "Mara Dovic")),
        ("By Jan van der Meulen", ("Jan van der Meulen",)),
        ("By Shaz Perrin, Showbiz Reporter", ("Shaz Perrin",)),
        ("By Élodie Marchetti", ("Élodie Marchetti",)),
        ("By noon the harbour was closed", ()),
        ("By Friday the harbour had closed for good and all", ()),
        ("By Ana Resk, who has covered the harbour for us", ()),
        ("By", ()),
        ("", ()),
        ("Ana Resk", ()),
    ],
)
def test_byline_of_a_line(line: str, names: tuple[str, ...]) -> None:
    assert byline_of(line) == names


@pytest.mark.parametrize(
    ("field", "names"),
    [
        ("Ana Resk", ("Ana Resk",)),
        ("By Ana Resk & Bo Lind", ("Ana Resk", "Bo Lind")),
        ("Ana Resk; Bo Lind; Ana Resk", ("Ana Resk", "Bo Lind")),
        ("Ana Resk, Political Editor", ("Ana Resk",)),
        ("Harbor Post Staff", ("Harbor Post Staff",)),
        ("https://harborpost.example/ana", ()),
        ("  ", ()),
    ],
)
def test_names_of_a_field(field: str, names: tuple[str, ...]) -> None:
    assert names_of(field) == names


@given(st.text())
def test_any_text(text: str) -> None:
    assert all(names_of(text)) and all(byline_of("By " + text))
