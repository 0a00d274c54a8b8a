"""Hidden characters are shown, and nothing else is changed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.web.visible import visible, visible_cells, visible_line

ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain [bold]text[/bold] <b>", "plain [bold]text[/bold] <b>"),
        ("“Curly” – naïve 北京 قال", "“Curly” – naïve 北京 قال"),
        ("\x1b[31mred", "␛[31mred"),
        ("nul\x00 bell\x07 del\x7f", "nul␀ bell␇ del␡"),
        ("c1 \x9b31m \x85", "c1 ⟨U+009B⟩31m ⟨U+0085⟩"),
        ("\u202eevil\u202c", "⟨U+202E⟩evil⟨U+202C⟩"),
        ("\u2066a\u2069", "⟨U+2066⟩a⟨U+2069⟩"),
        ("zero\u200bwidth\ufeff", "zero⟨U+200B⟩width⟨U+FEFF⟩"),
        ("line\u2028par\u2029", "line⟨U+2028⟩par⟨U+2029⟩"),
        ("\ud800", "⟨U+D800⟩"),
        ("filler\u3164", "filler⟨U+3164⟩"),
        ("tab\tline\n", "tab\tline\n"),
        ("\r", "␍"),
    ],
)
def test_hidden_characters_are_shown(text: str, shown: str) -> None:
    assert visible(text) == shown


@given(ANY_TEXT)
def test_nothing_hidden_is_left_and_twice_is_once(text: str) -> None:
    shown = visible(text)
    assert not any(unicodedata.category(c) in ("Cc", "Cf", "Cs", "Zl", "Zp") for c in shown if c not in "\t\n")
    assert visible(shown) == shown
    shown.encode()


@given(ANY_TEXT)
def test_a_line_is_a_line(text: str) -> None:
    assert not set(visible_line(text)) & set("\n\r\t")


@given(ANY_TEXT)
def test_cells_keep_offsets(text: str) -> None:
    cells = visible_cells(text)
    assert len(cells) == len(text)
    assert "".join(cells) == visible(text.replace("\r\n", "\n"))
