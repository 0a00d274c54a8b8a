"""What a page's head says about its article: JSON-LD first, then meta tags and links."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import urljoin

from reportedly.intake.dates import iso_date
from reportedly.intake.json_ld import Metadata, address, clean, metadata_of_scripts
from reportedly.intake.limits import MAX_ADDRESS_CHARS

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_SAVED_FROM = re.compile(r"saved (?:from url=\(\d+\)|with SingleFile\s+url:\s*)(https?://\S+)")
_SAVED_WITHIN = 2_000
"""Characters: browsers and SingleFile write the address that a page was saved from right at its start."""

_PUBLISHED = (
    "//meta[@property='article:published_time']/@content",
    "//meta[@itemprop='datePublished']/@content",
    "//*[@itemprop='datePublished']/@datetime",
    "//meta[@name='parsely-pub-date' or @name='pubdate' or @name='publishdate' or @name='DC.date.issued']/@content",
    "//meta[@name='date' or @name='dc.date']/@content",
    "//article//time[@pubdate]/@datetime",
)
_OUTLET = ("//meta[@property='og:site_name']/@content", "//meta[@name='application-name']/@content")
_URL = ("//link[@rel='canonical']/@href", "//meta[@property='og:url']/@content")
_LD = "//script[translate(@type, 'ABCDEFGHIJKLMNOPQRSTUVWXYZ ', 'abcdefghijklmnopqrstuvwxyz')='application/ld+json']"


def metadata_of_page(tree: HtmlElement, html: str, here: str | None = None) -> tuple[Metadata, bool]:
    """What the page says of its article, and whether some of its JSON-LD could not be parsed.

    A canonical link may be relative to the page's base, and that to `here`, the page's address where it is known.
    """
    told, is_broken = metadata_of_scripts([s.text or "" for s in tree.xpath(_LD)])
    dates = [told.published, *_values(tree, _PUBLISHED)]
    canonical, og_url = (next(iter(_values(tree, (x,))), None) for x in _URL)
    saved = _SAVED_FROM.search(html[:_SAVED_WITHIN])
    urls = map(address, (_absolute(tree, here, canonical), told.url, og_url, saved[1] if saved else None))
    found = Metadata(
        title=told.title,
        outlet=told.outlet or next(iter(_values(tree, _OUTLET)), None),
        byline=told.byline,
        published=next((d for d in dates if d and iso_date(d)), next((d for d in dates if d), None)),
        url=next((u for u in urls if u), None),
    )
    return found, is_broken


def _absolute(tree: HtmlElement, here: str | None, link: str | None) -> str | None:
    base = next(iter(_values(tree, ("//base/@href",))), "")
    if link is None or len(link) > MAX_ADDRESS_CHARS or len(base) > MAX_ADDRESS_CHARS:
        return None
    try:
        return urljoin(urljoin(here or "", base), link)
    except ValueError:
        return None


def main_headings(tree: HtmlElement) -> list[str]:
    """The texts of the page's h1 elements."""
    return [t for h in tree.iter("h1") if (t := clean("".join(h.itertext())))]


def _values(tree: HtmlElement, paths: tuple[str, ...]) -> list[str]:
    return [v for path in paths for found in tree.xpath(path) if (v := clean(str(found)))]
