"""Two figures for one thing: whether they differ, and in what way (README-cross's table, field by field).

A pair is judged by what each counts (scope, part), by whom (opposed or not) and when.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cached_property, lru_cache
from itertools import combinations

from reportedly.connect.brief import Number
from reportedly.connect.brief.aliases import normal
from reportedly.connect.brief.tolls import OTHERS, OWN_PEOPLE, SOME_ONLY
from reportedly.connect.brief.words import root
from reportedly.connect.figures import Claim, shown
from reportedly.connect.nouns import Dispute, DisputeKind, Evidence, Reason
from reportedly.connect.sides import Side, opposed, side_in, side_of

BY = "rule:figures@1"
SAME_TIME = 3.0
"""Hours within which two articles are told at one time: less than news takes to supersede its figures."""
ONE_MORE = 2
"""How many attackers a figure with them may hold more than one without."""
ONE_BODY = frozenset({"state", "police", "rebels", "employer"})
"""Camps that are one body in a story where no state is named with them: a ministry and its spokesman."""
FEW_MORE = 0.25
"""Which share of the others those whom one figure counts in addition may be (a crew among its passengers)."""
TOO_MANY = 10
"""How many times as many things are others."""
COMPARED = frozenset({"killed", "injured", "arrested", "displaced"})


@dataclass(frozen=True)
class Tally:
    """One figure as one source gives it: its claims, in order of publication, and what it includes or leaves out;
    `nations` are the states whose sides give figures of the same happening; `corrected` are the keys of the figures
    that its articles name as no longer holding."""

    claims: tuple[Claim, ...]
    scope: str | None = None
    nations: frozenset[str] = frozenset()
    corrected: frozenset[object] = frozenset()

    @cached_property
    def number(self) -> Number:
        """The figure as it is given first."""
        return self.claims[0].number

    @cached_property
    def key(self) -> object:
        """What makes two figures one."""
        return self.claims[0].key

    @cached_property
    def low(self) -> float:
        """Its lower bound; 0 where it has none."""
        return self.number.low or 0.0

    @cached_property
    def high(self) -> float:
        """Its upper bound; infinite where it is open."""
        high = self.number.high
        return float("inf") if high is None else high

    @cached_property
    def open(self) -> bool:
        """Whether it leaves room above or below."""
        return self.number.low is None or self.number.high is None

    @cached_property
    def part(self) -> str | None:
        """Which part it counts, where it says so."""
        return next((c.number.part for c in self.claims if c.number.part), None)

    @property
    def onward(self) -> bool:
        """Whether it counts on from an earlier figure."""
        return any(c.number.onward for c in self.claims)

    def leaves_room_for(self, other: Tally) -> bool:
        """Is there a number that both figures allow?"""
        return self.low <= other.high and other.low <= self.high

    def shares_an_article_with(self, other: Tally) -> bool:
        """Does one article give both?"""
        return not self._carriers.isdisjoint(other._carriers)

    @cached_property
    def side(self) -> Side:
        """Where its source stands."""
        return _side(self.claims[0], self.nations)

    @cached_property
    def articles(self) -> tuple[str, ...]:
        """The articles that carry it."""
        return tuple(dict.fromkeys(c.brief.id for c in self.claims))

    @cached_property
    def _carriers(self) -> frozenset[str]:
        return frozenset(self.articles)

    @cached_property
    def about(self) -> frozenset[str]:
        """Of things, the roots of the words that its sentences have."""
        return frozenset(r for c in self.claims for r in c.number.about)

    @cached_property
    def evidence(self) -> tuple[Evidence, ...]:
        """Its words in every text; a title's have no place."""
        return tuple(Evidence(article=c.brief.id, span=c.number.span) for c in self.claims if c.number.span[1])

    @cached_property
    def first(self) -> str:
        """When it was first told; unknown is last."""
        return min(c.brief.published or "9999" for c in self.claims)

    @cached_property
    def last(self) -> str:
        """When it was last told; unknown is first."""
        return max(c.brief.published or "" for c in self.claims)

    @cached_property
    def moment(self) -> datetime | None:
        """When it was first told, as far as a date is known; one without a zone is taken as UTC."""
        try:
            moment = datetime.fromisoformat(self.first.replace("Z", "+00:00"))
        except ValueError:
            return None
        return moment if moment.tzinfo else moment.replace(tzinfo=UTC)

    @cached_property
    def shown(self) -> str:
        """Its range in words."""
        return shown(self.number.low, self.number.high)


