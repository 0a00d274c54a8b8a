"""docs/record.md is what the types say."""

from __future__ import annotations

from pathlib import Path

from reportedly.record.reference import MEANINGS, TYPES, reference


def test_the_page_is_up_to_date() -> None:
    page = Path(__file__).parents[2] / "docs" / "record.md"
    assert page.read_text(encoding="utf-8") == reference(), (
        "run: python -m reportedly.record.reference > docs/record.md"
    )


def test_every_field_has_a_meaning_and_no_meaning_is_left_over() -> None:
    assert {f"{t.__name__}.{name}" for t in TYPES for name in t.model_fields} == set(MEANINGS)
