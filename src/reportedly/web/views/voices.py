"""Who says so: each origin with the ways by which it reached the articles, and what of the range cannot be known."""

from __future__ import annotations

from collections.abc import Iterator

from reportedly.connect.nouns import Evidence, Happening, Origin, Origins
from reportedly.connect.wording import listed, outlets_words
from reportedly.ledger.linked.cuttings import Dossier
from reportedly.record.span import Noun
from reportedly.web.words import plural

NAMES_NOBODY = "names nobody"
"""Why an outlet is an origin by itself."""

SILENT = 3
"""Outlets that name nobody and are told of one by one; more of them are one line."""

NAMED = 8
"""Origins that the reason of a range names; of more it says how many there are."""


class Way(Noun):
    """How the words of an origin came into some articles: through these outlets, which lie between."""

    through: tuple[str, ...] = ()
    articles: tuple[str, ...]


class VoiceView(Noun):
    """An origin: its name and kind, why it is one, how it reached the articles, the names of those that may be the same
    or rest on the same. `silent`: an outlet that names nobody."""

    key: str
    name: str
    kind: str
    why: str | None = None
    silent: bool = False
    ways: tuple[Way, ...] = ()
    maybe: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()


class Range(Noun):
    """How many independent origins, at least and at most, and why so."""

    at_least: int
    at_most: int
    because_most: str
    because_least: str


def voices(h: Happening) -> tuple[VoiceView, ...]:
    """The origins of a happening, those that are silent last."""
    names = {o.key: o.name for o in h.origins.origins}
    every = [
        VoiceView(
            key=o.key, name=o.name, kind=o.kind, why=o.why, silent=is_silent(o), ways=ways(h, o),
            maybe=tuple(dict.fromkeys(names[k] for k in o.maybe if k in names)), evidence=o.evidence,
        )
        for o in h.origins.origins
    ]  # fmt: skip
    return tuple(sorted(every, key=lambda v: v.silent))


def is_silent(o: Origin) -> bool:
    """Is it an outlet that names nobody?"""
    return o.kind == "outlet" and o.why == NAMES_NOBODY


def ways(h: Happening, o: Origin) -> tuple[Way, ...]:
    """The chains of an origin, those that came one way together."""
    by_way: dict[tuple[str, ...], list[str]] = {}
    for chain in h.origins.chains:
        if chain[0] == o.name and len(chain) > 1:
            by_way.setdefault(chain[1:-2], []).append(chain[-1])
    if not by_way:
        by_way[()] = list(o.articles)
    return tuple(Way(through=way, articles=tuple(dict.fromkeys(articles))) for way, articles in by_way.items())


def range_of(origins: Origins) -> Range:
    """The range with its reasons. How it is counted is told in docs/linking.md."""
    low, high = origins.at_least, origins.at_most
    names = [o.name for o in origins.origins]
    if len(names) > 1:
        most = f"each may know it otherwise than through another: {listed(names, NAMED)}"
    elif names:
        most = f"there is no other who could know it than {names[0]}"
    else:
        most = "no article names anybody who could know it; somebody must"
    least = "no two of them may be the same or rest on the same" if low == high else _merged(origins)
    if low == high == 1:
        least = "there is always at least one"
    return Range(at_least=low, at_most=high, because_most=most, because_least=least)


def _merged(origins: Origins) -> str:
    """Which of the origins may be one."""
    names = {o.key: o.name for o in origins.origins}
    place = {key: n for n, key in enumerate(names)}
    pairs = [(o.key, k) for o in origins.origins for k in o.maybe if k in names]
    once = dict.fromkeys((a, b) if place[a] < place[b] else (b, a) for a, b in pairs)
    told = [f"{names[a]} and {names[b]} may be or rest on the same" for a, b in once]
    if silent := [o.name for o in origins.origins if is_silent(o)]:
        told.append(f"{listed(silent, NAMED)} may have it from any of the others")
    if passed := [o.name for o in origins.origins if o.kind == "outlet" and not is_silent(o)]:
        told.append(f"whom {listed(passed, NAMED)} has it from is not known")
    shown = told[:NAMED]
    more = f"; and {len(told) - NAMED:,} more" if len(told) > NAMED else ""
    return "; ".join(shown) + more if shown else "they may rest on one another"


def unknowns(found: Dossier) -> Iterator[str]:
    """What nobody can tell from these articles."""
    h, every = found.happening, found.articles
    if lost := [c for c in every if c.lost]:
        yield f"why {plural(len(lost), 'article')} can no longer be had ({outlets_words(lost)}); the text is kept here"
    if h.date is None:
        yield "when it happened: no article gives a date that could be read"
    if undated := sum(1 for c in every if not c.published):
        yield f"when {plural(undated, 'article')} came out: no date of publication"
    if nameless := sum(1 for c in every if not c.outlet):
        yield f"which outlet {plural(nameless, 'article')} came from"
    if len(every) < len(h.articles):
        yield f"what {plural(len(h.articles) - len(every), 'article')} said that was forgotten since"
    one_by_one = [f"whom {o.name} has it from: it names nobody" for o in h.origins.origins if is_silent(o)]
    if len(one_by_one) > SILENT:
        yield f"whom {len(one_by_one):,} outlets have it from: they name nobody"
        yield from (words for words in h.origins.unknown if words not in one_by_one)
    else:
        yield from h.origins.unknown
