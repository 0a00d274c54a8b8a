"""Does a text say that it goes on elsewhere?"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.intake import says_it_continues

BODY = "The harbour council met on Monday. It will decide in June, said Ana Resk, who chairs it.\n\n" * 6


@pytest.mark.parametrize(
    "end",
    [
        "Read the full story at harborpost.example.",
        "Read the full story",
        "» Read the full article on The Gull",
        "Read the rest here.",
        "Read the rest of this story at https://gull.example/a",
        "Read more at gull.example",
        "Read more »",
        "Continue reading...",
        "Continue reading on The Gull's website",
        "This article continues on the next page.",
        "The story continues at gull.example",
        "Subscribe to read the rest.",
        "Subscribe now to continue reading",
        "Sign in to read this article.",
        "To continue reading, please subscribe.",
        "To read the full story, click here.",
        "This is an excerpt from the Sunday edition.",
        "Full story: https://gull.example/a",
        "Continued on page 4",
        "More to follow.",
        "(more to come)",
        "(MORE)",
        "the minister went on [...]",
        "the minister went on […]",
        "the minister went on… [+1234 chars]",
        "The vote is today. Read the full story at The Gull.\n\n© The Gull",
    ],
)
def test_ends_that_say_so(end: str) -> None:
    assert says_it_continues(BODY + end)
    assert says_it_continues(BODY + end + "\n\n")


@pytest.mark.parametrize(
    "end",
    [
        "",
        "“I could not read more than a page,” she said.",
        "She urged pupils to continue reading at home.",
        "He read the rest of the letter aloud.",
        "Story continues below advertisement. He left.",
        "The report [...] was never published, he said.",
        "There is more to come, the minister said on Friday.",
        "Read more: Port strike in pictures",
        "The full text of the treaty is available at the library.",
        "Members subscribe to the fund each year.",
        "“To be continued,” he joked.",
    ],
)
def test_ends_that_do_not(end: str) -> None:
    assert not says_it_continues(BODY + end)


def test_the_middle_does_not_count() -> None:
    assert not says_it_continues("Read the full story at The Gull.\n\n" + BODY)


def test_a_tail_cut_inside_a_sentence_does_not_count() -> None:
    sentence = "continue reading the letters that the council had kept from them " + "for very many years " * 14
    assert not says_it_continues("She asked them to " + sentence[:300])


@given(st.text())
def test_never_raises(text: str) -> None:
    assert says_it_continues(text) in (True, False)
