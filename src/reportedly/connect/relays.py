"""Relays: the outlets that an article names, resolved to outlets and articles of its story."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from reportedly.connect.brief import Brief, Passing, passings
from reportedly.connect.brief.passings import is_short_form

ALIKE = 0.3
"""Share of a relaying sentence's words that the relayed article must have, to be taken for what was passed on. On the
even lineage stories relayed articles have 0.45 and more; other articles of one outlet on other matters about 0.15."""
AGENCY = ("wire", "agency", "press", "newswire")


bare = lru_cache(maxsize=10_000)(passings.bare)
"""An outlet's name as it is compared; a story asks for its few names all the time."""


@dataclass(frozen=True)
class Relay:
    """That an article names an outlet as having carried the matter; `to` is that outlet's article, where one fits."""

    brief: Brief
    passing: Passing
    outlet: str
    to: Brief | None
    score: float

    @property
    def is_credit(self) -> bool:
        """Is the whole article credited to it?"""
        return self.passing.how == "credit"


def relays_of(briefs: Sequence[Brief]) -> dict[str, tuple[Relay, ...]]:
    """Relays by the article that names them. Articles must be in order: only earlier ones can have been relayed, so
    that outlets citing one another make no circle."""
    names: dict[str, str] = {}
    by_outlet: dict[str, list[tuple[int, Brief]]] = {}
    for k, b in enumerate(briefs):
        if b.outlet:
            names.setdefault(bare(b.outlet), b.outlet)
            by_outlet.setdefault(bare(b.outlet), []).append((k, b))
    longer: dict[str, list[str]] = {}
    out: dict[str, tuple[Relay, ...]] = {}
    stems: dict[str, frozenset[str]] = {}
    for k, b in enumerate(briefs):
        found = []
        for p in b.passings:
            short = bare(p.outlet)
            if short not in longer:  # once for each name: outlets times articles would be a square
                longer[short] = [n for n in names if is_short_form(short, n)]
            outlet = _outlet(p, b, names, longer[short])
            if outlet is None:
                continue
            earlier = [e for n, e in by_outlet.get(bare(outlet), ()) if n < k and e.text_sha256 != b.text_sha256]
            to, score = _article(p, earlier, stems)
            found.append(Relay(b, p, outlet, to, score))
        if found:
            out[b.id] = tuple(found)
    return out


def _outlet(p: Passing, b: Brief, names: dict[str, str], wholes: Sequence[str]) -> str | None:
    """The outlet by its full name; None where it is the article's own, or nothing makes the name an outlet's. `wholes`
    are the bare names of which its name is a short form."""
    name, own = bare(p.outlet), bare(b.outlet or "")
    if own and (name == own or is_short_form(name, own)):
        return None
    if name in names:
        return names[name]
    longer = [names[n] for n in wholes if n != own]
    ending = [n for n in longer if bare(n).endswith(f" {name}")]  # a name's first word may be a country's
    if len(longer) == 1 and (p.sure or ending):
        return longer[0]
    return p.outlet if p.sure else None


LATEST = 50
"""Earlier articles of one outlet that are looked at: the latest; a story of a thousand pieces stays linear."""


def _article(p: Passing, earlier: Sequence[Brief], stems: dict[str, frozenset[str]]) -> tuple[Brief | None, float]:
    """The article that tells most of what the relaying sentence tells; of equals the latest."""
    best: tuple[float, int] | None = None
    for k, e in enumerate(earlier[-LATEST:]):
        words = stems.setdefault(e.id, frozenset(t for t, _ in e.terms))
        share = sum(w in words for w in p.words) / len(p.words) if p.words else 0.0
        if share >= ALIKE and (best is None or (share, k) > best):
            best = (share, k)
    return (earlier[-LATEST:][best[1]], best[0]) if best else (None, 0.0)


def is_agency(name: str) -> bool:
    """Does an outlet's name say that it is an agency?"""
    return bare(name).split()[-1:] != [] and bare(name).split()[-1] in AGENCY


def outlet_voices(b: Brief, relays: Sequence[Relay]) -> set[str | None]:
    """The statements of one article that an outlet makes: it passes on, and is no origin."""
    out: set[str | None] = {r.passing.voice for r in relays if r.passing.how not in ("told", "credit")}
    names = {bare(r.outlet) for r in relays} | ({bare(b.outlet)} if b.outlet else set())
    for v in b.voices:
        called = bare(v.words or v.name or "")
        if called and any(called == n or is_short_form(called, n) for n in names):
            out.add(v.statement)
    return out
