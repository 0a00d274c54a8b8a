# ruff: noqa: E501 (whole lines of what is printed)
"""The page: complete, escaped, self-contained."""

from __future__ import annotations

import base64
import hashlib
import re
import time
from html.parser import HTMLParser
from typing import get_args

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.record import Article, Count, Event, Participant, Record, Source, Statement, Why
from reportedly.record.event import Status
from reportedly.web.reading.page import page
from reportedly.web.reading.view import article_view
from reportedly.web.visible import visible
from tests.web.invented_events import hostile_events, many_events, raid
from tests.web.invented_records import RUN, harbour, hostile, quiet, unread

VOID = {"meta", "br"}


class Seen(HTMLParser):
    """What a browser would see: the elements, and the text of the sections that show the articles' text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[str] = []
        self.marks: dict[str, str] = {}
        self._open: list[tuple[str, dict[str, str | None]]] = []
        self.feed(html)
        self.close()
        assert not self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self._open.append((tag, dict(attrs)))
        if tag == "section":
            self.texts.append("")

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop()[0] == tag

    def handle_data(self, data: str) -> None:
        if any(tag == "section" for tag, _ in self._open):
            self.texts[-1] += data
            near = next((a for _, a in reversed(self._open) if "data-s" in a or "id" in a), {})
            for key in (near.get("data-s") or "").split():
                self.marks[key] = self.marks.get(key, "") + data

    def all(self, name: str) -> list[str]:
        """Every value of an attribute."""
        return [a[name] or "" for _, a in self.elements if name in a]


RECORDS = [harbour(), hostile(), quiet(), unread(), raid(), hostile_events()]
PAGE = page(RECORDS)
SEEN = Seen(PAGE)


def test_the_text_is_there_to_the_letter() -> None:
    assert SEEN.texts == [visible(r.article.text) for r in RECORDS if r.article.text]


def test_every_statement_marks_exactly_its_own_words() -> None:
    record = harbour()
    text = record.article.text
    for n, s in enumerate([*record.statements], 1):
        inside = sorted({p for a, b in (*s.source.spans, *s.cue, *s.content) for p in range(a, b)})
        assert SEEN.marks[f"a1s{n}"] == "".join(text[p] for p in inside), s.id


def test_nothing_of_an_article_becomes_markup() -> None:
    assert {tag for tag, _ in SEEN.elements} <= {
        "html", "head", "meta", "title", "style", "body", "header", "p", "span", "kbd", "nav", "h1", "h2", "ol", "li", "a",
        "bdi", "main", "article", "div", "section", "aside", "details", "summary", "dl", "dt", "dd", "strong", "em", "script",
    }  # fmt: skip
    assert [tag for tag, _ in SEEN.elements].count("script") == 1
    assert not [
        name for _, attrs in SEEN.elements for name in attrs if name.startswith("on") or name in ("src", "style")
    ]
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200b\u202a-\u202e\u2066-\u2069]", PAGE)


def test_links_stay_on_the_page_and_arrive() -> None:
    ids = SEEN.all("id")
    assert len(ids) == len(set(ids))
    assert all(h.startswith("#") and h[1:] in ids for h in SEEN.all("href"))


def test_the_policy_allows_this_style_and_this_script_and_nothing_else() -> None:
    policy = next(a["content"] or "" for _, a in SEEN.elements if a.get("http-equiv") == "Content-Security-Policy")
    assert policy.startswith("default-src 'none';")
    for tag in ("style", "script"):
        inline = re.search(rf"<{tag}>(.*?)</{tag}>", PAGE, re.S)
        assert inline
        digest = base64.b64encode(hashlib.sha256(inline[1].encode()).digest()).decode()
        assert f"{tag}-src 'sha256-{digest}'" in policy
    assert "url(" not in PAGE and "@import" not in PAGE


def test_refusals_are_apart_and_nothing_is_called_confirmed() -> None:
    assert PAGE.index("Would not say") > PAGE.index('id="a1s12-l"')
    assert PAGE.index("Would not say") < PAGE.index('id="a1s13-l"')
    assert "confirmed" not in PAGE


def test_a_pronoun_tells_whom_it_stands_for() -> None:
    assert 'title="Ana Resk, leader of the dockers&#39; union">She</' in PAGE


def test_an_article_without_statements_says_so_and_a_failed_one_says_why() -> None:
    assert "No statements were found in this article." in PAGE
    assert "the file is not text; save the article as text or HTML" in PAGE


def test_contents_only_with_several_articles() -> None:
    assert "In this reading" in PAGE
    assert "In this reading" not in page([harbour()])


def test_no_article_at_all_is_still_a_page() -> None:
    assert Seen(page([])).texts == []


RAID = page([raid()])


def test_every_mention_of_an_event_marks_exactly_its_trigger_in_its_status() -> None:
    seen, text = Seen(RAID), raid().article.text
    for n, e in enumerate([raid().events[i] for i in (0, 10, 11, *range(1, 10), 12)], 1):
        assert seen.marks[f"a1e{n}"] == text[slice(*e.trigger)], e.id
        [classes] = [a["class"] for _, a in seen.elements if a.get("id") == f"a1e{n}"]
        assert classes == f"m event {e.status} d4"


def test_every_status_has_a_line_of_its_own_kind() -> None:
    style = re.search(r"<style>(.*?)</style>", RAID, re.S)
    assert style
    for status in get_args(Status):
        assert f".m.event.{status}" in style[1]
    for line in ("underline solid", "underline double", "underline wavy", "dotted", "dashed", "line-through"):
        assert line in style[1]


def test_what_is_not_said_to_have_happened_is_apart() -> None:
    at = [RAID.index(x) for x in ("Who says what", "What is said to have happened", "Not said to have happened")]
    ids = {v.id: RAID.index(f'<span class="id">{v.id}</span>') for v in article_view(raid()).events}
    assert at == sorted(at)
    assert all((ids[v.id] > at[2]) != v.happened for v in article_view(raid()).events)


def test_an_entry_tells_what_the_ledger_tells() -> None:
    entry = RAID[RAID.index('id="a1e1-l"') : RAID.index('id="a1e4-l"')]
    words = re.sub(r"\s+", " ", re.sub("<[^>]+>", "", entry))
    for said in (
        "■ shelled ASSAULT.heavy-weapons occurred", "Rebels → Tarrow", "killed 11 people, injured 8+ · Friday · Tarrow",
        "according to the army (s1)", "also e11 (denied, s4), e12", "e1 how it was read", "CAMEO code194",
        "modehead:kind@1 0.30 missing: not said", "typehead:kind@1 0.87 because of “shelled”",
    ):  # fmt: skip
        assert said in words, said
    assert 'data-k="a1e1 a1e2 a1e3"' in entry and 'href="#a1s1-l"' in entry
    assert 'id="a1e2-l" href="#a1e2"' in entry


def test_a_word_that_opens_a_statement_and_an_event_names_both() -> None:
    record = raid()
    event = record.events[10].model_copy(update={"trigger": record.statements[3].cue[0], "same_as": None})
    html = page([record.model_copy(update={"events": (event,)})])
    assert 'id="a1e1" href="#a1e1-l" data-s="a1s4 a1e1" data-o="a1s4 a1e1"' in html
    assert Seen(html).all("id").count("a1s4") == 1


def test_the_legend_speaks_of_events_only_where_there_are_any() -> None:
    assert 'class="legend events"' in RAID
    assert 'class="legend events"' not in page([harbour()])


def test_400_events_are_quick() -> None:
    start = time.perf_counter()
    html = page([many_events(400)])
    assert time.perf_counter() - start < 10  # about 0.3 s; a quadratic algorithm takes far longer
    assert html.count('class="entry event') == 320


TEXT = st.text(st.sampled_from("ab<>&'\"[] \n\r\t\x1b\x00\u202e\u200bé中ق{}%"), min_size=1, max_size=60)


@st.composite
def records(draw: st.DrawFn) -> Record:
    text = draw(TEXT)
    point = st.integers(0, len(text))
    spans = st.lists(st.tuples(point, point).map(lambda s: (min(s), max(s))), max_size=3).map(tuple)
    statements = tuple(
        Statement(
            id=draw(TEXT), parent=draw(st.none() | st.just("s1")), source=Source(spans=draw(spans), text=draw(TEXT)),
            cue=draw(spans), content=draw(spans), form="mixed", act=draw(st.sampled_from(["say", "decline"])),
            relay=(draw(TEXT), draw(TEXT)),
        )
        for _ in range(draw(st.integers(0, 4)))
    )  # fmt: skip
    span = st.tuples(point, point).map(lambda s: (min(s), max(s)))
    events = tuple(
        Event(
            id=draw(TEXT),
            trigger=draw(span),
            sentence=(0, len(text)),
            type=draw(st.none() | TEXT),
            mode=draw(TEXT),
            status=draw(st.sampled_from(["occurred", "ongoing", "denied", "called_off", "unknown"])),
            actors=(Participant(span=draw(span), text=draw(TEXT), entity="n1"),),
            according_to=draw(TEXT | st.just("s1")),
            counts=(Count(what="other", low=draw(st.none() | st.floats()), high=None, of=draw(TEXT), span=draw(span)),),
            same_as=draw(st.none() | TEXT),
            why={draw(TEXT): Why(by=draw(TEXT), evidence=(draw(span),))},
        )
        for _ in range(draw(st.integers(0, 3)))
    )
    article = Article(id=draw(TEXT), title=draw(TEXT), text=text)
    return Record(article=article, statements=statements, events=events, run=RUN)


@settings(max_examples=40, deadline=None)
@given(records())
def test_any_record_is_shown_to_the_letter(record: Record) -> None:
    html = page([record])
    seen = Seen(html)
    assert seen.texts == [visible(record.article.text.replace("\r\n", "\n"))]
    assert len(seen.all("id")) == len(set(seen.all("id")))
    assert [tag for tag, _ in seen.elements].count("script") == 1
    assert all(h[1:] in seen.all("id") for h in seen.all("href"))


@pytest.mark.parametrize("record", RECORDS, ids=range(len(RECORDS)))
def test_the_same_record_makes_the_same_page(record: Record) -> None:
    assert page([record]) == page([record])


def test_a_date_tells_its_value() -> None:
    shown = page([harbour()])
    assert '<span class="note" title="DATE 2025-03-14">Friday</span>' in shown
    assert '<span class="note" title="DATE no value">Thursday</span>' in shown
