"""Figures: every different figure for one happening, with who gives it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from reportedly.connect.brief import Brief, Number
from reportedly.connect.brief.words import is_anaphoric
from reportedly.connect.happenings import Cluster
from reportedly.connect.nouns import Dispute, Evidence, Figure, What
from reportedly.connect.origins import origins_of_claim
from reportedly.connect.told import Telling

FITTING = ("killed", "arrested", "displaced", "crowd", "freed", "taken")
"""Kinds of figures that have main happenings of their own; those of anybody else are of what harms people."""
HARMS = frozenset({"killed", "injured", "displaced"})
HARMING = re.compile(
    r"shoot|shot|gunfire|attack|bomb|blast|explo|kill|murder|homicid|stab|crash|collision|sink|sank|sunk|capsiz|fire|"
    r"blaze|"
    r"quake|clash|raid|strike|struck|battle|fight|storm|flood|collaps|derail|massacre|ambush|assault|slay|slain|"
    r"slide|spill|"
    r"eruption|stampede|crush|violence|accident|disaster|leak|poison|riot|brawl|avalanche|overturn|plung|outbreak|"
    r"hurricane|cyclone|typhoon|tornado|cave-?in|caved|came down|gave way|burst|breach|landslip|mudslide|tremor|"
    r"tragedy|"
    r"catastrophe|epidemic|disease|cholera|virus|infect|contaminat|rammed|ramming|wreck|siege|shelling",
    re.I,
)
"""Words of events in which people come to harm, where their type does not say so (an accident has none)."""
RIOTING = re.compile(r"riot|unrest|clash|violence|brawl", re.I)
"""Words of protests in which people come to harm."""
LOSSES = re.compile(r"kill|die|dead|death|lost|lose|lives|wound|hurt|injur|victim|toll|count", re.I)
"""Words of the harm itself, which belongs to what brought it about."""
LEAVING = re.compile(r"evacuat|displac|uproot|exodus|flee|fled|flight", re.I)
MOVING = re.compile(r"mov(?:e|ed|ing)\b|leav|transfer|relocat|resettl|clear", re.I)
"""Words for people who leave their homes, where their event has no other type."""
FREEING = re.compile(r"exchang|swap|free|releas|hand|return|repatriat|liberat|pardon|amnest", re.I)
TAKING = re.compile(r"kidnap|abduct|hostage|captur|seiz|taken|carried|snatch", re.I)
ARRESTING = re.compile(r"arrest|detain|custody|captur|jail|held|seiz|round", re.I)


@dataclass(frozen=True)
class Claim:
    """One figure in one article; `of_part`: it is of a part of the happening, or of what came of it."""

    brief: Brief
    number: Number
    of_part: bool = False

    @property
    def key(self) -> tuple[What, float | None, float | None, str | None, str | None]:
        """What makes two figures one."""
        n = self.number
        return (n.what, n.low, n.high, n.unit, n.group)


Given = Mapping[int, Sequence[Claim]]
"""The claims of every happening, by its place among the clusters of its story."""


def claims_of(clusters: Sequence[Cluster], briefs: Sequence[Brief]) -> Given:
    """Which figure of which article belongs to which happening of a story.

    The dead and the hurt belong to what harmed them, also where the sentence has only "died": to the happening of their
    event, else to one of the same sentence, else to the main one that harms people. Figures of anything else stay with
    their event.
    """
    where = {(b.id, m.event): k for k, c in enumerate(clusters) for b, m in c.mentions}
    mains = {what: _main(clusters, fit, what) for what, fit in _fitting(clusters).items()}
    given: dict[int, list[Claim]] = {}
    things = _happenings_of_things(clusters, briefs, where)
    for b in briefs:
        for n in b.numbers:
            k = things.get(_thing(n)) if n.about else _cluster_of(b, n, clusters, where, mains)
            if k is not None:
                given.setdefault(k, []).append(Claim(b, n))
    return given


Thing = tuple[str, str | None, str | None]
"""What a figure of things or of money counts."""


def _thing(n: Number) -> Thing:
    return n.what, n.unit, n.of


def _happenings_of_things(
    clusters: Sequence[Cluster], briefs: Sequence[Brief], where: Mapping[tuple[str, str], int]
) -> dict[Thing, int]:
    """The happening that figures of one thing, or of money, are of: that which most articles tell of beside them."""
    beside: dict[Thing, Counter[int]] = {}
    for b in briefs:
        told: dict[Thing, set[int]] = {}
        for n in b.numbers:
            if n.about:
                there = (m.event for m in b.mentions if m.sentence[0] <= n.span[0] < m.sentence[1])
                told.setdefault(_thing(n), set()).update(where[b.id, e] for e in there)
        for key, ks in told.items():
            beside.setdefault(key, Counter()).update(ks)
    return {
        key: max(counts, key=lambda k: (counts[k], len(clusters[k].articles), -k))
        for key, counts in beside.items()
        if counts
    }


class _Main(NamedTuple):
    """The main happening of a story that harms people (or in which they are arrested), the articles that tell of it,
    all that do, and those of them that are no more than the harm."""

    happening: int | None
    articles: frozenset[str]
    fitting: frozenset[int]
    mere: frozenset[int]


def _cluster_of(
    b: Brief,
    n: Number,
    clusters: Sequence[Cluster],
    where: Mapping[tuple[str, str], int],
    mains: Mapping[str, _Main],
) -> int | None:
    own = where.get((b.id, n.event)) if n.event else None
    if n.what not in HARMS and n.what != "arrested" and not n.group:
        return own
    what = _kind(n, mains)
    main, told, fitting, _ = mains[what]
    at, end = n.span
    near = [where[b.id, m.event] for m in b.mentions if end and m.sentence[0] <= at < m.sentence[1]]
    fit = [k for k in ([own] if own is not None else []) + near if k in fitting]
    if main is None:
        return fit[0] if fit else own
    inside = b.id in told
    fit = [k for k in fit if not _is_of(clusters[k], k, mains[what])]
    strong = [k for k in fit if 2 * len(clusters[k].articles) >= len(told) or not inside]
    return strong[0] if strong else main


def _is_of(cluster: Cluster, k: int, main: _Main) -> bool:
    """Whether a happening is no other than the main one, as far as figures go: a word that stands for it ("the
    disaster"), mere harm that most of its articles know from it, a crowd of those whom all its articles tell of."""
    known = len(main.articles.intersection(cluster.articles))
    if k == main.happening or main.happening in main.mere:
        return False
    if all(is_anaphoric(m.lemma) for _, m in cluster.mentions):
        return True
    if k in main.mere:
        return 2 * known >= len(cluster.articles)
    return cluster.type == "PROTEST" and known == len(cluster.articles)


def _kind(n: Number, mains: Mapping[str, _Main]) -> str:
    """Which of the main happenings a figure may be of: those who fled are of the flight, where that is told of."""
    if n.group == "taking part":
        return "crowd"
    if n.what == "displaced" and mains["displaced"].happening is None:
        return "killed"
    if n.group in ("freed", "taken") and mains[n.group].happening is not None:
        return n.group
    return n.what if n.what in mains else "killed"


def _main(clusters: Sequence[Cluster], fit: Sequence[int], what: str) -> _Main:
    """The happening of a story in which most articles see people harmed (or arrested), of those in which any are."""

    def size(k: int) -> tuple[int, int, int]:
        return len(clusters[k].articles), len(clusters[k].mentions), -k

    mere = frozenset(k for k in fit if _mere_harm(clusters[k])) if what == "killed" else frozenset[int]()
    best = max(fit, key=size, default=None)
    if best in mere:
        harmed = set(clusters[best].articles)
        enough = (k for k in fit if 2 * len(harmed.intersection(clusters[k].articles)) >= len(harmed))
        causes = [k for k in enough if k not in mere]
        best = max(causes, key=lambda k: (_names_cause(clusters[k]), size(k)), default=best)
    told = frozenset(clusters[best].articles if best is not None else ())
    return _Main(best, told, frozenset(fit), mere)


def _mere_harm(cluster: Cluster) -> bool:
    """Whether most words for it tell of the harm only ("died", "killed"), not of what brought it about."""
    words = [m.word for _, m in cluster.mentions]
    return 2 * sum(map(_is_loss, words)) > len(words)


def _names_cause(cluster: Cluster) -> bool:
    """Whether most words for it are of such as harm people ("attack", "crash"), not only its type."""
    words = [m.word for _, m in cluster.mentions]
    return 2 * sum(bool(HARMING.search(w)) for w in words) > len(words)


def _fitting(clusters: Sequence[Cluster]) -> dict[str, list[int]]:
    """By each kind of figure, the clusters most of whose mentions are of an event that has such."""
    fitting: dict[str, list[int]] = {what: [] for what in FITTING}
    for k, c in enumerate(clusters):
        of = [_figures_of(m.type, m.mode, m.word) for _, m in c.mentions]
        for what in set().union(*of):
            if 2 * sum(what in whats for whats in of) > len(of):
                fitting[what].append(k)
        alone = fitting["displaced"][-1:] == [k] and len(c.articles) == 1
        if alone and not any(LEAVING.search(m.word) for _, m in c.mentions):
            fitting["displaced"].pop()
    return fitting


@lru_cache(maxsize=10_000)
def _figures_of(type: str | None, mode: str | None, word: str) -> frozenset[str]:
    """Of whom an event has figures: people are harmed in it, arrested, driven out, or gather."""
    harming = type in (None, "ACCUSE", "AID", "COERCE", "RETREAT") and HARMING.search(word)
    arresting = type in (None, "COERCE", "ASSAULT") and ARRESTING.search(word)
    there = {
        "killed": type == "ASSAULT" or harming or RIOTING.search(word),
        "arrested": (type == "COERCE" and mode in ("arrest", None)) or arresting,
        "displaced": LEAVING.search(word) or (type in (None, "RETREAT") and MOVING.search(word)),
        "crowd": type == "PROTEST",
        "freed": FREEING.search(word),
        "taken": type in ("ASSAULT", "COERCE") and TAKING.search(word),
    }
    return frozenset(what for what, is_so in there.items() if is_so)


@lru_cache(maxsize=10_000)
def _is_loss(word: str) -> bool:
    return bool(LOSSES.search(word))


def shown(low: float | None, high: float | None) -> str:
    """A range in words."""
    if low == high:
        return f"{low:g}"
    return f"at least {low:g}" if high is None else f"at most {high:g}" if low is None else f"{low:g}-{high:g}"


def figures_of(claims: Sequence[Claim], disputes: Sequence[Dispute], telling: Telling) -> tuple[Figure, ...]:
    """The figures of one happening, one for each different range; the best of each kind first: of the dead one that no
    later one supersedes (of the hurt, the first reports are mostly the fullest: incidents/dev, injured exact 72.5
    against 69.0). Figures that are only named as no longer holding are left out."""
    groups: dict[tuple[object, ...], list[Claim]] = {}
    for c in claims:
        if not c.number.outdated:
            groups.setdefault(c.key, []).append(c)
    copies = telling.original_of
    old = {(d.what, d.values[0]) for d in disputes if d.kind == "superseded" and d.values}

    def rank(g: Sequence[Claim]) -> tuple[object, ...]:
        n = g[0].number
        return (n.what != "killed" or (n.what, shown(n.low, n.high)) not in old, *_rank(g, copies))

    return tuple(_figure(g, telling) for g in sorted(groups.values(), key=rank, reverse=True))


def _rank(g: Sequence[Claim], copies: Mapping[str, str]) -> tuple[object, ...]:
    """Higher is better: of the happening itself, stated for the whole, in a title, exact, carried by most texts of
    their own, latest."""
    itself = any(not c.of_part for c in g)
    whole = any(c.number.part is None for c in g)
    stated = any(c.number.basis is None or c.number.high is None for c in g)
    own = {c.brief.id for c in g} - set(copies)
    exact = all(c.number.low == c.number.high for c in g)
    latest = max((c.brief.published or "" for c in g), default="")
    headline = any(c.number.headline for c in g)
    return (itself, whole, stated, exact, headline, len(own), latest, -(g[0].number.low or 0))


def _figure(g: Sequence[Claim], telling: Telling) -> Figure:
    n = g[0].number
    own = [c for c in g if not c.of_part] or g  # who gives it for a part does not give it for the whole
    voices = [(c.brief, telling.voices[c.brief.id].get(c.number.voice or "")) for c in own]
    givers = [(b, v) for b, v in voices if v is None or v.act != "deny"]
    scopes = Counter(c.number.scope for c in g if c.number.scope)
    return Figure(
        what=n.what, low=n.low, high=n.high, unit=n.unit, of=n.group or n.of, of_part=all(c.of_part for c in g),
        scope=scopes.most_common(1)[0][0] if scopes else None,
        articles=tuple(dict.fromkeys(c.brief.id for c in g)), origins=origins_of_claim(givers, telling),
        evidence=tuple(Evidence(article=c.brief.id, span=c.number.span) for c in g if c.number.span[1]),
    )  # fmt: skip
