"""One happening on one screen: who says so, through whom, which figures, where they differ, what cannot be known."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from rich.text import Text

from reportedly.cli.escape import visible_line
from reportedly.cli.happening_differ import disputes
from reportedly.cli.happening_tree import tree
from reportedly.cli.linked import lines_of, marked, more, outlets_words, quoted
from reportedly.cli.paper import section
from reportedly.connect.wording import (
    STANDINGS,
    articles_words,
    counted,
    days_words,
    figure_words,
    has_happened,
    kind_of,
    listed,
    origins_words,
    published_words,
    speakers,
    spread_words,
    status_words,
    title_of,
)
from reportedly.web.views.voices import SILENT, is_silent, unknowns, ways
from reportedly.web.words import plural

if TYPE_CHECKING:
    from reportedly.cli.paper import Paper
    from reportedly.connect.clippings import Clipping
    from reportedly.connect.nouns import Evidence, Figure, Origin
    from reportedly.ledger.linked.cuttings import Dossier

ORIGINS, FIGURES, ARTICLES, UNKNOWN = 8, 4, 6, 8
"""Origins, figures of a kind, articles and unknowns that one screen shows."""

FIGURE_WIDTH = 30
"""Columns that figures get at most beside those who give them."""

NOT_SAID = "Not said to have happened"
UNSETTLED = ("disputed", "unconfirmed", "retracted")
"""Statuses of what somebody says or has said to have happened."""


@dataclass(frozen=True)
class Screen:
    """One happening on one paper."""

    found: Dossier
    paper: Paper

    @cached_property
    def clippings(self) -> dict[str, Clipping]:
        """Its articles by id."""
        return {c.article: c for c in self.found.articles}

    @cached_property
    def words(self) -> dict[Evidence, str]:
        """Sentences by the evidence that stands in them."""
        return {q.evidence: q.words for q in self.found.quotes}

    def parts(self) -> Iterator[Text]:
        """The head, then each section that has something to say."""
        yield Text("\n").join(self.head())
        for title, lines in (
            ("Who says so", self.origins()),
            ("Figures", self.figures()),
            ("Where they differ", disputes(self)),
            ("Who carries whom", tree(self)),
            ("Articles", self.articles()),
            ("What cannot be known here", self.unknown()),
        ):
            if shown := list(lines):
                yield Text("\n").join([self.title(title), *shown])

    def title(self, words: str) -> Text:
        """A heading with a rule."""
        return section(words, self.paper)

    def head(self) -> list[Text]:
        """What it is, its status, when; how many articles and origins; its ids."""
        h = self.found.happening
        copies = sum(1 for c in self.found.articles if c.copy_of)
        line = marked(h.status, title_of(h))
        line.append(f" · {days_words(h.date)} · {articles_words(len(h.articles), copies)} · {origins_words(h.origins)}")
        lines = lines_of(line, self.paper)
        if not has_happened(h.status):
            known = h.status in UNSETTLED
            meant = STANDINGS.get(h.status, f"it is {status_words(h.status)}, as far as is told")
            words = f"{status_words(h.status).capitalize() if known else NOT_SAID}: {meant}."
            lines += lines_of(Text(words, style="bold"), self.paper)
        told = [h.id, visible_line(kind_of(h)), f"story {self.found.story}", f"found {self.found.since[:10]}"]
        lines += lines_of(Text(" · ".join(told), style="dim"), self.paper)
        if self.found.asked:
            lines += lines_of(Text(f"{visible_line(self.found.asked)} was merged into it", style="yellow"), self.paper)
        return lines + [line for p in self.found.passages for line in self._passage(p.kind, p.start, p.end, p.at)]

    def _passage(self, kind: str, start: str, end: str | None, at: str) -> list[Text]:
        if kind not in ("merged", "split"):
            return []
        told = f"{start} was merged into {end}" if kind == "merged" else f"{end} was split off from {start}"
        return lines_of(Text(f"{told}, {at[:10]}", style="dim"), self.paper)

    def origins(self) -> Iterator[Text]:
        """Each origin, with the ways by which it reached the articles and the words of one of them."""
        folded = self.silent if len(self.silent) > SILENT else []
        every = [o for o in self.found.happening.origins.origins if o not in folded]
        for o in every[:ORIGINS]:
            yield from self._origin(o)
        if len(every) > ORIGINS:
            yield from more(f"{plural(len(every) - ORIGINS, 'origin')} more", self.paper)
        if folded:
            names = listed([visible_line(o.name) for o in folded])
            line = Text.assemble("◌ ", (f"{len(folded):,} outlets that name nobody", "bold"), f": {names}")
            yield from lines_of(line, self.paper)
            yield from lines_of("each may know it for itself, or have it from any of the others", self.paper, 4)

    @cached_property
    def silent(self) -> list[Origin]:
        """The outlets among the origins that name nobody."""
        return [o for o in self.found.happening.origins.origins if is_silent(o)]

    def _origin(self, o: Origin) -> Iterator[Text]:
        names = {x.key: x.name for x in self.found.happening.origins.origins}
        mark = {"anonymous": "○", "outlet": "◌"}.get(o.kind, "●")
        kind = "news outlet, names nobody" if is_silent(o) else o.kind
        yield from lines_of(
            Text.assemble(f"{mark} ", (visible_line(o.name), "bold"), f"  [{visible_line(kind)}]"), self.paper
        )
        for line in self.ways(o):
            yield from lines_of(line, self.paper, 4)
        if same := [visible_line(names[k]) for k in o.maybe if k in names]:
            yield from lines_of(Text(f"may rest on the same as {', '.join(same[:4])}", style="yellow"), self.paper, 4)
        yield from self.quote(o.evidence[:1], 4)

    def ways(self, o: Origin) -> Iterator[str]:
        """The ways of an origin: "through Sky Tirana in The Vell Gull"."""
        for way in ways(self.found.happening, o):
            told = self.listed(way.articles)
            through = f"through {' → '.join(visible_line(x) for x in way.through)} " if way.through else ""
            copies = sum(1 for c in told if c.copy_of)
            yield f"{through}in {outlets_words(told)}: {articles_words(len(told), copies)}"

    def listed(self, articles: Iterable[str]) -> list[Clipping]:
        """The clippings of some articles, each once."""
        return [self.clippings[a] for a in dict.fromkeys(articles) if a in self.clippings]

    def quote(self, evidence: Sequence[Evidence], indent: int) -> list[Text]:
        """The sentences of some pieces of evidence, with outlet and day."""
        lines: list[Text] = []
        for e in evidence:
            c = self.clippings.get(e.article)
            if c and (words := self.words.get(e)):
                lines += lines_of(quoted(words, f"{c.called}, {published_words([c])}"), self.paper, indent)
        return lines

    def figures(self) -> Iterator[Text]:
        """Every figure of each kind, the best first: since when it is given, and by whom."""
        kinds: dict[str, list[Figure]] = {}
        for f in self.found.happening.counts:
            kinds.setdefault(counted(f), []).append(f)
        width = max((len(visible_line(figure_words(f))) for f in self.found.happening.counts), default=0)
        width = min(width, FIGURE_WIDTH, self.paper.measure * 2 // 5)
        for figures in kinds.values():
            for f in figures[:FIGURES]:
                yield from self._figure(f, width)
            if len(figures) > FIGURES:
                yield from more(f"{plural(len(figures) - FIGURES, 'figure')} more", self.paper)

    def _figure(self, f: Figure, width: int) -> Iterator[Text]:
        """The figure in its column, those who give it beside it, or below it where it is too long."""
        words = Text(visible_line(figure_words(f)), style="bold")
        lines = lines_of(self._givers(f), self.paper, width + 2, 0)
        if words.cell_len > width:
            return iter([words, *lines])
        words.pad_right(width - words.cell_len)
        return iter([words + lines[0][width:], *lines[1:]])

    def _givers(self, f: Figure) -> str:
        """When it was published, according to whom as far as that is known, in which outlets."""
        articles = self.listed(f.articles)
        said = ""
        if f.origins and (by := speakers(f.origins)):
            names = listed([visible_line(name) for name in by])
            said = f" · according to {names} (independent origins {spread_words(f.origins)})"
        return f"{published_words(articles)}{said} · in {outlets_words(articles)}"

    def articles(self) -> Iterator[Text]:
        """The first articles that are no copies, and what became of their texts; how many more there are."""
        own = [c for c in self.found.articles if not c.copy_of] or list(self.found.articles)
        for c in own[:ARTICLES]:
            day = c.published[:10] if c.published else f"seen {c.day}"
            told = " · ".join(visible_line(x) for x in (day, c.called, c.title) if x)
            line = Text.assemble((c.article, "bold cyan"), "  ", (told, "dim"))
            line.truncate(self.paper.measure, overflow="ellipsis")
            yield line
            if c.versions > 1:
                told = f"its text was changed: {c.versions:,} versions; what changed: reportedly diff {c.article}"
                yield from lines_of(Text(told, style="yellow"), self.paper, 4)
        if len(own) > ARTICLES:
            yield from more(f"{plural(len(own) - ARTICLES, 'article')} more", self.paper)

    def unknown(self) -> Iterator[Text]:
        """What nobody can tell from these articles."""
        told = [visible_line(words) for words in unknowns(self.found)]
        for words in told[:UNKNOWN]:
            yield from lines_of(f"- {words}", self.paper)
        if len(told) > UNKNOWN:
            yield from more(f"{len(told) - UNKNOWN:,} more", self.paper)
