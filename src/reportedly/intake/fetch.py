"""An address → its bytes: politely, within limits, every redirect checked as if it had been asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime
from typing import NamedTuple
from urllib.parse import urljoin

from reportedly.errors import ArticleError
from reportedly.intake.addresses import checked_address, host_of
from reportedly.intake.dates import utc
from reportedly.intake.failures import FetchError, PassingError, WithheldError
from reportedly.intake.fetch_options import FetchOptions
from reportedly.intake.item import Validators
from reportedly.intake.limits import MAX_REDIRECTS, MAX_RETRY_AFTER
from reportedly.intake.pace import Pace
from reportedly.intake.request import Reply, request
from reportedly.intake.robots import Robots

_REDIRECTS = (301, 302, 303, 307, 308)
_BUSY = (429, 503)
_WITHHELD = {
    401: "wants a login: save the page from your browser and add the file",
    402: "is for subscribers: save the page from your browser and add the file",
    403: "refuses programs: save the page from your browser and add the file",
    404: "does not exist: check the address",
    410: "is gone for good: look for a copy in a web archive",
    451: "is withheld for legal reasons",
}
_PASSING = {
    408: "waited too long for the request: try again later",
    425: "wants the request later: try again later",
    429: "gets too many requests: try again later",
}

Known = Callable[[str], Validators | None]
"""What is remembered of an address from the last time."""


class Fetched(NamedTuple):
    """What stood at an address. `address` is where the redirects led, `seen` when (UTC, ISO 8601, seconds)."""

    address: str
    body: bytes
    content_type: str
    validators: Validators
    seen: str


class Fetcher:
    """Fetches addresses one after another; it remembers the rules and the pace of the hosts it has met."""

    def __init__(self, options: FetchOptions, known: Known) -> None:
        self._options = options
        self._known = known
        self._pace = Pace(options)
        self._robots = Robots(self._get_robots)

    def fetch(self, address: str) -> Fetched | None:
        """What stands at the address now, None where the server says that nothing changed.

        Raises ArticleError, with the reason and a remedy, where it cannot or may not be had.
        """
        hop = address
        for _ in range(MAX_REDIRECTS + 1):
            hop = checked_address(hop)
            delay = self._robots.delay_for(hop)
            known = self._known(hop)
            reply = self._ask(hop, _conditions(known), delay)
            if reply.status == 304 and known:
                return None
            target = _target(hop, reply)
            if target is None:
                return _fetched(hop, reply)
            hop = target
        raise _too_many(address)

    def _ask(self, address: str, asked: dict[str, str], delay: float | None) -> Reply:
        """Ask in the host's pace, and once more where it is busy and says that it will not be for long."""
        self._pace.wait(host_of(address), delay)
        reply = request(address, asked, self._options)
        pause = _retry_after(reply) if reply.status in _BUSY else None
        if pause is None or pause > MAX_RETRY_AFTER:
            return reply
        self._pace.wait(host_of(address), max(pause, delay or 0.0))
        return request(address, asked, self._options)

    def _get_robots(self, address: str) -> Reply:
        hop = address
        for _ in range(MAX_REDIRECTS + 1):
            hop = checked_address(hop)
            reply = self._ask(hop, {}, None)
            target = _target(hop, reply)
            if target is None:
                return reply
            hop = target
        raise _too_many(address)


def _too_many(address: str) -> ArticleError:
    return ArticleError(f"{address} redirects more than {MAX_REDIRECTS} times: check it in a browser")


def _conditions(known: Validators | None) -> dict[str, str]:
    if known is None:
        return {}
    told = {"If-None-Match": known.etag, "If-Modified-Since": known.last_modified}
    return {name: value for name, value in told.items() if value and _is_sendable(value)}


def _is_sendable(value: str) -> bool:
    return value.isascii() and value.isprintable()


def _target(address: str, reply: Reply) -> str | None:
    location = reply.headers.get("location")
    if reply.status not in _REDIRECTS or not location:
        return None
    try:
        return urljoin(address, location.strip().replace(" ", "%20"))
    except ValueError:
        raise ArticleError(f"{address} redirects to what is no web address: check it in a browser") from None


def _fetched(address: str, reply: Reply) -> Fetched:
    if reply.status != 200:
        raise _failure(address, reply.status)
    headers = reply.headers
    return Fetched(
        address=address,
        body=reply.body,
        content_type=headers.get("content-type", ""),
        validators=Validators(address, headers.get("etag"), headers.get("last-modified")),
        seen=utc(datetime.now(UTC)),
    )


def _failure(address: str, status: int) -> FetchError:
    if said := _WITHHELD.get(status):
        return WithheldError(address, f"{said} ({status})")
    if said := _PASSING.get(status):
        return PassingError(address, f"{said} ({status})")
    if status >= 500:
        return PassingError(address, f"answers with status {status}: try again later")
    return FetchError(address, f"answers with status {status}: check the address")


def _retry_after(reply: Reply) -> float | None:
    """Seconds until the server wants to be asked again; it says so in seconds or as a date (RFC 9110, 10.2.3)."""
    value = reply.headers.get("retry-after", "").strip()
    if value.isascii() and value.isdigit():
        return float(value[:6])
    try:
        return max(0.0, (parsedate_to_datetime(value) - datetime.now(UTC)).total_seconds())
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
