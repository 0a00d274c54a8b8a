"""Attribution in headlines."""

from __future__ import annotations

import pytest

from reportedly.lexicons import load_lexicons
from reportedly.reader.tokens import Tokens
from reportedly.record import Article
from reportedly.statements.draft import Draft
from reportedly.statements.headlines import first_line, headline_of, headline_statements
from tests.handmade import draft, tokens

LEXICONS = load_lexicons()
CLOSE = "Port|NN|nsubj>close to|TO|aux>close close|VB|ROOT"
BODY = "¶The|DT cranes|NNS are|VBP old|JJ _.|."


def statements(t: Tokens, *held: Draft) -> list[Draft]:
    return headline_statements(t, headline_of(Article(id="a", text=t.text)), list(held), LEXICONS)


@pytest.mark.parametrize("dash", ["–", "—", "-", "--"])
def test_a_dash(dash: str) -> None:
    t = tokens(f"{CLOSE} {dash}|: union|NN|compound>chief chief|NN", BODY)
    (found,) = statements(t)
    assert [t.text[a:b] for a, b in (*found.spans,)] == ["union chief", dash, "Port to close"]


def test_a_colon_after_the_source() -> None:
    t = tokens("Minister|NN _:|: no|DT new|JJ taxes|NNS", BODY)
    (found,) = statements(t)
    assert [t.text[a:b] for a, b in found.spans] == ["Minister", ":", "no new taxes"]


def test_a_colon_before_the_source() -> None:
    t = tokens(f"{CLOSE} _:|: union|NN|compound>chief chief|NN", BODY)
    (found,) = statements(t)
    assert [t.text[a:b] for a, b in found.spans] == ["union chief", ":", "Port to close"]


@pytest.mark.parametrize(
    "headline",
    [
        "Port|NN|nsubj>close to|TO close|VB –|: trains|NNS will|MD run|VB",
        "Weather|NN _:|: rain|NN all|DT day|NN",
        "Port|NN –|: union|NN chief|NN",
        "Union|NN chief|NN says|VBZ port|NN to|TO close|VB",
    ],
)
def test_other_dashes_and_colons(headline: str) -> None:
    assert statements(tokens(headline, BODY)) == []


def test_what_the_reader_found_comes_first() -> None:
    t = tokens(f"{CLOSE} –|: union|NN|compound>chief chief|NN", BODY)
    held = draft(t.text, "–", "Port to close", source="union chief")
    assert statements(t, held) == [held]


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Port to close\n\nThe port will close.", "Port to close"),
        ("\n  Port to close \nThe port.", "Port to close"),
        ("The port will close.\n\nSo they say.", None),
        ("Port to close", None),
        ("Port to close\n\n", None),
        ("x" * 200 + "\nThe port.", None),
        ("", None),
    ],
)
def test_the_first_line(text: str, line: str | None) -> None:
    found = first_line(text)
    assert (text[slice(*found)] if found else None) == line
