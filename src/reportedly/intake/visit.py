"""Addresses → what stands there: pages, feeds with the pages of their entries, lists of feeds."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from reportedly.errors import ArticleError, ReportedlyError
from reportedly.intake.addresses import checked_address, web_address, without_sign_in
from reportedly.intake.failures import PassingError, WithheldError
from reportedly.intake.feeds import Entry, Feed, FeedList, moment_of, read_feed
from reportedly.intake.fetch import Fetched, Fetcher
from reportedly.intake.fetch_options import FetchOptions
from reportedly.intake.fetched import article_of_sent, sent
from reportedly.intake.item import Arrival, Finished, Given, Item, Origin, Unchanged, from_source, note, refused
from reportedly.intake.limits import MIN_FEED_CHARS
from reportedly.intake.page import article_of_page
from reportedly.intake.sniff import is_feed

if TYPE_CHECKING:
    from reportedly.intake.sources import Memory, Recheck

_ARCHIVE = re.compile(r"\.(?:warc|jsonl|ndjson)(?:\.gz|\.zst)?\Z|\.(?:gz|zst|zip|pdf)\Z", re.IGNORECASE)
_JSON_FEED = "application/feed+json"
_MARKUP = re.compile(r"<[^<>]*>")


class _Place(NamedTuple):
    """Where an entry stands: the source asked for, and the feed's name, title and address."""

    source: str
    feed: str
    title: str | None


class Visit:
    """Asks for addresses in one run. No entry of a feed is asked for twice in it."""

    def __init__(self, options: FetchOptions, memory: Memory, recheck: Recheck) -> None:
        self._memory = memory
        self._recheck = recheck
        self._fetcher = Fetcher(options, memory.validators_of)
        self._met: set[str] = set()
        self._failing: set[str] = set()

    def address(self, source: str, given: Given) -> Iterator[Arrival]:
        """What stands at an address that the user named."""
        source = without_sign_in(source)
        yield from self._open(source, web_address(source), given)

    def page(self, source: str, given: Given) -> Item:
        """The one article that stands at an address. ArticleError: it cannot or may not be had, or is a feed."""
        source = without_sign_in(source)
        got = self._fetch(checked_address(source))
        if got is None:
            raise ArticleError(
                f"{source} answers that nothing changed, though it was asked for afresh: try again later"
            )
        if sent(got.address, got.body, got.content_type).media == _JSON_FEED or is_feed(got.body):
            raise ArticleError(f"{source} is a feed, no article; take in what it names with: reportedly add {source}")
        return _item(source, got, given)

    def feed_file(self, source: str, name: str, data: bytes, given: Given) -> Iterator[Arrival]:
        """The articles of a feed, or of the feeds of a list, that is a file."""
        try:
            feed = read_feed(name, data)
        except ReportedlyError as error:
            yield _refused(source, name, error)
            return
        yield from self._each(source, name, feed, given)

    def _open(self, source: str, address: str, given: Given, depth: int = 0) -> Iterator[Arrival]:
        try:
            got = self._fetch(address)
            if got is None:
                yield Unchanged(source, address)
                return
            what = sent(got.address, got.body, got.content_type)
            if what.media != _JSON_FEED and not is_feed(got.body):
                yield _item(source, got, given)
                return
            feed = read_feed(address, got.body, got.address, what.charset)
        except ReportedlyError as error:
            yield _refused(source, without_sign_in(address), error)
            return
        if isinstance(feed, FeedList) and depth:
            yield _refused(source, address, ArticleError(f"{address} is a list of feeds within a list: name it itself"))
            return
        yield from self._each(source, address, feed, given)
        # Of a list nothing is remembered: unchanged, it still names feeds that changed. Nor is anything of a feed with
        # an entry that could not be had for now: unchanged, it would not name that entry again.
        if isinstance(feed, Feed) and self._failing.isdisjoint(e.address for e in feed.entries):
            yield Finished(source, got.validators)

    def _each(self, source: str, name: str, feed: Feed | FeedList, given: Given) -> Iterator[Arrival]:
        if isinstance(feed, FeedList):
            for address in feed.addresses:
                yield from self._open(source, web_address(address), given, 1)
        else:
            place = _Place(source, name, feed.title)
            for number, entry in enumerate(feed.entries, 1):
                yield self._entry(place, number, entry, given)
        if feed.left_out:
            yield _left_out(source, name, feed)

    def _entry(self, place: _Place, number: int, entry: Entry, given: Given) -> Arrival:
        """What became of an entry: its page, what the feed itself holds of it, or why there is neither."""
        name = entry.address or f"{place.feed}#{number}"
        try:
            if entry.address is None:
                raise ArticleError(f"{name} has no address: look for the article in the feed itself")
            name = checked_address(entry.address)
            if name in self._met or self._is_known(name, entry):
                return Unchanged(place.source, name)
            self._met.add(name)
            given = _filled(given, place, entry)
            got = self._fetch(name)
            if got is None:
                return Unchanged(place.source, name)
            item = _item(place.source, got, given)
        except WithheldError as error:
            held = _held(place.source, name, entry, given)
            return _with_note(held, error) if held else _refused(place.source, name, error)
        except ReportedlyError as error:
            if isinstance(error, PassingError) and entry.address:
                self._failing.add(entry.address)
            return _refused(place.source, without_sign_in(name), error)
        if entry.byline and not item.article.byline:
            return item._replace(article=item.article.model_copy(update={"byline": entry.byline}))
        return item

    def _is_known(self, address: str, entry: Entry) -> bool:
        """True for an address that is kept, of which the feed does not say that it changed since."""
        if self._recheck == "all" or not self._memory.holds(address):
            return False
        seen = moment_of(self._memory.seen_of(address))
        return entry.updated is None or (seen is not None and entry.updated <= seen)

    def _fetch(self, address: str) -> Fetched | None:
        if _ARCHIVE.search(address.partition("?")[0]):
            raise ArticleError(f"{address} is a file to download, no page: download it and add the file")
        return self._fetcher.fetch(address)


