"""Places: the toponyms of an article, how each is used, and which place it means."""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import replace

from reportedly.ground.candidates import Candidate, candidates, name_runs
from reportedly.ground.gazetteer import Feature, Gazetteer, Sense
from reportedly.ground.home import home_of
from reportedly.ground.locate import Located, Weights, locate
from reportedly.ground.senses import setting, stand_together
from reportedly.ground.toponyms import around, features, score
from reportedly.ground.uses import use_of
from reportedly.lexicons import Lexicons
from reportedly.reader.tokens import Tokens
from reportedly.record import Article, Place, Span, Why
from reportedly.record.place import Use

TAKEN_FROM = -0.4
"""Log-odds from which a candidate is a toponym; best for both sets of the training rows together."""
SENSE = "rule:place-sense@1"
FIELDS = ("name", "feature", "geonames_id", "lat", "lon", "country")
"""What is null of a place that is not found."""


def found_places(tokens: Tokens, article: Article, lexicons: Lexicons, gazetteer: Gazetteer) -> tuple[Place, ...]:
    """Every toponym in text order."""
    kept = recognised(tokens, lexicons, gazetteer)
    found = [c for c, _ in kept]
    about = setting(found, tokens, home_of(article, gazetteer), lexicons.actors.countries)
    weights = Weights(lexicons.place_weights["alone"], lexicons.place_weights["together"])
    located = locate(found, about, weights)
    runs = name_runs(tokens)
    out = []
    for k, ((c, odds), where) in enumerate(zip(kept, located, strict=True)):
        use, why = use_of(c, where.sense, tokens, runs, lexicons)
        beside = (found[k + 1].span,) if k in about.beside else ()
        reasons = {
            "span": Why(by=f"rule:toponym-{c.origin}@1", score=_share(odds), evidence=(c.span,)),
            "use": why,
        } | _reasons(c, where, (c.span, *beside))  # fmt: skip
        out.append(_place(f"p{k + 1}", c, where.sense, use, reasons))
    return tuple(out)


def _place(number: str, c: Candidate, s: Sense | None, use: Use, why: dict[str, Why]) -> Place:
    if s is None:
        feature: Feature | None = "other" if c.origin == "street" else None
        return Place(id=number, span=c.span, text=c.text, feature=feature, use=use, why=why)
    return Place(
        id=number, span=c.span, text=c.text, name=s.name, feature=s.feature, use=use, geonames_id=s.geonames_id,
        lat=s.lat, lon=s.lon, country=s.country, why=why,
    )  # fmt: skip


def recognised(tokens: Tokens, lexicons: Lexicons, gazetteer: Gazetteer) -> list[tuple[Candidate, float]]:
    """The candidates that are toponyms, with their log-odds."""
    found = candidates(tokens, gazetteer, lexicons.places)
    about = around(tokens, found, lexicons)
    weights = lexicons.place_weights["toponym"]
    kept = []
    for k, c in enumerate(found):
        first, last, kind = about.runs[c.last]
        if kind == "PERSON" and (first < c.first or last > c.last) and tokens[first].name_start:
            continue  # "Paris Hilton"
        if c.text in lexicons.actors.bodies and not any(s.manner == "seat" or s.feature == "region" for s in c.senses):
            continue  # "U.N.", and not Un in India
        odds = score(features(c, about), weights)
        seat = tuple(s for s in c.senses if s.manner == "seat")
        if seat and not (k + 1 < len(found) and stand_together(tokens, c, found[k + 1])):
            kept.append((replace(c, senses=seat), odds))  # "the White House", not "White House, Tenn."
        elif odds > TAKEN_FROM:
            kept.append((c, odds))
    return kept


def _share(odds: float) -> float:
    return round(1 / (1 + math.exp(-max(min(odds, 30.0), -30.0))), 3)


def _reasons(c: Candidate, where: Located, evidence: Sequence[Span]) -> dict[str, Why]:
    """Why the place is this one, or why it is none."""
    s = where.sense
    if s is None:
        missing = "ambiguous" if c.senses else "not_in_gazetteer"
        fields = [f for f in FIELDS if not (f == "feature" and c.origin == "street")]
        return {f: Why(by=SENSE, missing=missing) for f in fields}
    found = {"name": Why(by=SENSE, score=round(min(where.share, 1.0), 3), evidence=tuple(evidence))}
    for f in ("geonames_id", "lat", "lon"):
        if getattr(s, f) is None:
            found[f] = Why(by=SENSE, missing="not_in_gazetteer")
    if s.country is None:
        found["country"] = Why(by=SENSE, missing="unsupported")  # a sea, a region of several
    return found
