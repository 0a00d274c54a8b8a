"""PROV-O, parsed and asked with SPARQL, without a network."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from rdflib import Graph

from reportedly.exports.facts import Reading, StatementFacts
from reportedly.exports.iris import address, urn
from tests.exports.invented import chosen, exported, strike_record
from tests.exports.linked_data import asked as rows
from tests.exports.linked_data import parsed

PREFIXES = """
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX dcterms: <http://purl.org/dc/terms/>
PREFIX rp: <urn:reportedly:terms#>
"""


def asked(graph: Graph, query: str) -> set[tuple[str, ...]]:
    return rows(graph, PREFIXES + query)


@pytest.fixture
def graph(tmp_path: Path) -> Graph:
    two = [chosen(strike_record()), chosen(strike_record(), "c3", outlet="The Inland Gazette")]
    exported("prov", tmp_path / "out", two)
    return parsed((tmp_path / "out").read_text(encoding="utf-8"))


def test_the_context_is_inside(tmp_path: Path) -> None:
    exported("prov", tmp_path / "out")
    assert isinstance(json.loads((tmp_path / "out").read_text(encoding="utf-8"))["@context"], dict)


def test_a_chain_leads_back_to_its_origin(graph: Graph) -> None:
    chain = """
    SELECT ?label WHERE {
        ?s dcterms:identifier "a1/s1" ; prov:wasDerivedFrom+ ?step . ?step prov:wasAttributedTo ?agent .
        ?agent rdfs:label ?label }
    """
    assert asked(graph, chain) == {("Two officials",), ("Sky Tirana",)}
    origin = """
    SELECT ?label ?kind WHERE {
        ?s dcterms:identifier "a1/s1" ; prov:wasDerivedFrom/prov:wasDerivedFrom ?first .
        ?first prov:wasAttributedTo/rdfs:label ?label ; rp:sourceKind ?kind }
    """
    assert asked(graph, origin) == {("Two officials", "anonymous")}


def test_an_article_without_an_outlet_loses_none_of_its_chain(tmp_path: Path) -> None:
    record = strike_record()
    first = record.statements[0].model_copy(update={"relay": ("Two officials", "Sky Tirana")})
    article = record.article.model_copy(update={"outlet": None})
    bare = record.model_copy(update={"article": article, "statements": (first, *record.statements[1:])})
    exported("prov", tmp_path / "out", [chosen(bare)])
    graph = parsed((tmp_path / "out").read_text(encoding="utf-8"))
    query = """
    SELECT ?label WHERE { ?s dcterms:identifier "a1/s1" ; prov:wasDerivedFrom/prov:wasAttributedTo/rdfs:label ?label }
    """
    assert asked(graph, query) == {("Sky Tirana",)}


@pytest.mark.parametrize(
    ("relay", "outlet", "told_by"),
    [
        (("Ana Resk", "The Harbor Post"), "Harbor Post", ("Ana Resk",)),
        (("Ana Resk", "Sky Tirana"), None, ("Ana Resk", "Sky Tirana")),
        (("The Harbor Post",), "The Harbor Post", ()),
        ((), "The Harbor Post", ()),
    ],
)
def test_who_told_it_before_the_outlet(relay: tuple[str, ...], outlet: str | None, told_by: tuple[str, ...]) -> None:
    record = strike_record()
    one = record.model_copy(update={"article": record.article.model_copy(update={"outlet": outlet})})
    statement = record.statements[0].model_copy(update={"relay": relay})
    assert StatementFacts(Reading(chosen(one)), statement).told_by == told_by


def test_an_article_is_its_outlets(graph: Graph) -> None:
    query = """
    SELECT ?outlet ?title WHERE {
        ?s dcterms:identifier "a1/s1" ; dcterms:isPartOf ?article .
        ?article prov:wasAttributedTo ?o ; dcterms:title ?title .
        ?o a prov:Organization ; rdfs:label ?outlet }
    """
    assert asked(graph, query) == {("The Harbor Post", "=Strike weighed")}


def test_named_sources_are_one_agent_and_anonymous_ones_are_not(graph: Graph) -> None:
    query = """
    SELECT ?label (COUNT(DISTINCT ?agent) AS ?n) WHERE {
        ?agent a prov:Agent ; rdfs:label ?label . FILTER (?label IN ("Ana Resk", "Two officials", "Sky Tirana")) }
    GROUP BY ?label
    """
    assert asked(graph, query) == {("Ana Resk", "1"), ("Two officials", "2"), ("Sky Tirana", "1")}


def test_only_quotations_are_quoted(graph: Graph) -> None:
    query = "SELECT ?ref WHERE { ?s dcterms:identifier ?ref ; prov:wasQuotedFrom ?told }"
    assert asked(graph, query) == {("a1/s2",), ("c3/s2",)}


def test_a_program_made_the_reading(graph: Graph) -> None:
    query = """
    SELECT ?label ?model WHERE {
        ?s dcterms:identifier "a1/s1" ; prov:wasGeneratedBy ?reading . ?reading prov:used ?article ;
           prov:wasAssociatedWith [ a prov:SoftwareAgent ; rdfs:label ?label ; rp:model ?model ] }
    """
    assert asked(graph, query) == {("reportedly 0.1.0", "reader sha256:5eed")}


def test_an_event_comes_from_who_tells_it(graph: Graph) -> None:
    query = """
    SELECT ?event ?status ?teller WHERE {
        ?e a rp:Event ; dcterms:identifier ?event ; rp:status ?status ; prov:wasDerivedFrom ?s .
        ?s a rp:Statement ; dcterms:identifier ?teller }
    """
    assert asked(graph, query) == {("a1/e1", "considered", "a1/s1"), ("c3/e1", "considered", "c3/s1")}


def test_hostile_names_stay_inside_their_identifier(tmp_path: Path) -> None:
    assert urn("agent", 'a> <b"', "/c") == "urn:reportedly:agent:a%3E%20%3Cb%22/%2Fc"
    exported("prov", tmp_path / "out")
    triples = parsed((tmp_path / "out").read_text(encoding="utf-8")).serialize(format="nt")
    assert "javascript:" not in triples
    assert len(Graph().parse(data=triples, format="nt")) == len(triples.strip().splitlines())


def test_addresses() -> None:
    kept = chosen(strike_record()).found.kept
    assert (
        address(kept.model_copy(update={"url": 'https://x.example/ä b"<>'})) == "https://x.example/%C3%A4%20b%22%3C%3E"
    )
    assert address(kept.model_copy(update={"url": "file:///etc/passwd"})) is None
    assert address(kept.model_copy(update={"url": None})) is None
