"""Why linking found what it found: which features joined a mention to a happening, and an article to a story."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from reportedly.connect.nouns import Evidence, Link, MentionRef
from reportedly.ledger.connect import explained
from reportedly.ledger.fetch import snapshot
from reportedly.ledger.find import find_article
from reportedly.ledger.linked import pairs
from reportedly.ledger.linked.find import find_story
from reportedly.ledger.linked.nouns import FoundHappening, FoundStory, KeptRuling, Passage
from reportedly.ledger.linked.queries import happening, passages, quoted, story
from reportedly.ledger.linked.rulings import rulings
from reportedly.record.span import Noun

if TYPE_CHECKING:
    from reportedly.ledger.connect import Ledger


class Quote(Noun):
    """Words of an article, with the place where they stand."""

    evidence: Evidence
    words: str


class Joined(Noun):
    """A link, and the words that it rests on."""

    link: Link
    quotes: tuple[Quote, ...] = ()


class WhyMention(Noun):
    """A mention of a happening: its words, and the links that hold it there; none for that which it began with."""

    mention: MentionRef
    words: str
    joined: tuple[Joined, ...] = ()


class WhyHappening(Noun):
    """Why mentions are one happening, what people have ruled on them, what it came from and what came of it."""

    found: FoundHappening
    mentions: tuple[WhyMention, ...]
    rulings: tuple[KeptRuling, ...] = ()
    passages: tuple[Passage, ...] = ()


class WhyStory(Noun):
    """Why articles are one story: the pairs that were linked, copies and lineage, and what became of it. With `article`
    only what concerns this one."""

    found: FoundStory
    article: str | None = None
    joined: tuple[Joined, ...]
    passages: tuple[Passage, ...] = ()


def why_happening(ledger: Ledger, words: str) -> WhyHappening:
    """Why the mentions of this happening are one. LedgerError: there is none."""
    with snapshot(ledger):
        found = happening(ledger, words)
        h = found.happening
        triggers = quoted(ledger, [Evidence(article=m.article, span=m.trigger) for m in h.mentions])
        links = joined(ledger, h.links)
        mentions = tuple(
            WhyMention(mention=m, words=w, joined=tuple(j for j in links if _is_of(j.link, m)))
            for m, w in zip(h.mentions, triggers, strict=True)
        )
        named = {(m.article, m.event) for m in h.mentions}
        ruled = (r for r in rulings(ledger) if named & {(m.mention.article, m.mention.event) for m in r.mentions})
        return WhyHappening(found=found, mentions=mentions, rulings=tuple(ruled), passages=passages(ledger, h.id))


def why_story(ledger: Ledger, words: str) -> WhyStory:
    """Why the articles of this story are one; of an article, why it is in its story. LedgerError: there is none."""
    with snapshot(ledger):
        found = story(ledger, find_story(ledger, words))
        s = found.story
        article = None if words.strip().startswith("s") and s.id.startswith(words.strip()) else _article(ledger, words)
        with explained(ledger.path):
            kin = pairs.current(ledger.db, [article] if article else s.articles).values()
        inside = set(s.articles)
        links = [*(k for k in kin if {k.start.id, k.end.id} <= inside)]
        links += [k for c in s.copies for k in c.links] + [k for k in s.links if k.kind != "copy_of"]
        if article:
            links = [k for k in links if article in (k.start.id, k.end.id)]
        return WhyStory(found=found, article=article, joined=joined(ledger, links), passages=passages(ledger, s.id))


def _article(ledger: Ledger, words: str) -> str | None:
    return None if words.strip().startswith("h") and "." not in words else find_article(ledger, words)


def joined(ledger: Ledger, links: Iterable[Link]) -> tuple[Joined, ...]:
    """Links with the words that each rests on."""
    links = list(links)
    told = iter(quoted(ledger, [e for link in links for e in link.evidence]))
    return tuple(
        Joined(link=link, quotes=tuple(Quote(evidence=e, words=next(told)) for e in link.evidence)) for link in links
    )


def _is_of(link: Link, mention: MentionRef) -> bool:
    """Does a link hold this mention? Its start is the mention that was joined; a link that names none but the article
    is told by its evidence."""
    ids = {f"{mention.article}/{mention.event}", f"{mention.article}#{mention.event}"}
    if link.start.id in ids:
        return True
    if link.start.id != mention.article or not link.evidence:
        return False
    first = link.evidence[0]
    return (
        first.article == mention.article and first.span[0] <= mention.trigger[0] < mention.trigger[1] <= first.span[1]
    )
