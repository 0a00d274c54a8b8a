"""Questions to a linked ledger: happenings, stories, what is new, what became of an id."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, TypeVar, get_args

from reportedly.connect.changes import ChangeKind
from reportedly.connect.nouns import DisputeKind, Evidence, Happening, Standing, Story, Where
from reportedly.errors import LedgerError, NotInLedger, RunError
from reportedly.events.ontology import load_ontology
from reportedly.ledger.clauses import (
    Clause,
    article_words,
    first_day,
    last_day,
    outlets_called,
    statement_clauses,
    where,
    within,
)
from reportedly.ledger.clock import evened
from reportedly.ledger.fetch import fetch, snapshot
from reportedly.ledger.find import find_article
from reportedly.ledger.kept import COLUMNS, READINGS, kept_of
from reportedly.ledger.linked.find import find_happening, find_story
from reportedly.ledger.linked.news import change_of
from reportedly.ledger.linked.nouns import (
    EVERYTHING,
    FoundHappening,
    FoundStory,
    HappeningOutline,
    KeptChange,
    News,
    Passage,
    Sought,
)
from reportedly.ledger.linked.packed import noun_of
from reportedly.ledger.nouns import Filter, Kept
from reportedly.ledger.paging import START, Page, Part, behind, paged
from reportedly.ledger.search import expression
from reportedly.ledger.stored import canonical
from reportedly.record.span import Noun

if TYPE_CHECKING:
    from reportedly.ledger.connect import Ledger

N = TypeVar("N", bound=Noun)

STANDINGS: tuple[str, ...] = tuple(dict.fromkeys(x for part in get_args(Standing) for x in get_args(part) or (part,)))
DISPUTES: tuple[str, ...] = get_args(DisputeKind)

_OF = "linked_happenings l JOIN happenings h USING (happening_key) JOIN stories s ON s.story_key = l.story_key"
_TOLD = "linked_mentions m JOIN latest USING (article_key) JOIN readings r USING (reading_key)"


def happenings(ledger: Ledger, asked: Sought, part: Part = START) -> Page[FoundHappening]:
    """The happenings that fit, those with the newest article first. RunError: what is asked cannot be understood."""
    with snapshot(ledger):
        rows = _listed(ledger, "l.state_key, s.id, h.since", asked, part)
        found = tuple(_found(ledger, *row[2:]) for row in rows[: part.limit])
    return Page(found, paged(rows, part.limit))


def outlines(ledger: Ledger, asked: Sought, part: Part = START) -> Page[HappeningOutline]:
    """The same in outline: what a list tells of them, for a fraction of the cost."""
    columns = (
        "h.id, s.id, h.since, l.name, l.type, l.mode, l.status, l.earliest, l.latest,"
        " l.place, l.country, l.lat, l.lon, l.articles, l.at_least, l.at_most, l.disputes, l.first_day"
    )
    rows = _listed(ledger, columns, asked, part)
    return Page(tuple(_outline(row) for row in rows[: part.limit]), paged(rows, part.limit))


def _listed(ledger: Ledger, columns: str, asked: Sought, part: Part) -> list[tuple[Any, ...]]:
    """The rows of a list of happenings, and one more where more fit: what they are ordered by, then the columns."""
    wanted = where((*happening_clauses(ledger, asked), *behind(part.after, "l.day", "l.happening_key")))
    sql = (
        f"SELECT l.day, l.happening_key, {columns} FROM {_OF} WHERE {wanted.sql}"
        " ORDER BY l.day DESC, l.happening_key DESC LIMIT ?"
    )
    return fetch(ledger, sql, (*wanted.values, part.limit + 1))


def _outline(row: tuple[Any, ...]) -> HappeningOutline:
    day, _, id, story, since, name, type_, mode, status, first, last, place, country, lat, lon, *counts = row
    articles, least, most, disputes, first_day = counts
    return HappeningOutline(
        id=id, story=story, since=since, name=name, type=type_, mode=mode, status=status,
        date=(first, last) if first else None,
        place=Where(name=place, country=country, lat=lat, lon=lon) if place else None,
        articles=articles, at_least=least, at_most=most, disputes=tuple(disputes.split()), day=day, first_day=first_day,
    )  # fmt: skip


def stories(ledger: Ledger, asked: Sought, part: Part = START) -> Page[FoundStory]:
    """The stories of which a happening fits, whole, the newest article's first. RunError: as for happenings."""
    clauses = [*behind(part.after, "t.day", "t.story_key")]
    if asked != Sought():
        wanted = where(happening_clauses(ledger, asked))
        clauses.append(Clause(f"t.story_key IN (SELECT l.story_key FROM {_OF} WHERE {wanted.sql})", wanted.values))
    every = where(clauses)
    sql = (
        "SELECT t.day, t.story_key, s.id FROM linked_stories t JOIN stories s USING (story_key)"
        f" WHERE t.state_key IS NOT NULL AND {every.sql} ORDER BY t.day DESC, t.story_key DESC LIMIT ?"
    )
    with snapshot(ledger):
        rows = fetch(ledger, sql, (*every.values, part.limit + 1))
        found = tuple(_story(ledger, id) for _, _, id in rows[: part.limit])
    return Page(found, paged(rows, part.limit))


