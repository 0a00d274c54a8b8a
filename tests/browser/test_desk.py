"""The desk in a browser: keys, swapping, brushing, without scripts, on a phone, in the dark."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.browser.screens import Screen, opened, served
from tests.web.desks import fill

SIZES = ((360, 740), (1280, 900), (2560, 1440))


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The desk over a small ledger of invented matters."""
    path: Path = fill(tmp_path_factory.mktemp("desk") / "desk.db")
    with served(path) as address:
        yield address


@pytest.fixture
def desk(browser: Browser, place: str) -> Iterator[Screen]:
    with opened(browser, place) as made:
        yield made
        made.check()


def drawn(page: Page) -> None:
    """Wait until map and timeline are there."""
    expect(page.locator("#map[data-drawn]")).to_be_visible()
    expect(page.locator("#timeline[data-drawn]")).to_be_visible()


def asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_a_facet_swaps_the_list_and_the_address(desk: Screen) -> None:
    page = desk.open("/?show=events")
    drawn(page)
    page.evaluate("window.same = true")
    page.locator(".facet a", has_text="ASSAULT").click()
    expect(page.locator("#found")).to_have_text("5 events")
    assert asked(page) == {"show": ["events"], "type": ["ASSAULT"]}
    assert page.evaluate("window.same"), "the page was not loaded again"
    expect(page.locator("#map")).to_have_attribute("data-drawn", "2")
    page.locator("[data-back]").click()
    expect(page.locator("#found")).to_have_text("10 events")
    page.go_back()
    expect(page.locator("#found")).to_have_text("5 events")


def test_words_are_searched_with_what_is_chosen(desk: Screen) -> None:
    page = desk.open("/?show=events&type=ASSAULT")
    page.keyboard.press("/")
    expect(page.locator("#q")).to_be_focused()
    page.keyboard.type("navy")
    page.keyboard.press("Enter")
    expect(page.locator("#found")).to_have_text("2 events")
    assert asked(page)["q"] == ["navy"] and asked(page)["type"] == ["ASSAULT"]


