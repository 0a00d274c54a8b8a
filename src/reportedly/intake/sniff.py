"""Which format a file has: by its ending, or by its first bytes where the ending says nothing."""

from __future__ import annotations

import codecs
import json
import re
from pathlib import Path
from typing import Literal

from reportedly.intake.limits import MAX_FEED_BYTES
from reportedly.intake.markup import root_of
from reportedly.intake.unpack import PACKED

Format = Literal["text", "page", "json_lines", "warc"]

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
    ".warc": "warc",
}
"""What a file's last ending promises, that of compression (.gz, .zst) left aside."""

FEED_ENDINGS = (".rss", ".atom", ".xml", ".rdf", ".opml", ".json")
"""Endings of files that may be a feed or a list of feeds; their content decides."""

HEAD_BYTES = 2_048
"""Bytes looked at for tags; the doctype and the head of a page come far earlier."""

_JSONISH = re.compile(r'\{\s*(?:"|\}|$)')
_JSON_ARRAY = re.compile(r'\s*\[\s*\{\s*"')
_JSON_FEED = re.compile(r'"version"\s*:\s*"https?:(?:\\?/){2}jsonfeed\.org(?:\\?/)version')
_TAG = re.compile(r"<(?:!doctype\s+html|html|head|body|meta|title|article|main|div|p|h1)\b", re.IGNORECASE)


def format_by_ending(path: str) -> Format | None:
    """The format that the file's name promises, None where it promises none."""
    return ENDINGS.get(Path(without_packing(path)).suffix.lower())


def without_packing(path: str) -> str:
    """The path without the ending of compression: a.jsonl.gz → a.jsonl."""
    ending = Path(path).suffix
    return path.removesuffix(ending) if ending.lower() in PACKED else path


def is_article_file(name: str) -> bool:
    """True for a name that promises articles, compressed or not."""
    return format_by_ending(name) is not None


def is_feed(head: bytes) -> bool:
    """True where the bytes look like a feed (RSS, Atom, JSON Feed) or a list of feeds (OPML).

    XML shows it in its first bytes; JSON may say it anywhere, since its fields have no order.
    """
    text = _decoded(head[:HEAD_BYTES]).lstrip()
    if text.startswith("{"):
        return bool(_JSON_FEED.search(_decoded(head[:MAX_FEED_BYTES])))
    return root_of(text) in ("rss", "feed", "rdf", "opml")


def is_json_array(data: bytes) -> bool:
    """True where the bytes start as a list of JSON objects does."""
    return bool(_JSON_ARRAY.match(_decoded(data[:HEAD_BYTES])))


def format_by_content(first_line: bytes, head: bytes) -> Format:
    """The format that the content looks like, from its first line that is not blank and its first bytes."""
    line = _decoded(first_line).strip()
    if line.startswith("WARC/1."):
        return "warc"
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
