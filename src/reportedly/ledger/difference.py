"""What is different between two versions of an article, or between two readings of it: its text and its record.

Ids are made anew with each reading, so statements and events are matched by their words: first those in the same words,
then those that are most alike; an event has to keep its trigger or its type.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import TYPE_CHECKING, Literal, NamedTuple

from rapidfuzz.distance import Indel

from reportedly.errors import NotInLedger, RunError
from reportedly.ledger.articles import kept_record
from reportedly.ledger.fetch import fetch
from reportedly.ledger.kept import READINGS
from reportedly.ledger.nouns import Kept, KeptRecord
from reportedly.record import Article, Count, Event, Participant, Record, Statement
from reportedly.record.span import Noun

if TYPE_CHECKING:
    from reportedly.ledger.connect import Ledger

ALIKE = 0.5
"""Share of two sentences' words that are the same, in order, from which on one is held for a rewording of the other."""

MOST_COMPARED = 400
"""Statements or events of a reading that are compared with each of the other's, so that it stays under a second."""

MOST_SENTENCES = 5_000
"""Differing sentences that are compared one by one; no article has as many, and the time grows with their square."""

MOST_WORDS = 2_000
"""Words of a passage in which single words are compared; a longer one is shown whole, before and after."""

_SENTENCE = re.compile(r"[^\n]+?(?:[.!?…][\"'”’)\]]*(?=\s)|(?=\n)|\Z)")
_WORD = re.compile(r"\w+|[^\w\s]")


class Passage(Noun):
    """A passage of the text that differs: what stood there, what stands there now. One of them may be empty."""

    old: str
    new: str


class Field(Noun):
    """A field of a statement or event that differs, in words; None where it is not set."""

    field: str
    old: str | None
    new: str | None


class Change(Noun):
    """A statement or an event that is new, gone or different. `words` are its content or its trigger, with the type."""

    noun: Literal["statement", "event"]
    change: Literal["added", "removed", "changed"]
    old: str | None = None
    new: str | None = None
    words: str
    fields: tuple[Field, ...] = ()


class Difference(Noun):
    """Everything that differs between two readings of one article, in the order of the text."""

    old: Kept
    new: Kept
    fields: tuple[Field, ...]
    text: tuple[Passage, ...]
    changes: tuple[Change, ...]


class Reading(NamedTuple):
    """One side of a comparison: a version, a run's reading, or a run's reading of a version; without either the
    latest."""

    version: int | None = None
    run: int | None = None


@dataclass(frozen=True, eq=False)
class _Thing:
    """A statement or an event as it is compared. Those with the same `key` are the same; others can only be so where
    one of their `signs` agrees, if they have any, and where their `sentence` is alike. `fields` may differ."""

    id: str
    key: tuple[str, ...]
    signs: tuple[str, ...]
    sentence: tuple[str, ...]
    words: str
    fields: Mapping[str, str | None]


def difference(ledger: Ledger, article: str, old: Reading | None = None, new: Reading | None = None) -> Difference:
    """Compare two readings: `new`, by default the latest, and `old`, by default that of the version seen before it; of
    an article with one version the reading before. Where no run is named, both are by the newest that has read the two.

    LedgerError: there is no such article. RunError: there are no such readings, or both are the same.
    """
    new = new or Reading()
    after = kept_record(ledger, article, *new)
    old = old or _before(ledger, after.kept)
    before = kept_record(ledger, article, *old)
    run = _run_of_both(ledger, before.kept, after.kept) if (old.run, new.run) == (None, None) else None
    if run is not None:
        before, after = (kept_record(ledger, article, x.kept.version, run) for x in (before, after))
    if (before.kept.version, before.kept.run) == (after.kept.version, after.kept.run):
        told = f"version {after.kept.version} as run {after.kept.run} has read it"
        raise RunError(f"both sides are {told}; name another with --from, --to, --from-run or --to-run")
    return compare(before, after)


def compare(old: KeptRecord, new: KeptRecord) -> Difference:
    """Compare two records of one article."""
    a, b = old.record, new.record
    return Difference(
        old=old.kept,
        new=new.kept,
        fields=_differing(_about(a.article), _about(b.article)),
        text=tuple(_passages(sentences(a.article.text), sentences(b.article.text))),
        changes=(
            *_changes("statement", _statements(a), _statements(b)),
            *_changes("event", _events(a), _events(b)),
        ),
    )


