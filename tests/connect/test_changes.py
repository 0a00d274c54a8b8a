from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.connect.changes import SHOWN, Change, changes_between
from reportedly.connect.nouns import Happening, Story
from tests.connect.happened import dispute, figure, happening, origin, origins, story

GOVERNOR = origin("the governor", "a")
HOSPITAL = origin("Deshgar hospital", "b")
MEMBERS = figure(5, "a", what="other", of="members")


def new(before: Story | None, after: Story) -> list[tuple[str, str | None, str | None, tuple[str, ...]]]:
    return [(c.kind, c.before, c.after, c.by) for c in changes_between(before, after)]


def one(before: Story, after: Story, kind: str) -> Change:
    [change] = [c for c in changes_between(before, after) if c.kind == kind]
    return change


def kinds(before: Story | None, after: Story) -> list[str]:
    return [c.kind for c in changes_between(before, after)]


def test_a_new_story_is_one_new_happening_however_many_tell_it() -> None:
    ten = [f"a{n}" for n in range(10)]
    every = origins(*(origin(f"officer {n}", a) for n, a in enumerate(ten)))
    [change] = changes_between(None, story(happening("h1", *ten, origins=every, counts=(figure(9, "a0"),))))
    assert (change.kind, change.happening, change.name) == ("new_happening", "h1", "bombing, Deshgar")
    assert (change.before, change.after) == (None, "occurred, 4 March 2025, 9 killed")
    assert change.articles == tuple(ten)
    assert len(change.evidence) == SHOWN


def test_a_new_happening_in_a_known_story() -> None:
    known = happening("h1", "a")
    raid = happening("h2", "b", name="raid", status="planned")
    found = new(story(known), story(known, raid))
    assert found == [("new_happening", None, "planned, 4 March 2025", ("the governor",))]


def test_nothing_is_new_where_nothing_differs() -> None:
    same = story(
        happening("h1", "a", "b", counts=(figure(3, "a"),), disputes=(dispute("conflict", "time", ("a",), ("b",)),))
    )
    assert changes_between(same, same) == ()


def test_copies_and_relays_are_no_news() -> None:
    """They add articles to those who tell of it, but nobody who could know."""
    before = happening("h1", "a", origins=origins(GOVERNOR), counts=(figure(3, "a"),))
    told = GOVERNOR.model_copy(update={"articles": ("a", "b", "c")})
    after = happening("h1", "a", "b", "c", origins=origins(told), counts=(figure(3, "a", "b", "c"),))
    assert changes_between(story(before), story(after, copies=[("a", "b")])) == ()


def test_an_origin_that_only_a_copy_names_is_no_news() -> None:
    """Reading may name somebody in a copy otherwise than in its original."""
    before = happening("h1", "a", origins=origins(GOVERNOR))
    after = happening("h1", "a", "b", origins=origins(GOVERNOR, origin("Governor Resk", "b")))
    assert changes_between(story(before), story(after, copies=[("a", "b")])) == ()
    assert kinds(story(before), story(after)) == ["new_origin"]


def test_a_new_independent_origin_is_named_with_the_range_before_and_after() -> None:
    before = happening("h1", "a", origins=origins(GOVERNOR))
    after = happening("h1", "a", "b", origins=origins(GOVERNOR, HOSPITAL))
    change = one(story(before), story(after), "new_origin")
    assert (change.by, change.before, change.after) == (("Deshgar hospital",), "1", "2")
    assert change.articles == ("b",)
    assert change.evidence == HOSPITAL.evidence
    assert change.note is None


def test_an_origin_that_may_be_one_of_those_known_says_so() -> None:
    police = origin("the police", "b").model_copy(update={"maybe": (GOVERNOR.key,)})
    before = happening("h1", "a", origins=origins(GOVERNOR))
    after = happening("h1", "a", "b", origins=origins(GOVERNOR, police, at_least=1))
    change = one(story(before), story(after), "new_origin")
    assert (change.after, change.note) == ("1–2", "may rest on the same as the governor")


def test_an_outlet_that_names_nobody_is_no_new_origin() -> None:
    before = happening("h1", "a", origins=origins(GOVERNOR))
    after = happening(
        "h1", "a", "b", origins=origins(GOVERNOR, origin("The Vell Gull", "b", kind="outlet"), at_least=1)
    )
    assert changes_between(story(before), story(after)) == ()


@pytest.mark.parametrize(
    "same",
    [
        origin("THE GOVERNOR", "b", kind="person"),
        origin("Ana Resk", "a", kind="person"),
        GOVERNOR.model_copy(update={"name": "Governor Resk"}),
    ],
    ids=["by name", "by words", "by key"],
)
def test_an_origin_is_known_by_its_key_its_name_or_its_words(same: Any) -> None:
    before = happening("h1", "a", origins=origins(GOVERNOR))
    after = happening("h1", "a", "b", origins=origins(same))
    assert changes_between(story(before), story(after)) == ()


