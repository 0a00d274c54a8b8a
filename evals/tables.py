"""The measured values as a table for the terminal and as a section of a Markdown page."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

from evals.floors import Floor, Run
from evals.measures import MEASURES, POLNEAR, Measure

BEGIN, END = "<!-- measured: begin -->", "<!-- measured: end -->"
"""What stands between these two lines of a page is written by the gate and by nobody else."""


def terminal(values: Mapping[str, float], floors: Mapping[str, Floor]) -> str:
    """One line a measure: its value, floor (or `<=` ceiling), bar and aim, and what is to be said of it."""
    width = max(len(m.full_name) for m in MEASURES)
    lines = [f"{'measure':{width}} {'value':>7} {'floor':>7} {'bar':>6} {'aim':>6}"]
    for m in MEASURES:
        if m.full_name in values:
            value, floor = values[m.full_name], floors.get(m.full_name)
            bar, aim = (_number(x) or "-" for x in (m.bar, m.aim))
            cells = f"{value:7.{m.scale.digits}f} {_limit(m, floor):>7} {bar:>6} {aim:>6}"
            lines.append(f"{m.full_name:{width}} {cells}  {remark(m, value, floor)}".rstrip())
    return "\n".join(lines)


def remark(measure: Measure, value: float, floor: Floor | None) -> str:
    """The one thing to know about a value."""
    scale = measure.scale
    if floor and scale.worse(value, floor.floor):
        return "ABOVE ITS CEILING" if scale.less else "BELOW ITS FLOOR"
    if measure.bar is not None and scale.worse(value, measure.bar):
        return "above the bar" if scale.less else "below the bar"
    return "aim reached" if measure.aim is not None and not scale.worse(value, measure.aim) else ""


def markdown(values: Mapping[str, float], scores: Mapping[str, dict[str, Any]], run: Run) -> str:
    """The section of a page: what was measured, with what, beside people and a simple rule."""
    weights = " and ".join(f"`{w[:19]}…`" for w in run.weights.split())
    lines = [
        f"Measured on {run.date} with weights {weights} and word lists `{run.config[:19]}…`.",
        "Per cent, but for *mae*, *r* and what is counted *a row* or *a snippet*; *(less)*: less is better. n is the",
        "number of gold items behind a figure, or of rows, messages or the like where the scorer counts no closer.",
        "",
        "| set | measure | value | bar | aim | people | rule | n |",
        "|---|---|---:|---:|---:|---:|---:|---:|",
    ]
    for m in MEASURES:
        if m.full_name in values:
            cells = (_number(m.bar), _number(m.aim), _number(m.people), _number(m.rule), _size(m, scores[m.set]))
            name, value = f"{m.name} (less)" if m.scale.less else m.name, values[m.full_name]
            lines.append(f"| {m.set} | {name} | **{value:.{m.scale.digits - 1}f}** | {' | '.join(cells)} |")
    if POLNEAR in scores:
        lines += ["", "All figures of `polnear dev`, with precision and recall:", "", *_details(scores[POLNEAR])]
    return "\n".join(lines)


def _details(scores: dict[str, Any]) -> list[str]:
    rows = [(name, x) for name, x in scores.items() if isinstance(x, dict) and "f1" in x]
    return [
        "| figure | precision | recall | F1 | gold | predicted |",
        "|---|---:|---:|---:|---:|---:|",
        *(
            f"| {name.replace('_', ' ')} | {x['p']:.1f} | {x['r']:.1f} | {x['f1']:.1f} "
            f"| {x['gold']:,} | {x['pred']:,} |"
            for name, x in rows
        ),
    ]


def _limit(measure: Measure, floor: Floor | None) -> str:
    limit = f"{floor.floor:.{measure.scale.digits}f}" if floor else "-"
    return f"<={limit}" if floor and measure.scale.less else limit


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def _size(measure: Measure, scores: dict[str, Any]) -> str:
    """How many gold items a figure rests on."""
    group = scores.get(measure.path[0])
    near = [group.get(key) for key in ("gold", "spans", "rows")] if isinstance(group, dict) else []
    far = [scores.get(key) for key in ("statements", "rows", "targets", "messages", "sentences", "snippets")]
    size = next((s for s in (*near, *far) if isinstance(s, int)), None)
    return "" if size is None else f"{size:,}"


def rewritten(page: str, section: str) -> str:
    """A page with its measured section replaced. ValueError where it has none."""
    before, begin, rest = page.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (begin and end):
        raise ValueError(f"it lacks the lines {BEGIN} and {END}")
    return f"{before}{BEGIN}\n{section}\n{END}{after}"


def write_page(path: Path, section: str) -> None:
    """Replace the measured section of a page."""
    path.write_text(rewritten(path.read_text(encoding="utf-8"), section), encoding="utf-8")
