"""Plain text → article."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import ArticleError, ArticleTooLong
from reportedly.intake.item import MAX_CHARS, Given
from reportedly.intake.text import article_of_text, headline_of
from reportedly.record import Article

BODY = "The port at Vell will close for a week, the union said on Friday.\n\n“We have no choice,” said Mara Dovic.\n"


def article(text: str, **given: str) -> Article:
    item = article_of_text("a.txt", text.encode(), Given(**given))
    assert item.problems == ()
    return item.article


@pytest.mark.parametrize(
    "headline",
    [
        "Port to close – union chief",
        "Will the port close?",
        "Dema to leave the U.S.",
        "“We will not move”",
        "Port to close: what we know",
    ],
)
def test_headline(headline: str) -> None:
    read = article(f"{headline}\n\n{BODY}")
    assert read.title == headline
    assert read.headline == (0, len(headline))
    assert read.text == f"{headline}\n\n{BODY}"


@pytest.mark.parametrize(
    "text",
    [
        BODY,
        "Port to close",
        "Port to close\n\n  \n",
        "The port at Vell will close for a week, the union said\non Friday, in a text that is wrapped.\n",
        f"{'Port ' * 50}\n\n{BODY}",
        f"VELL, March 14 (Harbor Wire) —\n\n{BODY}",
        f"By Ana Resk\n\n{BODY}",
        f"“We will not move.”\n\n{BODY}",
    ],
)
def test_no_headline(text: str) -> None:
    assert headline_of(text) is None
    assert article(text).title is None


@pytest.mark.parametrize(
    ("text", "headline"),
    [
        (f"\n\n  Port to close  \n\n{BODY}", (4, 17)),
        (f"# Port to close\n\n{BODY}", (2, 15)),
        (f"Port to close\n{'The port at Vell will close, the union said. ' * 4}\n", (0, 13)),
        (f"Port to close\nBy Ana Resk\n\n{BODY}", (0, 13)),
    ],
)
def test_headline_span(text: str, headline: tuple[int, int]) -> None:
    read = article(text)
    assert (read.headline, read.title, read.text) == (headline, "Port to close", text)


@pytest.mark.parametrize("between", ["\n", "\n\n"])
def test_byline_below_the_headline(between: str) -> None:
    assert article(f"Port to close{between}By Ana Resk and Bo Lind\n\n{BODY}").byline == ("Ana Resk", "Bo Lind")


def test_byline_without_a_headline() -> None:
    assert article(f"By Ana Resk\n\n{BODY}").byline == ("Ana Resk",)


def test_a_title_that_is_not_there_is_put_in_front() -> None:
    read = article(BODY, title=" Port  to close ")
    assert read.text == f"Port to close\n\n{BODY}"
    assert (read.title, read.headline) == ("Port to close", (0, 13))


def test_a_title_that_is_there_is_marked() -> None:
    read = article(f"Port to close\n{BODY}", title="Port to close")
    assert (read.text, read.headline) == (f"Port to close\n{BODY}", (0, 13))


def test_what_the_caller_gives() -> None:
    read = article(BODY, outlet="The Harbor Post", published="2025-03-14", url="https://hp.example/a")
    assert (read.id, read.outlet, read.published, read.url) == (
        "a.txt",
        "The Harbor Post",
        "2025-03-14",
        "https://hp.example/a",
    )
    assert (read.language, read.truncated) == (None, False)


def test_line_endings() -> None:
    assert article("One.\r\n\r\nTwo.\rThree.\n").text == "One.\n\nTwo.\nThree.\n"


def test_truncated() -> None:
    assert article(f"{BODY}\nRead the full story at The Gull.\n").truncated


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", b"\xef\xbb\xbf"])
def test_empty(data: bytes) -> None:
    with pytest.raises(ArticleError, match=r"a\.txt is empty"):
        article_of_text("a.txt", data, Given())


def test_too_long() -> None:
    article_of_text("a.txt", b"x" * MAX_CHARS, Given())
    with pytest.raises(ArticleTooLong, match=r"a\.txt is longer than 2,000,000 characters.*split it"):
        article_of_text("a.txt", b"x" * (MAX_CHARS + 1), Given())


@given(st.text(), st.none() | st.text(st.characters(exclude_categories=["Cs"])))
def test_any_text_keeps_its_spans(text: str, title: str | None) -> None:
    try:
        read = article_of_text("a", text.encode("utf-8", "surrogatepass"), Given(title=title)).article
    except ArticleError:
        return
    assert read.title is None or (read.headline and read.title == read.text[slice(*read.headline)])
    assert read.text.endswith(text.replace("\r\n", "\n").replace("\r", "\n").removeprefix("\ufeff"))
