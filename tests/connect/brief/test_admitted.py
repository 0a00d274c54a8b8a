"""Text → whether its figure counts those whom one hospital took in."""

from __future__ import annotations

import pytest

from reportedly.connect.brief.admitted import is_of_one_hospital
from reportedly.connect.brief.numbers import article_tolls

PARTS = [
    ("Twelve of the injured are in Tesk Hospital after the blast.", None),
    ("A ward was emptied at Tesk Hospital to make room for 12 people hurt in the blast.", None),
    ("The clinic in Orm took in the bodies of five people after the blast.", None),
    ("Many were hurt. Two of those who were carried to the clinic died there at night.", None),
    ("Twelve people were hurt in the blast.", "the matron | Ada Holt"),
]
WHOLES = [
    ("Twelve people were hurt in the blast and are in hospital.", None),
    ("Twelve people were injured and treated at Tesk Hospital after the blast.", None),
    ("All twelve injured in the blast were taken to Tesk Hospital.", None),
    ("Five people were killed in the blast near Tesk Hospital.", "the mayor"),
]


def _is_part(text: str, source: str | None) -> bool:
    [toll] = article_tolls(text, None, "2031-03-05")
    return is_of_one_hospital(toll, source, text)


@pytest.mark.parametrize(("text", "source"), PARTS)
def test_whom_one_hospital_took_in_is_a_part(text: str, source: str | None) -> None:
    assert _is_part(text, source)


@pytest.mark.parametrize(("text", "source"), WHOLES)
def test_who_is_merely_in_hospital_is_none(text: str, source: str | None) -> None:
    assert not _is_part(text, source)
