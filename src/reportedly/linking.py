"""The whole way from records to links: briefs → kin → stories → what is found in each, over a ledger or in memory.

In a ledger the kin of what is new are found first, then each story that it touches is computed, once for all that came.
Both happen in batches, each of which is one transaction: whoever interrupts loses only the batch at hand, and finds the
rest linked when running again.
"""

from __future__ import annotations

import gc
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import apsw

from reportedly.connect.blocks import keys_of
from reportedly.connect.brief import Brief, blank, brief_of
from reportedly.connect.kin import kin_of
from reportedly.connect.link import LINKER, Found, findings_of, link
from reportedly.connect.nouns import Linked, Story
from reportedly.connect.profile import profile_of
from reportedly.connect.rarity import Scale
from reportedly.connect.stories import partition
from reportedly.ledger.connect import Ledger, explained, writing
from reportedly.ledger.linked import grounds, news, pairs, waiting
from reportedly.ledger.linked.index import LedgerIndex, drop
from reportedly.ledger.linked.nouns import KeptRuling, LinkedBatch
from reportedly.ledger.linked.packed import BRIEFS, plained
from reportedly.ledger.linked.present import Member, Write, stories_of
from reportedly.ledger.linked.rulings import ruled
from reportedly.ledger.stored import canonical, plain, unexplained_of
from reportedly.record import Record
from reportedly.version import VERSION

BATCH = 100
"""Articles of one transaction, or those of one larger story: others wait a few seconds for their turn to write."""

AHEAD = 300
"""How many articles may wait for their stories to be computed. The more, the fewer stories are computed again as others
come; but their briefs have to be at hand, and nothing is seen of them yet."""

MAKER = f"reportedly {VERSION}, {LINKER}"
"""What made a brief and what follows from it. Briefs of another maker are made again."""

Tell = Callable[[LinkedBatch], None]
"""Is told of each batch, once it is kept."""


def link_records(records: Iterable[Record]) -> Linked:
    """Link articles in memory: every one is in exactly one story, also those that could not be read. ValueError: two
    that differ have the same id."""
    briefs: dict[str, Brief] = {}
    for record in records:
        brief = brief_of(record)
        if briefs.setdefault(brief.id, brief).text_sha256 != brief.text_sha256:
            raise ValueError(f"two articles have the id {brief.id}; give each an id of its own")
    return link(briefs.values())


def link_new(ledger: Ledger, tell: Tell = lambda _: None) -> LinkedBatch:
    """Link what is new in a ledger: articles that were not linked yet or whose latest reading has changed, and stories
    that a ruling or an erasure has touched. Where nothing is new, nothing is written. Everything that was done, summed.

    LedgerError: the ledger cannot be written; every batch before that is kept.
    """
    total = LinkedBatch()
    if not waits(ledger):
        return total
    index = LedgerIndex(ledger.db)
    with _collecting_rarely():
        while True:
            with writing(ledger) as db:
                done = _Batch(db, index).link()
            if done is None:
                return total
            tell(done)
            total = added(total, done)


@contextmanager
def _collecting_rarely() -> Iterator[None]:
    """Linking makes many small values and hardly a cycle. To look for those as often as Python does took a sixth of the
    time (PolNeAR train), and with every 200,000 values 5 percent, since all that is at hand is looked at each time.
    What is left at the end (the briefs that are kept at hand) counts as old without a look at it: to find that it is no
    garbage took 40 ms with every tenth article."""
    before = gc.get_threshold()
    gc.set_threshold(1_000_000, 20, 100)
    try:
        yield
    finally:
        if not gc.get_freeze_count():  # what a server has set aside stays so
            gc.freeze()
            gc.unfreeze()
        gc.set_threshold(*before)


def link_again(ledger: Ledger, tell: Tell = lambda _: None) -> LinkedBatch:
    """Link every article anew, with the present rules. Ids are kept, rulings hold, earlier states stay."""
    with writing(ledger) as db:
        db.execute("UPDATE briefs SET maker = ''")
    return link_new(ledger, tell)


def added(a: LinkedBatch, b: LinkedBatch) -> LinkedBatch:
    """Both together."""
    sums = {f: getattr(a, f) + getattr(b, f) for f in ("articles", "happenings", "joined", "stories")}
    return LinkedBatch(**sums, waiting=b.waiting, problems=(*a.problems, *b.problems))


def waits(ledger: Ledger) -> int:
    """How many articles and stories wait to be linked. LedgerError: the ledger cannot be read."""
    with explained(ledger.path):
        return waiting.articles(ledger.db, MAKER) + waiting.stories(ledger.db)


