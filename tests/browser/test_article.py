"""The page of an article in a real browser: text and cards linked both ways, by pointer, by keyboard, without."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page

from reportedly.ledger.connect import open_ledger
from reportedly.linking import link_new
from reportedly.record import Article, Entity, Record, Why
from tests.browser.screens import Screen, opened, served
from tests.ledger.linked.matters import RAID, telling
from tests.web.invented_events import hostile_events, raid
from tests.web.invented_records import RUN, Text, harbour
from tests.web.pages.test_article import long
from tests.web.views.test_article import kept

SIZES = [360, 1280, 2560]
EMOJI = Text(
    "\U0001f6a2\U0001f525 Fire aboard\n\n"
    "The crew of the \u202eferry\u202c waved \U0001f44b\U0001f3fd to the quay. \U0001f600 “We saw "
    "\U0001f469\u200d\U0001f692 come at noon,” said Ana Resk, the mayor.\r\n"
    "She thanked them \U0001f1f9\U0001f1f7 in Tarrow."
)


def emoji() -> Record:
    """Emoji of two units and of several characters, hidden characters and a line end of two before what is marked."""
    said = "“We saw \U0001f469\u200d\U0001f692 come at noon,”"
    why = {"source": Why(by="rule:cue@1", evidence=EMOJI.spans("Ana Resk"))}
    return Record(
        article=Article(id="emoji", text=EMOJI.text, outlet="Tarrow Echo", title="Fire aboard"),
        entities=(
            Entity(id="n1", name="Ana Resk", kind="person", role="mayor", key="person:ana resk",
                   mentions=(*EMOJI.spans("Ana Resk"), *EMOJI.spans("She"))),
            Entity(id="n2", name="the ferry", kind="other", key="other:ferry", mentions=EMOJI.spans("ferry")),
        ),
        statements=(EMOJI.say("s1", "Ana Resk", "said", said, form="direct", named=True, why=why),),
        run=RUN,
    )  # fmt: skip


class Ids(NamedTuple):
    """The articles of this file's ledger."""

    harbour: str
    raid: str
    hostile: str
    emoji: str
    long: str
    quillow: str


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Ids]:
    """A ledger of articles made by hand, and their ids."""
    path = tmp_path_factory.mktemp("articles") / "l.db"
    bad = hostile_events()
    with open_ledger(path) as ledger:
        bad = bad.model_copy(update={"events": bad.events[:-1]})
        ids = Ids(
            harbour=kept(ledger, harbour()), raid=kept(ledger, raid()), hostile=kept(ledger, bad),
            emoji=kept(ledger, emoji()), long=kept(ledger, long(300)), quillow=telling(RAID).keep(ledger),
        )  # fmt: skip
        telling(RAID, 1).keep(ledger)
        telling(RAID, killed=3, note="Later, more was told.").keep(ledger)
        link_new(ledger)
    return path, ids


@pytest.fixture(scope="module")
def ids(shelf: tuple[Path, Ids]) -> Ids:
    """The ids of its articles."""
    return shelf[1]


@pytest.fixture(scope="module")
def desk_site(shelf: tuple[Path, Ids]) -> Iterator[str]:
    """The desk over it."""
    with served(shelf[0]) as address:
        yield address


@pytest.fixture
def desk(browser: Browser, desk_site: str) -> Iterator[Screen]:
    """A page of 1280 by 800 on it."""
    with opened(browser, desk_site) as made:
        yield made
        made.check()


def lit(page: Page) -> list[str]:
    """The ids of the cards that are lit."""
    found: list[str] = page.eval_on_selector_all(".entry.on", "all => all.map((x) => x.id)")
    return found


def lit_words(page: Page) -> list[str]:
    """The words that are lit in the text though no mark of their own is there."""
    found: list[str] = page.evaluate("() => [...(CSS.highlights.get('words') ?? [])].map((r) => r.toString())")
    return found


def focused(page: Page) -> str:
    """The id or the address of what has the focus."""
    found: str = page.evaluate("() => document.activeElement.id || document.activeElement.getAttribute('href') || ''")
    return found


@pytest.mark.parametrize("width", SIZES)
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_at_every_width(browser: Browser, desk_site: str, ids: Ids, width: int, scheme: str) -> None:
    with opened(browser, desk_site, viewport={"width": width, "height": 900}, color_scheme=scheme) as screen:
        for name, id in [("nested", ids.harbour), ("events", ids.raid)]:
            page = screen.open(f"/articles/{id}")
            assert page.get_by_role("heading", level=1).count() == 1
            assert screen.sideways() == 0
            text, cards = (page.locator(at).bounding_box() for at in (".text", ".list"))
            assert text and cards
            assert (cards["y"] >= text["y"] + text["height"]) == (width == 360), "cards below the text on a phone"
            screen.shoot(f"article-{name}-{width}-{scheme}")
        if width < 2560:
            assert screen.faults() == []
        screen.check()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_versions_differences_and_reasons(browser: Browser, desk_site: str, ids: Ids, scheme: str) -> None:
    with opened(browser, desk_site, color_scheme=scheme) as screen:
        pages = {"diff": f"{ids.quillow}/diff", "why": f"{ids.harbour}/why/s2", "versions": ids.quillow}
        for name, address in pages.items():
            screen.open(f"/articles/{address}")
            assert screen.sideways() == 0
            assert screen.faults() == []
            screen.shoot(f"article-{name}-{scheme}")
        screen.check()