def tallies_of(claims: Sequence[Claim]) -> list[Tally]:
    """Claims by what, range, scope and source. A figure whose scope only one telling of it states has that scope
    everywhere: whoever relays "seven with the attacker" often says "seven"."""
    stated: dict[object, set[str]] = {}
    for c in claims:
        if c.number.scope and c.number.scope not in (OWN_PEOPLE, SOME_ONLY) and not c.number.part:
            stated.setdefault(c.key, set()).add(c.number.scope)
    nations = frozenset(filter(None, (side_of(c.number.source).nation for c in claims)))
    groups: dict[tuple[object, str | None, str | None, Side], list[Claim]] = {}
    for c in claims:
        n = c.number
        if (n.source if n.about else n.what in COMPARED or n.group) and not n.outdated:
            of = stated.get(c.key, set()) if not n.part else set()
            scope = n.scope or (next(iter(of)) if len(of) == 1 else None)
            groups.setdefault((c.key, scope, n.part, _side(c, nations)), []).append(c)
    old: dict[str, set[object]] = {}
    for c in claims:
        if c.number.outdated:
            old.setdefault(c.brief.id, set()).add(c.key)
    return [
        Tally(tuple(g), key[1], nations, frozenset(k for c in g for k in old.get(c.brief.id, ())))
        for key, g in groups.items()
    ]


def _side(c: Claim, nations: frozenset[str]) -> Side:
    """Where the source of a claim stands; whoever speaks for a body is known by the body."""
    source = c.number.source or ""
    voice = next((v for v in c.brief.voices if v.statement == c.number.voice), None)
    body = voice.body if voice and voice.name and voice.name in source else None
    side = side_in(f"{source} | {body}" if body else c.number.source, c.brief.outlet, nations)
    if side.camp == "state" or not (body or side.words):
        return side
    return replace(side, words=body or normal(side.words))


def disputes_between(tallies: Sequence[Tally]) -> list[Dispute]:
    """Every pair of different figures of one kind, judged; equal pairs of figures are one dispute."""
    found: dict[tuple[DisputeKind, object, object], list[tuple[Tally, Tally, str]]] = {}
    parties = _parties(tallies)
    ordered = sorted(tallies, key=lambda t: (t.first, t.low, t.high))
    place = {id(t): k for k, t in enumerate(ordered)}
    for x, y in combinations(tallies, 2):
        if (x.low, x.high) == (y.low, y.high) or not _of_one_thing(x, y):
            continue
        a, b = (x, y) if place[id(x)] < place[id(y)] else (y, x)
        for kind, note in judged(a, b, parties):
            found.setdefault((kind, a.key, b.key), []).append((a, b, note))
    return [_dispute(kind, pairs) for (kind, *_), pairs in found.items()]


def _parties(tallies: Sequence[Tally]) -> frozenset[Side]:
    """The sides that are opposed to another whose figure is known."""
    before: set[Side] = set()
    parties: set[Side] = set()
    for t in tallies:
        against = [s for s in before if opposed(s, t.side)]
        parties.update(against, (t.side,) if against else ())
        if t.number.group != "freed":
            before.add(t.side)
    return frozenset(parties)


