"""Items off one template tell of many matters: what they share is the wording, not the happening."""

from __future__ import annotations

import pytest

import reportedly
from reportedly.connect.brief import Brief, brief_of
from reportedly.connect.copies import copies_of
from reportedly.connect.details import OTHERS, others
from reportedly.connect.stories import stories_of
from tests.connect.telling import Facts, told

NAMES = ("Olin Marsh", "Petra Vance", "Hugo Tarn", "Mila Dorst", "Aren Kopp", "Selma Rusk", "Tobin Hale", "Rita Oster",
         "Viktor Lund", "Nadia Prell")  # fmt: skip
STREETS = ("Alder Street", "Mill Lane", "Quarry Road", "Canal Street", "Temple Avenue", "Harbor Road", "Birch Street",
           "Station Road", "King Street", "Elm Avenue")  # fmt: skip
TOWNS = ("Quillow", "Port Vell", "Sellisham", "Tarrow", "Merrow", "Eldin Bay", "Lorm", "Haverly", "Brenn",
         "Castor Hill")  # fmt: skip
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
TEN = range(10)


def arrest(n: int) -> Brief:
    day = DAYS[n % 7]
    text = (
        f"{NAMES[n]}, {21 + 3 * n}, was arrested on {day} night after a man was stabbed on {STREETS[n]} in Vell, "
        "police said. Officers were called to the scene shortly before ten o'clock. The victim was taken to Saint Orm "
        f"Hospital, where he was in a stable condition. {NAMES[n].split()[1]} was charged with assault and was being "
        "held at the Vell county jail. Anyone with information is asked to call the Vell police department."
    )
    return told(text, "Vell Echo", f"2024-05-{7 + n:02}", Facts((NAMES[n].lower(),), ("Vell",), f"2024-05-{6 + n:02}"))


def match(n: int) -> Brief:
    text = (
        f"{TOWNS[n]} beat {TOWNS[(n + 5) % 10]} {n % 4 + 1}-{n % 2} on Saturday, with {NAMES[n]} scoring the winner in "
        f"the {60 + n}th minute. The visitors had gone ahead after a mistake by the goalkeeper. Coach "
        f"{NAMES[(n + 4) % 10]} said that his players had shown character. {TOWNS[n]} are now {n + 1}th in the league."
    )
    return told(text, "Coast Wire", "2024-05-12", Facts((NAMES[n].lower(),), (TOWNS[n],), "2024-05-11"))


def warning(n: int) -> Brief:
    text = (
        f"The weather service warned of strong winds and heavy rain in {TOWNS[n]} on {DAYS[n % 7]}. Gusts of up to "
        f"{80 + 3 * n} kilometres an hour are expected, and {20 + 4 * n} millimetres of rain may fall within six "
        "hours. People were told to stay away from the coast and to secure loose objects. The warning is in force "
        "until midnight."
    )
    return told(text, "Coast Wire", f"2024-05-{6 + n:02}", Facts((), (TOWNS[n],), f"2024-05-{6 + n:02}"))


def elected_text(n: int) -> str:
    return (
        f"{NAMES[n]} was elected mayor of {TOWNS[n]} on Sunday with {51 + n} percent of the vote, the electoral "
        f"commission said. {NAMES[(n + 3) % 10]}, who had held the office for {4 + n} years, conceded defeat shortly "
        f"after polls closed. Turnout was {60 + 2 * n} percent. The new mayor promised to repair roads and lower "
        "taxes, and will be sworn in next month."
    )


def elected(n: int) -> Brief:
    return told(elected_text(n), "Coast Wire", "2024-05-13", Facts((NAMES[n].lower(),), (TOWNS[n],), "2024-05-12"))


@pytest.mark.parametrize("item", [arrest, match, warning, elected])
def test_each_item_is_a_story_of_its_own_and_no_copy(item: object) -> None:
    assert callable(item)
    items: list[Brief] = [item(n) for n in TEN]
    assert [len(s) for s in stories_of(items)] == [1] * 10
    assert copies_of(items) == ()
    assert len(stories_of(items[:2])) == 2


@pytest.mark.xfail(strict=True, reason="read in full, results of one day share its day, its event and their wording")
def test_results_of_elections_that_are_read_in_full_are_stories_of_their_own(reader: reportedly.Reader) -> None:
    texts = [elected_text(n) for n in TEN]
    items = [
        brief_of(reader.read(t, id=f"e{n}", outlet="Coast Wire", published="2024-05-07")) for n, t in enumerate(texts)
    ]
    assert copies_of(items) == ()
    assert [len(s) for s in stories_of(items)] == [1] * 10


def test_an_edition_with_another_number_is_still_a_copy() -> None:
    first = warning(0)
    text = (
        "The weather service warned of strong winds and heavy rain in Quillow on Monday. Gusts of up to 90 kilometres "
        "an hour are expected, and 20 millimetres of rain may fall within six hours. People were told to stay away "
        "from the coast and to secure loose objects. The warning is in force until midnight."
    )
    second = told(text, "Vell Echo", "2024-05-06", Facts((), ("Quillow",), "2024-05-06"))
    assert [len(s) for s in stories_of([first, second])] == [2]
    assert len(copies_of([first, second])) == 1


def test_an_abridgement_has_next_to_nothing_of_its_own() -> None:
    long = told(
        "Ana Resk, mayor of Quillow, met Ivo Taan of Port Vell and Mira Olund of Lorm in Brenn at 10 on May 14."
    )
    short = told("Ana Resk met Ivo Taan in Brenn.")
    assert others(long, short) == others(short, long) == 0.0
    assert others(arrest(0), arrest(1)) >= OTHERS
