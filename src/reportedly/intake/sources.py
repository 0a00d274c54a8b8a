"""From what a user names (files, folders, standard input, addresses, feeds) to a stream of articles."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO, Literal, Protocol

from reportedly.intake.addresses import is_address
from reportedly.intake.fetch_options import FetchOptions
from reportedly.intake.files import STDIN, Listed, file_error, list_files
from reportedly.intake.item import Arrival, Given, Item, Validators, from_source, refused
from reportedly.intake.limits import MAX_FEED_BYTES
from reportedly.intake.read import read_file
from reportedly.intake.sniff import FEED_ENDINGS, is_feed

if TYPE_CHECKING:
    from reportedly.intake.visit import Visit


class Memory(Protocol):
    """What is known of addresses from earlier runs: the ledger, or nothing."""

    def validators_of(self, url: str) -> Validators | None:
        """What the server said when the address was last fetched and kept."""

    def holds(self, url: str) -> bool:
        """True where an article from this address is kept."""

    def seen_of(self, url: str) -> str | None:
        """When the article at this address was last seen (UTC, ISO 8601)."""


class Blank:
    """The memory of a first run."""

    def validators_of(self, url: str) -> Validators | None:
        """None: nothing is remembered."""
        return None

    def holds(self, url: str) -> bool:
        """False: nothing is kept."""
        return False

    def seen_of(self, url: str) -> str | None:
        """None: nothing was seen."""
        return None


Recheck = Literal["newer", "all"]
"""Which known entries of a feed are asked for again: those with a newer date than what is kept, or all."""


@dataclass(frozen=True)
class Options:
    """How sources are read: what standard input is, how the web is asked, what is known, which entries to recheck."""

    stdin: BinaryIO
    fetch: FetchOptions = field(default_factory=FetchOptions)
    memory: Memory = field(default_factory=Blank)
    recheck: Recheck = "newer"

    @cached_property
    def visit(self) -> Visit:
        """Asks the web, and remembers which host was asked when; its libraries are loaded once something is asked."""
        from reportedly.intake.visit import Visit

        return Visit(self.fetch, self.memory, self.recheck)


def arrivals(sources: Sequence[str], given: Given, options: Options) -> Iterator[Arrival]:
    """Everything that the sources hold, in order: articles, addresses that did not change, feeds that are done.

    A source is a path, a folder, "-" for standard input, the address of a page or a feed, or a file that is a feed.
    What cannot be read becomes an item that says why and stops nothing. Only what a source names is asked for.
    """
    for arrival in _arriving(sources, given, options):
        if isinstance(arrival, Item) and arrival.origin:
            yield arrival._replace(origin=arrival.origin._replace(given=given))
        else:
            yield arrival


def _arriving(sources: Sequence[str], given: Given, options: Options) -> Iterator[Arrival]:
    for source in sources:
        if is_address(source):
            yield from options.visit.address(source, given)
            continue
        for file in list_files([source]):
            feed = _feed_in(file)
            if feed is None:
                yield from (from_source(source, item) for item in read_file(file, given, options.stdin))
            elif isinstance(feed, str):
                yield from_source(source, refused(file.name, feed))
            else:
                yield from options.visit.feed_file(source, file.name, feed, given)


def _feed_in(file: Listed) -> bytes | str | None:
    """The bytes of a file that is a feed, a message where it cannot be opened, None where it is none."""
    if file.path == STDIN or file.problem or not file.path.lower().endswith(FEED_ENDINGS):
        return None
    try:
        with Path(file.path).open("rb") as opened:
            data = opened.read(MAX_FEED_BYTES + 1)
            return data if is_feed(data) else None
    except (OSError, ValueError) as error:
        return file_error(file.name, error)


def named_after(source: str, arriving: Iterator[Arrival]) -> Iterator[Arrival]:
    """The same arrivals with another source: an address that a feed named is tried again in the feed's name."""
    for arrival in arriving:
        if isinstance(arrival, Item):
            yield from_source(source, arrival)
        else:
            yield arrival._replace(source=source)
