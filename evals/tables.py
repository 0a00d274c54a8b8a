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
    """One line a measure: its value, floor, bar and aim, and what is to be said of it."""
    width = max(len(m.full_name) for m in MEASURES)
    lines = [f"{'measure':{width}} {'value':>7} {'floor':>7} {'bar':>6} {'aim':>6}"]
    for m in MEASURES:
        if m.full_name in values:
            floor = floors.get(m.full_name)
            cells = f"{values[m.full_name]:7.2f} {f'{floor.floor:.2f}' if floor else '-':>7} {m.bar:6g} {m.aim:6g}"
            lines.append(f"{m.full_name:{width}} {cells}  {remark(m, values[m.full_name], floor)}".rstrip())
    return "\n".join(lines)


def remark(measure: Measure, value: float, floor: Floor | None) -> str:
    """The one thing to know about a value."""
    if floor and value < floor.floor:
        return "BELOW ITS FLOOR"
    return "below the bar" if value < measure.bar else "aim reached" if value >= measure.aim else ""


def markdown(values: Mapping[str, float], scores: Mapping[str, dict[str, Any]], run: Run) -> str:
    """The section of a page: what was measured, with what, beside people and a simple rule."""
    lines = [
        f"Measured on {run.date} with weights `{run.weights[:19]}…` and word lists `{run.config[:19]}…`.",
        "Per cent; n is the number of gold items behind a figure.",
        "",
        "| set | measure | value | bar | aim | people | rule | n |",
        "|---|---|---:|---:|---:|---:|---:|---:|",
    ]
    for m in MEASURES:
        if m.full_name in values:
            cells = (_number(m.bar), _number(m.aim), _number(m.people), _number(m.rule), _size(m, scores[m.set]))
            lines.append(f"| {m.set} | {m.name} | **{values[m.full_name]:.1f}** | {' | '.join(cells)} |")
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


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:g}"


def _size(measure: Measure, scores: dict[str, Any]) -> str:
    """How many gold items a figure rests on."""
    group = scores.get(measure.path[0])
    size = group.get("gold", group.get("spans")) if isinstance(group, dict) else scores.get("statements")
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
