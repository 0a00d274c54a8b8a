"""WARC files: pages out of archives, also out of damaged ones."""

from __future__ import annotations

import gzip
import io
import random
import time
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from warcio.statusandheaders import StatusAndHeaders  # type: ignore[import-untyped]
from warcio.warcwriter import WARCWriter  # type: ignore[import-untyped]

from reportedly.intake import Given, Item, read_paths
from reportedly.intake.warc import articles_of_warc
from tests.intake.server import page

HTML = (("Content-Type", "text/html; charset=utf-8"),)
COUNT = 12


def archive(*pages: tuple[str, bytes, tuple[tuple[str, str], ...], str], packed: bool = True) -> bytes:
    """A WARC file: for each page a request and a response with these headers and this status."""
    out = io.BytesIO()
    writer = WARCWriter(out, gzip=packed)
    write(writer, writer.create_warcinfo_record("a.warc", {"software": "test"}))
    for address, body, headers, status in pages:
        asked = StatusAndHeaders("GET / HTTP/1.1", [("Host", "harbor.example")], is_http_request=True)
        write(writer, writer.create_warc_record(address, "request", http_headers=asked))
        told = StatusAndHeaders(status, list(headers), protocol="HTTP/1.1")
        dated = {"WARC-Date": "2025-03-14T08:00:00Z"}
        response = writer.create_warc_record(
            address, "response", io.BytesIO(body), http_headers=told, warc_headers_dict=dated
        )
        write(writer, response)
    return out.getvalue()


def write(writer: WARCWriter, record: Any) -> None:
    writer.write_record(record)
    record.raw_stream.close()  # a temporary file that the library leaves open


def story(number: int) -> bytes:
    return page(
        f"Port to stay shut for day {number}",
        body=f"<p>Day {number} at the port of Vell began, the dockers’ union said.</p>" * 3,
    )


def stories(packed: bool = True) -> bytes:
    rows = [(f"https://harbor.example/{n}", story(n), HTML, "200 OK") for n in range(COUNT)]
    return archive(*rows, packed=packed)


def read(data: bytes, **given: str) -> list[Item]:
    return list(articles_of_warc("a.warc", io.BytesIO(data), Given(**given)))


def fatal(item: Item) -> str | None:
    return next((p.message for p in item.problems if p.fatal), None)


@pytest.mark.parametrize("packed", [True, False])
def test_pages_with_their_addresses_and_days(packed: bool) -> None:
    data = stories(packed)
    found = read(data)
    assert [i.article.url for i in found] == [f"https://harbor.example/{n}" for n in range(COUNT)]
    assert all(i.problems == () and i.article.text.startswith("Port to stay shut") for i in found)
    origins = [i.origin for i in found if i.origin]
    assert {o.seen for o in origins} == {"2025-03-14T08:00:00Z"}
    for origin, item in zip(origins, found, strict=True):
        at = int(origin.name.removeprefix("a.warc:"))
        start = gzip.decompress(data[at : at + 100_000]) if packed else data[at:]
        assert start.startswith(b"WARC/1.")
        assert start.index((item.article.url or "").encode()) < 400


@pytest.mark.parametrize("name", ["a.warc", "a.warc.gz", "a.warc.zst", "odd"])
def test_files(name: str, tmp_path: Path) -> None:
    import zstandard

    data = stories(name.endswith(".gz"))
    (tmp_path / name).write_bytes(zstandard.compress(data) if name.endswith(".zst") else data)
    found = list(read_paths([str(tmp_path / name)], Given(), io.BytesIO()))
    assert len(found) == COUNT
    assert not any(map(fatal, found))


def test_one_gzip_stream_over_all_records() -> None:
    assert len(read(gzip.compress(stories(False)))) == COUNT


def test_bodies_are_decoded() -> None:
    body = story(1)
    packed = gzip.compress(body)
    chunked = b"%x\r\n%s\r\n0\r\n\r\n" % (len(packed), packed)
    zipped, in_chunks = ("Content-Encoding", "gzip"), ("Transfer-Encoding", "chunked")
    latin, western = (("Content-Type", f"text/html; charset={c}") for c in ("iso-8859-1", "windows-1252"))
    rows = [
        ("https://harbor.example/1", packed, (*HTML, zipped), "200 OK"),
        ("https://harbor.example/2", chunked, (*HTML, zipped, in_chunks), "200 OK"),
        ("https://harbor.example/3", story(1).decode().encode("cp1252"), (western,), "200 OK"),
        ("https://harbor.example/4", body, (latin,), "200 OK"),
        ("https://harbor.example/5", b"The port of Vell closed.", (("Content-Type", "text/plain"),), "200 OK"),
    ]
    *pages, text = read(archive(*rows))
    assert {i.article.text for i in pages} == {
        read(archive(("https://a.example/", body, HTML, "200 OK")))[0].article.text
    }
    assert text.article.text == "The port of Vell closed."
    assert "is UTF-8" in pages[3].problems[0].message