def _of_one_thing(x: Tally, y: Tally) -> bool:
    """Whether two figures count the same. Of things, sentences that have no other word in common tell of others."""
    a, b = x.number, y.number
    if a.what != b.what or a.unit != b.unit or a.group != b.group:
        return False
    if a.what == "money" or not a.about:
        return True
    return bool((x.about & y.about) - {root(a.of or "")}) and max(x.low, y.low) < TOO_MANY * max(1, min(x.low, y.low))


def judged(a: Tally, b: Tally, parties: Collection[Side] = ()) -> list[tuple[DisputeKind, str]]:
    """The kinds of dispute of a pair, the earlier figure first, each with a note; none where nothing is in dispute.

    `parties` are the sides that are opposed to another whose figure is known: they stand by theirs whatever a third
    counts, until they give another.
    """
    if (a.low, a.high) == (b.low, b.high):
        return []
    kinds: list[tuple[DisputeKind, str]]
    room, against = a.leaves_room_for(b), _opposed(a, b)
    if _of_strikers(a, b):
        return [] if room else [("conflict", "the union and the state count otherwise")]
    if a.number.about and (kinds := _parts(a, b)):
        return kinds
    if scoped := _scoped(a, b):
        accounted, note = scoped
        kinds = [("different_scope", note)]
        later = not (accounted or against or a.shares_an_article_with(b)) and _hours(a, b) > 0
        return [("superseded", "a later figure"), *kinds] if later else kinds
    if _of_a_turnout(a, b) and (a.side.camp != b.side.camp or against or _hours(a, b) <= SAME_TIME):
        return [] if room else [("conflict", "each source counts otherwise who took part")]
    if against:
        return [] if room else [("conflict", "both sides stand by their figures")]
    return _parts(a, b) or _by_source(a, b, parties)


def _by_source(a: Tally, b: Tally, parties: Collection[Side]) -> list[tuple[DisputeKind, str]]:
    """The kinds of dispute of two figures for the same whole, by who gives them and when."""
    room, together = a.leaves_room_for(b), a.shares_an_article_with(b)
    if not together and a.key in b.corrected:
        return [("superseded", "it corrects the earlier figure")]
    if a.part == b.part == "rescued" and a.side.words != b.side.words:
        return []
    if together and _one_voice(a, b):
        return []
    same = a.side.words == b.side.words or (
        a.side.camp == b.side.camp
        and a.side.nation == b.side.nation
        and (a.side.nation is not None or a.side.camp in ONE_BODY)
    )
    if not together and a.side.words and same:
        return [("superseded", "a later figure of the same source")]
    stood_by = together or _stood_by(a, b) or a.side in parties
    if room and (a.open or b.open) and (stood_by or _hours(a, b) <= SAME_TIME):
        return [("different_attribution", "at one time; one is an open figure")]
    if not room and a.number.about:
        return [("conflict", "such a figure does not grow as a toll does")]
    if stood_by and not room:
        return [("conflict", "both are stood by")]
    dated = a.moment and b.moment
    return [("superseded", "a later figure")] if dated else [("conflict", "which of them is later is not known")]


def _of_a_turnout(a: Tally, b: Tally) -> bool:
    """Whether two sources each say how many took part: that does not grow once the day is over."""
    taking_part = a.number.group == b.number.group == "taking part"
    return taking_part and bool(a.side.words and b.side.words) and a.side.words != b.side.words


def _of_strikers(a: Tally, b: Tally) -> bool:
    """Whether of these two a union and the state that employs its members speak, whomever each counts."""
    camps = {a.side.camp, b.side.camp}
    return _of_a_turnout(a, b) and "workers" in camps and not camps.isdisjoint(("state", "police", "civil"))


def _opposed(a: Tally, b: Tally) -> bool:
    """Whether two figures are of opposed sides. Of those set free each side tells what it knows."""
    return a.number.group != "freed" and opposed(a.side, b.side)


