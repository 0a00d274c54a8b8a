"""What people rule: that happenings are one, or that mentions are of another. Each ruling can be taken back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

import apsw

from reportedly.connect.happenings import Ruling
from reportedly.connect.nouns import MentionRef
from reportedly.errors import LedgerError, NotInLedger
from reportedly.ledger.clock import now
from reportedly.ledger.connect import writing
from reportedly.ledger.fetch import fetch
from reportedly.ledger.find import find_article
from reportedly.ledger.linked.find import find_happening
from reportedly.ledger.linked.nouns import KeptRuling, RuledMention
from reportedly.ledger.seals import seal_of
from reportedly.ledger.stored import canonical, plain

if TYPE_CHECKING:
    from reportedly.ledger.connect import Ledger

Named = tuple[str, tuple[int, int]]
"""A mention as rulings name it: the hash of its text, and its trigger."""

_MENTIONS = """
SELECT a.id, la.text_sha256, m.start, m.stop, m.event, h.id FROM linked_mentions m
JOIN linked_articles la USING (article_key) JOIN articles a USING (article_key) JOIN happenings h USING (happening_key)
"""
_LEAST = 2
"""Happenings that a merger takes, mentions that a happening has to have to be split."""


def merge(ledger: Ledger, happenings: Sequence[str], who: str, because: str | None = None) -> KeptRuling:
    """Rule that these happenings are one. Their stories are computed again when links are next made.

    LedgerError: one of them is unknown, there are fewer than two, or an earlier ruling keeps them apart.
    """
    ids = list(dict.fromkeys(find_happening(ledger, words) for words in happenings))
    if len(ids) < _LEAST:
        raise LedgerError(
            "to merge happenings, name at least two different ones; list them with: reportedly happenings"
        )
    mentions = [m for id in ids for m in _mentions_of(ledger, id, side=0)]
    wanted = KeptRuling(number=0, kind="same", who=who, because=because, at="", mentions=tuple(mentions))
    _check(ledger, wanted)
    return _rule(ledger, wanted)


def split(ledger: Ledger, happening: str, mentions: Sequence[str], who: str, because: str | None = None) -> KeptRuling:
    """Rule that some mentions of a happening (ARTICLE/e5, or ARTICLE for all that are in it) are of another than the
    rest.

    LedgerError: there is no such happening, a mention is not of it, none or all of them are named, or an earlier ruling
    says that they are the same.
    """
    id = find_happening(ledger, happening)
    whole = _mentions_of(ledger, id, side=0)
    named = [ref for words in mentions for ref in _refs(ledger, words, whole, id)]
    away = {(m.mention.article, m.mention.event) for m in named}
    sided = [
        m.model_copy(update={"side": int((m.mention.article, m.mention.event) in away)}) for m in whole
    ]  # fmt: skip
    if not away or all(m.side for m in sided):
        raise LedgerError(
            f"to split {id}, name some of its mentions, not {'all' if away else 'none'} of them: {_list(whole)}"
        )
    wanted = KeptRuling(number=0, kind="apart", who=who, because=because, at="", mentions=tuple(sided))
    _check(ledger, wanted)
    return _rule(ledger, wanted)


def undo(ledger: Ledger, number: int, who: str, because: str | None = None) -> KeptRuling:
    """Take a ruling back. LedgerError: there is none of this number, or it is no longer in force."""
    found = next((r for r in rulings(ledger) if r.number == number), None)
    if found is None:
        raise NotInLedger(f"there is no ruling {number}; list them with: reportedly rulings")
    if not found.holds:
        said = f"taken back by ruling {found.undone}" if found.undone else "itself the taking back of another"
        raise LedgerError(f"ruling {number} cannot be taken back: it is {said}")
    told = {"kind": "undone", "who": who, "because": because, "undoes": number}
    return _rule(ledger, found.model_copy(update=told))


def rulings(ledger: Ledger) -> list[KeptRuling]:
    """Every ruling, the oldest first, with those that were taken back and those that took them back."""
    return rulings_in(fetch(ledger, RULINGS), fetch(ledger, RULED))


def ruled(db: apsw.Connection) -> list[KeptRuling]:
    """The rulings in force."""
    return [r for r in rulings_in(db.execute(RULINGS), db.execute(RULED)) if r.holds]


RULINGS = """
SELECT r.ruling_key, r.kind, r.who, r.because, r.at, r.undoes, u.ruling_key FROM rulings r
LEFT JOIN rulings u ON u.undoes = r.ruling_key ORDER BY r.ruling_key
"""
RULED = """
SELECT ruling_key, side, a.id, text_sha256, start, stop, happening, coalesce((
    SELECT event FROM linked_mentions l JOIN linked_articles la USING (article_key) WHERE l.article_key = m.article_key
    AND (la.text_sha256, l.start, l.stop) = (m.text_sha256, m.start, m.stop) LIMIT 1
), '') FROM ruled_mentions m JOIN articles a USING (article_key) ORDER BY ruling_key, side, a.id, start, stop
"""


def rulings_in(rows: Iterable[tuple[Any, ...]], mentions: Iterable[tuple[Any, ...]]) -> list[KeptRuling]:
    """Rulings from their rows. A mention whose text is no longer the latest has no event's id."""
    of: dict[int, list[RuledMention]] = {}
    for key, side, article, text, start, stop, happening, event in mentions:
        ref = MentionRef(article=article, event=event, trigger=(start, stop))
        of.setdefault(key, []).append(RuledMention(mention=ref, text_sha256=text, side=side, happening=happening))
    return [
        KeptRuling(
            number=key, kind=kind, who=who, because=because, at=at, mentions=tuple(of.get(key, ())), undoes=undoes,
            undone=undone,
        )
        for key, kind, who, because, at, undoes, undone in rows
    ]  # fmt: skip