def sentences(text: str) -> list[str]:
    """A text's sentences, roughly: good enough to say where it differs. Blanks do not count."""
    return [" ".join(s.split()) for s in _SENTENCE.findall(text) if s.strip()]


def reworded(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[Sequence[str], Sequence[str], Sequence[str]]]:
    """The words of a passage that are gone, that are new, and that are the same, in their order."""
    if max(len(old), len(new)) > MOST_WORDS:
        yield old, new, ()
        return
    for tag, a, b, c, d in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        yield ((), (), new[c:d]) if tag == "equal" else (old[a:b], new[c:d], ())


def _before(ledger: Ledger, new: Kept) -> Reading:
    """The version that was seen before this one; without one, the same as another run has read it."""
    seen_before = (
        f"SELECT v.number FROM {READINGS} JOIN last_seen l USING (version_key)"
        " WHERE a.id = ? AND r.failed = 0 AND (l.seen, v.number) < (?, ?) ORDER BY l.seen DESC, v.number DESC LIMIT 1"
    )
    by_another = (
        f"SELECT r.run_key FROM {READINGS} WHERE a.id = ? AND r.failed = 0 AND v.number = ? AND r.run_key != ?"
        " ORDER BY r.reading_key DESC LIMIT 1"
    )
    for (version,) in fetch(ledger, seen_before, (new.id, new.seen, new.version)):
        return Reading(version)
    for (run,) in fetch(ledger, by_another, (new.id, new.version, new.run)):
        return Reading(new.version, run)
    raise NotInLedger(
        f"nothing comes before version {new.version} of {new.id}, and one run has read it, so there is nothing to "
        f"compare; see it with: reportedly show {new.id}"
    )


def _run_of_both(ledger: Ledger, a: Kept, b: Kept) -> int | None:
    """The newest run that has read both versions."""
    sql = (
        f"SELECT r.run_key FROM {READINGS} WHERE a.id = ? AND r.failed = 0 AND v.number IN (?, ?)"
        " GROUP BY r.run_key HAVING count(DISTINCT v.number) = 2 ORDER BY r.run_key DESC LIMIT 1"
    )
    return next((int(run) for (run,) in fetch(ledger, sql, (a.id, a.version, b.version))), None)


def _passages(old: Sequence[str], new: Sequence[str]) -> Iterator[Passage]:
    """What differs, sentence by sentence. What is the same at both ends is set aside first: it is nearly everything."""
    first = next((i for i, (a, b) in enumerate(zip(old, new, strict=False)) if a != b), min(len(old), len(new)))
    old, new = old[first:], new[first:]
    ends = zip(reversed(old), reversed(new), strict=False)
    last = next((i for i, (a, b) in enumerate(ends) if a != b), min(len(old), len(new)))
    old, new = old[: len(old) - last], new[: len(new) - last]
    if max(len(old), len(new)) > MOST_SENTENCES:
        yield Passage(old=" ".join(old), new=" ".join(new))
        return
    for tag, a, b, c, d in SequenceMatcher(None, old, new).get_opcodes():
        if tag != "equal":
            yield Passage(old=" ".join(old[a:b]), new=" ".join(new[c:d]))


def _changes(noun: Literal["statement", "event"], old: Sequence[_Thing], new: Sequence[_Thing]) -> Iterator[Change]:
    """What has changed in the order of the new text, then what is gone."""
    before = dict(_pairs(old, new))
    for thing in new:
        was = before.get(thing)
        fields = _differing(was.fields, thing.fields) if was else ()
        if was is None:
            yield Change(noun=noun, change="added", new=thing.id, words=thing.words)
        elif fields:
            yield Change(noun=noun, change="changed", old=was.id, new=thing.id, words=thing.words, fields=fields)
    still = set(before.values())
    for thing in old:
        if thing not in still:
            yield Change(noun=noun, change="removed", old=thing.id, words=thing.words)


