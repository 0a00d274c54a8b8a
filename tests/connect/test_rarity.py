"""How words are weighed, and what is asked of an index only once."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from reportedly.connect.index import Shelf
from reportedly.connect.profile import Profile, profile_of
from reportedly.connect.rarity import RARE, Scale
from tests.connect.telling import told

TEXTS = ("A ferry sank off Velmora.", "The ferry from Velmora was late.")
FERRY, LATE = (profile_of(told(text).model_copy(update={"id": str(n)})) for n, text in enumerate(TEXTS))


class Asked(Shelf):
    """An index that notes what it is asked for."""

    def __init__(self, *profiles: Profile) -> None:
        super().__init__()
        self.keys: list[str] = []
        self.ids: list[str] = []
        for p in profiles:
            self.count(p)
            self.put(p, ["ferry", p.id])

    def holders(self, keys: Collection[str]) -> Mapping[str, Sequence[str]]:
        self.keys += keys
        return super().holders(keys)

    def profiles(self, ids: Collection[str]) -> Mapping[str, Profile]:
        self.ids += ids
        return super().profiles(ids)


def test_who_stands_under_a_key_is_asked_once() -> None:
    index = Asked(FERRY, LATE)
    scale = Scale(index)
    assert scale.holders(["ferry", "nobody"]) == {"ferry": ["0", "1"]}
    assert scale.holders(["nobody", "1", "ferry"]) == {"1": ["1"], "ferry": ["0", "1"]}
    assert (sorted(index.keys[:2]), index.keys[2:]) == (["ferry", "nobody"], ["1"])


def test_an_article_is_weighed_once() -> None:
    index = Asked(FERRY, LATE)
    scale = Scale(index)
    mine = scale.weighed(FERRY)
    assert scale.among(["0", "unknown", "1"]) == [mine, scale.weighed(LATE)]
    assert index.ids == ["unknown", "1"]


def test_rare_are_the_words_that_few_articles_hold() -> None:
    scale = Scale(Asked(FERRY, LATE))
    rare = scale.weighed(FERRY).rare
    assert rare and all(r == scale.of(t) >= RARE for t, r in rare.items())
    assert set(rare) == {t for t, _ in FERRY.terms if scale.of(t) >= RARE} < {t for t, _ in FERRY.terms}
