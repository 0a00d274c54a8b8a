"""Which outlets a sentence names as having carried the matter: sentence to table."""

from __future__ import annotations

import pytest

from reportedly.connect.brief.passings import bare, is_short_form, passings_of
from reportedly.record import Article, Record, Run

OWN = "The Tollmere Echo"


def record(text: str, outlet: str | None = OWN) -> Record:
    return Record(
        article=Article(id="x", outlet=outlet, title=None, text=text, language="en"),
        run=Run(reportedly="t", config="c"),
    )


def sure(text: str, outlet: str | None = OWN) -> set[tuple[str, str]]:
    return {(p.outlet, p.how) for p in passings_of(record(text, outlet)) if p.sure}


RELAYS = [
    ("The Velden Herald reported that the bank would fail.", {("Velden Herald", "reported")}),
    ("The bank will fail, the Velden Herald reported on Monday.", {("Velden Herald", "reported")}),
    ("The bank will fail, reports the Velden Herald.", {("Velden Herald", "reported")}),
    ("The Velden Herald put the number of dead at 41.", {("Velden Herald", "reported")}),
    ("In its Tuesday edition the Velden Herald gave the toll as 41.", {("Velden Herald", "reported")}),
    ("As the Velden Herald first disclosed, the minister has resigned.", {("Velden Herald", "reported")}),
    ("The figure, which the Velden Herald was the first to publish, is wrong.", {("Velden Herald", "reported")}),
    ("The Velden Herald, citing court papers, reported that the bank would fail.", {("Velden Herald", "reported")}),
    ("The Velden Herald, which had reported the sale, apologised.", {("Velden Herald", "reported")}),
    ("The Velden Herald later corrected the figure.", {("Velden Herald", "reported")}),
    ("The Velden Herald quoted Ms. Orr as saying the bank would fail.", {("Velden Herald", "reported")}),
    ("The Velden Herald has learned that the bank will fail.", {("Velden Herald", "reported")}),
    ("The bank is safe, the state news agency Velden News reported.", {("Velden News", "reported")}),
    ("Yesterday Velden Radio News said the bank would fail.", {("Velden Radio News", "reported")}),
    (
        "The Velden Herald and Radio Velden reported the failure.",
        {("Velden Herald", "reported"), ("Radio Velden", "reported")},
    ),
    ("Local media, including the Velden Herald, told of a failure.", {("Velden Herald", "cited")}),
    ("The messaging channel Grey Goose claimed that he had fled.", {("Grey Goose", "reported")}),
    ("Grey Goose, a channel with 3,000 followers, wrote that he had fled.", {("Grey Goose", "reported")}),
    ("The blog “Grey Goose” claimed that he had fled.", {("Grey Goose", "reported")}),
    ("The gossip account Grey Goose posted that he had fled.", {("Grey Goose", "reported")}),
    ("The website Lanterna said that he had fled.", {("Lanterna", "reported")}),
    ("The Velden-based daily Kurjer reported that he had fled.", {("Kurjer", "reported")}),
    ("The state news agency VNA said that he had fled.", {("VNA", "reported")}),
    ("State television said that he had fled.", {("State television", "reported")}),
    ("The army newspaper Shield wrote that he had fled.", {("Shield", "reported")}),
    ("The minister resigned, according to the Velden Herald.", {("Velden Herald", "cited")}),
    ("The minister resigned, according to the weekly Lanterna.", {("Lanterna", "cited")}),
    ("Citing the broadcaster Lanterna, he said the bank would fail.", {("Lanterna", "cited")}),
    ("The bank will fail, he said, quoting the Velden Herald.", {("Velden Herald", "cited")}),
    ("The figure of 41, taken from the Velden Herald, was wrong.", {("Velden Herald", "cited")}),
    ("The figure came from the Velden Herald.", {("Velden Herald", "cited")}),
    ("Ms. Orr told the Velden Herald that the bank would fail.", {("Velden Herald", "told")}),
    ("Ms. Orr told Radio Velden's morning programme so.", {("Radio Velden", "told")}),
    ("Ms. Orr said so in an interview with the Velden Herald.", {("Velden Herald", "told")}),
    ("Speaking on Radio Velden, she said the bank would fail.", {("Radio Velden", "told")}),
    ("Ms. Orr, in remarks to the Velden Herald, said so.", {("Velden Herald", "told")}),
    ("The papers were shown to the Velden Herald.", {("Velden Herald", "told")}),
    ("Ms. Orr told state television that the bank would fail.", {("state television", "told")}),
    ("As first reported by the Velden Herald, he has resigned.", {("Velden Herald", "carried")}),
    ("He has resigned, according to a report in the Velden Herald.", {("Velden Herald", "carried")}),
    ("A banker quoted in the Velden Herald said so.", {("Velden Herald", "carried")}),
    ("An article by the Velden Herald this week said so.", {("Velden Herald", "carried")}),
    ("The Velden Herald's account was denied by the bank.", {("Velden Herald", "carried")}),
    ("The bank denied a Velden Herald report that it would fail.", {("Velden Herald", "carried")}),
    ("The claim was aired by Velden TV.", {("Velden TV", "carried")}),
    ("The rumour first appeared on the website Grey Goose.", {("Grey Goose", "carried")}),
    (
        "The story was put about by the blog Grey Goose and repeated by the Velden Herald.",
        {("Grey Goose", "carried"), ("Velden Herald", "onward")},
    ),
    ("The text was translated by the Velden Herald.", {("Velden Herald", "onward")}),
    ("VELDEN, May 3 (Velden Wire) - The bank will fail.", {("Velden Wire", "credit")}),
    ("VELDEN (VNA) - The bank will fail.", {("VNA", "credit")}),
    ("The bank will fail. - Velden Wire", {("Velden Wire", "credit")}),
    ("The bank will fail.\nWith reporting by Velden News Agency", {("Velden News Agency", "credit")}),
]