def test_what_is_no_page_is_left_out() -> None:
    rows = [
        ("https://harbor.example/404", story(1), HTML, "404 Not Found"),
        ("https://harbor.example/img", b"\x89PNG", (("Content-Type", "image/png"),), "200 OK"),
        ("https://harbor.example/bin", b"\0\1\2", (), "200 OK"),
        ("urn:uuid:1", story(1), HTML, "200 OK"),
    ]
    (item,) = read(archive(*rows))
    assert "holds no page" in (fatal(item) or "")


def test_a_page_cannot_claim_the_address_of_another_site() -> None:
    claim = page(head='<link rel="canonical" href="https://gull.example/famous">')
    (item,) = read(archive(("https://harbor.example/1", claim, HTML, "200 OK")))
    assert item.article.url == "https://harbor.example/1"


@pytest.mark.parametrize("packed", [True, False])
def test_cut_at_any_place(packed: bool) -> None:
    data = stories(packed)
    whole = [i.article for i in read(data)]
    for at in random.Random(7).sample(range(2, len(data) - 10), 25):
        found = read(data[:at])
        kept = [i.article for i in found if not fatal(i)]
        assert kept == whole[: len(kept)]
        assert len(kept) >= data[:at].count(b"\r\n\r\nWARC/1.0\r\nWARC-Type: response") - 1 or packed


@pytest.mark.parametrize("packed", [True, False])
def test_a_bit_flipped_at_any_place(packed: bool) -> None:
    """Every other article is there, and none is there with other words than it had."""
    data = stories(packed)
    whole = {i.article.text for i in read(data)}
    for at in random.Random(7).sample(range(len(data)), 24):
        bad = bytearray(data)
        bad[at] ^= 1 << at % 8
        kept = {i.article.text for i in read(bytes(bad)) if not fatal(i)}
        assert kept <= whole, at
        assert len(kept) >= COUNT - (1 if packed or at else COUNT), at


def test_garbage_between_records_is_stepped_over() -> None:
    half = stories()
    found = read(half + b"\x1f\x8b\x08\0 no member " * 50 + half)
    assert sum(not fatal(i) for i in found) == 2 * COUNT
    assert any("is damaged" in (fatal(i) or "") for i in found)


def test_damage_without_end_is_left() -> None:
    started = time.monotonic()
    found = read(b"WARC/1.0\r\n\r\n" * 10_000)
    assert len(found) <= 102
    assert "the rest of the file is left" in (fatal(found[-1]) or "")
    assert time.monotonic() - started < 2


@pytest.mark.parametrize(
    "data",
    [
        b"", b"x", b"\x1f\x8b", b"WARC/1.0\r\n", b"WARC/1.0\r\nContent-Length: 99999999999999\r\n\r\nx",
        b"WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 5\r\n\r\nhello\r\n\r\n",
        b"WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://a.example/\r\nContent-Length: 5\r\n\r\nhello",
        b"WARC/1.0\r\n" + b"X-a: b\r\n" * 100_000, b"WARC/1.0 " + b"x" * 1_000_000,
    ],
)  # fmt: skip
def test_files_that_hold_nothing(data: bytes) -> None:
    assert all(map(fatal, read(data)))


def test_a_bomb_in_a_member_and_one_in_a_body() -> None:
    member = gzip.compress(b"WARC/1.0\r\nContent-Length: 99999999999\r\n\r\n" + b"\0" * 60_000_000)
    zipped = (*HTML, ("Content-Encoding", "gzip"))
    body = archive(("https://a.example/", gzip.compress(b"<p>" + b" " * 60_000_000), zipped, "200 OK"))
    started = time.monotonic()
    found = read(member + body + stories())
    assert [fatal(i) is None for i in found] == [False, False] + [True] * COUNT
    assert "expands more than" in (fatal(found[0]) or "")
    assert "larger than 32 MB" in (fatal(found[1]) or "")
    assert time.monotonic() - started < 3


@settings(max_examples=100)
@given(st.binary(), st.sampled_from([b"", b"WARC/1.0\r\n", b"\x1f\x8b\x08\0"]), st.integers(0, 3000))
def test_any_bytes_never_stop_the_run(data: bytes, start: bytes, at: int) -> None:
    assert read(start + data)
    good = archive(("https://harbor.example/1", story(1), HTML, "200 OK"), packed=False)
    assert read(good[:at] + data + good[at:])
