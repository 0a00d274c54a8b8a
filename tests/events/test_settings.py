"""Settings of the ontology from words, and what they change in a record."""

from __future__ import annotations

import pytest

from reportedly.events.ontology import Settings, settings_from


def test_defaults() -> None:
    assert settings_from([]) == Settings()


def test_chosen() -> None:
    assert settings_from(["sanction_quad=verbal_conflict", "retreat_in_future=AGREE"]) == Settings(
        "verbal_conflict", "AGREE"
    )


@pytest.mark.parametrize("word", ["sanction_quad=red", "colour=red", "sanction_quad", "=", ""])
def test_unknown_ones_are_told_with_the_choices(word: str) -> None:
    with pytest.raises(ValueError, match="known are sanction_quad=verbal_conflict or material_conflict"):
        settings_from([word])
