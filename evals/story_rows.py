"""Invented stories, as many articles as a benchmark needs: records put together by a seeded generator, without reading.

Most stories are one article, a few are many; a quarter of the later articles carry an earlier text, whole or shortened,
and each of the others tells of the story's event, of its toll, and of much else. All names are made of syllables.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import accumulate

from reportedly.record import Article, Count, Entity, Event, Participant, Place, Record, Run, Source, Statement, Time

SYLLABLES = ("tar", "mer", "vo", "lin", "ka", "de", "ros", "il", "an", "bru", "sto", "nik", "sa", "har", "em", "po")
DEEDS: tuple[tuple[str | None, str | None, str], ...] = (
    ("ASSAULT", "explosives", "bombed"), ("ASSAULT", None, "attacked"), ("COERCE", "arrest", "arrested"),
    ("PROTEST", "demo", "protested"), ("AID", None, "helped"), ("CONSULT", "visit", "visited"), (None, None, "flooded"),
)  # fmt: skip
OUTLETS = tuple(
    f"{a} {b}" for a in ("Tarrow", "Merrow", "Inland", "Harbor", "Lowland") for b in ("Post", "Wire", "Star")
)
FILLERS = 16
"""Sentences of an article beside those on its event: some 300 words, as in short news."""
FIRST_DAY, PER_DAY = date(2024, 1, 1), 150
"""How many articles a day the invented papers print: what lies within a few days is what linking has to compare."""
COPIED, SHORTENED = 0.25, 0.3
OWN_WORDS = 0.2
"""Of the events beside the story's own, those in its own words; the others are what any article has ("said")."""
TAIL = 1.2
"""Of the sizes of stories (Pareto): two of five are one article, one in ten has more than ten."""
RUN = Run(reportedly="0.0.0", models={"reader": "sha256:5eed"}, config="sha256:c0de")


@dataclass
class World:
    """Words and places to draw from, the same for the same seed; frequent ones often (Zipf's law)."""

    draw: random.Random

    def __post_init__(self) -> None:
        self.words = [self.word() for _ in range(12_000)]
        self.rarity = list(accumulate(1 / (rank + 10) for rank in range(len(self.words))))
        self.towns = [self.word().title() for _ in range(4_000)]

    def word(self) -> str:
        """An invented word."""
        return "".join(self.draw.choices(SYLLABLES, k=self.draw.randint(2, 4)))

    def some(self, n: int) -> list[str]:
        """So many words of the invented language."""
        return self.draw.choices(self.words, cum_weights=self.rarity, k=n)


@dataclass
class Plot:
    """What one story is about, and how many articles tell it."""

    world: World
    day: date
    size: int
    names: list[str] = field(init=False)

    def __post_init__(self) -> None:
        w = self.world
        self.type, self.mode, self.verb = w.draw.choice(DEEDS)
        self.town = w.draw.choice(w.towns)
        self.names = [f"{w.word().title()} {w.word().title()}" for _ in range(4)]
        self.topic = w.some(60)
        self.toll = w.draw.randint(1, 40)


