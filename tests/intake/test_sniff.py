"""Which format a file has."""

from __future__ import annotations

import pytest

from reportedly.intake.sniff import format_by_content, format_by_ending


@pytest.mark.parametrize(
    ("path", "form"),
    [
        ("a.txt", "text"),
        ("a.MD", "text"),
        ("a/b.html", "page"),
        ("a.xhtml", "page"),
        ("a.jsonl", "json_lines"),
        ("a.ndjson", "json_lines"),
        ("a.json-lines", "json_lines"),
        ("a.json", None),
        ("a", None),
    ],
)
def test_by_ending(path: str, form: str | None) -> None:
    assert format_by_ending(path) == form


@pytest.mark.parametrize(
    ("line", "form"),
    [
        (b'{"text": "The port closed."}\n', "json_lines"),
        (b'  {"text": "The port cl', "json_lines"),
        (b"{", "json_lines"),
        (b'\xef\xbb\xbf{"text": "x"}', "json_lines"),
        (b"{The port closed}", "text"),
        (b"<!DOCTYPE html>\n", "page"),
        (b"\xef\xbb\xbf<html lang=en>", "page"),
        (b'<?xml version="1.0"?><!DOCTYPE html PUBLIC "x">', "page"),
        (b"<!-- saved from url=(0020)https://a.example/ --><html>", "page"),
        ("<html>".encode("utf-16"), "page"),
        (b"<p>The port closed.</p>", "page"),
        (b"<3 is how she signs, the mayor said", "text"),
        (b"The port closed <b>early</b>", "text"),
        (b"", "text"),
    ],
)
def test_by_content(line: bytes, form: str) -> None:
    assert format_by_content(line, line) == form
