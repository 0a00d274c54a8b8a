"""Which names like people's are companies'."""

from __future__ import annotations

import pytest

from reportedly.connect.brief.things import things_in
from reportedly.record import Article, Entity, Record, Run

NAMES = [
    ("Ostrel, the tram maker, said nothing.", "Ostrel", True),
    ("Ostrel, which built the tower, said nothing.", "Ostrel", True),
    ("The operator Ostrel said nothing.", "Ostrel", True),
    ("Shares in Ostrel fell.", "Ostrel", True),
    ("BlueRail said nothing.", "BlueRail", True),
    ("Ada McBrook said nothing.", "Ada McBrook", False),
    ("Ostrel Chemicals said nothing.", "Ostrel Chemicals", True),
    ("Ada Brook, the owner of the mill, said nothing.", "Ada Brook", False),
    ("Ada Brook, the company's chairwoman, said nothing.", "Ada Brook", False),
    ("Brook said nothing.", "Brook", False),
    ("Clear Elm, a group of volunteers who count birds, said nothing.", "Clear Elm", True),
    ("Ada Brook, the company chairwoman, said nothing.", "Ada Brook", False),
    ("Ada Brook, an engineer at the firm, said nothing.", "Ada Brook", False),
    ("Emily Power said nothing.", "Emily Power", False),
    ("Ostrel Power said nothing.", "Ostrel Power", True),
    ("They met in Ostrel, which lies on the coast.", "Ostrel", False),
]


@pytest.mark.parametrize(("text", "name", "is_thing"), NAMES)
def test_what_is_told_of_a_name_shows_whether_it_is_a_company(text: str, name: str, is_thing: bool) -> None:
    at = text.index(name)
    entity = Entity(id="n1", name=name, kind="person", key=f"person:{name.lower()}", mentions=((at, at + len(name)),))
    record = Record(
        article=Article(id="x", outlet=None, title=None, text=text, language="en"), entities=(entity,),
        run=Run(reportedly="t", config="c"),
    )  # fmt: skip
    assert things_in(record) == (frozenset({name.lower()}) if is_thing else frozenset())
