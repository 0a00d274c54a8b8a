"""Statements inside statements."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.lexicons import load_lexicons
from reportedly.record import covers
from reportedly.statements.draft import Draft
from reportedly.statements.nesting import cited_sources, with_parents
from tests.handmade import WHY, draft, span, tokens


def test_the_parent_is_the_tightest_content_around_the_cue() -> None:
    text = "Ana said Bo told her that Cy thinks it rained."
    outer = draft(text, "said", "Bo told her that Cy thinks it rained", source="Ana")
    middle = draft(text, "told", "that Cy thinks it rained", source="Bo")
    inner = draft(text, "thinks", "it rained", source="Cy")
    found = with_parents([inner, outer, middle])
    assert [text[slice(*d.cue)] for d in found if d.cue] == ["said", "told", "thinks"]
    assert [d.parent for d in found] == [None, 0, 1]


def test_neighbours_have_no_parent() -> None:
    text = "Ana said yes. Bo said no."
    first, second = draft(text, "said", "yes", source="Ana"), draft(text, "Bo said", "no")
    assert [d.parent for d in with_parents([first, second])] == [None, None]


places = st.tuples(st.integers(0, 30), st.integers(1, 12)).map(lambda p: (p[0], p[0] + p[1]))
drafts = st.builds(
    lambda cue, content: Draft(None, cue, tuple(sorted(content)), WHY),
    st.none() | places,
    st.lists(places, min_size=1, max_size=3),
)


@given(st.lists(drafts, max_size=12))
@settings(max_examples=100)
def test_any_drafts_give_parents_without_circles(given_drafts: list[Draft]) -> None:
    found = with_parents(given_drafts)
    assert len(found) == len(given_drafts)
    for i, d in enumerate(found):
        seen, at = {i}, d.parent
        while at is not None:
            assert at not in seen
            seen.add(at)
            at = found[at].parent
        if d.parent is not None and d.cue:
            assert any(covers(c, d.cue) for c in found[d.parent].content)


CITING = tokens(
    "The|DT|det>plan plan|NN|nsubj>is is|VBZ|ccomp>reported dead|JJ|acomp>is _,|,|punct>reported "
    "Sky|NNP|compound>Tirana|ORG Tirana|NNP|nsubj>reported|+ORG reported|VBD|ROOT _,|,|punct>reported "
    "citing|VBG|advcl>reported two|CD|nummod>officials officials|NNS|dobj>citing _.|.|punct>reported"
)


def test_whom_an_outlet_cites_said_the_same_to_it() -> None:
    outlet = draft(CITING.text, "reported", "The plan is dead", source="Sky Tirana")
    first, second = with_parents(cited_sources(CITING, [outlet], load_lexicons()))
    assert (first.source, first.parent) == (outlet.source, None)
    assert second.source == span(CITING.text, "two officials")
    assert (second.content, second.parent) == (outlet.content, 0)
    assert second.cue == span(CITING.text, "citing")


def test_only_the_citing_was_found() -> None:
    cited = draft(CITING.text, "citing", "two officials", source="Sky Tirana")
    first, second = with_parents(cited_sources(CITING, [cited], load_lexicons()))
    assert first.cue == span(CITING.text, "reported")
    assert first.content == (span(CITING.text, "The plan is dead"),)
    assert (second.source, second.parent) == (span(CITING.text, "two officials"), 0)


def test_citing_inside_somebodys_words_is_theirs() -> None:
    held = draft(CITING.text, None, CITING.text)
    assert cited_sources(CITING, [held], load_lexicons()) == [held]
