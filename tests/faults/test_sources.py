"""Sources that are damaged, change between two requests, or are hostile: what is whole is kept."""

from __future__ import annotations

import random
from http.server import BaseHTTPRequestHandler
from pathlib import Path

import pytest

from reportedly.intake import FetchOptions
from reportedly.ledger.connect import read_ledger
from tests import taking
from tests.intake.server import STORY, Answer, Route, Site, page
from tests.intake.test_warc import COUNT, stories
from tests.taking import assert_sound, contents, counts, kinds, retry, take, texts, unsolved


def whole_archive(tmp_path: Path) -> tuple[Path, set[str]]:
    """An archive, and the texts in it."""
    path = tmp_path / "a.warc.gz"
    path.write_bytes(stories())
    take(tmp_path / "whole.db", path)
    with read_ledger(tmp_path / "whole.db") as ledger:
        return path, texts(ledger)


def assert_damage_and_repair(db: Path, path: Path, damaged: bytes, wanted: set[str]) -> int:
    """Take in a damaged archive, then the whole one; how many pages the damaged one gave."""
    whole = path.read_bytes()
    path.write_bytes(damaged)
    told = kinds(take(db, path))
    with read_ledger(db) as ledger:
        assert texts(ledger) <= wanted
        kept = len(texts(ledger))
    assert told.count("new") == kept
    assert bool(unsolved(db)) == ("failed" in told)
    assert_sound(db)
    path.write_bytes(whole)
    if "failed" in told:  # else the damage was where no page is
        assert kinds(retry(db)).count("new") == COUNT - kept
        assert unsolved(db) == []
    with read_ledger(db) as ledger:
        assert texts(ledger) == wanted
    assert_sound(db)
    return kept


def test_a_truncated_archive(tmp_path: Path) -> None:
    path, wanted = whole_archive(tmp_path)
    data = path.read_bytes()
    for n, share in enumerate((0.2, 0.5, 0.8, 0.97)):
        kept = assert_damage_and_repair(tmp_path / f"{n}.db", path, data[: int(len(data) * share)], wanted)
        assert kept >= int(COUNT * share) - 1


def test_an_archive_with_a_flipped_bit(tmp_path: Path) -> None:
    path, wanted = whole_archive(tmp_path)
    chance, least = random.Random(2), COUNT
    for n in range(10):
        damaged = bytearray(path.read_bytes())
        damaged[chance.randrange(len(damaged))] ^= 1 << chance.randrange(8)
        least = min(least, assert_damage_and_repair(tmp_path / f"{n}.db", path, bytes(damaged), wanted))
    assert COUNT - 2 <= least < COUNT


def feed(*links: str, tag: str) -> dict[str, Route]:
    """The route of a feed whose server knows its tag again."""
    entries = "".join(f"<item><link>{link}</link>{more}</item>" for link, _, more in (x.partition(" ") for x in links))
    body = f'<rss version="2.0"><channel><title>The Gull</title>{entries}</channel></rss>'.encode()
    headers = {"Content-Type": "application/rss+xml", "ETag": f'"{tag}"'}

    def answer(asked: BaseHTTPRequestHandler) -> Answer:
        same = asked.headers.get("If-None-Match") == headers["ETag"]
        return Answer(status=304) if same else Answer(body, headers=headers)

    return {"/feed": answer}


def test_a_feed_that_changes_between_requests(tmp_path: Path, site: Site) -> None:
    db, address = tmp_path / "l.db", f"{site.url}/feed"
    a, b, c = (f"{site.url}/{name}" for name in "abc")
    site.routes = {f"/{n}": Answer(page(f"Port {n}", body=f"<p>This is about {n}.</p>{STORY}")) for n in "abc"}
    site.routes |= feed(a, b, tag="1")
    assert kinds(take(db, address)) == ["new", "new"]
    first = counts(db)

    site.asked.clear()
    assert kinds(take(db, address)) == ["known"]
    assert (site.paths, counts(db)) == (["/feed"], first)

    site.routes |= feed(c, a, tag="2")  # one more, and one that has gone from it
    site.asked.clear()
    assert sorted(kinds(take(db, address))) == ["known", "new"]
    assert site.paths == ["/feed", "/c"]

    site.routes["/a"] = Answer(page("Port a", body=f"<p>This is about a. It was wrong.</p>{STORY}"))
    later = "<pubDate>Fri, 01 Jan 2100 10:00:00 GMT</pubDate>"
    site.routes |= feed(f"{a} {later}", c, tag="3")
    assert sorted(kinds(take(db, address))) == ["changed", "known"]
    assert counts(db)["articles"] == 3
    assert counts(db)["versions"] == 4
    site.routes |= feed(tag="4")
    take(db, address)
    assert (counts(db)["articles"], counts(db)["versions"]) == (3, 4)  # what has gone from a feed stays here
    assert_sound(db)


def test_a_feed_that_breaks_off_is_asked_again(tmp_path: Path, site: Site) -> None:
    db, address = tmp_path / "l.db", f"{site.url}/feed"
    site.routes = {"/a": Answer(page()), **feed(f"{site.url}/a", tag="1")}
    good = site.routes["/feed"]
    site.routes["/feed"] = Answer(b"<rss", headers={"Content-Type": "application/rss+xml", "Content-Length": "900"})
    assert kinds(take(db, address)) == ["failed"]
    assert unsolved(db) == [(address, address)]
    site.routes["/feed"] = good
    assert kinds(take(db, address)) == ["new"]
    assert unsolved(db) == []


def test_hostile_sources_stop_no_other(tmp_path: Path, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(taking, "QUICK", FetchOptions(host_delay=0, deadline=2, read_timeout=1))
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "nested.html").write_text("<html><body>" + "<div>" * 100_000)
    (folder / "nul.txt").write_bytes(b"\0\1\2" * 1000)
    (folder / "story.txt").write_text("Ana Resk said on Friday that the port of Vell was open.")
    db = tmp_path / "l.db"
    bad = ("file:///etc/passwd", f"{site.url}/a", "ftp://harborpost.example/a", "http://localhost/feed")
    told = take(db, *bad, folder)
    assert kinds(told)[:4] == ["failed"] * 4
    assert site.asked == []
    assert {o.name for o in told if o.kind == "new"} == {str(folder / "story.txt")}
    assert {name for _, name in unsolved(db)} == {o.name for o in told if o.kind == "failed"} >= set(bad)
    before = contents(db)
    take(db, *bad, folder)
    assert contents(db) == before
    assert_sound(db)
