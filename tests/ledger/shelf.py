"""A small ledger of invented articles, each with a record made by hand, for the tests of its queries."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from reportedly.intake.item import Item, Origin
from reportedly.ledger.connect import Ledger, open_ledger
from reportedly.ledger.write import add_reading, keep
from reportedly.record import (
    Article,
    Count,
    Entity,
    Event,
    Participant,
    Place,
    Problem,
    Record,
    Run,
    Source,
    Span,
    Statement,
    Time,
)

FIRST = Run(reportedly="0.1.0", models={"reader": "sha256:5eed"}, config="sha256:c0de")
SECOND = Run(reportedly="0.2.0", models={"reader": "sha256:f00d"}, config="sha256:c0de")


class Story:
    """One article, put together word by word: each method finds its words in the text and adds to the record."""

    def __init__(self, name: str, text: str, **more: Any) -> None:
        self.text = text
        self.seen: str | None = more.pop("seen", None)
        fields = {"outlet": "The Harbor Post", "title": name.capitalize(), "url": f"https://harborpost.example/{name}"}
        self.article = Article(id=name, text=text, **fields | more)
        self.entities: list[Entity] = []
        self.places: list[Place] = []
        self.times: list[Time] = []
        self.statements: list[Statement] = []
        self.events: list[Event] = []

    def span(self, words: str) -> Span:
        start = self.text.index(words)
        return start, start + len(words)

    def who(self, name: str, **more: Any) -> str:
        """An entity; its id."""
        id = f"n{len(self.entities) + 1}"
        self.entities.append(Entity(id=id, name=name, kind=more.pop("kind", "person"), **more))
        return id

    def where(self, words: str, **more: Any) -> str:
        """A place; its id."""
        id = f"p{len(self.places) + 1}"
        self.places.append(Place(id=id, span=self.span(words), text=words, use="location", **more))
        return id

    def when(self, words: str, earliest: str, latest: str | None = None) -> str:
        """A time; its id."""
        id = f"t{len(self.times) + 1}"
        self.times.append(
            Time(id=id, span=self.span(words), text=words, type="DATE", value=earliest, earliest=earliest,
                 latest=latest or earliest)
        )  # fmt: skip
        return id

    def say(self, source: str | None, content: str, **more: Any) -> Story:
        """A statement."""
        kind, named = more.pop("kind", "person"), more.pop("named", False)
        who = Source(
            spans=(self.span(source),) if source else (), text=source, kind=kind, named=named,
            entity=more.pop("entity", None),
        )  # fmt: skip
        self.statements.append(
            Statement(
                id=f"s{len(self.statements) + 1}",
                source=who,
                content=(self.span(content),) if content else (),
                form=more.pop("form", "indirect"),
                act=more.pop("act", "say"),
                **more,
            )
        )
        return self

    def event(self, trigger: str, type: str | None, status: Any = "occurred", **more: Any) -> Story:
        """An event; `actors` and `recipients` are words, or words and an entity's id; `killed` is a count."""
        for side in ("actors", "recipients"):
            pairs = (x if isinstance(x, tuple) else (x, None) for x in more.pop(side, ()))
            more[side] = tuple(Participant(span=self.span(w), text=w, entity=e) for w, e in pairs)
        killed = more.pop("killed", None)
        counts = (Count(what="killed", low=killed, high=killed, span=(0, 1)),) if killed else ()
        a, b = self.span(trigger)
        sentence = (self.text.rfind(". ", 0, a) + 2 if ". " in self.text[:a] else 0, self.text.index(".", b) + 1)
        kind, _, mode = (type or "").partition(".")
        self.events.append(
            Event(
                id=f"e{len(self.events) + 1}",
                trigger=(a, b),
                sentence=sentence,
                type=kind or None,
                mode=mode or None,
                status=status,
                counts=counts,
                **more,
            )
        )
        return self

    def item(self) -> Item:
        url = self.article.url or self.article.id
        return Item(self.article, (), Origin(url, url, self.seen))

    def record(self, run: Run = FIRST) -> Record:
        return Record(
            article=self.article, entities=tuple(self.entities), places=tuple(self.places), times=tuple(self.times),
            statements=tuple(self.statements), events=tuple(self.events), run=run,
        )  # fmt: skip

    def keep(self, ledger: Ledger, run: Run = FIRST) -> str:
        """Keep it; its id."""
        kept = keep(ledger, self.item(), self.record(run)).article
        assert kept
        return kept


