"""A ledger of invented articles, and how long its queries take.

usage: python evals/ledger_rows.py [--statements N] [--keep FILE]

The articles are put together from invented words by a seeded generator and kept through the ledger's own write path.
Some words, sources and places are frequent and most are rare, as in news (Zipf's law).
"""

from __future__ import annotations

import argparse
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sized
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial
from pathlib import Path

from reportedly.intake.item import Item, Origin
from reportedly.ledger.articles import articles
from reportedly.ledger.connect import Ledger, open_ledger, read_ledger
from reportedly.ledger.happened import happened
from reportedly.ledger.nouns import Filter
from reportedly.ledger.paging import Part
from reportedly.ledger.said import said
from reportedly.ledger.sourced.nouns import Whom
from reportedly.ledger.sourced.outcomes import became
from reportedly.ledger.sourced.portrait import portrait
from reportedly.ledger.sourced.press import press
from reportedly.ledger.sources import sources, statements_of
from reportedly.ledger.write import keep
from reportedly.record import (
    Article,
    Count,
    Entity,
    Event,
    Participant,
    Place,
    Record,
    Run,
    Source,
    Statement,
    Time,
    Why,
)

SENTENCES = 20
"""Sentences of an article, each of which holds a statement: a report of some 500 words."""

EVENTS = 4
"""Events of a sentence, one of them with a type: what was found in the sample articles."""

FIRST_DAY, DAYS = date(2024, 1, 1), 700

OUTLETS = tuple(
    f"{place} {paper}" for place in ("Tarrow", "Merrow", "Inland", "Harbor") for paper in ("Post", "Gazette")
)
KINDS = {"person": 45, "organisation": 30, "anonymous": 12, "group": 7, "document": 4, "unknown": 2}
ACTS = {"say": 85, "believe": 5, "want": 5, "deny": 3, "decline": 2}
STATUSES = {"occurred": 60, "planned": 12, "ongoing": 8, "considered": 6, "threatened": 5, "denied": 5, "called_off": 4}
TYPES = {"CONSULT": 30, "ASSAULT": 20, "PROTEST": 15, "AID": 12, "SANCTION": 10, "COERCE": 8, "ACCUSE": 4, "RETREAT": 1}
COUNTRIES = {"XAA": 50, "XBB": 30, "XCC": 15, "VEN": 4, "USA": 1}
SYLLABLES = ("tar", "mer", "vo", "lin", "ka", "de", "ros", "il", "an", "bru", "sto", "nik", "sa", "har", "em", "po")

FILTERS = {
    "said": {
        "nothing": Filter(),
        "a frequent word": Filter(words="ceasefire"),
        "a rare word": Filter(words="embargo"),
        "a phrase": Filter(words='"ceasefire talks"'),
        "a beginning": Filter(words="cease*"),
        "by": Filter(by="defence ministry"),
        "kind, frequent": Filter(kinds=("person",)),
        "kind, rare": Filter(kinds=("unknown",)),
        "act, rare": Filter(acts=("decline",)),
        "kind and act, rarer": Filter(kinds=("unknown",), acts=("decline",)),
        "kind, none": Filter(kinds=("outlet",)),
        "outlet": Filter(outlet="tarrow post"),
        "since": Filter(since="2025-09"),
        "until": Filter(until="2024-01"),
        "article": Filter(article="https://tarrow.example/7"),
        "run": Filter(run=1),
        "the example of the manual": Filter(
            words="ceasefire", by="defence ministry", kinds=("anonymous",), since="2025-09-01"
        ),
    },
    "events": {
        "nothing": Filter(),
        "all events": Filter(all_events=True),
        "a word": Filter(words="ceasefire"),
        "type": Filter(types=("ASSAULT",)),
        "type, rare": Filter(types=("RETREAT",)),
        "type, none": Filter(types=("CONCEDE",)),
        "mode": Filter(modes=("aerial",)),
        "status": Filter(statuses=("considered", "threatened")),
        "status, none": Filter(statuses=("urged",)),
        "actor, code": Filter(actor="USA"),
        "actor, frequent code": Filter(actor="XAA"),
        "recipient, words": Filter(recipient="defence ministry"),
        "place, code": Filter(place="VEN"),
        "place, words": Filter(place="sao tarmer"),
        "happened since": Filter(happened_since="2025-11-25"),
        "happened until": Filter(happened_until="2024-01-02"),
        "outlet": Filter(outlet="tarrow post"),
        "run": Filter(run=1),
        "the example of the manual": Filter(
            types=("ASSAULT",), statuses=("considered", "threatened"), place="VEN", actor="USA"
        ),
    },
    "articles": {"nothing": Filter(), "a word": Filter(words="ceasefire"), "outlet": Filter(outlet="tarrow post")},
}  # fmt: skip

