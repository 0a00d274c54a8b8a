"""The graph of a story: who relays whom, who shares a publisher or an origin."""

from __future__ import annotations

import pytest

from reportedly.connect.brief import Brief
from reportedly.connect.lineage import lineage_of
from reportedly.connect.nouns import Link
from reportedly.connect.relays import relays_of
from tests.connect.told_by import body, copied, person, telling, told, unnamed

POLICE, INTERIOR = body("police"), body("interior ministry")


def edges(kind: str, briefs: list[Brief]) -> list[Link]:
    return [link for link in lineage_of(telling(briefs)) if link.kind == kind]


def test_a_relay_goes_to_the_article_where_one_fits() -> None:
    first, second = told("Velden Echo", POLICE), told("Bay", passes=["The Velden Echo"], day=2)
    [edge] = edges("relays", [first, second])
    assert (edge.start.id, edge.end.kind, edge.end.id) == (second.id, "article", first.id)
    assert edge.evidence[0].article == second.id
    assert edge.score is not None
    assert edge.reasons


def test_a_relay_goes_to_the_outlet_where_no_article_fits() -> None:
    [edge] = edges("relays", [told("Bay", passes=["Velden Echo"])])
    assert (edge.end.kind, edge.end.id) == ("outlet", "velden echo")
    [edge] = edges("relays", [told("Bay", passes=["Velden Wire"])])
    assert edge.end.kind == "agency"


def test_only_an_earlier_article_can_have_been_relayed() -> None:
    [edge] = edges("relays", [told("Bay", passes=["Velden Echo"]), told("Velden Echo", POLICE, day=2)])
    assert edge.end.kind == "outlet"


def test_an_article_on_another_matter_was_not_relayed() -> None:
    other = told("Velden Echo", POLICE).model_copy(update={"terms": (("harvest", 2),)})
    [edge] = edges("relays", [other, told("Bay", passes=["Velden Echo"], day=2)])
    assert edge.end.kind == "outlet"


@pytest.mark.parametrize("named", ["Bay", "The Bay", "BAY"])
def test_no_article_relays_itself(named: str) -> None:
    assert edges("relays", [told("Bay", POLICE), told("Bay", passes=[named], day=2)]) == []


def test_a_short_name_is_the_outlet_of_the_story_that_ends_so() -> None:
    first, second = told("Velden Echo", POLICE), told("Bay", passes=["Echo"], day=2)
    [edge] = edges("relays", [first, second])
    assert edge.end.id == first.id


def test_a_name_that_nothing_makes_an_outlet_counts_only_where_the_story_has_it() -> None:
    unsure = told("Bay", passes=["Lanterna", "Ada Brook"], day=2)
    unsure = unsure.model_copy(
        update={"passings": tuple(p.model_copy(update={"sure": False}) for p in unsure.passings)}
    )
    assert edges("relays", [unsure]) == []
    [edge] = edges("relays", [told("Lanterna", POLICE), unsure])
    assert edge.end.name == "Lanterna"


def test_the_credit_of_a_copy_is_told_by_its_edge_to_the_original() -> None:
    first = told("Velden Wire", POLICE)
    copy = told("Bay", POLICE, passes=["Velden Wire"], how="credit", day=2)
    kinds = [link.kind for link in lineage_of(telling([first, copy], copied(first, copy)))]
    assert kinds == ["copy_of"]


def test_articles_that_quote_one_body_are_linked_to_the_first() -> None:
    briefs = [told("Echo", POLICE), told("Bay", person("ada brook", "police"), day=2), told("Dale", POLICE, day=3)]
    found = edges("same_named_origin", briefs)
    assert [(e.start.id, e.end.id) for e in found] == [(b.id, briefs[0].id) for b in briefs[1:]]
    assert {e.article for e in found[0].evidence} == {briefs[0].id, briefs[1].id}


def test_unnamed_people_and_dependent_bodies_may_be_one() -> None:
    [edge] = edges("maybe_same_origin", [told("Echo", unnamed("official")), told("Bay", unnamed("official"), day=2)])
    assert {edge.start.kind, edge.end.kind} == {"anonymous"}
    [edge] = edges("maybe_same_origin", [told("Echo", POLICE), told("Bay", INTERIOR, day=2)])
    assert {edge.start.id, edge.end.id} == {"body:police", "body:interior ministry"}


def test_a_website_and_its_paper_have_one_publisher() -> None:
    [edge] = edges("same_publisher", [told("Velden Echo"), told("Velden Echo Online", day=2)])
    assert edge.note == "one name"
    hosts = [
        told(name, day=day).model_copy(update={"url": f"https://www.velden.example/{day}"})
        for day, name in ((1, "Morning"), (2, "Evening"))
    ]
    [edge] = edges("same_publisher", hosts)
    assert edge.note == "one host"


def test_outlets_unknown_are_no_publisher() -> None:
    assert edges("same_publisher", [told(None), told(None, day=2)]) == []


def test_a_circle_has_no_way_back() -> None:
    briefs = [told("Echo", passes=["Bay"]), told("Bay", passes=["Echo"], day=2)]
    found = relays_of(briefs)
    assert [r.to for r in found[briefs[0].id]] == [None]
    assert [r.to for r in found[briefs[1].id]] == [briefs[0]]


def test_the_graph_grows_with_the_articles_and_not_with_their_pairs() -> None:
    briefs = [told(f"Outlet {k}", POLICE, passes=["Velden Echo"], day=1 + k % 28) for k in range(300)]
    assert len(lineage_of(telling(briefs))) == 300 + 299
