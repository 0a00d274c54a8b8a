"""Compressed files: read as they come, damage noticed, bombs refused."""

from __future__ import annotations

import gzip
import io
import json
import random
import time
from pathlib import Path

import pytest
import zstandard
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import ArticleError
from reportedly.intake import Given, Item, read_paths
from reportedly.intake.unpack import inflated, unpacked

TEXT = "The port at Vell will close for a week, the union said on Friday.\n"
LINES = [json.dumps({"id": f"x{i}", "text": f"{TEXT}{i}"}).encode() + b"\n" for i in range(2000)]
ZSTD = zstandard.ZstdCompressor(write_checksum=True).compress
PACKERS = {".gz": gzip.compress, ".zst": ZSTD}
HTML = f"<!DOCTYPE html><html><body><article><h1>Port to close</h1>{f'<p>{TEXT}</p>' * 3}</article></body></html>"


@pytest.fixture(params=list(PACKERS))
def ending(request: pytest.FixtureRequest) -> str:
    return str(request.param)


def read(path: Path) -> list[Item]:
    return list(read_paths([str(path)], Given(), io.BytesIO()))


def fatal(item: Item) -> str:
    return next(p.message for p in item.problems if p.fatal)


def test_every_format(ending: str, tmp_path: Path) -> None:
    pack = PACKERS[ending]
    for name, data in {"a.txt": TEXT.encode(), "b.html": HTML.encode(), "c.jsonl": b"".join(LINES[:2])}.items():
        (tmp_path / f"{name}{ending}").write_bytes(pack(data))
    found = read(tmp_path)
    assert [i.problems for i in found] == [()] * 4
    assert [i.article.text[:12] for i in found] == ["The port at ", "Port to clos", "The port at ", "The port at "]


def test_several_members_one_after_another(ending: str, tmp_path: Path) -> None:
    (tmp_path / f"a.jsonl{ending}").write_bytes(b"".join(map(PACKERS[ending], LINES[:50])))
    assert [i.article.id for i in read(tmp_path)] == [f"x{i}" for i in range(50)]


def test_standard_input_and_files_without_a_known_ending(ending: str, tmp_path: Path) -> None:
    data = PACKERS[ending](b"".join(LINES[:3]))
    (tmp_path / "odd").write_bytes(data)
    for found in (read(tmp_path / "odd"), list(read_paths(["-"], Given(), io.BytesIO(data)))):
        assert [i.article.id for i in found] == ["x0", "x1", "x2"]


def test_a_file_that_is_not_compressed_in_spite_of_its_name(ending: str, tmp_path: Path) -> None:
    (tmp_path / f"a.txt{ending}").write_text(TEXT)
    assert read(tmp_path)[0].article.text == TEXT


@pytest.mark.parametrize("part", [0.1, 0.5, 0.9, 0.999])
def test_articles_before_a_cut_are_kept(part: float, ending: str, tmp_path: Path) -> None:
    data = PACKERS[ending](b"".join(LINES))
    (tmp_path / f"a.jsonl{ending}").write_bytes(data[: int(len(data) * part)])
    *kept, last = read(tmp_path)
    assert [i.article.id for i in kept] == [f"x{i}" for i in range(len(kept))]
    assert "is damaged or cut off after" in fatal(last)
    assert "get the file again" in fatal(last)


@pytest.mark.parametrize("part", [n / 21 for n in range(1, 21)])
def test_a_flipped_bit_is_noticed(part: float, ending: str, tmp_path: Path) -> None:
    data = bytearray(PACKERS[ending](b"".join(LINES)))
    data[int(len(data) * part)] ^= 16
    (tmp_path / f"a.jsonl{ending}").write_bytes(data)
    found = read(tmp_path)
    assert "damaged" in fatal(found[-1])


@pytest.mark.parametrize("name", ["a.jsonl", "a.txt", "a.html", "odd"])
def test_bombs(name: str, ending: str, tmp_path: Path) -> None:
    data = PACKERS[ending](b"\0" * 120_000_000)
    path = tmp_path / f"{name}{ending}"
    path.write_bytes(data)
    started = time.monotonic()
    (item,) = read(path)
    assert fatal(item)
    assert time.monotonic() - started < 2


def test_a_bomb_of_many_lines(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl.gz").write_bytes(gzip.compress(b"\n" * 60_000_000))
    started = time.monotonic()
    found = read(tmp_path)
    assert "expands more than 200 times" in fatal(found[-1])
    assert time.monotonic() - started < 6


@given(st.binary(), st.sampled_from([b"\x1f\x8b\x08\0", b"\x28\xb5\x2f\xfd"]))
def test_any_bytes_unpack_or_are_refused(data: bytes, magic: bytes) -> None:
    try:
        unpacked("a", io.BytesIO(magic + data)).read()
    except ArticleError as error:
        assert str(error).startswith("a is damaged")


@given(st.binary())
def test_any_body_inflates_or_is_refused(data: bytes) -> None:
    assert inflated("a", gzip.compress(data) + gzip.compress(b"more"), 1_000_000) == data + b"more"
    try:
        inflated("a", data, 1_000)
    except ArticleError as error:
        assert "damaged or cut off" in str(error)


@pytest.mark.parametrize("content", [b"", b"The port"])
def test_a_body_of_very_many_members(content: bytes) -> None:
    started = time.monotonic()
    with pytest.raises(ArticleError, match=r"a came in more than 1,000 compressed pieces"):
        inflated("a", gzip.compress(content) * 400_000, 32_000_000)
    assert time.monotonic() - started < 2


def test_a_large_body_of_several_members() -> None:
    parts = [random.Random(n).randbytes(150_000) for n in range(3)]
    data = b"".join(map(gzip.compress, parts))
    assert inflated("a", data, 1_000_000) == b"".join(parts)
    assert inflated("a", data, 200_000) == b"".join(parts)[:200_001]
