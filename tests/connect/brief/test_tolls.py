"""Sentence → tolls: what, range, and what limits it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.connect.brief.numbers import article_tolls
from reportedly.connect.brief.tolls import OF_ITS_OWN, OTHERS, OWN_PEOPLE, SOME_ONLY, Toll, scope_of, tolls_in

TABLE: list[tuple[str, list[tuple[str, float | None, float | None]]]] = [
    ("A mine exploded, killing at least six people and wounding about 30.", [("killed", 6, None), ("injured", 30, 30)]),
    ("We have six confirmed dead.", [("killed", 6, 6)]),
    ("Six people lost their lives.", [("killed", 6, 6)]),
    ("The toll rose to eight.", [("killed", 8, 8)]),
    ("Two patients died, bringing the number of victims to 12.", [("killed", 2, 2), ("killed", 12, 12)]),
    ("Our clinic has admitted 17 others.", [("injured", 17, 17)]),
    ("Forty people were wounded, seven of them badly.", [("injured", 40, 40)]),
    ("1 dead, 3 hurt in Tesk bus crash", [("killed", 1, 1), ("injured", 3, 3)]),
    ("A man was shot and killed in Tesk.", [("killed", 1, 1)]),
    ("A 14-year-old boy is dead.", [("killed", 1, 1)]),
    ("A clerk was killed and two others were wounded.", [("killed", 1, 1), ("injured", 2, 2)]),
    ("Ilo Brandt, 24, and Vana Orsk, 23, were pronounced dead.", [("killed", 2, 2)]),
    ("A man, his wife and their two sons were found shot to death.", [("killed", 4, 4)]),
    ("Two of the guards, Ilo Brandt, 24, and Rem Tal, 41, were killed.", [("killed", 2, 2)]),
    ("Lorm teacher, 31, killed", []),
    ("Rem Tal, 41, was killed.", [("killed", 1, 1)]),
    ("Four people were shot and one of them died.", [("shot", 4, 4), ("killed", 1, 1)]),
    ("The army said it had lost 14 men and killed 40 raiders.", [("killed", 14, 14), ("killed", 40, 40)]),
    ("The boat went down with the loss of 14 lives.", [("killed", 14, 14)]),
    ("Fourteen of the boat's 90 passengers drowned.", [("killed", 14, 14)]),
    ("Divers pulled 14 bodies from the lake.", [("killed", 14, 14)]),
    ("Police detained 11 men.", [("arrested", 11, 11)]),
    ("Two of her cousins are in custody.", [("arrested", 2, 2)]),
    ("The flood left 400 families homeless.", [("displaced", 400, 400)]),
    ("Crews rescued 80 people and were searching for nine.", [("rescued", 80, 80), ("missing", 9, 9)]),
    ("A boat with 120 people aboard sank.", [("aboard", 120, 120)]),
    ("The union had called out 900 members.", [("joined", 900, 900)]),
    ("Some 1.4 million people followed the call.", [("joined", 1.4e6, 1.4e6)]),
    ("Tesk put the number of those who took part at 700.", [("joined", 700, 700)]),
    ("Divers have brought out six dead.", [("killed", 6, 6)]),
    ("TESK, May 3 (Coast Wire) - Three miners were killed.", [("killed", 3, 3)]),
    ("Seven sailors gave their lives off Lorm.", [("killed", 7, 7)]),
    ("Two of our gunners were martyred.", [("killed", 2, 2)]),
    ("Fourteen Tyrolans had died.", [("killed", 14, 14)]),
    ("Nine gunners were taken prisoner.", [("arrested", 9, 9)]),
    ("Some 300 had to leave their homes.", [("displaced", 300, 300)]),
    ("A third miner has died of his burns.", [("killed", 3, 3)]),
    ("Police seek him over the death of a third man.", [("killed", 1, 1)]),
    ("Two guards were hurt and a third man was killed.", [("injured", 2, 2), ("killed", 1, 1)]),
    ("A find on Monday raised to nine the number of people known to have drowned.", [("killed", 9, 9)]),
    ("Medics took 12 people with cuts and sore eyes to hospital.", [("injured", 12, 12)]),
    ("Eleven divers were cut off in the cave.", [("trapped", 11, 11)]),
    ("Nine men remained below the deck.", [("trapped", 9, 9)]),
    ("Measles had been confirmed in 62 persons.", [("ill", 62, 62)]),
    ("The stew made 45 guests ill.", [("ill", 45, 45)]),
    ("Both sides will hand over 20 men.", [("freed", 20, 20)]),
    ("Some 70 sailors would go home on Monday.", [("freed", 70, 70)]),
    ("Rebels kidnapped six teachers.", [("taken", 6, 6)]),
    ("About 900 villagers were being moved.", [("displaced", 900, 900)]),
    ("The number of people evacuated rose to 800 from 300.", [("displaced", 800, 800), ("displaced", 300, 300)]),
    ("The number of the dead has gone up to 15.", [("killed", 15, 15)]),
    ("Seven climbers paid with their lives.", [("killed", 7, 7)]),
    ("Guards shot dead three gunmen.", [("killed", 3, 3)]),
    ("He was one of the men being held.", []),
]  # fmt: skip
NO_TOLL = [
    "The raid killed 40 people in 2009.",
    "Three people were killed there two years ago.",
    "It was the 30th homicide this year.",
    "No one was killed.",
    "Officers fired 30 shots.",
    "The worst fire in Tesk goes back to 1961, when 20 people were killed.",
    "Two men who took part in the talks told the Post so.",
    "He died at 7 p.m. on Highway 12.",
    "The man could have been killed.",
    "A 34-year-old house burned for three hours.",
    "One home in five burned.",
]


def tolls(text: str) -> list[Toll]:
    """The tolls of a text that is one sentence."""
    return tolls_in(text, (0, len(text)))


@pytest.mark.parametrize(("text", "expected"), TABLE)
def test_toll(text: str, expected: list[tuple[str, float | None, float | None]]) -> None:
    assert [(t.what, t.low, t.high) for t in tolls(text)] == expected


@pytest.mark.parametrize("text", NO_TOLL)
def test_no_toll_is_stated(text: str) -> None:
    assert [t for t in tolls(text) if t.how == "stated"] == []


@pytest.mark.parametrize(
    ("text", "following", "scope"),
    [
        ("Nine people lost their lives, not counting the bomber.", "", "without attacker"),
        ("Ten people died, a figure that includes the gunman.", "", "with attacker"),
        ("The ministry said that 23 people had died.", "The count leaves out four of the crew.", "without crew"),
        ("The sinking killed 19 people, including four crew members.", "", "with crew"),
        ("Twenty passengers drowned.", "", "without crew"),
        ("Nine people died, including two children.", "", None),
        ("Nine people died.", "The bomber was 19.", None),
        ("Nine people died.", "The pilot is among the nine.", "with crew"),
        ("Nine people died.", "The driver was not among the dead.", "without crew"),
        ("Two of its workers were hurt.", "", OWN_PEOPLE),
        ("The smelter put the number of dead at one.", "It was counting its own staff.", OWN_PEOPLE),
    ],
)
def test_scope(text: str, following: str, scope: str | None) -> None:
    (found,) = tolls_in(text, (0, len(text)), following)
    assert found.scope == scope


@pytest.mark.parametrize(
    ("text", "outdated"),
    [
        ("The toll rose on Friday to nine from five.", [5]),
        ("The number of dead was 14, not 41 as reported.", [41]),
        ("Five people died.", []),
    ],
)
def test_outdated(text: str, outdated: list[float]) -> None:
    found = article_tolls(text, None, None)
    assert [t.low for t in found if t.outdated] == outdated
    assert [t for t in found if not t.outdated]


def test_parts_are_told_by_those_who_saw_them() -> None:
    assert [t.part for t in tolls("Its crews had carried at least 28 of them to two hospitals.")] == ["carried"]
    assert [t.part for t in tolls("We have admitted 34 others.")] == ["admitted"]
    assert [t.part for t in tolls("Thirty-four people were injured.")] == [None]


def test_the_bodies_that_one_saw_are_a_part() -> None:
    assert tolls_in(text := "Nine bodies had been brought there.", (0, len(text)))[0].part == "brought"


@pytest.mark.parametrize("before", ["", "Weißmoor and İsk saw it. "])
def test_how_many_of_one_party_are_among_the_dead_is_a_part_however_often_it_is_told(before: str) -> None:
    text = before + "The line said that three of its stokers were among the dead. The three men had been asleep."
    found = article_tolls(text + " The three men were killed at once.", None, None)
    assert {(t.low, t.part, t.scope) for t in found} == {(3, OF_ITS_OWN, None)} and len(found) > 1


def test_whose_people_a_figure_counts_is_said_before_the_next_figure() -> None:
    assert scope_of(" were hurt.", "The mill counts only its own.", None) == OWN_PEOPLE
    assert scope_of(" were hurt.", "The mill told of three. We count our own, it said.", None) is None


def test_those_whom_a_named_hospital_treats_are_a_part() -> None:
    assert [t.part for t in tolls("Twelve of the injured were being treated at Tesk Hospital.")] == ["admitted"]
    assert [t.part for t in tolls("Twelve people were injured and treated at Tesk Hospital.")] == [None]
    assert [t.part for t in tolls("Twelve people were treated in hospital.")] == [None]


def test_what_comes_on_top_is_no_figure_of_its_own() -> None:
    found = article_tolls("Two more people died on Monday, taking the toll to 11.", None, None)
    assert [(t.low, t.onward) for t in found] == [(11, True)]


def test_the_shot_who_did_not_die_are_hurt() -> None:
    found = article_tolls("Four people were shot in Tesk. One of the victims died.", None, None)
    assert {(t.what, t.low) for t in found} == {("killed", 1), ("injured", 3)}
    assert next(t.basis for t in found if t.what == "injured") == "4 shot, 1 of them dead"


def test_a_title_counts_for_what_the_text_leaves_open() -> None:
    (found,) = article_tolls("Smoke stood over Tesk on Monday.", "Seven dead in Tesk fire", None)
    assert (found.what, found.low, found.span) == ("killed", 7, (0, 0))


def test_a_correction_names_what_was_wrong() -> None:
    text = "We reported on Monday that 41 people had drowned. The correct figure is 14."
    assert [(t.low, t.outdated) for t in article_tolls(text, "Correction", None)] == [(41, True), (14, False)]


def test_an_edition_tells_what_was_wrong() -> None:
    text = "In part of Monday's edition we gave the number of dead as 41. The correct figure is 14."
    assert [(t.low, t.outdated) for t in article_tolls(text, "A correction", None)] == [(41, True), (14, False)]


WORDS = [
    "killed",
    "wounded",
    "two",
    "nine",
    "a",
    "man",
    "the",
    "bomber",
    ",",
    ".",
    "and",
    "of",
    "them",
    "34",
    "year-old",
    "died",
    "from",
    "to",
    "toll",
    "§",
    "¤0¤",
    "Ana",
    "Resk",
    "not",
]


@given(st.lists(st.sampled_from(WORDS), max_size=30))
def test_any_words_are_read(words: list[str]) -> None:
    text = " ".join(words)
    for t in tolls(text):
        assert 0 <= t.span[0] < t.span[1] <= len(text)
        assert t.low is not None or t.high is not None


BARE = [
    ("Thirty miners were arrested. The union's figure of 40 is wrong.", ("arrested", 40, "The union")),
    ("Six people drowned. The mayor has owned to five.", ("killed", 5, "The mayor")),
    ("Six people drowned. The mayor keeps to his five.", ("killed", 5, "The mayor")),
    ("Nine sailors came home. The navy leaves two cooks out of its count of seven.", ("freed", 7, "The navy")),
]


@pytest.mark.parametrize(("text", "expected"), BARE)
def test_a_figure_without_its_noun_counts_what_the_last_did(text: str, expected: tuple[str, float, str | None]) -> None:
    t = article_tolls(text, None, None)[-1]
    assert (t.what, t.low, t.giver) == expected


def test_a_figure_of_a_day_before_is_old() -> None:
    text = "Twelve people drowned, the coast guard said. The mayor had put the toll at nine on Monday."
    assert [(t.low, t.outdated) for t in article_tolls(text, None, None)] == [(12, False), (9, True)]


SCOPES = [
    ("Four employees of the company were killed.", OWN_PEOPLE),
    ("Three of the dead sailors were on the payroll of the line.", OWN_PEOPLE),
    ("Forty people died. Only those whose graves are known are included.", SOME_ONLY),
    ("The camp counts 40 deaths, those who died on the road included.", f"with {OTHERS}"),
]


@pytest.mark.parametrize(("text", "scope"), SCOPES)
def test_whom_a_figure_takes_in(text: str, scope: str) -> None:
    assert article_tolls(text, None, None)[0].scope == scope


def test_the_whole_text_tells_the_ill_from_the_hurt() -> None:
    sick, fumes = "An outbreak of typhoid spread. Sixty people were treated.", "Fumes spread. Sixty people fell ill."
    assert [t.what for t in article_tolls(sick, None, None)] == ["ill"]
    assert [t.what for t in article_tolls(fumes, None, None)] == ["injured"]


def test_hostages_are_no_prisoners() -> None:
    text = "The kidnappers want a ransom. Four nuns were seized at the gate."
    assert [t.what for t in article_tolls(text, None, None)] == ["taken"]
