"""Saved HTML pages → articles. Golden pages (invented outlets) and the article expected of each are in `pages`."""

from __future__ import annotations

import html
import json
import socket
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.errors import ArticleError
from reportedly.intake.item import Given, Item
from reportedly.intake.page import article_of_page

PAGES = sorted((Path(__file__).parent / "pages").glob("*.html"))
STORY = "".join(
    f"<p>{words}, the dockers’ union said on Friday, as the strike over pay went into its second week.</p>"
    for words in ("The port of Vell will stay closed", "No ship has left the harbour", "Talks are to go on at noon")
)


def read(page: str, **caller: str) -> Item:
    return article_of_page("a.html", page.encode(), Given(**caller))


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a page made the intake go to the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)


@pytest.mark.parametrize("page", PAGES, ids=lambda p: p.stem)
def test_golden(page: Path) -> None:
    article = article_of_page(page.name, page.read_bytes(), Given()).article
    assert article.to_json() == json.loads(page.with_suffix(".json").read_text("utf-8"))


def test_there_are_golden_pages() -> None:
    assert len(PAGES) == 3


def test_malformed_json_ld_and_an_ambiguous_date_are_noted() -> None:
    (page,) = (p for p in PAGES if p.stem == "broken-json-ld")
    problems = article_of_page(page.name, page.read_bytes(), Given()).problems
    assert [p.fatal for p in problems] == [False, False]
    assert "JSON-LD" in problems[0].message
    assert "03/04/2025" in problems[1].message


def test_what_the_caller_gives_fills_in_only_what_the_page_lacks() -> None:
    given = {"outlet": "The Gull", "title": "Vell", "published": "2025-03-14", "url": "https://gull.example/a"}
    bare = read(f"<html><body><article>{STORY}</article></body></html>", **given).article
    assert (bare.outlet, bare.title, bare.published, bare.url) == tuple(given.values())
    assert bare.text.startswith("Vell\n\nThe port of Vell")
    head = '<meta property="og:site_name" content="Harbor Post"><title>Port to stay shut</title>'
    full = read(f"<html><head>{head}</head><body><article>{STORY}</article></body></html>", **given).article
    assert (full.outlet, full.title) == ("Harbor Post", "Port to stay shut")


def test_a_date_from_the_caller_stands_in_for_one_that_cannot_be_read() -> None:
    head = '<meta property="article:published_time" content="03/04/2025">'
    item = read(f"<html><head>{head}</head><body>{STORY}</body></html>", published="2025-04-03")
    assert (item.article.published, item.problems) == ("2025-04-03", ())


def test_no_date_is_guessed_from_a_line_of_rights() -> None:
    item = read(f"<html><body><article>{STORY}</article><footer>© 2019 The Gull, 3 May 2019</footer></body></html>")
    assert item.article.published is None


def test_the_headline_of_the_metadata_is_not_repeated() -> None:
    ld = '<script type="application/ld+json">{"@type": "Article", "headline": "Port of Vell to stay…"}</script>'
    html = f"<html><head>{ld}</head><body><article><h1>Port of Vell to stay shut</h1>{STORY}</article></body></html>"
    article = read(html).article
    assert article.text.startswith("Port of Vell to stay shut\n\nThe port of Vell will")
    assert article.title == "Port of Vell to stay…"


def test_the_address_that_a_page_was_saved_from() -> None:
    html = f"<!-- saved from url=(0024)https://gull.example/a/b -->\n<html><body>{STORY}</body></html>"
    assert read(html).article.url == "https://gull.example/a/b"


@pytest.mark.parametrize(
    "html",
    ["", "   ", "<!DOCTYPE html>", "<html></html>", "<html><body><script>load()</script></body></html>", "<!-- x -->"],
)
def test_a_page_without_main_text(html: str) -> None:
    with pytest.raises(ArticleError, match=r"^a\.html .*(save the whole page again|pass the article's text)"):
        read(html)


@pytest.mark.parametrize(
    "html",
    [
        f"<html><body>{'<div>' * 3_000}{STORY}",
        f"<p>{STORY}</b></i></table><td><html><body><p>again",
        f'<?xml version="1.0" encoding="utf-8"?><html xmlns="http://www.w3.org/1999/xhtml"><body>{STORY}</body></html>',
        f"<html><body>{STORY}<p>bell \x07 escape \x1b[31m</p></body></html>",
        f'<script type="application/ld+json">{"[" * 100_000}</script>{STORY}',
        f'<script type="application/ld+json">{{"@type": "Article", "headline": "\\ud800"}}</script>{STORY}',
        f'<script type="application/ld+json">{{"@type": 5, "@id": [1], "author": [[{{}}]]}}</script>{STORY}',
    ],
)
def test_malformed_pages_are_read_or_refused(html: str) -> None:
    try:
        article = read(html).article
    except ArticleError as error:
        assert str(error).startswith("a.html ")
    else:
        assert article.text.encode("utf-8")
        assert article.headline is None or article.text[slice(*article.headline)]


TAGS = st.sampled_from(
    [
        "<p>",
        "</p>",
        "<h1>",
        "<table>",
        "<td>",
        "<br>",
        "<article>",
        "</div>",
        "<!--",
        "<title>",
        "<li>",
        "<meta charset=x>",
        "<footer>",
        "&#0;",
    ]
)


@settings(max_examples=30)
@given(st.lists(TAGS | st.text(), max_size=30).map("".join) | st.binary().map(lambda b: b.decode("latin-1")))
def test_any_markup_is_read_or_refused(html: str) -> None:
    try:
        article = article_of_page("a", html.encode("utf-8", "surrogatepass"), Given()).article
    except ArticleError:
        return
    assert article.text.strip()
    assert article.text.encode("utf-8")
    assert article.headline is None or article.headline[1] <= len(article.text)


def test_a_page_with_more_elements_than_any_article_is_refused() -> None:
    with pytest.raises(ArticleError, match="more than 50,000 elements"):
        read(f"<article>{STORY}{'<b>x</b>' * 60_000}</article>")


def test_a_hundred_thousand_nested_tags_are_read_or_refused_at_once() -> None:
    for opened in ("<div>", "<b>", "<ul><li>", "<table><tr><td>", "<blockquote>"):
        try:
            assert "The port of Vell" in read(f"<article>{STORY}{opened * 100_000}").article.text
        except ArticleError as error:
            assert str(error).startswith("a.html ")


def test_the_host_is_no_better_name_for_an_outlet_than_what_the_caller_says() -> None:
    head = '<link rel="canonical" href="https://gull.example/a">'
    html = f"<html><head>{head}</head><body><article>{STORY}</article></body></html>"
    assert read(html, outlet="The Gull").article.outlet == "The Gull"
    assert read(html).article.outlet == "gull.example"


@pytest.mark.parametrize("piece", ["<", "(", "[", "{", "<a", " - ", '"author": ', '{"@type": "Person", '])
def test_long_metadata_takes_bounded_time(piece: str) -> None:
    long = html.escape(piece * (100_000 // len(piece)))
    names = ("author", "date", "og:title", "og:site_name", "og:url", "article:author", "description")
    head = "".join(f'<meta name="{n}" property="{n}" content="{long}">' for n in names)
    script = f'<script type="application/ld+json">{piece * (100_000 // len(piece))}</script>'
    body = f"<body><article>{'<p>The port is shut.</p>' * 20}</article></body>"
    page = f"<html><head><title>{long}</title>{head}{script}</head>{body}</html>"
    started = time.monotonic()
    assert "The port is shut." in article_of_page("a.html", page.encode(), Given()).article.text
    assert time.monotonic() - started < 2
