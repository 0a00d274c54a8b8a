"""Views: records in words."""

from __future__ import annotations

from reportedly.record import Article, Entity, Record, Source, Statement
from reportedly.web.reading.view import article_view, stands_for
from tests.web.invented_records import RUN, Text, harbour, hostile, quiet, unread


def test_text_order_with_nested_statements_after_their_parent_and_refusals_apart() -> None:
    view = article_view(harbour())
    assert [(v.id, v.depth) for v in view.said] == [
        ("s1", 0), ("s2", 0), ("s3", 1), ("s4", 0), ("s5", 0), ("s6", 0), ("s7", 0), ("s8", 1), ("s9", 0), ("s10", 1),
        ("s11", 0), ("s12", 0),
    ]  # fmt: skip
    assert [v.id for v in view.refused] == ["s13", "s14"]


def test_counts() -> None:
    assert article_view(harbour()).counts == "12 statements from 8 sources, 2 would not say"
    assert article_view(quiet()).counts == "no statements found"
    assert article_view(unread()).counts == "not read"


def test_via_is_shown_only_where_somebody_stood_between() -> None:
    views = {v.id: v for v in article_view(harbour()).said}
    assert views["s2"].via == "Two officials → Sky Tirana → The Harbor Post"
    assert views["s4"].via is None
    assert views["s5"].via is None


def test_an_entity_adds_what_the_words_do_not_say() -> None:
    ana = Entity(id="n1", name="Ana Resk", kind="person", role="press secretary")
    said = [
        stands_for(Source(text=t), ana) for t in ("she", "Ana Resk", "the press secretary", "Ana Resk, press secretary")
    ]
    assert said == ["Ana Resk, press secretary", "press secretary", "Ana Resk", None]
    assert stands_for(Source(text="She"), None) is None


def test_gaps_in_content_are_shown() -> None:
    views = {v.id: v for v in article_view(harbour()).said}
    assert views["s4"].content == (
        "“The port will close on Monday,” … “and it will stay closed until the ministry talks to us.”"
    )


def test_circles_and_unknown_parents_lose_no_statement() -> None:
    t = Text("A said B. C said D. E said F.")
    statements = (
        t.say("s1", "A", "said", "B", parent="s2"),
        t.say("s2", "C", "said", "D", parent="s1"),
        t.say("s3", "E", "said", "F", parent="s9"),
    )
    record = Record(article=Article(id="a", text=t.text), statements=statements, run=RUN)
    assert sorted(v.id for v in article_view(record).said) == ["s1", "s2", "s3"]


def test_a_statement_without_any_words_is_still_listed() -> None:
    bare = Statement(id="s1", source=Source(), form="indirect", act="say")
    view = article_view(Record(article=Article(id="a", text="x"), statements=(bare,), run=RUN)).said[0]
    assert (view.source, view.authority, view.content) == ("no source given", "none", "")


def test_no_view_holds_a_control_character() -> None:
    view = article_view(hostile())
    shown = [
        view.id,
        view.title,
        view.outlet,
        view.byline,
        *(x for v in view.said for x in (v.source, v.content, v.via)),
    ]
    assert not any(c in s for s in shown if s for c in "\x00\x07\x1b\x9b\u202e\u200b")
