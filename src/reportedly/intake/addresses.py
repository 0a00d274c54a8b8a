"""Web addresses: which may be asked for, and which a page may claim to be its own."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urldefrag, urlsplit

from reportedly.errors import ArticleError
from reportedly.intake.limits import MAX_ADDRESS_CHARS
from reportedly.intake.tracking import is_tracking

_SCHEME = re.compile(r"(?:feed:)?[A-Za-z][A-Za-z0-9+.-]*://", re.IGNORECASE)
_FEED = re.compile(r"feed:(?://|(?=https?://))", re.IGNORECASE)
_SIGN_IN = re.compile(r"(?<=://)[^/?#\\\s]*@")
_VIEWS = ("amp", "amp.html", "print", "index.html", "index.htm", "index.php")
"""Last parts of addresses that show the page above them in another way."""

_UNUSABLE = re.compile(r"[\s\x00-\x1f\x7f\\]")


def is_address(source: str) -> bool:
    """True where a source is an address (of any scheme), not a path."""
    return bool(_SCHEME.match(source))


def web_address(address: str) -> str:
    """The address to ask for: what was written for feed readers, read as they do.

    >>> web_address("feed://gull.example/rss"), web_address("feed:http://gull.example/rss")
    ('https://gull.example/rss', 'http://gull.example/rss')
    """
    return _FEED.sub(lambda found: "https://" if found[0].endswith("//") else "", address, count=1)


def checked_address(address: str) -> str:
    """The address without its fragment, where it can be asked for. Raises ArticleError, with the reason, where not."""
    shown = without_sign_in(address)[:200].encode("utf-8", "replace").decode("utf-8")
    if len(address) > MAX_ADDRESS_CHARS:
        raise ArticleError(f"{shown}… is longer than {MAX_ADDRESS_CHARS:,} characters: check the address")
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
        address.encode("utf-8")
    except ValueError:
        raise ArticleError(f"{shown} is no valid web address: check it") from None
    if parts.scheme not in ("http", "https"):
        raise ArticleError(f"{shown} is no web address (http or https): other kinds are never followed")
    if not host or _UNUSABLE.search(address):
        raise ArticleError(f"{shown} is no valid web address: check it")
    if parts.username is not None or parts.password is not None:
        raise ArticleError(f"{parts.scheme}://…@{host} carries a name or password: leave them out")
    return urldefrag(address).url


def without_sign_in(address: str) -> str:
    """The address without a name and password: what may be shown and kept of it.

    >>> without_sign_in("https://ana:secret@news.example/a@b")
    'https://news.example/a@b'
    """
    return _SIGN_IN.sub("", address)


def host_of(address: str) -> str:
    """The host in lower case, with its port where it is given."""
    parts = urlsplit(address)
    return (parts.hostname or "") + (f":{parts.port}" if parts.port else "")


def own_address(claimed: str | None, fetched: str) -> str:
    """The address that a page has: the one it claims, else the one it was fetched from.

    A claim counts only for the same site, and not for the front page or a section where a page below it was fetched:
    otherwise a page could pass for a new version of somebody else's article, or all pages of a site for one. Pages that
    claim one section from beside it (/a and /b that both claim /news) do pass for one: nothing tells them from copies.
    """
    try:
        claim, actual = urlsplit(claimed or ""), urlsplit(fetched)
        if not claimed or not _same_site(claim, actual) or _is_above(claim, actual):
            return fetched
        return checked_address(claimed)
    except (ValueError, ArticleError):
        return fetched


def _is_above(claim: SplitResult, actual: SplitResult) -> bool:
    """True where a claim names the front page or a section that the page is in, rather than the page."""
    if _chooses(claim.query):
        return False
    above, below = claim.path.rstrip("/"), actual.path.rstrip("/")
    if not above and _chooses(actual.query):
        return True
    return below.startswith(f"{above}/") and below.removeprefix(f"{above}/") not in _VIEWS


def _chooses(query: str) -> bool:
    """True where a query says which page is meant, not only how a reader came to it."""
    return any(not is_tracking(pair.partition("=")[0]) for pair in query.split("&") if pair)


def _same_site(a: SplitResult, b: SplitResult) -> bool:
    return a.port == b.port and _site(a) == _site(b)


def _site(parts: SplitResult) -> str:
    """The registrable domain, where hosts of blogs count as registries; of an unknown ending the host without www."""
    from tld import get_fld

    host = (parts.hostname or "").rstrip(".")
    found = get_fld(f"http://{host}/", fail_silently=True, search_private=True)
    return found or host.removeprefix("www.")
