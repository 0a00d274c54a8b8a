"""From text to what the encoder reads: word pieces, and for each word its case shape, quotation state and gap.

The encoder is uncased and knows no line breaks, so three small features carry what its vocabulary loses. A *word* is
BERT's pre-token (a run of letters and digits, or one punctuation mark); spans start and end at words only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import IntEnum
from itertools import pairwise
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Ints = NDArray[np.int64]


class Shape(IntEnum):
    LOWER = 0
    TITLE = 1
    UPPER = 2
    MIXED = 3
    DIGIT = 4
    PUNCT = 5
    INITIAL = 6
    OTHER = 7


class Quote(IntEnum):
    """Where a word stands with respect to double quotation marks, paragraph by paragraph."""

    OUTSIDE = 0
    INSIDE = 1
    OPENING = 2
    CLOSING = 3
    INSIDE_UNCLOSED = 4
    OPENING_UNCLOSED = 5


class Gap(IntEnum):
    """What separates a word from the one before it."""

    NONE = 0
    SPACE = 1
    LINE = 2
    BLANK_LINE = 3
    TEXT_START = 4


@dataclass(frozen=True, slots=True)
class Words:
    """The words of one text, as arrays of one length (`starts` … `gap`), and its word pieces (`pieces`, `word_of`).

    `starts` and `ends` are code-point offsets into the text; `first_piece[i]` is the index of word i's first piece.
    `quoted` are the text's quotations (quoted_ranges).
    """

    text: str
    starts: Ints
    ends: Ints
    shape: Ints
    quote: Ints
    gap: Ints
    pieces: Ints
    word_of: Ints
    first_piece: Ints
    quoted: list[tuple[int, int, bool]]

    def __len__(self) -> int:
        return len(self.starts)


WRAPPED_FROM = 5
"""Line breaks in the middle of a sentence from which a text counts as hard-wrapped (e-mail, PDF)."""
WRAPPED_SHARE = 0.4
"""Share of single line breaks that stand inside a sentence; prose with a paragraph a line has next to none."""
OPENERS = "“„«"
_MARK = re.compile(r"[\"“”„«»]|``|''")


def split_words(text: str, tokenizer: Tokenizer) -> Words:
    """Tokenise a text of any length; white space, control and zero-width characters belong to no word."""
    encoding = tokenizer.encode(text, add_special_tokens=False)
    quoted = quoted_ranges(text)
    word_ids = np.array([-1 if w is None else w for w in encoding.word_ids], dtype=np.int64)
    offsets = np.array(encoding.offsets, dtype=np.int64).reshape(-1, 2)
    changes = np.flatnonzero(np.diff(word_ids, prepend=-2) != 0)
    word_of = np.cumsum(np.diff(word_ids, prepend=-2) != 0) - 1
    last = np.append(changes[1:], len(word_ids)) - 1
    starts = offsets[changes, 0] if len(changes) else np.empty(0, np.int64)
    ends = offsets[last, 1] if len(changes) else np.empty(0, np.int64)
    return Words(
        text=text,
        starts=starts,
        ends=ends,
        shape=np.array([_shape(text[a:b]) for a, b in zip(starts, ends, strict=True)], dtype=np.int64),
        quote=_quotes(quoted, starts),
        gap=_gaps(text, starts, ends, soft_breaks(text)),
        pieces=np.array(encoding.ids, dtype=np.int64),
        word_of=word_of.astype(np.int64),
        first_piece=changes.astype(np.int64),
        quoted=quoted,
    )


def _shape(word: str) -> Shape:
    if word.isdigit():
        return Shape.DIGIT
    if not any(c.isalnum() for c in word):
        return Shape.PUNCT
    if word.islower():
        return Shape.LOWER
    if word.isupper():
        return Shape.INITIAL if len(word) == 1 else Shape.UPPER
    if word[0].isupper() and word[1:].islower():
        return Shape.TITLE
    return Shape.MIXED if word.upper() != word.lower() else Shape.OTHER


def soft_breaks(text: str) -> frozenset[int]:
    """Places of line breaks that only wrap a paragraph: in a hard-wrapped text, those after a line of full width."""
    singles = [m.start() for m in re.finditer(r"(?<=[^\n])\n(?=[^\n])", text)]
    mid = [i for i in singles if text[i - 1] not in '.!?:”"’)' and text[i + 1].islower()]
    if len(mid) < WRAPPED_FROM or len(mid) < WRAPPED_SHARE * len(singles):
        return frozenset()
    widths = {i: i - (text.rfind("\n", 0, i) + 1) for i in singles}
    width = sorted(widths[i] for i in mid)[len(mid) // 4]
    return frozenset(i for i in singles if widths[i] >= 0.8 * width)


def _gaps(text: str, starts: Ints, ends: Ints, soft: frozenset[int]) -> Ints:
    out = np.zeros(len(starts), dtype=np.int64)
    previous = 0
    for i, start in enumerate(starts):
        between = text[previous:start]
        breaks = between.count("\n")
        if breaks == 1 and previous + between.index("\n") in soft:
            breaks = 0
        out[i] = Gap.BLANK_LINE if breaks > 1 else Gap.LINE if breaks else Gap.SPACE if between else Gap.NONE
        previous = ends[i]
    if len(out):
        out[0] = Gap.TEXT_START
    return out


def lines(text: str) -> list[tuple[int, int]]:
    """The stretches between line breaks, where breaks that only wrap a paragraph do not count."""
    soft = soft_breaks(text)
    cuts = [i for i, c in enumerate(text) if c == "\n" and i not in soft]
    edges = [-1, *cuts, len(text)]
    return [(a + 1, b) for a, b in pairwise(edges) if b > a + 1]


def quoted_ranges(text: str) -> list[tuple[int, int, bool]]:
    """Stretches in double quotation marks, marks included: (start, end, closed), never over a line break.

    A straight mark, or two single ones, opens where no quotation is open and closes otherwise; an unclosed quotation
    runs to the end of its line (a speech over several paragraphs).
    """
    found: list[tuple[int, int, bool]] = []
    for start, end in lines(text):
        opened: int | None = None
        for mark in _MARK.finditer(text, start, end):
            kind = mark.group()
            only_opens = kind in OPENERS or kind == "``"
            if opened is None:
                if only_opens or kind in ('"', "''"):
                    opened = mark.start()
            elif not only_opens:
                found.append((opened, mark.end(), True))
                opened = None
        if opened is not None:
            found.append((opened, end, False))
    return found


def _quotes(quoted: list[tuple[int, int, bool]], starts: Ints) -> Ints:
    out = np.full(len(starts), Quote.OUTSIDE, dtype=np.int64)
    for start, end, closed in quoted:
        first, last = np.searchsorted(starts, [start, end])
        out[first:last] = Quote.INSIDE if closed else Quote.INSIDE_UNCLOSED
        if first < last:
            out[first] = Quote.OPENING if closed else Quote.OPENING_UNCLOSED
            if closed:
                out[last - 1] = Quote.CLOSING
    return out
