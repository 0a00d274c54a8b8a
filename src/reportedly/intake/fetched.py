"""What a server sent, now or when it was archived → article. Its address is the server's, not what the page claims."""

from __future__ import annotations

import re
from contextlib import suppress
from typing import NamedTuple

from reportedly.errors import ArticleError
from reportedly.intake.addresses import own_address
from reportedly.intake.decode import charset_named
from reportedly.intake.item import Given, Item, check_length
from reportedly.intake.limits import MAX_PAGE_BYTES, MAX_TEXT_BYTES
from reportedly.intake.page import article_of_page
from reportedly.intake.sniff import format_by_content
from reportedly.intake.text import article_of_text

_CHARSET = re.compile(r""";\s*charset\s*=\s*["']?\s*([\w:.+-]{1,40})""", re.IGNORECASE | re.ASCII)
_PAGES = ("text/html", "application/xhtml+xml")
_ANY = ("", "application/octet-stream", "text/xml", "application/xml")
"""Types that say nothing: the content decides."""


class Sent(NamedTuple):
    """A body and what the server said about it: the media type in lower case ("" where it said none), its charset."""

    address: str
    body: bytes
    media: str
    charset: str | None


def sent(address: str, body: bytes, content_type: str) -> Sent:
    """A body with its Content-Type taken apart."""
    charset = _CHARSET.search(content_type)
    return Sent(address, body, content_type.partition(";")[0].strip().lower(), charset[1] if charset else None)


def is_page(media: str) -> bool:
    """True for a type that says that it is a page or a text."""
    return media in (*_PAGES, "text/plain")


def article_of_sent(name: str, what: Sent, given: Given) -> Item:
    """The article that was sent. Raises ArticleError where there is none or its type cannot be read."""
    address, body, media, charset = what
    if not is_page(media) and media not in _ANY:
        shown = "".join(c for c in media[:60] if c.isascii() and c.isprintable())
        raise ArticleError(f"{name} is {shown}, no page: download it, convert it to text and add the file")
    if media in _ANY:
        first = next((line for line in body[:10_000].splitlines() if line.strip()), b"")
        media = "text/html" if format_by_content(first, body) == "page" else "text/plain"
    here = given._replace(url=address)
    if media in _PAGES:
        if len(body) > MAX_PAGE_BYTES:
            raise ArticleError(f"{name} is larger than {MAX_PAGE_BYTES // 1_000_000} MB, the limit for a page")
        item = article_of_page(name, body, here, charset)
    else:
        item = _plain(name, body, here, charset)
    return item._replace(article=item.article.model_copy(update={"url": own_address(item.article.url, address)}))


def _plain(name: str, body: bytes, given: Given, charset: str | None) -> Item:
    if len(body) > MAX_TEXT_BYTES:
        check_length(name, body.decode("latin-1"))
    encoding = charset_named(charset)
    if encoding and encoding != "utf-8":
        with suppress(UnicodeDecodeError):  # mislabelled: read below, strictly, as UTF-8
            body = body.decode(encoding).encode("utf-8")
    return article_of_text(name, body, given)
