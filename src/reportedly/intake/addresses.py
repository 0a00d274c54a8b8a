"""Web addresses: which may be asked for, and which a page may claim to be its own."""

from __future__ import annotations

import re
from urllib.parse import SplitResult, urldefrag, urlsplit

from reportedly.errors import ArticleError
from reportedly.intake.limits import MAX_ADDRESS_CHARS

_SCHEME = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*://")
_UNUSABLE = re.compile(r"[\s\x00-\x1f\x7f\\]")


def is_address(source: str) -> bool:
    """True where a source is an address (of any scheme), not a path."""
    return bool(_SCHEME.match(source))


def checked_address(address: str) -> str:
    """The address without its fragment, where it can be asked for. Raises ArticleError, with the reason, where not."""
    shown = address[:200].encode("utf-8", "replace").decode("utf-8")
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


def host_of(address: str) -> str:
    """The host in lower case, with its port where it is given."""
    parts = urlsplit(address)
    return (parts.hostname or "") + (f":{parts.port}" if parts.port else "")


def own_address(claimed: str | None, fetched: str) -> str:
    """The address that a page has: the one it claims, else the one it was fetched from.

    A claim counts only for the same site, and not for the site's front page where a page below it was fetched:
    otherwise a page could pass for a new version of somebody else's article, or all pages of a site for one.
    """
    try:
        claim, actual = urlsplit(claimed or ""), urlsplit(fetched)
        if not claimed or not _same_site(claim, actual) or (_is_root(claim) and not _is_root(actual)):
            return fetched
        return checked_address(claimed)
    except (ValueError, ArticleError):
        return fetched


def _is_root(parts: SplitResult) -> bool:
    return parts.path in ("", "/") and not parts.query


def _same_site(a: SplitResult, b: SplitResult) -> bool:
    return a.port == b.port and _site(a) == _site(b)


def _site(parts: SplitResult) -> str:
    """The registrable domain, where hosts of blogs count as registries; of an unknown ending the host without www."""
    from tld import get_fld

    host = (parts.hostname or "").rstrip(".")
    found = get_fld(f"http://{host}/", fail_silently=True, search_private=True)
    return found or host.removeprefix("www.")
