"""Cells of CSV that a spreadsheet shows instead of running.

A cell that begins with = + - @ is a formula to Excel, LibreOffice and Google Sheets, also behind blanks; a tab or a
carriage return in front has the same effect (OWASP, "CSV Injection"), and Excel reads the full-width forms alike.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from datetime import date
from itertools import dropwhile
from typing import Any

from reportedly.exports.columns import JOINED_BY, Type

FORMULA = frozenset("=+-@＝＋－＠")
"""How a formula begins."""


def guarded(text: str) -> str:
    """The text with an apostrophe in front where a spreadsheet would take it for a formula."""
    return f"'{text}" if formula_like(text) else text


def formula_like(text: str) -> bool:
    """Would a spreadsheet run it? Blanks and characters that do not show count as nothing."""
    if text[:1].isalnum():
        return False
    if text[:1] in ("\t", "\r"):
        return True
    return next(dropwhile(_unseen, text), "") in FORMULA


def csv_cells(cells: Sequence[Any], types: Sequence[Type]) -> list[str | int | float]:
    """Cells as text and numbers; what is not known is empty, true and false in lower case."""
    return [_cell(cell, type) for cell, type in zip(cells, types, strict=True)]


def guarded_row(cells: Sequence[str | int | float]) -> list[str | int | float]:
    """The same with text guarded; a number is a number, also below zero."""
    return [guarded(cell) if isinstance(cell, str) else cell for cell in cells]


def _cell(cell: Any, type: Type) -> str | int | float:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    if isinstance(cell, date):
        return cell.isoformat()
    if isinstance(cell, list):
        return JOINED_BY[type].join(cell)
    number: str | int | float = cell
    return number


def _unseen(c: str) -> bool:
    return c.isspace() or unicodedata.category(c) in ("Cc", "Cf", "Zs", "Mn")
