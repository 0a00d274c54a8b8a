"""Who has a public role."""

from __future__ import annotations

import pytest

from reportedly.ledger.sourced.public import standing_of


@pytest.mark.parametrize(
    ("role", "sector"),
    [
        ("defence minister", None), ("mayor of Tarrow", "GOV"), ("Sen.", None), ("former Tarrow Gov.", None),
        ("police spokeswoman", "COP"), ("chief executive", "BUS"), ("candidate", "PTY"), (None, "LEG"),
        ("union president", "LAB"), ("Bishop", "REL"),
    ],
)  # fmt: skip
def test_an_office_is_public(role: str | None, sector: str | None) -> None:
    assert standing_of(role, sector) == "public"


@pytest.mark.parametrize(
    ("role", "sector"),
    [
        ("fisherman", None), ("the victim's brother", "CVL"), ("shop owner", "BUS"), ("nurse", "HLH"),
        ("activist", "OPP"), ("conscript", "MIL"), (None, "CVL"), ("teacher from Merrow", "EDU"), ("suspect", "CRM"),
    ],
)  # fmt: skip
def test_others_are_private(role: str | None, sector: str | None) -> None:
    assert standing_of(role, sector) == "private"


def test_a_name_alone_says_neither() -> None:
    assert standing_of(None, None) == "unsaid"
