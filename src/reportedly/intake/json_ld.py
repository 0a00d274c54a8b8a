"""What a page says about its article in JSON-LD (schema.org NewsArticle and its kin)."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Iterator, Sequence
from typing import Any, NamedTuple

from reportedly.intake.addresses import without_sign_in
from reportedly.intake.limits import MAX_ADDRESS_CHARS
from reportedly.intake.names import names_of

_ARTICLE = re.compile(
    r"(?:https?://schema\.org/|schema:)?(?:\w*NewsArticle|Article|\w+Article|LiveBlogPosting|BlogPosting|Report)"
)
_HOLDERS = ("@graph", "mainEntity", "mainEntityOfPage")
_BEFORE = ("//", "<![CDATA[", "<!--")
_AFTER = ("]]>", "-->", "//", ";")
_ADDRESS = re.compile(r"https?://[^/\s]\S*")
_MAX_DEPTH = 6

Node = dict[str, Any]


class Metadata(NamedTuple):
    """What a page says about its article; None and () where it does not say."""

    title: str | None = None
    outlet: str | None = None
    byline: tuple[str, ...] = ()
    published: str | None = None
    url: str | None = None


def metadata_of_scripts(scripts: Sequence[str]) -> tuple[Metadata, bool]:
    """What the page's JSON-LD scripts say of the article, and whether one of them could not be parsed."""
    values = [_parsed(s) for s in scripts if s.strip()]
    nodes = [n for v in values for n in _nodes(v, 0)]
    by_id = {n["@id"]: n for n in nodes if isinstance(n.get("@id"), str) and len(n) > 1}
    articles = [n for n in nodes if any(_ARTICLE.fullmatch(t) for t in _strings(n.get("@type")))]
    best = max(articles, key=lambda n: bool(n.get("headline")), default={})
    return _metadata(best, by_id), [] in values


def clean(value: object) -> str | None:
    """A metadata string as people read it: entities resolved, spaces collapsed; None where nothing is left."""
    if not isinstance(value, str):
        return None
    value = " ".join(unescaped(value).split())
    return value.encode("utf-8", "ignore").decode("utf-8") or None


def unescaped(value: str) -> str:
    """The text with its entities resolved; as it stands where one is a number that no character can have."""
    try:
        return html.unescape(value)
    except ValueError:  # Python refuses to convert more than 4,300 digits
        return value


def address(value: object) -> str | None:
    """The value where it is an absolute web address, without a name and password in it."""
    found = clean(value)
    if not found or len(found) > MAX_ADDRESS_CHARS or not _ADDRESS.fullmatch(found):
        return None
    return without_sign_in(found)


def _parsed(script: str) -> list[Any]:
    """The value of a script in a list, [] where it is no JSON; comments and a semicolon around it are dropped."""
    for source in (script, _unwrapped(script)):
        try:
            return [json.loads(source, strict=False)]
        except (ValueError, RecursionError):
            continue
    return []


def _unwrapped(script: str) -> str:
    """The script without the marks around it, none of which JSON starts or ends with; they may be nested once."""
    for _ in range(2):
        script = script.strip()
        for mark in _BEFORE:
            script = script.removeprefix(mark).lstrip()
        for mark in _AFTER:
            script = script.removesuffix(mark).rstrip()
    return script


def _nodes(value: Any, depth: int) -> Iterator[Node]:
    """The objects that describe the page itself: not those inside lists of other articles."""
    if depth > _MAX_DEPTH:
        return
    if isinstance(value, list):
        for v in value:
            yield from _nodes(v, depth + 1)
    elif isinstance(value, dict):
        yield value
        for key in _HOLDERS:
            yield from _nodes(value.get(key), depth + 1)


def _metadata(node: Node, by_id: dict[str, Node]) -> Metadata:
    page = node.get("mainEntityOfPage")
    authors = [n for v in _list(node.get("author")) for n in names_of(_name(v, by_id) or "")]
    publishers = [_name(v, by_id) for v in _list(node.get("publisher"))]
    urls = [node.get("url"), page["@id"] if isinstance(page, dict) and "@id" in page else page]
    return Metadata(
        title=clean(node.get("headline")) or clean(node.get("name")),
        outlet=next((p for p in publishers if p), None),
        byline=tuple(dict.fromkeys(authors)),
        published=clean(node.get("datePublished")),
        url=next((a for a in map(address, urls) if a), None),
    )


def _name(value: Any, by_id: dict[str, Node]) -> str | None:
    """The name of a person or organisation: a string, an object, or a reference to an object elsewhere on the page."""
    if isinstance(value, dict):
        elsewhere = by_id.get(value["@id"], {}) if isinstance(value.get("@id"), str) else {}
        value = value.get("name") or elsewhere.get("name")
        value = value[0] if isinstance(value, list) and value else value
    return clean(value)


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def _strings(value: Any) -> list[str]:
    return [v for v in _list(value) if isinstance(v, str)]
