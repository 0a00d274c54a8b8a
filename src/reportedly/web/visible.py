"""Characters that a reader would not see, made visible.

An article's text is hostile until proven otherwise: an escape character drives the terminal, a right-to-left override
makes a sentence read otherwise than it is stored, a zero-width space hides inside a name. Whatever is shown to people
goes through here: on a terminal, in a pipe, in an error message and on a page.
"""

from __future__ import annotations

import re
import unicodedata

SYMBOLS = 0x2400
"""Start of Unicode's block of control pictures: U+0000 is shown as U+2400, ESC as U+241B."""

DELETE, DELETE_SYMBOL = 0x7F, "\u2421"

HIDDEN = frozenset({"Cc", "Cf", "Cs", "Co", "Zl", "Zp"})
"""Unicode categories without a glyph of their own: controls, format (bidi, zero-width), surrogates, private use and the
line and paragraph separators, which some terminals take as a new line."""

BLANK_LETTERS = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0")
"""Letters and marks by category that are drawn as nothing: the Hangul fillers and their like."""

_PLAIN = re.compile(r"[\t\n\x20-\x7e]*\Z")
_SPACE = re.compile(r"[ \t\r\n]+")


def visible(text: str) -> str:
    """`text` with every hidden character shown as a symbol; tabs and line ends stay. Doing it twice changes nothing."""
    if _PLAIN.match(text):
        return text
    return "".join(map(visible_character, text))


def visible_line(text: str) -> str:
    """The same on one line: each run of spaces, tabs and line ends becomes one space."""
    return visible(_SPACE.sub(" ", text).strip(" "))


def visible_cells(text: str) -> list[str]:
    """What is shown for each code point of `text`, so that spans keep their place; CR LF is shown as one line end."""
    cells = [visible_character(c) for c in text]
    for i, c in enumerate(text):
        if c == "\r" and text[i + 1 : i + 2] == "\n":
            cells[i] = ""
    return cells


def visible_character(c: str) -> str:
    """What is shown for one character: itself, a control picture such as ␛, or its number such as ⟨U+202E⟩."""
    code = ord(c)
    if c in "\t\n" or 0x20 <= code < DELETE:
        return c
    if code < 0x20:
        return chr(SYMBOLS + code)
    if code == DELETE:
        return DELETE_SYMBOL
    if unicodedata.category(c) in HIDDEN or c in BLANK_LETTERS:
        return f"⟨U+{code:04X}⟩"
    return c