def _item(source: str, got: Fetched, given: Given) -> Item:
    item = article_of_sent(got.address, sent(got.address, got.body, got.content_type), given)
    return item._replace(origin=Origin(source, got.address, got.seen, validators=got.validators))


def _refused(source: str, name: str, error: ReportedlyError) -> Item:
    return from_source(source, refused(name, str(error)), name)


def _left_out(source: str, name: str, feed: Feed | FeedList) -> Item:
    """What says that not all of a feed was followed. Its name is an address where the feed's is, to be tried again."""
    what, followed = ("entries", len(feed.entries)) if isinstance(feed, Feed) else ("feeds", len(feed.addresses))
    message = f"{name} has more {what} than the first {followed:,}, which are followed: {feed.left_out:,} are left out"
    remedy = f"name the addresses of those you need, or a list with fewer {what}"
    mark = f"#{what}-beyond-{followed}"
    return _refused(source, name.removesuffix(mark) + mark, ArticleError(f"{message}; {remedy}"))


def _filled(given: Given, place: _Place, entry: Entry) -> Given:
    """What the feed says of an article goes before what the caller says of all."""
    return given._replace(
        title=entry.title or given.title,
        published=entry.published or given.published,
        outlet=given.outlet or place.title,
    )


def _held(source: str, name: str, entry: Entry, given: Given) -> Item | None:
    """The article as the feed itself holds it, None where it holds no more than a teaser."""
    content = entry.content or ""
    if len(_MARKUP.sub("", content)) < MIN_FEED_CHARS:
        return None
    page = f'<!DOCTYPE html><html><head><meta charset="utf-8"></head><body><article>{content}</article></body></html>'
    try:
        item = article_of_page(name, page.encode("utf-8", "ignore"), given._replace(url=name))
    except ReportedlyError:
        return None
    article = item.article.model_copy(update={"url": name, "byline": item.article.byline or entry.byline})
    return Item(article, item.problems, Origin(source, name))


def _with_note(item: Item, error: ReportedlyError) -> Item:
    return item._replace(problems=(*item.problems, note(f"{error}; read as its feed holds it")))
