"""Briefs of invented articles, put together without reading: what the tests of linking start from."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from reportedly.connect.brief import Brief, Credit, Mention, Spot
from reportedly.connect.brief.furniture import credit_of, kept_spans
from reportedly.connect.brief.marks import ages_of, numerals_of, streets_of
from reportedly.connect.brief.shingles import placed_runs
from reportedly.connect.brief.terms import proper_of, terms_of


@dataclass(frozen=True)
class Facts:
    """What reading would have found: persons and towns that are named, and the day of the main event."""

    people: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    day: str | None = None


NONE = Facts()


def told(
    text: str,
    outlet: str | None = "The Harbor Post",
    published: str | None = "2024-05-03",
    facts: Facts = NONE,
    id: str | None = None,
) -> Brief:
    """The brief of an article; its id is made from outlet, day and text if none is given."""
    seal = sha256(text.encode()).hexdigest()
    credit, runs = credit_of(text), placed_runs(text, kept_spans(text))
    event = Mention(
        event="e1", trigger=(0, 1), sentence=(0, 1), word="struck", lemma="struck", type="ASSAULT", status="occurred",
        earliest=facts.day, latest=facts.day,
    )  # fmt: skip
    return Brief(
        id=id or f"{outlet} {published} {seal[:12]}", outlet=outlet, published=published, text_sha256=seal,
        words=len(text.split()), terms=terms_of(None, text), proper=proper_of(text), shingles=tuple(runs),
        run_spans=tuple(runs.values()),
        credit=Credit(outlet=credit[0], span=credit[1]) if credit else None,
        spots=tuple(Spot(name=p, feature="city") for p in facts.places),
        names=tuple(f"person:{p}" for p in facts.people), streets=streets_of(text), ages=ages_of(text),
        numerals=numerals_of(text), mentions=(event,),
    )  # fmt: skip
