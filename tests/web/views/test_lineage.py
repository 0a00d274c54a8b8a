from __future__ import annotations

from reportedly.connect.nouns import CopyGroup, Evidence, Link, Node
from reportedly.web.views.lineage import Lineage, evidence_of, lineage_of
from tests.cli.dossiers import crowd, dossier, hostile, node, raid, relay


def told(lineage: Lineage) -> list[tuple[str, str, str]]:
    return [(e.start, e.kind, e.end) for e in lineage.edges]


def test_origins_articles_and_copies_folded_into_one_point() -> None:
    found = lineage_of(dossier(), {})
    assert [(p.kind, p.name) for p in found.points] == [
        ("source", "The ministry"), ("anonymous", "two officials"), ("article", "Lantern Wire"),
        ("article", "The Harbor Post"), ("article", "Merrow Courier"), ("copies", "1 copy"),
    ]  # fmt: skip
    copies = found.points[-1]
    assert copies.articles == ("a2",)
    assert told(found) == [
        ("organisation:the ministry", "quotes", "a1"),
        ("anonymous:two officials", "quotes", "a3"), ("a1", "copies", "copies:a1"), ("a4", "relays", "a3"),
        ("anonymous:two officials", "maybe_same_origin", "organisation:the ministry"),
    ]  # fmt: skip


def test_points_stand_in_the_order_in_which_words_went() -> None:
    at = {p.id: p.column for p in lineage_of(dossier(), {}).points}
    assert at["organisation:the ministry"] < at["a1"] < at["copies:a1"]
    assert at["a4"] < at["a3"]


def test_an_edge_has_the_sentence_that_it_rests_on() -> None:
    found = dossier()
    e = Evidence(article="a3", span=(5, 9))
    link = relay("a3", "a4").model_copy(update={"evidence": (e,), "note": "reported", "score": 0.5})
    found = found.model_copy(update={"links": (link,)})
    assert e in evidence_of(found)
    [edge] = [x for x in lineage_of(found, {e: "Merrow Courier reported it."}).edges if x.kind == "relays"]
    assert (edge.words, edge.note, edge.score, edge.by) == (
        "Merrow Courier reported it.", "reported", 0.5, "rule:hand@1",
    )  # fmt: skip


def test_an_outlet_of_which_no_article_is_here_is_a_point() -> None:
    link = Link(
        kind="relays", start=node("a3"), end=Node(kind="agency", id="vell wire", name="Vell Wire"), by="rule:hand@1"
    )
    found = lineage_of(dossier(links=(link,)), {})
    assert ("outlet:vell wire", "agency") in [(p.id, p.kind) for p in found.points]
    assert ("outlet:vell wire", "relays", "a3") in told(found)


def test_outlets_of_one_publisher_are_joined_at_their_first_articles() -> None:
    ends = (Node(kind="outlet", id=name.casefold(), name=name) for name in ("Merrow Courier", "Lantern Wire"))
    start, end = ends
    link = Link(kind="same_publisher", start=start, end=end, note="one host", by="rule:publisher@1")
    assert ("a4", "same_publisher", "a1") in told(lineage_of(dossier(links=(link,)), {}))


def test_shared_words_lead_to_the_first_that_has_them() -> None:
    links = tuple(
        Link(kind="shares_text", start=node(a), end=node(b), by="rule:hand@1")
        for a, b in (("a4", "a3"), ("a4", "a1"), ("a3", "a1"))
    )
    shared = [x for x in told(lineage_of(dossier(links=links), {})) if x[1] == "shares_text"]
    assert sorted(shared) == [("a1", "shares_text", "a3"), ("a1", "shares_text", "a4")]


def test_a_source_that_is_an_origin_is_no_edge_of_its_own() -> None:
    named = Link(kind="same_named_origin", start=node("a3"), end=node("a1"), note="The ministry", by="rule:speaker@1")
    other = named.model_copy(update={"note": "a witness"})
    kinds = [e.note for e in lineage_of(dossier(links=(named, other)), {}).edges if e.kind == "same_named_origin"]
    assert kinds == ["a witness"]


def test_a_copy_of_what_is_not_here_stands_alone() -> None:
    found = dossier(copies=(CopyGroup(original="a9", articles=("a9", "a2")),))
    every = tuple(c.model_copy(update={"copy_of": "a9"}) if c.article == "a2" else c for c in found.articles)
    lineage = lineage_of(found.model_copy(update={"articles": every}), {})
    assert "copies:a9" in {p.id for p in lineage.points}
    assert all(e.kind != "copies" for e in lineage.edges)


def test_a_thousand_copies_are_one_point() -> None:
    found = lineage_of(crowd(2000), {})
    [copies] = [p for p in found.points if p.kind == "copies"]
    assert (copies.name, len(copies.articles)) == ("1,000 copies", 1000)
    assert sum(e.end == copies.id and e.kind == "copies" for e in found.edges) == 1


def test_every_edge_is_between_points_whatever_articles_say() -> None:
    for found in (dossier(), hostile("<b>\u202e"), dossier(raid(), links=(relay("a3", "a3"), relay("a9", "a3")))):
        lineage = lineage_of(found, {})
        ids = {p.id for p in lineage.points}
        assert all({e.start, e.end} <= ids and e.start != e.end for e in lineage.edges)
