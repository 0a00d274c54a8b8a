"""Happenings of briefs made by hand."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.connect.brief import Party
from reportedly.connect.happenings import Cluster, Ruling, clusters_of
from reportedly.connect.nouns import Origins
from tests.connect.happenings.mentioned import DESKAR, ULVANIA, VELMORA, Given, at, brief, on, person


def words(clusters: list[Cluster]) -> list[set[tuple[str, str]]]:
    return [{(b.id, m.word) for b, m in c.mentions} for c in clusters]


def test_other_words_for_one_thing_join() -> None:
    found = clusters_of([brief("a", on("exploded", "2025-03-04")), brief("b", on("blast", "2025-03-04"))])
    assert words(found) == [{("a", "exploded"), ("b", "blast")}]


def test_ways_of_shelling_are_not_told_apart_and_others_are() -> None:
    def shelled(mode: str) -> Given:
        return at("shelled", type="ASSAULT", mode=mode)

    def scores(mode: str) -> list[float | None]:
        found = clusters_of([brief("a", shelled("aerial")), brief("b", shelled(mode))])
        return [j.score for c in found for j in c.joins]

    assert scores("heavy-weapons") == scores("aerial") != scores("firearms")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (on("raided", "2025-03-03"), on("raided", "2025-03-06")),
        (at("raided", place=VELMORA), at("raided", place=DESKAR)),
        (at("attack", nth=1), at("attack", nth=2)),
        (at("attack"), at("attack", apart="drill")),
        (at("attack"), at("attack", apart="commemoration")),
        (
            at("arrested", recipients=(Party(text="Ana Resk", head="resk", name="Ana Resk", key="person:ana resk"),)),
            at(
                "arrested",
                recipients=(Party(text="Jon Amsel", head="amsel", name="Jon Amsel", key="person:jon amsel"),),
            ),
        ),
        (at("raided"), at("resigned")),
        (at("said"), at("said")),
    ],
    ids=["day", "town", "ordinal", "drill", "anniversary", "person", "kind", "little words"],
)
def test_contradictions_keep_apart(one: Given, other: Given) -> None:
    assert len(clusters_of([brief("a", one), brief("b", other)])) == 2


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (on("raided", "2025-03-03"), on("raided", "2025-03-04")),
        (at("raided", place=VELMORA), at("raided", place=ULVANIA)),
        (at("strike", status="planned"), at("strike", status="occurred")),
        (at("attack"), at("attack", status="denied")),
    ],
    ids=["one day off", "town in its country", "planned then occurred", "denied"],
)
def test_what_does_not_contradict(one: Given, other: Given) -> None:
    assert len(clusters_of([brief("a", one), brief("b", other)])) == 1


def test_one_of_several_victims_does_not_contradict_another() -> None:
    one = at("kidnapped", recipients=(person("ana resk"),))
    other = at("kidnapped", recipients=(person("jon amsel"),))
    joint = at("kidnapped", recipients=(person("jon amsel"),), joint=True)
    assert len(clusters_of([brief("a", one), brief("b", other)])) == 2
    assert len(clusters_of([brief("a", one), brief("b", joint)])) == 1


def test_a_second_one_is_another_than_that_told_before() -> None:
    first = brief("a", at("exchange"), published="2025-03-05")
    second = brief("b", at("exchange", nth=2), published="2025-03-06")
    assert len(clusters_of([first, second])) == 2


def test_news_without_a_day_is_dated_by_when_it_was_first_told() -> None:
    told = [
        brief("a", at("arrested", type="COERCE")),
        brief("b", at("arrested", type="COERCE"), published="2025-03-08"),
    ]
    (cluster,) = clusters_of(told)
    assert cluster.date == ("2025-03-04", "2025-03-05")
    (alone,) = clusters_of(told[:1])
    assert alone.date is None


def test_an_anniversary_years_later_is_of_the_old_attack() -> None:
    old = brief("a", on("attack", "2015-03-04"), published="2015-03-05")
    new = brief("b", on("attack", "2025-03-05", apart="commemoration"), published="2025-03-05")
    (cluster,) = clusters_of([old, new])
    assert cluster.date == ("2015-03-04", "2015-03-04")


def test_every_mention_is_in_exactly_one_and_copies_share_theirs() -> None:
    briefs = [brief(i, "raided", "said", "arrested", text="one text") for i in "abc"] + [brief("d", "raid")]
    found = clusters_of(briefs)
    everything = [(b.id, m.event) for c in found for b, m in c.mentions]
    assert sorted(everything) == sorted((b.id, m.event) for b in briefs for m in b.mentions)
    assert {"a", "b", "c", "d"} == set(found[0].articles)


@given(order=st.permutations(range(4)), ids=st.permutations("wxyz"))
def test_neither_order_nor_ids_matter(order: list[int], ids: list[str]) -> None:
    given_: list[tuple[str | Given, ...]] = [
        ("raided", "killed"), (on("raid", "2025-03-03"), "said"), (on("raid", "2025-03-06"), "death"), ("attack",)
    ]  # fmt: skip
    plain = [brief(str(k), *g, text=f"t{k}") for k, g in enumerate(given_)]
    shuffled = [brief(ids[k], *given_[k], text=f"t{k}") for k in order]

    def shape(found: list[Cluster]) -> list[tuple[str, list[tuple[str, str]]]]:
        return [(c.id, [(b.text_sha256, m.event) for b, m in c.mentions]) for c in found]

    assert shape(clusters_of(plain)) == shape(clusters_of(shuffled))


def test_rulings_go_before_scores() -> None:
    briefs = [brief("a", "raided"), brief("b", "raided"), brief("c", "resigned")]
    first, second, third = ((b.text_sha256, b.mentions[0].trigger) for b in briefs)
    assert words(clusters_of(briefs, [Ruling(False, first, second)])) == [
        {("a", "raided")}, {("b", "raided")}, {("c", "resigned")}
    ]  # fmt: skip
    assert {("a", "raided"), ("b", "raided"), ("c", "resigned")} in words(
        clusters_of(briefs, [Ruling(True, first, third)])
    )


def test_the_later_of_two_rulings_holds_and_strangers_are_left_out() -> None:
    briefs = [brief("a", "raided"), brief("b", "resigned")]
    first, second = ((b.text_sha256, b.mentions[0].trigger) for b in briefs)
    together, apart = Ruling(True, first, second), Ruling(False, second, first)
    assert len(clusters_of(briefs, [apart, together])) == 1
    assert len(clusters_of(briefs, [together, apart])) == 2
    assert len(clusters_of(briefs, [Ruling(True, first, ("no such text", (0, 4)))])) == 2


def test_a_ruling_keeps_whole_happenings_apart() -> None:
    briefs = [brief(i, "raided") for i in "abcd"]
    a, d = (briefs[0].text_sha256, (0, 6)), (briefs[3].text_sha256, (0, 6))
    found = words(clusters_of(briefs, [Ruling(False, a, d)]))
    assert len(found) == 2
    assert not any({("a", "raided"), ("d", "raided")} <= w for w in found)


def test_a_copy_that_was_read_otherwise_keeps_its_own_mentions() -> None:
    found = clusters_of([brief("a", "raided", text="one text"), brief("b", "raided", "resigned", text="one text")])
    assert words(found) == [{("a", "raided"), ("b", "raided")}, {("b", "resigned")}]


def test_what_a_blast_brought_about_is_told_with_it() -> None:
    (blast, killed) = clusters_of([brief("a", "blast", at("killed", counts=(("killed", 9.0, 9.0),)))])
    assert [m.word for _, m in blast.effects] == ["killed"] and not killed.effects


def test_a_stand_in_joins_what_was_told_just_before() -> None:
    assert words(clusters_of([brief("a", "shooting", "incident")])) == [{("a", "shooting"), ("a", "incident")}]
    assert len(clusters_of([brief("a", "resigned", "incident")])) == 2


def test_date_is_the_narrow_one_that_most_texts_tell() -> None:
    briefs = [
        brief("a", on("raid", "2025-03-04")), brief("b", on("raid", "2025-03-04")),
        brief("c", on("raid", "2025-03-05")), brief("d", at("raid", earliest="2025-03-01", latest="2025-03-31")),
    ]  # fmt: skip
    (cluster,) = clusters_of(briefs)
    assert cluster.date == ("2025-03-04", "2025-03-04")


@pytest.mark.parametrize(
    ("mention", "date"),
    [
        (at("raid"), None),
        (at("raid", earliest="soon", latest="later"), None),
        (at("raid", earliest="2025-03-04T24:00", latest="2025-03-04T24:00"), ("2025-03-05", "2025-03-05")),
        (at("raid", day=("2025-03-04", "2025-03-04")), ("2025-03-04", "2025-03-04")),
        (at("raid", day=("2025-03-04", "2025-03-04"), status="denied"), None),
    ],
)
def test_dates_of_one_mention(mention: Given, date: tuple[str, str] | None) -> None:
    assert clusters_of([brief("a", mention)])[0].date == date


def test_a_happening_has_a_name_a_place_and_reasons() -> None:
    briefs = [
        brief("a", on("exploded", "2025-03-04", place=ULVANIA, type="ASSAULT", mode="explosives")),
        brief("b", on("blast", "2025-03-04", place=VELMORA, type="ASSAULT"), published="2025-03-06"),
    ]
    (cluster,) = clusters_of(briefs)
    happening = cluster.happening(Origins(at_least=1, at_most=2), (), (), "occurred")
    assert (happening.name, happening.type, happening.mode) == ("bombing, Velmora", "ASSAULT", "explosives")
    assert happening.place and happening.place.name == "Velmora"
    (link,) = happening.links
    assert (link.kind, link.by, link.start.id, link.end.id) == ("same_happening", "rule:happening@1", "b", "a")
    assert {r.feature for r in link.reasons} >= {"same_sense", "same_day", "same_type"} and link.score
    assert [e.article for e in link.evidence] == ["b", "a"]


def test_nothing_comes_of_nothing() -> None:
    assert clusters_of([]) == []
    assert clusters_of([brief("a")]) == []


def test_a_thousand_copies_cost_little_more_than_one() -> None:
    found = clusters_of([brief(f"c{i}", "raided", "killed", text="one text") for i in range(1000)])
    assert sorted(len(c.mentions) for c in found) == [1000, 1000]


def test_a_name_is_that_of_the_first_of_several_people_named_alike_often() -> None:
    people = [
        {"text": n, "head": n.lower(), "name": n, "key": f"person:{n.lower()}"} for n in ("Orla", "Bren", "Tove", "Ask")
    ]
    (found,) = clusters_of([brief("a", ("arrested", {"recipients": tuple(Party(**p) for p in people)}))])
    assert found.name == "arrested (Orla)"


def test_what_is_told_without_a_time_is_not_what_happened_long_ago() -> None:
    new, old = on("strike", "2025-03-07", type="PROTEST", status="planned"), on("walkout", "2014-05-02", type="PROTEST")
    found = clusters_of([brief("a", new), brief("b", "stoppage", old)])
    assert words(found) == [{("a", "strike"), ("b", "stoppage")}, {("b", "walkout")}]


def test_a_time_long_ago_may_be_that_of_all() -> None:
    """A trial tells of nothing else."""
    found = clusters_of([brief("a", on("killed", "2014-05-02")), brief("b", "killing")])
    assert words(found) == [{("a", "killed"), ("b", "killing")}]
