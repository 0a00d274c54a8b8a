"""Compressed files (gzip, zstd) as streams: damage is noticed, and what expands without end is refused."""

from __future__ import annotations

import gzip
import io
import zlib
from typing import Any, BinaryIO, cast

from reportedly.errors import ArticleError
from reportedly.intake.failures import PassingError
from reportedly.intake.limits import FREE_BYTES, MAX_EXPANSION, MAX_MEMBERS

GZIP = b"\x1f\x8b"
ZSTD = b"\x28\xb5\x2f\xfd"
PACKED = (".gz", ".zst")
"""Endings of compressed files, after the ending of what they hold."""

_CHUNK = 65_536


def is_packed(head: bytes) -> bool:
    """True where these first bytes are those of a compressed file that can be read."""
    return head.startswith((GZIP, ZSTD))


def unpacked(name: str, file: BinaryIO) -> BinaryIO:
    """The content of a compressed file. Reading from it raises ArticleError at damage, at a cut, and for a bomb."""
    return cast("BinaryIO", io.BufferedReader(_Unpacked(name, file)))


def replayed(start: bytes, file: BinaryIO) -> BinaryIO:
    """A stream that cannot be wound back, from its start again: the bytes already taken from it, then the rest."""
    return cast("BinaryIO", io.BufferedReader(_Replayed(start, file)))


def is_bomb(expanded: int, packed: int) -> bool:
    """True where so many bytes come from so few that it is no text."""
    return expanded > FREE_BYTES + MAX_EXPANSION * packed


def inflated(name: str, data: bytes, limit: int) -> bytes:
    """What a body with Content-Encoding gzip or deflate holds, at most `limit` bytes and one. Raises ArticleError."""
    for bits in (zlib.MAX_WBITS | 32, -zlib.MAX_WBITS):  # some servers call a bare stream "deflate"
        try:
            return _all_members(name, data, bits, limit)
        except zlib.error:
            continue
    raise PassingError(name, "came damaged or cut off (its compression does not end): try again later")


def _all_members(name: str, data: bytes, bits: int, limit: int) -> bytes:
    """The content, in slices: at a member's end zlib copies what it was handed beyond it."""
    parts: list[bytes] = []
    size = at = 0
    for _ in range(MAX_MEMBERS):
        inflate = zlib.decompressobj(bits)
        while not inflate.eof:
            piece = data[at : at + _CHUNK]
            if not piece:
                raise zlib.error("cut off")
            parts.append(inflate.decompress(piece, limit + 1 - size))
            size += len(parts[-1])
            at += len(piece)
            if size > limit:
                return b"".join(parts)
        at -= len(inflate.unused_data)
        if not data.startswith(GZIP, at):
            return b"".join(parts)
    raise ArticleError(f"{name} came in more than {MAX_MEMBERS:,} compressed pieces: download it and add the file")


class _Counted:
    """Counts the compressed bytes that are read."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self.count = 0

    def read(self, size: int | None = -1, /) -> bytes:
        data = self._file.read(_CHUNK if size is None or size < 0 else min(size, _CHUNK))
        self.count += len(data)
        return data

    def tell(self) -> int:
        return self.count

    def seek(self, offset: int, whence: int = 0, /) -> int:
        raise io.UnsupportedOperation("it cannot be wound back")

    def close(self) -> None:
        self._file.close()


class _Unpacked(io.RawIOBase):
    def __init__(self, name: str, file: BinaryIO) -> None:
        self._name = name
        self._expanded = 0
        start = file.read(len(ZSTD))
        self._packed = _Counted(replayed(start, file))
        self._content = _reader(start, self._packed)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        try:
            data = self._content.read(len(buffer))
        except (EOFError, zlib.error, OSError) as error:
            if isinstance(error, OSError) and error.errno:
                raise
            raise ArticleError(
                f"{self._name} is damaged or cut off after {self._expanded:,} bytes of content ({error}): "
                "what stands before is read; get the file again for the rest"
            ) from None
        self._expanded += len(data)
        if is_bomb(self._expanded, self._packed.count):
            raise ArticleError(
                f"{self._name} expands more than {MAX_EXPANSION} times and is left at {self._expanded:,} bytes: "
                "no text does; decompress it yourself if you trust it"
            )
        buffer[: len(data)] = data
        return len(data)


class _Replayed(io.RawIOBase):
    def __init__(self, start: bytes, file: BinaryIO) -> None:
        self._start = start
        self._read = getattr(file, "read1", file.read)

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any, /) -> int:
        data, self._start = self._start[: len(buffer)], self._start[len(buffer) :]
        data = data or self._read(len(buffer))
        buffer[: len(data)] = data
        return len(data)


def _reader(start: bytes, packed: _Counted) -> Any:
    if start.startswith(GZIP):
        return gzip.GzipFile(fileobj=packed)
    from fastwarc.stream_io import ZstdReader

    return ZstdReader(packed)
