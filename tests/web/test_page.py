# ruff: noqa: E501 (whole lines of what is printed)
"""The page: complete, escaped, self-contained."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.record import Article, Record, Source, Statement
from reportedly.web.page import page
from reportedly.web.visible import visible
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
            for key in (self._open[-1][1].get("data-s") or "").split():
                self.marks[key] = self.marks.get(key, "") + data

    def all(self, name: str) -> list[str]:
        """Every value of an attribute."""
        return [a[name] or "" for _, a in self.elements if name in a]


RECORDS = [harbour(), hostile(), quiet(), unread()]
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
    return Record(article=Article(id=draw(TEXT), title=draw(TEXT), text=text), statements=statements, run=RUN)


@settings(max_examples=40, deadline=None)
@given(records())
def test_any_record_is_shown_to_the_letter(record: Record) -> None:
    html = page([record])
    seen = Seen(html)
    assert seen.texts == [visible(record.article.text.replace("\r\n", "\n"))]
    assert len(seen.all("id")) == len(set(seen.all("id")))
    assert [tag for tag, _ in seen.elements].count("script") == 1


@pytest.mark.parametrize("record", RECORDS, ids=lambda r: r.article.id[:8].replace("\x1b", ""))
def test_the_same_record_makes_the_same_page(record: Record) -> None:
    assert page([record]) == page([record])
