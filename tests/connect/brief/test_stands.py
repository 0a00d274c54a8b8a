"""Who is meant by "he" or "the farmer"."""

from __future__ import annotations

import pytest

from reportedly.connect.brief.voices import voices_of
from reportedly.record import Article, Entity, Record, Run, Statement
from reportedly.record.statement import Source

MEANT = [
    ("Arne Tveit was mending nets when the jetty broke. ", "the fisherman", "arne tveit", "witness"),
    ("A fisherman ran away. Arne Tveit was mending nets. ", "the fisherman", None, None),
    ("Arne Tveit, a fisherman, was mending nets when the jetty broke. ", "the fisherman", "arne tveit", "witness"),
    ("Arne Tveit was mending nets when the jetty broke. ", "he", "arne tveit", "witness"),
    ("Captain Arne Tveit came at noon. ", "he", "arne tveit", None),
    ("Arne Tveit lives on the island. ", "the spokesman", None, None),
    ("Firemen searched the shore with lamps. ", "one of them", None, "care"),
    ("Officials came to the shore. ", "one of them", None, None),
]


@pytest.mark.parametrize(("before", "source", "person", "first_hand"), MEANT)
def test_a_person_is_known_by_what_stands_before(
    before: str, source: str, person: str | None, first_hand: str | None
) -> None:
    text = f'{before}"It went down without a sound," {source} said.'
    at = text.index(f" {source} said") + 1
    named = before.find("Arne Tveit")
    tveit = [
        Entity(id="n1", name="Arne Tveit", kind="person", key="person:arne tveit", mentions=((at, at + 10),))
        for at in [named] if at >= 0
    ]  # fmt: skip
    statement = Statement(
        id="s1", source=Source(spans=((at, at + len(source)),), text=source, kind="anonymous", named=False),
        cue=((at + len(source) + 1, at + len(source) + 5),), content=((len(before), at - 1),), form="direct", act="say",
    )  # fmt: skip
    record = Record(
        article=Article(id="x", outlet=None, title=None, text=text, language="en"), statements=(statement,),
        entities=tuple(tveit), run=Run(reportedly="t", config="c"),
    )  # fmt: skip
    [v] = voices_of(record)
    assert (v.person, v.first_hand) == (person, first_hand)
