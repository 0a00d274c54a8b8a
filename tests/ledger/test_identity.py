from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.intake.tracking import TRACKING
from reportedly.ledger.identity import address_of, identity_of
from tests.ledger.articles import item


@pytest.mark.parametrize(
    ("url", "address"),
    [
        ("https://harbor.example", "harbor.example/"),
        ("http://harbor.example/", "harbor.example/"),
        ("HTTPS://Harbor.Example:443/News#top", "harbor.example/News"),
        ("https://harbor.example:8080/a", "harbor.example:8080/a"),
        ("https://me:secret@harbor.example/a", "harbor.example/a"),
        ("https://harbor.example./a", "harbor.example/a"),
        ("https://harbor.example/a/", "harbor.example/a/"),
        ("https://harbor.example/a/./b/../c", "harbor.example/a/c"),
        ("https://harbor.example/../../a", "harbor.example/a"),
        ("https://harbor.example/a/..", "harbor.example/"),
        ("https://harbor.example/a%7Eb%c3%a9", "harbor.example/a~b%C3%A9"),
        ("https://harbor.example/é x", "harbor.example/%C3%A9%20x"),
        ("https://harbor.example/100%", "harbor.example/100%25"),
        ("https://harbor.example/a%2Fb", "harbor.example/a%2Fb"),
        ("https://bücher.example/a", "xn--bcher-kva.example/a"),
        ("https://[2001:DB8::1]/a", "[2001:db8::1]/a"),
        ("https://harbor.example/a?utm_source=x&UTM_Medium=y&fbclid=1", "harbor.example/a"),
        ("https://harbor.example/a?p=17&utm_source=x", "harbor.example/a?p=17"),
        ("https://harbor.example/a?id=3&article=4&ref=5&gallery=2", "harbor.example/a?article=4&gallery=2&id=3&ref=5"),
        ("https://harbor.example/a?b=2&b=1", "harbor.example/a?b=2&b=1"),
        ("https://harbor.example/a?12345", "harbor.example/a?12345"),
        ("https://harbor.example/a?q=", "harbor.example/a?q="),
        ("https://harbor.example/a?", "harbor.example/a"),
        (" https://harbor.example/a\n", "harbor.example/a"),
    ],
)  # fmt: skip
def test_addresses(url: str, address: str) -> None:
    assert address_of(url) == address


@pytest.mark.parametrize(
    "url",
    ["", "a.txt", "harbor.example/a", "file:///etc/passwd", "javascript:alert(1)", "https://", "https:///a", "//x/y",
     "https://[bad/a", "https://a b/c", "https://h:port/a", "https://h:99999/a", "https://\ud800/a", "mailto:a@b"],
)  # fmt: skip
def test_what_is_no_address(url: str) -> None:
    assert address_of(url) is None


_PIECE = st.sampled_from(
    ["%", "%2", "%41", "%e9", "..", ".", "/", "//", "?", "&", "=", "#", ":", "@", "é", " ", "a", "B", "[", "]", "\\",
     "utm_a", "+", ";", "ß", "İ", "\x00", "\ud800"]
)  # fmt: skip


@given(st.text(max_size=30) | st.lists(_PIECE, max_size=14).map("".join))
def test_any_address_is_evened_once_and_for_all(rest: str) -> None:
    for url in (rest, "https://" + rest, "http://harbor.example/" + rest):
        address = address_of(url)
        if address is not None:
            assert address_of("https://" + address) == address == address_of("http://" + address)
            assert address.isascii()


@given(st.sampled_from(sorted(TRACKING)), st.text("abc123", max_size=5), st.booleans())
def test_tracking_makes_no_difference(name: str, value: str, first: bool) -> None:
    query = f"{name}={value}&id=7" if first else f"id=7&{name}={value}"
    assert address_of(f"https://harbor.example/a?{query}") == "harbor.example/a?id=7"


def test_an_article_is_its_address_else_its_text_with_outlet_and_given_id() -> None:
    here = identity_of(item())
    assert here.article == identity_of(item("Another text.", outlet="Sky")).article
    assert here.text_sha256 != identity_of(item("Another text.")).text_sha256
    without = {
        identity_of(item(text, None, outlet=outlet, given_id=given)).article
        for text in ("a", "b")
        for outlet in (None, "Sky")
        for given in (None, "1")
    }
    assert len(without) == 8
    assert all(len(id) == 16 and id.startswith("a") for id in without)


def test_ids_never_change() -> None:
    """They stand in other people's notes: a change of this number breaks them."""
    assert identity_of(item()).article == "a9927c29e39aa8e2"
    assert identity_of(item("A text.", None, given_id="17")).article == "a9feee82b835af59"
