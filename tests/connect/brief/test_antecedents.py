"""Who speaks that is only "it", "who" or "the pilot"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from reportedly.record.entity import EntityKind
from tests.connect.brief.speech import Said, voices

IT: Said = ("it", "organisation")
BODIES: list[tuple[str, Sequence[Said], Mapping[str, EntityKind], str | None]] = [
    (  # the body that has just spoken
        "The port authority said so. The Tide Watchers, a group of volunteers, said no. Nine had gone, it said.",
        [("The port authority", "organisation"), ("The Tide Watchers", "organisation"), IT], {}, "tide watchers",
    ),
    (  # what the sentence before is about
        "The city hospital said so.\n\nThe Trade Ministry put it at nine. Two more had gone, it said.",
        [("The city hospital", "organisation"), IT], {"The Trade Ministry": "organisation"}, "trade ministry",
    ),
    (  # whose name stands before "who"
        "The Trade Ministry said so, as did the elder Tam Orr, who said that no ship had left.",
        [("The Trade Ministry", "organisation"), ("who", "organisation")], {}, None,
    ),
    (
        "The army said so, as did the Trade Ministry, which said that no ship had left.",
        [("The army", "organisation"), ("which", "organisation")], {}, "trade ministry",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "sources", "names", "body"), BODIES)
def test_a_pronoun_is_the_body_before_it(
    text: str, sources: Sequence[Said], names: Mapping[str, EntityKind], body: str | None
) -> None:
    assert voices(text, sources, names)[-1].body == body


PEOPLE: list[tuple[str, Sequence[Said], str | None]] = [
    (
        "Ada Brook said that the ship had turned. Nobody was hurt, the pilot said.",
        [("Ada Brook", "person"), ("the pilot", "anonymous")], "ada brook",
    ),
    (  # told of before
        "Ada Brook said so. A pilot said no. Ada Brook said that the ship had turned. Nobody was hurt, the pilot said.",
        [("Ada Brook", "person"), ("A pilot", "anonymous"), ("Ada Brook", "person"), ("the pilot", "anonymous")], None,
    ),
    (  # several
        "Ada Brook said that the ship had turned. Nobody was hurt, the pilots said.",
        [("Ada Brook", "person"), ("the pilots", "group")], None,
    ),
    (
        "The army said so, as did Tam Orr, who said that no ship had left.",
        [("The army", "organisation"), ("who", "person")], "tam orr",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "sources", "person"), PEOPLE)
def test_who_is_described_is_whoever_spoke_last(text: str, sources: Sequence[Said], person: str | None) -> None:
    assert voices(text, sources, {"Ada Brook": "person", "Tam Orr": "person"})[-1].person == person


def test_the_service_is_the_last_in_uniform() -> None:
    text = "The army and Lorvia's coast guard stopped a ferry. It is in port, the service said."
    assert voices(text, [("the service", "organisation")])[0].body == "coastguard"


def test_who_takes_people_into_custody_takes_care_of_nobody() -> None:
    text = "Two men had been taken in by midnight, the city prosecutors said."
    assert voices(text, [("the city prosecutors", "organisation")])[0].first_hand is None
    assert (
        voices(text.replace("prosecutors", "council"), [("the city council", "organisation")])[0].first_hand == "care"
    )
