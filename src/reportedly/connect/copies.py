"""Copies: articles that carry one text, verbatim, abridged or lightly edited; and texts that share a part of it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from typing import Literal

from reportedly.connect.brief import Brief
from reportedly.connect.details import OTHERS, others
from reportedly.connect.nouns import CopyGroup, Evidence, Link, Node, Reason
from reportedly.connect.runs import CONTAINED, Runs
from reportedly.ground.keys import evened
from reportedly.record import Span

BY = "rule:containment@2"
PARTIAL = 0.2
"""Share of the shorter text from which a part is worth a link: below it, what two texts share is a quotation."""
VERBATIM = 0.95
"""Share of the longer text's runs from which nothing but furniture differs."""
ABRIDGED = 0.95
"""Length of a copy beside its original below which something was left out."""
GAP = 80
"""Code points between two runs of one passage: of a long text only every fourth run is known, on the mean."""
SHOWN = 3
"""Passages of either article that a link shows."""
LOOKED_UP = 16
"""Texts that hold a run, of which more need not be compared: they are copies, or the run is furniture."""


def copies_of(briefs: Sequence[Brief]) -> tuple[CopyGroup, ...]:
    """Groups of copies among the articles of one story, by publication.

    An article joins the group whose longest text has most of its runs, if these are at least CONTAINED of the shorter
    of the two, and names and numbers are not others: a reprint and an abridgement do, whichever came first. Work grows
    with the articles, also where a thousand carry one text.
    """
    groups = _Groups()
    for b in sorted(briefs, key=lambda b: (-b.words, b.order)):
        groups.add(b)
    found = [sorted(g, key=lambda b: b.order) for g in groups.members if len(g) > 1]
    return tuple(_group(g) for g in sorted(found, key=lambda g: g[0].order))


def reuse_of(briefs: Sequence[Brief], copies: Sequence[CopyGroup]) -> tuple[Link, ...]:
    """Links between texts that share much and are no copies: evidence that they are related, no proof. Of a group of
    copies only the original is compared."""
    passed = {a for c in copies for a in c.articles if a != c.original}
    ordered = sorted((b for b in briefs if b.id not in passed), key=lambda b: b.order)
    runs, by_id = {b.id: Runs(b.shingles) for b in ordered}, {b.id: b for b in ordered}
    links = []
    held: dict[int, list[Brief]] = defaultdict(list)
    for b in ordered:
        shared = Counter(e.id for r in runs[b.id].all for e in held.get(r, ()))
        for early in (by_id[i] for i in shared):
            if (share := runs[b.id].contained(runs[early.id])) >= PARTIAL:
                both, _, _ = runs[b.id].shared(runs[early.id])
                note = f"shares {both} of the runs of five words compared, {share:.0%} of the shorter text's"
                links.append(_link("shares_text", (b, early), share, note))
        for r in runs[b.id].all:
            if len(held[r]) < LOOKED_UP:
                held[r].append(b)
    rank = {b.id: i for i, b in enumerate(ordered)}
    return tuple(sorted(links, key=lambda k: (rank[k.start.id], rank[k.end.id])))


def article(b: Brief) -> Node:
    """The node of an article."""
    return _article(b.id, b.outlet or b.title or b.id)


@lru_cache(maxsize=1_000)  # every link of an article ends in it
def _article(id: str, name: str) -> Node:
    return Node(kind="article", id=id, name=name)


class _Groups:
    """Groups so far, each known by its longest text, which came first."""

    def __init__(self) -> None:
        self.members: list[list[Brief]] = []
        self._longest: list[Brief] = []
        self._runs: list[Runs] = []
        self._texts: dict[str, int] = {}
        self._held: dict[int, list[int]] = defaultdict(list)

    def add(self, b: Brief) -> None:
        at = self._texts.get(b.text_sha256)
        if at is None:
            at = self._texts[b.text_sha256] = self._nearest(b)
        if at == len(self.members):
            self.members.append([])
            self._longest.append(b)
            self._runs.append(Runs(b.shingles))
            for r in b.shingles:
                if len(self._held[r]) < LOOKED_UP:
                    self._held[r].append(at)
        self.members[at].append(b)

    def _nearest(self, b: Brief) -> int:
        """The group whose longest text holds most of these runs; a new one where none holds enough."""
        runs = Runs(b.shingles)
        shared = set(chain.from_iterable(self._held.get(r, ()) for r in runs.all))
        shares = ((runs.contained(self._runs[g]), -g) for g in shared)
        enough = (s for s in shares if s[0] >= CONTAINED and others(b, self._longest[-s[1]]) < OTHERS)
        return -max(enough, default=(0.0, -len(self.members)))[1]


