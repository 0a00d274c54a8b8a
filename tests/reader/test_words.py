"""Words, gaps and quotation marks: what the encoder reads."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Tokenizer

from reportedly.reader.model import WEIGHTS, windows
from reportedly.reader.words import Gap, Quote, Shape, lines, quoted_ranges, soft_breaks, split_words
from tests.strategies import any_text, news_like

TOKENIZER = Tokenizer.from_file(str(WEIGHTS / "tokenizer.json"))
TOKENIZER.no_truncation()
TOKENIZER.no_padding()


def words_of(text: str) -> list[str]:
    words = split_words(text, TOKENIZER)
    return [text[a:b] for a, b in zip(words.starts, words.ends, strict=True)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", []),
        (" \n\t ", []),
        ("\u200b\u200e", []),
        ("U.S. Sen. O’Neil", ["U", ".", "S", ".", "Sen", ".", "O", "’", "Neil"]),
        ("“No,” he\xa0said.", ["“", "No", ",", "”", "he", "said", "."]),
        ("Zürich's café", ["Zürich", "'", "s", "café"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert words_of(text) == expected


def test_shapes() -> None:
    text = "said Ana UN McCoy 12 , I 3rd"
    assert [Shape(s) for s in split_words(text, TOKENIZER).shape] == [
        Shape.LOWER, Shape.TITLE, Shape.UPPER, Shape.MIXED, Shape.DIGIT, Shape.PUNCT, Shape.INITIAL, Shape.LOWER,
    ]  # fmt: skip


def test_gaps() -> None:
    text = "a b,\nc\n\nd"
    assert [Gap(g) for g in split_words(text, TOKENIZER).gap] == [
        Gap.TEXT_START, Gap.SPACE, Gap.NONE, Gap.LINE, Gap.BLANK_LINE,
    ]  # fmt: skip


def test_quotation_states() -> None:
    text = "He “said so” and\n“went on"
    assert [Quote(q) for q in split_words(text, TOKENIZER).quote] == [
        Quote.OUTSIDE, Quote.OPENING, Quote.INSIDE, Quote.INSIDE, Quote.CLOSING, Quote.OUTSIDE,
        Quote.OPENING_UNCLOSED, Quote.INSIDE_UNCLOSED, Quote.INSIDE_UNCLOSED,
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("no marks", []),
        ('"a" b "c"', ['"a"', '"c"']),
        ("“a” b „c“ d”", ["“a”", "„c“ d”"]),
        ("«a» ``b''", ["«a»", "``b''"]),
        ("''a,'' b ''c''", ["''a,''", "''c''"]),
        ('"a', ['"a']),
        ('"a\nb"', ['"a', '"']),
        ("“a “b” c”", ["“a “b”"]),
        ("don't 'a'", []),
    ],
)
def test_quoted_ranges(text: str, expected: list[str]) -> None:
    assert [text[a:b] for a, b, _ in quoted_ranges(text)] == expected


def test_an_unclosed_quotation_runs_to_the_end_of_its_line() -> None:
    assert quoted_ranges("“a b\nc”") == [(0, 4, False)]


WRAPPED = """\
The port of Vastra will be closed on Monday because the
harbour master said that the cranes were no longer safe
and that the crews had been sent home until the company
could show that every cable on the quay had been looked
at by somebody who knew what a cable was and what it is
for in a place where there is nothing else to hold onto
or to climb.
The mayor agreed."""


def test_soft_breaks_of_a_hard_wrapped_text() -> None:
    soft = soft_breaks(WRAPPED)
    assert len(soft) == 6
    assert [WRAPPED[a:b][:10] for a, b in lines(WRAPPED)] == ["The port o", "The mayor "]


def test_no_soft_breaks_in_prose_of_a_paragraph_a_line() -> None:
    assert not soft_breaks("The port is closed.\nThe mayor agreed.\n\n“Yes,” he said.\n" * 5)


@given(any_text | news_like)
@settings(max_examples=25)
def test_any_text_is_split_in_order(text: str) -> None:
    words = split_words(text, TOKENIZER)
    spans = list(zip(words.starts.tolist(), words.ends.tolist(), strict=True))
    assert all(0 <= a < b <= len(text) for a, b in spans)
    assert all(b <= c for (_, b), (c, _) in pairwise(spans))
    assert len({len(spans), len(words.shape), len(words.quote), len(words.gap), len(words.first_piece)}) == 1
    assert len(words.pieces) == len(words.word_of)
    assert words.word_of.tolist() == sorted(words.word_of.tolist())
    assert [int(words.word_of[p]) for p in words.first_piece] == list(range(len(words)))
    if spans:
        assert words.gap[0] == Gap.TEXT_START
    assert not any(g == Gap.TEXT_START for g in words.gap[1:])


@given(any_text | news_like)
@settings(max_examples=25)
def test_any_quoted_ranges_lie_in_their_line_and_apart(text: str) -> None:
    found = quoted_ranges(text)
    whole = lines(text)
    for a, b, _ in found:
        assert 0 <= a < b <= len(text)
        assert any(start <= a and b <= end for start, end in whole)
    assert all(b <= c for (_, b, _), (c, _, _) in pairwise(found))


@given(any_text)
@settings(max_examples=25)
def test_lines_hold_every_character_but_breaks(text: str) -> None:
    found = lines(text)
    assert all(a < b for a, b in found)
    assert all(b < c for (_, b), (c, _) in pairwise(found))
    outside = len(text) - sum(b - a for a, b in found)
    assert outside == sum(c == "\n" for i, c in enumerate(text) if i not in soft_breaks(text))


@given(st.lists(any_text | news_like, min_size=1, max_size=6), st.sampled_from([80, 100, 318]))
@settings(max_examples=25)
def test_windows_answer_for_every_word_once(parts: list[str], size: int) -> None:
    words = split_words(" ".join(parts * 4), TOKENIZER)
    pieces = [*words.first_piece.tolist(), len(words.pieces)]
    answered: list[int] = []
    for start, end, first, last in windows(words, size):
        assert 0 <= start <= first < last <= end <= len(words)
        assert end - start == 1 or pieces[end] - pieces[start] <= size
        answered += range(first, last)
    assert answered == list(range(len(words)))