def _stood_by(a: Tally, b: Tally) -> bool:
    """Whether the source of the earlier figure gives it again after the later one was told."""
    return bool(a.side.words and b.side.words and a.side.words != b.side.words and a.last > b.first)


def _scoped(a: Tally, b: Tally) -> tuple[bool, str] | None:
    """Whether two figures say that they count different things, and whether that accounts for their difference."""
    x, y = a.number, b.number
    if x.group == y.group == "taking part" and (x.of == "members") != (y.of == "members"):
        return True, f"{a.shown} {x.of}, {b.shown} {y.of}"
    if a.scope == b.scope or not (a.scope or b.scope):
        return None
    if OWN_PEOPLE in (a.scope, b.scope):
        return True, "one counts only its own people"
    if SOME_ONLY in (a.scope, b.scope):
        return True, "one counts only some of them"
    for one, other in ((a, b), (b, a)):
        if one.scope and one.scope.startswith("with "):
            who = one.scope.removeprefix("with ")
            more = one.low - other.low
            if 0 < more <= _few(who, other) and not other.open:
                return True, f"{one.shown} counts the {who}"
            if other.scope == f"without {who}":
                return False, f"{one.shown} counts the {who}, {other.shown} does not"
        who = (one.scope or "").removeprefix("without ")
        later = other is b or a.shares_an_article_with(b)
        left_out = who not in (one.scope, "attacker") and not other.scope
        if left_out and later and 0 < other.low - one.low <= _few(who, one):
            return True, f"{one.shown} leaves out the {who}"
    return None


def _few(who: str, other: Tally) -> float:
    """How many more a figure may be that takes in `who` beside those of another."""
    share = 1.0 if who == OTHERS else FEW_MORE
    return ONE_MORE if who == "attacker" else max(ONE_MORE, other.low * share)


def _parts(a: Tally, b: Tally) -> list[tuple[DisputeKind, str]]:
    """A part that is stated as such, beside a total that leaves room for it and does not count on from it."""
    if a.part and b.part and a.part != b.part:
        return [("different_attribution", f"those {a.part} and those {b.part}")]
    if bool(a.part) == bool(b.part):
        return []
    part, total = (a, b) if a.part else (b, a)
    counts_on = a.number.what == "killed" and total.onward and total is b and not a.shares_an_article_with(b)
    if total.low >= part.low and not counts_on and not (total.open and total is a):
        return [("different_attribution", f"{part.shown} are those {part.part}")]
    return []


def _one_voice(a: Tally, b: Tally) -> bool:
    """Whether one article gives both for one source, or for none: a total and its breakdown,
    a figure and its rounding."""
    rounded = (a.open or b.open) and a.low == b.low
    return rounded or a.side.words == b.side.words or not a.side.words or not b.side.words


def _hours(a: Tally, b: Tally) -> float:
    """Hours from the first telling of one to that of the other; 0 where a date is missing."""
    return (b.moment - a.moment).total_seconds() / 3600 if a.moment and b.moment else 0.0


def _dispute(kind: DisputeKind, pairs: Sequence[tuple[Tally, Tally, str]]) -> Dispute:
    a, b, note = pairs[0]
    one = tuple(dict.fromkeys(i for p in pairs for i in p[0].articles))
    other = tuple(dict.fromkeys(i for p in pairs for i in p[1].articles))
    reasons = (
        _reason("they leave room for one another", float(a.leaves_room_for(b))),
        _reason("opposed sources", float(_opposed(a, b))),
        _reason("hours between them", round(_hours(a, b), 1) or 0.0),  # never -0.0
    )
    return Dispute(
        kind=kind, what=a.number.what, sides=(one, other), values=(a.shown, b.shown), note=note,
        evidence=(*a.evidence, *b.evidence), reasons=reasons, by=BY,
    )  # fmt: skip


@lru_cache(maxsize=10_000)
def _reason(feature: str, value: float) -> Reason:
    return Reason(feature=feature, value=value, weight=1.0)
