"""The ledger for people: one article's statements as text, in the terminal's width.

Each statement says in its first line who speaks and how well that source is known, then how and via whom, then what.
With room for it the what stands to the right, as in a ledger. The shape carries all of the meaning, so that it reads
the same without colour.
"""

from __future__ import annotations

from rich.text import Text

from reportedly.cli.entity_table import entity_parts
from reportedly.cli.event_table import event_key, event_parts
from reportedly.cli.paper import WIDE, Paper, section, shortened, wrap
from reportedly.cli.place_table import place_parts
from reportedly.record import Record
from reportedly.web.reading.phrases import NO_SOURCE, TO
from reportedly.web.reading.view import ArticleView, StatementView, article_view

MARKS = {"named": "●", "unnamed": "○", "none": "?"}
STYLES = {"named": "bold blue", "unnamed": "bold yellow", "none": "bold magenta"}

LEFT_SHARE = 0.42
"""Share of the width for who says it, where both stand side by side: a source with role and relay fits on 1-2 lines."""

CONTENT_LINES = 3
"""Lines of content shown of one statement; the whole is in --json and --html."""

INDENT, DEEPEST = 4, 6
"""Columns for each level of nesting, and the level from which on no more are added."""


def ledger(record: Record, paper: Paper) -> Text:
    """One article: header, statements, who would not say, events, people and bodies, places, problems."""
    view = article_view(record)
    parts = [_header(view, paper)]
    parts += [entry(v, paper) for v in view.said]
    if view.refused:
        parts.append(section("Would not say", paper))
        parts += [entry(v, paper) for v in view.refused]
    if not view.failed and not view.said and not view.refused:
        nothing = Text("No statements were found in this article.", style="dim")
        parts.append(Text("\n").join(wrap(nothing, paper.measure)))
    parts += event_parts(view, paper)
    parts += entity_parts(view, paper)
    parts += place_parts(view, paper)
    if view.problems:
        parts.append(section("Problems", paper))
        parts.append(Text("\n").join(_problem(*p, paper) for p in view.problems))
    return Text("\n\n").join(parts)


def key() -> Text:
    """What the marks before the sources and before the events mean."""
    words = {"named": "named", "unnamed": "not named", "none": NO_SOURCE}
    sources = [Text.assemble((MARKS[a], STYLES[a]), (f" {w}", "dim")) for a, w in words.items()]
    return Text("\n").join([Text("   ").join(sources), event_key()])


def _header(view: ArticleView, paper: Paper) -> Text:
    title = wrap(Text(view.title, style="bold"), paper.measure)
    longest = max(line.cell_len for line in title)
    rule = Text("━" * paper.measure if paper.terminal else "=" * longest, style="dim")
    lines = [rule, *title] if paper.terminal else [*title, rule]
    origin = " · ".join(filter(None, (view.outlet, view.published, view.byline and f"by {view.byline}")))
    lines += wrap(Text(origin, style="dim"), paper.measure) if origin else []
    counts = Text(view.counts, style="red" if view.failed else "")
    if view.truncated:
        counts.append(" · the text continues elsewhere", style="yellow")
    return Text("\n").join([*lines, *wrap(counts, paper.measure)])


def entry(view: StatementView, paper: Paper) -> Text:
    """One statement, with its id in a margin of its own."""
    margin = max(4, len(view.id) + 1) + INDENT * min(view.depth, DEEPEST)
    margin = min(margin, paper.measure // 2)
    room = paper.measure - margin
    if paper.measure >= WIDE and view.content:
        left = int(paper.measure * LEFT_SHARE) - margin
        lines = _beside(_who(view, left), _what(view, room - left - 2), left)
    else:
        lines = _who(view, room) + _what(view, room)
    first = Text.assemble((_hook(view) + view.id, "dim"))
    first.pad_right(max(0, margin - first.cell_len))
    return Text("\n").join([first + lines[0], *(Text(" " * margin) + line for line in lines[1:])])


def _hook(view: StatementView) -> str:
    if not view.depth:
        return ""
    return " " * (INDENT * min(view.depth, DEEPEST) - 2) + "└ "


def _who(view: StatementView, room: int) -> list[Text]:
    """Who, of what kind; then how, when, to whom; then via whom."""
    style = STYLES[view.authority]
    who = Text.assemble((MARKS[view.authority], style), " ", (view.source, style))
    if view.entity:
        who.append(TO + view.entity, style="bold")
    who.append(f"  [{view.kind}]", style="dim" if view.authority == "named" else style.removeprefix("bold "))
    lines = wrap(who, room, hang=2) + wrap(Text("  " + _how(view), style="dim"), room, hang=2)
    if view.via:
        lines += wrap(Text("  via " + view.via, style="cyan"), room, hang=6)
    return lines


def _how(view: StatementView) -> str:
    parts = [] if view.refusal and view.cue else [view.act] if view.refusal else [f"{view.act}, {view.form}"]
    parts += [f"“{view.cue}”"] if view.cue else []
    parts += [view.said] if view.said else []
    parts += [f"to {view.to}"] if view.to else []
    parts += [f"inside {view.parent}"] if view.parent and not view.depth else []
    return " · ".join(parts)


def _what(view: StatementView, room: int) -> list[Text]:
    if not view.content:
        return []
    lines = wrap(Text.assemble(("about: " if view.refusal else "", "dim"), view.content), room - 2)
    lines = shortened(lines, CONTENT_LINES, room - 2)
    return [Text("  ") + line for line in lines]


def _beside(left: list[Text], right: list[Text], width: int) -> list[Text]:
    """Two columns, with nothing behind the last word of a line."""
    lines = []
    for i in range(max(len(left), len(right))):
        line = Text().append_text(left[i]) if i < len(left) else Text()
        if i < len(right):
            line.pad_right(width - line.cell_len)
            line.append_text(right[i])
        lines.append(line)
    return lines


def _problem(stage: str, message: str, fatal: bool, paper: Paper) -> Text:
    label = ("error", "bold red") if fatal else ("warning", "yellow")
    line = Text.assemble(label, f": {stage}: {message}")
    return Text("\n").join(wrap(line, paper.measure, hang=2))
