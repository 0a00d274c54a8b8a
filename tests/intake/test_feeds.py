"""Feeds and lists of feeds → entries. Hostile ones are refused in bounded time."""

from __future__ import annotations

import json
import socket
import time
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import ArticleError
from reportedly.intake.feeds import Entry, Feed, FeedList, read_feed

BASE = "https://harbor.example/news/feed"
RSS = """<?xml version="1.0" encoding="{encoding}"?>
<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN" "http://my.netscape.com/publish/formats/rss-0.91.dtd">
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>The Harbor Post – “News”</title><link>https://harbor.example/</link>
<item><title>Port &amp;amp; pier &lt;b&gt;shut&lt;/b&gt;&lt;script&gt;alert(1)&lt;/script&gt;</title>
<link>/2025/port</link><dc:creator>By Ana Resk and Bo Lind</dc:creator>
<pubDate>Fri, 14 Mar 2025 08:00:00 +0100</pubDate><description>Teaser</description>
<content:encoded><![CDATA[<p>The port is shut.</p><script>alert(1)</script>]]></content:encoded></item>
<item><title>No link</title></item><item><link>javascript:alert(1)</link></item>
</channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">The &lt;i&gt;Gull&lt;/i&gt;</title>
<entry><title>Strike</title><link rel="self" href="https://gull.example/self"/><link href="https://gull.example/a"/>
<author><name>Ana Resk</name></author><published>2025-03-14T08:00:00Z</published>
<updated>2025-03-15T09:30:00+01:00</updated>
<content type="html">&lt;p&gt;Dockers strike.&lt;/p&gt;</content></entry></feed>"""
JSON = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "The Gull",
    "items": [
        {
            "id": "7", "url": "/a", "title": "Strike", "authors": [{"name": "Ana Resk"}],
            "content_text": "Dockers & co.",
            "date_published": "2025-03-14T08:00:00Z", "date_modified": "2025-03-15T08:30:00Z",
        },
        {"id": "https://gull.example/b", "author": {"name": "Bo Lind"}, "content_html": "<p>x</p>"},
        {"id": 9},
        "no entry",
    ],
}  # fmt: skip
OPML = """<opml version="2.0"><body><outline text="News"><outline type="rss" xmlUrl="https://harbor.example/feed"/>
<outline xmlUrl="feed.json"/><outline xmlUrl="https://harbor.example/feed"/></outline></body></opml>"""


def feed(text: str | bytes) -> Feed:
    found = read_feed("feed", text if isinstance(text, bytes) else text.encode(), BASE)
    assert isinstance(found, Feed)
    return found


@pytest.fixture(autouse=True)
def no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError("a feed made the intake go to the network")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16", "windows-1252"])
def test_rss(encoding: str) -> None:
    found = feed(RSS.format(encoding=encoding).encode(encoding))
    first, second, third = found.entries
    assert found.title == "The Harbor Post – “News”"
    assert first == Entry(
        "https://harbor.example/2025/port", "Port & pier shut", ("Ana Resk", "Bo Lind"), "2025-03-14T08:00:00+01:00",
        datetime(2025, 3, 14, 7, tzinfo=UTC), "<p>The port is shut.</p><script>alert(1)</script>",
    )  # fmt: skip
    assert second == Entry(None, "No link")
    assert third.address == "javascript:alert(1)"


def test_atom() -> None:
    found = feed(ATOM)
    assert found == Feed(
        "The Gull",
        (Entry("https://gull.example/a", "Strike", ("Ana Resk",), "2025-03-14T08:00:00Z",
               datetime(2025, 3, 15, 8, 30, tzinfo=UTC), "<p>Dockers strike.</p>"),),
    )  # fmt: skip


def test_json_feed() -> None:
    first, second, third = feed(json.dumps(JSON)).entries
    assert first == Entry(
        "https://harbor.example/a", "Strike", ("Ana Resk",), "2025-03-14T08:00:00Z",
        datetime(2025, 3, 15, 8, 30, tzinfo=UTC), "<p>Dockers &amp; co.</p>",
    )  # fmt: skip
    assert second == Entry("https://gull.example/b", None, ("Bo Lind",), content="<p>x</p>")
    assert third == Entry(None)


def test_lists_of_feeds() -> None:
    found = read_feed("feeds.opml", OPML.encode(), BASE)
    assert found == FeedList(("https://harbor.example/feed", "https://harbor.example/news/feed.json"))


def test_a_feed_that_is_not_well_formed_is_read_as_far_as_it_goes() -> None:
    broken = RSS.format(encoding="utf-8").replace("</channel></rss>", "<item><link>https://a.example/b</link>&nope;")
    assert next(e.address for e in feed(broken).entries) == "https://harbor.example/2025/port"


