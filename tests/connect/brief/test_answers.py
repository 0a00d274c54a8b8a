"""Sentences → what they answer to reports, and which events they answer."""

from __future__ import annotations

import pytest

from reportedly.connect.brief import brief_of
from reportedly.reading import Reader

PRESUPPOSED = [
    "The company denied that its tram had been speeding when it crashed on Monday.",
    "The mayor denied that the pumps had failed after the reservoir burst.",
]


def _denied(text: str, reader: Reader) -> set[str]:
    brief = brief_of(reader.read(text, published="2031-03-05"))
    about = {e for a in brief.answers if a.kind == "denial" for e in a.events}
    return {m.word for m in brief.mentions if m.event in about}


@pytest.mark.parametrize("text", PRESUPPOSED)
def test_what_a_denial_takes_as_given_is_not_denied(text: str, reader: Reader) -> None:
    words = _denied(text, reader)
    assert words
    assert not words & {"crashed", "burst"}


def test_to_have_heard_nothing_is_no_denial(reader: Reader) -> None:
    text = "The embassy said that it had heard nothing of the kind about the raid."
    assert not [a for a in brief_of(reader.read(text, published="2031-03-05")).answers if a.kind == "denial"]


NO_DENIAL = [
    "No decision was taken on the dam, two members of the council said.",
    "The council said that nothing had been heard of the raft.",
]


@pytest.mark.parametrize("text", NO_DENIAL)
def test_what_is_not_yet_decided_is_not_denied(text: str, reader: Reader) -> None:
    assert _denied(text, reader) == set()


NOT_MEANT = [
    ("No truce with the rebels has been signed, the minister said.", "truce"),
    ("The spokesman said that no closure had been planned.", "closure"),
    ('"Nothing will be sold," the chairman said.', "sold"),
    ("The miners say that the leak does not exist.", "leak"),
]


@pytest.mark.parametrize(("text", "word"), NOT_MEANT)
def test_what_is_not_meant_is_denied(text: str, word: str, reader: Reader) -> None:
    assert word in _denied(text, reader)


def test_what_only_says_of_whom_is_spoken_is_not_denied(reader: Reader) -> None:
    text = "The navy of Tesk denied on Monday that it had released a trawler which it seized last week."
    words = _denied(text, reader)
    assert "released" in words and "seized" not in words


def test_a_denial_told_of_one_thing_is_about_that(reader: Reader) -> None:
    text = (
        "Bakers marched through Tesk on Monday against a sale of the mills which the council says it is not planning."
    )
    words = _denied(text, reader)
    assert "sale" in words and "marched" not in words


def test_a_paper_withdraws_what_the_sentence_before_tells(reader: Reader) -> None:
    brief = brief_of(reader.read("The Post wrote that a bridge had collapsed. We withdraw that report."))
    gone = {e for a in brief.answers if a.kind == "withdrawal" for e in a.events}
    assert "collapsed" in {m.word for m in brief.mentions if m.event in gone}


def _kinds(text: str, reader: Reader) -> list[tuple[str, bool]]:
    return [(a.kind, a.back) for a in brief_of(reader.read(text, published="2031-03-05")).answers]


def test_what_was_not_called_off_is_no_calling_off(reader: Reader) -> None:
    text = '"Nothing has been agreed, and nothing has been called off," the drivers\' spokeswoman said.'
    assert {kind for kind, _ in _kinds(text, reader)} == {"denial"}


def test_a_denial_of_named_reports_is_not_about_what_stands_before(reader: Reader) -> None:
    named = "The colonel said that a bridge was bombed. He dismissed rumours about hostages."
    before = "The Post wrote that a bridge was bombed. The colonel dismissed the rumours."
    assert ("denial", False) in _kinds(named, reader)
    assert ("denial", True) in _kinds(before, reader)


@pytest.mark.parametrize(
    "text",
    [
        "The Lorm Courier withdraws a report on the mayor that it printed on Monday.",
        "The Courier regrets its report on the mayor. It should not have appeared before it was confirmed.",
    ],
)
def test_a_withdrawal(text: str, reader: Reader) -> None:
    assert "withdrawal" in {kind for kind, _ in _kinds(text, reader)}


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Norvia and Sarka clashed at the pass, each side blaming the other.", {"clashed"}),
        ("The two armies accused each other of shelling the pass.", {"shelling"}),
        ("The two armies exchanged prisoners.", set()),
    ],
)
def test_each_side_blames_the_other(text: str, words: set[str], reader: Reader) -> None:
    brief = brief_of(reader.read(text, published="2031-03-05"))
    about = {e for a in brief.answers if a.kind == "blame" for e in a.events}
    assert {m.word for m in brief.mentions if m.event in about} == words


DENIALS = [
    "It is a lie that the tannery was sold, its owner said.",
    "The ministry said reports of a coup were greatly exaggerated.",
    "The abbey laughed off the rumours of a theft.",
    "The mayor spoke of a fairy tale of a plague.",
    "The operator described as baseless a claim that the ferry had sunk.",
    "The brewery disputes that it spoiled the well.",
    "The inspector disputed the finding.",
    "The crack does not exist, the builder said.",
]


@pytest.mark.parametrize("text", DENIALS)
def test_ways_to_deny(text: str, reader: Reader) -> None:
    assert "denial" in {kind for kind, _ in _kinds(text, reader)}


WITHDRAWALS = [
    "The Standard apologised for its report that the bridge had fallen.",
    '"Our report that the plane was shot down was a mistake," the editor said.',
]


@pytest.mark.parametrize("text", WITHDRAWALS)
def test_ways_to_withdraw(text: str, reader: Reader) -> None:
    assert "withdrawal" in {kind for kind, _ in _kinds(text, reader)}


DOUBTS = [
    "The post has been deleted from its channel.",
    "There was no official confirmation of the landing.",
    "The Post could not establish whether the king had left.",
]


@pytest.mark.parametrize("text", DOUBTS)
def test_ways_to_doubt(text: str, reader: Reader) -> None:
    assert "unconfirmed" in {kind for kind, _ in _kinds(text, reader)}


def test_what_only_describes_somebody_is_not_denied(reader: Reader) -> None:
    words = _denied("The consul denied that the kidnapped engineer had been freed.", reader)
    assert "freed" in words
    assert "kidnapped" not in words


def test_a_report_is_withdrawn_behind_what_it_said(reader: Reader) -> None:
    behind = "On Monday we wrote that the mayor had resigned. We withdraw that report."
    named = "We withdraw our report that the mayor had resigned."
    assert ("withdrawal", True) in _kinds(behind, reader)
    assert ("withdrawal", False) in _kinds(named, reader)
