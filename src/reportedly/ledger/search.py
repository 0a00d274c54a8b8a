"""What a person types to find words, as an expression that SQLite's full-text index understands.

Words all have to be there, in any order; "words in quotation marks" have to follow one another; a word that ends in an
asterisk stands for all that begin so; a word after a minus sign must not be there. Accents, case and punctuation do not
count. Everything is cut into words by the index's own tokeniser and quoted, so no operator of the index can be typed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import islice, product
from typing import NamedTuple

import apsw

from reportedly.errors import RunError
from reportedly.ledger.spellings import spellings

TOKENIZER = ("unicode61", ["remove_diacritics", "2"])
"""The tokeniser of the ledger's full-text indexes, as the migrations declare it."""

MOST_WORDS = 64
"""Words of one search: SQLite nests an expression no deeper than 256, and nobody types more."""

MOST_SPELLINGS = 16
"""Spellings of one phrase that are looked for: four words with two spellings each."""

_TERM = re.compile(r"""(?P<minus>-?)(?:"(?P<phrase>[^"]*)(?:"|$)(?P<any>\*?)|(?P<word>[^\s"]+))""")
_QUOTES = str.maketrans("“”„‟«»＂", '"' * 7)


class Term(NamedTuple):
    """Words that follow one another; the last one may be a beginning only."""

    words: tuple[str, ...]
    prefix: bool
    excluded: bool


def expression(words: str) -> str:
    """The full-text expression for what was typed. RunError where there is no word in it, or too many."""
    terms = list(_terms(words))
    wanted = [_either(t) for t in terms if not t.excluded]
    if not wanted:
        raise RunError(f"no word to look for in “{words}”; give at least one word of letters or digits")
    if sum(len(t.words) for t in terms) > MOST_WORDS:
        raise RunError(f"more than {MOST_WORDS} words to look for; give fewer")
    unwanted = [_either(t) for t in terms if t.excluded]
    found = " AND ".join(wanted)
    return f"({found}) NOT ({' OR '.join(unwanted)})" if unwanted else found


def tokens(words: str) -> tuple[str, ...]:
    """The words as the index knows them: lower case, without accents."""
    found = _tokenizer()(words.encode("utf-8", "replace"), apsw.FTS5_TOKENIZE_QUERY, None, include_offsets=False)
    return tuple(str(token[0]) for token in found)


def _terms(words: str) -> Iterator[Term]:
    for match in _TERM.finditer(words.translate(_QUOTES)):
        written = match["phrase"] if match["word"] is None else match["word"]
        cut = tokens(written)
        if len(spellings("-".join(cut))) > 1:  # one word that some write as two
            cut = ("-".join(cut),)
        if cut:
            yield Term(cut, bool(match["any"]) or (match["word"] or "").endswith("*"), bool(match["minus"]))


def _either(term: Term) -> str:
    """One term in all of its spellings. A beginning is looked for as it is written."""
    last = term.words[-1:] if term.prefix else spellings(term.words[-1])
    ways = islice(product(*map(spellings, term.words[:-1]), last), MOST_SPELLINGS)
    phrases = [_quoted(way) + (" *" if term.prefix else "") for way in ways]
    return phrases[0] if len(phrases) == 1 else f"({' OR '.join(phrases)})"


def _quoted(words: Sequence[str]) -> str:
    return '"' + " ".join(words).replace('"', '""') + '"'


@cache
def _tokenizer() -> apsw.FTS5Tokenizer:
    name, arguments = TOKENIZER
    return apsw.Connection(":memory:").fts5_tokenizer(name, arguments)
