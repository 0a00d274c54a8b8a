"""Where links may lead, and what templates do with text."""

from __future__ import annotations

import pytest

from reportedly.web.jinja import environment, outward


@pytest.mark.parametrize("address", ["https://a.example/b?c=d#e", "http://a.example", "HTTPS://A.example:8443/"])
def test_links_that_may_be_followed(address: str) -> None:
    assert outward(address) == address


@pytest.mark.parametrize(
    "address",
    [
        None, "", "javascript:alert(1)", "JaVaScRiPt:alert(1)", "java\nscript:alert(1)", " javascript:alert(1)",
        "data:text/html,x", "vbscript:x", "file:///etc/passwd", "//a.example", "/articles/a1", "https:", "https://",
        "https:a.example", "http://[", "\x01https://a.example", "https://a.example/\u202egpj.exe", "ftp://a.example",
    ],
)  # fmt: skip
def test_links_that_may_not(address: str | None) -> None:
    assert outward(address) is None


def test_what_could_end_an_attribute_is_written_by_its_number() -> None:
    assert outward("https://a.example/'b\"<c>`") == "https://a.example/%27b%22%3Cc%3E%60"


def test_text_is_escaped_and_shown() -> None:
    template = environment("reportedly.web").from_string('<p title="{{ x }}">{{ x }}</p>')
    told = template.render(x="\"><script>alert('x')</script>\u202e\x00")
    assert "<script>" not in told
    assert told.count('"') == 2
    assert "⟨U+202E⟩␀" in told
