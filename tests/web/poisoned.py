# ruff: noqa: E501 (whole nouns)
"""A ledger in which every field of every article holds a string of the corpus."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

from reportedly.intake.item import Item, Origin
from reportedly.ledger.connect import open_ledger
from reportedly.ledger.write import keep
from reportedly.linking import link_new
from reportedly.record import (
    Addressee,
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
    Why,
)
from tests.web.xss import CORPUS

GATHERED = "https://x.example/gathered"
PARTS = ("source", "cue", "content", "trigger", "actor", "target", "place", "time")
STATUSES = ("occurred", "planned", "considered", "denied", "threatened", "unknown")
KINDS = ("person", "organisation", "outlet", "document", "group", "anonymous")


def poisoned(path: Path) -> Path:
    """An article for each string, linked; and one that holds them all."""
    with open_ledger(path) as ledger:
        ledger.db.pragma("synchronous", "OFF")
        for number, words in enumerate(CORPUS):
            record = poison(words, number)
            keep(ledger, Item(record.article, (), Origin(words, words)), record)
        link_new(ledger)
        record = gathered()
        keep(ledger, Item(record.article, (), Origin(GATHERED, GATHERED)), record)
    return path


def poison(words: str, number: int) -> Record:
    """An article that is made of one string; each is told on a day of its own."""
    text = _text(words, number)
    day = f"2025-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"
    article = Article(
        id=words, url=words if "://" in words else f"https://x.example/{number}", outlet=words, title=words,
        byline=(words, words), published=day, language="en", text=text, headline=(0, len(words)),
    )  # fmt: skip
    return _record(article, _Part(words, 0, text, number, day))


def gathered() -> Record:
    """One article with all of them, one after the other."""
    text, parts = "", []
    for number, words in enumerate(CORPUS):
        said = _text(words, number)
        parts.append(_Part(words, len(text), said, number, "2026-01-02"))
        text += f"{said}\n\n"
    article = Article(
        id=GATHERED, url=GATHERED, outlet=CORPUS[0], title=CORPUS[1], published="2026-01-02", language="en", text=text
    )
    return _record(article, *parts)


class _Part(NamedTuple):
    """A string, where what is made of it begins, its text, its number, and its day."""

    words: str
    start: int
    text: str
    number: int
    day: str

    def span(self, part: str) -> Span:
        """Where one of PARTS stands."""
        start = self.start + len(self.words) + 2
        for other in PARTS:
            end = start + len(self.words)
            if other == part:
                return start, end
            start = end + len(_behind(other, self.number))
        raise KeyError(part)

    @property
    def why(self) -> dict[str, Why]:
        evidence = (self.span("cue"),)
        return {
            "status": Why(by=self.words, score=0.5, evidence=evidence),
            self.words: Why(by=self.words, missing=self.words),
        }


def _text(words: str, number: int) -> str:
    return f"{words}\n\n" + "".join(words + _behind(part, number) for part in PARTS) + "."


def _behind(part: str, number: int) -> str:
    return f" {part} {number} "


def _record(article: Article, *parts: _Part) -> Record:
    words = parts[0].words
    return Record(
        article=article,
        entities=tuple(map(_entity, parts)),
        places=tuple(map(_place, parts)),
        times=tuple(map(_time, parts)),
        statements=tuple(s for part in parts for s in _statements(part)),
        events=tuple(e for part in parts for e in _events(part)),
        problems=(Problem(stage=words, span=parts[0].span("cue"), message=words),),
        run=Run(reportedly=words, models={words: words}, config=words),
    )


def _entity(p: _Part) -> Entity:
    return Entity(
        id=f"n{p.number}", name=p.words, kind="person", key=f"person:{p.words}", role=p.words, country="XAA", sector="GOV",
        mentions=(p.span("source"), p.span("actor")), why=p.why,
    )  # fmt: skip


def _place(p: _Part) -> Place:
    return Place(
        id=f"p{p.number}", span=p.span("place"), text=p.words, name=p.words, feature="city", use="location", lat=1.0,
        lon=2.0, country="XAA", why=p.why,
    )  # fmt: skip


def _time(p: _Part) -> Time:
    return Time(
        id=f"t{p.number}", span=p.span("time"), text=p.words, type="DATE", value=p.words, earliest=p.day, latest=p.day,
        why=p.why,
    )  # fmt: skip


def _statements(p: _Part) -> tuple[Statement, Statement]:
    kind: Any = KINDS[p.number % len(KINDS)]
    first, second = f"s{2 * p.number + 1}", f"s{2 * p.number + 2}"
    return (
        Statement(
            id=first, source=Source(spans=(p.span("source"),), text=p.words, entity=f"n{p.number}", kind=kind, named=True),
            cue=(p.span("cue"),), content=(p.span("content"),), form="indirect", act="say", relay=(p.words, p.words),
            addressee=Addressee(spans=(p.span("target"),), text=p.words, entity=f"n{p.number}"), said=f"t{p.number}",
            why=p.why,
        ),
        Statement(
            id=second, parent=first, source=Source(spans=(p.span("actor"),), text=p.words, kind="anonymous"),
            form="direct", cue=(p.span("cue"),), content=(), act="decline", why=p.why,
        ),
    )  # fmt: skip


def _events(p: _Part) -> tuple[Event, Event]:
    status: Any = STATUSES[p.number % len(STATUSES)]
    sentence = (p.start + len(p.words) + 2, p.start + len(p.text))
    count = Count(what="other", low=3, high=None, of=p.words, unit=p.words, basis=p.words, span=p.span("target"))
    return (
        Event(
            id=f"e{2 * p.number + 1}", trigger=p.span("trigger"), sentence=sentence, type="ASSAULT", mode="aerial",
            contexts=(p.words,), status=status, factuality=1.0, according_to=f"s{2 * p.number + 1}",
            place=f"p{p.number}", time=f"t{p.number}", counts=(count,), why=p.why,
            actors=(Participant(span=p.span("actor"), text=p.words, entity=f"n{p.number}"),),
            recipients=(Participant(span=p.span("target"), text=p.words),),
        ),
        Event(id=f"e{2 * p.number + 2}", trigger=p.span("target"), sentence=sentence, status="unknown", why=p.why),
    )  # fmt: skip
