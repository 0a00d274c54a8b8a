"""Who carries whom, as an indented tree: what stands further in was taken from what stands above it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from rich.text import Text

from reportedly.cli.escape import visible_line
from reportedly.cli.linked import known, lines_of, more, outlets_words
from reportedly.connect.nouns import Node
from reportedly.connect.wording import articles_words, published_words
from reportedly.web.views.lineage import is_copying, sharing
from reportedly.web.words import plural

if TYPE_CHECKING:
    from reportedly.cli.happening_screen import Screen

ROOTS, BELOW, DEEPEST = 6, 4, 5
"""Roots, branches under one node and levels that are drawn."""


@dataclass
class _Graph:
    """Nodes by key; under each those that relay it, and the articles that have some of its words.

    Of those whose words an article may have, only the first is named: where one text goes round, each article shares
    words with every other."""

    nodes: dict[str, Node] = field(default_factory=dict)
    below: dict[str, list[str]] = field(default_factory=dict)
    shared: dict[str, list[str]] = field(default_factory=dict)
    has_parent: set[str] = field(default_factory=set)

    def named(self, node: Node) -> str:
        """Note a node; its key."""
        self.nodes.setdefault(node.id, node)
        return node.id

    def reached(self, starts: Sequence[str]) -> set[str]:
        """These nodes and all below them."""
        found, ahead = set(starts), list(starts)
        while ahead:
            new = [k for k in self.below.get(ahead.pop(), ()) if k not in found]
            found.update(new)
            ahead += new
        return found


def tree(screen: Screen) -> Iterator[Text]:
    """Copies under their likely original, relays under whom they name. A circle is cut where it closes."""
    graph = _graph(screen)
    copied = {c.original for c in screen.found.copies}
    told = {*copied, *graph.below, *graph.shared}
    roots = [k for k in graph.nodes if k not in graph.has_parent and k in told]
    drawn: set[str] = set()
    for root in roots[:ROOTS]:
        yield from _branch(root, "", graph, (screen, drawn, 0))
    if len(roots) > ROOTS:
        yield from more(plural(len(roots) - ROOTS, "more tree"), screen.paper)
    reached = graph.reached(roots)
    for start in [k for k in graph.nodes if graph.below.get(k)]:
        if start not in reached:
            reached |= graph.reached([start])
            yield from _branch(start, "in a circle: ", graph, (screen, drawn, 0))


def _graph(screen: Screen) -> _Graph:
    graph = _Graph()
    for link in screen.found.links:
        if link.kind == "relays" and link.start.id != link.end.id and not is_copying(link, screen.clippings):
            start, end = graph.named(link.start), graph.named(link.end)
            graph.below.setdefault(end, []).append(start)
            graph.has_parent.add(start)
    for c in screen.found.copies:
        at = screen.clippings.get(c.original)
        graph.named(Node(kind="article", id=c.original, name=at.called if at else c.original))
    for article, holder in sharing(screen.found.links, [c.article for c in screen.found.articles]).items():
        graph.shared.setdefault(graph.named(holder), []).append(article)
    return graph


def _branch(key: str, how: str, graph: _Graph, at: tuple[Screen, set[str], int]) -> Iterator[Text]:
    screen, drawn, depth = at
    node, again = graph.nodes[key], key in drawn
    drawn.add(key)
    indent = 2 * depth
    line = Text.assemble(("└ " if depth else "", "dim"), (how, "dim"), *_called(node, screen))
    if again:
        line.append("  (see above)", style="dim")
    yield from lines_of(line, screen.paper, indent)
    if again:
        return
    yield from _copies(key, screen, indent + 2)
    yield from _sharers(graph.shared.get(key, ()), screen, indent + 2)
    below = sorted(dict.fromkeys(graph.below.get(key, ())), key=drawn.__contains__)  # first what is not drawn yet
    if depth >= DEEPEST:
        below = []
    for start in below[:BELOW]:
        yield from _branch(start, "relays it: ", graph, (screen, drawn, depth + 1))
    rest = below[BELOW:]
    if rest:
        told = known(rest, screen.clippings)
        names = f": {outlets_words(told)}" if told else ""
        yield from lines_of(Text(f"└ … and {len(rest):,} more{names}", style="dim"), screen.paper, indent + 2)


def _called(node: Node, screen: Screen) -> tuple[str | tuple[str, str], ...]:
    c = screen.clippings.get(node.id)
    if c is None:
        here = any(x.called.casefold() == node.name.casefold() for x in screen.found.articles)
        which = " (which article is not clear)" if here else " (no article of it is here)"
        away = which if node.kind in ("outlet", "agency", "article") else ""
        return ((visible_line(node.name), "bold"), f" [{node.kind}]{away}")
    return ((visible_line(c.called), "bold"), f", {published_words([c])}", (f"  {c.article}", "dim"))


def _copies(key: str, screen: Screen, indent: int) -> Iterator[Text]:
    for c in screen.found.copies:
        if c.original == key and (
            told := [screen.clippings[a] for a in c.articles if a in screen.clippings and a != key]
        ):
            plain = [x.model_copy(update={"copy_of": None}) for x in told]
            words = f"└ copied in {outlets_words(plain)}: {articles_words(len(told), 0)}"
            yield from lines_of(Text(words), screen.paper, indent)


def _sharers(articles: Sequence[str], screen: Screen, indent: int) -> Iterator[Text]:
    if told := known(articles, screen.clippings):
        words = f"└ shares some words with {outlets_words(told)}: no proof of who has it from whom"
        yield from lines_of(Text(words), screen.paper, indent)
