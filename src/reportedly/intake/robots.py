"""What a site's robots.txt permits (RFC 9309), asked once for each site."""

from __future__ import annotations

from collections.abc import Callable
from urllib.parse import urlsplit

from protego import Protego

from reportedly.errors import ArticleError
from reportedly.intake.failures import FetchError, PassingError, WithheldError
from reportedly.intake.fetch_options import ROBOT
from reportedly.intake.limits import MAX_CRAWL_DELAY, MAX_ROBOTS_BYTES
from reportedly.intake.request import Reply

_Rules = Protego | FetchError
"""Rules, or why there are none for now."""


class Robots:
    """The rules of the sites asked so far. `get` fetches an address, redirects followed, and raises ArticleError."""

    def __init__(self, get: Callable[[str], Reply]) -> None:
        self._get = get
        self._rules: dict[str, _Rules] = {}

    def delay_for(self, address: str) -> float | None:
        """Seconds that the site wants between requests, None where it does not say.

        Raises ArticleError where the site forbids the address, or where its rules cannot be had now.
        """
        parts = urlsplit(address)
        site = f"{parts.scheme}://{parts.netloc}"
        if site not in self._rules:
            self._rules[site] = self._fetch(f"{site}/robots.txt")
        rules = self._rules[site]
        if isinstance(rules, FetchError):
            raise type(rules)(address, rules.reason)
        if not rules.can_fetch(address, ROBOT):
            forbidden = f"is not fetched: {site}/robots.txt forbids it to programs"
            raise WithheldError(address, f"{forbidden}; open it in a browser and add the saved page")
        delay = rules.crawl_delay(ROBOT)
        return None if delay is None else min(max(float(delay), 0.0), MAX_CRAWL_DELAY)

    def _fetch(self, address: str) -> _Rules:
        try:
            reply = self._get(address)
        except ArticleError as error:
            if isinstance(error, FetchError) and error.address == address:
                return error  # what is true of the host is true of the address that was asked for
            return PassingError(address, f"is not fetched: its robots.txt cannot be had ({error})")
        if reply.status == 429 or reply.status >= 500:
            reason = f"is not fetched: its robots.txt cannot be had (status {reply.status}): try again later"
            return PassingError(address, reason)
        text = reply.body[:MAX_ROBOTS_BYTES].decode("utf-8", "replace") if reply.status == 200 else ""
        return Protego.parse(text)