def stories(articles: int, seed: int = 11) -> Iterator[Record]:
    """So many records of invented articles, story by story, each story's by day of publication."""
    world, made = World(random.Random(seed)), 0
    while made < articles:
        day = FIRST_DAY + timedelta(days=made // PER_DAY)
        plot = Plot(world, day, min(int(world.draw.paretovariate(TAIL)), 60, articles - made))
        told: list[Record] = []
        for _ in range(plot.size):
            told.append(
                _copy(world.draw.choice(told), plot, made)
                if told and world.draw.random() < COPIED
                else _tell(plot, made)
            )
            made += 1
        yield from told


class Draft:
    """A text in the making, with what stands in it."""

    def __init__(self, plot: Plot) -> None:
        self.plot, self.text = plot, ""
        self.events: list[Event] = []
        self.statements: list[Statement] = []
        self.places: list[Place] = []
        self.times: list[Time] = []

    def say(self, words: str) -> tuple[int, int]:
        """Append words; where they stand."""
        start = len(self.text)
        self.text += words
        return start, len(self.text)

    def event(self, trigger: tuple[int, int], start: int, typed: bool, **more: object) -> None:
        """Note an event of the sentence that begins at `start`."""
        p = self.plot
        self.events.append(
            Event.model_validate(
                {
                    "id": f"e{len(self.events) + 1}", "trigger": trigger, "sentence": (start, len(self.text.rstrip())),
                    "type": p.type if typed else None, "mode": p.mode if typed else None, "status": "occurred",
                    "according_to": self.statements[-1].id if self.statements else None, **more,
                }
            )
        )  # fmt: skip


def _tell(plot: Plot, number: int) -> Record:
    w, d = plot.world, Draft(plot)
    day = plot.day + timedelta(days=min(int(w.draw.expovariate(0.7)), 20))
    for k in range(3):
        _lead(d, plot, k)
    for _ in range(FILLERS):
        _filler(d, plot)
    article = Article(
        id=f"a{number}", url=f"https://tarrow.example/{number}", outlet=w.draw.choice(OUTLETS),
        title=f"{plot.town} {plot.verb}: {' '.join(w.draw.sample(plot.topic, 4))}", published=day.isoformat(),
        language="en", text=d.text.strip(),
    )  # fmt: skip
    entities = tuple(
        Entity(id=f"n{i + 1}", name=n, kind="person", key=f"person:{n.lower()}", mentions=_places_of(d.text, n))
        for i, n in enumerate(plot.names)
        if n in d.text
    )
    return Record(
        article=article, entities=entities, places=tuple(d.places), times=tuple(d.times),
        statements=tuple(d.statements), events=tuple(d.events), run=RUN,
    )  # fmt: skip


def _lead(d: Draft, plot: Plot, k: int) -> None:
    """A sentence on the story's event: who, what, where, when, how many, said by whom."""
    i = plot.world.draw.randrange(len(plot.names))
    start = len(d.text)
    speaker = d.say(plot.names[i])
    cue = (len(d.text) + 1, len(d.text) + 5)
    d.say(" said ")
    content = len(d.text)
    actor = d.say(plot.names[k % len(plot.names)])
    d.say(" ")
    trigger = d.say(plot.verb)
    d.say(" ")
    place = d.say(plot.town)
    d.say(" on ")
    when = d.say(plot.day.isoformat())
    d.say(", with ")
    number = d.say(str(plot.toll))
    d.say(f" people killed and {' '.join(plot.world.draw.sample(plot.topic, 8))}")
    d.statements.append(
        Statement(
            id=f"s{len(d.statements) + 1}", cue=(cue,), content=((content, len(d.text)),), form="indirect", act="say",
            source=Source(spans=(speaker,), text=plot.names[i], entity=f"n{i + 1}", kind="person", named=True),
            relay=(plot.names[i],),
        )
    )  # fmt: skip
    d.say(". ")
    d.places.append(Place(id=f"p{k + 1}", span=place, text=plot.town, name=plot.town, feature="city", use="location"))
    day = plot.day.isoformat()
    d.times.append(Time(id=f"t{k + 1}", span=when, text=day, type="DATE", value=day, earliest=day, latest=day))
    d.event(
        trigger, start, True, place=f"p{k + 1}", time=f"t{k + 1}",
        actors=(Participant(span=actor, text=d.text[slice(*actor)], entity=f"n{k % len(plot.names) + 1}"),),
        counts=(Count(what="killed", low=plot.toll, high=plot.toll, span=number),),
    )  # fmt: skip


def _filler(d: Draft, plot: Plot) -> None:
    """A sentence on something else, with two events without a type."""
    start = len(d.text)
    w = plot.world
    d.say(" ".join(w.draw.sample(plot.topic, 5)) + " ")
    one = d.say(w.draw.choice(plot.topic) if w.draw.random() < OWN_WORDS else w.some(1)[0])
    d.say(f" {' '.join(w.some(6))} ")
    two = d.say(w.some(1)[0])
    d.say(f" {' '.join(w.some(3))}.\n\n")
    for trigger in (one, two):
        d.event(trigger, start, False)


def _copy(of: Record, plot: Plot, number: int) -> Record:
    """An earlier record under another outlet's name, sometimes without its end."""
    draw, text = plot.world.draw, of.article.text
    if draw.random() < SHORTENED:
        text = "\n\n".join(text.split("\n\n")[: 2 + FILLERS // 2])
    article = of.article.model_copy(
        update={
            "id": f"a{number}", "url": f"https://merrow.example/{number}", "outlet": draw.choice(OUTLETS), "text": text,
            "title": f"{plot.town}: {' '.join(draw.sample(plot.topic, 3))}",
        }
    )  # fmt: skip
    kept = tuple(e for e in of.events if e.sentence[1] <= len(text))
    return of.model_copy(update={"article": article, "events": kept})


def _places_of(text: str, name: str) -> tuple[tuple[int, int], ...]:
    found, at = [], text.find(name)
    while at >= 0:
        found.append((at, at + len(name)))
        at = text.find(name, at + 1)
    return tuple(found)
