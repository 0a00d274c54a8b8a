"""What a server sent → article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import ArticleError
from reportedly.intake.fetched import article_of_sent, sent
from reportedly.intake.item import MAX_CHARS, Given
from tests.intake.server import page

ADDRESS = "https://harbor.example/a"


@pytest.mark.parametrize(
    ("told", "media", "charset"),
    [
        ("text/html", "text/html", None),
        ("Text/HTML; Charset=UTF-8", "text/html", "UTF-8"),
        ("text/html;charset='utf-8'; x=y", "text/html", "utf-8"),
        ('text/html; x=y ; charset="windows-1252"', "text/html", "windows-1252"),
        ("", "", None),
        ("; charset=", "", None),
    ],
)
def test_the_type_taken_apart(told: str, media: str, charset: str | None) -> None:
    assert sent(ADDRESS, b"", told)[2:] == (media, charset)


@pytest.mark.parametrize("told", ["", "text/html", "application/xhtml+xml", "text/xml", "application/octet-stream"])
def test_pages_by_type_or_content(told: str) -> None:
    assert article_of_sent("a", sent(ADDRESS, page(), told), Given()).article.text.startswith("Port to stay shut")


def test_a_text_in_another_charset() -> None:
    for charset in ("windows-1252", "utf-8", "no-such"):
        body = "Der Hafen – “Élan”".encode("cp1252" if charset == "windows-1252" else "utf-8")
        what = sent(ADDRESS, body, f"text/plain; charset={charset}")
        article = article_of_sent("a", what, Given(url="https://gull.example/b")).article
        assert (article.text, article.url) == ("Der Hafen – “Élan”", ADDRESS)


@pytest.mark.parametrize(
    ("body", "told", "words"),
    [
        (b"x" * (4 * MAX_CHARS + 5), "text/plain", "split it"),
        (b"<p>" + b" " * 32_000_000, "text/html", "larger than 32 MB"),
        (b"%PDF-1.7", "", "pdftotext"),
        (b"{}", "application/json", "is application/json, no page"),
        (b"x", "image/\xe9\x1b[31m", "no page"),
    ],
)
def test_what_is_refused(body: bytes, told: str, words: str) -> None:
    with pytest.raises(ArticleError, match=words):
        article_of_sent("a", sent(ADDRESS, body, told), Given())


@given(
    st.binary(),
    st.text() | st.sampled_from(["", "text/html", "text/plain; charset=utf-16", "text/plain; charset=cp932"]),
)
def test_any_bytes_of_any_type_are_an_article_or_refused(body: bytes, told: str) -> None:
    try:
        item = article_of_sent("a", sent(ADDRESS, body, told), Given())
        assert item.article.text.strip()
        assert item.article.url == ADDRESS
    except ArticleError as error:
        assert str(error).startswith("a ")
        assert "\x1b" not in str(error)
