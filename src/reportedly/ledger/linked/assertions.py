"""What each mention of a happening says of it: who, to whom, when, where, with which status, and on whose word."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from reportedly.connect.nouns import MentionRef, Where
from reportedly.ledger.fetch import fetch
from reportedly.ledger.stored import canonical
from reportedly.record.event import Status
from reportedly.record.span import Noun

if TYPE_CHECKING:
    from reportedly.ledger.connect import Ledger


class Teller(Noun):
    """Whose word it is: the statement's id, the source's words there, the name of the entity that it stands for, its
    kind, and through whom it came, origin first."""

    statement: str
    words: str | None = None
    name: str | None = None
    kind: str = "unknown"
    act: str = "say"
    relay: tuple[str, ...] = ()


class Assertion(Noun):
    """What one mention says. `days` are the first and the last on which it may have happened; None where it does not
    say. `teller` is None where the article says it in its own voice."""

    mention: MentionRef
    words: str
    type: str | None = None
    mode: str | None = None
    status: Status
    factuality: float | None = None
    days: tuple[str, str] | None = None
    place: Where | None = None
    actors: tuple[str, ...] = ()
    recipients: tuple[str, ...] = ()
    teller: Teller | None = None


_SAID = """
SELECT m.key, e.event_key, e.trigger, e.type, e.mode, e.status, e.factuality, e.earliest, e.latest, e.place_name,
e.country, e.lat, e.lon, s.id, s.source, s.source_name, s.source_kind, s.act, s.relay
FROM json_each(?) m JOIN articles a ON a.id = m.value ->> 0 JOIN latest l USING (article_key)
JOIN events e ON e.reading_key = l.reading_key AND e.id = m.value ->> 1
LEFT JOIN statements s ON s.reading_key = e.reading_key AND s.id = e.according_to
ORDER BY m.key
"""
_PARTIES = """
SELECT event_key, role, coalesce(name, text) FROM parties WHERE event_key IN (SELECT value FROM json_each(?))
ORDER BY event_key, role, position
"""


def assertions(ledger: Ledger, mentions: Sequence[MentionRef]) -> tuple[Assertion, ...]:
    """What these mentions say, in their order; those of articles that were forgotten are left out.

    LedgerError: the file cannot be read.
    """
    rows = fetch(ledger, _SAID, (canonical([[m.article, m.event] for m in mentions]),))
    parties: dict[tuple[int, str], list[str]] = {}
    for event, role, name in fetch(ledger, _PARTIES, (canonical([row[1] for row in rows]),)):
        parties.setdefault((event, role), []).append(name)
    return tuple(_assertion(mentions[n], told, parties) for n, *told in rows)


def _assertion(mention: MentionRef, told: Sequence[Any], parties: Mapping[tuple[int, str], Sequence[str]]) -> Assertion:
    event, words, type, mode, status, factuality, earliest, latest, name, country, lat, lon, *said = told
    return Assertion(
        mention=mention, words=words, type=type, mode=mode, status=status, factuality=factuality,
        days=(earliest[:10], latest[:10]) if earliest and latest else None,
        place=Where(name=name, country=country, lat=lat, lon=lon) if name else None,
        actors=tuple(parties.get((event, "actor"), ())), recipients=tuple(parties.get((event, "recipient"), ())),
        teller=_teller(said) if said[0] is not None else None,
    )  # fmt: skip


def _teller(said: Sequence[Any]) -> Teller:
    id, words, name, kind, act, relay = said
    return Teller(
        statement=id, words=words or None, name=name, kind=kind, act=act, relay=tuple(json.loads(relay) or ())
    )  # fmt: skip
