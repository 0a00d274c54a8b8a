"""What a user names → articles: files and addresses, pages and feeds, what is known and what changed."""

from __future__ import annotations

import io
import json
import time
from collections.abc import Sequence
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from reportedly.intake import (
    Arrival,
    FetchOptions,
    Finished,
    Given,
    Item,
    Options,
    Recheck,
    Unchanged,
    Validators,
    arrivals,
)
from tests.intake.server import STORY, Answer, Site, page

QUICK = FetchOptions(allow_private=True, host_delay=0, deadline=2, read_timeout=1)
XML = {"Content-Type": "application/rss+xml"}


class Known:
    """A memory that the tests fill."""

    def __init__(self) -> None:
        self.validators: dict[str, Validators] = {}
        self.seen: dict[str, str] = {}

    def validators_of(self, url: str) -> Validators | None:
        return self.validators.get(url)

    def holds(self, url: str) -> bool:
        return url in self.seen

    def seen_of(self, url: str) -> str | None:
        return self.seen.get(url)

    def keep(self, found: Sequence[Arrival]) -> None:
        for arrival in found:
            if isinstance(arrival, Item) and arrival.origin and not fatal(arrival):
                self.seen[arrival.article.url or ""] = arrival.origin.seen or ""
                if arrival.origin.validators:
                    self.validators[arrival.origin.validators.url] = arrival.origin.validators
            if isinstance(arrival, Finished):
                self.validators[arrival.validators.url] = arrival.validators


def arrive(
    *sources: str, memory: Known | None = None, recheck: Recheck = "newer", stdin: bytes = b"", **caller: str
) -> list[Arrival]:
    options = Options(io.BytesIO(stdin), QUICK, memory or Known(), recheck)
    return list(arrivals(sources, Given(**caller), options))


def items(found: Sequence[Arrival]) -> list[Item]:
    return [a for a in found if isinstance(a, Item)]


def fatal(item: Item) -> str | None:
    return next((p.message for p in item.problems if p.fatal), None)


def rss(site: Site, *entries: str) -> Answer:
    links = "".join(e if e.startswith("<") else f"<item><link>{e}</link></item>" for e in entries)
    start = '<rss version="2.0" xmlns:c="http://purl.org/rss/1.0/modules/content/"><channel><title>The Gull</title>'
    body = f"{start}{links}</channel></rss>"
    return Answer(body.encode(), headers={**XML, "ETag": f'"{len(links)}"'})


