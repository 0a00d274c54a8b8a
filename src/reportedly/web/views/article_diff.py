"""What is different between two readings of an article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Literal

from reportedly.ledger.articles import readings_of
from reportedly.ledger.difference import Change, Difference, Field, Passage, Reading, difference, reworded
from reportedly.ledger.nouns import KeptReading
from reportedly.record.span import Noun
from reportedly.web.views.article import Cell
from reportedly.web.visible import visible_line

if TYPE_CHECKING:
    from reportedly.ledger.connect import Ledger

Piece = tuple[Literal["same", "gone", "new"], str]
"""Words of a passage, and what became of them."""


class ArticleDiffView(Noun):
    """The difference between two readings, and the readings that there are to compare."""

    difference: Difference
    readings: tuple[KeptReading, ...]
    citation: str

    @property
    def two_runs(self) -> bool:
        """Have two runs read two texts? Then what differs in the record may be theirs, not the outlet's."""
        old, new = self.difference.old, self.difference.new
        return old.run != new.run and old.version != new.version

    @property
    def nothing(self) -> bool:
        """Is nothing different but blanks?"""
        d = self.difference
        return not (d.fields or d.text or d.changes)

    @property
    def versions(self) -> list[int]:
        """The numbers of the texts that have been read."""
        return sorted({r.kept.version for r in self.readings})

    @property
    def runs(self) -> list[int]:
        """The numbers of the runs that have read one."""
        return sorted({r.kept.run for r in self.readings})

    @property
    def passages(self) -> list[list[Piece]]:
        """The passages that differ, word by word."""
        return [list(pieces(p)) for p in self.difference.text]

    def of(self, noun: str) -> list[Change]:
        """The changes of statements, or of events."""
        return [c for c in self.difference.changes if c.noun == noun]

    def table(self) -> Iterator[Sequence[Cell | None]]:
        """A row for each field of the article that differs, each passage, and each field of a statement or event."""
        yield ("what", "change", "old_id", "new_id", "words", "field", "old", "new")
        yield from (("article", "changed", None, None, None, f.field, f.old, f.new) for f in self.difference.fields)
        yield from (("text", _change_of(p), None, None, None, None, p.old, p.new) for p in self.difference.text)
        for c in self.difference.changes:
            for f in c.fields or (Field(field="", old=None, new=None),):
                yield (c.noun, c.change, c.old, c.new, c.words, f.field or None, f.old, f.new)


def article_diff_view(ledger: Ledger, article: str, old: Reading | None, new: Reading) -> ArticleDiffView:
    """Compare two readings of an article; those that are not named are chosen as `reportedly diff` does.

    LedgerError: there is no such article. RunError: there are no such readings, or both are the same.
    """
    found = difference(ledger, article, old, new)
    sides = (f"version {k.version}, run {k.run}, text sha256:{k.text_sha256}" for k in (found.old, found.new))
    return ArticleDiffView(
        difference=found,
        readings=tuple(readings_of(ledger, found.new.id)),
        citation=f"{found.new.id}: {' against '.join(sides)}.",
    )


def pieces(passage: Passage) -> Iterator[Piece]:
    """A passage with the words that are gone and new in place."""
    old, new = visible_line(passage.old).split(), visible_line(passage.new).split()
    for gone, come, same in reworded(old, new):
        yield from ((kind, " ".join(w)) for kind, w in (("gone", gone), ("new", come), ("same", same)) if w)  # type: ignore[misc]


def _change_of(passage: Passage) -> str:
    return "added" if not passage.old else "removed" if not passage.new else "changed"
