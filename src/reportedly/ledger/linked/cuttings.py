"""What pages about happenings show of the articles in a ledger, and all that one page needs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from reportedly.connect.brief.passings import bare
from reportedly.connect.clippings import Clipping, Wording, quotation
from reportedly.connect.nouns import CopyGroup, Evidence, Happening, Link, MentionRef
from reportedly.connect.timeline import Cuttings
from reportedly.ledger.fetch import fetch, snapshot
from reportedly.ledger.kept import COLUMNS, READINGS, kept_of
from reportedly.ledger.linked.explain import Quote
from reportedly.ledger.linked.nouns import Passage
from reportedly.ledger.linked.queries import frame, happening, passages
from reportedly.ledger.stored import canonical
from reportedly.record.span import Noun

if TYPE_CHECKING:
    from reportedly.ledger.connect import Ledger

WORDED = 3
"""Articles of one happening whose sentences are looked up: the first ones, copies left out."""

QUOTED = 4
"""Pieces of evidence of each origin, figure and dispute whose words are looked up; all of them have their spans."""

_LOST = re.compile(r"\((?:404|410|451)\)")
"""Statuses by which a server says that an article is not there any more (RFC 9110, RFC 7725)."""


class Dossier(Noun):
    """All that is known of one happening: itself, the id of its story, since when it is known (UTC), its articles in
    order of their days, which of them are copies, who relays whom, how they word it, the sentences of the evidence, and
    what it was merged with or split from. `asked` is the id of one that was merged into it, where that was asked for.
    """

    happening: Happening
    story: str
    since: str
    asked: str | None = None
    articles: tuple[Clipping, ...]
    copies: tuple[CopyGroup, ...] = ()
    links: tuple[Link, ...] = ()
    wordings: tuple[Wording, ...] = ()
    quotes: tuple[Quote, ...] = ()
    passages: tuple[Passage, ...] = ()

    @property
    def cuttings(self) -> Cuttings:
        """Its articles and wordings, to be looked up."""
        return Cuttings(
            {c.article: c for c in self.articles}, {(w.mention.article, w.mention.event): w for w in self.wordings}
        )


def dossier(ledger: Ledger, words: str) -> Dossier:
    """All that is known of a happening: by its id, its beginning, or one of its events (ARTICLE/e5).

    LedgerError: there is none.
    """
    with snapshot(ledger):
        found = happening(ledger, words)
        h = found.happening
        whole = frame(ledger, found.story)
        known = cuttings(ledger, [h], whole.copies)
        mine = frozenset(h.articles)
        outlets = frozenset(bare(c.outlet) for c in known.clippings.values() if c.outlet)
        groups = (c.model_copy(update={"articles": tuple(a for a in c.articles if a in mine)}) for c in whole.copies)
        return Dossier(
            happening=h, story=found.story, since=found.since, asked=found.asked,
            articles=tuple(sorted(known.clippings.values(), key=lambda c: (c.published or c.day or "9999", c.article))),
            copies=tuple(c for c in groups if len(c.articles) > 1),
            links=tuple(link for link in whole.links if link.kind != "copy_of" and _about(link, mine, outlets)),
            wordings=tuple(w for m in h.mentions if (w := known.wordings.get((m.article, m.event)))),
            quotes=quotes(ledger, _evidence(h)), passages=passages(ledger, h.id),
        )  # fmt: skip


def _about(link: Link, articles: frozenset[str], outlets: frozenset[str]) -> bool:
    """Is a link between articles of these, from one of them to somebody who is no article, or between their outlets?"""
    if link.kind == "same_publisher":
        return {link.start.id, link.end.id} <= outlets
    ends = [n.id for n in (link.start, link.end) if n.kind == "article"]
    return bool(ends) and articles.issuperset(ends)


def _evidence(h: Happening) -> list[Evidence]:
    found = [e for d in h.disputes for side in d.sides for e in _of_side(d.evidence, side)]
    found += [e for o in h.origins.origins for e in o.evidence[:QUOTED]]
    return list(dict.fromkeys([*found, *(e for f in h.counts for e in f.evidence[:QUOTED])]))


def _of_side(evidence: Sequence[Evidence], side: Sequence[str]) -> list[Evidence]:
    return [e for e in evidence if e.article in side][:QUOTED]


def cuttings(ledger: Ledger, happenings: Iterable[Happening], copies: Iterable[CopyGroup] = ()) -> Cuttings:
    """What there is of the articles of some happenings and how they word these; `copies` are those of their stories."""
    happenings = list(happenings)
    original = {a: c.original for c in copies for a in c.articles if a != c.original}
    ids = list(dict.fromkeys(a for h in happenings for a in h.articles))
    return Cuttings(clippings(ledger, ids, original), _wordings(ledger, happenings, original))


def clippings(ledger: Ledger, ids: Iterable[str], original: Mapping[str, str] | None = None) -> dict[str, Clipping]:
    """The clippings of articles by their ids; `original` leads from a copy to its likely original."""
    sql = f"""
    SELECT {COLUMNS}, (SELECT count(*) FROM versions o WHERE o.article_key = v.article_key)
    FROM {READINGS} JOIN latest USING (reading_key) WHERE a.id IN (SELECT value FROM json_each(?))
    """
    rows = fetch(ledger, sql, (canonical(sorted(set(ids))),))
    kept = [(kept_of(row), versions) for *row, versions in rows]
    lost = _lost(ledger, [k.url for k, _ in kept if k.url])
    return {
        k.id: Clipping(
            article=k.id, outlet=k.outlet, title=k.title, url=k.url, published=k.published, day=k.day,
            versions=versions, copy_of=(original or {}).get(k.id), lost=lost.get(k.url or ""),
        )
        for k, versions in kept
    }  # fmt: skip


def _lost(ledger: Ledger, urls: Sequence[str]) -> dict[str, str]:
    """What was said of those of these addresses at which no article stood when they were last asked for."""
    sql = """
    SELECT name, message FROM problems WHERE solved IS NULL AND name IN (SELECT value FROM json_each(?))
    ORDER BY problem_key
    """
    return {name: told for name, told in fetch(ledger, sql, (canonical(urls),)) if _LOST.search(told)}


_TOLD = """
SELECT a.id, e.id, e.trigger, e.status, s.id IS NOT NULL, coalesce(s.source, ''), s.said_earliest, s.said_latest
FROM json_each(?) m JOIN articles a ON a.id = m.value ->> 0 JOIN latest l USING (article_key)
JOIN events e ON e.reading_key = l.reading_key AND e.id = m.value ->> 1
LEFT JOIN statements s ON s.reading_key = e.reading_key AND s.id = e.according_to
"""


def _wordings(
    ledger: Ledger, happenings: Sequence[Happening], copied: Mapping[str, str]
) -> dict[tuple[str, str], Wording]:
    """How each mention is worded; sentences only of those that are shown."""
    refs = {(m.article, m.event): m for h in happenings for m in h.mentions}
    rows = fetch(ledger, _TOLD, (canonical([list(ref) for ref in refs]),))
    shown = {m for h in happenings for m in _shown(h, copied)}
    texts = _texts(ledger, {m.article for m in shown})
    found = {}
    for article, event, words, status, has_source, source, earliest, latest in rows:
        m = refs[article, event]
        said = (str(earliest)[:10], str(latest)[:10]) if earliest and latest else None
        sentence = quotation(texts[article], m.trigger) if m in shown and article in texts else ""
        by = (str(source) or "no source given") if has_source else None
        found[article, event] = Wording(
            mention=m, words=words, sentence=sentence, status=status, by=by, said=said
        )  # fmt: skip
    return found


def _shown(h: Happening, copied: Mapping[str, str]) -> list[MentionRef]:
    first: dict[str, MentionRef] = {}
    for m in h.mentions:
        first.setdefault(m.article, m)
    own = [m for a, m in first.items() if a not in copied]
    return (own or list(first.values()))[:WORDED]


def quotes(ledger: Ledger, evidence: Sequence[Evidence]) -> tuple[Quote, ...]:
    """The sentences in which pieces of evidence stand."""
    texts = _texts(ledger, {e.article for e in evidence})
    return tuple(Quote(evidence=e, words=quotation(texts[e.article], e.span)) for e in evidence if e.article in texts)


def _texts(ledger: Ledger, ids: Iterable[str]) -> dict[str, str]:
    sql = """
    SELECT a.id, v.text FROM latest JOIN versions v USING (version_key) JOIN articles a ON a.article_key = v.article_key
    WHERE a.id IN (SELECT value FROM json_each(?))
    """
    return dict(fetch(ledger, sql, (canonical(sorted(set(ids))),)))
