"""Which invented articles become one story, and which do not."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.connect.blocks import candidates_of, keys_of
from reportedly.connect.brief import Brief
from reportedly.connect.copies import article
from reportedly.connect.index import Shelf
from reportedly.connect.nouns import Link, Reason
from reportedly.connect.profile import profile_of
from reportedly.connect.rarity import Scale
from reportedly.connect.stories import ONE_TEXT, Tie, partition, stories_of, tie_of
from tests.connect.telling import Facts, told

FIRE = told(
    "A fire tore through a carpet warehouse on Alder Street in Vell on Friday night, killing a watchman, Jonas Brask, "
    "58, and injuring four firefighters, the Vell fire brigade said. The blaze at Tindall Carpets was put out by dawn.",
    "The Harbor Post", "2024-05-04", Facts(("jonas brask",), ("Vell",), "2024-05-03"),
)  # fmt: skip
FIRE_TOO = told(
    "Four firefighters were hurt and a night watchman died when the Tindall Carpets warehouse in Vell burned down. The "
    "brigade named the dead man as Jonas Brask, 58. It took until dawn to put out the blaze on Alder Street.",
    "Vell Echo", "2024-05-05", Facts(("jonas brask",), ("Vell",), "2024-05-03"),
)  # fmt: skip
FIRE_TRIAL = told(
    "The owner of Tindall Carpets went on trial in Vell on Monday over the warehouse fire in which the watchman Jonas "
    "Brask, 58, died last year. Prosecutors say that the alarms on Alder Street had been switched off.",
    "The Harbor Post", "2025-01-20", Facts(("jonas brask",), ("Vell",), "2024-05-03"),
)  # fmt: skip
OTHER_FIRE = told(
    "A fire gutted a bakery on Quarry Road in Port Eldin on Tuesday, killing the baker, Mila Torv, 33, and injuring "
    "two neighbours, the Eldin fire brigade said. The blaze at Torv and Sons was put out at noon.",
    "The Harbor Post", "2024-05-08", Facts(("mila torv",), ("Port Eldin",), "2024-05-07"),
)  # fmt: skip
SAME_TOWN = told(
    "A fire damaged a row of garages on Mill Lane in Vell on Sunday, the fire brigade said. Nobody was hurt. A boy of "
    "12 told officers that he had played with matches behind the garage of his uncle, Petr Halm, 41.",
    "Vell Echo", "2024-06-17", Facts(("petr halm",), ("Vell",), "2024-06-16"),
)  # fmt: skip
STRIKE = told(
    "Dockers in Port Eldin will stop work for two days from Thursday over night pay, their union said. The port "
    "handles most of the fuel and grain that the islands import.",
    "Coastal Wire", "2024-05-06", Facts((), ("Port Eldin",), "2024-05-09"),
)  # fmt: skip
ALL = [FIRE, FIRE_TOO, FIRE_TRIAL, OTHER_FIRE, SAME_TOWN, STRIKE]


def groups(briefs: list[Brief]) -> set[frozenset[str]]:
    return {frozenset(b.text_sha256 for b in s) for s in stories_of(briefs)}


def of(*briefs: Brief) -> frozenset[str]:
    return frozenset(b.text_sha256 for b in briefs)


def test_two_reports_and_a_trial_are_one_story_and_other_fires_are_not() -> None:
    assert groups(ALL) == {of(FIRE, FIRE_TOO, FIRE_TRIAL), of(OTHER_FIRE), of(SAME_TOWN), of(STRIKE)}


@pytest.mark.parametrize("other", [OTHER_FIRE, SAME_TOWN, STRIKE])
def test_two_articles_alone_are_not_joined_on_weak_evidence(other: Brief) -> None:
    assert groups([FIRE, other]) == {of(FIRE), of(other)}


@pytest.mark.parametrize("other", [FIRE_TOO, FIRE_TRIAL])
def test_two_articles_alone_are_joined_where_they_tell_of_one_fire(other: Brief) -> None:
    assert groups([FIRE, other]) == {of(FIRE, other)}


@given(st.randoms(use_true_random=False))
@settings(max_examples=25, deadline=None)
def test_neither_order_nor_ids_matter(dice: random.Random) -> None:
    ids = [f"n{i}" for i, _ in enumerate(ALL)]
    dice.shuffle(ids)
    others = [b.model_copy(update={"id": i}) for b, i in zip(ALL, ids, strict=True)]
    dice.shuffle(others)
    assert groups(others) == groups(ALL)


def test_without_dates_and_outlets() -> None:
    bare = [b.model_copy(update={"published": None, "outlet": None}) for b in ALL]
    assert of(FIRE, FIRE_TOO) <= next(g for g in groups(bare) if FIRE.text_sha256 in g)
    assert of(OTHER_FIRE) in groups(bare)


def test_an_article_is_found_by_a_name_among_many_words_of_its_own() -> None:
    """It gives Skarn and Wilm Wold once, beside more rare words than there are keys."""
    own = " ".join(f"lorn{i} morn{i}" for i in range(40))
    names = "from Skarn with Wilm Wold"
    one, other = (
        told(f"He came {names} {own.replace('orn', x)}", facts=Facts(day="2024-05-01")) for x in ("ask", "ilt")
    )
    scale = Scale(shelf := Shelf())
    profiles = [profile_of(b) for b in (one, other)]
    for p in profiles:
        shelf.count(p)
    for p in profiles:
        shelf.put(p, keys_of(p, scale))
    assert candidates_of(profiles[0], scale) == (other.id,)


def test_every_article_stands_in_one_story() -> None:
    empty = told("", None, None)
    found = [b.id for s in stories_of([*ALL, empty]) for b in s]
    assert sorted(found) == sorted(b.id for b in [*ALL, empty])
    assert stories_of([]) == []


def test_a_thousand_copies_are_one_story() -> None:
    copies = [
        told(f"VELL (Coastal Wire) - {' '.join(words)}", f"Paper {i}", "2024-05-04", id=f"c{i}")
        for i, words in enumerate(_edited(500))
    ]
    same = [told("A" + STRIKE.id * 9, f"Paper {i}", "2024-05-04", id=f"d{i}") for i in range(500)]
    assert sorted(len(s) for s in stories_of([*copies, *same, FIRE])) == [1, 500, 500]


def _edited(n: int) -> list[list[str]]:
    """One text with another first word each."""
    text = " ".join(f"word{i}" for i in range(60)).split()
    return [[f"First{i}", *text] for i in range(n)]


def kin(a: Brief, b: Brief, score: float, copied: bool = False) -> Tie:
    return Tie(a.id, b.id, score, copied)


def test_what_counts_of_a_link() -> None:
    link = Link(kind="same_story", start=article(FIRE), end=article(FIRE_TOO), score=0.9, by="rule:test@1")
    copied = link.model_copy(update={"reasons": (Reason(feature=ONE_TEXT, value=1.0, weight=1.0),)})
    assert tie_of(link) == kin(FIRE, FIRE_TOO, 0.9)
    assert tie_of(copied) == kin(FIRE, FIRE_TOO, 0.9, copied=True)


class TestPartition:
    def test_one_bad_pair_joins_nothing(self) -> None:
        a, b, c, d = ALL[:4]
        links = [kin(a, b, 0.9), kin(c, d, 0.9), kin(b, c, 0.85)]
        assert len(partition([a, b, c, d], links)) == 2

    def test_all_pairs_together_do(self) -> None:
        a, b, c = ALL[:3]
        links = [kin(a, b, 0.9), kin(a, c, 0.6), kin(b, c, 0.5)]
        assert partition([c, b, a], links) == ((a.id, b.id, c.id),)

    def test_copies_are_one_whatever_their_score(self) -> None:
        a, b = ALL[:2]
        assert partition([a, b], [kin(a, b, 0.3, copied=True)]) == ((a.id, b.id),)

    def test_a_pair_that_was_never_compared_does_not_part_the_others(self) -> None:
        a, b, c, d = ALL[:4]
        links = [kin(a, b, 0.9), kin(c, d, 0.9), kin(a, c, 0.6), kin(a, d, 0.6), kin(b, c, 0.5)]
        assert len(partition([a, b, c, d], links)) == 1

    def test_ties_to_others_are_left_out(self) -> None:
        a, b, c = ALL[:3]
        assert len(partition([a, b], [kin(a, c, 0.9)])) == 2

    @given(st.data())
    def test_neither_order_nor_direction_matter(self, data: st.DataObject) -> None:
        scores = st.sampled_from([0.0, 0.3, 0.55, 0.7, 0.95])
        pairs = [(a, b) for i, a in enumerate(ALL) for b in ALL[i + 1 :]]
        links = [kin(a, b, s) for a, b in pairs if (s := data.draw(scores))]
        turned = [tie._replace(one=tie.other, other=tie.one) for tie in links]
        mixed = data.draw(st.permutations([*links, *turned]))
        assert partition(data.draw(st.permutations(ALL)), mixed) == partition(ALL, links)
