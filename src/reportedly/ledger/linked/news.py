"""What is new in stories that were computed again, noted as it is found."""

from __future__ import annotations

from collections.abc import Sequence

import apsw

from reportedly.connect.changes import Change, changes_between
from reportedly.connect.nouns import Story
from reportedly.ledger.clock import now
from reportedly.ledger.linked.present import Settled
from reportedly.ledger.linked.states import happenings_in
from reportedly.ledger.seals import seal_of


def note(db: apsw.Connection, written: Sequence[Settled]) -> int:
    """Write down what is new in these stories. How many of those that lists show are."""
    new, rows = 0, []
    for s in written:
        before, after = compared(db, s)
        new += sum(h.listed and h.id in s.made for h in after.happenings)
        for change in changes_between(before, after):
            told, at = change.model_dump_json(exclude_defaults=True), now()
            keys = (s.story, s.keys.get(change.happening or ""))
            seal = seal_of_change(after.id, change.happening if keys[1] else None, change.kind, at, told)
            rows.append((*keys, change.kind, at, told, seal))
    db.executemany(_ADD, rows)
    return new


_ADD = "INSERT INTO changes (story_key, happening_key, kind, at, change, sha256) VALUES (?, ?, ?, ?, ?, ?)"


def compared(db: apsw.Connection, s: Settled) -> tuple[Story | None, Story]:
    """A story before and now, each with those happenings only that are otherwise than before; left out are those whose
    earlier state was erased, as nobody can say what is new in them. None before where none of the story was there."""
    was = happenings_in(db, s.before)
    before = tuple(was[k] for k in s.before if k in was)
    there = {h.id for h in before} | s.made
    after = s.now.model_copy(update={"happenings": tuple(h for h in s.after if h.id in there)})
    return after.model_copy(update={"happenings": before}) if s.known else None, after


def seal_of_change(story: str, happening: str | None, kind: str, at: str, told: str) -> str:
    """The hash of a change's row."""
    return seal_of((story, happening, kind, at, told))


def change_of(told: str) -> Change:
    """A change as it was written. ValueError: it is damaged."""
    return Change.model_validate_json(told)
