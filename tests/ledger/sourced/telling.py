"""Articles in which the same people, bodies and outlets speak, for the tests of sources."""

from __future__ import annotations

from pathlib import Path

from reportedly.ledger.connect import Ledger, open_ledger
from tests.ledger.shelf import Story, small


def mayor(
    number: int, outlet: str, role: str | None = "mayor of Tarrow", country: str | None = "XAA", **more: str
) -> Story:
    """Ana Resk says something of the ferry to an outlet, by way of another."""
    s = Story(
        f"ferry-{number}", f"Ana Resk told Sky Tirana the ferry was late. She denied number {number}.", outlet=outlet,
        published=f"2025-08-{number:02}",
    )  # fmt: skip
    id = s.who("Ana Resk", key="person:ana resk", role=role, country=country, sector=more.get("sector"))
    sky = s.who("Sky Tirana", kind="outlet", key="outlet:sky tirana")
    told_to = {"spans": (s.span("Sky Tirana"),), "text": "Sky Tirana", "entity": sky}
    relay = ("Ana Resk", "Sky Tirana", outlet)
    s.say("Ana Resk", "the ferry was late", named=True, entity=id, addressee=told_to, relay=relay)
    return s.say("She", f"number {number}", act="deny", named=True, entity=id, relay=("Ana Resk", outlet))


def quoting(number: int, outlet: str) -> Story:
    """An outlet, officials and a private person."""
    s = Story(
        f"market-{number}", "Sky Tirana reported that prices rose. Two officials of the port authority agreed. "
        "Petra Sund said she cried.", outlet=outlet, published=f"2025-07-{number:02}",
    )  # fmt: skip
    sky = s.who("Sky Tirana", kind="outlet", key="outlet:sky tirana")
    petra = s.who("Petra Sund", key="person:petra sund", role="fish seller", sector="CVL")
    s.say("Sky Tirana", "prices rose", kind="outlet", named=True, entity=sky, relay=("Sky Tirana", outlet))
    s.say("Two officials of the port authority", "", kind="anonymous", act="decline")
    return s.say("Petra Sund", "she cried", named=True, entity=petra)


def told(path: Path) -> Ledger:
    """The small ledger and these."""
    ledger = small(path)
    for story in (
        mayor(1, "The Harbor Post"),
        mayor(2, "Tarrow Echo", role=None, country=None),
        mayor(3, "Tarrow Echo", country="XBB"),
        mayor(4, "Tarrow Echo", role="fish seller", sector="CVL"),
        quoting(1, "The Harbor Post"),
        quoting(2, "Tarrow Echo"),
    ):
        story.keep(ledger)
    return ledger


def opened(path: Path, *stories: Story) -> Ledger:
    """A ledger of these alone."""
    ledger = open_ledger(path)
    for story in stories:
        story.keep(ledger)
    return ledger
