"""Whose people those are whose own words name no body."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from reportedly.record.entity import EntityKind
from tests.connect.brief.speech import Said, voices

Case = tuple[str, Sequence[Said], Mapping[str, EntityKind], str | None]
SPOKESMAN: Said = ("its spokesman, Tam Orr,", "person")
CASES: list[Case] = [
    (  # what the last sentence is about
        "Velmark Rail kept its prices. The old line stays open, its spokesman, Tam Orr, said.",
        [SPOKESMAN], {"Velmark Rail": "organisation"}, "velmark rail",
    ),
    (  # a body that spoke longer ago is another
        "The city council said that the bridge was safe. Velmark Rail kept its prices. The line stays open, "
        "its spokesman, Tam Orr, said.",
        [("The city council", "organisation"), SPOKESMAN], {"Velmark Rail": "organisation"}, "velmark rail",
    ),
    (  # nobody else is spoken of
        "The harbour union said that its men were tired. More will come, its spokesman, Tam Orr, said.",
        [("The harbour union", "organisation"), SPOKESMAN], {}, "harbour union",
    ),
    (  # what somebody heads within it is no body of its own
        "The Aid League sent tents. The road is bad, its head of mission, Tam Orr, said.",
        [("its head of mission, Tam Orr,", "person")], {"Aid League": "organisation"}, "aid league",
    ),
    (  # by the first word of its name
        "Velmark Rail kept its prices. The line stays open, Velmark's chairman, Tam Orr, said.",
        [("Velmark's chairman, Tam Orr,", "person")], {"Velmark Rail": "organisation"}, "velmark rail",
    ),
    (
        "Nine children came to Saint Orm clinic, a nurse there said.", [("a nurse there", "anonymous")], {},
        "saint orm clinic",
    ),
    (  # of the office that he holds
        "President Sela Voss will go. The day stands, his spokesman, Tam Orr, said.",
        [("his spokesman, Tam Orr,", "person")], {"Sela Voss": "person"}, "presidency",
    ),
    (
        "Mayor Sela Voss will go. The day stands, a spokesman for Mr. Voss said.",
        [("a spokesman for Mr. Voss", "anonymous")], {"Sela Voss": "person"}, "mayor",
    ),
    (
        "Twelve people were in Elm General Hospital on Friday, its chief physician said.",
        [("its chief physician", "anonymous")], {}, "elm general hospital",
    ),
    (
        "Twelve people came to the district hospital on Friday, Dr. Tam Orr said.",
        [("Dr. Tam Orr", "person")], {}, "district hospital",
    ),
    (
        "The coast guard said that a boat was lost. Two men swam, Commander Tam Orr said.",
        [("The coast guard", "organisation"), ("Commander Tam Orr", "person")], {}, "coastguard",
    ),
    (
        "The coast guard said that a boat was lost. Two men swam, Tam Orr, a retired commander, said.",
        [("The coast guard", "organisation"), ("Tam Orr, a retired commander,", "person")], {}, None,
    ),
    (
        "The Interior Ministry said that the road was shut. It opens soon, Deputy Minister Tam Orr said.",
        [("The Interior Ministry", "organisation"), ("Deputy Minister Tam Orr", "person")], {}, "interior ministry",
    ),
    (
        "The diocese said that the bells had cracked. They are old, vicar general Tam Orr said.",
        [("The diocese", "organisation"), ("vicar general Tam Orr", "person")], {}, "diocese",
    ),
    (
        "The central bank has lowered its rate. Prices fall, Governor Tam Orr said.",
        [("Governor Tam Orr", "person")], {}, "central bank",
    ),
    (
        "The road is shut, Tam Orr of the Drivers' League said.",
        [("Tam Orr of the Drivers' League", "person")], {}, "drivers' league",
    ),
    (  # what the reading left out before the name
        "The road is shut, the police chief of the county, Major Tam Orr, said.",
        [("Major Tam Orr,", "person")], {}, "police",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "sources", "names", "body"), CASES)
def test_somebody_speaks_for_the_body_that_the_words_around_tell(
    text: str, sources: Sequence[Said], names: Mapping[str, EntityKind], body: str | None
) -> None:
    assert voices(text, sources, names)[-1].body == body


def test_the_company_is_the_one_named_last() -> None:
    text = "Ostrel Freight runs the yard. Nobody was hurt, the company said."
    [v] = voices(text, [("the company", "organisation")], {"Ostrel Freight": "person"})
    assert v.body == "ostrel freight"


ANAPHORA: list[tuple[str, list[Said], str]] = [
    (
        "Crews of the regional lifeboat service took eleven off the wreck, the service said.",
        [("the service", "organisation")], "lifeboat service",
    ),
    (
        "Two nurses of the charity Open Hand were held at the border, the organisation said.",
        [("the organisation", "organisation")], "open hand",
    ),
    (
        "The Lowland Brotherhood said that it had cut the line. Nobody was hurt, the group said.",
        [("The Lowland Brotherhood", "organisation"), ("the group", "organisation")], "lowland brotherhood",
    ),
    (
        "The tower fell at noon, Velda said. Nobody was inside, the company said.",
        [("Velda", "person"), ("the company", "organisation")], "velda",
    ),
    (
        "The Shipping Office sent two divers. They found the log, a spokeswoman said.",
        [("a spokeswoman", "organisation")], "shipping office",
    ),
    (
        "Nine men got out of Elm Hill prison at dawn, the director, Tam Orr, said.",
        [("the director, Tam Orr,", "person")], "elm hill prison",
    ),
    (
        "The strike would go on, the Dockers' Union's executive said.",
        [("the Dockers' Union's executive", "organisation")], "dockers' union",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "sources", "body"), ANAPHORA)
def test_a_word_for_any_body_means_the_one_before_it(text: str, sources: Sequence[Said], body: str) -> None:
    names: dict[str, EntityKind] = {"Velda": "person"} if "Velda" in text else {}
    last = voices(text, sources, names)[-1]
    assert last.body == body


def test_the_company_is_nobody_who_is_named_in_full() -> None:
    text = "Tam Orr owned the yard. It was empty, Orr said. Nobody was inside, the company said."
    v = voices(text, [("Orr", "person"), ("the company", "organisation")], {"Tam Orr": "person"})[-1]
    assert v.body == "company"


def test_whose_officer_somebody_is_holds_in_the_whole_article() -> None:
    text = "The list of the Growers' League, which its treasurer, Tam Orr, read out, is long. We lost all, Orr said."
    [v] = voices(text, [("Orr", "person")], {"Tam Orr": "person"})
    assert v.body == "growers' league"


def test_a_delegate_told_of_first_is_who_is_named_next() -> None:
    text = "The league's delegate at the match said that it rolled. “I saw it,” said Tam Orr, who wrote it down."
    first, second = voices(
        text, [("The league's delegate at the match", "anonymous"), ("Tam Orr", "person")], {"Tam Orr": "person"}
    )
    assert first.person == second.person == "tam orr"


def test_who_is_told_of_first_without_a_name_is_who_speaks_next() -> None:
    text = "A stoker of the ferry said that it rolled. “We swam,” said Tam Orr, a father of two."
    first, second = voices(text, [("A stoker of the ferry", "anonymous"), ("Tam Orr", "person")], {"Tam Orr": "person"})
    assert first.person == second.person == "tam orr"


def test_an_adviser_to_somebody_is_not_he() -> None:
    [v] = voices("The day will change, an adviser to President Sela Voss said.",
                 [("an adviser to President Sela Voss", "anonymous")], {"Sela Voss": "person"})  # fmt: skip
    assert (v.person, v.body, v.of_body) == (None, None, "presidency")
