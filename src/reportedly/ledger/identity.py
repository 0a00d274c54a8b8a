"""What makes an article the same article: its address, evened out; without one, its text and what it came with."""

from __future__ import annotations

import hashlib
import json
import re
from typing import NamedTuple
from urllib.parse import quote, urlsplit

import idna

from reportedly.intake.item import Item
from reportedly.intake.tracking import is_tracking
from reportedly.ledger.stored import plain

_HOST = re.compile(r"[a-z0-9_](?:[a-z0-9_.-]*[a-z0-9_])?|\[[0-9a-f:.]+\]")
_UNRESERVED = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~")
_ID_DIGITS = 15
"""Hexadecimal digits of an article's id: 60 bits, so that among a million articles two agree once in two million."""


class Identity(NamedTuple):
    """Which article an item is: its canonical address (None where it has none), its id in every ledger, its text."""

    address: str | None
    article: str
    text_sha256: str


def identity_of(item: Item) -> Identity:
    """The identity of an article that was taken in."""
    address, digest = address_of(item.article.url or ""), sha256_of(item.article.text)
    given = plain(item.origin.given_id) if item.origin and item.origin.given_id else None
    outlet = plain(item.article.outlet) if item.article.outlet is not None else None
    return Identity(address, article_id(address, (given, outlet, digest)), digest)


def article_id(address: str | None, otherwise: tuple[str | None, str | None, str]) -> str:
    """The id of what stands at an address; without one, of the given id, outlet and hash of the text."""
    told = ["address", address] if address else ["text", *otherwise]
    return "a" + sha256_of(json.dumps(told))[:_ID_DIGITS]


def sha256_of(text: str) -> str:
    """Hash of a text in UTF-8, lower-case hex."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def address_of(url: str) -> str | None:
    """The canonical address of a page: http and https are one; without default port, fragment, tracking parameters and
    sign-in data; letters, dots and percent signs evened; parameters sorted. None for what is no address of a page.

    >>> address_of("HTTP://Harbor.Example:80/news/../a%7eb?utm_source=x&p=3#top")
    'harbor.example/a~b?p=3'
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return None
    host = _host(parts.hostname or "")
    if parts.scheme not in ("http", "https") or not host:
        return None
    place = host if port in (None, 80, 443) else f"{host}:{port}"
    path = _without_dots(_evened(parts.path, safe="/:@!$&'()*+,;=")) or "/"
    query = _query(parts.query)
    return f"{place}{path}?{query}" if query else place + path


def _host(name: str) -> str | None:
    if name.isascii():
        host = name.lower().rstrip(".")
        host = f"[{host}]" if ":" in host else host
    else:
        try:
            host = idna.encode(name, uts46=True).decode().rstrip(".")
        except UnicodeError:
            return None
    return host if _HOST.fullmatch(host) else None


def _query(query: str) -> str:
    """Parameters in order of their names; those with the same name keep theirs."""
    pairs = [_evened(pair, safe="/:@!$'()*+,;=?").partition("=") for pair in query.split("&") if pair]
    return "&".join("".join(pair) for pair in sorted(pairs, key=lambda p: p[0]) if not is_tracking(pair[0]))


def _evened(part: str, safe: str) -> str:
    """Percent-encoding where it is needed and nowhere else, in capitals (RFC 3986, 6.2.2)."""
    part = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", part)
    return re.sub(r"%[0-9A-Fa-f]{2}", _needed, quote(part, safe=safe + "%", errors="replace"))


def _needed(code: re.Match[str]) -> str:
    letter = chr(int(code[0][1:], 16))
    return letter if letter in _UNRESERVED else code[0].upper()


def _without_dots(path: str) -> str:
    """The path without "." and ".." segments (RFC 3986, 5.2.4)."""
    kept: list[str] = []
    segments = path.split("/")
    for segment in segments:
        if segment == "..":
            kept = kept[: max(1, len(kept) - 1)]
        elif segment != ".":
            kept.append(segment)
    if segments[-1] in (".", ".."):
        kept.append("")
    return "/".join(kept)
