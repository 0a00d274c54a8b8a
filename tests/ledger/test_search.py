"""What is typed, as an expression of the full-text index."""

from __future__ import annotations

import apsw
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.errors import RunError
from reportedly.ledger.search import MOST_WORDS, expression
from reportedly.ledger.spellings import spellings
from tests.strategies import any_text

TEXTS = (
    "The defense ministry of São Tarmer",
    "the defence of the ministry's harbour",
    "ceasefire talks in Tarrow",
    "a cease-fire was organised; talks near Tarrow",
    "NOT this OR that AND column",
    "naïve Zürich 2025 x2",
)


def index() -> apsw.Connection:
    db = apsw.Connection(":memory:")
    db.execute("""CREATE VIRTUAL TABLE t USING fts5 (a, tokenize = "unicode61 remove_diacritics 2", prefix = '2 3')""")
    db.executemany("INSERT INTO t VALUES (?)", [(text,) for text in TEXTS])
    return db


def found(typed: str, db: apsw.Connection | None = None) -> list[int]:
    """The numbers of TEXTS in which it is found."""
    sql = "SELECT rowid - 1 FROM t WHERE t MATCH ? ORDER BY rowid"
    return [int(n) for (n,) in (db or index()).execute(sql, (f"{{a}} : ({expression(typed)})",))]


@pytest.mark.parametrize(
    ("typed", "texts"),
    [
        ("ministry", [0, 1]),
        ("defence ministry", [0, 1]),
        ("DEFENSE ministry", [0, 1]),
        ('"defence ministry"', [0]),
        ("“defence ministry”", [0]),
        ('"talks in', [2]),
        ("sao", [0]),
        ("SÃO tarmer", [0]),
        ("zurich naive", [5]),
        ("cease*", [2, 3]),
        ("ceasefire", [2, 3]),
        ('"ceasefire talks"', [2]),
        ("harbor", [1]),
        ("organized", [3]),
        ("talks -near", [2]),
        ("talks -cease-fire", []),
        ("cease-fire", [2, 3]),
        ('"talks ne"*', [3]),
        ("near", [3]),
        ("NOT this", [4]),
        ("this OR harbour", []),
        ("column:this", []),
        ("a:defence", []),
        ("NEAR(talks tarrow)", []),
        ("^ceasefire", [2, 3]),
        ("x2", [5]),
        ("nothing", []),
    ],
)
def test_what_is_found(typed: str, texts: list[int]) -> None:
    assert found(typed) == texts


@pytest.mark.parametrize("typed", ["", " ", "*", '""', "-", "- -- …", '" *', "-talks", "\x00", "\u0301"])
def test_without_a_word_it_says_so(typed: str) -> None:
    with pytest.raises(RunError, match="at least one word"):
        expression(typed)


def test_too_many_words() -> None:
    assert expression("word " * MOST_WORDS)
    with pytest.raises(RunError, match="more than 64 words"):
        expression("word " * (MOST_WORDS + 1))
    with pytest.raises(RunError, match="more than 64 words"):
        expression("a b " + "-c " * MOST_WORDS)


_OPERATORS = (
    '"',
    "'",
    "*",
    "(",
    ")",
    "-",
    ":",
    "^",
    "+",
    "{",
    "}",
    "AND",
    "OR",
    "NOT",
    "NEAR(",
    "a",
    "; DROP TABLE t",
    "\x00",
)
_DB = index()


@settings(max_examples=300)
@given(
    any_text
    | st.text()
    | st.lists(st.sampled_from(_OPERATORS)).map(" ".join)
    | st.lists(st.sampled_from(_OPERATORS)).map("".join)
)
def test_whatever_is_typed_is_either_refused_or_understood_by_the_index(typed: str) -> None:
    try:
        found(typed, _DB)
    except RunError:
        return


@given(st.sampled_from(("defence ministry", "labor harbours", "the programme of the centre", "organising defence")))
def test_no_search_grows_beyond_bounds(words: str) -> None:
    assert len(expression(f'"{" ".join([words] * 12)}"')) < 16 * 60 * 12


@pytest.mark.parametrize("word", ["defence", "program", "organize", "mobilisation", "ceasefire"])
def test_spellings_are_mutual(word: str) -> None:
    for other in spellings(word):
        assert word in spellings(other)
    assert spellings("tarrow") == ("tarrow",)
