"""What lists of happenings, timelines and changes share: marks of a status, a happening's line, folded names."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from rich.text import Text

from reportedly.cli.escape import visible_line
from reportedly.cli.paper import wrap
from reportedly.connect import wording
from reportedly.connect.wording import has_happened, status_words

if TYPE_CHECKING:
    from reportedly.cli.paper import Paper
    from reportedly.connect.clippings import Clipping
    from reportedly.connect.nouns import Standing

MARKS: Mapping[str, str] = {"occurred": "■", "ongoing": "◧"}
"""As for events: these are said to have happened. Everything else has OTHER."""
OTHER = "□"

STYLES: Mapping[str, str] = {
    "occurred": "bold",
    "ongoing": "bold",
    "attempted": "yellow",
    "threatened": "red",
    "called_off": "magenta",
    "denied": "magenta",
    "disputed": "red",
    "unconfirmed": "yellow",
    "retracted": "magenta",
    "unknown": "dim",
}
OTHER_STYLE = "cyan"

NAMED = 3
"""Outlets that are named in a line; of more it says how many there are."""


def marked(status: Standing, name: str) -> Text:
    """The mark, the name and the status. What is not said to have happened has another mark, and its status in
    brackets before its name, so that the two never look alike, with colours or without."""
    style = STYLES.get(status, OTHER_STYLE)
    if has_happened(status):
        words = ((f"{MARKS[status]} ", style), (visible_line(name), "bold"), " · ", (status_words(status), style))
        return Text.assemble(*words)
    return Text.assemble((f"{OTHER} [{status_words(status)}] ", style), visible_line(name))


def outlets_words(clippings: Iterable[Clipping], most: int = NAMED) -> str:
    """The outlets of some articles, as a terminal may show them."""
    return visible_line(wording.outlets_words(clippings, most))


def lines_of(text: Text | str, paper: Paper, indent: int = 0, hang: int = 2) -> list[Text]:
    """Text wrapped to the paper, indented, its later lines by `hang` more."""
    text = Text(text) if isinstance(text, str) else text
    return [Text(" " * indent) + line for line in wrap(text, paper.measure - indent, hang=hang)]


def quoted(words: str, origin: str = "") -> Text:
    """A quotation, and where it stands."""
    where = f" ({visible_line(origin)})" if origin else ""
    return Text.assemble(f"“{visible_line(words)}”", (where, "dim"))


def more(left: str, paper: Paper, indent: int = 0) -> list[Text]:
    """That something was left out: "3 origins more"."""
    return lines_of(Text(f"… and {left}: --json has all", style="dim"), paper, indent)


def known(articles: Sequence[str], clippings: Mapping[str, Clipping]) -> list[Clipping]:
    """The clippings of some articles; those that were forgotten are left out."""
    return [clippings[a] for a in articles if a in clippings]
