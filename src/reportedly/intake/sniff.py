"""Which format a file has: by its ending, or by its first bytes where the ending says nothing."""

from __future__ import annotations

import codecs
import json
import re
from pathlib import Path
from typing import Literal

Format = Literal["text", "page", "json_lines"]

ENDINGS: dict[str, Format] = {
    ".txt": "text",
    ".text": "text",
    ".md": "text",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".jsonl": "json_lines",
    ".ndjson": "json_lines",
    ".json-lines": "json_lines",
}

HEAD_BYTES = 2_048
"""Bytes looked at for tags; the doctype and the head of a page come far earlier."""

_JSONISH = re.compile(r'\{\s*(?:"|\}|$)')
_TAG = re.compile(r"<(?:!doctype\s+html|html|head|body|meta|title|article|main|div|p|h1)\b", re.IGNORECASE)


def format_by_ending(path: str) -> Format | None:
    """The format that the file's name promises, None where it promises none."""
    return ENDINGS.get(Path(path).suffix.lower())


def format_by_content(first_line: bytes, head: bytes) -> Format:
    """The format that the content looks like, from its first line that is not blank and its first bytes."""
    line = _decoded(first_line).strip()
    if _JSONISH.match(line) or (line.startswith("{") and _is_object(line)):
        return "json_lines"
    text = _decoded(head[:HEAD_BYTES]).lstrip()
    return "page" if text.startswith("<") and _TAG.search(text) else "text"


def _is_object(line: str) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def _decoded(data: bytes) -> str:
    """Good enough to look for ASCII in: any encoding that has it, with or without a byte order mark."""
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return data.decode("utf-16", "replace")
    return data.removeprefix(codecs.BOM_UTF8).decode("latin-1")