def test_files_come_with_their_origin(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("The port of Vell closed.")
    lines = [{"id": "x", "text": "The port of Vell closed."}, {"text": "It opened."}]
    (tmp_path / "b.jsonl").write_text("\n".join(map(json.dumps, lines)))
    found = items(arrive(str(tmp_path), "-", "nowhere", stdin=b"It opened again."))
    assert [(i.origin.source, i.origin.name, i.origin.given_id) for i in found if i.origin] == [
        (str(tmp_path), str(tmp_path / "a.txt"), None),
        (str(tmp_path), f"{tmp_path}/b.jsonl:1", "x"),
        (str(tmp_path), f"{tmp_path}/b.jsonl:2", None),
        ("-", "stdin", None),
        ("nowhere", "nowhere", None),
    ]
    assert "does not exist" in (fatal(found[-1]) or "")


def test_a_page(site: Site) -> None:
    site.routes["/a"] = Answer(page(head=f'<link rel="canonical" href="{site.url}/story">'))
    (item,) = items(arrive(f"{site.url}/a", outlet="Harbor Post"))
    assert (item.article.url, item.article.outlet) == (f"{site.url}/story", "Harbor Post")
    assert item.origin
    assert (item.origin.source, item.origin.name) == (f"{site.url}/a", f"{site.url}/a")
    assert item.origin.seen
    assert item.origin.validators == Validators(f"{site.url}/a")


@pytest.mark.parametrize("claim", ["https://gull.example/famous", "/", "javascript:alert(1)", "http://127.0.0.2/a"])
def test_a_page_cannot_claim_another_address(claim: str, site: Site) -> None:
    head = f'<link rel="canonical" href="{claim}"><meta property="og:url" content="{claim}">'
    site.routes["/a"] = Answer(page(head=head))
    assert [i.article.url for i in items(arrive(f"{site.url}/a"))] == [f"{site.url}/a"]


def test_what_is_at_an_address(site: Site) -> None:
    site.routes |= {
        "/text": Answer(b"The port of Vell closed.", headers={"Content-Type": "text/plain"}),
        "/bare": Answer(page(), headers={}),
        "/pdf": Answer(b"%PDF-1.7", headers={"Content-Type": "application/pdf"}),
        "/png": Answer(b"\x89PNG", headers={}),
        "/empty": Answer(b""),
        "/nul": Answer(b"<html>\0\0" + page()),
        "/latin": Answer(page().decode().encode("cp1252"), headers={"Content-Type": "text/html; charset=ISO-8859-1"}),
        "/wrong": Answer(page(), headers={"Content-Type": "text/html; charset=iso-8859-1"}),
        "/invalid": Answer(page().replace("’".encode(), b"\xff"), headers={"Content-Type": "text/html; charset=utf-8"}),
        "/deep": Answer(b"<html><body>" + b"<div>" * 100_000 + page()),
        "/wide": Answer(page(body=STORY + "<p>x</p>" * 60_000)),
    }
    started = time.monotonic()
    found = {p: items(arrive(site.url + p))[0] for p in site.routes}
    assert found["/text"].article.text == "The port of Vell closed."
    for path in ("/bare", "/latin", "/wrong"):
        assert "the dockers’ union said" in found[path].article.text
    assert "\N{REPLACEMENT CHARACTER}" in found["/invalid"].article.text
    reasons = {p: fatal(i) for p, i in found.items()}
    wanted = {
        "/pdf": "application/pdf, no page",
        "/png": "an image",
        "/empty": "empty",
        "/nul": "binary",
        "/wide": "50,000",
    }
    assert {p for p, r in reasons.items() if r} - {"/deep"} == wanted.keys()
    assert all(words in (reasons[p] or "") for p, words in wanted.items())
    assert time.monotonic() - started < 4


@pytest.mark.parametrize("source", ["file:///etc/passwd", "ftp://a.example/x", "http://", "http://[::1"])
def test_addresses_that_are_refused(source: str) -> None:
    (item,) = items(arrive(source))
    assert fatal(item)
    assert item.origin
    assert item.origin.source == source


def test_archives_are_to_be_downloaded_first(site: Site) -> None:
    (item,) = items(arrive(f"{site.url}/CC-NEWS-1.warc.gz"))
    assert "download it and add the file" in (fatal(item) or "")
    assert site.asked == []


def test_a_feed_with_its_pages(site: Site) -> None:
    day = "<pubDate>Fri, 14 Mar 2025 08:00:00 GMT</pubDate>"
    dated = f"<item><link>/b</link><title>Port</title>{day}<author>Ana Resk</author></item>"
    site.routes |= {"/feed": rss(site, "/a", dated, "/gone", "/a"), "/a": Answer(page()), "/b": Answer(page("A pier"))}
    a, b, gone, again, done = arrive(f"{site.url}/feed")
    assert isinstance(a, Item)
    assert isinstance(b, Item)
    assert isinstance(gone, Item)
    assert a.article.outlet == b.article.outlet == "The Gull"
    assert (b.article.published, b.article.byline) == ("2025-03-14T08:00:00+00:00", ("Ana Resk",))
    assert "does not exist" in (fatal(gone) or "")
    assert gone.origin
    assert (gone.origin.source, gone.origin.name) == (f"{site.url}/feed", f"{site.url}/gone")
    assert again == Unchanged(f"{site.url}/feed", f"{site.url}/a")
    assert isinstance(done, Finished)
    assert done.validators.url == f"{site.url}/feed"
    assert site.paths == ["/feed", "/a", "/b", "/gone"]


def test_what_is_known_is_not_asked_for_again(site: Site) -> None:
    old = "<item><link>/b</link><pubDate>Fri, 14 Mar 2025 08:00:00 GMT</pubDate></item>"
    site.routes |= {"/feed": rss(site, "/a", old), "/a": Answer(page()), "/b": Answer(page("A pier"))}
    memory = Known()
    memory.keep(arrive(f"{site.url}/feed", memory=memory))
    memory.validators.clear()  # the feed is sent again, as by a server without conditions
    site.asked.clear()
    found = arrive(f"{site.url}/feed", memory=memory)
    assert [type(a) for a in found] == [Unchanged, Unchanged, Finished]
    assert site.paths == ["/feed"]
    assert len(items(arrive(f"{site.url}/feed", memory=memory, recheck="all"))) == 2


def test_an_entry_with_a_newer_date_is_asked_for_again(site: Site) -> None:
    new = "<item><link>/b</link><pubDate>Fri, 14 Mar 2098 08:00:00 GMT</pubDate></item>"
    site.routes |= {"/feed": rss(site, new), "/b": Answer(page("A pier"))}
    memory = Known()
    memory.seen[f"{site.url}/b"] = "2025-03-14T08:00:00Z"
    assert len(items(arrive(f"{site.url}/feed", memory=memory))) == 1


def test_a_feed_that_did_not_change_and_one_that_did(site: Site) -> None:
    def conditional(request: BaseHTTPRequestHandler) -> Answer:
        now = feeds[-1]
        return Answer(status=304) if request.headers["If-None-Match"] == now.headers["ETag"] else now

    feeds = [rss(site, "/a")]
    site.routes |= {"/feed": conditional, "/a": Answer(page()), "/b": Answer(page("A pier")), "/c": Answer(page("C"))}
    memory = Known()
    memory.keep(arrive(f"{site.url}/feed", memory=memory))
    assert arrive(f"{site.url}/feed", memory=memory) == [Unchanged(f"{site.url}/feed", f"{site.url}/feed")]
    feeds.append(rss(site, "/b", "/c", "/a"))
    found = arrive(f"{site.url}/feed", memory=memory)
    assert [i.article.url for i in items(found)] == [f"{site.url}/b", f"{site.url}/c"]
    memory.keep(found)
    assert [type(a) for a in arrive(f"{site.url}/feed", memory=memory)] == [Unchanged]


def test_where_the_page_cannot_be_had_the_feed_may_hold_the_article(site: Site) -> None:
    full = STORY * 3 + "<script>alert(1)</script><img src=x onerror=alert(1)>"
    held = f"<item><title>Port</title><link>/gone</link><c:encoded><![CDATA[{full}]]></c:encoded></item>"
    teaser = "<item><title>Pier</title><link>/gone2</link><c:encoded>Only a teaser</c:encoded></item>"
    site.routes["/feed"] = rss(site, held, teaser)
    kept, lost = items(arrive(f"{site.url}/feed"))
    assert fatal(kept) is None
    assert kept.article.text.startswith("Port\n\nThe port of Vell")
    assert "alert" not in kept.article.text
    assert (kept.article.url, kept.article.title) == (f"{site.url}/gone", "Port")
    assert "read as its feed holds it" in kept.problems[-1].message
    assert fatal(lost)


def test_links_of_other_kinds_in_a_feed_are_refused_with_a_reason(site: Site) -> None:
    links = ["file:///etc/passwd", "javascript:alert(1)", "http://u:p@a.example/", "http://[", "http://a.example/\x7f"]
    site.routes["/feed"] = rss(site, *links, "<item><title>None</title></item>")
    found = arrive(f"{site.url}/feed")
    assert all(map(fatal, items(found)))
    assert len(found) == len(links) + 2
    assert site.paths == ["/feed"]


def test_robots_are_asked_first(site: Site) -> None:
    site.routes |= {
        "/robots.txt": Answer(b"User-agent: *\nDisallow: /inner", headers={}),
        "/feed": rss(site, "/inner/a", "/b"),
    }
    site.routes |= {"/inner/a": Answer(page()), "/b": Answer(page())}
    inner, b = items(arrive(f"{site.url}/feed"))
    assert "forbids it to programs" in (fatal(inner) or "")
    assert fatal(b) is None
    assert [p for p, _ in site.asked] == ["/robots.txt", "/feed", "/b"]


def test_where_a_redirect_leads_its_rules_hold(site: Site) -> None:
    site.routes["/robots.txt"] = Answer(b"User-agent: *\nDisallow: /inner", headers={})
    site.routes |= {"/a": Answer(b"", 302, {"Location": "/inner/a"}), "/inner/a": Answer(page())}
    (item,) = items(arrive(f"{site.url}/a"))
    assert "forbids it to programs" in (fatal(item) or "")
    assert site.paths == ["/a"]


def test_feeds_and_lists_of_feeds_in_files(site: Site, tmp_path: Path) -> None:
    site.routes |= {"/feed": rss(site, f"{site.url}/a"), "/a": Answer(page()), "/b": Answer(page("B"))}
    outlines = "".join(f'<outline xmlUrl="{site.url}/{name}"/>' for name in ("feed", "none"))
    (tmp_path / "mine.opml").write_text(f'<opml version="2.0"><body>{outlines}</body></opml>')
    one, done, none = arrive(str(tmp_path / "mine.opml"))
    assert isinstance(one, Item)
    assert (one.article.url, one.origin and one.origin.source) == (f"{site.url}/a", str(tmp_path / "mine.opml"))
    assert isinstance(done, Finished)
    assert isinstance(none, Item)
    feed = {"version": "https://jsonfeed.org/version/1", "title": "G", "items": [{"id": "1", "url": f"{site.url}/b"}]}
    (tmp_path / "feed.json").write_text(json.dumps(feed))
    assert [i.article.url for i in items(arrive(str(tmp_path / "feed.json")))] == [f"{site.url}/b"]
    (tmp_path / "bad.rss").write_text("<rss version='2.0'><!DOCTYPE x [<!ENTITY a 'b'>]>")
    (bad,) = items(arrive(str(tmp_path / "bad.rss")))
    assert "entities of its own" in (fatal(bad) or "")


def test_a_folder_asks_nothing_of_the_web(site: Site, tmp_path: Path) -> None:
    (tmp_path / "feed.rss").write_bytes(rss(site, f"{site.url}/a").body)
    (tmp_path / "a.txt").write_text("The port of Vell closed.")
    assert [i.article.text for i in items(arrive(str(tmp_path)))] == ["The port of Vell closed."]
    assert site.asked == []


def test_one_list_within_another_is_not_followed(site: Site) -> None:
    loop = f'<opml version="2.0"><body><outline xmlUrl="{site.url}/list"/></body></opml>'
    site.routes["/list"] = Answer(loop.encode(), headers={"Content-Type": "text/x-opml"})
    (item,) = items(arrive(f"{site.url}/list"))
    assert "a list of feeds within a list" in (fatal(item) or "")
    assert site.paths == ["/list", "/list"]


@pytest.mark.parametrize("scheme", ["http", "ftp", "feed", "feed:https"])
def test_no_name_or_password_is_told_or_kept(scheme: str, site: Site) -> None:
    signed = f"{scheme}://ana:secret@127.0.0.1:1"
    moved = Answer(b"", 302, {"Location": f"{signed}/there"})
    site.routes |= {"/feed": rss(site, f"{signed}/a", f"{signed}/a b", f"{signed}/{'a' * 2000}", "/c"), "/c": moved}
    outlines = f'<opml><body><outline xmlUrl="{signed}/feed"/></body></opml>'
    site.routes["/list"] = Answer(outlines.encode(), headers=XML)
    found = items(arrive(f"{signed}/feed", f"{site.url}/feed", f"{site.url}/list"))
    assert len(found) == 6
    assert all(map(fatal, found))
    assert "secret" not in repr(found)


@pytest.mark.parametrize("start", ["feed:http:", "feed:HTTP:"])
def test_addresses_for_feed_readers(start: str, site: Site) -> None:
    site.routes |= {"/feed": rss(site, "/a"), "/a": Answer(page())}
    source = site.url.replace("http:", start) + "/feed"
    item, done = arrive(source)
    assert isinstance(item, Item)
    assert (item.article.url, item.origin and item.origin.source) == (f"{site.url}/a", source)
    assert isinstance(done, Finished)


def held_entry(link: str) -> str:
    return f"<item><title>Port</title><link>{link}</link><c:encoded><![CDATA[{STORY * 3}]]></c:encoded></item>"


@pytest.mark.parametrize("status", [429, 500, 503])
def test_for_an_entry_that_fails_for_now_the_feed_is_asked_again(status: int, site: Site) -> None:
    site.routes |= {"/feed": rss(site, "/a", held_entry("/b#top")), "/a": Answer(page()), "/b": Answer(b"", status)}
    memory = Known()
    found = arrive(f"{site.url}/feed", memory=memory)
    memory.keep(found)
    assert [type(a) for a in found] == [Item, Item]
    assert fatal(items(found)[1])
    site.routes["/b"] = Answer(page("A pier"))
    again = arrive(f"{site.url}/feed", memory=memory)
    assert [type(a) for a in again] == [Unchanged, Item, Finished]
    assert fatal(items(again)[0]) is None


def test_an_entry_that_fails_for_now_in_two_feeds(site: Site) -> None:
    site.routes |= {"/one": rss(site, "/a"), "/two": rss(site, "/a"), "/a": Answer(b"", 503)}
    assert [type(a) for a in arrive(f"{site.url}/one", f"{site.url}/two")] == [Item, Unchanged]


@pytest.mark.parametrize("status", [401, 402, 403, 404, 410, 451])
def test_what_a_server_withholds_for_good_the_feed_may_hold(status: int, site: Site) -> None:
    site.routes |= {"/feed": rss(site, held_entry("/a")), "/a": Answer(b"", status)}
    item, done = arrive(f"{site.url}/feed")
    assert isinstance(item, Item)
    assert fatal(item) is None
    assert isinstance(done, Finished)


def test_what_robots_forbid_the_feed_may_hold_and_what_is_private_it_may_not(site: Site) -> None:
    site.routes |= {
        "/robots.txt": Answer(b"User-agent: *\nDisallow: /inner", headers={}),
        "/feed": rss(site, held_entry("/inner/a")),
    }
    item, done = arrive(f"{site.url}/feed")
    assert isinstance(item, Item)
    assert fatal(item) is None
    assert isinstance(done, Finished)


def test_what_is_private_is_refused_with_the_address_asked_for(site: Site, tmp_path: Path) -> None:
    (tmp_path / "feed.rss").write_bytes(rss(site, held_entry(f"{site.url}/a")).body)
    options = Options(io.BytesIO(), FetchOptions(host_delay=0))
    (item,) = items(list(arrivals([str(tmp_path / "feed.rss")], Given(), options)))
    assert (fatal(item) or "").startswith(f"{site.url}/a leads to 127.0.0.1, an address that is not public: --allow")
    assert site.asked == []


def test_entries_beyond_the_limit_are_told_of(site: Site) -> None:
    site.routes |= {"/feed": rss(site, "/a", *["<item/>"] * 501), "/a": Answer(page())}
    *found, more, done = arrive(f"{site.url}/feed")
    assert len(found) == 500
    assert isinstance(more, Item)
    assert isinstance(done, Finished)
    assert more.origin
    assert more.origin.name == f"{site.url}/feed#entries-beyond-500"
    assert "2 are left out" in (fatal(more) or "")
    *_, again = items(arrive(more.origin.name))  # as a retry asks for it: the same feed has the same problem
    assert again.origin
    assert again.origin.name == more.origin.name


def test_feeds_beyond_the_limit_are_told_of(tmp_path: Path) -> None:
    outlines = "".join(f'<outline xmlUrl="ftp://a.example/{n}"/>' for n in range(1_001))
    (tmp_path / "mine.opml").write_text(f"<opml><body>{outlines}</body></opml>")
    *found, more = items(arrive(str(tmp_path / "mine.opml")))
    assert len(found) == 1_000
    assert "1 are left out" in (fatal(more) or "")
    assert more.origin
    assert more.origin.name == f"{tmp_path}/mine.opml#feeds-beyond-1000"


def json_feed(site: Site, version: str) -> bytes:
    entries = [{"url": f"{site.url}/a", "content_text": "word " * 1_000}]
    return json.dumps({"items": entries, "version": version}).encode()


def test_json_feeds_that_say_so_late_or_only_in_their_type(site: Site, tmp_path: Path) -> None:
    told = json_feed(site, "https://jsonfeed.org/version/1.1")
    site.routes |= {
        "/a": Answer(page()),
        "/late": Answer(told, headers={"Content-Type": "application/json"}),
        "/typed": Answer(json_feed(site, "2"), headers={"Content-Type": "application/feed+json; charset=utf-8"}),
    }
    (tmp_path / "feed.json").write_bytes(told)
    for source in (f"{site.url}/late", str(tmp_path / "feed.json")):
        assert [i.article.url for i in items(arrive(source))] == [f"{site.url}/a"]
    assert "JSON but no JSON Feed" in (fatal(items(arrive(f"{site.url}/typed"))[0]) or "")


def test_a_relative_canonical_link(site: Site) -> None:
    site.routes |= {
        "/news/a": Answer(page(head='<link rel="canonical" href="../story">')),
        "/news/b": Answer(page(head='<base href="/old/"><link rel="canonical" href="story">')),
        "/news/c": Answer(page(head='<link rel="canonical" href="http://[">')),
    }
    found = [i.article.url for p in site.routes for i in items(arrive(site.url + p))]
    assert found == [f"{site.url}/story", f"{site.url}/old/story", f"{site.url}/news/c"]