_READING = """
SELECT a.id, l.reading_key, r.record, v.text, b.brief, b.maker FROM latest l JOIN articles a USING (article_key)
JOIN readings r USING (reading_key) JOIN versions v ON v.version_key = l.version_key
LEFT JOIN briefs b USING (article_key) WHERE l.article_key = ?
"""
_MEMBERS = """
SELECT a.article_key, v.text_sha256, v.day, a.id, v.published FROM articles a JOIN latest l USING (article_key)
JOIN versions v USING (version_key) JOIN briefs USING (article_key)
WHERE a.article_key IN (SELECT value FROM json_each(?))
"""
_BRIEFS = """
SELECT id, brief FROM articles JOIN briefs USING (article_key) WHERE id IN (SELECT value FROM json_each(?))
"""


@dataclass(frozen=True)
class _Article:
    """An article that is to be linked: its brief, and whether it differs from the one before."""

    key: int
    brief: Brief


@dataclass(frozen=True)
class _Former:
    """The stories that articles were in, and the articles, by their ids, whose briefs may be others than they were."""

    held: Mapping[int, int]
    changed: Collection[str]

    def story(self, group: set[int]) -> int | None:
        """The story that a group of articles is, with those that are new; None where it is not one, or not all of
        one."""
        stories = {self.held[k] for k in group if k in self.held}
        whole = len(stories) == 1 and all(k in group for k, s in self.held.items() if s in stories)
        return stories.pop() if whole else None


