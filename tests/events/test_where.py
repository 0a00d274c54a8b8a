"""Where events are said to happen."""

from __future__ import annotations

import pytest

from reportedly.reading import Reader


def where(reader: Reader, text: str, trigger: str) -> tuple[str | None, str]:
    """The place of the first event with this trigger, in words, and the rule or the reason."""
    record = reader.read(text)
    places = {p.id: p.text for p in record.places}
    event = next(e for e in record.events if record.words((e.trigger,)) == trigger)
    why = event.why["place"]
    return places.get(event.place or ""), why.missing or why.by


@pytest.mark.parametrize(
    ("text", "trigger", "place", "rule"),
    [
        ("Soldiers killed two farmers near Lyman, Ukraine.", "killed", "Lyman", "preposition"),
        ("In Nairobi, protesters clashed with police.", "clashed", "Nairobi", "preposition"),
        ("Gunmen attacked a market in Kano on Friday.", "attacked", "Kano", "preposition"),
        ("Pirates seized a tanker off the coast of Somalia.", "seized", "Somalia", "preposition"),
        ("The Gaza hospital bombing killed dozens.", "bombing", "Gaza", "before-noun"),
        ("The Gaza hospital bombing killed dozens.", "killed", "Gaza", "same-clause"),
        ("A bomb went off near Herat on Monday.", "bomb", "Herat", "same-clause"),
        ("Rebels shelled Kharkiv on Friday.", "shelled", "Kharkiv", "target"),
        ("Gunmen attacked a market in Kano, killing two people.", "killing", "Kano", "same-clause"),
    ],
)
def test_by_syntax(reader: Reader, text: str, trigger: str, place: str, rule: str) -> None:
    assert where(reader, text, trigger) == (place, f"rule:place-by-{rule}@1")


@pytest.mark.parametrize(
    ("text", "trigger"),
    [
        ("Venezuelan police arrested twelve people on Friday.", "arrested"),
        ("Moscow condemned the attack.", "condemned"),
        ("The Kremlin condemned the attack.", "condemned"),
        ("French troops killed two rebels.", "killed"),
        ("A U.S. airstrike killed two rebels.", "killed"),
        ("Officials in Geneva said troops killed two rebels.", "killed"),
        ("Diplomats in Geneva condemned the raid.", "raid"),
        ("The president of Kenya condemned the attack.", "condemned"),
    ],
)
def test_no_demonym_metonym_or_capital(reader: Reader, text: str, trigger: str) -> None:
    assert where(reader, text, trigger) == (None, "not_said")


def test_a_sentence_that_goes_on(reader: Reader) -> None:
    text = "Gunmen attacked a market in Kano on Friday. The attackers killed two guards. A minister resigned."
    assert where(reader, text, "killed")[0] == "Kano"
    assert where(reader, text, "resigned")[0] is None
