"""What a document starts with, found in one pass."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.intake.markup import root_of


@pytest.mark.parametrize(
    ("text", "root"),
    [
        ("<rss>", "rss"),
        ('  <?xml version="1.0"?>\n<!-- a > b -->\n<!DOCTYPE opml>\n<OPML version="2.0">', "opml"),
        ('<!DOCTYPE rss [<!ENTITY x "y">\n] ><rss>', "rss"),
        ("<!doctype html><html>", "html"),
        ("<rdf:RDF>", "rdf"),
        ("<!-- <rss> --><feed>", "feed"),
        ("<!-- <rss>", None),
        ("<?xml <rss", None),
        ("<!DOCTYPE [<rss>", None),
        ("<!ENTITY><rss>", None),
        ("The <rss> format", None),
        ("", None),
    ],
)
def test_roots(text: str, root: str | None) -> None:
    assert root_of(text) == root


@pytest.mark.parametrize(
    "piece", ["<!-- a -->", "<?a?>", "<!DOCTYPE a>", "<!DOCTYPE [] >", "<!--", "<!DOCTYPE ", " ", "<?"]
)
def test_long_starts_take_bounded_time(piece: str) -> None:
    started = time.monotonic()
    root_of(piece * (1_000_000 // len(piece)) + "<!x")
    assert time.monotonic() - started < 1


PIECES = st.sampled_from(["<!--", "-->", "<?", "?>", "<!DOCTYPE", "[", "]", ">", "<rss", "<a:opml", " ", "x"])


@given(st.lists(PIECES).map("".join) | st.text())
def test_any_text_has_a_root_or_none(text: str) -> None:
    found = root_of(text)
    assert found is None or "<" in text
