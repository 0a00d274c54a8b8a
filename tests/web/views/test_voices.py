from __future__ import annotations

from reportedly.connect.nouns import Origins
from reportedly.web.views.voices import Way, range_of, unknowns, voices
from tests.cli.dossiers import crowd, dossier, raid
from tests.connect.happened import origin, origins


def test_each_origin_with_the_ways_its_words_took() -> None:
    ministry, officials = voices(raid())
    assert ministry.ways == (Way(articles=("a1",)), Way(through=("Lantern Wire",), articles=("a2",)))
    assert officials.ways == (Way(through=("Merrow Courier",), articles=("a3",)),)
    assert officials.maybe == ("The ministry",)
    assert not ministry.silent


def test_outlets_that_name_nobody_come_last() -> None:
    silent = origin("The Vell Gull", "a1", kind="outlet").model_copy(update={"why": "names nobody"})
    told = voices(raid(origins=origins(silent, origin("The ministry", "a2"))))
    assert [(v.name, v.silent) for v in told] == [("The ministry", False), ("The Vell Gull", True)]


def test_a_range_has_its_reasons() -> None:
    told = range_of(raid().origins)
    assert (told.at_least, told.at_most) == (1, 2)
    assert told.because_most == "each may know it otherwise than through another: The ministry, two officials"
    assert told.because_least == "The ministry and two officials may be or rest on the same"


def test_silent_outlets_are_the_reason_for_a_low_end() -> None:
    silent = origin("The Vell Gull", "a1", kind="outlet").model_copy(update={"why": "names nobody"})
    passed = origin("Sky Tirana", "a1", kind="outlet").model_copy(update={"why": "is passed on"})
    told = range_of(origins(silent, passed, origin("The ministry", "a2"), at_least=1))
    assert told.because_least == (
        "The Vell Gull may have it from any of the others; whom Sky Tirana has it from is not known"
    )


def test_one_origin_and_none_and_independent_ones() -> None:
    assert range_of(Origins(at_least=1, at_most=1)).because_most.startswith("no article names anybody")
    assert range_of(origins(origin("The ministry", "a1"))).because_least == "there is always at least one"
    assert range_of(origins(origin("A", "a1"), origin("B", "a1"))).because_least.startswith("no two of them")


def test_a_long_reason_is_cut() -> None:
    told = range_of(crowd(60).happening.origins)
    assert told.because_most.endswith("and 52 more")


def test_what_cannot_be_known() -> None:
    told = list(unknowns(dossier(raid(date=None))))
    assert told[0] == "why 1 article can no longer be had (Merrow Courier); the text is kept here"
    assert told[1].startswith("when it happened")
    assert told[-1] == "whether two officials speaks for The ministry"
