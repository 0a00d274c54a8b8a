"""What is new between two states of one story: what a reader who knew the earlier state does not know yet.

Copies and relays are no news: they add articles, but nobody who could know.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice, zip_longest
from typing import Literal

from reportedly.connect.nouns import Dispute, Evidence, Figure, Happening, Story
from reportedly.connect.wording import (
    counted,
    figure_words,
    listed,
    speakers,
    spread_words,
    status_words,
    subject_words,
    summed_up,
    title_of,
)
from reportedly.record.span import Noun, Span

ChangeKind = Literal[
    "new_happening",
    "new_origin",
    "figure_changed",
    "status_changed",
    "correction",
    "denial",
    "conflict",
    "retraction",
    "merged",
    "split",
]

KINDS: dict[ChangeKind, str] = {
    "new_happening": "new happening",
    "new_origin": "new independent origin",
    "figure_changed": "figure changed",
    "status_changed": "status changed",
    "correction": "correction",
    "denial": "denial",
    "conflict": "first conflict",
    "retraction": "retraction",
    "merged": "happenings merged",
    "split": "happening split",
}
"""Every kind in words."""

SHOWN = 4
"""Pieces of evidence that a change carries: one or two for each side; the happening has all of them."""

Place = tuple[str, Span]
"""Where a mention stands: its article and its trigger, which last longer than the ids of events."""


class Change(Noun):
    """Something new about one happening.

    `name` and `type` are the happening's; `what` is the figure ("killed") or the question ("occurrence", "time") that
    it is about. `before` and `after` are the words that held before and that hold now; None where there were none.
    `by` are the names of those who say what is new, `articles` those that brought it, `others` the happenings that
    were merged into this one or from which it was split off. `told_in` are all articles whose words may stand here:
    with one that is forgotten the change goes, too.
    """

    kind: ChangeKind
    happening: str | None = None
    name: str = ""
    type: str | None = None
    what: str | None = None
    before: str | None = None
    after: str | None = None
    by: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    evidence: tuple[Evidence, ...] = ()
    note: str | None = None
    told_in: tuple[str, ...] = ()


def changes_between(before: Story | None, after: Story) -> tuple[Change, ...]:
    """What is new in `after`, happening by happening in its order; `before` is None for a story that is new.

    Both may hold only those happenings that differ. Happenings are the same where their ids are. One whose mentions
    are now in another was merged into it; a new one whose mentions were in another was split off. Only of those that
    lists show is anything told; one that they did not show before is new.
    """
    was = {h.id: h for h in before.happenings} if before else {}
    now = {h.id: h for h in after.happenings}
    home = {place: h.id for h in after.happenings for place in places_of(h)}
    merged: dict[str, list[Happening]] = {}
    for id, h in was.items():
        if id not in now:
            for into in {home[p] for p in places_of(h) if p in home}:
                merged.setdefault(into, []).append(h)
    left = {place: h.id for h in was.values() if h.id in now and h.listed for place in places_of(h)}
    copies = frozenset(a for c in after.copies for a in c.articles if a != c.original)
    found: list[Change] = []
    for h in after.happenings:
        former = [*([was[h.id]] if h.id in was else []), *merged.get(h.id, ())]
        came_from = tuple(dict.fromkeys(left[p] for p in places_of(h) if left.get(p, h.id) != h.id))
        if h.listed:
            told_in = tuple(dict.fromkeys(a for x in (h, *former) for a in x.articles))
            found += _of_happening(_Now(h, copies, told_in), former, came_from)
    return tuple(found)


def change_words(c: Change) -> str:
    """What is new, in words; who says so is named."""
    by = f", according to {listed(c.by)}" if c.by else ""
    note = f" ({c.note})" if c.note else ""
    if c.kind == "merged":
        return f"{listed(c.others)} {'is' if len(c.others) == 1 else 'are'} now taken for the same: {c.after}"
    if c.kind == "split":
        return f"no longer taken for the same as {listed(c.others)}: {c.after}"
    if c.kind == "new_origin":
        return f"{listed(c.by)}; independent origins were {c.before}, now {c.after}{note}"
    if c.kind == "conflict":
        subject = "" if c.what is None else f"over {subject_words(c.what)}: "
        return f"{subject}{c.before} against {c.after}{note}" if c.before else f"{subject}{c.note or ''}"
    changed = f"{c.before} → {c.after}" if c.before and c.before != c.after else c.after or ""
    return f"{changed}{by}{note}"


def places_of(h: Happening) -> list[Place]:
    """Where its mentions stand."""
    return [(m.article, m.trigger) for m in h.mentions]


@dataclass(frozen=True)
class _Now:
    """A happening as it is now, the articles that are copies of others, all that tell or told of it."""

    happening: Happening
    copies: frozenset[str]
    told_in: tuple[str, ...]

    def change(self, kind: ChangeKind, evidence: Iterable[Evidence] = (), **more: object) -> Change:
        """A change of this happening; of `evidence` no more is taken than a line can show."""
        h = self.happening
        told = {"kind": kind, "happening": h.id, "name": title_of(h), "type": h.type, "told_in": self.told_in, **more}
        return Change.model_validate({**told, "evidence": tuple(islice(evidence, SHOWN))})

    def own(self, articles: Sequence[str]) -> tuple[str, ...]:
        """These articles without copies; all of them where nothing else is left."""
        return tuple(a for a in articles if a not in self.copies) or tuple(articles)


def _of_happening(now: _Now, former: Sequence[Happening], came_from: tuple[str, ...]) -> Iterator[Change]:
    h = now.happening
    own = next((x for x in former if x.id == h.id), None)
    if own is None and came_from:
        yield now.change("split", others=came_from, after=summed_up(h), articles=now.own(h.articles))
        return
    shown = [x for x in former if x.listed]
    if gone := tuple(x.id for x in shown if x.id != h.id):
        yield now.change("merged", others=gone, after=summed_up(h), articles=now.own(h.articles))
    if not shown:
        yield _new(now)
    else:
        yield from _statuses(now, shown[0])
        yield from _figures(now, shown)
        yield from _origins(now, shown)
    yield from _disputes(now, shown)


def _new(now: _Now) -> Change:
    h = now.happening
    mentions = (m for m in h.mentions if m.article not in now.copies)
    return now.change(
        "new_happening", after=summed_up(h), articles=now.own(h.articles),
        by=speakers(h.origins),
        evidence=(Evidence(article=m.article, span=m.trigger) for m in mentions),
    )  # fmt: skip


def _statuses(now: _Now, was: Happening) -> Iterator[Change]:
    """A status that changed, where neither a denial nor a retraction says so already."""
    h = now.happening
    told = {k for d in _fresh(now, [was]) if (k := _kind(d))}
    if h.status not in (was.status, "retracted") and not told & {"denial", "retraction"}:
        yield now.change(
            "status_changed", what="status", before=status_words(was.status), after=status_words(h.status),
            articles=_since(now, was), evidence=_mentioned(now, was),
        )  # fmt: skip


def _since(now: _Now, was: Happening) -> tuple[str, ...]:
    """The articles that tell of it now and did not before; all of its articles where there are none."""
    h = now.happening
    return now.own([a for a in h.articles if a not in was.articles] or h.articles)


def _mentioned(now: _Now, was: Happening) -> Iterator[Evidence]:
    came = set(_since(now, was))
    return (Evidence(article=m.article, span=m.trigger) for m in now.happening.mentions if m.article in came)


def _figures(now: _Now, former: Sequence[Happening]) -> Iterator[Change]:
    """Articles that give another figure than they did, and best figures that are others than before."""
    told = set()
    for c in _corrections(now, former):
        told.add((c.before, c.after))
        yield c
    was = _best([f for h in former for f in h.counts])
    for what, f in _best(now.happening.counts).items():
        old = was.get(what)
        if old is None and f.what == "other":
            continue
        if old is None or (old.low, old.high, old.unit) != (f.low, f.high, f.unit):
            before, after = figure_words(old) if old else None, figure_words(f)
            if (before, after) not in told:
                yield _figure(now, f, (what, before, after))


def _figure(now: _Now, f: Figure, told: tuple[str, str | None, str]) -> Change:
    what, before, after = told
    by = speakers(f.origins)
    return now.change(
        "figure_changed", what=what, before=before, after=after, by=by, articles=now.own(f.articles),
        evidence=f.evidence,
    )  # fmt: skip


def _best(figures: Sequence[Figure]) -> dict[str, Figure]:
    """The first figure of each kind, which is the best."""
    best: dict[str, Figure] = {}
    for f in figures:
        best.setdefault(counted(f), f)
    return best


def _corrections(now: _Now, former: Sequence[Happening]) -> Iterator[Change]:
    """An article that gave one figure, and now gives another instead."""
    gave, gives = _given([f for h in former for f in h.counts]), _given(now.happening.counts)
    made: dict[tuple[str, str, str], list[str]] = {}
    figures: dict[tuple[str, str, str], Figure] = {}
    for (article, what), new in gives.items():
        old = gave.get((article, what), {})
        if len(old) == len(new) == 1 and not old.keys() & new.keys():
            [was], [f] = old.values(), new.values()
            key = (what, figure_words(was), figure_words(f))
            made.setdefault(key, []).append(article)
            figures[key] = f
    for key, articles in made.items():
        what, before, after = key
        evidence = tuple(e for e in figures[key].evidence if e.article in articles)
        yield now.change(
            "correction", what=what, before=before, after=after, articles=now.own(articles), evidence=evidence,
            note="an article gives another figure than before",
        )  # fmt: skip


def _given(figures: Sequence[Figure]) -> dict[tuple[str, str], dict[object, Figure]]:
    """For each article and kind the figures that it gives, by their range."""
    given: dict[tuple[str, str], dict[object, Figure]] = {}
    for f in figures:
        for a in f.articles:
            given.setdefault((a, counted(f)), {})[f.low, f.high, f.unit] = f
    return given


def _origins(now: _Now, former: Sequence[Happening]) -> Iterator[Change]:
    """Those who could know and had not spoken before. An outlet that names nobody is none of them."""
    h = now.happening
    known = [o for x in former for o in x.origins.origins]
    keys, names = {o.key for o in known}, {o.name.casefold() for o in known if o.kind != "anonymous"}
    words = {(e.article, e.span) for o in known for e in o.evidence}
    called = {o.key: o.name for o in h.origins.origins}
    before = spread_words(former[0].origins)
    for o in h.origins.origins:
        is_known = o.key in keys or o.name.casefold() in names or any((e.article, e.span) in words for e in o.evidence)
        if is_known or o.kind == "outlet" or set(o.articles) <= now.copies:
            continue
        same = [called[k] for k in o.maybe if k in called]
        yield now.change(
            "new_origin", what="origins", before=before, after=spread_words(h.origins), by=(o.name,),
            articles=now.own(o.articles), evidence=o.evidence,
            note=f"may rest on the same as {', '.join(same)}" if same else None,
        )  # fmt: skip


def _fresh(now: _Now, former: Sequence[Happening]) -> list[Dispute]:
    """The first dispute of a kind over each question, where there was none before."""
    known = {(d.kind, d.what) for h in former for d in h.disputes}
    first: dict[tuple[str, str], Dispute] = {}
    for d in now.happening.disputes:
        if (d.kind, d.what) not in known:
            first.setdefault((d.kind, d.what), d)
    return list(first.values())


def _kind(d: Dispute) -> ChangeKind | None:
    if d.kind == "denial":
        return "denial"
    if d.kind == "conflict":
        return "conflict"
    return "retraction" if d.kind == "superseded" and d.what == "occurrence" else None


def _disputes(now: _Now, former: Sequence[Happening]) -> Iterator[Change]:
    """The first denial, the first conflict over each question, and what was taken back."""
    h, told = now.happening, set()
    was = status_words(former[0].status) if former else None
    for d in _fresh(now, former):
        if (kind := _kind(d)) is None:
            continue
        told.add(kind)
        words = (d.values[0], d.values[-1]) if kind == "conflict" and d.values else (was, status_words(h.status))
        yield now.change(
            kind, what=d.what, before=words[0], after=words[1], articles=now.own(d.sides[-1]), evidence=_both(d),
            note=d.note,
        )  # fmt: skip
    if former and h.status == "retracted" != former[0].status and "retraction" not in told:
        yield now.change(
            "retraction", what="occurrence", before=was, after="retracted", articles=_since(now, former[0]),
            evidence=_mentioned(now, former[0]),
        )  # fmt: skip


def _both(d: Dispute) -> Iterator[Evidence]:
    """Words of every side, the first of each side in turn, so that none is cut off."""
    sides = ([e for e in d.evidence if e.article in side] for side in d.sides)
    told = set[Evidence]()
    for e in chain.from_iterable(zip_longest(*sides)):
        if e and e not in told:
            told.add(e)
            yield e
