"""JSON Lines → articles."""

from __future__ import annotations

import io
import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.intake import json_lines
from reportedly.intake.item import MAX_CHARS, Given, Item, text_id
from reportedly.intake.json_lines import articles_of_lines, lines_of

TEXT = "The port at Vell will close, the union said on Friday."


def read(data: bytes, given: Given | None = None) -> list[Item]:
    return list(articles_of_lines("a.jsonl", lines_of(io.BytesIO(data)), given or Given()))


def read_one(value: object, given: Given | None = None) -> Item:
    (item,) = read(json.dumps(value).encode(), given)
    return item


def fatal(item: Item) -> str:
    (problem,) = item.problems
    assert problem.fatal
    assert problem.stage == "intake"
    assert item.article.text == ""
    return problem.message


def test_all_fields() -> None:
    fields: dict[str, Any] = {
        "id": "x1", "url": "https://hp.example/a", "outlet": "The Harbor Post", "title": "Port to close",
        "published": "2025-03-14", "text": f"  Body\r\n{TEXT}\n", "byline": ["Ana Resk", "Bo Lind"], "more": 1,
    }  # fmt: skip
    item = read_one(fields)
    assert item.problems == ()
    article = item.article.to_json()
    assert {k: article[k] for k in fields if k != "more"} == {k: v for k, v in fields.items() if k != "more"}
    assert item.article.headline is None


def test_only_text_is_required() -> None:
    article = read_one({"text": TEXT, "outlet": "", "title": None}).article
    assert (article.id, article.text, article.outlet, article.title) == (text_id(TEXT), TEXT, None, None)


def test_what_the_caller_gives_fills_in_only_what_is_missing() -> None:
    given = Given(outlet="The Gull", title="Vell", published="2025-03-15", url="https://g.example/")
    article = read_one({"text": TEXT, "outlet": "The Harbor Post"}, given).article
    assert (article.outlet, article.title, article.published, article.text) == (
        "The Harbor Post",
        "Vell",
        "2025-03-15",
        TEXT,
    )


def test_a_number_as_id() -> None:
    assert read_one({"id": 7, "text": TEXT}).article.id == "7"


def test_a_byline_as_string() -> None:
    assert read_one({"byline": "By Ana Resk and Bo Lind", "text": TEXT}).article.byline == ("Ana Resk", "Bo Lind")


def test_headline_only_where_the_text_starts_with_the_title() -> None:
    assert read_one({"title": "The port", "text": TEXT}).article.headline == (0, 8)
    assert read_one({"title": "A port", "text": TEXT}).article.headline is None


def test_an_unreadable_date_does_not_stop_the_article() -> None:
    item = read_one({"text": TEXT, "published": "03/04/2025"})
    assert (item.article.text, item.article.published, [p.fatal for p in item.problems]) == (TEXT, None, [False])


@pytest.mark.parametrize(
    ("line", "message"),
    [
        (b'{"text": "The port at Ve', "cut off"),
        (b"{}", 'no "text"'),
        (b'{"text": null}', 'no "text"'),
        (b'{"text": ""}', 'empty "text"'),
        (b'{"text": " \\n "}', 'empty "text"'),
        (b'{"text": 5}', "no string"),
        (b"[1, 2]", "no object"),
        (b'"text"', "no object"),
        (b"The port closed.", "not valid JSON"),
        (b'{"text": "x", "url": 5}', '"url"'),
        (b'{"text": "x", "id": true}', '"id"'),
        (b'{"text": "x", "id": 1.5}', '"id"'),
        (b'{"text": "x", "published": 20250314}', '"published"'),
        (b'{"text": "x", "byline": [1]}', '"byline"'),
        (b'{"text": "x \\ud800 y"}', 'surrogate pair in "text"'),
        (b'{"text": "x", "title": "\\udc00"}', 'surrogate pair in "title"'),
        (b'{"text": "caf\xe9"}', "not valid UTF-8"),
        (b'{"text": "x", "id": ' + b"9" * 5000 + b"}", "huge number"),
        (b"[" * 200_000, "too deep|not valid JSON"),
    ],
)
def test_a_bad_line_is_named_and_the_others_are_read(line: bytes, message: str) -> None:
    good = json.dumps({"text": TEXT}).encode()
    before, bad, after = read(good + b"\n\n" + line + b"\n" + good)
    assert before.article.text == after.article.text == TEXT
    assert bad.article.id == "a.jsonl:3"
    assert fatal(bad).startswith("a.jsonl:3 ")
    assert any(m in fatal(bad) for m in message.split("|"))


def test_a_text_beyond_the_limit() -> None:
    assert "longer than 2,000,000 characters" in fatal(read_one({"text": "x" * (MAX_CHARS + 1)}))


def test_a_line_beyond_the_limit_is_skipped_and_not_held(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(json_lines, "MAX_LINE_BYTES", 50)
    good = json.dumps({"text": "short"}).encode() + b"\n"
    for length in (51, 99, 100, 101, 1_000):
        long, after = read(b'{"text": "'.ljust(length, b"x") + b"\n" + good)
        assert "a.jsonl:1 is longer" in fatal(long)
        assert after.article.text == "short"


@pytest.mark.parametrize(
    ("data", "message"),
    [
        (b"", "is empty"),
        (b"\n \n", "is empty"),
        (b'{\n  "text": "x"\n}\n', "jq -c"),
        (b"[\n", "jq -c"),
        (b"\x1f\x8b\x08\x00abc", "gunzip"),
        ('{"text": "x"}'.encode("utf-16"), "UTF-16"),
    ],
)
def test_a_file_without_any_line_of_json(data: bytes, message: str) -> None:
    (item,) = read(data)
    assert item.article.id == "a.jsonl"
    assert message in fatal(item)


def test_a_byte_order_mark() -> None:
    (item,) = read(b'\xef\xbb\xbf{"text": "x"}')
    assert item.article.text == "x"


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"])).filter(str.strip), min_size=1), st.booleans())
def test_any_text_is_taken_exactly(texts: list[str], ascii_only: bool) -> None:
    lines = "".join(json.dumps({"text": t}, ensure_ascii=ascii_only) + "\n" for t in texts)
    assert [i.article.text for i in read(lines.encode())] == texts


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=5,
)


@given(st.dictionaries(st.sampled_from(["id", "url", "outlet", "title", "published", "text", "byline"]), JSON))
def test_any_values_give_an_article_or_say_why_not(fields: dict[str, Any]) -> None:
    item = read_one(fields)
    assert item.article.text == fields.get("text") or fatal(item)
    assert json.dumps(item.article.to_json(), ensure_ascii=False).encode("utf-8")


@given(st.binary())
def test_any_bytes_never_raise(data: bytes) -> None:
    assert read(data)
