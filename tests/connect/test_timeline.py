from __future__ import annotations

from collections.abc import Sequence
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from reportedly.connect.clippings import Clipping, Wording
from reportedly.connect.nouns import Happening, MentionRef
from reportedly.connect.timeline import QUOTED, Cuttings, Days, Entry, timeline_of
from tests.connect.happened import AT, dispute, figure, happening, origin, origins


def clipping(article: str, day: str | None = None, copy_of: str | None = None) -> Clipping:
    return Clipping(
        article=article, outlet="The Harbor Post", published=day and f"{day}T08:00:00Z", day=day, copy_of=copy_of
    )


def wording(article: str, words: str = "A bomb went off.", said: Days | None = None) -> Wording:
    mention = MentionRef(article=article, event="e1", trigger=AT)
    return Wording(mention=mention, words="bomb", sentence=words, status="occurred", by="the governor", said=said)


def known(clippings: Sequence[Clipping] = (), wordings: Sequence[Wording] = ()) -> Cuttings:
    return Cuttings({c.article: c for c in clippings}, {(w.mention.article, w.mention.event): w for w in wordings})


def entry(h: Happening, cuttings: Cuttings | None = None) -> Entry:
    [found] = timeline_of([h], cuttings or known())
    return found


def test_event_statement_and_publication_are_kept_apart() -> None:
    found = entry(
        happening("h1", "a", "b", date=("2025-03-04", "2025-03-04")),
        known(
            [clipping("a", "2025-03-06"), clipping("b", "2025-03-09")],
            [wording("a", said=("2025-03-05", "2025-03-05")), wording("b", said=("2025-03-07", "2025-03-08"))],
        ),
    )
    assert found.date == ("2025-03-04", "2025-03-04")
    assert found.said == ("2025-03-05", "2025-03-08")
    assert found.published == ("2025-03-06", "2025-03-09")


def test_what_nobody_tells_is_none() -> None:
    found = entry(happening("h1", "a", date=None), known([clipping("a")], [wording("a")]))
    assert (found.date, found.said, found.published) == (None, None, None)


def test_entries_come_by_event_day_then_publication_and_undated_ones_last() -> None:
    late, early = happening("h1", "a", date=("2025-03-09", "2025-03-09")), happening("h2", "b")
    undated, vague = happening("h3", "c", date=None), happening("h4", "d", date=("2025-03-01", "2025-03-31"))
    told_later = happening("h5", "e")
    cuttings = known(
        [
            clipping(a, day)
            for a, day in zip(
                "abcde", ["2025-03-09", "2025-03-05", "2025-01-01", "2025-03-05", "2025-03-06"], strict=True
            )
        ]
    )
    found = timeline_of([undated, late, told_later, early, vague], cuttings)
    assert [e.happening for e in found] == ["h4", "h2", "h5", "h1", "h3"]


def test_copies_are_counted_apart_and_not_quoted() -> None:
    cuttings = known(
        [clipping("a", "2025-03-04"), clipping("b", "2025-03-04", copy_of="a"), clipping("c", "2025-03-05")],
        [wording("a", "One."), wording("b", "One."), wording("c", "Two.")],
    )
    found = entry(happening("h1", "a", "b", "c"), cuttings)
    assert (found.articles, found.copies) == (3, 1)
    assert [w.sentence for w in found.wordings] == ["One.", "Two."]


def test_a_happening_of_copies_only_keeps_one_that_counts() -> None:
    """The original may tell of it in words that were not read; somebody tells of it all the same."""
    cuttings = known([clipping("b", copy_of="a"), clipping("c", copy_of="a")], [wording("b"), wording("c")])
    found = entry(happening("h1", "b", "c"), cuttings)
    assert (found.articles, found.copies, len(found.wordings)) == (2, 1, 2)


def test_at_most_so_many_wordings_one_of_each_article() -> None:
    articles = [f"a{n}" for n in range(9)]
    found = entry(happening("h1", *articles), known(wordings=[wording(a, a) for a in articles]))
    assert [w.sentence for w in found.wordings] == articles[:QUOTED]


def test_figures_come_as_they_were_given_kind_by_kind() -> None:
    nine, five, hurt = figure(9, "b", by=[origin("the hospital", "b")]), figure(5, "a"), figure(20, "a", what="injured")
    cuttings = known([clipping("a", "2025-03-04"), clipping("b", "2025-03-06")])
    found = entry(happening("h1", "a", "b", counts=(nine, hurt, five)), cuttings)
    assert [(g.words, g.published, g.by) for g in found.figures] == [
        ("5 killed", ("2025-03-04", "2025-03-04"), ()),
        ("9 killed", ("2025-03-06", "2025-03-06"), ("the hospital",)),
        ("20 injured", ("2025-03-04", "2025-03-04"), ()),
    ]


def test_a_figure_of_an_undated_article_comes_last() -> None:
    cuttings = known([clipping("a"), clipping("b", "2025-03-06")])
    found = entry(happening("h1", "a", "b", counts=(figure(5, "a"), figure(9, "b"))), cuttings)
    assert [(g.words, g.published is None) for g in found.figures] == [("9 killed", False), ("5 killed", True)]


def test_status_origins_and_disputes_are_those_of_the_happening() -> None:
    clash = dispute("conflict", "killed", ("a",), ("b",))
    h = happening(
        "h1", "a", "b", status="disputed", disputes=(clash, clash),
        origins=origins(origin("the governor", "a"), origin("the rebels", "b"), at_least=1),
    )  # fmt: skip
    found = entry(h)
    assert (found.name, found.status, found.origins) == ("bombing, Deshgar", "disputed", (1, 2))
    assert found.disputes == (("conflict", "killed"),)


DAY = st.dates().map(str)
HAPPENINGS = st.lists(
    st.builds(
        happening, st.uuids().map(lambda u: f"h{u.hex[:6]}"), st.sampled_from("abc"),
        date=st.one_of(st.none(), st.tuples(DAY, DAY).map(lambda days: (min(days), max(days)))),
    ),
    unique_by=lambda h: h.id,
)  # fmt: skip


@given(HAPPENINGS, st.randoms())
def test_the_order_does_not_depend_on_the_order_given(happenings: list[Happening], random: Random) -> None:
    cuttings = known([clipping("a", "2025-03-04"), clipping("b", "2024-03-04"), clipping("c")])
    wanted = timeline_of(happenings, cuttings)
    shuffled = list(happenings)
    random.shuffle(shuffled)
    assert timeline_of(shuffled, cuttings) == wanted
    dates = [e.date for e in wanted]
    dated = [d for d in dates if d]
    assert dates == [*sorted(dated), *[None] * (len(dates) - len(dated))]
