"""A record as the ledger stores it: JSON without the text, which stands once with its version, compressed."""

from __future__ import annotations

import hashlib
import json
from typing import Any

import zstandard
from pydantic import ValidationError
from pydantic_core import PydanticSerializationError

from reportedly.ledger.unexplained import Unexplained
from reportedly.record import Article, Record

LEVEL = 3
"""zstd's own default: 0.16 ms for a record of 300 words; level 9 makes it 17 % smaller in 2 ms, a fifth of keeping."""

LARGEST = 1 << 30
"""Bytes that a stored record may unpack to: a megabyte of text makes about 100 MB; a damaged file promises anything."""


def canonical(value: Any) -> str:
    """JSON in one spelling: keys sorted, no blanks, letters as they are."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def blob_of(record: Record) -> bytes:
    """The record's JSON without its article's text, fields in the order of the format, compressed."""
    without_text = {"article": {"text"}}
    try:
        content = record.model_dump_json(exclude=without_text).encode()
    except PydanticSerializationError:  # half a character, which a file's name may hold
        told = json.dumps(record.model_dump(mode="json", exclude=without_text), separators=(",", ":"))
        content = told.encode()
    return zstandard.ZstdCompressor(level=LEVEL).compress(content)


def content_sha256(blob: bytes) -> str:
    """Hash of what was stored, whatever fields records have had since. ValueError: the blob is damaged."""
    return hashlib.sha256(unpacked(blob)).hexdigest()


def record_of(blob: bytes, text: str) -> Record:
    """The record that was written. ValueError: the blob is damaged."""
    return _read(Record, blob, text)


def unexplained_of(blob: bytes, text: str) -> Record:
    """The same without how its fields came about, in less than half the time. ValueError: the blob is damaged."""
    return _read(Unexplained, blob, text)


def _read(kind: type[Record], blob: bytes, text: str) -> Record:
    try:
        record = kind.model_validate_json(unpacked(blob))
    except ValidationError:  # half a character, which this faster way refuses; or it is damaged
        return kind.model_validate(_content(blob, text))
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


def _content(blob: bytes, text: str) -> Any:
    content = json.loads(unpacked(blob))
    try:
        content["article"]["text"] = text
    except (KeyError, TypeError) as error:
        raise ValueError("a stored record is damaged: it has no article") from error
    return content


def unpacked(blob: bytes, what: str = "a stored record") -> bytes:
    """What was stored, at most a gigabyte of it. ValueError, which calls it `what`: the blob is damaged."""
    try:
        if zstandard.frame_content_size(blob) <= LARGEST:
            return zstandard.ZstdDecompressor().decompress(blob, max_output_size=LARGEST)
    except (zstandard.ZstdError, MemoryError) as error:
        raise ValueError(f"{what} is damaged: {error}") from error
    raise ValueError(f"{what} is damaged: it would unpack to more than a gigabyte")
