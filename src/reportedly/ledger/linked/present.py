"""What holds at present, and how a story that was computed again takes its place: ids, states, passages."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

import apsw

from reportedly.connect.grounds import Resting
from reportedly.connect.link import Found
from reportedly.connect.nouns import Happening, Story
from reportedly.ledger.clock import now
from reportedly.ledger.linked import grounds
from reportedly.ledger.linked.ids import Matched, made_id, match
from reportedly.ledger.linked.nouns import PassageKind
from reportedly.ledger.linked.states import ABSENT, LISTED, STATE, Days, Place, add_states, moved, row_of, show, shown
from reportedly.ledger.seals import seal_of
from reportedly.ledger.stored import canonical

MentionKey = tuple[int, str, int, int]
"""An event mention for good: its article's key, its text's hash, its trigger."""


class Member(NamedTuple):
    """An article of a story that is being written."""

    key: int
    text_sha256: str
    day: str
    id: str
    published: str | None

    @property
    def order(self) -> tuple[str, str]:
        """As of its brief."""
        return (self.published or "9999", self.text_sha256)


@dataclass(frozen=True)
class Settled:
    """A story that was written: its key, and what of it is otherwise than before and was or is shown by lists. `before`
    are the states of the happenings in `after` that were there, and of all that were merged into others; `keys` are
    those of all its happenings by id, `made` the ids that it did not have."""

    story: int
    known: bool
    now: Story
    before: tuple[int, ...]
    after: tuple[Happening, ...]
    made: frozenset[str]
    keys: Mapping[str, int] = field(default_factory=dict)


class Write:
    """Writes stories that were computed again over those that their articles were in."""

    def __init__(self, db: apsw.Connection, members: Mapping[str, Member], maker: str) -> None:
        self.db, self.members, self.maker = db, members, maker
        self._taken: set[tuple[str, int]] = set()

    def stories(self, found: Sequence[Found], former: Collection[int]) -> list[Settled]:
        """Write stories; `former` are the keys of all the stories that they take the place of. Every article of those
        has to be in one of the new ones, or erased."""
        held = stories_of(self.db, former)
        groups = [[self.members[a].key for a in f.story.articles] for f in found]
        matched = match(groups, held)
        contents = [f"story {self.members[f.story.articles[0]].text_sha256}" for f in found]
        keys = [matched.kept.get(n) or self._key("stories", "s", c) for n, c in enumerate(contents)]
        self._pass("stories", matched, keys)
        mentions = mentions_of(self.db, {*held, *(a for group in groups for a in group)})
        every = [h for f in found for h in f.all]
        told = [self._mentions(h) for h in every]
        of, merged = self._happenings(every, told, mentions)
        before = shown(self.db, former)
        self._place(keys, [f.story for f in found], groups)
        named, ids = self._ids("happenings", of), self._ids("stories", keys)
        settled, rows, place = [], [], iter(of)
        for key, f in zip(keys, found, strict=True):
            parts = [(k, _renamed(h, named[k])) for h, k in zip(f.all, place, strict=False)]
            there = tuple(h for _, h in parts if isinstance(h, Happening))
            story = f.story.model_copy(update={"id": ids[key], "happenings": there})
            made = self._states(key, Found(story, tuple(h for _, h in parts), f.grounds), [k for k, _ in parts], before)
            rows += made
            changed = {row[0] for row in made if before.get(row[0], ABSENT)[STATE] != row[STATE]}
            seen = {row[0] for row in made if row[LISTED] or before.get(row[0], ABSENT)[LISTED]}
            earlier = [k for c in changed for k in (c, *merged.get(c, ())) if k in before and (k != c or k in seen)]
            settled.append(
                Settled(
                    story=key, known=bool(former), now=story, before=tuple(before[k][STATE] for k in earlier),
                    after=tuple(h for k, h in parts if k in changed & seen and isinstance(h, Happening)),
                    made=frozenset(h.id for k, h in parts if ("happenings", k) in self._taken),
                    keys={h.id: k for k, h in parts},
                )
            )  # fmt: skip
        self._show(rows, before, former)
        self._tell({mention: key for key, mine in zip(of, told, strict=True) for mention in mine}, mentions)
        return settled

    def _happenings(
        self,
        every: Sequence[Happening | Resting],
        told: Sequence[Sequence[tuple[MentionKey, str]]],
        mentions: Mapping[tuple[MentionKey, str], int],
    ) -> tuple[list[int], dict[int, list[int]]]:
        """The keys of happenings, and those of the ones that went into each. `told` are their mentions, `mentions`
        those that were there, each with the key of its happening."""
        resting = {h.key for h in every if isinstance(h, Resting)}
        found = [(h, [m for m, _ in mine]) for h, mine in zip(every, told, strict=True) if isinstance(h, Happening)]
        again = match([mine for _, mine in found], {m: key for (m, _), key in mentions.items() if key not in resting})
        keys = [again.kept.get(n) or self._key("happenings", "h", h.id) for n, (h, _) in enumerate(found)]
        self._pass("happenings", again, keys)
        merged: dict[int, list[int]] = {}
        for former, n in again.merged.items():
            merged.setdefault(keys[n], []).append(former)
        made = iter(keys)
        return [h.key if isinstance(h, Resting) else next(made) for h in every], merged

    def _states(
        self, key: int, found: Found, keys: Sequence[int], before: Mapping[int, tuple[Any, ...]]
    ) -> list[tuple[Any, ...]]:
        """Write the states of a story and of its happenings, but for those that rest on what they did; their rows."""
        parts = list(zip(keys, found.all, strict=True))
        nouns: list[tuple[int | None, Story | Happening]] = [
            *((k, h) for k, h in parts if isinstance(h, Happening)), (None, found.story)
        ]  # fmt: skip
        *states, frame = add_states(self.db, key, nouns, self.maker)
        of = dict(zip((k for k, _ in nouns), states, strict=False))
        rows = [
            row_of(h, Place(k, key, position, self._days(h.articles), listed=h.listed), of[k])
            if isinstance(h, Happening)
            else moved(before[k], position)
            for position, (k, h) in enumerate(parts)
        ]
        grounds.note(self.db, ((row[0], row[STATE], rests) for row, rests in zip(rows, found.grounds, strict=False)))
        self._frame(key, found.story, frame, sum(row[LISTED] for row in rows))
        return rows

    def _mentions(self, h: Happening | Resting) -> list[tuple[MentionKey, str]]:
        """Its mentions, each with its event's id."""
        if isinstance(h, Resting):
            at = [(b.id, m.trigger, m.event) for b, m in h.told]
        else:
            at = [(m.article, m.trigger, m.event) for m in h.mentions]
        return [((*self.members[article][:2], *trigger), event) for article, trigger, event in at]

    def _days(self, articles: Iterable[str]) -> Days:
        days = [self.members[a].day for a in articles]
        return Days(max(days), min(days))

    def _frame(self, key: int, s: Story, state: int, listed: int) -> None:
        values = (state, *self._days(s.articles), len(s.articles), listed, key)
        self.db.execute(
            """
            UPDATE linked_stories SET (state_key, day, first_day, articles, happenings) = (?1, ?2, ?3, ?4, ?5)
            WHERE story_key = ?6 AND (state_key, day, first_day, articles, happenings) IS NOT (?1, ?2, ?3, ?4, ?5)
            """,
            values,
        )

    def _place(self, keys: Sequence[int], computed: Sequence[Story], groups: Sequence[Sequence[int]]) -> None:
        """Put articles into their stories; those that are left empty are no longer there."""
        at = now()
        for key, s, group in zip(keys, computed, groups, strict=True):
            days = self._days(s.articles)
            self.db.execute(
                "INSERT INTO linked_stories VALUES (?, NULL, ?, ?, ?, 0) ON CONFLICT DO NOTHING",
                (key, *days, len(group)),
            )
            self.db.executemany(_INTO, ((*self.members[a][:2], key) for a in s.articles))
            self.db.executemany(_EVER, ((key, a, at) for a in group))

    def _show(
        self, rows: Sequence[tuple[Any, ...]], before: Mapping[int, tuple[Any, ...]], former: Collection[int]
    ) -> None:
        """What holds now, and no longer."""
        gone = set(before) - {row[0] for row in rows}
        self.db.executemany("DELETE FROM linked_mentions WHERE happening_key = ?", ((key,) for key in gone))
        self.db.executemany("DELETE FROM linked_happenings WHERE happening_key = ?", ((key,) for key in gone))
        show(self.db, rows, before)
        self.db.executemany(_EMPTY, ((key,) for key in former))

    def _tell(self, after: Mapping[tuple[MentionKey, str], int], before: Mapping[tuple[MentionKey, str], int]) -> None:
        """Which mention is of which happening."""
        gone = [(a, start, stop, event) for (a, _, start, stop), event in before.keys() - after.keys()]
        self.db.executemany("DELETE FROM linked_mentions WHERE (article_key, start, stop, event) = (?, ?, ?, ?)", gone)
        changed = [
            (a, start, stop, event, key)
            for ((a, text, start, stop), event), key in after.items()
            if before.get(((a, text, start, stop), event)) != key
        ]
        self.db.executemany("INSERT OR REPLACE INTO linked_mentions VALUES (?, ?, ?, ?, ?)", sorted(changed))

    def _key(self, table: str, letter: str, content: str) -> int:
        """A key for something that has none: that of the same content that had gone, or a new one."""
        column = KEYS[table]
        times = 0
        while True:
            id = made_id(letter, content, times)
            row = self.db.execute(f"SELECT {column} FROM {table} WHERE id = ?", (id,)).fetchone()
            if row is None:
                self.db.execute(f"INSERT INTO {table} (id, since) VALUES (?, ?)", (id, now()))
                key = int(self.db.last_insert_rowid())
                self._taken.add((table, key))
                return key
            key = int(row[0])
            present = self.db.execute(f"SELECT 1 FROM linked_{table} WHERE {column} = ?", (key,)).fetchone()
            if present is None and (table, key) not in self._taken:
                self._taken.add((table, key))
                self._note("back", id, None)
                return key
            times += 1

    def _pass(self, table: str, matched: Matched[Any], keys: Sequence[int]) -> None:
        """Note what went into another, came out of another, or is told of no more."""
        ids = self._ids(table, {*keys, *matched.merged, *matched.split.values(), *matched.gone})
        for former, n in matched.merged.items():
            self._note("merged", ids[former], ids[keys[n]])
        for n, former in matched.split.items():
            self._note("split", ids[former], ids[keys[n]])
        for former in matched.gone:
            self._note("ended", ids[former], None)

    def _note(self, kind: PassageKind, start: str, end: str | None) -> None:
        told = (kind, start, end, now(), self.maker)
        self.db.execute(
            "INSERT INTO passages (kind, from_id, into_id, at, maker, sha256) VALUES (?, ?, ?, ?, ?, ?)",
            (*told, seal_of(told)),
        )

    def _ids(self, table: str, keys: Collection[int]) -> dict[int, str]:
        asked = f"SELECT {KEYS[table]}, id FROM {table} WHERE {KEYS[table]} IN (SELECT value FROM json_each(?))"
        return {int(key): str(id) for key, id in self.db.execute(asked, (canonical(sorted(set(keys))),))}


