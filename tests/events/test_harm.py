"""Deaths and injuries with their cause."""

from __future__ import annotations

import pytest

from reportedly.reading import Reader
from reportedly.record import Event

CAUSED = [
    "reports from the ministry: 31 people have died in police firing while hundreds were held.",
    "Three dockers died when police opened fire on the quay.",
    "The attack on the port left two dead and five injured.",
    "Gunmen carried out an attack in which four people were killed.",
    "Rioting and later police firing in the port district left two dead and five injured.",
    "So far 300 people have been killed, including 40 in police firing.",
]


def events(text: str, reader: Reader) -> list[Event]:
    """The ASSAULTs of a text."""
    return [e for e in reader.read(text).events if e.type == "ASSAULT"]


def counted(event: Event) -> set[tuple[str, float | None]]:
    """What an event counts, and how many at least."""
    return {(c.what, c.low) for c in event.counts}


@pytest.mark.parametrize(
    ("text", "words", "count"),
    [
        (CAUSED[0], "firing", ("killed", 31)),
        (CAUSED[1], "opened", ("killed", 3)),
        (CAUSED[2], "attack", ("killed", 2)),
        (CAUSED[2], "attack", ("injured", 5)),
        (CAUSED[3], "attack", ("killed", 4)),
        (CAUSED[4], "firing", ("killed", 2)),
        (CAUSED[5], "firing", ("killed", 40)),
    ],
)
def test_the_toll_belongs_to_what_caused_it(text: str, words: str, count: tuple[str, float], reader: Reader) -> None:
    found = [e for e in events(text, reader) if text[slice(*e.trigger)] == words]
    assert found and count in counted(found[0])


def test_a_death_in_an_attack_is_part_of_it(reader: Reader) -> None:
    text = "two persons died in the police firing near the bridge."
    died = next(e for e in events(text, reader) if text[slice(*e.trigger)] == "died")
    assert [p.text for p in died.recipients] == ["two persons"]
    assert [p.text for p in died.actors] == ["the police"]


def test_who_attacked_killed_in_the_attack(reader: Reader) -> None:
    killed = next(e for e in events(CAUSED[3], reader) if CAUSED[3][slice(*e.trigger)] == "killed")
    assert [p.text for p in killed.actors] == ["Gunmen"]
    assert killed.why["actors"].by == "rule:actor-of-cause@1"


@pytest.mark.parametrize("text", ["Twelve people died in a train crash.", "She died in her sleep on Sunday."])
def test_other_deaths_are_no_assaults(text: str, reader: Reader) -> None:
    assert not events(text, reader)


def test_who_killed_some_did_not_kill_all(reader: Reader) -> None:
    killed = next(e for e in events(CAUSED[5], reader) if CAUSED[5][slice(*e.trigger)] == "killed")
    assert not killed.actors
    assert killed.why["actors"].by == "rule:part-of-toll@1"


@pytest.mark.parametrize(
    ("text", "word", "actor"),
    [
        ("The ministry counted the deaths in police firing since May.", "deaths", "police"),
        ("One docker was killed on Tuesday night when soldiers fired into the crowd.", "killed", "soldiers"),
        ("two guards were hurt and one docker killed on tuesday night when the police fired to disperse a crowd.",
         "hurt", "the police"),
    ],
)  # fmt: skip
def test_the_cause_is_found_behind_the_harm(text: str, word: str, actor: str, reader: Reader) -> None:
    harm = next(e for e in events(text, reader) if text[slice(*e.trigger)] == word)
    assert [p.text for p in harm.actors] == [actor]


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Two miners died in a collapse and four people were hurt when soldiers opened fire.", "died"),
        ("Two miners died on Monday in a car crash, hours after police opened fire.", "died"),
        ("Hours after the shelling, aid workers left for the camp where two were killed last year.", "killed"),
    ],
)
def test_nobody_is_blamed_for_another_harm(text: str, word: str, reader: Reader) -> None:
    assert not [e for e in events(text, reader) if text[slice(*e.trigger)] == word and e.actors]
    shelled = [e for e in events(text, reader) if text[slice(*e.trigger)] == "shelling"]
    assert not [c for e in shelled for c in e.counts]


def test_a_day_before_the_agent_is_no_number(reader: Reader) -> None:
    text = "Ten villagers were killed on May 5 by militants."
    [killed] = events(text, reader)
    assert [p.text for p in killed.actors] == ["militants"]


def test_another_harm_of_the_sentence_has_its_own_cause(reader: Reader) -> None:
    text = "Ten people were killed in a crash and two were shot when police opened fire at a bar."
    killed = next(e for e in events(text, reader) if text[slice(*e.trigger)] == "killed")
    assert not killed.actors
