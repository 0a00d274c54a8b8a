"""Origins: how many independent sources something rests on, as a range.

Copies and relays add nothing. Who speaks for a body is that body; unnamed people of two outlets may be the same; an
outlet that names nobody may know it for itself or from any of the others (rules: docs/origins.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from reportedly.connect.attach import (
    DEALT_WITH_IT,
    DID_IT,
    IS_PARTY,
    MAY_KNOW,
    TELLS_OF_IT,
    Told,
    denied_only,
    denies,
    matter_of,
    names_somebody,
    passes_on,
    speaks_to,
)
from reportedly.connect.brief import Brief, Voice
from reportedly.connect.happenings import Cluster
from reportedly.connect.heard import Heard
from reportedly.connect.independence import GENERIC, Tie, at_least, noun_of, ties_between
from reportedly.connect.nouns import Evidence, Origin, Origins
from reportedly.connect.relays import Relay, bare
from reportedly.connect.speakers import Speaker
from reportedly.connect.told import Telling

MOST_TRACED = 1
"""Origins of a relayed article up to which a chain is traced into it: with more, nobody knows which was passed on."""


@dataclass
class _Found:
    """What has been found so far: origins by key, outlets that name nobody or pass on, chains, and the bare names of
    all links in those of an article."""

    speakers: dict[str, Speaker] = field(default_factory=dict)
    articles: dict[str, dict[str, list[Evidence]]] = field(default_factory=dict)
    why: dict[str, str] = field(default_factory=dict)
    own: dict[str, Brief] = field(default_factory=dict)
    beyond: dict[str, list[Relay]] = field(default_factory=dict)
    chains: dict[tuple[str, ...], None] = field(default_factory=dict)
    of_article: dict[str, list[tuple[str, ...]]] = field(default_factory=dict)
    links: dict[str, set[str]] = field(default_factory=dict)

    def add(self, speakers: Iterable[Speaker], b: Brief, evidence: Iterable[Evidence], why: str) -> None:
        """The origins that one voice of an article gives."""
        for speaker in speakers:
            self.speakers.setdefault(speaker.key, speaker)
            if self.why.get(speaker.key, MAY_KNOW) == MAY_KNOW:
                self.why[speaker.key] = why
            self.articles.setdefault(speaker.key, {}).setdefault(b.id, []).extend(evidence)

    def chain(self, links: Iterable[str | None], b: Brief) -> None:
        """One chain: origin first, then every outlet, the article last; names that repeat stand once."""
        out: dict[str, str] = {}
        for link in (*links, b.outlet):
            if link:
                out.setdefault(bare(link), link)
        whole = (*out.values(), b.id)
        if whole not in self.chains:
            self.chains[whole] = None
            self.of_article.setdefault(b.id, []).append(whole)
            self.links.setdefault(b.id, set()).update(out)

    def passed(self, r: Relay, b: Brief) -> None:
        """The chain from an outlet that an article passes on, where no other goes through it."""
        if bare(r.outlet) not in self.links.get(b.id, ()):
            self.chain((r.outlet,), b)


def origins_of(cluster: Cluster, telling: Telling) -> Origins:
    """The origins of one happening."""
    found = _Found()
    stands = list(_stands(cluster, telling))
    against = frozenset().union(*(s.against for s in stands))
    deniers = against.union(*(telling.deniers[s.brief.id] for s in stands))
    barred = {DEALT_WITH_IT: against, IS_PARTY: against, DID_IT: against, TELLS_OF_IT: deniers}
    for s in stands:
        voices = [
            (v, why) for v in s.told.speaking
            if (why := speaks_to(v, s.told)) and not _is_among(s.brief, v, barred.get(why, s.against), telling)
        ]  # fmt: skip
        relays = [r for r in telling.relays.get(s.brief.id, ()) if passes_on(r, s.told)]
        if s.against and not voices and not relays:
            continue  # who speaks there is against it: the article's own words are no further origin
        _article(found, s.brief, (voices, relays, s.told), telling)
    return _counted(found, telling)


@dataclass(frozen=True)
class _Stand:
    """One article of a happening: what it tells of it, and the keys of those who deny it there."""

    brief: Brief
    told: Told
    against: frozenset[str]


def _stands(cluster: Cluster, telling: Telling) -> Iterator[_Stand]:
    """Every article of a happening, by publication."""
    here: dict[str, set[str]] = {}
    for b, m in cluster.mentions:
        here.setdefault(b.id, set()).add(m.event)
    effects: dict[str, set[str]] = {}
    for b, m in cluster.effects:
        effects.setdefault(b.id, set()).add(m.event)
    hurt = sum(m.event in telling.heard(b).hurtful for b, m in cluster.mentions)
    matter = matter_of(cluster, hurt, telling.is_main(cluster))
    for id, events in here.items():
        b = telling.by_id[id]
        hearing = telling.heard(b)
        told = Told(hearing, hearing.mentions(events, cluster.lemmas), matter, frozenset(effects.get(id, ())))
        denying = [hearing.voices[s] for s in hearing.on(told.events) if denies(hearing.voices[s], told)]
        against = frozenset(s.key for v in denying if (s := telling.speakers.of(b, v)))
        yield _Stand(b, told, against)


def _is_among(b: Brief, v: Voice, keys: frozenset[str], telling: Telling) -> bool:
    """Is a voice one of these, who deny?"""
    speaker = telling.speakers.of(b, v) if keys else None
    return speaker is not None and speaker.key in keys


def origins_of_claim(pairs: Sequence[tuple[Brief, Voice | None]], telling: Telling) -> Origins:
    """The origins of one claim (a figure), from who gives it in each article; None: the article itself does."""
    given: dict[str, list[Voice]] = {}
    by_id = {b.id: b for b, _ in pairs}
    for b, v in pairs:
        given.setdefault(b.id, []).extend([v] if v else [])
    found = _Found()
    for b in sorted(by_id.values(), key=lambda b: b.order):
        sentences = {v.sentence for v in given[b.id]}
        ids = {v.statement for v in given[b.id]}
        relays = [
            r for r in telling.relays.get(b.id, ())
            if r.is_credit or r.passing.sentence in sentences or r.passing.voice in ids
        ]  # fmt: skip
        _article(found, b, ([(v, "gives it") for v in given[b.id]], relays, None), telling)
    return _counted(found, telling)


def _article(
    found: _Found, b: Brief, has: tuple[list[tuple[Voice, str]], list[Relay], Told | None], telling: Telling
) -> None:
    """Add what one article gives: its voices, its relays, or itself where it names nobody."""
    voices, relays, told = has
    denied, is_lead = (denied_only(told), told.is_lead) if told else (False, False)
    original = telling.original_of.get(b.id)
    if original is not None:
        for links in found.of_article.get(original, ()):
            found.chain(links[:-1], b)
        if original in found.of_article:
            return
    credits = [r.outlet for r in relays if r.is_credit]
    passed = [r for r in relays if not r.is_credit]
    named = bool(passed)
    explained: set[object] = set()
    for v, why in _own_voices(voices, telling.heard(b), telling.outlet_voices[b.id]):
        through = _through(v, passed) if passed else ()
        speaker = telling.speakers.of(b, v, told=through[0] if through else credits[0] if credits else None)
        if speaker is None and telling.speakers.is_outlet(v):
            found.chain((v.name,), b)  # it carries the matter, and says no more of whom it has it from
        if speaker is None or _is_theirs(v, speaker, through, (passed, found, telling)):
            continue
        named = True
        explained.add(v.sentence)
        found.add(telling.speakers.each(speaker), b, telling.evidence(b, v), why)
        found.chain((speaker.name, *through, *credits), b)
    for r in passed:
        _relay(found, b, r, (r.passing.sentence in explained, telling))
    for r in telling.relays.get(b.id, ()) if is_lead else ():
        if not r.is_credit:
            found.passed(r, b)
    if not named and not denied and not (told and (not told.leads or names_somebody(told))):
        outlet = credits[0] if credits else b.outlet
        found.own.setdefault(bare(outlet) if outlet else b.id, b)
        found.chain(credits, b)


def _own_voices(voices: Sequence[tuple[Voice, str]], heard: Heard, passing: set[str | None]) -> list[tuple[Voice, str]]:
    """Those that no outlet makes, and that are not only a part of what somebody else says ("Resk said investigators
    found ...", "the two firms have agreed to merge, two people said")."""
    whole = {v.statement for v, _ in voices} - passing
    own = [(v, why) for v, why in voices if v.statement in whole and v.parent not in whole]
    said = {v.statement for v, _ in own}
    return [(v, why) for v, why in own if said.isdisjoint(heard.around_voices.get(v.statement, ()))]


def _through(v: Voice, passed: Sequence[Relay]) -> tuple[str, ...]:
    """The other outlets that a voice's words came through, by its sentence."""
    told = [r for r in passed if r.passing.voice == v.statement and r.passing.how == "told"]
    around = [r for r in passed if r.passing.how != "told" and (r.passing.voice == v.parent and v.parent is not None)]
    return tuple(dict.fromkeys(r.outlet for r in (*told, *around)))


def _is_theirs(v: Voice, speaker: Speaker, through: Sequence[str], at: tuple[Sequence[Relay], _Found, Telling]) -> bool:
    """Is somebody unnamed one whom the own article of an outlet has that is passed on: where the words came through it
    anybody unnamed, beside its name those who are called the same, or the only person whom it calls so?"""
    passed, found, telling = at
    if speaker.kind != "anonymous" or not passed:
        return False
    beside = [r.outlet for r in passed if r.passing.sentence == v.sentence or r.passing.voice == v.statement]
    came = {bare(o) for o in through[:1]}
    outlets, noun = {*came, *map(bare, beside)}, noun_of(speaker)
    unnamed = [(s, bare(s.outlet or "")) for s in found.speakers.values() if s.kind == "anonymous"]
    if any(
        o in came or (o in outlets and noun_of(s) == noun and s.of_body in (None, speaker.of_body)) for s, o in unnamed
    ):
        return True
    return v.people == 1 and noun not in GENERIC and telling.speakers.called(noun, outlets)


def _relay(found: _Found, b: Brief, r: Relay, at: tuple[bool, Telling]) -> None:
    """Add a relay: the chain goes on into the article that was relayed, where that has one origin."""
    explained, telling = at
    there = found.of_article.get(r.to.id, []) if r.to else []
    if 0 < len(there) <= MOST_TRACED:
        known = {bare(x.outlet) for x in telling.briefs if x.outlet} | set(found.beyond)
        whole = [c for c in there if len(c) == 3 and bare(c[0]) not in known]  # an origin, its outlet, the article
        if whole:
            found.chain((whole[0][0], r.outlet), b)
    found.passed(r, b)
    if not explained and r.passing.how not in ("onward", "told"):
        found.beyond.setdefault(bare(r.outlet), []).append(r)


def _counted(found: _Found, telling: Telling) -> Origins:
    """The range, the origins with what may be the same, and what is unknown."""
    beyond, own = _beyond(found, telling), _own(found, telling)
    every = list(found.speakers.values())
    ties = ties_between(every)
    most = max(1, len(every) + len(own) + len(beyond))
    sure = [s for s in every if found.why[s.key] != MAY_KNOW]
    least = min(most, max(1, at_least(sure)))
    return Origins(
        at_least=least, at_most=most, chains=tuple(found.chains),
        origins=(*_speakers(found, every, ties), *_outlets(own, beyond)),
        unknown=tuple(dict.fromkeys((*(t.unknown for t in ties), *_unknown(own, beyond)))),
    )  # fmt: skip


def _beyond(found: _Found, telling: Telling) -> dict[str, list[Relay]]:
    """What is passed on of outlets whose own article is not here."""
    if not found.beyond:
        return {}
    covered = {_outlet(telling.by_id[a]) for a in found.of_article}
    return {k: rs for k, rs in found.beyond.items() if k not in covered}


def _own(found: _Found, telling: Telling) -> dict[str, Brief]:
    """The outlets that name nobody in any of their articles."""
    if not found.own:
        return {}
    named = {_outlet(telling.by_id[a]) for by in found.articles.values() for a in by}
    named |= {_outlet(r.brief) for rs in found.beyond.values() for r in rs}
    return {k: b for k, b in found.own.items() if k not in named}


def _outlet(b: Brief) -> str:
    return bare(b.outlet or "")


def _speakers(found: _Found, every: Sequence[Speaker], ties: Sequence[Tie]) -> Iterator[Origin]:
    maybe: dict[str, list[str]] = {}
    for t in ties:
        maybe.setdefault(t.one, []).append(t.other)
        maybe.setdefault(t.other, []).append(t.one)
    for s in every:
        articles = found.articles[s.key]
        yield Origin(
            key=s.key, name=s.name, kind="organisation" if s.kind == "body" else s.kind, articles=tuple(articles),
            maybe=tuple(maybe.get(s.key, ())), why=found.why[s.key],
            evidence=tuple(chain.from_iterable(articles.values())),
        )  # fmt: skip


def _outlets(own: dict[str, Brief], beyond: dict[str, list[Relay]]) -> Iterator[Origin]:
    for k, b in own.items():
        name = b.outlet or "an unknown outlet"
        yield Origin(key=f"outlet:{k}", name=name, kind="outlet", articles=(b.id,), why="names nobody")
    for k, rs in beyond.items():
        yield Origin(
            key=f"outlet:{k}", name=rs[0].outlet, kind="outlet", articles=tuple(dict.fromkeys(r.brief.id for r in rs)),
            why="is passed on; whom it has it from is not known here",
            evidence=tuple(Evidence(article=r.brief.id, span=s) for r in rs for s in r.passing.spans),
        )  # fmt: skip


def _unknown(own: dict[str, Brief], beyond: dict[str, list[Relay]]) -> Iterator[str]:
    """In words, whom outlets may have it from."""
    yield from (f"whom {b.outlet or 'an unknown outlet'} has it from: it names nobody" for b in own.values())
    yield from (f"whom {rs[0].outlet} has it from" for rs in beyond.values())
