"""One request on one connection: bounded in time and bytes, to public addresses only, with no state kept."""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import closing
from threading import Timer
from typing import NamedTuple

from niquests import Session
from niquests.exceptions import ConnectTimeout, ReadTimeout, RequestException, SSLError
from niquests.models import Response
from niquests.packages.urllib3.exceptions import HTTPError, ReadTimeoutError  # type: ignore[import-not-found]

from reportedly.errors import ArticleError
from reportedly.intake.failures import FetchError, PassingError
from reportedly.intake.fetch_options import FetchOptions
from reportedly.intake.guard import GuardedResolver
from reportedly.intake.unpack import inflated

_CHUNK = 65_536
_OBJECT = re.compile(r"<[\w.]+ object at \w+>:?")
_ACCEPT = (
    "text/html,application/xhtml+xml,application/rss+xml,application/atom+xml,application/feed+json;q=0.9,*/*;q=0.5"
)


class Reply(NamedTuple):
    """What a server answered. Names of `headers` are in lower case; `body` is empty unless the status is 200."""

    status: int
    headers: Mapping[str, str]
    body: bytes


def request(address: str, asked: Mapping[str, str], options: FetchOptions) -> Reply:
    """GET an address, follow nothing. Raises ArticleError with the reason where no whole answer comes."""
    resolver = GuardedResolver(options.allow_private)
    timer = Timer(options.deadline, resolver.cut)
    timer.daemon = True
    timer.start()
    try:
        return _exchange(address, asked, options, resolver)
    except (RequestException, HTTPError, OSError, ValueError) as error:
        # ValueError: what the libraries make of an address or a header that breaks their own rules
        raise _failure(address, error, resolver, options) from None
    finally:
        timer.cancel()
        resolver.release()


def _exchange(address: str, asked: Mapping[str, str], options: FetchOptions, resolver: GuardedResolver) -> Reply:
    headers = {
        "User-Agent": options.user_agent,
        "Accept": _ACCEPT,
        "Accept-Encoding": "gzip, deflate",
        "Accept-Language": "en, *;q=0.5",
        "Connection": "close",
        **asked,
    }
    # No certificate revocation lookups: they would ask addresses that a server's certificate names.
    with Session(
        resolver=resolver,
        retries=False,
        disable_http2=True,
        disable_http3=True,
        revocation_configuration=None,
        allow_incoming_cookies=False,
    ) as session:
        session.trust_env = False  # a proxy from the environment would go around the guard
        timeout = (options.connect_timeout, options.read_timeout)
        with closing(session.get(address, headers=headers, stream=True, allow_redirects=False, timeout=timeout)) as got:
            told = {name.lower(): value for name, value in got.headers.items()}
            sent = _received(address, got, options) if got.status_code == 200 else b""
            if resolver.is_cut:
                raise OSError("cut at the deadline")
    return Reply(got.status_code or 0, told, _decoded(address, sent, told, options))


def _received(address: str, got: Response, options: FetchOptions) -> bytes:
    """The body as it was sent, still compressed."""
    parts, size = [], 0
    assert got.raw is not None
    for part in got.raw.stream(_CHUNK, decode_content=False):
        parts.append(part)
        size += len(part)
        if size > options.max_bytes:
            raise _too_large(address, options)
    return b"".join(parts)


def _decoded(address: str, body: bytes, told: Mapping[str, str], options: FetchOptions) -> bytes:
    encoding = told.get("content-encoding", "").strip().lower()
    if not body or encoding in ("", "identity"):
        return body
    if encoding not in ("gzip", "x-gzip", "deflate"):
        raise ArticleError(f"{address} came in a compression that was not asked for: save the page and add the file")
    body = inflated(address, body, options.max_bytes)
    if len(body) > options.max_bytes:
        raise _too_large(address, options)
    return body


def _too_large(address: str, options: FetchOptions) -> ArticleError:
    return ArticleError(
        f"{address} is larger than {options.max_bytes / 1e6:g} MB, the limit for what is fetched: "
        "download it yourself and add the file"
    )


def _failure(address: str, error: Exception, resolver: GuardedResolver, options: FetchOptions) -> FetchError:
    if resolver.refused:
        reason = f"leads to {resolver.refused}, an address that is not public"
        return FetchError(address, f"{reason}: --allow-private permits it where you trust it")
    return PassingError(address, _reason(error, resolver, options))


def _reason(error: Exception, resolver: GuardedResolver, options: FetchOptions) -> str:
    if resolver.is_cut:
        return f"took longer than {options.deadline:g} seconds: try again later"
    if isinstance(error, (ConnectTimeout, ReadTimeout, ReadTimeoutError)) or "timed out" in str(error).lower():
        return "did not answer in time: try again later"
    if isinstance(error, SSLError):
        return "shows a certificate that cannot be verified: check the address"
    detail = " ".join(_OBJECT.sub("", str(error)).split())[:200].encode("utf-8", "replace").decode("utf-8")
    return f"cannot be fetched ({detail or type(error).__name__}): check the address or try again later"
