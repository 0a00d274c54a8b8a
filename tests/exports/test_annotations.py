"""Web annotations as JSON and as linked data."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from hypothesis import given
from rdflib import Namespace
from rdflib.namespace import RDF

from reportedly.exports.annotations import AROUND, _words
from reportedly.exports.facts import Reading
from reportedly.record import Record
from tests.exports.anno_context import CONTEXT
from tests.exports.invented import STRIKE, chosen, exported, small, strike_record
from tests.exports.linked_data import asked, parsed
from tests.record.examples import records

OA = Namespace("http://www.w3.org/ns/oa#")


def read(path: Path) -> dict[str, Any]:
    value: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return value


def quoted(resource: dict[str, Any]) -> str:
    """The words that a resource points at, which both of its selectors have to agree on."""
    quote, position = resource["selector"]
    assert STRIKE.text[position["start"] : position["end"]] == quote["exact"]
    assert quote["prefix"] + quote["exact"] + quote["suffix"] in STRIKE.text
    words: str = quote["exact"]
    return words


def test_a_statement(tmp_path: Path) -> None:
    exported("webannotation", tmp_path / "out", [chosen(strike_record())])
    first = read(tmp_path / "out")["first"]["items"][0]
    assert (first["type"], first["motivation"]) == ("Annotation", "describing")
    assert [quoted(t) for t in first["target"]] == [
        "Veshkia was considering an air strike on the radar station of Karpal"
    ]
    assert first["target"][0]["source"] == "https://harborpost.example/a1?q=a%20b"
    roles = {b["role"]: quoted(b) for b in first["body"] if "role" in b}
    assert roles == {"source": "Two officials", "cue": "told"}
    assert [b["value"] for b in first["body"] if b["type"] == "TextualBody"] == [
        "statement: say, indirect",
        "source: anonymous, not named",
        "relay: Two officials → Sky Tirana → The Harbor Post",
    ]


def test_an_event_says_what_it_is_and_whose_claim(tmp_path: Path) -> None:
    exported("webannotation", tmp_path / "out", [chosen(strike_record())])
    strike = read(tmp_path / "out")["first"]["items"][3]
    assert (quoted(strike["target"][0]), strike["status"]) == ("strike", "considered")
    assert [b["value"] for b in strike["body"]] == [
        "event: ASSAULT.aerial",
        "status: considered",
        "according to Two officials",
    ]


def test_a_refusal_stands_on_its_cue(tmp_path: Path) -> None:
    exported("webannotation", tmp_path / "out", [chosen(strike_record(), statements=frozenset({"s3"}))])
    assert [quoted(t) for t in read(tmp_path / "out")["first"]["items"][0]["target"]] == ["will"]


def test_an_address_that_runs_script_is_none(tmp_path: Path) -> None:
    exported("webannotation", tmp_path / "out", small()[1:])
    assert "javascript:" not in (tmp_path / "out").read_text(encoding="utf-8")
    assert read(tmp_path / "out")["first"]["items"][0]["target"][0]["source"] == "urn:reportedly:article:b2/v1"


def test_it_is_linked_data(tmp_path: Path) -> None:
    manifest = exported("webannotation", tmp_path / "out")
    value = read(tmp_path / "out")
    address, own = value["@context"]
    assert address == "http://www.w3.org/ns/anno.jsonld"
    graph = parsed(json.dumps({**value, "@context": [CONTEXT, own]}))
    assert len(list(graph.subjects(RDF.type, OA.Annotation))) == value["total"] == manifest.statements + manifest.events
    found = asked(
        graph,
        """
        PREFIX oa: <http://www.w3.org/ns/oa#>
        SELECT ?words WHERE {
            ?a oa:motivatedBy oa:classifying ; <urn:reportedly:terms#status> "considered" ;
               oa:hasTarget [ oa:hasSelector [ a oa:TextQuoteSelector ; oa:exact ?words ] ] }
        """,
    )
    assert found == {("strike",)}


@given(records())
def test_positions_are_code_points_of_any_text(record: Record) -> None:
    reading = Reading(chosen(record))
    text = record.article.text
    for spans in (s.content for s in record.statements):
        for start, end in spans:
            quote, position = _words(reading, (start, end))["selector"]
            assert (position["start"], position["end"]) == (start, end)
            assert text[max(0, start - AROUND) : end + AROUND] == quote["prefix"] + quote["exact"] + quote["suffix"]
