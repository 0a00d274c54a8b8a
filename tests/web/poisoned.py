# ruff: noqa: E501 (whole nouns)
"""A ledger in which every field of every article holds a string of the corpus."""

from __future__ import annotations

from pathlib import Path
from typing import Any

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
    Statement,
    Time,
    Why,
)
from tests.web.xss import CORPUS

PARTS = ("source", "cue", "content", "trigger", "actor", "target", "place", "time")
STATUSES = ("occurred", "planned", "considered", "denied", "threatened", "unknown")
KINDS = ("person", "organisation", "outlet", "document", "group", "anonymous")


def poisoned(path: Path) -> Path:
    """An article for each string, linked."""
    with open_ledger(path) as ledger:
        ledger.db.pragma("synchronous", "OFF")
        for number, words in enumerate(CORPUS):
            record = poison(words, number)
            keep(ledger, Item(record.article, (), Origin(words, words)), record)
        link_new(ledger)
    return path


def poison(words: str, number: int) -> Record:
    """An article that is made of one string; each is told on a day of its own."""
    text, spans = f"{words}\n\n", {}
    for part in PARTS:
        spans[part] = (len(text), len(text) + len(words))
        text += f"{words} {part} {number} "
    text += "."
    why = {"status": Why(by=words, score=0.5, evidence=(spans["cue"],)), words: Why(by=words, missing=words)}
    day = f"2025-{number // 28 % 12 + 1:02}-{number % 28 + 1:02}"
    status: Any = STATUSES[number % len(STATUSES)]
    kind: Any = KINDS[number % len(KINDS)]
    return Record(
        article=Article(
            id=words, url=words if "://" in words else f"https://x.example/{number}", outlet=words, title=words,
            byline=(words, words), published=day, language="en", text=text, headline=(0, len(words)),
        ),
        entities=(Entity(id="n1", name=words, kind="person", key=f"person:{words}", role=words, country="XAA", sector="GOV",
                         mentions=(spans["source"], spans["actor"]), why=why),),
        places=(Place(id="p1", span=spans["place"], text=words, name=words, feature="city", use="location", lat=1.0,
                      lon=2.0, country="XAA", why=why),),
        times=(Time(id="t1", span=spans["time"], text=words, type="DATE", value=words, earliest=day, latest=day, why=why),),
        statements=(
            Statement(
                id="s1", source=Source(spans=(spans["source"],), text=words, entity="n1", kind=kind, named=True),
                cue=(spans["cue"],), content=(spans["content"],), form="indirect", act="say", relay=(words, words),
                addressee=Addressee(spans=(spans["target"],), text=words, entity="n1"), said="t1", why=why,
            ),
            Statement(
                id="s2", parent="s1", source=Source(spans=(spans["actor"],), text=words, kind="anonymous"), form="direct",
                cue=(spans["cue"],), content=(), act="decline", why=why,
            ),
        ),
        events=(
            Event(
                id="e1", trigger=spans["trigger"], sentence=(len(words), len(text)), type="ASSAULT", mode="aerial",
                contexts=(words,), status=status, factuality=1.0, according_to="s1", place="p1", time="t1",
                actors=(Participant(span=spans["actor"], text=words, entity="n1"),),
                recipients=(Participant(span=spans["target"], text=words),),
                counts=(Count(what="other", low=3, high=None, of=words, unit=words, basis=words, span=spans["target"]),),
                why=why,
            ),
            Event(id="e2", trigger=spans["target"], sentence=(len(words), len(text)), status="unknown", why=why),
        ),
        problems=(Problem(stage=words, span=spans["cue"], message=words),),
        run=Run(reportedly=words, models={words: words}, config=words),
    )  # fmt: skip
