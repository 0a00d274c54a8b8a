"""Who is only "it", "she" or "the service"."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest

from reportedly.connect.brief import Voice
from reportedly.connect.brief.voices import voices_of
from reportedly.record import Article, Entity, Record, Run, Statement
from reportedly.record.entity import EntityKind
from reportedly.record.statement import Source
from tests.connect.brief.speech import Said, voices

IT: Said = ("it", "organisation")
BODIES: list[tuple[str, Sequence[Said], Mapping[str, EntityKind], str | None]] = [
    (  # the body that has just spoken
        "The port authority said so. The Tide Watchers, a group of volunteers, said no. Nine had gone, it said.",
        [("The port authority", "organisation"), ("The Tide Watchers", "organisation"), IT], {}, "tide watchers",
    ),
    (  # what the sentence before is about
        "The city hospital said so.\n\nThe Trade Ministry named nine. Two more had gone, it said.",
        [("The city hospital", "organisation"), IT], {"The Trade Ministry": "organisation"}, "trade ministry",
    ),
    (  # not what its own sentence is about
        "The army said that it had fired.\n\nElm Hospital had been hit by mistake, it said.",
        [("The army", "organisation"), IT], {"Elm Hospital": "organisation"}, "army",
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "sources", "names", "body"), BODIES)
def test_it_is_the_body_before_it(
    text: str, sources: Sequence[Said], names: Mapping[str, EntityKind], body: str | None
) -> None:
    assert voices(text, sources, names)[-1].body == body


def test_a_hospital_that_is_it_still_took_them_in() -> None:
    text = "Elm Hospital said so. Two of them had died, it said."
    assert voices(text, [("Elm Hospital", "organisation"), IT])[-1].first_hand == "care"


def test_the_service_is_the_one_in_uniform_that_the_sentence_names() -> None:
    text = "The army and Lorvia's coast guard stopped a ferry, the service said."
    assert voices(text, [("the service", "organisation")])[0].body == "coastguard"
    text = "Police closed the road. A rail operator ran buses, the service said."
    assert voices(text, [("the service", "organisation")])[0].body == "service"


def test_a_union_is_no_company() -> None:
    text = "The Dockers' Union said no. It is fair, a spokeswoman for the company said."
    [_, v] = voices(text, [("The Dockers' Union", "organisation"), ("a spokeswoman for the company", "anonymous")])
    assert v.body == "company"


def test_who_heads_a_village_speaks_for_no_body_that_spoke_before() -> None:
    text = "The army said so. Nine had gone, the chief of the village said."
    assert voices(text, [("The army", "organisation"), ("the chief of the village", "anonymous")])[-1].body is None


def test_who_is_taken_into_custody_is_in_nobodys_care() -> None:
    text = "Two men had been taken into custody, the city council said."
    assert voices(text, [("the city council", "organisation")])[0].first_hand is None


def _known(text: str, sources: Sequence[tuple[str, str]], entities: Mapping[str, EntityKind]) -> list[Voice]:
    """The voices of sources with the entities that the reading takes them for, each with the sentence it ends."""
    known = {name: f"n{k}" for k, name in enumerate(entities)}
    statements, at = [], 0
    for k, (words, name) in enumerate(sources):
        begin, at = at, text.index(words, at) + len(words)
        span = (at - len(words), at)
        source = Source(spans=(span,), text=words, kind="anonymous", named=False, entity=known[name])
        told = (begin, span[0] - 2)
        statements.append(
            Statement(id=f"s{k}", source=source, cue=((at + 1, at + 5),), content=(told,), form="indirect", act="say")
        )
        at = text.index(".", at) + 2
    mentions = {
        name: tuple(s.source.spans[0] for s in statements if s.source.entity == id) for name, id in known.items()
    }
    record = Record(
        article=Article(id="x", outlet="The Tollmere Echo", title=None, text=text, language="en"),
        entities=tuple(
            Entity(id=id, name=n, kind=entities[n], key=n.lower() if n.istitle() else None, mentions=mentions[n])
            for n, id in known.items()
        ),
        statements=tuple(statements), run=Run(reportedly="t", config="c"),
    )  # fmt: skip
    return list(voices_of(record))


def test_a_nurse_who_is_she_later_is_one_nurse() -> None:
    text = "Nobody had come, the nurse said. The ward was full, she said."
    sources = [("the nurse", "a night nurse"), ("she", "a night nurse")]
    first, second = _known(text, sources, {"a night nurse": "person"})
    assert first.group == second.group == "nurse#1"


def test_its_is_what_the_sentence_names_whatever_the_reading_takes_it_for() -> None:
    text = "The Trade Ministry said so. At Elm Hospital nine were treated, its chief physician, Ada Brook, said."
    at = text.index("its")
    its = Entity(id="m", name="Trade Ministry", kind="organisation", key="trade ministry", mentions=((at, at + 3),))
    brook = "its chief physician, Ada Brook,"
    source = Source(spans=((at, at + len(brook)),), text=brook, kind="person", named=True)
    cue = (at + len(brook) + 1, len(text) - 1)
    statement = Statement(id="s1", source=source, cue=(cue,), form="indirect", act="say")
    record = Record(
        article=Article(id="x", outlet=None, title=None, text=text, language="en"), entities=(its,),
        statements=(statement,), run=Run(reportedly="t", config="c"),
    )  # fmt: skip
    assert voices_of(record)[0].body == "elm hospital"


def test_who_is_named_after_an_outlet_is_still_who_was_told_of_first() -> None:
    text = "A pilot said so. The Bay Wire said so. Ada Brook said that the ship had turned."
    sources: list[Said] = [("A pilot", "anonymous"), ("The Bay Wire", "outlet"), ("Ada Brook", "person")]
    assert voices(text, sources, {"Ada Brook": "person"})[0].person == "ada brook"