def test_the_pointer_lights_the_other_side(desk: Screen, ids: Ids) -> None:
    page = desk.open(f"/articles/{ids.raid}")
    page.hover("#e1")
    assert lit(page) == ["e1-l"]
    assert page.locator(".text .on").all_inner_texts()[:1] == ["shelled"]
    page.hover("#s1-l .who")
    assert lit(page) == ["s1-l"]
    assert "the army" in page.locator(".text .on").all_inner_texts()
    page.hover("#p1-l .who")
    assert page.locator(".text .note.on").all_inner_texts() == ["Tarrow"]
    page.hover("h1")
    assert lit(page) == []


def test_by_keyboard_alone(desk: Screen, ids: Ids) -> None:
    page = desk.open(f"/articles/{ids.raid}")
    page.keyboard.press("j")
    first = focused(page)
    page.keyboard.press("j")
    second = focused(page)
    assert first and second and first != second
    assert lit(page) == [f"{second}-l"]
    page.keyboard.press("k")
    assert focused(page) == first
    page.keyboard.press("Enter")
    assert page.evaluate("() => document.activeElement.closest('.entry')?.id") == f"{first}-l"
    page.keyboard.press("j")
    assert page.evaluate("() => document.activeElement.closest('.list') !== null"), "j goes on among the cards"
    page.keyboard.press("k")
    page.keyboard.press("Enter")
    assert focused(page) == first, "and back"
    page.keyboard.press("Escape")
    assert lit(page) == []
    page.keyboard.press("Tab")
    assert page.evaluate("() => document.activeElement.closest('.text, .list') !== null")


def test_an_address_that_names_an_event_without_a_type_shows_it(desk: Screen, ids: Ids) -> None:
    page = desk.open(f"/articles/{ids.raid}#e13")
    page.wait_for_selector("#e13-l")
    assert page.url.endswith("?all_events=true#e13")
    desk.open(f"/articles/{ids.raid}#e99")
    page.wait_for_url("**/*?all_events=true#e99")
    assert page.locator("#e1-l").count() == 1


def test_words_behind_emoji_and_hidden_characters_are_found(desk: Screen, ids: Ids) -> None:
    page = desk.open(f"/articles/{ids.emoji}")
    page.hover("#n1-l .who")
    assert lit_words(page) == ["Ana Resk", "She"]
    page.hover("#n2-l .who")
    assert lit_words(page) == ["ferry"]
    page.hover("#s1-l .who")
    quotation = "“We saw \U0001f469⟨U+200D⟩\U0001f692 come at noon,”"
    assert quotation in page.locator(".text .on").all_inner_texts()
    page.click("#s1-l summary")
    page.hover("#s1-l .because")
    assert lit_words(page) == ["Ana Resk"]
    desk.shoot("article-emoji")
    for start, end in [EMOJI.span("at noon"), EMOJI.span("Tarrow"), EMOJI.span("\U0001f600"), (0, len(EMOJI.text))]:
        words = page.evaluate(
            """async ([start, end]) => {
                const script = document.querySelector("script[src$='/article.js']").src;
                const { rangesOf } = await import(script.replace("article.js", "offsets.js"));
                const text = document.querySelector("[data-text]");
                return rangesOf(text, [[start, end]]).map((range) => range.toString()).join("|");
            }""",
            [start, end],
        )
        cut = EMOJI.text[start:end]
        assert words == cut if end < len(EMOJI.text) else words.endswith("in Tarrow.")


def test_without_script_marks_and_cards_are_links(browser: Browser, desk_site: str, ids: Ids) -> None:
    with opened(browser, desk_site, java_script_enabled=False) as screen:
        page = screen.open(f"/articles/{ids.harbour}")
        page.click("#s6")
        assert page.url.endswith("#s6-l")
        page.click("#s6-l .name")
        assert page.url.endswith("#s6")
        page.click("#s2-l summary")
        assert page.locator("#s2-l").get_by_text("head:source@1").is_visible()
        page.click("#s2-l .more a")
        assert "Why statement s2" in page.inner_text("h1")
        page.get_by_role("link", name="68–81").first.click()
        assert page.inner_text("mark") == "Two officials"
        screen.check()


def test_a_hostile_article_runs_nothing(desk: Screen, ids: Ids) -> None:
    desk.page.on("dialog", lambda dialog: pytest.fail(f"a dialog: {dialog.message}"))
    page = desk.open(f"/articles/{ids.hostile}?all_events=true")
    for card in page.locator(".entry").all():
        card.hover()
    assert page.locator("main img, main script").count() == 0
    assert desk.sideways() == 0
    assert desk.faults() == []
    desk.shoot("article-hostile")


def test_a_long_article_stays_quick(desk: Screen, ids: Ids) -> None:
    page = desk.open(f"/articles/{ids.long}")
    page.keyboard.press("j")
    assert lit(page)
    assert desk.sideways() == 0


def test_on_paper(desk: Screen, ids: Ids) -> None:
    page = desk.open(f"/articles/{ids.raid}")
    page.emulate_media(media="print")
    assert not page.locator(".jump").is_visible()
    assert not page.locator("header.top").is_visible()
    assert page.locator("#e1-l").is_visible()
    desk.shoot("article-print")
