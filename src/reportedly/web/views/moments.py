"""When it happened or is to happen, when that was said, and when it was published: three things, kept apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import Literal

from reportedly.connect.nouns import Happening, Where
from reportedly.connect.wording import articles_words, listed, title_of
from reportedly.ledger.linked.assertions import Assertion
from reportedly.ledger.linked.cuttings import Dossier
from reportedly.record.span import Noun

MomentKind = Literal["happened", "other", "dated", "said", "published"]

KINDS: dict[MomentKind, str] = {
    "happened": "it is said to have happened, or to be going to",
    "other": "it is not said to have happened",
    "dated": "another date for it",
    "said": "somebody said so",
    "published": "published",
}
"""What days are of, in words."""

FEW, MONTH, YEAR = 10, 31, 366
"""Days up to which a date is told by how many it may be, as of one month, as of one year."""

NAMED = 3
"""Names that one moment tells; of more it says how many."""


class Moment(Noun):
    """Days, what they are of, and who tells. `happened` is the date of the happening as all texts together have it,
    `other` that of one that is not said to have happened, `dated` another that some texts give, `said` when somebody
    said so, `published` when articles came out."""

    kind: MomentKind
    first: str
    last: str
    words: str
    articles: tuple[str, ...] = ()


class Place(Noun):
    """A place that articles name for it, with its coordinates where they are known, and the articles that name it."""

    where: Where
    articles: tuple[str, ...] = ()
    main: bool = False


def precision(days: tuple[str, str] | None) -> str:
    """How exact a date is, in words."""
    if days is None:
        return "no article gives a date that could be read"
    length = (date.fromisoformat(days[1][:10]) - date.fromisoformat(days[0][:10])).days + 1
    if length == 1:
        return "to the day"
    if length <= FEW:
        return f"within {length} days"
    if length <= MONTH:
        return "to the month"
    return "to the year" if length <= YEAR else "no nearer than the year"


def moments(found: Dossier, assertions: Iterable[Assertion]) -> tuple[Moment, ...]:
    """The moments of one happening, those of one kind and day together, in order of their days."""
    h, known = found.happening, {c.article: c for c in found.articles}
    days: dict[tuple[MomentKind, str, str], dict[str, str]] = defaultdict(dict)
    for a in assertions:
        c = known.get(a.mention.article)
        if a.days and a.days != h.date and c:
            days["dated", *a.days].setdefault(c.article, c.called)
    for w in found.wordings:
        if w.said and w.by:
            days["said", *w.said].setdefault(w.mention.article, w.by)
    for c in found.articles:
        if c.published and not c.copy_of:
            days["published", c.published[:10], c.published[:10]].setdefault(c.article, c.called)
    told = [
        Moment(kind=kind, first=first, last=last, words=_words(kind, by), articles=tuple(by))
        for (kind, first, last), by in days.items()
    ]
    if h.date:
        told.append(Moment(kind="happened", first=h.date[0], last=h.date[1], words=title_of(h)))
    return tuple(sorted(told, key=lambda m: (m.first, m.last, m.kind)))


def _words(kind: MomentKind, by: dict[str, str]) -> str:
    names = listed(tuple(by.values()), NAMED)
    return f"{names}: {articles_words(len(by))}" if kind == "published" and len(by) > 1 else names


def places(h: Happening, assertions: Iterable[Assertion]) -> tuple[Place, ...]:
    """Its place, and others that its articles name, those named most first."""
    named: dict[Where, dict[str, None]] = defaultdict(dict)
    for a in assertions:
        if a.place:
            named[a.place][a.mention.article] = None
    ranked = sorted(named.items(), key=lambda item: -len(item[1]))
    main = h.place.name.casefold() if h.place else None
    told = [
        Place(where=where, articles=tuple(articles), main=where.name.casefold() == main) for where, articles in ranked
    ]
    if h.place and not any(p.main for p in told):
        told.insert(0, Place(where=h.place, main=True))
    return tuple(told)