def test_unnamed_people_of_one_description_in_other_words_are_new() -> None:
    first = origin("two officials", "a", kind="anonymous")
    second = origin("two officials", "b", kind="anonymous").model_copy(update={"key": "anonymous:b"})
    before = happening("h1", "a", origins=origins(first))
    after = happening("h1", "a", "b", origins=origins(first, second, at_least=1))
    assert kinds(story(before), story(after)) == ["new_origin"]


def test_a_toll_that_changed_says_from_what_to_what_by_whom() -> None:
    before = happening("h1", "a", counts=(figure(5, "a"),))
    after = happening("h1", "a", "b", counts=(figure(9, "b", by=[HOSPITAL]), figure(5, "a")))
    found = [c for c in changes_between(story(before), story(after)) if c.kind == "figure_changed"]
    assert [(c.what, c.before, c.after, c.by, c.articles) for c in found] == [
        ("killed", "5 killed", "9 killed", ("Deshgar hospital",), ("b",))
    ]


@pytest.mark.parametrize(
    ("old", "now", "wanted"),
    [
        (figure(5, "a"), figure(5, "a", high=None), ("5 killed", "at least 5 killed")),
        (None, figure(5, "a"), (None, "5 killed")),
        (None, MEMBERS, None),
        (MEMBERS, figure(6, "b", what="other", of="members"), ("5 members", "6 members")),
        (MEMBERS, figure(5, "b", what="other", of="tents"), None),
        (figure(5, "a"), figure(5, "b"), None),
        (figure(3e6, "a", what="money", unit="USD"), figure(3e6, "b", what="money", unit="EUR"),
         ("USD 3,000,000", "EUR 3,000,000")),
    ],
)  # fmt: skip
def test_which_figures_are_news(old: Any, now: Any, wanted: tuple[str | None, str] | None) -> None:
    before = happening("h1", "a", counts=(old,) if old else ())
    after = happening("h1", "a", "b", counts=(now, *([old] if old and now.articles == ("b",) else ())))
    found = [(c.before, c.after) for c in changes_between(story(before), story(after))]
    assert found == ([wanted] if wanted else [])


def test_an_article_that_gives_another_figure_than_before_is_a_correction() -> None:
    before = happening("h1", "a", "b", counts=(figure(9, "a"), figure(8, "b")))
    after = happening("h1", "a", "b", counts=(figure(7, "a"), figure(8, "b")))
    change = one(story(before), story(after), "correction")
    assert (change.before, change.after, change.articles) == ("9 killed", "7 killed", ("a",))
    assert kinds(story(before), story(after)) == ["correction"]


def test_an_article_that_adds_a_figure_to_its_own_corrects_nothing() -> None:
    before = happening("h1", "a", counts=(figure(9, "a"),))
    after = happening("h1", "a", counts=(figure(9, "a"), figure(7, "a")))
    assert changes_between(story(before), story(after)) == ()


@pytest.mark.parametrize(
    ("was", "now", "words"),
    [
        ("planned", "occurred", ("planned", "occurred")),
        ("planned", "called_off", ("planned", "called off")),
        ("unconfirmed", "denied", ("unconfirmed", "denied")),
        ("unknown", "ongoing", ("unknown", "ongoing")),
    ],
)
def test_a_status_that_changed(was: str, now: str, words: tuple[str, str]) -> None:
    change = one(
        story(happening("h1", "a", status=was)), story(happening("h1", "a", "b", status=now)), "status_changed"
    )
    assert (change.before, change.after) == words
    assert change.articles == ("b",)
    assert [e.article for e in change.evidence] == ["b"]


def test_the_first_denial_is_told_once() -> None:
    """It is not told again as a status, and a second denial of the same is no news."""
    before = happening("h1", "a")
    denied = happening("h1", "a", "b", status="disputed", disputes=(dispute("denial", "occurrence", ("a",), ("b",)),))
    assert new(story(before), story(denied)) == [("denial", "occurred", "disputed", ())]
    change = one(story(before), story(denied), "denial")
    assert change.articles == ("b",)
    assert [e.article for e in change.evidence] == ["a", "b"]
    again = happening(
        "h1", "a", "b", "c", status="disputed", disputes=(dispute("denial", "occurrence", ("a",), ("b", "c")),)
    )  # fmt: skip
    assert changes_between(story(denied), story(again)) == ()


def test_the_first_conflict_over_each_question() -> None:
    clash = dispute("conflict", "killed", ("a",), ("b",), values=("9", "30"))
    other = dispute("conflict", "killed", ("a",), ("c",), values=("9", "31"))
    time = dispute("conflict", "time", ("a",), ("c",), values=("4 March", "5 March"))
    before, after = happening("h1", "a", "b"), happening("h1", "a", "b", disputes=(clash,))
    assert new(story(before), story(after)) == [("conflict", "9", "30", ())]
    later = happening("h1", "a", "b", "c", disputes=(clash, other, time))
    assert new(story(after), story(later)) == [("conflict", "4 March", "5 March", ())]


def test_different_scope_and_superseded_tolls_are_no_conflict() -> None:
    found = (
        dispute("different_scope", "killed", ("a",), ("b",)),
        dispute("superseded", "killed", ("a",), ("b",)),
        dispute("different_attribution", "killed", ("a",), ("b",)),
    )
    assert changes_between(story(happening("h1", "a", "b")), story(happening("h1", "a", "b", disputes=found))) == ()


