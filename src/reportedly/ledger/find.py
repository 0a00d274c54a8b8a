"""From what a person types to an article."""

from __future__ import annotations

import re

from reportedly.errors import NotInLedger
from reportedly.ledger.connect import Ledger, explained
from reportedly.ledger.identity import address_of
from reportedly.ledger.stored import plain

_PREFIX = re.compile(r"a[0-9a-f]{3,15}")
_SHOWN = 5


def find_article(ledger: Ledger, words: str) -> str:
    """The id of the article with this id, the beginning of it (4 letters or more), this address, or this id of its own.

    NotInLedger: there is none, there are several, or it was forgotten.
    """
    words, found = plain(words.strip()), []
    for sql, value in _ways(words):
        with explained(ledger.path):
            found = [str(id) for (id,) in ledger.db.execute(sql, {"it": value, "most": _SHOWN + 1})]
        if len(found) == 1:
            return found[0]
        if found:
            break
    if found:
        some = ", ".join(found[:_SHOWN]) + (" …" if len(found) > _SHOWN else "")
        raise NotInLedger(f'several articles are called "{words}": {some}; name one of these')
    if told := _tombstone(ledger, words):
        at, who, reason = told
        raise NotInLedger(f"{words} was forgotten at {at} by {who}: {reason}")
    raise NotInLedger(f'{ledger.path} holds no article "{words}"; list them with: reportedly articles')


def find_to_forget(ledger: Ledger, words: str) -> str:
    """The same, and the full id of an article that was forgotten before: its erasure can be gone through again."""
    words = plain(words.strip())
    return words if _tombstone(ledger, words) else find_article(ledger, words)


def _ways(words: str) -> list[tuple[str, str]]:
    """Queries in order of precedence, each with what it looks for."""
    limit = "LIMIT :most"
    ways = [(f"SELECT id FROM articles WHERE id = :it {limit}", words)]
    for url in (words, "https://" + words):
        if address := address_of(url):
            ways.append((f"SELECT id FROM articles WHERE address = :it {limit}", address))
    ways.append((f"SELECT id FROM articles WHERE given = :it ORDER BY id {limit}", words))
    if _PREFIX.fullmatch(words):
        ways.append((f"SELECT id FROM articles WHERE id >= :it AND id < :it || 'g' ORDER BY id {limit}", words))
    return ways


def _tombstone(ledger: Ledger, id: str) -> tuple[str, str, str] | None:
    """When an article was forgotten, by whom and why."""
    with explained(ledger.path):
        row = ledger.db.execute("SELECT at, who, reason FROM forgotten WHERE article_id = ?", (id,)).fetchone()
    return (str(row[0]), str(row[1]), str(row[2])) if row else None
