"""Names of anchors: by counting where many articles share a page, else by the record's own ids."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable

from reportedly.record import Entity, Event, Place, Statement, Time
from reportedly.web.reading.view import ArticleView

Naming = Callable[[ArticleView, str], dict[int, str]]
"""From a view and what the names are to begin with to the name of each noun, by `id(noun)`."""

_PLAIN = re.compile(r"[a-z][0-9]{1,9}", re.ASCII)


def counted(view: ArticleView, key: str) -> dict[int, str]:
    """Statements and event mentions, in the order in which they are shown; never made from the record's own text."""
    keys = {id(v.statement): f"{key}s{n}" for n, v in enumerate((*view.said, *view.refused), 1)}
    return keys | {id(e): f"{key}e{n}" for n, e in enumerate((e for v in view.events for e in v.mentions), 1)}


def own(view: ArticleView, key: str) -> dict[int, str]:
    """Every noun by its id in the record, so that "#s3" is the same for good. One whose id is not plain, or is also
    another's, is counted."""
    record = view.record
    nouns: list[Statement | Event | Time | Place | Entity]
    nouns = [*record.statements, *record.events, *record.times, *record.places, *record.entities]
    times = Counter(x.id for x in nouns)
    return {
        id(x): x.id if _PLAIN.fullmatch(x.id) and times[x.id] == 1 else f"{key}-{n}" for n, x in enumerate(nouns, 1)
    }