def _pairs(old: Sequence[_Thing], new: Sequence[_Thing]) -> Iterator[tuple[_Thing, _Thing]]:
    """Each new one with the old one that it was: first the equal ones in their order, then the most alike."""
    equal: dict[tuple[str, ...], list[_Thing]] = {}
    for thing in reversed(old):
        equal.setdefault(thing.key, []).append(thing)
    same = {thing: equal[thing.key].pop() for thing in new if equal.get(thing.key)}
    yield from same.items()
    left = [t for t in old if t not in set(same.values())][:MOST_COMPARED]
    added = [t for t in new if t not in same][:MOST_COMPARED]
    scored = ((_likeness(a, b), i, j) for i, a in enumerate(left) for j, b in enumerate(added))
    taken: set[tuple[str, int]] = set()
    for _, i, j in sorted((x for x in scored if x[0] >= ALIKE), key=lambda x: (-x[0], abs(x[1] - x[2]))):
        if taken.isdisjoint({("old", i), ("new", j)}):
            taken |= {("old", i), ("new", j)}
            yield added[j], left[i]


def _likeness(a: _Thing, b: _Thing) -> float:
    """0 where they cannot be the same, else how much of their words is; beyond 1 where more than that agrees."""
    agreed = sum(x == y for x, y in zip(a.signs, b.signs, strict=True))
    if a.signs and not agreed:
        return 0.0
    score = Indel.normalized_similarity(a.sentence, b.sentence)
    return score + agreed if score >= ALIKE else 0.0


def _statements(record: Record) -> list[_Thing]:
    names = {e.id: e.name for e in record.entities}
    times = {t.id: t.value or t.text for t in record.times}
    return [_statement(s, record, names, times) for s in record.statements]


def _statement(s: Statement, record: Record, names: Mapping[str, str], times: Mapping[str, str]) -> _Thing:
    content, source = _line(record.words(s.content)), _line(s.source.text or "")
    fields = {
        "source": source or None,
        "who": names.get(s.source.entity or ""),
        "kind": s.source.kind,
        "named": "yes" if s.source.named else "no",
        "act": s.act,
        "form": s.form,
        "content": content or None,
        "relay": " → ".join(s.relay) or None,
        "to": s.addressee.text if s.addressee else None,
        "said": times.get(s.said or ""),
    }
    words = f"{source or 'no source given'}: {content}".rstrip(": ")
    return _Thing(s.id, (source, content), (), _words(f"{source} {content}"), words, fields)


def _events(record: Record) -> list[_Thing]:
    tellers = {s.id: _line(s.source.text or "") or "no source given" for s in record.statements}
    places = {p.id: p.name or p.text for p in record.places}
    times = {t.id: t.value or t.text for t in record.times}
    return [_event(e, record, (tellers, places, times)) for e in record.events]


def _event(e: Event, record: Record, known: tuple[Mapping[str, str], ...]) -> _Thing:
    tellers, places, times = known
    trigger, sentence = _line(record.words((e.trigger,))), _line(record.words((e.sentence,)))
    fields = {
        "trigger": trigger,
        "type": e.type,
        "mode": e.mode,
        "status": e.status,
        "actors": _parties(e.actors),
        "recipients": _parties(e.recipients),
        "counts": ", ".join(map(_count, e.counts)) or None,
        "place": places.get(e.place or ""),
        "time": times.get(e.time or ""),
        "according to": tellers.get(e.according_to or ""),
    }
    words = f"{trigger} ({'.'.join(filter(None, (e.type, e.mode))) or 'untyped'})"
    return _Thing(e.id, (trigger, sentence), (trigger, e.type or trigger), _words(sentence), words, fields)


def _about(article: Article) -> dict[str, str | None]:
    return {
        "title": article.title,
        "outlet": article.outlet,
        "byline": ", ".join(article.byline) or None,
        "published": article.published,
        "url": article.url,
    }


def _differing(old: Mapping[str, str | None], new: Mapping[str, str | None]) -> tuple[Field, ...]:
    return tuple(Field(field=name, old=old[name], new=new[name]) for name in new if old[name] != new[name])


def _parties(parties: Iterable[Participant]) -> str | None:
    return ", ".join(_line(p.text) for p in parties) or None


def _count(c: Count) -> str:
    """A number in words: "killed 11", "injured 8 or more", "money 1000000-3000000 USD"."""
    low, high = ("?" if n is None else f"{n:.15g}" for n in (c.low, c.high))
    number = low if c.low == c.high else f"{low} or more" if c.high is None else f"{low}-{high}"
    return " ".join(filter(None, (c.what, number, c.unit, c.of)))


def _words(text: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(text.casefold()))


def _line(text: str) -> str:
    return " ".join(text.split())
