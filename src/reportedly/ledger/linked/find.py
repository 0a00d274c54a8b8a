"""From what a person types to a happening or a story."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from reportedly.errors import NotInLedger
from reportedly.ledger.fetch import fetch
from reportedly.ledger.find import find_article
from reportedly.ledger.stored import plain

if TYPE_CHECKING:
    from reportedly.ledger.connect import Ledger

_HAPPENING = re.compile(r"h[0-9a-f]{3,15}")
_STORY = re.compile(r"s[0-9a-f]{3,15}")
_EVENT = re.compile(r"(.+)/(e\d+)")
_SHOWN = 5
_PASSED = """
SELECT kind, into_id, at FROM passages WHERE from_id = ? AND kind != 'split' ORDER BY passage_key DESC LIMIT 1
"""
FARTHEST = 100
"""Mergers that are followed from a vanished id: more are a ring, which no ledger of ours has."""


def find_happening(ledger: Ledger, words: str) -> str:
    """The id of the happening with this id, the beginning of it (4 letters or more), or with this event (ARTICLE/e5).
    One that was merged into another leads to that.

    NotInLedger: there is none, there are several, or nothing tells of it any more.
    """
    words = plain(words.strip())
    if event := _EVENT.fullmatch(words):
        asked = """
        SELECT h.id FROM linked_mentions JOIN happenings h USING (happening_key) JOIN articles a USING (article_key)
        WHERE a.id = ? AND event = ?
        """
        named = (find_article(ledger, event[1]), event[2])
        found = fetch(ledger, asked, named)
        if not found:
            raise NotInLedger(f"{words} {_why_none(ledger, *named)}")
        return str(found[0][0])
    id = _of_table(ledger, "happenings", words) if _HAPPENING.fullmatch(words) else None
    if id is None:
        raise NotInLedger(f'{ledger.path} holds no happening "{words}"; list them with: reportedly happenings')
    return _present(ledger, id, "linked_happenings JOIN happenings USING (happening_key)")


def _why_none(ledger: Ledger, article: str, event: str) -> str:
    """Why an event is of no happening."""
    asked = """
    SELECT la.article_key IS NOT NULL, EXISTS (SELECT 1 FROM waiting w WHERE w.article_key = a.article_key)
    FROM events e JOIN latest USING (reading_key) JOIN articles a USING (article_key)
    LEFT JOIN linked_articles la USING (article_key) WHERE a.id = ? AND e.id = ?
    """
    found = fetch(ledger, asked, (article, event))
    if not found:
        return f"is no event; see those of the article with: reportedly show {article} --all-events"
    [(linked, waits)] = found
    if not linked or waits:
        return f"is of no happening; link the ledger with: reportedly link --db {ledger.path}"
    return f"is told in this article alone, so no happening is kept of it: reportedly show {article} --all-events"


def find_story(ledger: Ledger, words: str) -> str:
    """The id of the story with this id, the beginning of it, of this happening, or of this article.

    NotInLedger: there is none, there are several, or it holds no article any more.
    """
    words = plain(words.strip())
    if _STORY.fullmatch(words) and (id := _of_table(ledger, "stories", words)):
        return _present(ledger, id, "linked_stories JOIN stories USING (story_key)")
    if event := _EVENT.fullmatch(words):
        return find_story(ledger, event[1])
    if _HAPPENING.fullmatch(words):
        of = """
        SELECT s.id FROM linked_happenings l JOIN stories s USING (story_key) JOIN happenings h USING (happening_key)
        WHERE h.id = ?
        """
        return str(fetch(ledger, of, (find_happening(ledger, words),))[0][0])
    try:
        article = find_article(ledger, words)
    except NotInLedger as error:
        raise NotInLedger(f'{ledger.path} holds no story "{words}"; list them with: reportedly stories') from error
    of = """
    SELECT s.id FROM linked_articles JOIN stories s USING (story_key) JOIN articles a USING (article_key) WHERE a.id = ?
    """
    found = fetch(ledger, of, (article,))
    if not found:
        raise NotInLedger(f"{article} is not linked yet; do so with: reportedly link --db {ledger.path}")
    return str(found[0][0])


def _of_table(ledger: Ledger, table: str, words: str) -> str | None:
    """The one id that begins so."""
    asked = f"SELECT id FROM {table} WHERE id = :it OR (id >= :it AND id < :it || 'g') ORDER BY id LIMIT :most"
    found = [str(id) for (id,) in fetch(ledger, asked, {"it": words, "most": _SHOWN + 1})]
    if len(found) > 1 and words not in found:
        some = ", ".join(found[:_SHOWN]) + (" …" if len(found) > _SHOWN else "")
        raise NotInLedger(f'several are called "{words}": {some}; name one of these')
    return words if words in found else found[0] if found else None


def _present(ledger: Ledger, id: str, present: str) -> str:
    """The same, or that into which it was merged, and so on."""
    asked = id
    for _ in range(FARTHEST):
        if fetch(ledger, f"SELECT 1 FROM {present} WHERE id = ?", (id,)):
            return id
        passed = fetch(ledger, _PASSED, (id,))
        if not passed:
            break
        [(kind, into, at)] = passed
        if kind != "merged" or into is None:
            raise NotInLedger(f"{asked}: nothing tells of it any more since {at}")
        id = str(into)
    raise NotInLedger(f"{asked} waits to be linked again; do so with: reportedly link --db {ledger.path}")