def _group(members: list[Brief]) -> CopyGroup:
    original, why = _original(members)
    links = tuple(_copied(b, original, why) for b in members if b is not original)
    return CopyGroup(original=original.id, articles=tuple(b.id for b in members), links=links)


def _original(members: list[Brief]) -> tuple[Brief, str]:
    """The likely original and why: the one that another credits, else the first, else (of one day, where some have no
    time) the longest."""
    named = {b.credit.outlet for b in members if b.credit}
    credited = [b for b in members if any(_is(name, b.outlet) for name in named)]
    if credited:
        return credited[0], "credited"
    day = (members[0].published or "")[:10]
    first = [b for b in members if (b.published or "")[:10] == day]
    if day and all(len(b.published or "") > len(day) for b in first):
        return first[0], "earliest"
    return max(first, key=lambda b: b.words), "earliest" if len(first) == 1 and day else "longest"


def _credits(copy: Brief, other: Brief) -> bool:
    """Whether an article credits its text to another's outlet, by name or by a part of its host."""
    return copy.credit is not None and copy.outlet != other.outlet and _is(copy.credit.outlet, other.outlet)


def _is(name: str, outlet: str | None) -> bool:
    plain = _plain(name)
    return bool(plain and outlet) and plain in (_plain(outlet or ""), *_hosts(outlet or ""))


def _plain(name: str) -> str:
    return "".join(c for c in evened(name).removeprefix("the ") if c.isalnum())


def _hosts(outlet: str) -> Iterator[str]:
    """The name in a host: "wkrn" of "www.wkrn.com"."""
    parts = outlet.lower().split(".")
    if len(parts) > 1 and " " not in outlet:
        yield from (p for p in parts[:-1] if p != "www")


def _copied(b: Brief, original: Brief, why: str) -> Link:
    x, y = Runs(b.shingles), Runs(original.shingles)
    both, _, most = x.shared(y)
    whole = b.text_sha256 == original.text_sha256 or both >= VERBATIM * most
    score = 1.0 if b.text_sha256 == original.text_sha256 else x.contained(y)
    if whole:
        kind = "verbatim"
    elif b.words < ABRIDGED * original.words:
        kind = "abridged"
    else:
        kind = "edited"
    return _link("copy_of", (b, original), score, f"{kind}; original: {why}")


def _link(kind: Literal["copy_of", "shares_text"], ends: tuple[Brief, Brief], share: float, note: str) -> Link:
    start, end = ends
    credit = (Evidence(article=start.id, span=start.credit.span),) if start.credit and _credits(start, end) else ()
    reasons = [Reason(feature="one_text", value=round(share, 4), weight=1.0)]
    reasons += [Reason(feature="credited", value=1.0, weight=0.0)] if credit else []
    evidence = (*credit, *_passages(start, end), *_passages(end, start))
    return Link(
        kind=kind, start=article(start), end=article(end), score=round(share, 4), reasons=tuple(reasons),
        evidence=evidence, note=note, by=BY,
    )  # fmt: skip


def _passages(b: Brief, other: Brief) -> tuple[Evidence, ...]:
    """The longest passages of one article that stand in the other, too; of one text no need to show any."""
    if b.text_sha256 == other.text_sha256:
        return ()
    theirs, found = set(other.shingles), list[Span]()
    for start, end in (span for run, span in zip(b.shingles, b.run_spans, strict=False) if run in theirs):
        if found and start <= found[-1][1] + GAP:
            found[-1] = (found[-1][0], max(found[-1][1], end))
        else:
            found.append((start, end))
    longest = sorted(found, key=lambda s: (s[0] - s[1], s))[:SHOWN]
    return tuple(Evidence(article=b.id, span=s) for s in sorted(longest))