class _Batch:
    """One transaction: some articles, and the stories that they or rulings touch."""

    def __init__(self, db: apsw.Connection, index: LedgerIndex) -> None:
        self.db, self.index = db, index
        self.rulings = ruled(db)
        self.problems: list[str] = []

    def link(self) -> LinkedBatch | None:
        """Find the kin of the next articles; when there are few of those, settle the next stories. None where nothing
        waits."""
        room = len(waiting.unsettled(self.db)) + BATCH <= AHEAD
        keys = waiting.unread(self.db, MAKER, BATCH) if room else []
        if keys:
            self._introduce(keys)
        due = waiting.unsettled(self.db)
        known = sum(key not in due for key in keys)
        touched = waiting.touched(self.db, BATCH)
        if not keys and not due and not touched:
            return None
        done = LinkedBatch() if len(keys) == BATCH else self._settle(self._together(due), touched, due)
        told = {"articles": known + done.articles, "waiting": waiting.articles(self.db, MAKER)}
        return done.model_copy(update={**told, "problems": tuple(self.problems)})

    def _introduce(self, keys: Sequence[int]) -> None:
        """Make the briefs of articles and find their kin."""
        articles = [a for key in keys if (a := self._article(key))]
        self._kin(articles)
        waiting.found(self.db, keys, [a.key for a in articles])

    def _together(self, due: Mapping[int, str]) -> set[int]:
        """The next articles to be settled: those that wait longest, and with each whatever may be of its story."""
        if len(due) <= BATCH:
            return set(due)
        members = self._members(due)
        parts = partition(list(members.values()), pairs.ties(self.db, due))
        chosen = set[int]()
        for part in sorted(sorted(members[id].key for id in part) for part in parts):
            if len(chosen) < BATCH:
                chosen.update(part)
        return chosen

    def _article(self, key: int) -> _Article | None:
        """Make an article's brief and count its words; None where its brief would be the one that is there."""
        [(id, reading, blob, text, before, maker)] = self.db.execute(_READING, (key,))
        brief = self._brief(id, unexplained_of(blob, text))
        if before is not None and maker == MAKER and BRIEFS.of(before) == brief:
            self.db.execute("UPDATE briefs SET reading_key = ? WHERE article_key = ?", (reading, key))
            return None
        if before is not None:
            drop(self.db, key)
        self.index.count(key, reading, (brief, profile_of(brief)), MAKER)
        return _Article(key, brief)

    def _brief(self, id: str, record: Record) -> Brief:
        """The brief of an article, by its id in the ledger. One article must never keep the others from theirs."""
        try:
            brief = brief_of(record).model_copy(update={"id": id})
            names = (brief.title, brief.outlet, brief.url)
            return brief if all(n is None or plain(n) == n for n in names) else plained(brief)
        except Exception as e:  # the boundary
            self.problems.append(_told_of(id, e))
            return plained(blank(record).model_copy(update={"id": id}))

    def _kin(self, articles: Sequence[_Article]) -> None:
        """Put articles where they can be found, find their kin and write the links."""
        profiles, scale = self.index.profiles([a.brief.id for a in articles]), Scale(self.index)
        self.index.put({a.key: keys_of(profiles[a.brief.id], scale) for a in articles})
        pairs.replace(self.db, profiles, kin_of(profiles.values(), scale))

    def _keys(self, ids: Collection[str]) -> dict[str, int]:
        asked = "SELECT id, article_key FROM articles WHERE id IN (SELECT value FROM json_each(?))"
        return dict(self.db.execute(asked, (canonical(sorted(ids)),)))

    def _settle(self, fresh: set[int], touched: set[int], due: Mapping[int, str]) -> LinkedBatch:
        """Compute the stories again of these articles, of their kin, and of whatever a ruling ties to them. What is due
        may have another brief than when its story was computed; who is due in one of these stories is settled, too, so
        that none is computed with what an article was before."""
        while True:
            former = self._ruled_along(touched | self._stories(fresh | pairs.others(self.db, fresh)))
            held = stories_of(self.db, former)
            if not (more := (due.keys() & held.keys()) - fresh):
                break
            fresh = fresh | more
        members = self._members({*held, *fresh})
        changed = []
        for group in self._groups(members):
            keys = {members[i].key for i in group}
            stories = {held.get(k) for k in keys}
            story = next(iter(stories))
            same = len(stories) == 1 and story is not None and story not in touched and not keys & fresh
            if same and keys == {k for k, s in held.items() if s == story}:
                former.discard(story)
            else:
                changed.append(group)
        briefs = self._briefs([i for group in changed for i in group])
        ordered = [sorted((briefs[i] for i in group), key=lambda b: b.order) for group in changed]
        found = [self._story(group, members, _Former(held, set(due.values()))) for group in ordered]
        written = Write(self.db, members, MAKER).stories(found, former)
        new = news.note(self.db, written)
        waiting.settled(self.db, fresh)
        return self._told(fresh, held, written, new)

    def _story(self, group: Sequence[Brief], members: Mapping[str, Member], former: _Former) -> Found:
        """What is found in a group of articles; where that fails, no more than that they belong together."""
        story = former.story({members[b.id].key for b in group})
        recall = grounds.recalled(self.db, story, former.changed)
        try:
            return findings_of(group, self._rulings_of([b.id for b in group], members), recall)
        except Exception as e:  # the boundary
            ids = tuple(b.id for b in group)
            self.problems.append(_told_of(", ".join(ids), e))
            return Found(Story(id=ids[0], articles=ids))

    def _told(self, fresh: set[int], held: Mapping[int, int], written: Sequence[Any], new: int) -> LinkedBatch:
        """What became of the batch's articles, counted."""
        old = set(held.values())
        joined = {s.story: 0 for s in written if s.story in old}
        now = stories_of(self.db, list(joined))
        came = [k for k, s in now.items() if k in fresh and k not in held]
        return LinkedBatch(articles=len(fresh), happenings=new, joined=len(came), stories=len({now[k] for k in came}))

    def _stories(self, articles: Collection[int]) -> set[int]:
        asked = "SELECT DISTINCT story_key FROM linked_articles WHERE article_key IN (SELECT value FROM json_each(?))"
        return {int(k) for (k,) in self.db.execute(asked, (canonical(sorted(articles)),))}

    def _ruled_along(self, stories: set[int]) -> set[int]:
        """Stories that a ruling ties to these: mentions of one happening are in one story."""
        tied = [
            self._stories(set(self._keys({m.mention.article for m in r.mentions}).values()))
            for r in self.rulings
            if r.kind == "same"
        ]
        along, before = set(stories), set[int]()
        while along != before:
            before = set(along)
            along.update(*(theirs for theirs in tied if theirs & along))
        return along

    def _members(self, keys: Collection[int]) -> dict[str, Member]:
        rows = self.db.execute(_MEMBERS, (canonical(sorted(keys)),))
        return {m.id: m for m in map(Member._make, rows)}

    def _briefs(self, ids: Collection[str]) -> dict[str, Brief]:
        rows = self.db.execute(_BRIEFS, (canonical(ids),))
        return {id: BRIEFS.of(blob) for id, blob in rows}

    def _groups(self, members: Mapping[str, Member]) -> list[list[str]]:
        """The stories that these articles make, by their links and by rulings."""
        ties = pairs.ties(self.db, {m.key: id for id, m in members.items()})
        groups = [set(group) for group in partition(list(members.values()), ties)]
        for ruling in self.rulings:
            if ruling.kind == "same":
                tied = {m.mention.article for m in ruling.mentions} & members.keys()
                meant = [g for g in groups if g & tied]
                if len(meant) > 1:
                    groups = [g for g in groups if not g & tied] + [set().union(*meant)]
        return [sorted(g) for g in groups]

    def _rulings_of(self, group: Collection[str], members: Mapping[str, Member]) -> tuple[Any, ...]:
        """The rulings on texts of these articles."""
        texts = {members[i].text_sha256 for i in group}
        mine: list[KeptRuling] = [r for r in self.rulings if any(m.text_sha256 in texts for m in r.mentions)]
        return tuple(p for r in mine for p in r.pairs)


def _told_of(who: str, error: Exception) -> str:
    return f"{who}: nothing could be linked ({type(error).__name__}: {error}); please report it with the article"


__all__ = ["MAKER", "Story", "link_again", "link_new", "link_records", "waits"]
