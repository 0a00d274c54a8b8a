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
            Entity(id=id, name=name, kind=entities[name], key=f"{name.lower()}", mentions=mentions[name])
            for name, id in known.items()
        ),
        statements=tuple(statements), run=Run(reportedly="t", config="c"),
    )  # fmt: skip
    return list(voices_of(record))


def test_a_nurse_who_is_she_later_is_one_nurse() -> None:
    text = "Nobody had come, a nurse said. The ward was full, she said."
    first, second = _known(text, [("a nurse", "a nurse"), ("she", "a nurse")], {"a nurse": "group"})
    assert first.group == second.group == "nurse#1"


def test_she_is_who_has_just_spoken_and_no_thing() -> None:
    text = "The owner was held, Ada Brook said. Nobody else is sought, she said."
    sources = [("Ada Brook", "Ada Brook"), ("she", "The owner")]
    assert _known(text, sources, {"Ada Brook": "person", "The owner": "organisation"})[-1].person == "ada brook"
