"""Hints: no sentence of the tests is passed over that a pattern would have found something in."""

from __future__ import annotations

import pytest

from reportedly.connect.brief import tolls
from reportedly.connect.brief.harms import AFTER, BEFORE
from reportedly.connect.brief.hints import HINTS, OF_PEOPLE, Hint, hints_in


@pytest.mark.parametrize(
    ("sentence", "hints"),
    [
        ("The council met on Tuesday.", set()),
        ("Nine people were killed.", {"killed", "number"}),
        ("She was taken to a clinic.", {"injured", "part"}),
        ("The SHOOTING hurt two.", {"shot", "injured", "number"}),
        ("Forty took part.", {"joined", "part", "no_hand", "number"}),
        ("A party of forty sang.", {"number"}),
        ("The toll rose to nine.", {"toll", "number", "bare"}),
        ("The army denied it.", {"denial", "disowned", "no_hand"}),
        ("The county's businessmen wished for a safer country.", set()),
        ("Nine died last year.", {"killed", "past", "number"}),
        ("The march was called off.", {"joined", "called_off"}),
        ("It could not be verified.", {"denial", "disowned", "called_off", "unconfirmed"}),
    ],
)
def test_hints_of_a_sentence(sentence: str, hints: set[Hint]) -> None:
    assert hints_in(sentence, (0, len(sentence))) == hints


SAID = [
    "killed",
    "shot dead",
    "beaten to death",
    "in critical condition",
    "hit by bullets",
    "taken into custody",
    "rescued",
    "missing",
    "on board",
    "on the bus",
    "driven out",
    "expected to live",
    "rushed to the infirmary",
    "unaccounted for",
    "brought ashore",
]
BEFORE_THEM = [
    "Killing",
    "The bodies of",
    "It claimed the lives of",
    "They wounded",
    "Police arrested",
    "The strike drew",
    "They saved",
    "They searched for",
    "The ferry was carrying",
    "It displaced",
    "The arrest of",
    "A fatal shooting of",
]
SENTENCES = [
    *(f"Nine people were {said}." for said in SAID),
    *(f"Nine people {said}." for said in ("lost their lives", "suffered burns", "took part", "stayed away")),
    *(f"{before} nine people." for before in BEFORE_THEM),
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_every_pattern_is_hinted_at(sentence: str, monkeypatch: pytest.MonkeyPatch) -> None:
    found = tolls.tolls_in(sentence, (0, len(sentence)))
    monkeypatch.setattr(tolls, "hints_in", lambda *_: OF_PEOPLE | {"number"})
    assert found == tolls.tolls_in(sentence, (0, len(sentence)))
    assert found


def test_every_harm_has_hints() -> None:
    assert {harm for harm, _ in (*AFTER, *BEFORE)} <= HINTS.keys()
