"""The features of senses, the sums over an article, and the choice."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.ground.candidates import Candidate
from reportedly.ground.gazetteer import load_gazetteer
from reportedly.ground.locate import Weights, locate
from reportedly.ground.senses import alone, own_maps, setting, shares_of, together
from reportedly.lexicons import load_lexicons
from tests.handmade import tokens

GAZETTEER, LEXICONS = load_gazetteer(), load_lexicons()
WEIGHTS = Weights(LEXICONS.place_weights["alone"], LEXICONS.place_weights["together"])


def places(*words: str) -> list[Candidate]:
    """One candidate for each word of a text that is nothing but them."""
    t = tokens(" _,|, ".join(w.replace(" ", "") for w in words))
    return [
        Candidate(2 * k, 2 * k, (t[2 * k].start, t[2 * k].end), w, GAZETTEER.find(w), "gazetteer")
        for k, w in enumerate(words)
    ]


def located(*words: str) -> list[str | None]:
    """The countries that the names are found in."""
    found = places(*words)
    spread = tokens(*(f"in|IN {w.replace(' ', '')}|NNP" for w in words))
    return [x.sense.country if x.sense else None for x in locate(found, setting(found, spread, (), {}), WEIGHTS)]


def test_the_others_decide() -> None:
    assert located("Georgia", "Tbilisi", "Gori")[0] == "GEO"
    assert located("Georgia", "Atlanta", "Savannah")[0] == "USA"
    assert located("London", "Toronto", "Windsor", "Ontario")[0] == "CAN"


def test_what_stands_beside_it() -> None:
    t = tokens("in|IN Springfield|NNP _,|, Ohio|NNP")
    a = Candidate(1, 1, (t[1].start, t[1].end), "Springfield", GAZETTEER.find("Springfield"), "gazetteer")
    b = Candidate(3, 3, (t[3].start, t[3].end), "Ohio", GAZETTEER.find("Ohio"), "gazetteer")
    about = setting([a, b], t, (), {})
    inside = [s for s in a.senses if "in what stands beside it" in alone(a, 0, s, about)]
    assert inside and all(s.province == b.senses[0].row for s in inside)


def test_a_name_does_not_speak_for_itself() -> None:
    senses = GAZETTEER.find("Georgia")
    own = own_maps(senses, {s.row: 0.5 for s in senses})
    for s in senses:
        assert all(v == pytest.approx(0.0) for v in together(s, own, own).values())


@given(st.dictionaries(st.integers(0, 99), st.floats(-50, 50), min_size=1, max_size=20))
def test_shares_add_up(scores: dict[int, float]) -> None:
    shares = shares_of(scores)
    assert sum(shares.values()) == pytest.approx(1.0)
    best = max(shares, key=lambda k: shares[k])  # scores that differ by less than a share can hold are equal
    assert scores[best] == pytest.approx(max(scores.values()), abs=1e-9)


@given(st.lists(st.sampled_from(["Paris", "Georgia", "Ohio", "Zrukh", "Springfield", "Red Sea", "EU"]), max_size=12))
def test_any_names(words: list[str]) -> None:
    if words:
        assert len(located(*words)) == len(words)
