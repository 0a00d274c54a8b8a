"""Whose a place or a people is."""

from __future__ import annotations

from reportedly.connect.brief.places import Places

PLACES = Places(frozenset({("tesk", "XAA"), ("elm hill", "elm hill")}))


def test_a_place_that_the_article_names_owns_what_is_called_after_it() -> None:
    assert PLACES.owner("Tesk's") == "XAA"
    assert PLACES.owner("Dale") is None


def test_a_phrase_keeps_the_places_that_stand_in_it() -> None:
    assert PLACES.within("the Tesk police") == Places(frozenset({("tesk", "XAA")}))
    assert PLACES.within("the police") == Places(frozenset())