def test_no_more_entries_than_are_followed() -> None:
    item = "<item><link>https://a.example/x</link></item>"
    entries = json.dumps({**JSON, "items": [{"url": "/x"}] * 2000})
    for found in (feed(f"<rss version='2.0'><channel>{item * 2000}</channel></rss>"), feed(entries)):
        assert (len(found.entries), found.left_out) == (500, 1500)
    outlines = "".join(f"<outline xmlUrl='https://a.example/{n}'/>" for n in range(1_003))
    listed = read_feed("feed", f"<opml><body>{outlines}</body></opml>".encode())
    assert isinstance(listed, FeedList)
    assert (len(listed.addresses), listed.left_out) == (1_000, 3)


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
LAUGHS = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY l0 "ha">{LAUGHS}]>'


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (f"{LAUGHS}<rss version='2.0'><channel><title>&l11;</title></channel></rss>", "entities of its own"),
        (f"{LAUGHS}<opml><body><outline xmlUrl='&l11;'/></body></opml>", "entities of its own"),
        ("<!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss><channel><title>&x;", "entities of its own"),
        ("<!DOCTYPE rss [\n<!ELEMENT a ANY>]><rss/>", "entities of its own"),
        ("<rss version='2.0'><channel>" + "<a>" * 100_000 + "</a>" * 100_001, "more than 200,000 tags"),
        ("<opml><body>" + "<outline>" * 100_000, "not well-formed"),
        ("<opml><body/></opml>", "lists no feed"),
        ("x" * 5_000_001, "larger than 5 MB"),
        ("<html><p>no feed</p></html>", "no feed"),
        ("", "no feed"),
        ("{", "not valid JSON"),
        ('{"items":' + "[" * 100_000, "not valid JSON"),
        ('{"items": []}', "no JSON Feed"),
        ('{"version": "https://jsonfeed.org/version/1", "items": {}}', "no JSON Feed"),
        ('{"version": "https://jsonfeed.org/version/1", "items": [{"content_html": "' + "<a>" * 200_001 + '"}]}',
         "more than 200,000 tags"),
        ("\0" * 100, "is binary"),
    ],
)  # fmt: skip
def test_hostile_feeds(data: str, words: str) -> None:
    started = time.monotonic()
    for encoding in ("utf-8", "utf-16"):
        if encoding == "utf-16" and words in ("is binary", "larger than 5 MB"):
            continue
        with pytest.raises(ArticleError, match=words) as error:
            read_feed("feed", data.encode(encoding), BASE)
        assert str(error.value).startswith("feed ")
    assert time.monotonic() - started < 2


@pytest.mark.parametrize("encoding", ["utf-7", "cp037", "utf-8; x"])
def test_entities_hidden_by_an_encoding(encoding: str) -> None:
    text = f"<?xml version='1.0' encoding='{encoding}'?>+ADwAIQ-ENTITY x 'y'+AD4- <rss version='2.0'><channel/></rss>"
    try:
        found = read_feed("feed", text.encode(), BASE)
    except ArticleError:
        return
    assert found == Feed(None, ())


@pytest.mark.parametrize(
    "text",
    [
        "<rss version='2.0'><channel>" + "<a>" * 90_000 + "</a>" * 90_000 + "</channel></rss>",
        "<rss version='2.0'><channel><item><title>" + "<a>" * 90_000,
        "<rss version='2.0'><channel>" + "<a <" * 90_000,
        "<rss version='2.0'><channel><item><title>" + "&lt;a " * 90_000,
        "<rss version='2.0'><channel><item><title>" + "&x" * 500_000,
        "<rss version='2.0'><channel><item " + "a='b' " * 100_000 + ">",
        "<!-- " * 50_000 + "<rss version='2.0'/>",
        "<!" * 90_000 + "<opml>",
        "<!DOCTYPE " * 20_000,
        "<rss version='2.0'><channel><item><author>" + "a" * 200_000 + "</author></item></channel></rss>",
        "<rss version='2.0'><channel><item><author>" + "a<!-- -->" * 20_000 + "</author></item></channel></rss>",
        "<feed><entry><author><name>" + "a.-" * 60_000 + "</name></author></entry></feed>",
        "<!-- c -->\n" * 60_000 + "<rss version='2.0'/>",
        "<?c?>" * 60_000 + "<!x",
    ],
)
def test_malformed_feeds_take_bounded_time(text: str) -> None:
    started = time.monotonic()
    try:
        read_feed("feed", text.encode(), BASE)
    except ArticleError as error:
        assert str(error).startswith("feed ")
    assert time.monotonic() - started < 6


PIECES = st.sampled_from(
    ["<rss version='2.0'>", "<channel>", "<item>", "<link>", "http://[", "</link>", "<title>", "&amp;",
     "<![CDATA[", "]]>", "<feed>", "<entry>", "<opml>", "<outline xmlUrl='http://[x'/>", "<!DOCTYPE x>", "<pubDate>",
     "99 Zzz 0", "\ud800", "\0"]
)  # fmt: skip


@given(st.binary() | st.lists(PIECES | st.text()).map(lambda p: "".join(p).encode("utf-8", "surrogatepass")))
def test_any_bytes_are_a_feed_or_refused(data: bytes) -> None:
    try:
        assert read_feed("feed", data, BASE)
    except ArticleError as error:
        assert str(error).startswith("feed ")


VALUES = st.recursive(
    st.none() | st.booleans() | st.floats() | st.text(), lambda c: st.lists(c) | st.dictionaries(st.text(), c)
)
KEYS = ["id", "url", "external_url", "title", "authors", "author", "date_published", "date_modified", "content_html"]


@given(st.lists(st.dictionaries(st.sampled_from(KEYS), VALUES) | VALUES))
def test_any_json_feed_is_read(items: list[object]) -> None:
    found = feed(json.dumps({**JSON, "items": items}))
    assert len(found.entries) == sum(isinstance(i, dict) for i in items)