@pytest.mark.parametrize(("text", "expected"), RELAYS)
def test_a_named_carrier_is_found_with_the_way_it_came(text: str, expected: set[tuple[str, str]]) -> None:
    assert sure(text) == expected


LOOK_ALIKES = [
    "She told the Security Council that the bank would fail.",
    "The Post Office said it would close.",
    "Radio Street was closed, police said.",
    "She told the Press Council that the bank would fail.",
    "He told the Star Chamber Hotel to close.",
    "She told the Daily Bread Bakery to close.",
    "Emily Post said the bank would fail.",
    "The Sun rose at six.",
    "The Mirror Lake fire spread, officials said.",
    "He told Mirela Hart to leave.",
    "She told Parliament that the bank would fail.",
    "The National Weather Service reported rain.",
    "Police reported two arrests.",
    "The Northern Front claimed the attack.",
    "The Evening Star, a ferry, sank.",
    "The Herald Hotel said it was full.",
    "A press release said the bank would fail.",
    "The Tollmere Echo has learned that the bank will fail.",
    "The Echo has learned that the bank will fail.",
    "Ms. Orr told the Echo that the bank would fail.",
    "The Velden Herald did not report the failure.",
    "State television showed pictures of the bank.",
    "She told reporters in Velden Herald Square that the bank would fail.",
]


@pytest.mark.parametrize("text", LOOK_ALIKES)
def test_what_only_looks_like_a_carrier_is_none(text: str) -> None:
    assert sure(text) == set()


def test_a_name_that_nothing_makes_an_outlet_is_kept_as_unsure() -> None:
    [p] = passings_of(record("He has resigned, Lanterna reported."))
    assert (p.outlet, p.sure) == ("Lanterna", False)


def test_a_short_form_is_the_name_before_it() -> None:
    found = passings_of(record("The website Lumo Online said he had fled. Lumo was quoting a channel."))
    assert [p.outlet for p in found if p.sure] == ["Lumo Online", "Lumo Online"]


def test_spans_are_those_of_the_words_that_say_so() -> None:
    text = "He has resigned, according to the Velden Herald."
    [p] = passings_of(record(text))
    assert text[slice(*p.spans[0])] == "according to the Velden Herald"


def test_an_unknown_outlet_hides_nothing() -> None:
    assert sure("The Velden Herald reported it.", outlet=None) == {("Velden Herald", "reported")}


def test_a_programme_that_somebody_makes_carries_nothing() -> None:
    assert sure("Ada Brook, whose programme on Radio Velden is heard at night, was hurt.") == set()


@pytest.mark.parametrize("text", ["", "   ", "\n", "A", "“", "()", "told ", "the the the", "(X) - "])
def test_odd_texts_have_no_carriers(text: str) -> None:
    assert sure(text) == set()


def test_a_long_text_without_stops_is_read_in_time() -> None:
    assert sure("The Velden and the " * 5_000) == set()


def test_names_are_compared_without_case_and_article() -> None:
    assert bare("The  Velden HERALD") == "velden herald"
    assert is_short_form("herald", "velden herald")
    assert not is_short_form("herald", "herald")
