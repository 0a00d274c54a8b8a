"""Who told whom: chains of relay in PROV-O (https://www.w3.org/TR/prov-o/), JSON-LD with its context inside.

An article is an entity of its outlet. A statement in it was derived from what the one before in its relay said, and so
on back to its origin; each step is an entity of its own, attributed to whoever said it. Direct quotation is also
`wasQuotedFrom`. Sources that are not named are agents of their article only: nothing says that two are the same.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from reportedly.exports.facts import EventFacts, Reading, StatementFacts
from reportedly.exports.iris import TERMS, address, article_version, urn
from reportedly.exports.job import Job, events, statements
from reportedly.exports.json_lines import dumped, known, write_list
from reportedly.ground.keys import key_of
from reportedly.lexicons import load_lexicons
from reportedly.record import Entity

_LINKS = (
    "wasAttributedTo", "wasDerivedFrom", "wasQuotedFrom", "wasGeneratedBy", "used", "wasAssociatedWith",
    "specializationOf",
)  # fmt: skip
CONTEXT: dict[str, Any] = {
    "prov": "http://www.w3.org/ns/prov#",
    "dcterms": "http://purl.org/dc/terms/",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "rp": TERMS,
    "id": "@id",
    "type": "@type",
    "label": "rdfs:label",
    "value": "prov:value",
    "title": "dcterms:title",
    "issued": "dcterms:issued",
    "identifier": "dcterms:identifier",
    "isPartOf": {"@id": "dcterms:isPartOf", "@type": "@id"},
    "sourceKind": "rp:sourceKind",
    "act": "rp:act",
    "eventType": "rp:eventType",
    "status": "rp:status",
    "model": "rp:model",
    **{name: {"@id": f"prov:{name}", "@type": "@id"} for name in _LINKS},
}
Node = dict[str, Any]
CLASSES = {
    "person": "prov:Person",
    "organisation": "prov:Organization",
    "state": "prov:Organization",
    "outlet": "prov:Organization",
}
"""What kinds of entity are in PROV-O; the rest are agents and no more."""


def write_provenance(readings: Iterator[Reading], job: Job) -> None:
    """One graph, streamed node by node; nodes of one id add up to one."""
    job.file.write(b'{"@context":' + dumped(CONTEXT) + b',"@graph":')
    write_list(job.file, (known(node) for reading in readings for node in _nodes(reading, job)))
    job.file.write(b"}\n")


def _nodes(reading: Reading, job: Job) -> Iterator[Node]:
    yield from _article(reading)
    for s in statements(reading, job.tally):
        yield from _statement(s)
    for e in events(reading, job.tally):
        yield _event(e)


def _article(reading: Reading) -> Iterator[Node]:
    """The text, its outlet, and the reading of it by a program."""
    kept, run = reading.kept, reading.record.run
    article, program = article_version(kept), urn("run", run.config, kept.run)
    if kept.outlet:
        yield {"id": _outlet(reading), "type": ["prov:Agent", "prov:Organization"], "label": kept.outlet}
    yield {
        "id": article, "type": "prov:Entity", "title": kept.title, "issued": kept.published,
        "identifier": f"sha256:{kept.text_sha256}", "wasAttributedTo": _outlet(reading) if kept.outlet else None,
        "specializationOf": address(kept),
    }  # fmt: skip
    yield {
        "id": program, "type": ["prov:Agent", "prov:SoftwareAgent"], "label": f"reportedly {run.reportedly}",
        "model": sorted(f"{name} {sha}" for name, sha in run.models.items()),
    }  # fmt: skip
    yield {"id": _activity(reading), "type": "prov:Activity", "used": article, "wasAssociatedWith": program}


def _statement(facts: StatementFacts) -> Iterator[Node]:
    """A node for each step of the relay and its agent; the last is the statement as it stands in the article."""
    s, reading = facts.statement, facts.reading
    names = facts.told_by or ((s.source.text,) if s.source.text else ())
    before: str | None = None
    for step, name in enumerate(names):
        agent, here = _agent(facts, step, name), urn("told", *_part(reading, s.id), step)
        yield agent
        yield {
            "id": here, "type": "prov:Entity", "wasAttributedTo": agent["id"], "wasDerivedFrom": before,
            "sourceKind": s.source.kind if step == 0 else None,
        }  # fmt: skip
        before = here
    parent = urn("statement", *_part(reading, s.parent)) if s.parent else None
    yield {
        "id": urn("statement", *_part(reading, s.id)), "type": ["prov:Entity", "rp:Statement"], "act": s.act,
        "identifier": reading.ref(s.id), "value": reading.words(s.content), "wasDerivedFrom": before,
        "wasQuotedFrom": before if s.form == "direct" else None, "isPartOf": [parent or article_version(reading.kept)],
        "wasAttributedTo": _outlet(reading) if reading.kept.outlet else None, "wasGeneratedBy": _activity(reading),
    }  # fmt: skip


def _event(facts: EventFacts) -> Node:
    """What is told, with its status; it comes from the statement that tells it, else from the article."""
    reading, e, teller = facts.reading, facts.event, facts.teller
    told_by = urn("statement", *_part(reading, teller.id)) if teller else article_version(reading.kept)
    return {
        "id": urn("event", *_part(reading, e.id)), "type": ["prov:Entity", "rp:Event"], "identifier": facts.ref,
        "label": facts.trigger, "eventType": e.type, "status": e.status, "wasGeneratedBy": _activity(reading),
        "wasDerivedFrom": told_by,
    }  # fmt: skip


def _agent(facts: StatementFacts, step: int, name: str) -> Node:
    """A person or body that has a key is one agent in every article; anyone else is one of this statement only."""
    entity = facts.entity if step == 0 else _named(facts.reading, name)
    if entity and entity.key:
        types = ["prov:Agent", *filter(None, [CLASSES.get(entity.kind)])]
        return {"id": urn("agent", entity.key), "type": types, "label": entity.name}
    return {"id": urn("source", *_part(facts.reading, facts.statement.id), step), "type": "prov:Agent", "label": name}


def _named(reading: Reading, name: str) -> Entity | None:
    return next((n for n in reading.record.entities if n.name == name), None)


def _part(reading: Reading, id: str) -> tuple[str, ...]:
    return reading.kept.id, f"v{reading.kept.version}", f"r{reading.kept.run}", id


def _activity(reading: Reading) -> str:
    return urn("reading", reading.kept.id, f"v{reading.kept.version}", f"r{reading.kept.run}")


def _outlet(reading: Reading) -> str:
    """The same agent as an outlet that other articles name, where they write the name alike."""
    name = reading.kept.outlet or ""
    return urn("agent", key_of(name, "outlet", load_lexicons()) or f"outlet:{name}")