SOURCES = {
    "nothing": Whom(),
    "beginnings of words": Whom(words="def min"),
    "kind": Whom(kinds=("outlet",)),
    "outlet": Whom(outlet="tarrow post"),
    "since": Whom(since="2025-09"),
}


@dataclass
class Invention:
    """Draws invented news, the same for the same seed."""

    draw: random.Random = field(default_factory=lambda: random.Random(7))

    def __post_init__(self) -> None:
        invented = ("".join(self.draw.choices(SYLLABLES, k=self.draw.randint(2, 4))) for _ in range(8000))
        self.words = ["ceasefire", "talks", *invented, "embargo"]
        self.rarity = [1 / (rank + 10) for rank in range(len(self.words))]
        names = (" ".join(w.title() for w in self.some(2)) for _ in range(3000))
        self.names = ["the defense ministry", "two officials", *names]
        self.places = ["São Tarmer", *(self.draw.choice(self.words).title() for _ in range(2000))]

    def some(self, n: int) -> list[str]:
        """So many words, frequent ones often."""
        return self.draw.choices(self.words, self.rarity, k=n)

    def one(self, weighted: dict[str, int]) -> str:
        """One of these, by their weights."""
        return self.draw.choices(list(weighted), list(weighted.values()))[0]

    def name(self) -> int:
        """The number of a name, the first ones often."""
        return min(int(self.draw.paretovariate(0.4)) - 1, len(self.names) - 1)


def invented(number: int, source: Invention) -> tuple[Item, Record]:
    """One article and its record."""
    day = (FIRST_DAY + timedelta(source.draw.randrange(DAYS))).isoformat()
    text, who, at = "", [source.name() for _ in range(SENTENCES)], []
    for speaker in who:
        start = len(text)
        words = source.some(14)
        text += f"{source.names[speaker]} said on {day} that {' '.join(words)}. "
        at.append((start, len(text) - 1, words))
    known = sorted(set(who))
    outlet = source.draw.choice(OUTLETS)
    article = Article(
        id=f"https://tarrow.example/{number}", url=f"https://tarrow.example/{number}", outlet=outlet,
        title=" ".join(source.some(6)).capitalize(), published=day, language="en", text=text,
    )  # fmt: skip
    sentences = [_sentence(i, who[i], at[i], source) for i in range(SENTENCES)]
    record = Record(
        article=article,
        entities=tuple(_entity(n, source) for n in known),
        places=tuple(p for _, p, _, _ in sentences),
        times=tuple(
            t.model_copy(update={"text": day, "value": day, "earliest": day, "latest": day}) for _, _, t, _ in sentences
        ),
        statements=tuple(s for s, _, _, _ in sentences),
        events=tuple(e for _, _, _, events in sentences for e in events),
        run=Run(reportedly="0.0.0", models={"reader": "sha256:5eed"}, config="sha256:c0de"),
    )
    return Item(article, (), Origin("bench", article.id)), record


