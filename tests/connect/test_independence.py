"""How many origins remain at least, and which may be one: the rules of counting on their own."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from reportedly.connect.independence import at_least, may_be_same, ties_between
from reportedly.connect.speakers import Speaker


def unnamed(noun: str, outlet: str, number: int = 1, of_body: str | None = None) -> Speaker:
    """Unnamed people whom an outlet tells apart by their number."""
    key = f"anonymous:{outlet}:{noun}#{number}"
    return Speaker(key, f"two {noun}s", "anonymous", outlet=outlet, of_body=of_body)


NOUNS, OUTLETS = ("diver", "official", "baker"), ("Bay", "Echo", "Fell")
UNNAMED = st.builds(unnamed, st.sampled_from(NOUNS), st.sampled_from(OUTLETS), st.integers(1, 2))


@given(st.lists(UNNAMED, min_size=1, max_size=8, unique=True))
def test_no_more_remain_than_are_surely_different(speakers: list[Speaker]) -> None:
    sets = (c for n in range(1, len(speakers) + 1) for c in combinations(speakers, n))
    most = max(len(c) for c in sets if not any(may_be_same(s, t) for s, t in combinations(c, 2)))
    outlets = {s.outlet for s in speakers}
    assert max(sum(s.outlet == o for s in speakers) for o in outlets) <= at_least(speakers) <= most


def test_hundreds_of_unnamed_people_are_counted() -> None:
    nouns = [f"{a}{b}er" for a in "bcdfgklmnp" for b in ("ak", "el", "om", "un", "irt")]
    assert at_least([unnamed(n, f"Outlet {k}", k) for k in range(8) for n in nouns]) == len(nouns)


def test_a_person_is_tied_only_to_whom_his_is_called() -> None:
    ada, levan = (Speaker(f"person:{n}", n, "person") for n in ("Ada Brook", "Levan Ross"))
    driver = unnamed("driver", "Bay")._replace(name="her driver")
    ties = ties_between([ada, unnamed("official", "Echo"), driver, levan])
    assert {frozenset((t.one, t.other)) for t in ties if "person" in t.one + t.other} == {
        frozenset((driver.key, ada.key)), frozenset((driver.key, levan.key))
    }  # fmt: skip
