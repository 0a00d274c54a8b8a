"""How a happening came to be what it is: its states, one after another, and the hash by which one is cited."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.connect.nouns import Happening, Standing
from reportedly.connect.wording import summed_up
from reportedly.errors import LedgerError, NotInLedger
from reportedly.ledger.fetch import fetch
from reportedly.ledger.linked.news import change_of
from reportedly.ledger.linked.nouns import KeptChange
from reportedly.ledger.linked.packed import noun_of
from reportedly.ledger.seals import seal_of
from reportedly.record.span import Noun

if TYPE_CHECKING:
    from reportedly.ledger.connect import Ledger

LATEST = 200
"""States that are unpacked at once: one for each time that new articles changed it; a happening of 60 articles, added
one by one, has at most 60. Earlier ones are counted."""


class StateRef(Noun):
    """A state for good: when it was found (UTC), what made it, the sha256 of its canonical JSON."""

    at: str
    by: str
    sha256: str


class State(Noun):
    """A state in short: what it was then, how many articles told of it, its origins at least and at most."""

    ref: StateRef
    words: str
    status: Standing
    articles: int
    origins: tuple[int, int]


class States(Noun):
    """The states of a happening, the oldest first; `before` counts those that are older still."""

    states: tuple[State, ...] = ()
    before: int = 0


_LAST = """
SELECT at, maker, state_sha256 FROM states JOIN happenings h USING (happening_key) WHERE h.id = ?
ORDER BY state_key DESC LIMIT 1
"""
_WHOLE = """
SELECT at, maker, state_sha256 FROM states WHERE state_key IN (
    SELECT state_key FROM linked_stories JOIN stories s USING (story_key) WHERE s.id = :id
    UNION ALL SELECT l.state_key FROM linked_happenings l JOIN stories s USING (story_key) WHERE s.id = :id
)
"""
_STATES = """
SELECT at, maker, state_sha256, state FROM states JOIN happenings h USING (happening_key) WHERE h.id = ?
ORDER BY state_key DESC LIMIT ?
"""
_NEWS = """
SELECT c.at, s.id, c.change FROM changes c JOIN stories s USING (story_key) WHERE {}
ORDER BY change_key DESC LIMIT :most
"""
_OF_STORY = "c.story_key = (SELECT story_key FROM stories WHERE id = :id)"
_OF_HAPPENING = """
c.happening_key = (SELECT happening_key FROM happenings WHERE id = :id)
AND c.story_key IN (SELECT story_key FROM states JOIN happenings h USING (happening_key) WHERE h.id = :id)
"""
_COUNT = "SELECT count(*) FROM states JOIN happenings h USING (happening_key) WHERE h.id = ?"


def state_ref(ledger: Ledger, id: str) -> StateRef:
    """The present state of the happening with this id. LedgerError: there is none."""
    for at, by, sha256 in fetch(ledger, _LAST, (id,)):
        return StateRef(at=at, by=by, sha256=sha256)
    raise NotInLedger(f'{ledger.path} holds no happening "{id}"; list them with: reportedly happenings')


def story_ref(ledger: Ledger, id: str) -> StateRef:
    """The present state of the story with this id and of all its happenings: the newest time and its maker, and one
    hash made of theirs. LedgerError: there is none."""
    rows = fetch(ledger, _WHOLE, {"id": id})
    if not rows:
        raise NotInLedger(f'{ledger.path} holds no story "{id}"; list them with: reportedly stories')
    at, by, _ = max(rows)
    return StateRef(at=at, by=by, sha256=seal_of(sorted(sha256 for _, _, sha256 in rows)))


def news_of(ledger: Ledger, id: str, most: int = LATEST) -> tuple[KeptChange, ...]:
    """The last changes of the story or happening with this id, the newest first. LedgerError: one is damaged."""
    among = _OF_HAPPENING if id.startswith("h") else _OF_STORY
    rows = fetch(ledger, _NEWS.format(among), {"id": id, "most": most})
    try:
        return tuple(KeptChange(at=at, story=story, change=change_of(told)) for at, story, told in rows)
    except ValueError as error:
        raise _damaged(ledger, error) from error


def states(ledger: Ledger, id: str) -> States:
    """The last states of the happening with this id, at most LATEST. LedgerError: one is damaged."""
    [(count,)] = fetch(ledger, _COUNT, (id,))
    found = []
    for at, by, sha256, blob in fetch(ledger, _STATES, (id, LATEST)):
        try:
            h = noun_of(Happening, blob)
        except ValueError as error:
            raise _damaged(ledger, error) from error
        ref = StateRef(at=at, by=by, sha256=sha256)
        range = (h.origins.at_least, h.origins.at_most)
        found.append(
            State(ref=ref, words=summed_up(h), status=h.status, articles=len(h.articles), origins=range)
        )  # fmt: skip
    return States(states=tuple(reversed(found)), before=count - len(found))


def _damaged(ledger: Ledger, why: object) -> LedgerError:
    return LedgerError(f"{ledger.path}: {why}; find out what else is with: reportedly verify --db {ledger.path}")
