"""WARC files → their records (ISO 28500), one at a time, also from damaged files.

fastwarc parses a record; which bytes are one is found here, since what follows damage has to be found again, and a
record counts only once the checksum of its gzip member has been seen to fit.
"""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from typing import Any, BinaryIO, NamedTuple, cast

from reportedly.errors import ArticleError
from reportedly.intake.limits import MAX_DAMAGES, MAX_EXPANSION, MAX_HEADER_BYTES, MAX_PAGE_BYTES
from reportedly.intake.unpack import GZIP, is_bomb

_CHUNK = 65_536
_PEEK = 1_024
"""Bytes that show whether a gzip member is one of a WARC file: its tables take a few hundred."""

_MAGIC = GZIP + b"\x08"
_START = re.compile(rb"\nWARC/1\.")
_LENGTH = re.compile(rb"^content-length[ \t]*:[ \t]*(\d{1,15})[ \t]*\r?$", re.IGNORECASE | re.MULTILINE)


class RawRecord(NamedTuple):
    """The bytes of one record, its header first. `at` is where it, or its gzip member, starts in the file."""

    at: int
    data: bytes


class Damage(NamedTuple):
    """A place from which no record could be read."""

    at: int
    reason: str


class _DamagedError(Exception):
    def __init__(self, reason: str, at: int = 0) -> None:
        super().__init__(reason)
        self.reason = reason
        self.at = at


def records_of(file: BinaryIO) -> Iterator[RawRecord | Damage]:
    """The records of an open WARC file, compressed or not; those larger than any page are left out.

    After damage it goes on with the next record that can be found, in a file that can be wound back.
    """
    if not file.seekable():
        yield from _records_in_order(file)
        return
    at = 0
    packed = _starts_packed(file)
    for _ in range(MAX_DAMAGES):
        try:
            yield from _members(file, at) if packed else _plain(file, at)
            return
        except _DamagedError as error:
            yield Damage(error.at, error.reason)
            found = _next_start(file, error.at + 1, packed)
        if found is None:
            return
        at = found
    yield Damage(at, f"it is the {MAX_DAMAGES}th damaged place, the rest of the file is left")


def _records_in_order(file: BinaryIO) -> Iterator[RawRecord | Damage]:
    try:
        yield from _framed(file)
    except _DamagedError as error:
        yield Damage(error.at, error.reason)


def _starts_packed(file: BinaryIO) -> bool:
    file.seek(0)
    return file.read(len(GZIP)) == GZIP


def _plain(file: BinaryIO, at: int) -> Iterator[RawRecord]:
    file.seek(at)
    try:
        for record in _framed(file):
            yield RawRecord(at + record.at, record.data)
    except _DamagedError as error:
        raise _DamagedError(error.reason, at + error.at) from None


def _members(file: BinaryIO, at: int) -> Iterator[RawRecord]:
    file.seek(0, io.SEEK_END)
    size = file.tell()
    while at < size:
        member = _Member(file, at)
        try:
            for record in _framed(cast("BinaryIO", io.BufferedReader(member, _CHUNK))):
                yield RawRecord(at, record.data)
        except _DamagedError as error:
            raise _DamagedError(error.reason, at) from None
        at = member.end


def _framed(stream: BinaryIO) -> Iterator[RawRecord]:
    """The records in a stream of them. One is handed on once what follows it could be read: see the module's text."""
    at = 0
    try:
        skipped, line = _next_line(stream)
        while line:
            at += skipped
            if not line.startswith(b"WARC/"):
                raise _DamagedError("no WARC record starts there")
            header = _header(stream, line)
            length = _length_of(header)
            block = _block(stream, length)
            skipped, line = _next_line(stream)
            if block is not None:
                yield RawRecord(at, header + block)
            at += len(header) + length
    except _DamagedError as error:
        raise _DamagedError(error.reason, at) from None
    except ArticleError as error:  # the stream is compressed as a whole and ends here
        raise _DamagedError(str(error), at) from None


def _next_line(stream: BinaryIO) -> tuple[int, bytes]:
    """The first line that is not blank, and how many bytes of blank lines came before."""
    skipped = 0
    while (line := stream.readline(MAX_HEADER_BYTES)) and not line.strip():
        skipped += len(line)
    return skipped, line


def _header(stream: BinaryIO, first: bytes) -> bytes:
    lines = [first]
    size = len(first)
    while line := stream.readline(MAX_HEADER_BYTES):
        lines.append(line)
        size += len(line)
        if line in (b"\r\n", b"\n"):
            return b"".join(lines)
        if size > MAX_HEADER_BYTES:
            raise _DamagedError("the header of its record does not end")
    raise _DamagedError("the file is cut off within a header")


def _length_of(header: bytes) -> int:
    found = _LENGTH.search(header)
    if not found:
        raise _DamagedError("its record does not say how long it is")
    return int(found[1])


def _block(stream: BinaryIO, length: int) -> bytes | None:
    """The block of a record, None for one that is too large to be a page."""
    if length <= MAX_PAGE_BYTES + MAX_HEADER_BYTES:
        block = stream.read(length)
        if len(block) < length:
            raise _DamagedError("the file is cut off within a record")
        return block
    while length > 0:
        passed = len(stream.read(min(length, _CHUNK)))
        if not passed:
            raise _DamagedError("the file is cut off within a record")
        length -= passed
    return None


def _next_start(file: BinaryIO, at: int, packed: bool) -> int | None:
    """Where the next record that can be read starts at or after `at`, None where none does."""
    kept = b""
    file.seek(at)
    while chunk := file.read(_CHUNK):
        window = kept + chunk
        base = at - len(kept)
        at += len(chunk)
        for place in _places(window, packed):
            if not packed or _is_member(file, base + place):
                return base + place
            file.seek(at)
        kept = window[-len(b"\nWARC/1") :]
    return None


def _places(window: bytes, packed: bool) -> Iterator[int]:
    if not packed:
        yield from (m.start() + 1 for m in _START.finditer(window))
        return
    place = window.find(_MAGIC)
    while place >= 0:
        yield place
        place = window.find(_MAGIC, place + 1)


def _is_member(file: BinaryIO, at: int) -> bool:
    file.seek(at)
    try:
        return zlib.decompressobj(zlib.MAX_WBITS | 16).decompress(file.read(_PEEK), 5) == b"WARC/"
    except zlib.error:
        return False


class _Member(io.RawIOBase):
    """One gzip member, decompressed as it is read. After its end, `end` is where the next one starts."""

    def __init__(self, file: BinaryIO, at: int) -> None:
        self._file = file
        self._at = at
        self._inflate = zlib.decompressobj(zlib.MAX_WBITS | 16)
        self._input = b""
        self._taken = 0
        self._expanded = 0

    @property
    def end(self) -> int:
        return self._at + self._taken - len(self._inflate.unused_data)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        while not self._inflate.eof:
            is_last = not self._input and not self._take()
            try:
                data = self._inflate.decompress(self._input, len(buffer))
            except zlib.error as error:
                raise _DamagedError(f"its compression is damaged: {error}") from None
            self._input = self._inflate.unconsumed_tail
            self._expanded += len(data)
            if is_bomb(self._expanded, self._taken):
                raise _DamagedError(f"it expands more than {MAX_EXPANSION} times")
            if data:
                buffer[: len(data)] = data
                return len(data)
            if is_last and not self._inflate.eof:
                raise _DamagedError("the file is cut off")
        return 0

    def _take(self) -> int:
        self._file.seek(self._at + self._taken)  # the file is shared with the search for what follows
        self._input = self._file.read(_CHUNK)
        self._taken += len(self._input)
        return len(self._input)
