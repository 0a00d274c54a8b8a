"""A record as the ledger stores it: canonical JSON without the text, which stands once with its version, compressed."""

from __future__ import annotations

import json
from typing import Any

import zstandard

from reportedly.record import Article, Record

LEVEL = 3
"""zstd's own default: level 9 took three times as long for 4 % less."""

LARGEST = 1 << 30
"""Bytes that a stored record may unpack to: a megabyte of text makes about 100 MB; a damaged file promises anything."""


def canonical(value: Any) -> str:
    """JSON in one spelling: keys sorted, no blanks, letters as they are."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def canonical_record(record: Record) -> str:
    """The whole record as canonical JSON: what its hash is made of."""
    return canonical(record.to_json())


def blob_of(record: Record) -> bytes:
    """The record without its article's text, as it is stored."""
    content = record.to_json()
    del content["article"]["text"]
    return zstandard.ZstdCompressor(level=LEVEL).compress(_bytes(canonical(content)))


def stored_json(blob: bytes, text: str) -> str:
    """The canonical JSON that was written, whatever fields records have had since. ValueError: the blob is damaged."""
    return canonical(_content(blob, text))


def record_of(blob: bytes, text: str) -> Record:
    """The record that was written. ValueError: the blob is damaged."""
    return Record.model_validate(_content(blob, text))


def meta_of(article: Article) -> str:
    """The article without its text, as JSON in ASCII: a file's name may hold what no text in SQLite can."""
    return json.dumps(article.model_dump(mode="json", exclude={"text"}), sort_keys=True)


def article_of(meta: str, text: str) -> Article:
    """The article as intake made it."""
    return Article.model_validate(json.loads(meta) | {"text": text})


def plain(text: str) -> str:
    """A name or message as SQLite can hold it: half a character becomes its escape."""
    return text.encode("utf-8", "backslashreplace").decode()


def _content(blob: bytes, text: str) -> Any:
    try:
        if zstandard.frame_content_size(blob) > LARGEST:
            raise ValueError("a stored record is damaged: it would unpack to more than a gigabyte")
        packed = zstandard.ZstdDecompressor().decompress(blob, max_output_size=LARGEST)
        content = json.loads(packed.decode("utf-8", "surrogatepass"))
        content["article"]["text"] = text
    except (zstandard.ZstdError, KeyError, TypeError, MemoryError) as error:
        raise ValueError(f"a stored record is damaged: {error}") from error
    return content


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
