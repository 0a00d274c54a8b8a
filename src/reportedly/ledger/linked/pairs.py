"""Links between two articles, one row for each that was found; of one kind and pair the last row counts."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterable, Iterator, Mapping

import apsw

from reportedly.connect.nouns import Link
from reportedly.connect.stories import ONE_TEXT, Tie
from reportedly.ledger.clock import now
from reportedly.ledger.seals import seal_of
from reportedly.ledger.stored import canonical

WITHDRAWN = 0.0
"""The score of a link that holds no more: one of its articles has another text or reading, or the rules are others."""

Pair = tuple[str, str, str]
"""A kind and the ids of two articles, in their order."""


def pair_of(link: Link) -> Pair:
    """What a link is of, whichever way it points."""
    one, other = sorted((link.start.id, link.end.id))
    return link.kind, one, other


def current(db: apsw.Connection, articles: Collection[str]) -> dict[Pair, Link]:
    """The links of these articles that hold, to each other and to others."""
    asked = """
    SELECT kind, one_key, other_key, score, link FROM links WHERE link_key IN (
        SELECT max(link_key) FROM (
            SELECT l.link_key, l.kind, l.one_key, l.other_key FROM links l JOIN articles a ON a.article_key = l.one_key
            WHERE a.id IN (SELECT value FROM json_each(:ids))
            UNION ALL
            SELECT l.link_key, l.kind, l.one_key, l.other_key FROM links l
            JOIN articles a ON a.article_key = l.other_key
            WHERE a.id IN (SELECT value FROM json_each(:ids))
        ) GROUP BY kind, one_key, other_key
    ) AND score > 0 ORDER BY link_key
    """
    rows = db.execute(asked, {"ids": canonical(sorted(articles))})
    links = (Link.model_validate_json(row[-1]) for row in rows)
    return {pair_of(link): link for link in links}


def others(db: apsw.Connection, articles: Collection[int]) -> set[int]:
    """The articles to which links of these hold, by their keys."""
    return {int(key) for (key,) in db.execute(_OTHERS, {"keys": canonical(sorted(articles))})}


_OTHERS = """
SELECT other_key FROM (
    SELECT max(link_key), other_key, score FROM links WHERE one_key IN (SELECT value FROM json_each(:keys))
    GROUP BY kind, one_key, other_key
) WHERE score > 0 UNION SELECT one_key FROM (
    SELECT max(link_key), one_key, score FROM links WHERE other_key IN (SELECT value FROM json_each(:keys))
    GROUP BY kind, one_key, other_key
) WHERE score > 0
"""


def ties(db: apsw.Connection, ids: Mapping[int, str]) -> list[Tie]:
    """What decides of the stories of some articles, their ids by their keys: the links that hold among them."""
    rows = db.execute(_TIES, {"keys": canonical(sorted(ids)), "copied": f'"feature":"{ONE_TEXT}"'})
    return [Tie(ids[one], ids[other], score, bool(copied)) for one, other, score, copied in rows]


_TIES = """
SELECT one_key, other_key, score, instr(link, :copied) FROM (
    SELECT max(link_key), one_key, other_key, score, link FROM links WHERE kind = 'same_story'
    AND one_key IN (SELECT value FROM json_each(:keys)) AND +other_key IN (SELECT value FROM json_each(:keys))
    GROUP BY one_key, other_key
) WHERE score > 0
"""
"""By the keys of the one only (+): to look up every pair takes as many steps as there are pairs. A feature is sought in
the JSON as it is spelt: a story of 60 articles has 1,200 links, and to read them all costs ten times more."""


def add(db: apsw.Connection, links: Collection[Link]) -> None:
    """Add links between articles of the ledger."""
    ids = sorted({i for link in links for i in pair_of(link)[1:]})
    asked = "SELECT id, article_key FROM articles WHERE id IN (SELECT value FROM json_each(?))"
    keys: dict[str, int] = dict(db.execute(asked, (canonical(ids),)))
    at, rows = now(), []
    for link in links:
        kind, *ids = pair_of(link)
        score = WITHDRAWN if link.score is None else float(link.score)
        told = link.model_dump_json(exclude_defaults=True)
        rows.append((kind, *sorted(keys[i] for i in ids), score, told, at, seal_of_link(link, score, told, at)))
    db.executemany(_ADD, rows)


_ADD = "INSERT INTO links (kind, one_key, other_key, score, link, at, sha256) VALUES (?, ?, ?, ?, ?, ?, ?)"


def replace(db: apsw.Connection, articles: Collection[str], links: Iterable[Link]) -> None:
    """What was found for articles that are linked anew: links that are otherwise than before are added, those that
    hold no more are withdrawn."""
    before = current(db, articles)
    after = {pair_of(link): link for link in links}
    changed = [link for pair, link in after.items() if before.get(pair) != link]
    gone = [link.model_copy(update={"score": WITHDRAWN}) for pair, link in before.items() if pair not in after]
    add(db, [*changed, *gone])


def seal_of_link(link: Link, score: float, told: str, at: str) -> str:
    """The hash of a link's row."""
    return seal_of((*pair_of(link), repr(score), told, at))


def faults(db: apsw.Connection) -> Iterator[tuple[int, str]]:
    """Links that are not as they were written: key and what is wrong."""
    asked = """
    SELECT link_key, kind, one.id, other.id, score, link, at, sha256 FROM links
    JOIN articles one ON one.article_key = one_key JOIN articles other ON other.article_key = other_key
    """
    for key, kind, one, other, score, told, at, seal in db.execute(asked):
        try:
            link = Link.model_validate(json.loads(told))
        except ValueError:
            yield key, "it cannot be read"
            continue
        if seal_of_link(link, score, told, at) != seal:
            yield key, "it was changed: its hash differs"
        elif pair_of(link) != (kind, *sorted((one, other))):
            yield key, "it is between other articles than its row says"
