"""Copies of one text, the likely original, and texts that share a part."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.connect.brief import Brief
from reportedly.connect.copies import copies_of, reuse_of
from reportedly.connect.runs import Runs
from tests.connect.telling import told

LEAD = "Dockers in Port Eldin walked out on Thursday over night pay, and fuel ran short on the outer islands by noon."
UNION = (
    "Their union said that all but nine of its members had joined, more than in any strike since the port was built."
)
PORT = "The port authority called the strike unlawful and said that two tankers had been sent to Vell for unloading."
TALKS = (
    "Talks are to go on next Tuesday in the old customs house, where both sides last met in the spring of the flood."
)
PRICES = (
    "Shops on the islands raised the price of lamp oil by a third, and the ferry company cut its evening crossings."
)
REST = (
    "A choir of schoolchildren sang for the pickets at the north gate until the rain drove everybody under the crane."
)
WHOLE = "\n\n".join((LEAD, UNION, PORT, TALKS, PRICES))

WIRE_TEXT, REPRINT_TEXT = (f"PORT ELDIN{day} (Coastal Wire) - {WHOLE}" for day in (", May 9", ""))
QUOTING_TEXT = f"{REST} {' '.join(reversed(PRICES.split()))} {LEAD} {' '.join(reversed(TALKS.split()))}"

WIRE = told(WIRE_TEXT, "Coastal Wire", "2024-05-09T10:00:00Z")
REPRINT = told(REPRINT_TEXT, "The Harbor Post", "2024-05-09T08:00:00Z")
SHORTENED = told("\n\n".join((LEAD, PORT, TALKS)), "Vell Echo", "2024-05-10")
EXTENDED = told(f"{WHOLE}\n\n{REST}", "Island Star", "2024-05-09")
QUOTING = told(QUOTING_TEXT, "Tarrow Post")
OWN = told(f"{REST} {' '.join(reversed(WHOLE.split()))}", "Tarrow Post")


def shape(*briefs: Brief) -> list[tuple[str | None, list[str | None]]]:
    """Outlets of the original and of all members, by group."""
    outlet = {b.id: b.outlet for b in briefs}
    return [(outlet[c.original], [outlet[a] for a in c.articles]) for c in copies_of(briefs)]


def test_a_credit_makes_the_original_also_where_it_comes_later() -> None:
    assert shape(WIRE, REPRINT) == [("Coastal Wire", ["The Harbor Post", "Coastal Wire"])]
    (link,) = copies_of([WIRE, REPRINT])[0].links
    assert (link.start.id, link.end.id, link.kind) == (REPRINT.id, WIRE.id, "copy_of")
    assert link.note == "verbatim; original: credited"
    credit, here, there = link.evidence
    assert (credit.article, credit.span) == (REPRINT.id, (12, 24))
    assert REPRINT_TEXT[slice(*here.span)] == WIRE_TEXT[slice(*there.span)] == WHOLE.rstrip(".")


def test_a_host_is_credited_by_its_name() -> None:
    station = told(WHOLE, "www.wqel.com", "2024-05-10")
    paper = told(f"Courtesy of WQEL\n{WHOLE}", "vellecho.com", "2024-05-09")
    assert shape(station, paper) == [("www.wqel.com", ["vellecho.com", "www.wqel.com"])]


@pytest.mark.parametrize(("copy", "note"), [(SHORTENED, "abridged"), (EXTENDED, "edited"), (REPRINT, "verbatim")])
def test_kinds(copy: Brief, note: str) -> None:
    (group,) = copies_of([WIRE, copy])
    (link,) = group.links
    assert group.original == WIRE.id and link.note == f"{note}; original: credited"


def test_without_credit_the_first_is_the_original() -> None:
    first, then = told(WHOLE, "B", "2024-05-09T07:00:00Z"), told(WHOLE + " ", "A", "2024-05-09T08:00:00Z")
    assert shape(then, first)[0][0] == "B"


def test_of_one_day_the_longest_is() -> None:
    whole, part = told(WHOLE, "A", "2024-05-09"), told("\n".join((LEAD, UNION, PORT)), "B", "2024-05-09T08:00:00Z")
    assert shape(part, whole)[0][0] == "A"


def test_without_dates_the_longest_is() -> None:
    whole, part = told(WHOLE, None, None), told("\n".join((LEAD, UNION, PORT)), None, None)
    assert copies_of([part, whole])[0].original == whole.id


def test_a_part_that_is_used_is_no_copy_and_says_how_much() -> None:
    assert shape(WIRE, QUOTING) == []
    (link,) = reuse_of([WIRE, QUOTING], ())
    assert link.kind == "shares_text" and link.note is not None and link.note.startswith("shares ")
    assert 0.2 <= (link.score or 0) < 0.6


def test_a_link_shows_the_passages_that_both_texts_have() -> None:
    (link,) = reuse_of([WIRE, QUOTING], ())
    texts = {WIRE.id: WIRE_TEXT, QUOTING.id: QUOTING_TEXT}
    shown = [texts[e.article][slice(*e.span)] for e in link.evidence]
    assert len(shown) == 2 and shown[0] == shown[1] and len(shown[0].split()) > 10


def test_the_same_words_in_another_order_share_nothing() -> None:
    assert shape(WIRE, OWN) == [] and reuse_of([WIRE, OWN], ()) == ()


def test_furniture_makes_no_copies() -> None:
    lines = "\n".join(f"Follow us on Chirper at the sign of the blue heron in the square number {i}." for i in range(9))
    assert shape(told(f"{LEAD}\n{lines}", "A"), told(f"{REST}\n{lines}", "B")) == []


def test_of_copies_only_the_original_is_compared_further() -> None:
    briefs = [WIRE, REPRINT, SHORTENED, QUOTING]
    assert {(k.start.name, k.end.name) for k in reuse_of(briefs, copies_of(briefs))} == {
        ("Coastal Wire", "Tarrow Post")
    }


def test_short_texts_are_copies_only_where_they_are_the_same() -> None:
    assert len(copies_of([told("Port closed.", "A"), told("Port closed.", "B")])) == 1
    assert copies_of([told("Port closed.", "A"), told("Port is closed.", "B")]) == ()


def test_a_thousand_copies() -> None:
    briefs = [told(f"{WHOLE} {i}", f"Paper {i}", id=f"c{i}") for i in range(1000)]
    (group,) = copies_of(briefs)
    assert len(group.articles) == 1000 and len(group.links) == 999
    assert reuse_of(briefs, [group]) == ()


@given(st.permutations([WIRE, REPRINT, SHORTENED, EXTENDED, QUOTING]))
def test_order_changes_nothing(briefs: list[Brief]) -> None:
    usual = sorted(briefs, key=lambda b: b.order)
    groups = copies_of(briefs)
    assert groups == copies_of(usual) and len(groups) == 1
    assert reuse_of(briefs, groups) == reuse_of(usual, groups)


class TestRuns:
    def test_a_whole_and_a_sample_are_compared_by_the_sample(self) -> None:
        long = Runs(tuple(range(0, 4000, 4)))
        part = Runs(tuple(range(100)))
        assert part.shared(long) == (25, 25, 1000) and part.contained(long) == long.contained(part) == 1.0

    def test_too_few_say_nothing(self) -> None:
        assert Runs((1, 2, 3)).contained(Runs((1, 2, 3))) == 0.0
        assert Runs(()).contained(Runs(())) == 0.0
