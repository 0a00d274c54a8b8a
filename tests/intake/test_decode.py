"""Bytes to text."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.errors import ArticleError
from reportedly.intake.decode import decode_page, decode_text

WORDS = "“Élan,” said Łukasz"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_text_in_unicode(encoding: str) -> None:
    assert decode_text("a.txt", WORDS.encode(encoding)) == WORDS


def test_text_in_another_encoding_names_the_byte_and_the_remedy() -> None:
    with pytest.raises(ArticleError, match=r"a\.txt is not valid UTF-8 \(byte 4\).*iconv -f WINDOWS-1252 -t UTF-8"):
        decode_text("a.txt", "The “port”".encode("cp1252"))


def test_cut_utf_16() -> None:
    with pytest.raises(ArticleError, match="not valid UTF-16"):
        decode_text("a.txt", "The port".encode("utf-16")[:-1])


@pytest.mark.parametrize(
    ("data", "what"),
    [
        (b"%PDF-1.7\n...", "PDF"),
        (b"PK\x03\x04\x14\x00", "office document"),
        (b"\x89PNG\r\n\x1a\n", "image"),
        (b"\xff\xd8\xff\xe0", "image"),
        (b"\x1f\x8b\x08\x00", "gzip"),
        (b"{\\rtf1\\ansi", "RTF"),
        (b"The port\0closed", "byte 8 is NUL"),
        ("The port".encode("utf-16-le"), "UTF-16 without a byte order mark"),
        ("The port".encode("utf-32"), "UTF-32|binary"),
    ],
)
def test_binary_is_refused(data: bytes, what: str) -> None:
    for decode in (decode_text, decode_page):
        with pytest.raises(ArticleError, match=rf"(?s)^a\.bin .*(?:{what})"):
            decode("a.bin", data)


@pytest.mark.parametrize(
    ("html", "encoding"),
    [
        ("<p>“Élan”</p>", "utf-8"),
        ("<p>“Élan”</p>", "utf-16"),
        ("<p>“Élan”</p>", "cp1252"),
        ('<meta charset="windows-1251"><p>Порт</p>', "cp1251"),
        ("<meta http-equiv=Content-Type content='text/html; charset=iso-8859-1'><p>“Élan”</p>", "cp1252"),
        ('<?xml version="1.0" encoding="koi8-r"?><p>Порт</p>', "koi8-r"),
        ('<meta charset="no-such-charset"><p>“Élan”</p>', "utf-8"),
        ('<meta charset="punycode"><p>“Élan”</p>', "utf-8"),
    ],
)
def test_pages_by_mark_declaration_or_guess(html: str, encoding: str) -> None:
    assert decode_page("a.html", html.encode(encoding)) == (html, None)


def test_a_page_that_breaks_its_own_declaration_is_read_with_a_note() -> None:
    html, note = decode_page("a.html", b'<meta charset="utf-8"><p>caf\xe9</p>')
    assert html.endswith("<p>caf\N{REPLACEMENT CHARACTER}</p>")
    assert note is not None
    assert "byte 28" in note


@pytest.mark.parametrize(
    ("html", "encoding", "charset", "noted"),
    [
        ("<p>Порт</p>", "cp1251", "windows-1251", False),
        ('<meta charset="utf-8"><p>Порт</p>', "cp1251", "windows-1251", False),  # the server goes before the page
        ("<p>“Élan”</p>", "utf-16", "iso-8859-1", False),  # a mark goes before the server
        ('<meta charset="windows-1252"><p>“Élan”</p>', "cp1252", "utf-8", False),  # the bytes contradict the server
        ("<p>“Élan”</p>", "utf-8", "iso-8859-1", True),
        ('<meta charset="iso-8859-1"><p>“Élan”</p>', "utf-8", None, True),
        ("<p>“Élan”</p>", "utf-8", "no-such-charset", False),
        ("<p>“Élan”</p>", "utf-8", "idna\0", False),
    ],
)
def test_what_a_server_says(html: str, encoding: str, charset: str | None, noted: bool) -> None:
    read, note = decode_page("a.html", html.encode(encoding), charset)
    assert (read, note is not None) == (html, noted)


@given(st.binary())
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    for decode in (decode_text, decode_page):
        try:
            decode("a", data)
        except ArticleError as error:
            assert str(error).startswith("a ")


@given(st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0\ufeff")))
def test_any_text_comes_back(text: str) -> None:
    try:
        assert decode_text("a", text.encode()) == text
    except ArticleError as error:
        assert "\0" not in text, error
        assert text.startswith(("%PDF", "{\\rtf", "GIF8", "BZh", "PK"))
