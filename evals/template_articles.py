"""Articles made from templates of our own, as many as a benchmark needs: every outlet, person and place is invented.

They are no test of accuracy: they only have the length, the quotations and the events of news.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta

from reportedly.record import Article

OUTLETS = ("The Harbor Post", "Lowland Courier", "Sky Tirana", "Meridian Wire", "Radio Shkumbin", "The Upland Gazette")
TOWNS = ("Karpal", "Stolnik", "Ras Jemil", "Deshgar", "Hollin", "Saltmouth", "Veln", "Orrin Bay", "Maretsk", "Tolvane")
STATES = ("Veshkia", "Ostrana", "the Republic of Lurmia", "Sorvia")
BODIES = ("the defense ministry", "the interior ministry", "police", "the coast guard", "the rescue service", "the army")
PEOPLE = ("Ana Resk", "Besnik Halimi", "Marit Olesen", "Karim Dema", "Ilse Torvald", "Oten Bashra", "Petra Sandvik")
ROLES = ("governor", "spokeswoman", "mayor", "union leader", "ambassador", "hospital director", "opposition lawmaker")
UNNAMED = ("two officials", "a senior diplomat", "a person familiar with the talks", "residents", "a security official")
DEEDS = (
    "shelled the port of {town}", "arrested {n} people in {town}", "signed an agreement with {state}",
    "sent medical supplies to {town}", "withdrew its troops from {town}", "raided a warehouse near {town}",
    "called on {state} to release the crew", "released {n} prisoners", "expelled three diplomats of {state}",
    "closed the border crossing at {town}",
)  # fmt: skip
PLANS = (
    "is considering an air strike on a depot near {town}", "plans to open talks with {state} next month",
    "has threatened to cut gas supplies to {state}", "denied that its forces had entered {town}",
    "would not rule out sending police to {town}", "has not decided whether to join the talks in {town}",
)  # fmt: skip
QUOTES = (
    "We will not leave {town} before the talks are over", "Nobody here expected this", "The figures are not final",
    "Our teams reached {town} within the hour", "There is no evidence for that claim", "We are ready to talk to {state}",
)  # fmt: skip
SENTENCES = (
    "{state} {deed} on {day}, {body} said.",
    "{unnamed} told {outlet} that {state} {plan}.",
    '"{quote}," {person}, the {role}, said on {day}.',
    "At least {n} people were killed and {m} injured when a blast hit a market in {town}, {body} said.",
    "According to {body}, {state} {deed}.",
    "{person} said {state} {plan}.",
    "{outlet} reported on {day} that {state} {deed}, citing {unnamed}.",
    "{body} declined to comment on the report.",
    "Witnesses in {town} described long lines at the petrol stations and shops that had closed early.",
    "The road between {town} and {town2} was reopened in {month} after months of repairs.",
    "{person}, the {role} of {town}, denied the report, saying that {state} {plan}.",
    "In {month}, {state} {deed}, and about {n} families left {town}.",
)
DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday")
MONTHS = ("January", "March", "May", "June", "September", "November")
FIRST = date(2025, 1, 6)

PARAGRAPHS = 9
"""Paragraphs of an article, of three sentences each: some 400 words, as a wire story has them."""


def template_articles(count: int, seed: int = 1) -> Iterator[Article]:
    """So many articles, each at an address of its own, the same for the same seed."""
    dice = random.Random(seed)
    for number in range(count):
        outlet = dice.choice(OUTLETS)
        title = f"{_filled('{state} {plan}', dice)}, report {number} says"
        body = "\n\n".join(" ".join(_sentence(dice) for _ in range(3)) for _ in range(PARAGRAPHS))
        yield Article(
            id=f"t{number}",
            url=f"https://{outlet.lower().replace(' ', '-')}.example/{seed}/{number}",
            outlet=outlet,
            title=title,
            published=(FIRST + timedelta(days=number % 365)).isoformat(),
            text=f"{title}\n\n{body}",
            headline=(0, len(title)),
        )


def _sentence(dice: random.Random) -> str:
    filled = _filled(dice.choice(SENTENCES), dice)
    return filled[0].upper() + filled[1:]


def _filled(template: str, dice: random.Random) -> str:
    """A template with its slots filled, those of what fills them, too."""
    slots = {
        "outlet": OUTLETS, "town": TOWNS, "town2": TOWNS, "state": STATES, "body": BODIES, "person": PEOPLE, "role": ROLES,
        "unnamed": UNNAMED, "deed": DEEDS, "plan": PLANS, "quote": QUOTES, "day": DAYS, "month": MONTHS,
    }  # fmt: skip
    while "{" in template:
        chosen = {name: dice.choice(words) for name, words in slots.items()}
        template = template.format(**chosen, n=dice.randint(2, 40), m=dice.randint(3, 90))
    return template