def strike() -> Story:
    """An anonymous official about a strike that is only considered, relayed; a denial; São Tarmer in XAA."""
    s = Story(
        "strike",
        "Two officials said the navy is considering a strike on São Tarmer in August. The Defense Ministry denied the "
        "cease-fire had ended. Merrow's army shelled the old harbour on 2 September, killing 11.",
        published="2025-09-03",
    )
    ministry = s.who("Ministry of Defence", kind="organisation", key="organisation:ministry of defence", country="XBB")
    army = s.who("Merrow Army", kind="organisation", country="USA", key="organisation:merrow army")
    tarmer = s.where("São Tarmer", name="São Tarmer", country="VEN", lat=10.0, lon=-66.0)
    august, second = s.when("August", "2025-08-01", "2025-08-31"), s.when("2 September", "2025-09-02")
    s.say("Two officials", "the navy is considering a strike on São Tarmer in August", kind="anonymous",
          relay=("Two officials", "Sky Tirana", "The Harbor Post"))  # fmt: skip
    s.say(
        "The Defense Ministry", "the cease-fire had ended", kind="organisation", named=True, act="deny", entity=ministry
    )
    s.event("strike", "ASSAULT", "considered", actors=("the navy",), place=tarmer, time=august, according_to="s1")
    s.event("ended", "RETREAT.ceasefire", "denied", according_to="s2")
    s.event("shelled", "ASSAULT.heavy-weapons", actors=(("Merrow's army", army),), recipients=("the old harbour",),
            time=second, killed=11)  # fmt: skip
    return s.event("denied", None, "unknown")


def talks() -> Story:
    """Another outlet, another month: named people, a document, talks in Tarrow."""
    s = Story(
        "talks",
        "Ana Resk said the ceasefire talks in Tarrow had begun. According to a report, prices rose. The mayor would "
        "not say who pays. Reportedly the defence minister wants peace.",
        published="2025-07-20", outlet="L'Écho de Tarrow", url="https://echo.example/talks",
    )  # fmt: skip
    resk = s.who("Ana Resk", key="person:ana resk", role="envoy of the union")
    tarrow = s.where("Tarrow", name="Tarrow", country="XAA")
    s.say("Ana Resk", "the ceasefire talks in Tarrow had begun", named=True, entity=resk)
    s.say("a report", "prices rose", kind="document")
    s.say("The mayor", "", act="decline")
    s.say(None, "the defence minister wants peace", kind="unknown")
    return s.event("talks", "CONSULT.meet", actors=(("Ana Resk", resk),), place=tarrow, according_to="s1")


def empty() -> Story:
    """An article in which nothing was found."""
    return Story("weather", "It rained on the harbour. No more is known.", published="2025-08-15", title="Rain")


def small(path: Path) -> Ledger:
    """A ledger of these three, opened for writing."""
    ledger = open_ledger(path)
    for story in (strike(), talks(), empty()):
        story.keep(ledger)
    return ledger


def read_again(ledger: Ledger, story: Story, run: Run = SECOND) -> None:
    """One more reading of an article's latest version, by another run."""
    sql = "SELECT version_key FROM latest JOIN versions v USING (version_key) WHERE v.text = ?"
    [(version,)] = ledger.db.execute(sql, (story.text,))
    add_reading(ledger, version, story.record(run))


def failed(story: Story, run: Run = SECOND) -> Record:
    """A reading that failed."""
    return Record(article=story.article, problems=(Problem(stage="text", message="unreadable", fatal=True),), run=run)
