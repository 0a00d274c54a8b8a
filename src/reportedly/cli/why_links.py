"""`reportedly why` of what linking found: the features that joined mentions and articles, their weights and words."""

from __future__ import annotations

import os.path
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from reportedly.cli.escape import visible_line
from reportedly.cli.listing import opened, print_parts, write_line
from reportedly.errors import RunError

if TYPE_CHECKING:
    from rich.text import Text

    from reportedly.cli.paper import Paper
    from reportedly.connect.nouns import Link
    from reportedly.ledger.linked.explain import Joined, WhyHappening, WhyStory
    from reportedly.ledger.linked.nouns import KeptRuling, Passage

KINDS = {
    "same_story": "of one story with",
    "same_happening": "the same happening as in",
    "copy_of": "a copy of",
    "shares_text": "shares words with",
    "relays": "relays",
    "same_publisher": "of one publisher with",
    "same_named_origin": "has a named origin in common with",
    "maybe_same_origin": "has an origin that may be that of",
}
PASSAGES = {"merged": "went into", "split": "gave part to", "ended": "is told of no more", "back": "is told of again"}
SHOWN = 100
"""Links shown of a story; all of them are in --json."""


def why_linked(db: Path, words: str, *, json: bool) -> None:
    """Explain a happening (h…, ARTICLE/e5), a story (s…) or an article of the ledger."""
    from reportedly.ledger.linked.explain import why_happening, why_story

    if os.path.isfile(words):  # noqa: PTH113 (Path.is_file raises where words are too long for a name)
        raise RunError(
            f"{visible_line(words)}: say what of it is to be explained, as in: reportedly why {visible_line(words)} s3"
        )
    with opened(db) as ledger:
        is_happening = "://" not in words and ("/e" in words or (words.startswith("h") and "." not in words))
        found = why_happening(ledger, words) if is_happening else why_story(ledger, words)
    if json:
        write_line(found.to_json())
    else:
        print_parts(lambda paper: parts(found, paper))


def parts(found: WhyHappening | WhyStory, paper: Paper) -> Iterator[Text]:
    """The explanation for people."""
    from rich.text import Text

    from reportedly.ledger.linked.explain import WhyHappening

    if isinstance(found, WhyHappening):
        yield from _happening(found, paper)
    else:
        s = found.found.story
        head = f"story {s.id}" if found.article is None else f"article {found.article} in story {s.id}"
        yield Text(head, style="bold")
        yield from _links(found.joined[:SHOWN], paper)
        if len(found.joined) > SHOWN:
            yield Text(f"… and {len(found.joined) - SHOWN} more links: see --json", style="dim")
        if not found.joined:
            yield Text("  no other article was found to be of one story with it", style="dim")
    if found.passages:
        yield Text("\n").join(_passage(p) for p in found.passages)


def _happening(found: WhyHappening, paper: Paper) -> Iterator[Text]:
    from rich.text import Text

    from reportedly.cli.paper import wrap

    h = found.found.happening
    yield Text.assemble((f"happening {h.id}", "bold"), f"  {visible_line(h.name or '')}")
    for m in found.mentions:
        ref = f"{m.mention.article}/{m.mention.event}"
        lines = [Text.assemble((visible_line(ref), "bold cyan"), f"  “{visible_line(m.words)}”")]
        if not m.joined:
            lines += wrap(Text("  no other mention was needed to place it here", style="dim"), paper.measure, hang=4)
        lines += [line for joined in m.joined for line in _link(joined, paper)]
        yield Text("\n").join(lines)
    if found.rulings:
        yield Text("\n").join(_ruling(r) for r in found.rulings)


def _links(joined: Sequence[Joined], paper: Paper) -> Iterator[Text]:
    from rich.text import Text

    for one in joined:
        yield Text("\n").join(_link(one, paper))


def _link(joined: Joined, paper: Paper) -> list[Text]:
    """What a link says, then the features that made its score, then its words."""
    from rich.text import Text

    from reportedly.cli.paper import wrap

    link = joined.link
    score = f", score {link.score:.2f}" if link.score is not None else ""
    start = "" if link.kind == "same_happening" else f"{_end(link.start.kind, link.start.id, link.start.name)} "
    head = f"  {start}{KINDS.get(link.kind, link.kind)} {_end(link.end.kind, link.end.id, link.end.name)}{score}"
    lines = wrap(Text.assemble(head, (f"  by {visible_line(link.by)}", "cyan")), paper.measure, hang=4)
    if link.note:
        lines += wrap(Text(f"    {visible_line(link.note)}", style="dim"), paper.measure, hang=4)
    if told := _reasons(link):
        lines += wrap(Text(f"    because: {told}"), paper.measure, hang=6)
    words = ", ".join(
        f"“{visible_line(q.words)}” ({q.evidence.article} {q.evidence.span[0]}-{q.evidence.span[1]})"
        for q in joined.quotes
    )
    return [*lines, *(wrap(Text(f"    words: {words}", style="dim"), paper.measure, hang=6) if words else [])]


def _reasons(link: Link) -> str:
    """Features by what they add to the score, with value and weight."""
    ranked = sorted(link.reasons, key=lambda r: -abs(r.value * r.weight))
    return ", ".join(f"{visible_line(r.feature.replace('_', ' '))} {r.value:g} × {r.weight:+g}" for r in ranked)


def _end(kind: str, id: str, name: str) -> str:
    shown = visible_line(name)
    return f"{id} ({shown})" if kind == "article" and name and name != id else shown or visible_line(id)


def _ruling(r: KeptRuling) -> Text:
    from rich.text import Text

    why = f": “{visible_line(r.because)}”" if r.because else ""
    state = "" if r.holds else " (no longer in force)"
    return Text(f"ruling {r.number}, {r.kind}, by {visible_line(r.who)} at {r.at}{why}{state}", style="yellow")


def _passage(p: Passage) -> Text:
    from rich.text import Text

    end = f" {p.end}" if p.end else ""
    return Text(f"{p.at}  {p.start} {PASSAGES[p.kind]}{end}", style="dim")
