"""Feeds (RSS, Atom, JSON Feed 1.0 and 1.1) → entries, and lists of feeds (OPML 2.0) → addresses. No network.

A feed is only read for where its articles are; of what it says about them, title, date and authors fill gaps.
"""

from __future__ import annotations

import html
import json
import re
from calendar import timegm
from collections.abc import Iterator
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from typing import Any, NamedTuple
from urllib.parse import urljoin

from reportedly.errors import ArticleError
from reportedly.intake.dates import iso_date
from reportedly.intake.decode import decode_page
from reportedly.intake.json_ld import clean, unescaped
from reportedly.intake.limits import MAX_ENTRIES, MAX_FEED_BYTES, MAX_FEED_TAGS, MAX_FEEDS
from reportedly.intake.markup import root_of
from reportedly.intake.names import names_of

_REMEDY = "check the address or file in a feed reader"
_LONGEST_AUTHOR = 200
"""Code points of an author that are read; names, with a mail address, stay below 100."""
_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_ENTITY = re.compile(r"<!ENTITY|<!DOCTYPE[^>\[]{0,300}\[", re.IGNORECASE)
_NOT_IN_XML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")
_TAG = re.compile(r"<(script|style)\b.*?(?:</\1\s*>|\Z)|<[^<>]{0,2000}>", re.IGNORECASE | re.DOTALL)


class Entry(NamedTuple):
    """What a feed says of one article. `updated` is the later of its dates (UTC), `content` the whole text as HTML."""

    address: str | None
    title: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None
    updated: datetime | None = None
    content: str | None = None


class Feed(NamedTuple):
    """A feed's title and its first entries, as many as are followed, and how many more it has."""

    title: str | None
    entries: tuple[Entry, ...]
    left_out: int = 0


class FeedList(NamedTuple):
    """The addresses of the feeds in a list, as many as are followed, and how many more it has."""

    addresses: tuple[str, ...]
    left_out: int = 0


def read_feed(name: str, data: bytes, base: str = "", charset: str | None = None) -> Feed | FeedList:
    """The feed, or list of feeds, in these bytes. Addresses are taken relative to `base`.

    Raises ArticleError for what is neither, for one beyond the limits, and for one that declares entities of its own.
    """
    if len(data) > MAX_FEED_BYTES:
        raise ArticleError(f"{name} is larger than {MAX_FEED_BYTES // 1_000_000} MB, the limit for a feed: {_REMEDY}")
    text, _ = decode_page(name, data, charset)
    text = text.lstrip("\ufeff \t\r\n")
    if text.startswith("{"):
        return _json_feed(name, text, base)
    text = _NOT_IN_XML.sub("", _DECLARATION.sub("", text))
    if _ENTITY.search(text):
        raise ArticleError(f"{name} declares entities of its own, as no feed has to and attacks do: it is not read")
    if text.count("<") > MAX_FEED_TAGS:
        raise _too_many_tags(name)
    try:
        return _list_of_feeds(name, text, base) if root_of(text) == "opml" else _xml_feed(name, text, base)
    except ArticleError:
        raise
    except Exception as error:  # whatever a feed may provoke in the parser, the other sources are still read
        raise ArticleError(f"{name} cannot be parsed as a feed ({type(error).__name__}): {_REMEDY}") from error


def _too_many_tags(name: str) -> ArticleError:
    return ArticleError(f"{name} has more than {MAX_FEED_TAGS:,} tags, the limit for a feed: {_REMEDY}")


def _list_of_feeds(name: str, text: str, base: str) -> FeedList:
    from lxml import etree

    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(text.encode("utf-8"), parser)
    except etree.XMLSyntaxError as error:
        raise ArticleError(f"{name} is not well-formed OPML ({error.msg}): {_REMEDY}") from None
    found = [_resolved(base, value) for node in root.iter("outline") if (value := node.get("xmlUrl"))]
    if not found:
        raise ArticleError(f'{name} lists no feed: each needs an <outline xmlUrl="…">')
    once = tuple(dict.fromkeys(found))
    return FeedList(once[:MAX_FEEDS], len(once[MAX_FEEDS:]))


def _xml_feed(name: str, text: str, base: str) -> Feed:
    feedparser = _feedparser()
    # A stream, since of a string the library may make an address or a path and open it.
    told = {"content-type": "application/xml; charset=utf-8"}
    found = feedparser.parse(
        BytesIO(text.encode("utf-8")), response_headers=told, sanitize_html=False, resolve_relative_uris=False
    )
    if not found.get("version") and not found.entries:
        raise ArticleError(f"{name} is no feed that can be read: {_REMEDY}")
    entries = tuple(_xml_entry(e, base) for e in found.entries[:MAX_ENTRIES])
    return Feed(_plain(found.feed.get("title")), entries, len(found.entries[MAX_ENTRIES:]))


