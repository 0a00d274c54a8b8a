"""A record as the ledger stores it: JSON without the text, which stands once with its version, compressed.

How its fields came about is most of it, and most who read it have no use for that: it stands behind the rest in a frame
of its own. Earlier versions wrote one frame that holds both."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from typing import Any

import zstandard
from pydantic import ValidationError
from pydantic_core import PydanticSerializationError

from reportedly.ledger.explained import EXPLAINED, Explained, Unexplained, explanations_of
from reportedly.record import Article, Record
from reportedly.record.span import Noun

LEVEL = 3
"""zstd's own default: 0.16 ms for a record of 300 words; level 9 makes it 17 % smaller in 2 ms, a fifth of keeping."""

LARGEST = 1 << 30
"""Bytes that a stored record may unpack to: a megabyte of text makes about 100 MB; a damaged file promises anything."""


def canonical(value: Any) -> str:
    """JSON in one spelling: keys sorted, no blanks, letters as they are."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def blob_of(record: Record) -> bytes:
    """The record's JSON without its article's text, fields in the order of the format, compressed."""
    why: Any = {name: {"__all__": {"why"}} for name in EXPLAINED}
    told = _json(record, exclude={"article": {"text"}, **why}), _json(record, include=why)
    return b"".join(map(zstandard.ZstdCompressor(level=LEVEL).compress, told))


def _json(record: Record, **fields: Any) -> bytes:
    try:
        return record.model_dump_json(**fields).encode()
    except PydanticSerializationError:  # half a character, which a file's name may hold
        return json.dumps(record.model_dump(mode="json", **fields), separators=(",", ":")).encode()


def content_sha256(blob: bytes) -> str:
    """Hash of what was stored, whatever fields records have had since. ValueError: the blob is damaged."""
    return hashlib.sha256(b"".join(parts_of(blob))).hexdigest()


def record_of(blob: bytes, text: str) -> Record:
    """The record that was written. ValueError: the blob is damaged."""
    content, *explanations = parts_of(blob)
    record = _read(Record, content, text)
    if not explanations:
        if any("why" not in noun.model_fields_set for name in EXPLAINED for noun in getattr(record, name)):
            raise ValueError("a stored record is damaged: how its fields came about is not there")
        return record
    told = explanations_of(explanations[0])
    lists = {name: _explained(getattr(record, name), getattr(told, name)) for name in EXPLAINED}
    return record.model_copy(update=lists)


def _explained(nouns: Sequence[Noun], told: Sequence[Explained]) -> tuple[Noun, ...]:
    """ValueError: there are others than are told of."""
    return tuple(n.model_copy(update={"why": explained.why}) for n, explained in zip(nouns, told, strict=True))


def unexplained_of(blob: bytes, text: str) -> Record:
    """The same without how its fields came about, in a fourth of the time. ValueError: the blob is damaged."""
    return _read(Unexplained, unpacked(blob), text)


def _read(kind: type[Record], content: bytes, text: str) -> Record:
    try:
        record = kind.model_validate_json(content)
    except ValidationError:  # half a character, which this faster way refuses; or it is damaged
        return kind.model_validate(_with_text(content, text))
    return record.model_copy(update={"article": record.article.model_copy(update={"text": text})})


def meta_of(article: Article) -> str:
    """The article without its text, as JSON in ASCII: a file's name may hold what no text in SQLite can."""
    return json.dumps(article.model_dump(mode="json", exclude={"text"}), sort_keys=True)


def article_of(meta: str, text: str) -> Article:
    """The article as intake made it."""
    return Article.model_validate(json.loads(meta) | {"text": text})


def plain(text: str) -> str:
    """A name or message as SQLite can hold it: half a character becomes its escape."""
    return text if text.isascii() else text.encode("utf-8", "backslashreplace").decode()


def _with_text(told: bytes, text: str) -> Any:
    content = json.loads(told)
    try:
        content["article"]["text"] = text
    except (KeyError, TypeError) as error:
        raise ValueError("a stored record is damaged: it has no article") from error
    return content


def parts_of(blob: bytes) -> list[bytes]:
    """A record's JSON, and how its fields came about where that stands apart. ValueError: the blob is damaged."""
    parts: list[bytes] = []
    while blob or not parts:
        parts.append(unpacked(blob))  # so that it is known to be small enough and sound
        frame = zstandard.ZstdDecompressor().decompressobj()
        frame.decompress(blob)
        blob = frame.unused_data
    if len(parts) > 2:
        raise ValueError("a stored record is damaged: something stands behind it")
    return parts


def unpacked(blob: bytes, what: str = "a stored record") -> bytes:
    """The first part of what was stored, mostly all of it, at most a gigabyte. ValueError, which calls it `what`: it is
    damaged."""
    try:
        if zstandard.frame_content_size(blob) <= LARGEST:
            return zstandard.ZstdDecompressor().decompress(blob, max_output_size=LARGEST)
    except (zstandard.ZstdError, MemoryError) as error:
        raise ValueError(f"{what} is damaged: {error}") from error
    raise ValueError(f"{what} is damaged: it would unpack to more than a gigabyte")
