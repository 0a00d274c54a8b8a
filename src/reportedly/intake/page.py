"""An HTML page → article: main text through trafilatura, metadata from the page. No network, no scripts."""

from __future__ import annotations

import logging
import re
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from reportedly.errors import ArticleError
from reportedly.intake.continues import says_it_continues
from reportedly.intake.dates import published_of
from reportedly.intake.decode import decode_page
from reportedly.intake.item import Given, Item, check_length, note
from reportedly.intake.json_ld import Metadata, address, clean
from reportedly.intake.limits import MAX_ELEMENTS
from reportedly.intake.names import byline_of, names_of
from reportedly.intake.page_metadata import main_headings, metadata_of_page
from reportedly.record import Article

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_REMEDY = "save the whole page again once it has loaded, or pass the article's text"
_XML_DECLARATION = re.compile(r"\A\s*<\?xml[^>]*\?>")
_NOT_IN_XML = re.compile("[\0-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")
_LONGEST_META = 2_000
"""Code points of a title or meta tag that are looked at for a guess."""
_LONGEST_SCRIPT = 20_000
"""Code points of a script with JSON-LD that trafilatura looks at; what it says is known already."""
_RULE = re.compile(r"[|\s:-]*")
_SAME_FROM = 15
"""Letters and digits: from here on a title that is the start of another one is the same title, cut."""


class _Main(NamedTuple):
    paragraphs: list[str]
    guessed: Metadata


def article_of_page(name: str, data: bytes, given: Given, charset: str | None = None) -> Item:
    """The article in the bytes of a page; `charset`: what its server said. Raises ArticleError where there is none."""
    html, replaced = decode_page(name, data, charset)
    tree = _parsed(name, html)
    told, is_broken = metadata_of_page(tree, html, given.url)
    headings = main_headings(tree)
    main = _main_text(name, tree)
    title = told.title or main.guessed.title or given.title
    headline, paragraphs = _headed(title, headings, main.paragraphs)
    if not paragraphs:
        raise ArticleError(f"{name} has no main text: {_REMEDY}")
    text = "\n\n".join([headline, *paragraphs] if headline else paragraphs)
    check_length(name, text)
    published, problems = published_of(name, told.published or main.guessed.published, given.published)
    notes = [replaced] if replaced else []
    if is_broken:
        notes.append(f"{name}: malformed JSON-LD of the page is left out: check title, outlet, byline and date")
    article = Article(
        id=name,
        url=told.url or main.guessed.url or given.url,
        outlet=told.outlet or _outlet(main.guessed, given),
        title=title or headline,
        byline=told.byline or byline_of(paragraphs[0]) or main.guessed.byline,
        published=published,
        text=text,
        headline=(0, len(headline)) if headline else None,
        truncated=says_it_continues(text),
    )
    return Item(article, (*map(note, notes), *problems))


def _outlet(guessed: Metadata, given: Given) -> str | None:
    """The outlet that a page does not name: the guess, after what the caller knows where it is but the page's host."""
    is_host = guessed.outlet and guessed.url and urlsplit(guessed.url).netloc.endswith(guessed.outlet)
    return (given.outlet or guessed.outlet) if is_host else (guessed.outlet or given.outlet)


def _parsed(name: str, html: str) -> HtmlElement:
    from lxml import etree
    from lxml.html import HTMLParser, document_fromstring

    source = _NOT_IN_XML.sub("", _XML_DECLARATION.sub("", html))
    if not source.strip():
        raise ArticleError(f"{name} is empty: {_REMEDY}")
    try:
        tree = document_fromstring(source.encode("utf-8"), parser=HTMLParser(encoding="utf-8"))
    except (etree.LxmlError, ValueError, AssertionError):
        raise ArticleError(f"{name} cannot be parsed as HTML: {_REMEDY}") from None
    if any(True for _ in islice(tree.iter(), MAX_ELEMENTS, None)):
        raise ArticleError(f"{name} has more than {MAX_ELEMENTS:,} elements, the limit for a page: pass its text")
    return tree


def _main_text(name: str, tree: HtmlElement) -> _Main:
    """The paragraphs of the article and what trafilatura guesses about it."""
    import trafilatura

    for library in ("trafilatura", "htmldate", "courlan"):
        # Without a handler, Python prints a library's warnings on standard error, in the middle of our own output.
        logging.getLogger(library).addHandler(logging.NullHandler())
    # A line of rights at the foot has a year, and often a date, that is not the article's.
    for footer in tree.xpath("//footer[not(ancestor::article)]"):
        footer.drop_tree()
    _drop_long_metadata(tree)
    # No guess from any date on the page: an invented day of publication would shift every "yesterday".
    dates = {"original_date": True, "extensive_search": False}
    try:
        found = trafilatura.bare_extraction(
            tree, include_comments=False, include_tables=True, with_metadata=True, date_extraction_params=dates
        )
    except Exception as error:  # whatever a page may provoke in three libraries, the other articles are still read
        raise ArticleError(f"{name} cannot be parsed as HTML ({type(error).__name__}): {_REMEDY}") from error
    if found is None or isinstance(found, dict) or not (found.text or "").strip():
        raise ArticleError(f"{name} has no main text: {_REMEDY}")
    paragraphs = [p for line in (found.text or "").split("\n") if (p := _plain(line))]
    guessed = Metadata(
        clean(found.title), clean(found.sitename), names_of(found.author or ""), found.date, address(found.url)
    )
    return _Main(paragraphs, guessed)


def _drop_long_metadata(tree: HtmlElement) -> None:
    """Take away metadata longer than any real one: the patterns of trafilatura take quadratic time for them."""
    for node in tree.iter("meta"):
        if len(node.get("content") or "") > _LONGEST_META:
            del node.attrib["content"]
    for node in tree.iter("title"):
        node.text = (node.text or "")[:_LONGEST_META]
    for node in list(tree.iter("script")):
        if len(node.text or "") > _LONGEST_SCRIPT:
            node.drop_tree()


def _plain(line: str) -> str:
    """A line of the main text without the marks of a table: "| a | b |" → "a | b"."""
    line = line.strip()
    if line.startswith("|"):
        return "" if _RULE.fullmatch(line) else line.strip("| ")
    return line


def _headed(title: str | None, headings: list[str], paragraphs: list[str]) -> tuple[str | None, list[str]]:
    """The headline as people see it, and the paragraphs below it without the repeated headline.

    A heading at the start of the main text is the headline even where the metadata has another, shorter one for
    search engines: the text must not carry two.
    """
    first = paragraphs[0] if paragraphs else ""
    if any(_key(first) == _key(h) for h in headings) or (title and _is_same(first, title)):
        return first, paragraphs[1:]
    return title, paragraphs


def _is_same(a: str, b: str) -> bool:
    short, long = sorted((_key(a), _key(b)), key=len)
    return short == long or (len(short) >= _SAME_FROM and len(long) < 2 * len(short) and long.startswith(short))


def _key(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())
