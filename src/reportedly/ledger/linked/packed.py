"""Nouns of linking as the ledger stores them: JSON, compressed; and lists of hashes as bytes."""

from __future__ import annotations

import struct
from collections import OrderedDict
from collections.abc import Collection, Iterable
from functools import lru_cache
from hashlib import blake2b, sha256
from typing import Any, Generic, TypeVar

import zstandard
from pydantic_core import from_json

from reportedly.connect.brief import Brief
from reportedly.connect.profile import Profile
from reportedly.ledger import stored
from reportedly.ledger.stored import LEVEL, plain
from reportedly.record.span import Noun

N = TypeVar("N", bound=Noun)


def content_of(noun: Noun, exclude: set[str] | None = None) -> bytes:
    """The noun as JSON, fields in the order of the type, without those that have their default."""
    return noun.model_dump_json(exclude_defaults=True, exclude=exclude).encode()


def packed(noun: Noun) -> bytes:
    """The same, compressed."""
    return zstandard.ZstdCompressor(level=LEVEL).compress(content_of(noun))


def plained(noun: N) -> N:
    """The same, with half characters, which neither JSON nor SQLite can hold, as their escapes."""
    return type(noun).model_validate(_plained(noun.model_dump()))


def _plained(value: Any) -> Any:
    if isinstance(value, str):
        return plain(value)
    if isinstance(value, dict):
        return {key: _plained(inner) for key, inner in value.items()}
    return [_plained(inner) for inner in value] if isinstance(value, (list, tuple)) else value


def unpacked(blob: bytes) -> bytes:
    """The JSON that was stored. ValueError: the blob is damaged."""
    return stored.unpacked(blob, "what linking found")


def content_sha256(blob: bytes) -> str:
    """Hash of what was stored. ValueError: the blob is damaged."""
    return sha256(unpacked(blob)).hexdigest()


def noun_of(noun: type[N], blob: bytes, without: frozenset[str] = frozenset()) -> N:
    """The noun that was stored, but for some of its fields. ValueError: the blob is damaged."""
    told = unpacked(blob)
    if not without:
        return noun.model_validate_json(told)
    fields = from_json(told)
    if not isinstance(fields, dict):
        raise ValueError("no object")
    return noun.model_validate({field: value for field, value in fields.items() if field not in without})


class AtHand(Generic[N]):
    """Nouns by the very bytes that they are stored as, the last used ones: what is stored is soon asked for, and a
    growing story asks for the same ones with each article that joins it."""

    def __init__(self, noun: type[N], most: int) -> None:
        self.noun, self.most = noun, most
        self._kept: OrderedDict[bytes, N] = OrderedDict()

    def stored(self, noun: N) -> bytes:
        """The bytes as which it is stored."""
        blob = packed(noun)
        self._keep(blob, noun)
        return blob

    def of(self, blob: bytes) -> N:
        """The noun that was stored. ValueError: the blob is damaged."""
        noun = self._kept.pop(blob, None) or noun_of(self.noun, blob)
        self._keep(blob, noun)
        return noun

    def _keep(self, blob: bytes, noun: N) -> None:
        self._kept[blob] = noun
        if len(self._kept) > self.most:
            self._kept.popitem(last=False)


BRIEFS = AtHand(Brief, 400)
"""As many as wait to be settled, and a story of a hundred beside them. A brief takes about 300 kB."""
PROFILES = AtHand(Profile, 2_000)
"""Articles that come together look at the same ones. About 20 kB each, 40 MB in all."""


@lru_cache(maxsize=100_000)
def hashed(word: str) -> int:
    """A word as a signed number of 64 bits, which SQLite keeps as a key. Two of ten million words agree by chance once
    in 400,000 ledgers."""
    return int.from_bytes(blake2b(word.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big", signed=True)


def bytes_of(hashes: Collection[int]) -> bytes:
    """Hashes, eight bytes each."""
    return struct.pack(f">{len(hashes)}q", *hashes)


def hashes_of(blob: bytes) -> tuple[int, ...]:
    """The hashes. ValueError: these are none."""
    if len(blob) % 8:
        raise ValueError("a list of hashes is damaged")
    return struct.unpack(f">{len(blob) // 8}q", blob)


def rows_of(hashes: Iterable[int]) -> list[tuple[int]]:
    """The same as rows for SQLite."""
    return [(h,) for h in hashes]