def synthesise(ledger: Ledger, statements: int = 100_000) -> int:
    """Keep as many invented articles as hold so many statements; how many articles that is."""
    source = Invention()
    ledger.db.pragma("synchronous", "OFF")  # a power cut may ruin it: it is thrown away anyway
    count = -(-statements // SENTENCES)
    for number in range(count):
        keep(ledger, *invented(number, source))
    return count


def times(ledger: Ledger, rounds: int = 5) -> Iterator[tuple[str, str, float, int]]:
    """For each query: list, filter, median milliseconds for the first page, rows of that page."""
    for name, label, ask in (*_lists(ledger), *_of_sources(ledger)):
        taken, found = [], 0
        for _ in range(rounds):
            began = time.perf_counter()
            found = len(ask())
            taken.append(1000 * (time.perf_counter() - began))
        yield name, label, statistics.median(taken), found


def _lists(ledger: Ledger) -> Iterator[tuple[str, str, Callable[[], Sized]]]:
    asks: dict[str, Callable[[Ledger, Filter], Sized]] = {"said": said, "events": happened, "articles": articles}
    for name, filters in FILTERS.items():
        for label, asked in filters.items():
            yield name, label, partial(asks[name], ledger, asked)


def _of_sources(ledger: Ledger) -> Iterator[tuple[str, str, Callable[[], Sized]]]:
    """Lists of sources; and all that the page of the one with most statements, and of an outlet, shows."""
    for label, asked in SOURCES.items():
        yield "sources", label, partial(sources, ledger, asked)
    [most] = sources(ledger, Whom(), Part(1))
    yield "sources", "one, what it said", lambda: statements_of(ledger, most.id)
    yield "sources", "one, its numbers", lambda: portrait(ledger, most.id).acts
    yield "sources", "one, what became of it", lambda: became(ledger, most.id).page
    outlets = sources(ledger, Whom(kinds=("outlet",)), Part(1))
    yield "sources", "an outlet", lambda: [press(ledger, outlet.id) for outlet in outlets]


def _sentence(
    i: int, speaker: int, at: tuple[int, int, list[str]], source: Invention
) -> tuple[Statement, Place, Time, list[Event]]:
    start, end, _ = at
    words = source.names[speaker]
    spoken = (start, start + len(words))
    content = (spoken[1] + len(" said on 2024-01-01 that "), end - 1)
    why = {
        name: Why(by=f"head:{name}@1", score=round(source.draw.random(), 3), evidence=(spoken,))
        for name in ("spans", "act", "source.kind", "form")
    }
    kind, act = source.one(KINDS), source.one(ACTS)
    statement = Statement.model_validate(
        {
            "id": f"s{i + 1}", "cue": (), "content": (content,), "form": "indirect", "act": act,
            "source": Source.model_validate(
                {"spans": (spoken,), "text": words, "entity": f"n{speaker}", "kind": kind, "named": kind != "anonymous"}
            ), "relay": (words, "Post"), "why": why,
        }
    )  # fmt: skip
    place = Place(
        id=f"p{i + 1}", span=spoken, text=words, name=source.places[min(source.name(), 2000)], use="location", lat=1.0,
        lon=2.0, country=source.one(COUNTRIES), why={"lat": why["act"]},
    )  # fmt: skip
    when = Time(id=f"t{i + 1}", span=(content[0] - 16, content[0] - 6), text="", type="DATE", why={"value": why["act"]})
    return statement, place, when, [_event(4 * i + k, speaker, (spoken, content), source) for k in range(EVENTS)]


def _event(i: int, speaker: int, spans: tuple[tuple[int, int], tuple[int, int]], source: Invention) -> Event:
    spoken, content = spans
    typed = i % EVENTS == 0
    here = i // EVENTS + 1
    actor = Participant(span=spoken, text=source.names[speaker], entity=f"n{speaker}")
    why = {
        name: Why(by=f"rule:{name}@1", score=0.5, evidence=(spoken,))
        for name in (
            "trigger",
            "type",
            "mode",
            "status",
            "time",
            "place",
            "counts",
            "actors",
            "recipients",
            "quad",
            "cameo",
        )
    }
    return Event.model_validate(
        {
            "id": f"e{i + 1}", "trigger": (content[0], content[0] + 6), "sentence": (spoken[0], content[1]),
            "type": source.one(TYPES) if typed else None, "mode": "aerial" if typed and i % 3 == 0 else None,
            "actors": (actor,), "recipients": (actor,) if i % 8 < 3 else (),
            "counts": (Count(what="killed", low=i, high=i, span=spoken),) if typed else (),
            "place": f"p{here}" if typed else None, "time": f"t{here}", "status": source.one(STATUSES),
            "factuality": 1.0, "according_to": f"s{here}", "why": why,
        }
    )  # fmt: skip


def _entity(number: int, source: Invention) -> Entity:
    return Entity.model_validate(
        {
            "id": f"n{number}", "name": source.names[number].title(), "kind": "person", "key": f"person:{number}",
            "role": "minister", "country": source.one(COUNTRIES), "sector": "GOV", "mentions": ((0, 3),),
            "why": {"country": Why(by="rule:country-words@1")},
        }
    )  # fmt: skip


def main() -> int:
    """Make the ledger, or use one that is there, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--statements", type=int, default=100_000)
    parser.add_argument("--keep", metavar="FILE", type=Path, help="the ledger's file; used again where it is there")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        path = given.keep or Path(folder) / "bench.db"
        if not path.exists():
            with open_ledger(path) as ledger:
                began = time.perf_counter()
                count = synthesise(ledger, given.statements)
                each = 1000 * (time.perf_counter() - began) / count
            print(f"{count} articles, {path.stat().st_size / count / 1000:.1f} kB and {each:.1f} ms each", flush=True)
        with read_ledger(path) as ledger:
            for name, label, taken, found in times(ledger):
                print(f"{name:9} {label:28} {taken:8.1f} ms {found:4} rows", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
