"""Plain text → article: line endings, headline and byline."""

from __future__ import annotations

import re

from reportedly.errors import ArticleError
from reportedly.intake.continues import says_it_continues
from reportedly.intake.dates import published_of
from reportedly.intake.decode import decode_text
from reportedly.intake.item import Given, Item, check_length
from reportedly.intake.names import byline_of
from reportedly.record import Article, Span

MAX_HEADLINE_CHARS = 200
"""Code points of a first line that can still be a headline; wire and tabloid headlines stay below 150."""

WHOLE_PARAGRAPH_CHARS = 120
"""A line this long is a paragraph, not one line of wrapped text; a headline may stand right above it."""

_SENTENCE_STOP = re.compile(r"[.!…:;,—–-][\"'”’»)\]]*$")
_INITIALS = re.compile(r"(?:\b\w\.){2,}[\"'”’»)\]]*$")
_MARKDOWN = re.compile(r"#{1,6}[ \t]+")


def article_of_text(name: str, data: bytes, given: Given) -> Item:
    """The article in the bytes of a plain text file. Raises ArticleError where there is none."""
    text = decode_text(name, data).replace("\r\n", "\n").replace("\r", "\n")
    if not text.strip():
        raise ArticleError(f"{name} is empty: check that this is the file you meant")
    text, headline = _with_title(text, given.title)
    check_length(name, text)
    published, problems = published_of(name, given.published)
    article = Article(
        id=name,
        url=given.url,
        outlet=given.outlet,
        title=text[slice(*headline)] if headline else None,
        byline=_byline_below(text, headline),
        published=published,
        text=text,
        headline=headline,
        truncated=says_it_continues(text),
    )
    return Item(article, problems)


def headline_of(text: str) -> Span | None:
    """The span of the headline: a short first line that is no sentence and stands apart from the text below it."""
    start = len(text) - len(text.lstrip())
    line, _, below = text[start:].partition("\n")
    if marker := _MARKDOWN.match(line):
        start, line = start + marker.end(), line[marker.end() :]
    line = line.rstrip()
    if not 0 < len(line) <= MAX_HEADLINE_CHARS or not below.strip() or byline_of(line):
        return None
    if _SENTENCE_STOP.search(line) and not _INITIALS.search(line):
        return None
    next_line = below.partition("\n")[0]
    stands_apart = not next_line.strip() or byline_of(next_line) or len(next_line) > WHOLE_PARAGRAPH_CHARS
    return (start, start + len(line)) if stands_apart else None


def _with_title(text: str, title: str | None) -> tuple[str, Span | None]:
    """The text with its headline: the title given, put in front where the first line is another one."""
    title = " ".join((title or "").split())
    if not title:
        return text, headline_of(text)
    start = len(text) - len(text.lstrip())
    if marker := _MARKDOWN.match(text, start):
        start = marker.end()
    line = text[start:].partition("\n")[0].rstrip()
    if " ".join(line.split()) == title:
        return text, (start, start + len(line))
    return f"{title}\n\n{text}", (0, len(title))


def _byline_below(text: str, headline: Span | None) -> tuple[str, ...]:
    below = text[headline[1] if headline else 0 :].lstrip()
    return byline_of(below.partition("\n")[0])
