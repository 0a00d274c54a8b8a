"""Who a source is over all articles."""

from __future__ import annotations

import pytest

from reportedly.ledger.sourced.who import Heard, described, one_of, outlet_called, private_words, search_words, who_of

RESK = Heard("Resk", "person", "Ana Resk", "person:ana resk", "mayor", "XAA", "GOV")


def named(text: str, kind: str, **more: str | None) -> str | None:
    who = who_of(Heard(text, kind, **more))
    return who.name if who else None


def test_a_person_goes_by_name_whatever_the_country() -> None:
    one, other = who_of(RESK), who_of(RESK._replace(text="Ana Resk", role="envoy", country="XBB"))
    assert one and other
    assert (one.id, one.kind, one.name, one.public) == (other.id, "person", "Ana Resk", True)


def test_a_private_person_is_nobody_here_and_one_without_a_role_waits_for_one() -> None:
    assert who_of(RESK._replace(role="fisherman", sector=None)) is None
    unsaid = who_of(RESK._replace(role=None, sector=None))
    assert unsaid
    assert not unsaid.public


def test_bodies_of_two_countries_are_two() -> None:
    ministry = Heard("the ministry", "organisation", "Defence Ministry", "organisation:defence ministry")
    ids = {getattr(who_of(ministry._replace(country=country)), "id", None) for country in ("XAA", "XBB", None)}
    assert len(ids) == 3
    assert None not in ids


@pytest.mark.parametrize(
    "name", ["Ministry of Defence", "the Defense Ministry", "Defence ministry", "Ministry of Defense"]
)
def test_spellings_of_a_body_are_one(name: str) -> None:
    asked = Heard(name, "organisation", name, "organisation:" + name.lower(), None, "XAA")
    standard = Heard("x", "organisation", "Defence Ministry", "organisation:defence ministry", None, "XAA")
    assert getattr(who_of(asked), "id", 0) == getattr(who_of(standard), "id", 1)


def test_an_outlet_is_the_same_as_source_and_as_publisher() -> None:
    quoted = who_of(Heard("The Post", "outlet", "The Harbor Post", "outlet:harbor post"))
    assert quoted
    assert quoted.id == getattr(outlet_called("Harbour Post"), "id", None)
    assert outlet_called("…") is None


def test_a_spokesman_is_the_body() -> None:
    who = who_of(Heard("a spokesman for the Harbor Authority", "organisation"))
    body = who_of(Heard("the Harbour Authority", "organisation"))
    assert who and body
    assert (who.name, who.id, who.named) == ("Harbor Authority", body.id, True)
    described = who_of(Heard("the port authority", "organisation"))
    assert described
    assert not described.named


@pytest.mark.parametrize(
    ("words", "body", "head"),
    [
        ("Two senior officials of the Interior Ministry, who spoke on Friday", "Interior Ministry", "officials"),
        ("an Interior Ministry official", "Interior Ministry", "official"),
        ("the ministry's officials", "ministry", "officials"),
        ("residents of the old town", "old town", "residents"),
        ("three people familiar with the talks", "", "people"),
        ("a report by the Salt Institute", "Salt Institute", "report"),
        ("at least 12 witnesses", "", "witnesses"),
    ],
)
def test_a_description_is_its_head_and_whose_it_is(words: str, body: str, head: str) -> None:
    assert described(words) == (body, head)


@pytest.mark.parametrize("words", ["he", "They", "who", "one of them", "many", "a lot", "the", "…", "40 percent"])
def test_words_for_nobody(words: str) -> None:
    assert named(words, "anonymous") is None


def test_unnamed_people_are_a_kind() -> None:
    one = who_of(Heard("Two Interior Ministry officials", "anonymous"))
    other = who_of(Heard("an official at the Interior Ministry who asked not to be named", "anonymous"))
    assert one and other
    assert (one.id, one.name, one.named) == (other.id, "Interior Ministry official", False)
    assert who_of(Heard("the Interior Ministry officials", "group")) != one


def test_a_pronoun_is_what_it_stands_for() -> None:
    assert named("they", "group", name="residents") == "resident"
    assert named("they", "group") is None


def test_kin_do_not_tell_whose_they_are() -> None:
    assert named("Petra Sund's mother", "anonymous") == "mother"
    assert named("neighbours of Petra Sund", "group") == "neighbour"


def test_a_private_person_s_name_is_in_no_description() -> None:
    people = (Heard("x", "person", "Petra Sund", "person:petra sund", "fish seller"), RESK)
    private = private_words(people)
    assert private == {"petra", "sund"}
    for words, kept in (
        ("Petra Sund's lawyer", "lawyer"), ("a letter by Ms Sund", "letter"), ("Ana Resk's aides", "Ana Resk aide"),
    ):  # fmt: skip
        who = who_of(Heard(words, "anonymous"), private)
        assert who
        assert who.name == kept
    assert who_of(Heard("Mrs Sund", "anonymous"), private) is None


def test_no_source_is_nobody() -> None:
    assert who_of(Heard(None, "unknown")) is None
    assert who_of(Heard("", "organisation")) is None


def test_words_of_a_search() -> None:
    assert search_words("L’Écho de  TARROW!") == " lecho de tarrow"
    assert [one_of(w) for w in ("classes", "bus", "Women")] == ["class", "bus", "woman"]