def happenings_by_key(ledger: Ledger, keys: Sequence[int]) -> dict[int, FoundHappening]:
    """The happenings with these keys of this ledger, in their order; those that are gone are left out."""
    sql = f"""
    SELECT l.happening_key, l.state_key, s.id, h.since FROM {_OF}
    WHERE l.happening_key IN (SELECT value FROM json_each(?))
    """
    found = {key: _found(ledger, *row) for key, *row in fetch(ledger, sql, (canonical(list(keys)),))}
    return {key: found[key] for key in keys if key in found}


def happening(ledger: Ledger, words: str) -> FoundHappening:
    """The happening with this id or its beginning, or of this event (ARTICLE/e5); where it was merged, what it is now.
    LedgerError: there is none."""
    with snapshot(ledger):
        id = find_happening(ledger, words)
        [row] = fetch(ledger, f"SELECT l.state_key, s.id, h.since FROM {_OF} WHERE h.id = ?", (id,))
        found = _found(ledger, *row)
    return found.model_copy(update={"asked": _asked(words, "h", id)})


def story(ledger: Ledger, words: str) -> FoundStory:
    """The story with this id or its beginning, of this happening, or of this article. LedgerError: there is none."""
    with snapshot(ledger):
        id = find_story(ledger, words)
        return _story(ledger, id).model_copy(update={"asked": _asked(words, "s", id)})


def frame(ledger: Ledger, id: str) -> Story:
    """The story with this id without its happenings: its articles, copies and lineage. NotInLedger: there is none."""
    sql = (
        "SELECT state FROM linked_stories JOIN stories s USING (story_key) JOIN states USING (state_key) WHERE s.id = ?"
    )
    for (blob,) in fetch(ledger, sql, (id,)):
        return stored_noun(ledger, Story, blob)
    raise _waits(ledger, id)


def changes(ledger: Ledger, since: str | None = None, part: Part = START, asked: News = EVERYTHING) -> Page[KeptChange]:
    """What was found to be new since a day (2025, 2025-09, 2025-09-01) or a moment (UTC), the oldest first.

    RunError: that is neither. LedgerError: a change cannot be read, or there is no such story.
    """
    after = int(part.after) if part.after and part.after.isascii() and part.after.isdigit() else 0
    if part.after and not after:
        raise RunError(f"{part.after}: no cursor; use one that a page of this list gave")
    wanted = where([Clause("change_key > ?", (after,)), Clause("c.at >= ?", (moment(since),)), *_news(ledger, asked)])
    sql = (
        "SELECT change_key, c.at, s.id, c.change FROM changes c JOIN stories s USING (story_key)"
        f" WHERE {wanted.sql} ORDER BY change_key LIMIT ?"
    )
    rows = fetch(ledger, sql, (*wanted.values, part.limit + 1))
    try:
        found = tuple(KeptChange(at=at, story=id, change=change_of(told)) for _, at, id, told in rows[: part.limit])
    except ValueError as error:
        raise _damaged(ledger, error) from error
    return Page(found, str(rows[part.limit - 1][0]) if 0 < part.limit < len(rows) else None)


def _news(ledger: Ledger, asked: News) -> Iterator[Clause]:
    yield from _one_of("c.kind", "--kind", asked.kinds, get_args(ChangeKind))
    if asked.story is not None:
        yield Clause("s.id = ?", (find_story(ledger, asked.story),))


