"""Events in words."""

from __future__ import annotations

from dataclasses import fields

import pytest

from reportedly.record import Count, Event
from reportedly.web.reading.event_view import EventView, counts_words, event_views, same_events
from reportedly.web.reading.view import article_view
from tests.web.invented_events import count, hostile_events, many_events, raid
from tests.web.invented_records import harbour

VIEWS = {v.id: v for v in event_views(raid())}


def test_each_event_comes_once_in_text_order() -> None:
    assert list(VIEWS) == ["e1", "e2", "e3", "e4", "e5", "e6", "e7", "e8", "e9", "e10", "e13"]


def test_an_event_in_words() -> None:
    v = VIEWS["e1"]
    assert (v.trigger, v.kind, v.status, v.mark) == ("shelled", "ASSAULT.heavy-weapons", "occurred", "■")
    assert (v.parties, v.counts) == ("Rebels → Tarrow", "killed 11 people, injured 8+")
    assert (v.when, v.where, v.according_to) == ("Friday", "Tarrow", "the army (s1)")
    assert v.facts == (
        ("factuality", "+2.6 of -3 to +3"), ("CAMEO code", "194"), ("quad class", "material conflict"),
        ("contexts", "military"),
    )  # fmt: skip


def test_a_later_mention_says_what_it_tells_otherwise() -> None:
    assert VIEWS["e1"].also == "also e11 (denied, s4), e12"


def test_who_tells_it() -> None:
    assert VIEWS["e2"].telling == "according to the article"
    assert VIEWS["e7"].telling == "according to a rebel leader (s2)"
    lost = raid().events[0].model_copy(update={"according_to": "s99"})
    [view] = event_views(raid().model_copy(update={"events": (lost,)}))
    assert view.telling == "according to a statement that this record lacks (s99)"
    unknown = harbour().model_copy(update={"events": (lost.model_copy(update={"according_to": "s11"}),)})
    assert event_views(unknown)[0].telling == "no source given (s11)"


def test_an_entity_is_named_where_the_words_do_not_say_it() -> None:
    assert VIEWS["e1"].actors == "Rebels"
    assert VIEWS["e2"].parties == "They (Northern Rebels) →"
    assert VIEWS["e7"].parties == "→ the depot"
    assert VIEWS["e6"].parties == ""


@pytest.mark.parametrize(
    ("status", "mark", "happened"),
    [
        ("occurred", "■", True), ("ongoing", "◧", True), ("attempted", "□", False), ("considered", "□", False),
        ("planned", "□", False), ("threatened", "□", False), ("urged", "□", False), ("conditional", "□", False),
        ("called off", "□", False), ("unknown", "□", False),
    ],
)  # fmt: skip
def test_marks_and_groups(status: str, mark: str, happened: bool) -> None:
    view = next(v for v in VIEWS.values() if v.status == status)
    assert (view.mark, view.happened) == (mark, happened)


@pytest.mark.parametrize(
    ("given", "words"),
    [
        (count("killed", 11, 11), "killed 11"),
        (count("killed", 8, None), "killed 8+"),
        (count("injured", None, 5), "injured up to 5"),
        (count("displaced", 2e4, 99999, of="people"), "displaced 20,000–99,999 people"),
        (count("money", 3e6, 3e6, unit="USD"), "USD 3,000,000"),
        (count("money", 2.5, 2.5), "2.5"),
        (count("other", 24, 24, of="strikes"), "24 strikes"),
        (count("other", None, None, of="men"), "Rebels men"),
        (count("other", None, None, span=(3, 3)), "number not clear"),
        (count("other", 3e20, 3e20), "3e+20"),
        (count("other", float("nan"), None), "nan+"),
    ],
)
def test_counts(given: Count, words: str) -> None:
    assert counts_words([given], raid()) == words


def test_events_count_once_and_only_with_a_type() -> None:
    assert article_view(raid()).counts == "4 statements from 4 sources, 10 events"
    assert article_view(harbour()).counts.endswith("would not say")
    assert article_view(many_events(5)).counts == "no statements found, 4 events"


def test_an_event_without_a_type_is_called_so() -> None:
    assert VIEWS["e13"].kind == "untyped"


def test_pointers_in_circles_or_to_nothing_lose_no_mention() -> None:
    def event(id: str, start: int, same_as: str | None) -> Event:
        return Event(id=id, trigger=(start, start + 1), sentence=(0, 9), type="AID", same_as=same_as)

    groups = same_events(
        [event("e5", 5, "e9"), event("e1", 1, "e3"), event("e2", 2, "e1"), event("e3", 3, "e2"), event("e4", 4, "e4"),
         event("e6", 6, "e5"), event("e0", 0, "e6")]
    )  # fmt: skip
    assert [[e.id for e in g] for g in groups] == [["e0", "e5", "e6"], ["e1", "e2", "e3"], ["e4"]]


def test_no_view_holds_a_hidden_character() -> None:
    def strings(view: EventView) -> list[str]:
        values = [getattr(view, f.name) for f in fields(view) if f.name not in ("event", "again")]
        made = [x for m in view.made for x in (m.field, m.by, m.missing, m.because)]
        facts = [x for fact in view.facts for x in fact]
        return [x for x in (*values, *made, *facts, view.also, view.telling, view.parties) if isinstance(x, str)]

    shown = [x for v in event_views(hostile_events()) for x in strings(v)]
    assert len(shown) > 20
    assert not any(c in s for s in shown for c in "\x00\x07\n\x1b\x9b\u202e\u200b")
