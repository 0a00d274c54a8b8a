"""Items and records for the ledger, made by hand."""

from __future__ import annotations

from reportedly.intake.item import Item, Origin, Validators
from reportedly.ledger.stored import canonical
from reportedly.record import Article, Entity, Event, Participant, Place, Problem, Record, Run, Source, Statement, Time

RUN = Run(reportedly="0.1.0", models={"reader": "sha256:5eed"}, config="sha256:c0de")
LATER = Run(reportedly="0.2.0", models={"reader": "sha256:f00d"}, config="sha256:c0de")
URL = "https://harborpost.example/news/tarrow"
TEXT = "Two officials said on Friday that the navy had shelled Tarrow. Ana Resk, the mayor, denied it."


def item(text: str = TEXT, url: str | None = URL, seen: str | None = None, **more: str | None) -> Item:
    """An article as intake hands it on; `name`, `source` and `given_id` are its origin's, the rest its own."""
    name = more.pop("name", None) or url or "tarrow.txt"
    origin = Origin(more.pop("source", None) or name, name, seen, more.pop("given_id", None))
    fields = {"outlet": "The Harbor Post", "title": "Shells fall on Tarrow", "published": "2025-03-14"} | more
    return Item(Article(id=name, url=url, text=text, **fields), origin=origin)  # type: ignore[arg-type]


def fetched(it: Item, etag: str) -> Item:
    """The same item with what the server said of its address."""
    assert it.origin and it.article.url
    return it._replace(origin=it.origin._replace(validators=Validators(it.article.url, etag)))


def record(it: Item, run: Run = RUN) -> Record:
    """A reading of an item: one statement, one event, one of each, by the words of TEXT where they are there."""
    text = it.article.text

    def span(words: str) -> tuple[int, int]:
        start = text.find(words)
        return (start, start + len(words)) if start >= 0 else (0, min(len(words), len(text)))

    def words(of: str) -> str:
        a, b = span(of)
        return text[a:b]

    return Record(
        article=it.article.model_copy(update={"language": "en"}),
        entities=(
            Entity(id="n1", name="Ana Resk", kind="person", key="person:ana resk", role="mayor",
                   mentions=(span("Ana"),)),
        ),
        places=(
            Place(id="p1", span=span("Tarrow"), text=words("Tarrow"), name="Tarrow", use="location", lat=1.5, lon=2.0,
                  country="XAA"),
        ),
        times=(
            Time(id="t1", span=span("Friday"), text=words("Friday"), type="DATE", value="2025-03-14",
                 earliest="2025-03-14", latest="2025-03-14"),
        ),
        statements=(
            Statement(
                id="s1", source=Source(spans=(span("Two officials"),), text=words("Two officials"), kind="anonymous"),
                cue=(span("said"),), content=(span("the navy had shelled Tarrow"),), form="indirect", act="say",
                relay=("Two officials", "The Harbor Post"), said="t1",
            ),
            Statement(
                id="s2", source=Source(spans=(span("Ana Resk"),), text=words("Ana Resk"), entity="n1", kind="person",
                                       named=True),
                cue=(span("denied"),), content=(span("it"),), form="indirect", act="deny",
            ),
        ),
        events=(
            Event(
                id="e1", trigger=span("shelled"), sentence=(0, len(text)), type="ASSAULT", status="occurred",
                place="p1", time="t1", according_to="s1", factuality=2.0, quad="material_conflict",
                actors=(Participant(span=span("the navy"), text=words("the navy")),),
                recipients=(Participant(span=span("Ana Resk"), text=words("Ana Resk"), entity="n1"),),
            ),
        ),
        run=run,
    )  # fmt: skip


def failed(it: Item, message: str = "the text is too long; split it", run: Run = RUN) -> Record:
    """The record of an article that could not be read."""
    return Record(article=it.article, problems=(Problem(stage="intake", message=message, fatal=True),), run=run)


def canonical_record(record: Record) -> str:
    """The whole record as canonical JSON: two records are the same where this is."""
    return canonical(record.to_json())