def passages(ledger: Ledger, id: str) -> tuple[Passage, ...]:
    """What became of a story or happening, and what came of it: mergers and splits, the oldest first."""
    sql = """
    SELECT kind, from_id, into_id, at, maker FROM passages WHERE from_id = :it OR into_id = :it ORDER BY passage_key
    """
    rows = fetch(ledger, sql, {"it": id})
    return tuple(Passage(kind=kind, start=start, end=end, at=at, by=by) for kind, start, end, at, by in rows)


def earlier(ledger: Ledger, id: str) -> list[tuple[str, str, Happening]]:
    """Every state of a happening, the oldest first: when it was found, what made it, how it was."""
    sql = (
        "SELECT at, maker, state FROM states JOIN happenings h USING (happening_key) WHERE h.id = ? ORDER BY state_key"
    )
    return [(at, maker, stored_noun(ledger, Happening, blob)) for at, maker, blob in fetch(ledger, sql, (id,))]


def articles_of(ledger: Ledger, ids: Iterable[str]) -> dict[str, Kept]:
    """The articles with these ids, in their latest version."""
    among = "a.id IN (SELECT value FROM json_each(?))"
    sql = f"SELECT {COLUMNS} FROM {READINGS} JOIN latest USING (reading_key) WHERE {among}"
    found = (kept_of(row) for row in fetch(ledger, sql, (canonical(sorted(set(ids))),)))
    return {kept.id: kept for kept in found}


def quoted(ledger: Ledger, evidence: Sequence[Evidence]) -> list[str]:
    """The words of each piece of evidence, from its article's latest text."""
    sql = """
    SELECT a.id, v.text FROM latest JOIN versions v USING (version_key) JOIN articles a ON a.article_key = v.article_key
    WHERE a.id IN (SELECT value FROM json_each(?))
    """
    texts = dict(fetch(ledger, sql, (canonical(sorted({e.article for e in evidence})),)))
    return [str(texts.get(e.article, ""))[slice(*e.span)] for e in evidence]


def happening_clauses(ledger: Ledger, asked: Sought) -> Iterator[Clause]:
    """What is asked of a happening (l)."""
    if not asked.all_events:
        yield Clause("l.listed")
    if asked.types or asked.modes:
        types = load_ontology().types
        modes = {mode for of in types.values() for mode in of.modes}
        yield from _one_of("l.type", "--type", [t.upper() for t in asked.types], tuple(types))
        yield from _one_of("l.mode", "--mode", [m.lower() for m in asked.modes], tuple(sorted(modes)))
    yield from _one_of("l.status", "--status", asked.statuses, STANDINGS)
    if asked.disputes:
        kinds = [kind for c in _one_of("", "--dispute", asked.disputes, DISPUTES) for kind in c.values]
        yield Clause(f"({' OR '.join(['instr(l.disputes, ?)'] * len(kinds))})", tuple(f" {kind} " for kind in kinds))
    if asked.place is not None:
        yield _placed(asked.place)
    if asked.since is not None:
        yield Clause("l.day >= ?", (first_day("--since", asked.since),))
    if asked.until is not None:
        yield Clause("l.first_day <= ?", (last_day("--until", asked.until),))
    if asked.happened_since is not None:
        yield Clause("l.latest >= ?", (first_day("--happened-since", asked.happened_since),))
    if asked.happened_until is not None:
        yield Clause("l.earliest <= ?", (last_day("--happened-until", asked.happened_until),))
    if asked.story is not None:
        yield Clause("l.story_key = (SELECT story_key FROM stories WHERE id = ?)", (find_story(ledger, asked.story),))
    yield from within("l", asked.box)
    yield from _told_clauses(ledger, asked)


def _told_clauses(ledger: Ledger, asked: Sought) -> Iterator[Clause]:
    """What is asked of one of the articles that tell of it."""
    told = [*article_words(asked.words)]
    if asked.article is not None:
        told.append(
            Clause(
                "m.article_key = (SELECT article_key FROM articles WHERE id = ?)",
                (find_article(ledger, asked.article),),
            )
        )
    if asked.outlet is not None:
        spelled = outlets_called(ledger, asked.outlet)
        marks = ", ".join("?" * len(spelled))
        told.append(
            Clause(f"r.version_key IN (SELECT version_key FROM versions WHERE outlet IN ({marks}))", tuple(spelled))
        )
    told += _tellers(Filter(by=asked.by, kinds=asked.kinds, acts=asked.acts))
    if told:
        wanted = where(told)
        yield Clause(f"l.happening_key IN (SELECT m.happening_key FROM {_TOLD} WHERE {wanted.sql})", wanted.values)


