from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.connect.clippings import LONGEST, clipping_of, quotation, wordings_of
from tests.ledger.linked.matters import RAID, telling

TEXT = "Gunmen raided the depot. Dr. Olund saw “two lorries burn.” She fled.\n\nNobody was held"


@pytest.mark.parametrize(
    ("word", "sentence"),
    [
        ("raided", "Gunmen raided the depot."),
        ("lorries", "Dr. Olund saw “two lorries burn.”"),
        ("fled", "She fled."),
        ("held", "Nobody was held"),
    ],
)
def test_a_quotation_is_the_sentence_around_the_words(word: str, sentence: str) -> None:
    start = TEXT.index(word)
    assert quotation(TEXT, (start, start + len(word))) == sentence


def test_a_long_sentence_is_cut_around_the_words() -> None:
    text = f"{'so and ' * 80}raided {'and on ' * 80}end."
    start = text.index("raided")
    found = quotation(text, (start, start + 6))
    assert "raided" in found
    assert found[0] == found[-1] == "…"
    assert len(found) <= LONGEST + 2


@given(st.text(max_size=900), st.data())
def test_a_quotation_holds_the_words_and_is_no_longer_than_a_line_can_be(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    stop = data.draw(st.integers(start, min(len(text), start + LONGEST // 2)))
    found = quotation(text, (start, stop))
    assert text[start:stop].strip() in found
    assert len(found) <= LONGEST + 2


def test_clipping_and_wordings_of_a_record() -> None:
    record = telling(RAID, 1).record()
    found = clipping_of(record)
    assert (found.outlet, found.day, found.copy_of, found.lost) == ("Tarrow Echo", "2025-03-11", None, None)
    first, second = wordings_of(record)
    assert (first.words, first.status, first.by) == ("raided", "occurred", None)
    assert first.sentence.startswith("Gunmen raided the customs depot in Quillow")
    assert (second.words, second.status, second.by) == ("warned", "denied", "Ana Resk")


def test_an_article_without_an_outlet_is_of_an_unknown_one() -> None:
    record = telling(RAID).record()
    bare = record.model_copy(update={"article": record.article.model_copy(update={"outlet": None, "published": None})})
    found = clipping_of(bare)
    assert (found.called, found.published, found.day) == ("an unknown outlet", None, None)