def test_all_by_keys(desk: Screen) -> None:
    page = desk.open("/?show=events")
    page.keyboard.press("Tab")
    expect(page.locator(".skip")).to_be_focused()
    page.keyboard.press("j")
    rows = page.locator("[data-row] .what > a")
    expect(rows.first).to_be_focused()
    page.keyboard.press("j")
    expect(rows.nth(1)).to_be_focused()
    page.keyboard.press("k")
    expect(rows.first).to_be_focused()
    page.keyboard.press("?")
    expect(page.locator("#keys")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#keys")).to_be_hidden()
    page.keyboard.press("g")
    page.keyboard.press("s")
    expect(page.locator('.tabs [aria-current="page"]')).to_have_text("Statements")
    page.locator(".facet a", has_text="anonymous").focus()
    page.keyboard.press("Enter")
    expect(page.locator("#found")).to_have_text("1 statement")
    page.locator("#found").click()
    page.keyboard.press("x")
    expect(page.locator("#found")).not_to_have_text("1 statement")


def test_letters_typed_into_the_search_box_are_letters(desk: Screen) -> None:
    page = desk.open("/?show=events")
    page.locator("#q").press_sequentially("jx?g/")
    expect(page.locator("#q")).to_have_value("jx?g/")
    expect(page.locator("#keys")).to_be_hidden()


def test_a_part_of_the_map_filters_everything(desk: Screen) -> None:
    page = desk.open("/?show=events&place=XAA")
    drawn(page)
    page.locator("#map [data-deed=brush]").click()
    expect(page.locator("[data-back]")).to_have_count(2)
    west, south, east, north = map(float, asked(page)["bbox"][0].split(","))
    assert west < 2 < east and south < 1 < north
    expect(page.locator("#found")).to_have_text("6 events")


def test_a_spot_filters_everything(desk: Screen) -> None:
    page = desk.open("/?show=events&place=VEN")
    drawn(page)
    box = page.locator("#map canvas").bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    expect(page.locator("[data-back]")).to_have_count(2)
    expect(page.locator("#found")).to_have_text("1 event")


def test_a_block_of_the_timeline_filters_everything(desk: Screen) -> None:
    page = desk.open("/?show=events&type=ASSAULT&status=occurred")
    drawn(page)
    page.locator("#timeline .bar").first.click()
    expect(page.locator("#found")).to_have_text("3 events")
    assert asked(page)["happened_since"] == asked(page)["happened_until"] == ["2025-03-04"]
    expect(page.locator("#map")).to_have_attribute("data-drawn", "1")
    page.go_back()
    expect(page.locator("[data-back]")).to_have_count(2)
    page.go_forward()
    expect(page.locator("[data-back]")).to_have_count(4)


def test_a_row_with_the_focus_is_marked_on_the_map(desk: Screen) -> None:
    page = desk.open("/?show=events&place=quillow")
    drawn(page)
    page.keyboard.press("j")
    expect(page.locator("#map .pin")).to_be_visible()
    expect(page.locator("#timeline .vis-custom-time")).to_be_attached()


def test_what_is_new_since_the_last_visit(desk: Screen) -> None:
    page = desk.open("/?show=events")
    hours = 40 * 60 * 60 * 1000
    page.evaluate(f"localStorage.setItem('reportedly-this-visit', String(Date.now() - {hours}))")
    before = page.evaluate(f"new Date(Date.now() - {hours}).toISOString().slice(0, 10)")
    page.reload()
    expect(page.locator("#news time")).to_contain_text(before)


def test_an_error_is_told_and_the_list_stays(desk: Screen) -> None:
    page = desk.open("/?show=events")
    page.locator(".further > summary").click()
    page.locator("input[name=since]").fill("lately")
    page.locator(".words button[type=submit]").click()
    expect(page.locator("#notice")).to_contain_text("no date")
    expect(page.locator("#found")).to_have_text("10 events")
    desk.logged.clear()


def test_a_map_where_webgl_is_missing(browser: Browser, place: str) -> None:
    with opened(browser, place) as screen:
        screen.page.add_init_script("HTMLCanvasElement.prototype.getContext = () => null;")
        page = screen.open("/?show=events")
        expect(page.locator("#map .tell")).to_contain_text("No map can be drawn")
        page.locator("#map [data-table]").click()
        expect(page.locator("h1")).to_have_text("Where: events")
        page.locator("tbody a", has_text="São Tarmer").click()
        expect(page.locator("#found")).to_have_text("1 event")
        screen.check()


def test_without_scripts(browser: Browser, place: str) -> None:
    with opened(browser, place, java_script_enabled=False) as screen:
        page = screen.page
        page.goto(f"{place}/?show=events")
        page.locator(".facet a", has_text="ASSAULT").click()
        expect(page.locator("#found")).to_have_text("5 events")
        page.locator("#q").fill("navy")
        page.locator(".words button[type=submit]").click()
        expect(page.locator("#found")).to_have_text("2 events")
        page.get_by_text("the days as a table").click()
        expect(page.locator("h1")).to_have_text("When: events")


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("size", SIZES, ids=lambda s: str(s[0]))
@pytest.mark.parametrize("show", ["happenings", "events", "statements"])
def test_it_can_be_read(browser: Browser, place: str, show: str, size: tuple[int, int], scheme: str) -> None:
    width, height = size
    with opened(browser, place, viewport={"width": width, "height": height}, color_scheme=scheme) as screen:
        page = screen.open(f"/?show={show}&news=2020")
        if show != "statements":
            drawn(page)
        assert screen.sideways() == 0
        if width == 1280:
            assert not screen.faults()
        screen.shoot(f"desk-{show}-{width}-{scheme}")
        screen.check()


def test_it_can_be_read_on_paper(desk: Screen) -> None:
    page = desk.open("/?show=events")
    page.emulate_media(media="print")
    expect(page.locator(".facets")).to_be_hidden()
    expect(page.locator(".rows tbody tr").first).to_be_visible()
    expect(page.locator(".cite")).to_be_visible()
    desk.shoot("desk-print")
