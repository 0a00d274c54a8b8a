"""What a document in XML or HTML starts with. One pass from left to right, however the document is made."""

from __future__ import annotations

import re

_SPACE = re.compile(r"\s*")
_SKIPPED = (("<!--", "-->"), ("<?", "?>"))
_DOCTYPE = re.compile(r"<!DOCTYPE\b", re.IGNORECASE)
_SUBSET_OR_END = re.compile(r"[\[>]")
_ELEMENT = re.compile(r"<(?:\w{1,20}:)?(\w{1,40})")


def root_of(text: str) -> str | None:
    """The name of the first element in lower case and without prefix, behind comments, instructions and a doctype.

    >>> root_of("<?xml version='1.0'?><!-- The Gull --><rdf:RDF>"), root_of("The <rss> format")
    ('rdf', None)
    """
    at: int | None = 0
    while at is not None:
        start = _SPACE.match(text, at).end()  # type: ignore[union-attr]
        at = _after_declaration(text, start)
        if at == start:
            found = _ELEMENT.match(text, start)
            return found[1].lower() if found else None
    return None


def _after_declaration(text: str, at: int) -> int | None:
    """Where the comment, instruction or doctype at `at` ends: `at` where there is none, None where it never ends."""
    for opening, closing in _SKIPPED:
        if text.startswith(opening, at):
            return _after(closing, text, at + len(opening))
    if not _DOCTYPE.match(text, at):
        return at
    found = _SUBSET_OR_END.search(text, at)
    if found is None or found[0] == ">":
        return found.end() if found else None
    subset = _after("]", text, found.end())
    return None if subset is None else _after(">", text, subset)


def _after(mark: str, text: str, at: int) -> int | None:
    found = text.find(mark, at)
    return None if found < 0 else found + len(mark)
