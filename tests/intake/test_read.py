"""From paths to a stream of articles: every format, and every way in which a file can fail."""

from __future__ import annotations

import gzip
import io
import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.intake import Given, Item, read, read_paths
from reportedly.intake.item import MAX_CHARS

TEXT = "The port at Vell will close for a week, the union said on Friday.\n"
LINE = json.dumps({"id": "x", "text": TEXT}) + "\n"
HTML = f"<!DOCTYPE html><html><body><article><h1>Port to close</h1>{f'<p>{TEXT}</p>' * 3}</article></body></html>"


def items(*paths: Path | str, stdin: bytes = b"", **caller: str) -> list[Item]:
    return list(read_paths([str(p) for p in paths], Given(**caller), io.BytesIO(stdin)))


def fatal(item: Item) -> str:
    (message,) = (p.message for p in item.problems if p.fatal)
    assert item.article.text == ""
    return message


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "a.txt").write_text(TEXT)
    (tmp_path / "b.html").write_text(HTML)
    (tmp_path / "c.jsonl").write_text(LINE * 2)
    return tmp_path


def test_a_folder_of_every_format(folder: Path) -> None:
    found = items(folder)
    assert [i.article.id for i in found] == [str(folder / "a.txt"), str(folder / "b.html"), "x", "x"]
    assert all(not i.problems and "The port at Vell" in i.article.text for i in found)


@pytest.mark.parametrize(
    ("data", "id", "start"),
    [
        (TEXT.encode(), "stdin", "The port at Vell"),
        (HTML.encode(), "stdin", "Port to close\n\nThe port"),
        (("\n\n" + LINE).encode(), "x", "The port at Vell"),
        (("\n" * 5 + TEXT).encode(), "stdin", "\n\n\n\n\nThe port"),
        (TEXT.encode("utf-16"), "stdin", "The port at Vell"),
    ],
)
def test_standard_input_and_unknown_endings_are_sniffed(data: bytes, id: str, start: str, tmp_path: Path) -> None:
    (item,) = items("-", stdin=data)
    assert (item.article.id, item.problems) == (id, ())
    assert item.article.text.startswith(start)
    (tmp_path / "odd").write_bytes(data)
    (same,) = items(tmp_path / "odd")
    assert same.article.text == item.article.text


def test_one_bad_file_never_stops_the_others(folder: Path) -> None:
    bad = {
        "b1.txt": (b"", "is empty"),
        "b2.txt": ("“Élan”".encode("cp1252"), "iconv"),
        "b3.pdf": (b"%PDF-1.7", "pdftotext"),
        "b4.html": (b"<html></html>", "no main text"),
        "b5.jsonl": (b'{"text": "cut', "b5.jsonl:1"),
        "b6.txt": (b"x" * (MAX_CHARS + 1), "split it"),
    }
    for name, (data, _) in bad.items():
        (folder / name).write_bytes(data)
    first, *failed, last = items(folder / "a.txt", *(folder / n for n in bad), "nowhere", folder / "a.txt")
    assert first.article.text == last.article.text == TEXT
    for item, (_, message) in zip(failed[:-1], bad.values(), strict=True):
        assert message in fatal(item)
        assert str(folder) in fatal(item)
    assert "nowhere does not exist" in fatal(failed[-1])


def test_a_file_that_vanishes_after_it_was_listed(folder: Path) -> None:
    found = read_paths([str(folder)], Given(), io.BytesIO())
    next(found)
    (folder / "b.html").unlink()
    gone, *others = found
    assert "b.html does not exist (any more)" in fatal(gone)
    assert len(others) == 2


def test_a_file_that_fails_while_it_is_read() -> None:
    class Failing(io.BytesIO):
        def readline(self, size: int | None = -1, /) -> bytes:
            if self.tell():
                raise OSError(5, "Input/output error")
            return super().readline(size)

    one, failed = read_paths(["-"], Given(), Failing((LINE * 2).encode()))
    assert one.article.text == TEXT
    assert "stdin cannot be read (Input/output error)" in fatal(failed)


def test_no_more_than_the_limit_is_ever_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(read, "MAX_TEXT_BYTES", 1_000)
    monkeypatch.setattr(read, "MAX_PAGE_BYTES", 1_000)

    class Endless(io.BytesIO):
        taken = 0

        def read(self, size: int | None = -1, /) -> bytes:
            assert size is not None
            assert 0 <= size <= 1_001
            return b"x" * size

    (text,) = read_paths(["-"], Given(), Endless(b"The port\n"))
    assert "longer than" in fatal(text)
    (page,) = read_paths(["-"], Given(), Endless(b"<html>\n"))
    assert "the limit for a page" in fatal(page)


def test_json_lines_are_read_as_they_arrive() -> None:
    def lines() -> Iterator[bytes]:
        yield LINE.encode()
        raise AssertionError("the second line was asked for before the first article was handed on")

    class Arriving(io.BytesIO):
        arriving = lines()

        def readline(self, size: int | None = -1, /) -> bytes:
            return next(self.arriving)

    assert next(read_paths(["-"], Given(), Arriving())).article.text == TEXT


def test_what_the_caller_gives_reaches_every_format(folder: Path) -> None:
    assert {i.article.outlet for i in items(folder, outlet="The Gull")} == {"The Gull"}


def test_the_import_loads_no_heavy_library() -> None:
    heavy = ("trafilatura", "lxml", "numpy", "niquests", "fastwarc", "feedparser", "tld")
    code = f"import sys, reportedly.intake; print([m for m in {heavy} if m in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"


@given(st.binary() | st.text().map(lambda t: t.encode("utf-8", "surrogatepass")))
def test_any_bytes_give_articles_or_say_why_not(data: bytes) -> None:
    found = items("-", stdin=data)
    assert found
    for item in found:
        assert item.article.text.strip() or fatal(item).startswith("stdin")
        assert json.dumps(item.article.to_json(), ensure_ascii=False).encode("utf-8")


RSS = b'<?xml version="1.0"?>\n<rss version="2.0">\n<channel><title>The Gull</title></channel></rss>'
JSON_FEED = {"version": "https://jsonfeed.org/version/1.1", "title": "The Gull", "items": [{"content_text": TEXT}]}
ARRAY = [{"text": TEXT}, {"text": TEXT}]


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (RSS, "is a feed, no article"),
        (b"\n\n<feed xmlns='http://www.w3.org/2005/Atom'>" + b"x" * 10_000, "is a feed, no article"),
        (b"<opml><body/></opml>", "is a feed, no article"),
        (json.dumps(JSON_FEED).encode(), "is a feed, no article"),
        (json.dumps(JSON_FEED, indent=2).encode(), "is a feed, no article"),
        (json.dumps(ARRAY).encode(), "jq -c '.[]'"),
        (json.dumps(ARRAY, indent=2).encode(), "jq -c '.[]'"),
        (json.dumps(ARRAY[:1] * 60_000).encode(), "jq -c '.[]'"),
        (json.dumps(ARRAY[0], indent=2).encode(), "JSON over several lines"),
    ],
)
@pytest.mark.parametrize("name", ["odd", "feed.xml.gz", "-"])
def test_feeds_and_lists_are_no_text(data: bytes, words: str, name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_bytes(gzip.compress(data, 1) if name.endswith(".gz") else data)
    (item,) = items("-", stdin=data) if name == "-" else items(tmp_path / name)
    assert words in fatal(item)


def test_a_text_that_starts_with_a_bracket() -> None:
    (item,) = items("-", stdin=b"[Update] " + TEXT.encode())
    assert item.article.text == "[Update] " + TEXT
