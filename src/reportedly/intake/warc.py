"""WARC files (ISO 28500: web archives, CC-NEWS) → articles: pages and texts that servers sent with status 200."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from io import BytesIO
from typing import TYPE_CHECKING, BinaryIO

from reportedly.errors import ArticleError
from reportedly.intake.addresses import checked_address
from reportedly.intake.dates import utc
from reportedly.intake.fetched import article_of_sent, is_page, sent
from reportedly.intake.item import Given, Item, Origin, note, refused
from reportedly.intake.limits import MAX_PAGE_BYTES
from reportedly.intake.warc_records import Damage, RawRecord, records_of

if TYPE_CHECKING:
    from fastwarc.warc import WarcRecord

_DIGEST = re.compile(r"(?i:sha1):(?:[A-Z2-7]{32}|[0-9a-f]{40})|(?i:sha256):(?:[A-Z2-7]{52}={4}|[0-9a-f]{64})")
"""Forms of a digest that can be checked; others say nothing."""

_AGAIN = "what else can be read is read; get the file again for the rest"


def articles_of_warc(name: str, file: BinaryIO, given: Given) -> Iterator[Item]:
    """One item for each page or text that was archived whole, and one for each damaged place, named FILE:OFFSET."""
    found = False
    for record in records_of(file):
        where = f"{name}:{record.at}"
        if isinstance(record, Damage):
            item: Item | None = _refused(where, f"{where} is damaged ({record.reason}): {_AGAIN}")
        else:
            item = _item(where, record, given)
        if item:
            found = True
            yield item
    if not found:
        yield refused(name, f"{name} holds no page: it needs responses with status 200 and HTML or text")


def _item(where: str, raw: RawRecord, given: Given) -> Item | None:
    """The article of a record, None where it is none: a request, an image, a redirect."""
    try:
        record = _response_in(raw.data)
        if record is None:
            return None
        if _DIGEST.fullmatch(record.headers.get("WARC-Block-Digest") or "") and not record.verify_block_digest():
            raise ArticleError(f"{where} is damaged (its digest does not match): {_AGAIN}")
        return _page(where, record, raw.data, given)
    except ArticleError as error:
        return _refused(where, str(error))
    except Exception as error:  # whatever bytes may provoke in the parser, the other records are still read
        return _refused(where, f"{where} cannot be parsed ({type(error).__name__}): {_AGAIN}")


def _refused(where: str, message: str) -> Item:
    return refused(where, message)._replace(origin=Origin(where, where))


def _response_in(data: bytes) -> WarcRecord | None:
    from fastwarc.warc import ArchiveIterator, WarcRecordType

    records = ArchiveIterator(BytesIO(data), record_types=WarcRecordType.response, parse_http=False)
    return next(iter(records), None)


def _page(where: str, record: WarcRecord, data: bytes, given: Given) -> Item | None:
    address = (record.headers.get("WARC-Target-URI") or "").strip().strip("<>")
    if not address.lower().startswith(("http://", "https://")):
        return None
    record.parse_http()
    headers = record.http_headers
    if headers is None:
        raise ArticleError(f"{where} is damaged (it holds no HTTP response): {_AGAIN}")
    told = sent(address, b"", headers.get("Content-Type") or "")
    if headers.status_code != 200 or not (is_page(told.media) or not told.media):
        return None
    address = checked_address(address)
    body = record.reader.read(MAX_PAGE_BYTES + 1)
    if headers.get("Content-Encoding") or headers.get("Transfer-Encoding"):
        body = _decoded(data) or body
    if not told.media and not body.lstrip().startswith(b"<"):
        return None
    item = article_of_sent(address, told._replace(address=address, body=body), given)
    if record.headers.get("WARC-Truncated"):
        item = item._replace(problems=(*item.problems, note(f"{address}: the archive cut this page off")))
    return item._replace(origin=Origin(where, where, seen=_utc(record.headers.get("WARC-Date"))))


def _decoded(data: bytes) -> bytes | None:
    """The body of a response without its encodings; None where it does not have those that its headers name.

    Some archives keep bodies decoded under the headers that came with them.
    """
    record = _response_in(data)
    try:
        if record is None:
            return None
        record.parse_http(auto_decode="all")
        return record.reader.read(MAX_PAGE_BYTES + 1) or None
    except Exception:  # the parser has no error of its own for each encoding
        return None


def _utc(value: str | None) -> str | None:
    try:
        moment = datetime.fromisoformat(value or "")
    except ValueError:
        return None
    return utc(moment)
