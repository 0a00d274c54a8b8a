"""How articles find one another, and by what a pair is judged."""

from __future__ import annotations

import pytest

from reportedly.connect.blocks import NEAREST, candidates_of, keys_of
from reportedly.connect.brief import Brief
from reportedly.connect.index import FULL, Shelf
from reportedly.connect.kin import BIAS, FEATURES, WEAK, Pair, judged, kin_of
from reportedly.connect.profile import Profile, days_of, people_of, profile_of
from reportedly.connect.rarity import Scale
from tests.connect.telling import Facts, told

FIRE = told(
    "A fire on Alder Street in Vell killed Jonas Brask, 58, and 14 of his pigeons.",
    "The Harbor Post", "2024-05-04", Facts(("jonas brask", "halm"), ("Vell",), "2024-05-03"),
)  # fmt: skip
AGAIN = told(
    "Jonas Brask, 58, died with 14 pigeons in Friday's fire on Alder Street, Vell.",
    "Vell Echo", "2024-05-06", Facts(("jonas peter brask",), ("Vell",), "2024-05-03"),
)  # fmt: skip
FLOOD = told(
    "A flood on Quarry Road in Port Eldin drowned 30 sheep of Mila Torv, 33.",
    "Vell Echo", "2024-07-06", Facts(("mila torv",), ("Port Eldin",), "2024-07-05"),
)  # fmt: skip


def shelf_of(*briefs: Brief) -> tuple[Shelf, Scale, list[Profile]]:
    shelf = Shelf()
    profiles = [profile_of(b) for b in briefs]
    for p in profiles:
        shelf.count(p)
    scale = Scale(shelf)
    for p in profiles:
        shelf.put(p, keys_of(p, scale))
    return shelf, scale, profiles


def values(a: Brief, b: Brief) -> dict[str, float]:
    _, scale, (x, y) = shelf_of(a, b)
    pair = Pair(scale.weighed(x), scale.weighed(y), scale)
    return {f.__name__: round(value, 2) for f, _ in FEATURES if (value := f(pair))}


def test_a_profile_keeps_persons_by_first_and_last_name() -> None:
    assert people_of(FIRE) == people_of(AGAIN) == ("jonas brask",)


def test_days_are_those_of_events_with_sharp_dates() -> None:
    assert [b - a for a, b in days_of(FIRE)] == [0]
    vague = FIRE.mentions[0].model_copy(update={"earliest": "2024-01-01", "latest": "2024-03-01"})
    assert days_of(FIRE.model_copy(update={"mentions": (vague,)})) == ()
    odd = FIRE.model_copy(update={"published": "sometime"})
    assert profile_of(odd).day is None


def test_what_speaks_for_one_story() -> None:
    found = values(FIRE, AGAIN)
    assert found.keys() >= {"words", "proper", "people", "streets", "places", "ages", "day"}
    assert not found.keys() & {"other_streets", "other_places", "other_ages", "other_numerals", "other_days"}


def test_what_speaks_against_it() -> None:
    found = values(FIRE, FLOOD)
    against = {"other_streets", "other_places", "other_ages", "other_numerals", "other_days", "gap", "thin"}
    assert found.keys() >= against and "people" not in found


def test_an_unknown_date_counts_against_it() -> None:
    assert values(FIRE, AGAIN.model_copy(update={"published": None}))["undated"] == 1.0


def test_a_link_shows_the_sum_that_makes_its_score() -> None:
    _, scale, (x, y) = shelf_of(FIRE, AGAIN)
    link = judged(Pair(scale.weighed(x), scale.weighed(y), scale))
    turned = judged(Pair(scale.weighed(y), scale.weighed(x), scale))
    assert link is not None and link == turned
    assert (link.start.id, link.end.id) == (AGAIN.id, FIRE.id)
    assert (link.reasons[0].feature, link.reasons[0].weight) == ("bias", BIAS)
    odds = sum(r.value * r.weight for r in link.reasons)
    assert link.score == pytest.approx(1 / (1 + 2.718281828**-odds), abs=1e-3)


def test_kin_is_found_by_an_article_that_is_not_in_the_index() -> None:
    _, scale, _ = shelf_of(FIRE, FLOOD)
    (link,) = kin_of([profile_of(AGAIN)], scale)
    assert link.end.id == FIRE.id and link.score is not None and link.score > WEAK


def test_two_articles_that_find_each_other_are_judged_once() -> None:
    _, scale, profiles = shelf_of(FIRE, AGAIN)
    assert len(kin_of(profiles, scale)) == len(kin_of(profiles[:1], scale)) == 1


def test_an_article_is_no_kin_of_its_own() -> None:
    _, scale, (p, _) = shelf_of(FIRE, FLOOD)
    assert kin_of([p], scale) == []


def test_the_index_and_what_is_judged_stay_bounded() -> None:
    briefs = [told(f"Fire {i} on Alder Street in Vell, {i + 100} hurt.", f"Paper {i}", id=f"f{i}") for i in range(200)]
    shelf, scale, profiles = shelf_of(*briefs)
    keys = keys_of(profiles[-1], scale)
    held = shelf.holders(keys)
    assert max(map(len, held.values())) == FULL and held["street:alder street"] == [f"f{i}" for i in range(FULL)]
    assert NEAREST <= len(candidates_of(profiles[-1], scale)) <= FULL + 1


@pytest.mark.parametrize(("published", "found"), [("2024-05-12", True), ("2024-04-26", True), ("2025-05-04", False)])
def test_a_town_is_looked_up_in_neighbouring_spells_only(published: str, found: bool) -> None:
    _, scale, (p,) = shelf_of(told("Sheep drowned.", "A", "2024-05-04", Facts(places=("Vell",))))
    other = profile_of(told("Pigeons burned.", "B", published, Facts(places=("Vell",))))
    assert candidates_of(other, scale) == ((p.id,) if found else ())


def test_common_words_weigh_little_also_in_an_empty_index() -> None:
    scale = Scale(Shelf())
    assert (
        scale.of("the") < 0.15 and scale.of("the") <= scale.of("said") < scale.of("police") < scale.of("brask") == 1.0
    )
    assert scale.of("person:jonas brask") == 1.0
