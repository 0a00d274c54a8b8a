"""What a page's head says about its article."""

from __future__ import annotations

import pytest
from lxml.html import document_fromstring

from reportedly.intake.json_ld import Metadata
from reportedly.intake.page_metadata import main_headings, metadata_of_page


def said(head: str) -> Metadata:
    html = f"<html><head>{head}</head><body><p>x</p></body></html>"
    return metadata_of_page(document_fromstring(html), html)[0]


@pytest.mark.parametrize(
    ("head", "published"),
    [
        ('<meta property="article:published_time" content="2025-03-14T08:00:00Z">', "2025-03-14T08:00:00Z"),
        ('<meta itemprop="datePublished" content="2025-03-14">', "2025-03-14"),
        ('<meta name="pubdate" content="March 14, 2025">', "March 14, 2025"),
        ('<meta name="date" content="soon"><meta name="pubdate" content="2025-03-14">', "2025-03-14"),
        ('<meta name="date" content="soon">', "soon"),
        ("", None),
    ],
)
def test_published(head: str, published: str | None) -> None:
    assert said(head).published == published


def test_json_ld_beats_meta_tags() -> None:
    ld = '{"@type": "Article", "datePublished": "2025-03-14T08:00:00Z", "publisher": {"name": "The Gull"}}'
    meta = '<meta property="og:site_name" content="gull"><meta name="date" content="2025-03-15">'
    found = said(f'{meta}<script type="Application/LD+JSON">{ld}</script>')
    assert (found.published, found.outlet) == ("2025-03-14T08:00:00Z", "The Gull")


def test_the_canonical_address_comes_first_and_must_be_absolute() -> None:
    og = '<meta property="og:url" content="https://gull.example/og">'
    assert said(f'{og}<link rel="canonical" href="https://gull.example/a">').url == "https://gull.example/a"
    assert said(f'{og}<link rel="canonical" href="/a">').url == "https://gull.example/og"


def test_main_headings() -> None:
    assert main_headings(document_fromstring("<h1>Port <em>to</em>\n close</h1><h2>x</h2><h1></h1>")) == [
        "Port to close"
    ]


@pytest.mark.parametrize(
    ("head", "here", "url"),
    [
        ('<link rel="canonical" href="/story">', None, None),
        ('<link rel="canonical" href="/story">', "https://harbor.example/a", "https://harbor.example/story"),
        ('<base href="https://gull.example/x/"><link rel="canonical" href="y">', None, "https://gull.example/x/y"),
        ('<base href="/x/"><link rel="canonical" href="y">', None, None),
        ('<link rel="canonical" href="//gull.example/y">', "https://harbor.example/a", "https://gull.example/y"),
    ],
)
def test_a_relative_canonical_link(head: str, here: str | None, url: str | None) -> None:
    html = f"<html><head>{head}</head><body><p>x</p></body></html>"
    assert metadata_of_page(document_fromstring(html), html, here)[0].url == url