def _renamed(h: Happening | Resting, id: str) -> Happening | Resting:
    return h.model_copy(update={"id": id}) if isinstance(h, Happening) else h._replace(id=id)


_INTO = """
INSERT INTO linked_articles (article_key, text_sha256, story_key) VALUES (?, ?, ?)
ON CONFLICT (article_key) DO UPDATE SET (text_sha256, story_key) = (excluded.text_sha256, excluded.story_key)
WHERE (text_sha256, story_key) IS NOT (excluded.text_sha256, excluded.story_key)
"""
_EVER = """
INSERT INTO story_articles SELECT ?1, ?2, ?3
WHERE NOT EXISTS (SELECT 1 FROM story_articles WHERE (story_key, article_key) = (?1, ?2))
"""
_EMPTY = """
DELETE FROM linked_stories
WHERE story_key = ?1 AND NOT EXISTS (SELECT 1 FROM linked_articles WHERE story_key = ?1)
"""
KEYS = {"stories": "story_key", "happenings": "happening_key"}


def stories_of(db: apsw.Connection, stories: Collection[int]) -> dict[int, int]:
    """The keys of the articles in some stories, each with its story's key."""
    asked = "SELECT article_key, story_key FROM linked_articles WHERE story_key IN (SELECT value FROM json_each(?))"
    return {int(a): int(s) for a, s in db.execute(asked, (canonical(sorted(stories)),))}


def mentions_of(db: apsw.Connection, articles: Collection[int]) -> dict[tuple[MentionKey, str], int]:
    """The mentions of these articles and their events' ids, each with the key of its happening."""
    asked = """
    SELECT article_key, text_sha256, start, stop, event, happening_key FROM linked_mentions
    JOIN linked_articles USING (article_key) WHERE article_key IN (SELECT value FROM json_each(?))
    """
    rows = db.execute(asked, (canonical(sorted(articles)),))
    return {((a, text, start, stop), event): key for a, text, start, stop, event, key in rows}
