"""Can an article be read at all: its text, its length, its language."""

from __future__ import annotations

from reportedly.language import is_readable
from reportedly.record import Article, Problem
from reportedly.record.article import LONGEST_TEXT


def refusals_to_read(article: Article) -> list[Problem]:
    """The problems that keep an article from being read (`fatal`), or that make its reading doubtful."""
    if not article.text.strip():
        return [Problem(stage="text", message='the text is empty; give the article\'s words in "text"', fatal=True)]
    if any("\ud800" <= c <= "\udfff" for c in article.text):
        message = "the text holds half of a character (a lone surrogate); repair its encoding and read it again"
        return [Problem(stage="text", message=message, fatal=True)]
    if len(article.text) > LONGEST_TEXT:
        message = (
            f"the text has {len(article.text):,} characters, the limit is {LONGEST_TEXT:,}; split it into articles"
        )
        return [Problem(stage="text", message=message, fatal=True)]
    if not is_readable(article.text, article.language):
        message = f"the text seems to be in another language ({article.language}); only English is read so far"
        return [Problem(stage="language", message=message, fatal=True)]
    if article.language not in ("en", None):
        message = f"too short to be sure of the language (it looks like {article.language}); read as English"
        return [Problem(stage="language", message=message)]
    return []
