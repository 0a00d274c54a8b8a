"""From what the happenings of larger stories were found: where it is the same again, they need not be found again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

import apsw

from reportedly.connect.grounds import Recall
from reportedly.connect.happenings import Cluster

_FOUND = """
SELECT grounds, happening_key FROM linked_happenings JOIN grounds USING (happening_key, state_key) WHERE story_key = ?
"""
_NOTE = """
INSERT INTO grounds VALUES (?, ?, ?)
ON CONFLICT (happening_key) DO UPDATE SET (state_key, grounds) = (excluded.state_key, excluded.grounds)
WHERE (state_key, grounds) IS NOT (excluded.state_key, excluded.grounds)
"""


def recalled(db: apsw.Connection, story: int | None, fresh: Collection[str]) -> Recall:
    """What was found in a story, read when it is asked for; not where an article, by its id, is fresh: its brief may be
    another."""

    def recall(asked: Mapping[bytes, Cluster]) -> dict[bytes, int]:
        rows = db.execute(_FOUND, (story,))
        return {k: key for k, key in rows if k in asked and not _any(asked[k], fresh)}

    return recall


def _any(cluster: Cluster, articles: Collection[str]) -> bool:
    return not set(articles).isdisjoint(cluster.articles)


def note(db: apsw.Connection, rows: Iterable[tuple[int, int, bytes]]) -> None:
    """Write down from what happenings were found: their keys, those of their states, the grounds."""
    db.executemany(_NOTE, rows)
