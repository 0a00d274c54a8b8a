"""From what the happenings of larger stories were found: where it is the same again, they need not be found again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

import apsw

from reportedly.connect.grounds import Recall
from reportedly.connect.happenings import Cluster
from reportedly.connect.nouns import Happening
from reportedly.ledger.linked.packed import noun_of
from reportedly.ledger.stored import canonical

_FOUND = """
SELECT grounds, state FROM linked_happenings JOIN grounds USING (happening_key, state_key) JOIN states USING (state_key)
WHERE linked_happenings.story_key IN (SELECT value FROM json_each(?))
"""
_KEPT = """
SELECT happening_key, state_key, grounds FROM linked_happenings JOIN grounds USING (happening_key, state_key)
WHERE story_key = ?
"""
_NOTE = """
INSERT INTO grounds VALUES (?, ?, ?)
ON CONFLICT (happening_key) DO UPDATE SET (state_key, grounds) = (excluded.state_key, excluded.grounds)
WHERE (state_key, grounds) IS NOT (excluded.state_key, excluded.grounds)
"""


def recalled(db: apsw.Connection, stories: Collection[int], fresh: Collection[str]) -> Recall:
    """What was found in these stories, read when it is asked for; not where an article, by its id, is fresh: its brief
    may be another."""

    def recall(asked: Mapping[bytes, Cluster]) -> dict[bytes, Happening]:
        rows = db.execute(_FOUND, (canonical(sorted(stories)),))
        return {k: noun_of(Happening, blob) for k, blob in rows if k in asked and not _any(asked[k], fresh)}

    return recall


def _any(cluster: Cluster, articles: Collection[str]) -> bool:
    return not set(articles).isdisjoint(cluster.articles)


def kept(db: apsw.Connection, story: int, grounds: Mapping[int, bytes]) -> dict[int, int]:
    """Which happenings of a story rest on what they did, by key: the keys of their states."""
    return {key: state for key, state, before in db.execute(_KEPT, (story,)) if grounds.get(key) == before}


def note(db: apsw.Connection, rows: Iterable[tuple[int, int, bytes]]) -> None:
    """Write down from what happenings were found: their keys, those of their states, the grounds."""
    db.executemany(_NOTE, rows)
