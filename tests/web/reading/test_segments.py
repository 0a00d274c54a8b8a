"""Cutting text at the boundaries of marks that overlap."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from reportedly.web.reading.segments import Mark, cut, windows
from reportedly.web.reading.text_blocks import blocks


def test_overlapping_marks_are_cut_at_every_boundary() -> None:
    outer, inner = Mark((2, 8), "content", "s1", 0), Mark((6, 10), "source", "s2", 1)
    assert [(s.span, [m.owner for m in s.marks]) for s in cut((0, 12), [inner, outer])] == [
        ((0, 2), []),
        ((2, 6), ["s1"]),
        ((6, 8), ["s1", "s2"]),
        ((8, 10), ["s2"]),
        ((10, 12), []),
    ]


SPANS = st.tuples(st.integers(0, 40), st.integers(0, 40)).map(lambda s: (min(s), max(s)))


@given(SPANS, st.lists(SPANS, max_size=8))
def test_segments_tile_and_hold_the_marks_that_cover_them(
    within: tuple[int, int], spans: list[tuple[int, int]]
) -> None:
    marks = [Mark(s, "content", f"s{i}", i % 3) for i, s in enumerate(spans)]
    segments = cut(within, marks)
    assert [p for s in segments for p in range(*s.span)] == list(range(*within))
    for s in segments:
        assert s.span[0] < s.span[1]
        for p in range(*s.span):
            assert {m.owner for m in s.marks} == {m.owner for m in marks if m.span[0] <= p < m.span[1]}
        assert [m.depth for m in s.marks] == sorted(m.depth for m in s.marks)


def test_windows_show_whole_words_and_merge() -> None:
    text = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
    seven, twelve = (text.index("seven"), text.index("seven") + 5), (text.index("twelve"), text.index("twelve") + 6)
    assert [text[a:b] for a, b in windows([seven], text, 6)] == ["five six seven eight"]
    assert [text[a:b] for a, b in windows([twelve, seven], text, 6)] == [
        "five six seven eight",
        "eleven twelve thirteen",
    ]
    assert windows([twelve, seven], text, 40) == [(0, len(text))]


def test_paragraphs_end_at_blank_lines_where_there_are_any() -> None:
    text = "Head\n\nA line\nthat wraps.\n \nNext.\n"
    assert [text[slice(*b.span)] for b in blocks(text)] == ["Head", "A line\nthat wraps.", "Next."]


def test_paragraphs_end_at_line_ends_where_no_line_is_blank() -> None:
    text = "Head\r\nA line.\nNext."
    assert [text[slice(*b.span)] for b in blocks(text)] == ["Head", "A line.", "Next."]


def test_the_headline_is_a_paragraph_of_its_own() -> None:
    text = "Head\nBy Jon Vale\n\nBody."
    found = blocks(text, (0, 4))
    assert [(text[slice(*b.span)], b.headline) for b in found] == [
        ("Head", True), ("By Jon Vale", False), ("Body.", False),
    ]  # fmt: skip


@given(st.text("ab \t\r\n", max_size=40), st.none() | SPANS)
def test_no_character_is_lost(text: str, headline: tuple[int, int] | None) -> None:
    if headline:
        headline = (min(headline[0], len(text)), min(headline[1], len(text)))
    assert "".join(text[slice(*b.span)] + text[slice(*b.after)] for b in blocks(text, headline)) == text
