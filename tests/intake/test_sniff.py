"""Which format a file has."""

from __future__ import annotations

import time

import pytest

from reportedly.intake.sniff import format_by_content, format_by_ending, is_feed, is_json_array


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
        ("a.jsonl.gz", "json_lines"),
        ("a.TXT.GZ", "text"),
        ("a.html.zst", "page"),
        ("a.warc", "warc"),
        ("CC-NEWS-1.warc.gz", "warc"),
        ("a.gz", None),
        ("a.json", None),
        ("a.rss", None),
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
        (b"WARC/1.0\r\n", "warc"),
    ],
)
def test_by_content(line: bytes, form: str) -> None:
    assert format_by_content(line, line) == form


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<?xml version="1.0"?>\n<!-- x -->\n<rss version="2.0">', True),
        ('<?xml version="1.0"?><?xml-stylesheet href="x"?><feed xmlns="http://www.w3.org/2005/Atom">', True),
        ('<!DOCTYPE rss [<!ENTITY x "y">]><rss>', True),
        ('<rdf:RDF xmlns="http://purl.org/rss/1.0/">', True),
        ("\ufeff  <opml>", True),
        ('{"version": "https://jsonfeed.org/version/1.1"', True),
        ('{"version":"https:\\/\\/jsonfeed.org\\/version\\/1"', True),
        ('{"items": [' + '{"id": "x"},' * 500 + '{}], "version": "https://jsonfeed.org/version/1.1"}', True),
        ('{"text": "The port closed."}', False),
        (r'{"text": "\"version\": \"https://jsonfeed.org/version/1.1\""}', False),
        ("<!DOCTYPE html><html>", False),
        ('<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">', False),
        ("The <rss> format", False),
        ("", False),
        ("<!-- " * 400, False),
        ("<?" * 1000, False),
        ("<!DOCTYPE [" * 180, False),
    ],
)
def test_feeds(head: str, expected: bool) -> None:
    assert is_feed(head.encode()) is expected


def test_many_comments_take_bounded_time() -> None:
    started = time.monotonic()
    assert not is_feed(b"<!-- a -->" * 200 + b"<!x")
    assert time.monotonic() - started < 1


@pytest.mark.parametrize(
    ("start", "expected"),
    [
        ('[{"id": 1}', True),
        ('\ufeff [\n  {\n "id"', True),
        ("[Update] The port", False),
        ("[1, 2]", False),
        ("", False),
    ],
)
def test_lists_of_objects(start: str, expected: bool) -> None:
    assert is_json_array(start.encode()) is expected