@cache
def _feedparser() -> Any:
    """The library, with a bound on the authors that it searches for mail addresses, in quadratic time."""
    import feedparser  # type: ignore[import-untyped]
    from feedparser.mixin import _FeedParserMixin as Parser  # type: ignore[import-untyped]

    search = Parser._sync_author_detail

    def bounded(self: Any, key: str = "author") -> None:
        context = self._get_context()
        if isinstance(author := context.get(key), str):
            context[key] = author[:_LONGEST_AUTHOR]
        search(self, key)

    Parser._sync_author_detail = bounded
    return feedparser


def _xml_entry(entry: Any, base: str) -> Entry:
    # dict.get: the library's own takes one date for the other and warns of it.
    updated, published = (_moment(dict.get(entry, f"{key}_parsed")) for key in ("updated", "published"))
    contents = [c.get("value") for c in entry.get("content") or [] if isinstance(c.get("value"), str)]
    names = [n for a in entry.get("authors") or [] if isinstance(a.get("name"), str) for n in names_of(a["name"])]
    link = entry.get("link")
    return Entry(
        address=_resolved(base, link) if isinstance(link, str) and link.strip() else None,
        title=_plain(entry.get("title")),
        byline=tuple(dict.fromkeys(names)),
        published=iso_date(str(dict.get(entry, "published") or "")) or (published.isoformat() if published else None),
        updated=max((m for m in (updated, published) if m), default=None),
        content=max(contents, key=len, default=None),
    )


def _moment(parsed: Any) -> datetime | None:
    """A date as feedparser gives it: a tuple in UTC."""
    try:
        return datetime.fromtimestamp(timegm(parsed), UTC) if parsed else None
    except (ValueError, OverflowError, OSError, TypeError):
        return None


def _json_feed(name: str, text: str, base: str) -> Feed:
    try:
        value = json.loads(text)
    except (ValueError, RecursionError):
        raise ArticleError(f"{name} is not valid JSON: {_REMEDY}") from None
    version = value.get("version") if isinstance(value, dict) else None
    items = value.get("items") if isinstance(value, dict) else None
    if not isinstance(version, str) or "jsonfeed.org/version" not in version or not isinstance(items, list):
        raise ArticleError(f"{name} is JSON but no JSON Feed: {_REMEDY}")
    entries = tuple(_json_entry(i, base) for i in items[:MAX_ENTRIES] if isinstance(i, dict))
    if sum((e.content or "").count("<") for e in entries) > MAX_FEED_TAGS:
        raise _too_many_tags(name)
    return Feed(_plain(value.get("title")), entries, len(items[MAX_ENTRIES:]))


def _json_entry(item: dict[str, Any], base: str) -> Entry:
    link = next((v for k in ("url", "external_url", "id") if isinstance(v := item.get(k), str) and v.strip()), None)
    dates = [v for k in ("date_published", "date_modified") if isinstance(v := item.get(k), str)]
    return Entry(
        address=_resolved(base, link) if link else None,
        title=_plain(item.get("title")),
        byline=tuple(dict.fromkeys(n for a in _authors(item) for n in names_of(a))),
        published=next((iso for v in dates[:1] if (iso := iso_date(v))), None),
        updated=max((m for v in dates if (m := moment_of(v))), default=None),
        content=_json_content(item),
    )


def _authors(item: dict[str, Any]) -> Iterator[str]:
    several = item.get("authors")
    for author in [item.get("author"), *(several if isinstance(several, list) else [])]:
        if isinstance(author, dict) and isinstance(author.get("name"), str):
            yield author["name"]


def _json_content(item: dict[str, Any]) -> str | None:
    if isinstance(marked := item.get("content_html"), str):
        return marked
    if not isinstance(plain := item.get("content_text"), str):
        return None
    return "".join(f"<p>{html.escape(line)}</p>" for line in plain.splitlines() if line.strip())


def moment_of(value: str | None) -> datetime | None:
    """An ISO 8601 timestamp as a moment in UTC; one without a zone is taken as UTC."""
    try:
        found = datetime.fromisoformat((value or "").strip())
        return (found if found.tzinfo else found.replace(tzinfo=UTC)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def _resolved(base: str, link: str) -> str:
    try:
        return urljoin(base, link.strip())
    except ValueError:
        return link.strip()


def _plain(value: object) -> str | None:
    """A title as people read it, without markup and scripts."""
    if not isinstance(value, str):
        return None
    return clean(_TAG.sub(" ", unescaped(value[:10_000])))
