"""An article among the others: the happenings that it tells of, the copies of its text, whom it relays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.connect.clippings import Clipping
from reportedly.connect.nouns import Link, Standing, Story
from reportedly.ledger.fetch import fetch, snapshot
from reportedly.ledger.find import find_article
from reportedly.ledger.linked.cuttings import clippings
from reportedly.ledger.linked.explain import Joined, joined
from reportedly.ledger.linked.queries import stored_noun
from reportedly.record.span import Noun

if TYPE_CHECKING:
    from reportedly.ledger.connect import Ledger

_TOLD = """
SELECT m.event, h.id, l.name, l.type, l.mode, l.status, l.articles FROM linked_mentions m
JOIN articles a USING (article_key) JOIN linked_happenings l USING (happening_key)
JOIN happenings h USING (happening_key) WHERE a.id = ? ORDER BY l.position, m.start, m.event
"""


class ToldHappening(Noun):
    """The happening that an event of an article is a mention of, and how it stands in all articles together."""

    event: str
    happening: str
    name: str | None = None
    type: str | None = None
    mode: str | None = None
    status: Standing
    articles: int


class Kinship(Noun):
    """What linking found of one article. `story` is None where it is not linked yet; `waits` where its latest reading
    is newer than that, or its story is still to be computed. `copies` are the other articles with its text, `original`
    the likely first of them; `links` are the edges of the graph of lineage at this article; `others` are the articles
    that all of these name."""

    article: str
    story: str | None = None
    waits: bool = False
    told: tuple[ToldHappening, ...] = ()
    copies: tuple[str, ...] = ()
    original: str | None = None
    links: tuple[Joined, ...] = ()
    others: tuple[Clipping, ...] = ()

    @property
    def by_event(self) -> dict[str, ToldHappening]:
        """The happening of each event that has one."""
        return {t.event: t for t in self.told}


def kinship(ledger: Ledger, article: str) -> Kinship:
    """What linking found of an article, in its latest reading. LedgerError: there is no such article."""
    with snapshot(ledger):
        id = find_article(ledger, article)
        waiting = "SELECT 1 FROM waiting JOIN articles a USING (article_key) WHERE a.id = ?"
        waits = bool(fetch(ledger, waiting, (id,)))
        story = _frame(ledger, id)
        if story is None:
            return Kinship(article=id, waits=waits)
        group = next((c for c in story.copies if id in c.articles), None)
        links = _edges(story, id)
        copies = tuple(a for a in group.articles if a != id) if group else ()
        named = {n.id for link in links for n in (link.start, link.end) if n.kind == "article"} | set(copies)
        found = clippings(ledger, named - {id}, dict.fromkeys(copies, group.original) if group else None)
        return Kinship(
            article=id, story=story.id, waits=waits, told=_told(ledger, id), copies=copies,
            original=group.original if group else None, links=joined(ledger, links),
            others=tuple(sorted(found.values(), key=lambda c: (c.day or "", c.article))),
        )  # fmt: skip


def _frame(ledger: Ledger, article: str) -> Story | None:
    """The story of an article, without its happenings; None where it is not linked yet."""
    sql = """
    SELECT st.state FROM linked_articles l JOIN articles a USING (article_key) JOIN linked_stories t USING (story_key)
    JOIN states st USING (state_key) WHERE a.id = ?
    """
    return next((stored_noun(ledger, Story, blob) for (blob,) in fetch(ledger, sql, (article,))), None)


def _told(ledger: Ledger, article: str) -> tuple[ToldHappening, ...]:
    names = ToldHappening.model_fields
    return tuple(
        ToldHappening.model_validate(dict(zip(names, row, strict=True))) for row in fetch(ledger, _TOLD, (article,))
    )


def _edges(story: Story, article: str) -> list[Link]:
    """The links of lineage at an article, and those by which it was found to be a copy."""
    every = [*(link for c in story.copies for link in c.links), *(k for k in story.links if k.kind != "copy_of")]
    return [link for link in every if article in (link.start.id, link.end.id)]
