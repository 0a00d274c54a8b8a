# ruff: noqa: E501 (sentences of articles)
"""Invented articles of a ledger, with records made by hand."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

from reportedly.exports import Chosen, Form, Manifest, Target, export
from reportedly.ledger.nouns import Kept, KeptRecord
from reportedly.record import Article, Entity, Place, Record, Run, Time
from tests.web.invented_events import Scene, count
from tests.web.invented_records import RUN, Text, hostile

STRIKE = Text(
    "Two officials told Sky Tirana on Friday that Veshkia was considering an air strike on the radar station of Karpal. "
    "“Nobody here is packing,” said Ana Resk, the mayor of Tarrow. "
    "Rebels shelled Tarrow on Thursday, killing 11 people. The shelling lasted for an hour. "
    "Veshkia plans to share its harvest with Merrow. A crowd cheered in Tarrow. The union will strike on Monday."
)


def strike_record() -> Record:
    """An anonymous claim by way of another outlet, a quotation, an event that has happened, its second mention, planned
    cooperation, an event without a type, and a planned event that ACLED has no type for."""
    t, s = STRIKE, Scene(STRIKE)
    events = (
        s.event("e1", "strike", "ASSAULT.aerial", "considered", actors=s.who("Veshkia", "n2"), recipients=s.who("the radar station of Karpal"),
                according_to="s1", quad="material_conflict", cameo="195", factuality=-0.5, place="p2"),
        s.event("e2", "shelled", "ASSAULT.heavy-weapons", "occurred", actors=s.who("Rebels", "n3"), recipients=s.who("Tarrow"),
                counts=(count("killed", 11, None, of="people"), count("other", 24, 99, of="houses")), place="p1", time="t2",
                contexts=("military", "crime"), quad="material_conflict", cameo="194", factuality=3.0),
        s.event("e3", "shelling", "ASSAULT.heavy-weapons", "occurred", same_as="e2", quad="material_conflict"),
        s.event("e4", "share", "AID", "planned", actors=s.who("Veshkia", "n2"), quad="material_cooperation"),
        s.event("e5", "cheered", None, "occurred", place="p1"),
        s.event("e6", "strike", "PROTEST.strike", "occurred", after="The union", quad="material_conflict", place="p3"),
    )  # fmt: skip
    statements = (
        t.say("s1", "Two officials", "told", "Veshkia was considering an air strike on the radar station of Karpal", kind="anonymous",
              to="Sky Tirana", said="t1", relay=("Two officials", "Sky Tirana", "The Harbor Post")),
        t.say("s2", "Ana Resk, the mayor of Tarrow", "said", "“Nobody here is packing,”", kind="person", named=True, entity="n1",
              form="direct", relay=("Ana Resk", "The Harbor Post"), parent=None),
        t.say("s3", "The union", "will", None, kind="organisation", act="decline"),
    )  # fmt: skip
    return Record(
        article=Article(id="a.txt", outlet="The Harbor Post", title="=Strike weighed", language="en", text=t.text),
        entities=(
            Entity(id="n1", name="Ana Resk", kind="person", key="person:ana resk", role="mayor of Tarrow", sector="GOV"),
            Entity(id="n2", name="Veshkia", kind="state", key="state:fra", country="FRA", sector="MIL"),
            Entity(id="n3", name="Northern Rebels", kind="group", country="FRA", sector="REB"),
            Entity(id="n4", name="Sky Tirana", kind="outlet", key="outlet:sky tirana"),
        ),
        places=(
            Place(id="p1", span=t.span("Tarrow", "shelled"), text="Tarrow", name="Tarrow", feature="city", use="location",
                  geonames_id=7, lat=-4.5, lon=-33.25, country="FRA"),
            Place(id="p2", span=t.span("Veshkia"), text="Veshkia", name="Veshkia", feature="country", use="demonym", lat=1.0, lon=2.0),
            Place(id="p3", span=t.span("Merrow"), text="Merrow", use="location"),
        ),
        times=(
            Time(id="t1", span=t.span("Friday"), text="Friday", type="DATE", value="2025-03-14", earliest="2025-03-14", latest="2025-03-14"),
            Time(id="t2", span=t.span("Thursday"), text="Thursday", type="DATE", value="2025-03-13", earliest="2025-03-13", latest="2025-03-13"),
        ),
        statements=statements,
        events=events,
        run=RUN,
    )  # fmt: skip


def chosen(record: Record, id: str = "a1", **more: Any) -> Chosen:
    """An article of the ledger with this record."""
    choice = {name: more.pop(name) for name in ("statements", "events") if name in more}
    article = record.article
    kept = {
        "given": article.id, "version": 1, "run": 1, "url": f"https://harborpost.example/{id}?q=a b", "outlet": article.outlet,
        "title": article.title, "published": "2025-03-15T06:00:00+01:00", "day": "2025-03-15", "seen": "2025-03-15T07:00:00Z",
        "text_sha256": sha256(article.text.encode()).hexdigest(),
    }  # fmt: skip
    return Chosen(KeptRecord(kept=Kept(id=id, **{**kept, **more}), record=record), **choice)


def small() -> list[Chosen]:
    """Two articles, the second of another run and full of hostile words."""
    other = Run(reportedly="0.0.9", models={"reader": "sha256:0ld"}, config="sha256:0ld")
    evil = hostile().model_copy(update={"run": other})
    return [chosen(strike_record()), chosen(evil, "b2", run=2, url="javascript:alert(1)")]


def many(articles: int) -> Iterator[Chosen]:
    """So many articles, one at a time."""
    record = strike_record()
    return (chosen(record, f"a{i}") for i in range(articles))


def exported(form: Form, path: Path, articles: list[Chosen] | None = None, **wishes: Any) -> Manifest:
    """An export of some articles, else of `small()`."""
    return export(form, small() if articles is None else articles, Target(path, **wishes))
