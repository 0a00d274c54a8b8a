"""What of a text is furniture, and whose text it says that it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.connect.brief.furniture import bare, credit_of


@pytest.mark.parametrize(
    ("text", "credit"),
    [
        ("PORT ELDIN, May 2 (Coastal Wire) - Dockers walked out.", "Coastal Wire"),
        ("VELL (CNW) — Dockers walked out.", "CNW"),
        ("ELDIN, N.Q. (Coastal Wire) -- Dockers walked out.", "Coastal Wire"),
        ("Dockers walked out, the union said. - Coastal Wire", "Coastal Wire"),
        ("Dockers walked out.\n— The Vell Echo", "The Vell Echo"),
        ("Courtesy of the Vell Echo\nDockers walked out.", "Vell Echo"),
        ("Dockers walked out.\nSource: Coastal Wire", "Coastal Wire"),
        ("Dockers walked out.\nThis article was first published by The Vell Echo.", "The Vell Echo"),
        ("Dockers walked out (the second time) - and came back.", None),
        ("Dockers of Eldin (population 4,000) - walked out.", None),
        ("Call 555-0199 or the line at 471-TIPS", None),
        ("Dockers walked out.", None),
    ],
)
def test_credits(text: str, credit: str | None) -> None:
    found = credit_of(text)
    assert (found[0] if found else None) == credit
    if found:
        start, end = found[1]
        assert text[start:end].rstrip(".") == credit


@pytest.mark.parametrize(
    "line",
    [
        "Reporting by Ina Morev; Editing by Jonas Brask",
        "(Additional reporting by Ina Morev in Vell.)",
        "Subscribe to our morning mail.",
        "Follow us on Chirper.",
        "Copyright 2024 Coastal Media. All rights reserved.",
        "Anyone with information is asked to call 555-0199.",
        "Ina Morev contributed to this report.",
        "Read more: Ten walks around Vell",
        "Photo: Ina Morev",
    ],
)
def test_lines_of_furniture_are_left_out(line: str) -> None:
    text = f"Dockers walked out.\n{line}\nThe port closed."
    assert bare(text).split("\n") == ["Dockers walked out.", "The port closed."]


@pytest.mark.parametrize(
    "line",
    [
        "Subscribers were told on Monday.",
        "The strike, first reported by the Vell Echo, goes on.",
        "He took photos of the pier.",
        "The court decides on copyright next week.",
        "They will stay for a week.",
    ],
)
def test_other_lines_stay(line: str) -> None:
    assert line in bare(f"Dockers walked out.\n{line}")


def test_a_text_of_nothing_else_stays() -> None:
    assert bare("Subscribe to our morning mail.") == "Subscribe to our morning mail."


@given(st.text(max_size=300))
def test_any_text(text: str) -> None:
    assert bool(bare(text).strip()) == bool(text.strip())
    credit_of(text)
