"""Places in words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportedly.record import Place, Why
from reportedly.web.reading.place_view import place_view, place_views

TARROW = Place(
    id="p1",
    span=(0, 6),
    text="Tarrow",
    name="Tarrow",
    feature="city",
    use="location",
    lat=1.5,
    lon=-2.25,
    country="XAA",
)


def test_a_place_on_a_line() -> None:
    assert place_view(TARROW).line == "Tarrow: town, XAA, 1.50, -2.25"
    people = TARROW.model_copy(update={"text": "Tarrowans", "use": "demonym"})
    assert place_view(people).line == "Tarrowans = Tarrow: town, XAA, 1.50, -2.25 (its people)"


def test_what_is_not_known() -> None:
    why = {"name": Why(by="rule:x@1", missing="ambiguous")}
    lost = Place(id="p2", span=(0, 6), text="Tarrow", use="location", why=why)
    assert place_view(lost).line == "Tarrow: which one is not clear"
    assert place_view(lost.model_copy(update={"why": {}})).line == "Tarrow: where is not known"


def test_each_place_once() -> None:
    again = TARROW.model_copy(update={"id": "p2", "span": (9, 15)})
    people = TARROW.model_copy(update={"id": "p3", "use": "demonym"})
    assert [(v.id, v.times) for v in place_views([TARROW, again, people])] == [("p1", 2), ("p3", 1)]


@given(st.text(max_size=20), st.text(max_size=20))
def test_no_control_characters(text: str, name: str) -> None:
    line = place_view(TARROW.model_copy(update={"text": text, "name": name})).line
    assert not any(ord(c) < 32 or 0xD800 <= ord(c) < 0xE000 for c in line)
