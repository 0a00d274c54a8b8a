"""What places tell of the entities that bear their names."""

from __future__ import annotations

from reportedly.ground.entities import Entities
from reportedly.ground.toponymous import with_toponyms
from reportedly.record import Entity, Place, Why

AT = (10, 16)


def entity(**other: object) -> Entity:
    """An entity that the text calls Athens, once."""
    why = {f: Why(by=f"rule:{f}-words@1", missing="not_said") for f in ("country", "sector")}
    why["name"] = Why(by="rule:names@1", evidence=(AT,))
    given = {"id": "n1", "name": "Athens", "kind": "organisation", "mentions": (AT,), "why": why} | other
    return Entity.model_validate(given)


def place(**other: object) -> Place:
    """Athens, Ohio."""
    given = {"id": "p1", "span": AT, "text": "Athens", "name": "Athens", "use": "location", "country": "USA"} | other
    return Place.model_validate(given)


def told(e: Entity, p: Place, *, part: bool = False) -> Entity:
    """The entity after the step; `part`: it has one in a statement."""
    return with_toponyms(Entities((e,), {(0, 3): e.id} if part else {}, {}), [p]).items[0]


def test_the_place_tells_the_country() -> None:
    e = told(entity(), place())
    assert (e.country, e.why["country"].by, e.why["country"].evidence) == ("USA", "rule:place@1", (AT,))
    assert told(entity(), place(country=None)).country is None


def test_no_government_of_another_country() -> None:
    why = entity().why | {"sector": Why(by="rule:state@1", evidence=(AT,))}
    greek = entity(kind="state", country="GRC", sector="GOV", why=why)
    assert (told(greek, place()).country, told(greek, place()).sector) == ("USA", None)
    assert told(greek, place(country="GRC")) == greek


def test_a_bare_location_is_no_body() -> None:
    assert told(entity(), place()).kind == "other"
    assert told(entity(kind="person"), place()).kind == "other"


def test_what_acts_or_has_a_role_keeps_its_kind() -> None:
    assert told(entity(), place(), part=True).kind == "organisation"
    assert told(entity(), place(use="metonym")).kind == "organisation"
    person = entity(kind="person", role="mayor")
    assert told(person, place()) == person


def test_only_the_whole_name_counts() -> None:
    assert told(entity(), place(span=(10, 14))) == entity()
    assert told(entity(), place(use="demonym")) == entity()
    twice = entity(why=entity().why | {"name": Why(by="rule:names@1", evidence=(AT, (30, 36)))})
    assert told(twice, place()) == twice


def test_a_body_that_is_called_like_a_town_need_not_sit_there() -> None:
    assert told(entity(), place(), part=True).country is None
    assert told(entity(kind="state"), place(), part=True).country == "USA"
