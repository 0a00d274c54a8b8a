"""Article text on a terminal: hidden characters as symbols, and as `Text`, whose words Rich never takes for markup."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reportedly.web.visible import visible, visible_line

if TYPE_CHECKING:
    from rich.text import Text

__all__ = ["one_line", "visible", "visible_line"]


def one_line(words: str, style: str = "") -> Text:
    """Words of an article, safe to print, on one line."""
    from rich.text import Text

    return Text(visible_line(words), style=style)
