"""Sentences about plans → whether they are called off."""

from __future__ import annotations

import pytest

from reportedly.connect.brief.calling_off import called_off_in, is_only_weighed

OFF = [
    "The referendum will not be held, the premier said.",
    "The government dropped its plan to close the mine.",
    "A judge struck down the order to clear the camp.",
    "The sale of the tannery fell through on Tuesday.",
    "The miners withdrew their strike notice.",
    "Tesk will not send the envoy home after all, its premier said.",
    "The concert, which had been called for Friday, did not take place.",
]
WEIGHED = [
    "The league may postpone the final, two clubs said.",
    "The cabinet is thinking of putting off the census, and might call off the count.",
    "The airline denied that it had cancelled the order.",
    "The mayor was asked whether the fair had been cancelled.",
    "Nothing has been called off, the bishop said.",
    "The regatta will not be called off after all, the harbour master said.",
]


@pytest.mark.parametrize("text", OFF)
def test_called_off(text: str) -> None:
    assert called_off_in(text, (0, len(text)))
    assert not is_only_weighed(text, (0, len(text)))


@pytest.mark.parametrize("text", WEIGHED)
def test_only_weighed_or_denied(text: str) -> None:
    assert not called_off_in(text, (0, len(text)))
    assert is_only_weighed(text, (0, len(text)))


def test_what_nobody_speaks_of_calling_off() -> None:
    text = "Fuel for the ambulances has been set aside."
    assert not called_off_in(text, (0, len(text)))
    assert not is_only_weighed(text, (0, len(text)))
