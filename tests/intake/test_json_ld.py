"""What JSON-LD says about an article."""

from __future__ import annotations

import json
import time
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.intake.json_ld import Metadata, address, clean, metadata_of_scripts

ARTICLE = {"@type": "NewsArticle", "headline": "Port to close"}


def said(value: object) -> Metadata:
    found, is_broken = metadata_of_scripts([json.dumps(value)])
    assert not is_broken
    return found


@pytest.mark.parametrize(
    "value",
    [
        ARTICLE,
        [ARTICLE],
        {"@graph": [{"@type": "WebSite", "name": "Gull"}, ARTICLE]},
        {"@type": "WebPage", "name": "A page", "mainEntity": ARTICLE},
        {"@type": "ItemList", "itemListElement": [{"@type": "Article", "headline": "Other"}], "mainEntity": ARTICLE},
        {**ARTICLE, "@type": "https://schema.org/ReportageNewsArticle"},
        {**ARTICLE, "@type": ["Thing", "OpinionNewsArticle"]},
        [{"@type": "Article"}, ARTICLE],
    ],
)
def test_where_the_article_is_found(value: object) -> None:
    assert said(value).title == "Port to close"


@pytest.mark.parametrize(
    ("author", "byline"),
    [
        ("Ana Resk", ("Ana Resk",)),
        ({"name": "Ana Resk"}, ("Ana Resk",)),
        ([{"name": "Ana Resk"}, {"name": ["Bo Lind"]}], ("Ana Resk", "Bo Lind")),
        ("By Ana Resk and Bo Lind", ("Ana Resk", "Bo Lind")),
        ({"name": "https://gull.example/ana"}, ()),
        ([None, 5, {}, {"@id": "#nobody"}], ()),
    ],
)
def test_authors(author: Any, byline: tuple[str, ...]) -> None:
    assert said({**ARTICLE, "author": author}).byline == byline


@pytest.mark.parametrize(
    ("fields", "url"),
    [
        ({"url": "https://gull.example/a"}, "https://gull.example/a"),
        ({"mainEntityOfPage": "https://gull.example/a"}, "https://gull.example/a"),
        ({"mainEntityOfPage": {"@type": "WebPage", "@id": "https://gull.example/a"}}, "https://gull.example/a"),
        ({"url": "/a", "mainEntityOfPage": True}, None),
    ],
)
def test_addresses(fields: dict[str, Any], url: str | None) -> None:
    assert said({**ARTICLE, **fields}).url == url


def test_a_page_about_something_else() -> None:
    assert said({"@type": "Recipe", "name": "Soup"}) == Metadata()


def test_a_broken_script_does_not_hide_the_others() -> None:
    found, is_broken = metadata_of_scripts(['{"@type": "NewsAr', json.dumps(ARTICLE), "  "])
    assert (found.title, is_broken) == ("Port to close", True)


@pytest.mark.parametrize("wrapped", ["<!-- {} -->", "//<![CDATA[\n{}\n//]]>", "{};", "{}\n"])
def test_what_some_systems_put_around_it(wrapped: str) -> None:
    assert metadata_of_scripts([wrapped.replace("{}", json.dumps(ARTICLE))])[0].title == "Port to close"


def test_clean_and_address() -> None:
    assert clean(" Dovic &amp;  Sons\n") == "Dovic & Sons"
    assert clean("\ud800") is clean(5) is clean("  ") is None
    assert address("https://gull.example/a") == "https://gull.example/a"
    assert address("javascript:alert(1)") is address("https://a b") is address(None) is None


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["@type", "@id", "@graph", "author", "publisher", "name", "headline", "url"])
            | st.just("mainEntityOfPage"),
            inner | st.sampled_from(["NewsArticle", "#a"]),
            max_size=5,
        )
    ),
    max_leaves=20,
)


@given(JSON)
def test_any_value(value: object) -> None:
    found = said(value)
    assert all(v is None or v.strip() for v in (found.title, found.outlet, found.published, found.url))
    assert all(found.byline)


@given(st.text())
def test_any_script(script: str) -> None:
    assert metadata_of_scripts([script])


@pytest.mark.parametrize(
    "wrapped",
    [
        "//<![CDATA[\n{}\n//]]>",
        "<!-- {} -->",
        "<![CDATA[<!--{};-->]]>",
        "// <![CDATA[ {}; // ]]>",
        " {} ; ",
        "<!--//{}//-->",
    ],
)
def test_marks_around_a_script(wrapped: str) -> None:
    script = wrapped.replace("{}", '{"@type": "NewsArticle", "headline": "Port shut; //]]> stays"}')
    found, is_broken = metadata_of_scripts([script])
    assert (found.title, is_broken) == ("Port shut; //]]> stays", False)


@pytest.mark.parametrize(
    "script",
    [
        "{" + " " * 1_000_000 + "x",
        " " * 1_000_000 + "{",
        "//" * 500_000,
        "<!--" * 200_000,
        ";" * 1_000_000,
        "]]>" * 300_000,
    ],
)
def test_scripts_that_are_no_json_take_bounded_time(script: str) -> None:
    started = time.monotonic()
    assert metadata_of_scripts([script])[1]
    assert time.monotonic() - started < 1


def test_addresses_of_any_length_take_bounded_time() -> None:
    started = time.monotonic()
    assert address("https://" + "a" * 1_000_000 + " b") is None
    assert time.monotonic() - started < 1
    assert address(" https://harbor.example/a ") == "https://harbor.example/a"
    assert address("https://ana:secret@harbor.example/a") == "https://harbor.example/a"
    assert address("https:///a") is address("https://harbor.example/a b") is address("/a") is None


def test_an_entity_that_is_no_character() -> None:
    assert clean("Port &#" + "9" * 5_000 + "; &amp; pier") == "Port &#" + "9" * 5_000 + "; &amp; pier"