def test_a_withdrawn_report_is_a_retraction() -> None:
    before = happening("h1", "a", "b", status="unconfirmed")
    withdrawn = happening(
        "h1", "a", "b", "c", status="unconfirmed", disputes=(dispute("superseded", "occurrence", ("a", "b"), ("c",)),)
    )  # fmt: skip
    change = one(story(before), story(withdrawn), "retraction")
    assert (change.after, change.articles) == ("unconfirmed", ("c",))
    retracted = happening("h1", "a", "b", "c", status="retracted")
    assert "retraction" in kinds(story(before), story(retracted))


def test_a_status_retracted_is_told_once() -> None:
    before = happening("h1", "a", status="occurred")
    assert kinds(story(before), story(happening("h1", "a", "b", status="retracted"))) == ["retraction"]


def test_happenings_that_were_merged_and_split() -> None:
    first, second = happening("h1", "a"), happening("h2", "b")
    both = happening("h1", "a", "b")
    merged = one(story(first, second), story(both), "merged")
    assert (merged.happening, merged.others) == ("h1", ("h2",))
    split = one(story(both), story(first, happening("h3", "b")), "split")
    assert (split.happening, split.others) == ("h3", ("h1",))


def test_a_merger_is_no_new_origin_nor_a_new_toll_of_those_merged() -> None:
    first = happening("h1", "a", origins=origins(GOVERNOR), counts=(figure(9, "a"),))
    second = happening("h2", "b", origins=origins(HOSPITAL), counts=(figure(7, "b"),))
    both = happening(
        "h1", "a", "b", origins=origins(GOVERNOR, HOSPITAL), counts=(figure(9, "a"), figure(7, "b"))
    )  # fmt: skip
    assert kinds(story(first, second), story(both)) == ["merged"]


IDLE = happening("h1", "a", type=None, name="meeting")
QUAKE = happening("h2", "a", type=None, name="earthquake", counts=(figure(40, "a", what="displaced"),))


def test_only_what_is_listed_is_news() -> None:
    """It has a type, harmed people, or is denied."""
    denied = dispute("denial", "occurrence", ("a",), ("b",))
    rumour = happening("h3", "a", "b", type=None, name="sighting", disputes=(denied,))
    found = changes_between(None, story(IDLE, QUAKE, rumour))
    assert [(c.happening, c.kind) for c in found] == [
        ("h2", "new_happening"),
        ("h3", "new_happening"),
        ("h3", "denial"),
    ]


def test_what_is_listed_only_now_is_new() -> None:
    before = happening("h2", "a", type=None, name="earthquake")
    [change] = changes_between(story(before), story(QUAKE))
    assert (change.kind, change.after) == ("new_happening", "occurred, 4 March 2025, 40 displaced")
    assert changes_between(story(QUAKE), story(before)) == ()


def test_what_is_not_listed_is_merged_and_split_without_a_word() -> None:
    first, both = happening("h1", "a"), happening("h1", "a", "b")
    idle = happening("h2", "b", type=None)
    assert changes_between(story(first, idle), story(both)) == ()
    found = changes_between(
        story(happening("h2", "a", "b", type=None)), story(happening("h2", "b", type=None), happening("h3", "a"))
    )
    assert [c.kind for c in found] == ["new_happening"]


def test_a_change_names_all_articles_whose_words_may_stand_in_it() -> None:
    before = happening("h1", "a", "gone", counts=(figure(5, "gone"),))
    after = happening("h1", "a", "b", counts=(figure(9, "b"),))
    found = changes_between(story(before), story(after))
    assert {c.kind for c in found} == {"figure_changed"}
    assert {c.told_in for c in found} == {("a", "b", "gone")}


def test_a_change_goes_through_json() -> None:
    [change] = changes_between(None, story(happening("h1", "a", counts=(figure(9, "a"),))))
    assert Change.model_validate(change.to_json()) == change


STATES = st.builds(
    happening,
    st.just("h1"),
    st.just("a"),
    st.sampled_from(["b", "c"]),
    status=st.sampled_from(["planned", "occurred", "denied", "disputed", "retracted"]),
    counts=st.lists(st.builds(figure, st.integers(1, 4), st.sampled_from(["a", "b"])), max_size=3).map(tuple),
    disputes=st.lists(
        st.builds(dispute, st.sampled_from(["denial", "conflict", "superseded"]), st.just("occurrence"),
                  st.just(("a",)), st.just(("b",))), max_size=2,
    ).map(tuple),
)  # fmt: skip


@given(STATES, STATES)
def test_what_is_new_is_pure_and_about_what_is_there_now(before: Happening, after: Happening) -> None:
    found = changes_between(story(before), story(after))
    assert found == changes_between(story(before), story(after))
    assert {c.happening for c in found} <= {"h1"}
    assert all(set(c.articles) <= set(after.articles) | {"b"} for c in found)
    assert all(len(c.evidence) <= SHOWN for c in found)
    assert changes_between(story(after), story(after)) == ()
