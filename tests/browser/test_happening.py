"""The screen of a happening in a real browser: what is drawn, by mouse and keys, at every width, without script."""

from __future__ import annotations

import json
import urllib.request
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page

from reportedly.ledger.connect import open_ledger
from reportedly.ledger.linked.nouns import Sought
from reportedly.ledger.linked.queries import happenings
from reportedly.linking import link_new
from tests.browser.screens import opened, served
from tests.ledger.linked.matters import RAID, telling
from tests.ledger.linked.test_cuttings import APART, reprint

SIZES = [360, 1280, 2560]
LOOKS = [(360, "dark"), (1280, "light"), (1280, "dark"), (2560, "light")]
GRAPH = "document.querySelector(\"[data-picture='lineage']\").graph"
DRAWN = "[data-picture='{}'][data-drawn='yes']"


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, str]]:
    """A desk over one raid that two outlets tell and one copies; its address, and that of the happening."""
    path = tmp_path_factory.mktemp("raid") / "raid.db"
    with open_ledger(path) as ledger:
        for s in (telling(RAID, killed=3), telling(APART, 1, killed=5), reprint(2, "Merrow Courier")):
            s.keep(ledger)
        link_new(ledger)
        [found] = [f.happening.id for f in happenings(ledger, Sought(types=("ASSAULT",)))]
    with served(path) as site:
        yield site, f"/happenings/{found}"


def drawn(page: Page, *pictures: str) -> None:
    """Wait until these are drawn; each is when it comes into view."""
    for picture in pictures:
        page.locator(f"[data-picture='{picture}']").evaluate("e => e.closest('section').scrollIntoView()")
        page.wait_for_selector(DRAWN.format(picture))


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_at_every_width(browser: Browser, desk: tuple[str, str], width: int, scheme: str) -> None:
    site, path = desk
    with opened(browser, site, viewport={"width": width, "height": 900}, color_scheme=scheme) as screen:
        page = screen.open(path)
        drawn(page, "lineage", "timeline", "map")
        page.wait_for_load_state("networkidle")
        assert screen.sideways() == 0
        assert screen.faults() == []
        page.evaluate("scrollTo(0, 0)")
        screen.shoot(f"happening-{width}-{scheme}")
        screen.check()


def test_the_graph_has_every_point_where_the_server_put_it(browser: Browser, desk: tuple[str, str]) -> None:
    site, path = desk
    with opened(browser, site) as screen:
        page = screen.open(path)
        drawn(page, "lineage")
        told = json.load(urllib.request.urlopen(f"{site}{path}/pictures.json"))["lineage"]
        at = page.evaluate(f"{GRAPH}.nodes().map(n => [n.id(), n.position('x')])")
        assert {id: x / 230 for id, x in at} == {p["id"]: p["column"] for p in told["points"]}
        screen.check()


def test_the_graph_by_keys_alone(browser: Browser, desk: tuple[str, str]) -> None:
    site, path = desk
    with opened(browser, site) as screen:
        page = screen.open(path)
        drawn(page, "lineage")
        canvas = page.locator("[data-picture='lineage'] .canvas")
        canvas.focus()
        said = page.locator("[data-picture='lineage'] .said")
        heard = set()
        for key in ("ArrowRight", "ArrowDown", "ArrowRight", "ArrowLeft", "ArrowUp", "ArrowRight", "ArrowRight"):
            page.keyboard.press(key)
            heard.add(said.inner_text())
        assert any("The Harbor Post (article)" in words for words in heard)
        copies = [words for words in heard if words.startswith("1 copy")]
        assert copies, heard
        while "1 copy" not in said.inner_text()[:6]:
            page.keyboard.press("ArrowRight")
        page.keyboard.press("Enter")
        assert said.inner_text() == "1 copy unfolded"
        page.keyboard.press("Enter")
        assert said.inner_text() == "1 copy folded"
        screen.check()


def test_enter_opens_an_article(browser: Browser, desk: tuple[str, str]) -> None:
    site, path = desk
    with opened(browser, site) as screen:
        page = screen.open(path)
        drawn(page, "lineage")
        page.locator("[data-picture='lineage'] .canvas").focus()
        page.keyboard.press("ArrowRight")
        page.keyboard.press("ArrowLeft")
        assert "(article)" in page.locator("[data-picture='lineage'] .said").inner_text()
        page.keyboard.press("Enter")
        page.wait_for_url("**/articles/*", wait_until="networkidle")  # to close a page on its way hangs the browser


def test_without_script_the_tables_tell_it_all(browser: Browser, desk: tuple[str, str]) -> None:
    site, path = desk
    with opened(browser, site, java_script_enabled=False) as screen:
        page = screen.open(path)
        text = page.inner_text("main")
        for words in ("is copied in", "4 March 2025", "1.00, 2.00", "Who says so", "What cannot be known here"):
            assert words in text
        assert page.locator(".picture:visible").count() == 0
        screen.check()


def test_without_webgl_the_table_of_places_stands(browser: Browser, desk: tuple[str, str]) -> None:
    site, path = desk
    with opened(browser, site) as screen:
        screen.page.add_init_script(
            "const get = HTMLCanvasElement.prototype.getContext;"
            "HTMLCanvasElement.prototype.getContext = function (kind, ...more) {"
            " return kind.startsWith('webgl') ? null : get.call(this, kind, ...more); };"
        )
        page = screen.open(path)
        page.locator("#where").scroll_into_view_if_needed()
        page.wait_for_selector("[data-picture='map'][data-drawn='no']", state="attached")
        assert not page.locator("[data-picture='map']").is_visible()
        assert "1.00, 2.00" in page.inner_text("#where")
        screen.logged.clear()


@pytest.mark.parametrize("end", ["/why", "/history"])
def test_pages_below_it(browser: Browser, desk: tuple[str, str], end: str) -> None:
    site, path = desk
    with opened(browser, site, viewport={"width": 360, "height": 800}) as screen:
        screen.open(path + end)
        assert screen.sideways() == 0
        assert screen.faults() == []
        screen.shoot(f"happening{end.replace('/', '-')}-360")
        screen.check()


@pytest.mark.parametrize("width", SIZES)
def test_a_story_and_the_list(browser: Browser, desk: tuple[str, str], width: int) -> None:
    site, path = desk
    with opened(browser, site, viewport={"width": width, "height": 900}) as screen:
        screen.open("/stories")
        assert screen.faults() == []
        screen.page.click("tbody a")
        screen.page.wait_for_load_state("networkidle")
        assert screen.page.locator(f"a[href='{path}']").count() > 0
        drawn(screen.page, "timeline")
        assert screen.sideways() == 0
        assert screen.faults() == []
        screen.shoot(f"story-{width}")
        screen.check()


def test_on_paper(browser: Browser, desk: tuple[str, str]) -> None:
    site, path = desk
    with opened(browser, site) as other:
        page = other.open(path)
        page.emulate_media(media="print")
        assert not page.locator("nav.within").is_visible()
        assert page.locator(".cite").is_visible()
        other.shoot("happening-print")
        other.check()