def _tellers(asked: Filter) -> Iterator[Clause]:
    """What is asked of a statement that tells of it."""
    teller = where(statement_clauses(asked, "+s.statement_key"))
    if asked.by is not None:  # first the articles in which such a source speaks: few
        wanted = where(statement_clauses(asked))
        yield Clause(f"r.reading_key IN (SELECT s.reading_key FROM statements s WHERE {wanted.sql})", wanted.values)
    if teller.values:
        of_mention = (
            "SELECT 1 FROM events e CROSS JOIN statements s ON (s.reading_key, s.id) = (e.reading_key, e.according_to)"
            " WHERE (e.reading_key, e.id) = (r.reading_key, m.event)"
        )
        yield Clause(f"EXISTS ({of_mention} AND {teller.sql})", teller.values)


def _placed(words: str) -> Clause:
    """Words of the place's name as one of its events has it; also the code of its country."""
    named = (
        "SELECT m.happening_key FROM events_text JOIN events e ON e.event_key = events_text.rowid"
        " JOIN latest USING (reading_key)"
        " JOIN linked_mentions m ON (m.article_key, m.event) = (latest.article_key, e.id) WHERE events_text MATCH ?"
    )
    clause = Clause(f"l.happening_key IN ({named})", (expression(words),))
    if len(words) == 3 and words.isascii() and words.isalpha():
        return Clause(f"({clause.sql} OR l.country = ?)", (*clause.values, words.upper()))
    return clause


def _one_of(column: str, option: str, given: Sequence[str], known: Sequence[str]) -> Iterator[Clause]:
    for value in given:
        if value not in known:
            raise RunError(f"{option} {value}: there is no such value; choose from: {', '.join(known)}")
    if given:
        yield Clause(f"{column} IN ({', '.join('?' * len(given))})", tuple(given))


def _found(ledger: Ledger, state: int, story: str, since: str) -> FoundHappening:
    [(blob,)] = fetch(ledger, "SELECT state FROM states WHERE state_key = ?", (state,))
    return FoundHappening(happening=stored_noun(ledger, Happening, blob), story=story, since=since)


def _story(ledger: Ledger, id: str) -> FoundStory:
    sql = """
    SELECT t.story_key, s.since, t.day, t.first_day, st.state FROM linked_stories t JOIN stories s USING (story_key)
    JOIN states st USING (state_key) WHERE s.id = ?
    """
    rows = fetch(ledger, sql, (id,))
    if not rows:
        raise _waits(ledger, id)
    [(key, since, day, first_day, blob)] = rows
    frame = stored_noun(ledger, Story, blob)
    parts = (
        "SELECT state FROM linked_happenings l JOIN states USING (state_key) WHERE l.story_key = ? ORDER BY l.position"
    )
    inside = tuple(stored_noun(ledger, Happening, told) for (told,) in fetch(ledger, parts, (key,)))
    return FoundStory(story=frame.model_copy(update={"happenings": inside}), since=since, day=day, first_day=first_day)


def _waits(ledger: Ledger, id: str) -> NotInLedger:
    return NotInLedger(f"{id} waits to be linked again; do so with: reportedly link --db {ledger.path}")


def stored_noun(ledger: Ledger, noun: type[N], blob: bytes) -> N:
    """A noun of linking as it was stored. LedgerError: it is damaged."""
    try:
        return noun_of(noun, blob)
    except ValueError as error:
        raise _damaged(ledger, error) from error


def _damaged(ledger: Ledger, why: object) -> LedgerError:
    return LedgerError(f"{ledger.path}: {why}; find out what else is with: reportedly verify --db {ledger.path}")


def _asked(words: str, letter: str, found: str) -> str | None:
    """The id that was asked for, where another was found."""
    words = words.strip()
    return words if words[:1] == letter and "/" not in words and not found.startswith(words) else None


def moment(since: str | None) -> str:
    """A day, month or year as its first moment, or a moment (UTC); "" for None. RunError: it is none of these."""
    if since is None:
        return ""
    if "T" in since or ":" in since:
        at = evened(since)
        if at[:10] != since[:10] and "+" not in since and "-" not in since[11:]:
            raise RunError(f"--since {since}: no date and no moment; write 2025-09-01 or 2025-09-01T12:00:00Z")
        return at
    return first_day("--since", since)
