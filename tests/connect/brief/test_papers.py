"""Whose papers are quoted."""

from __future__ import annotations

import pytest

from reportedly.record.statement import SourceKind
from tests.connect.brief.speech import voices

PAPERS: list[tuple[str, str, SourceKind, str | None]] = [
    ("The pier is rotten, a report by the harbour authority said.", "a report by the harbour authority", "document",
     "harbour authority"),
    ("The pier is rotten, a police report said.", "a police report", "document", "police"),
    ("The pier is rotten, a copy of a letter seen by the Echo said.", "a copy of a letter seen by the Echo", "document",
     None),
    ("The pier is rotten, a letter seen by the Echo said. The letter of May 3 was drawn up by the harbour authority "
     "for the town.", "a letter seen by the Echo", "document", "harbour authority"),
    ("The pier is rotten, a draft of a letter from the harbour authority said.",
     "a draft of a letter from the harbour authority", "document", "harbour authority"),
    ("The pier is rotten, a letter seen by the Echo said. \"It may fall,\" Brook writes in the letter. Harbourmaster "
     "Ada Brook was away.", "a letter seen by the Echo", "document", "harbourmaster"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "source", "kind", "body"), PAPERS)
def test_a_paper_is_of_whoever_wrote_it(text: str, source: str, kind: SourceKind, body: str | None) -> None:
    """Not of whoever has seen it."""
    [v] = voices(text, [(source, kind)], {"Harbourmaster Ada Brook": "person"})
    assert v.body == body