def seal_of_ruling(told: Sequence[str | int | None]) -> str:
    """The hash of a ruling: kind, the number that it undoes, who, why, when."""
    return seal_of(told)


def _rule(ledger: Ledger, wanted: KeptRuling) -> KeptRuling:
    """Write a ruling; the stories of its articles have to be computed again."""
    who, because, mentions = wanted.who.strip(), (wanted.because or "").strip(), wanted.mentions
    if not who:
        raise LedgerError("a ruling says who made it: give a name with --who")
    with writing(ledger) as db:
        told = (wanted.kind, wanted.undoes, plain(who), plain(because) or None, now())
        db.execute(
            "INSERT INTO rulings (kind, undoes, who, because, at, sha256) VALUES (?, ?, ?, ?, ?, ?)",
            (*told, seal_of_ruling(told)),
        )
        key = int(db.last_insert_rowid())
        if wanted.kind != "undone":
            db.executemany(
                """
                INSERT INTO ruled_mentions (ruling_key, side, article_key, text_sha256, start, stop, happening, sha256)
                SELECT ?1, ?2, article_key, ?4, ?5, ?6, ?7, ?8 FROM articles WHERE id = ?3
                """,
                (mention_row(key, m) for m in dict.fromkeys(mentions)),
            )
        db.execute(
            """
            UPDATE linked_stories SET state_key = NULL WHERE story_key IN (
                SELECT story_key FROM linked_articles JOIN articles USING (article_key)
                WHERE id IN (SELECT value FROM json_each(?))
            )
            """,
            (canonical(sorted({m.mention.article for m in mentions})),),
        )
    return wanted.model_copy(update={"number": key, "who": told[2], "because": told[3], "at": told[4]})


def mention_row(key: int, m: RuledMention) -> tuple[Any, ...]:
    """The values of a ruled mention's row, its hash last."""
    told = (key, m.side, m.mention.article, m.text_sha256, *m.mention.trigger, m.happening)
    return (*told, seal_of(told))


def _mentions_of(ledger: Ledger, happening: str, side: int) -> list[RuledMention]:
    rows = fetch(ledger, f"{_MENTIONS} WHERE h.id = ? ORDER BY a.id, m.start, m.stop", (happening,))
    return [
        RuledMention(
            mention=MentionRef(article=article, event=event, trigger=(start, stop)), text_sha256=text, side=side,
            happening=id,
        )
        for article, text, start, stop, event, id in rows
    ]  # fmt: skip


def _refs(ledger: Ledger, words: str, whole: Sequence[RuledMention], id: str) -> Iterator[RuledMention]:
    """The mentions of a happening that are meant by ARTICLE/e5 or by ARTICLE."""
    article, _, event = words.rpartition("/") if "://" not in words and "/" in words else (words, "", "")
    found = find_article(ledger, article)
    meant = [m for m in whole if m.mention.article == found and event in ("", m.mention.event)]
    if not meant:
        raise NotInLedger(f"{words} is no mention of {id}; it has: {_list(whole)}")
    yield from meant


def _list(mentions: Sequence[RuledMention], most: int = 10) -> str:
    refs = [f"{m.mention.article}/{m.mention.event}" for m in mentions]
    return ", ".join(refs[:most]) + (f" and {len(refs) - most} more" if len(refs) > most else "")


def _check(ledger: Ledger, wanted: KeptRuling) -> None:
    """LedgerError where a ruling in force says the contrary."""
    held = [r for r in rulings(ledger) if r.holds]
    leader: dict[Named, Named] = {}

    def find(x: Named) -> Named:
        while leader.get(x, x) != x:
            x = leader[x]
        return x

    pairs = [(p, wanted) for p in wanted.pairs] + [(p, r) for r in held for p in r.pairs]
    for pair, _ in pairs:
        if pair.same:
            leader[find(pair.first)] = find(pair.second)
    for pair, ruling in pairs:
        if not pair.same and find(pair.first) == find(pair.second):
            first = ruling if ruling is not wanted else _joining(pair, held) or wanted
            what = "keeps them apart" if first.kind == "apart" else "says that they are the same"
            raise LedgerError(
                f"ruling {first.number}, by {first.who} at {first.at}, {what}; take it back first: "
                f"reportedly rulings --undo {first.number}"
            )


def _joining(pair: Ruling, held: Sequence[KeptRuling]) -> KeptRuling | None:
    """A ruling in force that holds one of two mentions to others."""
    ends = {pair.first, pair.second}
    for r in held:
        if r.kind == "same" and ends & {(m.text_sha256, m.mention.trigger) for m in r.mentions}:
            return r
    return None
