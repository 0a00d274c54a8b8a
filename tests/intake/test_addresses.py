"""Which addresses may be asked for, and which a page may claim."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import ArticleError
from reportedly.intake.addresses import checked_address, host_of, is_address, own_address, without_sign_in


@pytest.mark.parametrize(
    ("address", "words"),
    [
        ("file:///etc/passwd", "no web address"),
        ("javascript:alert(1)", "no web address"),
        ("data:text/html,x", "no web address"),
        ("gopher://harbor.example/", "no web address"),
        ("http://", "no valid"),
        ("http:///a", "no valid"),
        ("http://[::1", "no valid"),
        ("http://a.example:port/", "no valid"),
        ("http://a.example/a b", "no valid"),
        ("http://a.example\\@b.example/", "no valid"),
        ("http://a.example/\r\nX: y", "no valid"),
        ("http://ana:secret@a.example/", "name or password"),
        ("http://ana@a.example/", "name or password"),
        ("http://a.example/" + "x" * 2000, "longer than 2,000"),
        ("http://a.example/\ud800", "no valid"),
    ],
)
def test_addresses_that_are_never_asked(address: str, words: str) -> None:
    with pytest.raises(ArticleError, match=words) as error:
        checked_address(address)
    assert "secret" not in str(error.value)


@pytest.mark.parametrize(
    ("address", "shown"),
    [
        ("https://ana:secret@a.example/b@c?d=e@f", "https://a.example/b@c?d=e@f"),
        ("https://ana:se@cret@a.example", "https://a.example"),
        ("ftp://ana@a.example/", "ftp://a.example/"),
        ("https://a.example/?mail=b@c", "https://a.example/?mail=b@c"),
        ("a/path@home", "a/path@home"),
    ],
)
def test_a_name_and_password_are_not_shown(address: str, shown: str) -> None:
    assert without_sign_in(address) == shown


def test_the_fragment_is_dropped_and_the_host_found() -> None:
    assert checked_address("https://Harbor.example:8443/a?b=c#d") == "https://Harbor.example:8443/a?b=c"
    assert host_of("https://Harbor.example:8443/a") == "harbor.example:8443"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("https://a.example", True),
        ("feed://a.example", True),
        ("feed:https://a.example/x", True),
        ("feed:x", False),
        ("file:///a", True),
        ("a.html", False),
        ("C:\\a.txt", False),
        ("-", False),
    ],
)
def test_addresses_and_paths(source: str, expected: bool) -> None:
    assert is_address(source) is expected


@pytest.mark.parametrize(
    ("claimed", "fetched", "own"),
    [
        ("https://www.harbor.com/a", "https://harbor.com/a?utm_source=x", "https://www.harbor.com/a"),
        ("https://www.harbor.co.uk/a#top", "https://amp.harbor.co.uk/a", "https://www.harbor.co.uk/a"),
        ("https://gull.com/b", "https://harbor.com/a", "https://harbor.com/a"),
        ("https://gull.co.uk/b", "https://harbor.co.uk/a", "https://harbor.co.uk/a"),
        ("https://gull.blogspot.com/b", "https://harbor.blogspot.com/a", "https://harbor.blogspot.com/a"),
        ("https://harbor.com.evil.net/a", "https://harbor.com/a", "https://harbor.com/a"),
        ("https://harbor.com/", "https://harbor.com/a", "https://harbor.com/a"),
        ("https://harbor.com", "https://harbor.com/?p=7", "https://harbor.com/?p=7"),
        ("https://harbor.com/", "https://www.harbor.com/", "https://harbor.com/"),
        ("https://harbor.com:444/a", "https://harbor.com/a", "https://harbor.com/a"),
        ("https://x:y@harbor.com/a", "https://harbor.com/b", "https://harbor.com/b"),
        ("javascript:alert(1)", "https://harbor.com/a", "https://harbor.com/a"),
        ("http://127.0.0.1/b", "http://127.0.0.1/a", "http://127.0.0.1/b"),
        ("http://127.0.0.2/b", "http://127.0.0.1/a", "http://127.0.0.1/a"),
        ("https://www.harbor.example/b", "https://harbor.example/a", "https://www.harbor.example/b"),
        ("https://[", "https://harbor.com/a", "https://harbor.com/a"),
        (None, "https://harbor.com/a", "https://harbor.com/a"),
        ("https://harbor.com/?utm_source=x", "https://harbor.com/a", "https://harbor.com/a"),
        ("https://harbor.com/?utm_source=x", "https://harbor.com/?p=7", "https://harbor.com/?p=7"),
        ("https://harbor.com/", "https://harbor.com/?utm_source=x", "https://harbor.com/"),
        ("https://harbor.com/?p=7", "https://harbor.com/?p=7&utm_source=x", "https://harbor.com/?p=7"),
        ("https://harbor.com/news", "https://harbor.com/news/2025/a", "https://harbor.com/news/2025/a"),
        ("https://harbor.com/news/", "https://harbor.com/news/a?b=c", "https://harbor.com/news/a?b=c"),
        ("https://harbor.com/news", "https://harbor.com/newsroom", "https://harbor.com/news"),
        ("https://harbor.com/news/a", "https://harbor.com/news/a/", "https://harbor.com/news/a"),
        ("https://harbor.com/news/a", "https://harbor.com/news/a/amp", "https://harbor.com/news/a"),
        ("https://harbor.com/", "https://harbor.com/index.php?p=7", "https://harbor.com/index.php?p=7"),
        ("https://harbor.com/news?id=7", "https://harbor.com/news/a", "https://harbor.com/news?id=7"),
    ],
)
def test_what_a_page_may_claim(claimed: str | None, fetched: str, own: str) -> None:
    assert own_address(claimed, fetched) == own


@given(st.text() | st.text().map(lambda t: "http://" + t) | st.text().map(lambda t: "https://a.example:" + t))
def test_any_text_is_an_address_or_refused(text: str) -> None:
    try:
        assert checked_address(text).startswith(("http", "HTTP", "hTTP")) or text[:4].lower() == "http"
    except ArticleError as error:
        assert str(error).encode("utf-8")
    assert own_address(text, "https://harbor.com/a").startswith("http")
