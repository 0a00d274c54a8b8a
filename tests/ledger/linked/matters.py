"""Invented matters, each told by several outlets in words of their own, with records made by hand."""

from __future__ import annotations

from typing import NamedTuple

from tests.ledger.shelf import Story

OUTLETS = ("The Harbor Post", "Tarrow Echo", "Sky Tirana", "The Vell Gull", "Merrow Courier")


class Matter(NamedTuple):
    """Something that happened: its town, who speaks of it, what was done to whom on which day, what else is told."""

    town: str
    mayor: str
    trigger: str
    type: str | None
    actor: str
    target: str
    day: str
    rest: tuple[str, ...]
    said: tuple[str, str, str] = ("told", "nobody had warned", "warned")
    """The cue, what was said without the town, and the event in it."""


RAID = Matter(
    "Quillow", "Ana Resk", "raided", "ASSAULT", "Gunmen", "the customs depot", "2025-03-04",
    (
        "The depot lies beside the Yarrow canal, where smugglers land cigarettes at night.",
        "Two lorries burned until dawn and the lock keeper was found bound in his cabin.",
        "Customs officers had asked for searchlights since the canal was dredged.",
    ),
)  # fmt: skip
STRIKE = Matter(
    "Port Vell", "Ivo Taan", "blockaded", "PROTEST", "Dockers", "every berth", "2025-03-05",
    (
        "Their union wants cranes repaired and overtime paid for the harvest season.",
        "Seven freighters wait in the roads with wheat for the island bakeries.",
        "The terminal's owner offered a bonus, which the shop stewards tore up.",
    ),
    ("argued", "arbitration had failed in", "failed"),
)  # fmt: skip
QUAKE = Matter(
    "Sellisham", "Mira Olund", "quake", None, "Tonight's", "cracked walls", "2025-03-06",
    (
        "Seismologists measured five point two, with the centre under the slate quarries.",
        "Pupils slept in tents on the football ground and the reservoir was lowered.",
        "The belfry of Saint Osric lost its weathercock for the second time.",
    ),
    ("insisted", "shelters opened all over", "opened"),
)  # fmt: skip
MATTERS = (RAID, STRIKE, QUAKE)


def telling(matter: Matter, outlet: int = 0, *, killed: int | None = None, note: str = "") -> Story:
    """An article of one outlet about a matter; each outlet leaves out another sentence and words the first its way."""
    name = OUTLETS[outlet % len(OUTLETS)]
    rest = [s for n, s in enumerate(matter.rest) if n != outlet % 3] if outlet else list(matter.rest)
    cue, content, second = matter.said
    said = f"{matter.mayor}, the mayor of {matter.town}, {cue} {name}" if cue == "told" else f"{matter.mayor} {cue}"
    first = f"{matter.actor} {matter.trigger} {matter.target} in {matter.town} on that day"
    count = f", killing {killed} people" if killed else ""
    text = " ".join([f"{first}{count}.", f"{said} that {content} {matter.town}.", *rest, note]).strip()
    slug = name.lower().replace(" ", "")
    s = Story(
        f"{matter.town.lower()}-{outlet}", text, outlet=name, published=f"2025-03-{10 + outlet:02}",
        title=f"{matter.town}: {name}", url=f"https://{slug}.example/{matter.town.lower().replace(' ', '-')}/{outlet}",
    )  # fmt: skip
    mayor = s.who(matter.mayor, key=f"person:{matter.mayor.lower()}", role=f"mayor of {matter.town}")
    place = s.where(matter.town, name=matter.town, country="XAA", feature="city", lat=1.0, lon=2.0)
    day = s.when("that day", matter.day)
    s.say(matter.mayor, f"{content} {matter.town}", named=True, entity=mayor, relay=(matter.mayor, name))
    actors = (matter.actor,) if matter.type else ()
    more = {"actors": actors, "recipients": (matter.target,), "place": place, "time": day, "killed": killed}
    s.event(matter.trigger, matter.type, **more)
    return s.event(second, None, "denied", according_to="s1")
