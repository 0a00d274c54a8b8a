"""The page about the ledger, and pages of errors, in a real browser."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from tests.browser.screens import Screen, opened

LOOKS = [(360, "light"), (360, "dark"), (1280, "light"), (2560, "dark")]


@pytest.mark.parametrize(("width", "scheme"), LOOKS)
def test_at_every_width(browser: Browser, site: str, width: int, scheme: str) -> None:
    with opened(browser, site, viewport={"width": width, "height": 900}, color_scheme=scheme) as screen:
        page = screen.open("/about")
        assert page.get_by_role("heading", level=1).inner_text() == "What this ledger holds"
        assert screen.sideways() == 0
        assert screen.faults() == []
        screen.shoot(f"about-{width}-{scheme}")
        screen.check()


def test_nothing_is_asked_of_another_machine(screen: Screen) -> None:
    page = screen.open("/about")
    assert len(screen.asked) > 3
    assert page.evaluate("fetch('https://elsewhere.example/').then(() => 'left', () => 'refused')") == "refused"
    assert any("Content Security Policy" in words for words in screen.logged)
    screen.logged.clear()
    screen.asked = [a for a in screen.asked if "elsewhere.example" not in a]


def test_no_inline_script_runs(screen: Screen) -> None:
    page = screen.open("/about")
    page.evaluate("""() => {
        const script = document.createElement("script");
        script.textContent = "document.title = 'ran'";
        document.body.append(script);
    }""")
    assert page.title() == "About · Reportedly"
    assert "Content Security Policy" in screen.logged.pop()


def test_a_page_that_is_not_there(screen: Screen) -> None:
    page = screen.open("/nope")
    assert "There is no page /nope" in page.inner_text("main")
    assert screen.faults() == []
    screen.shoot("error")
    assert "404" in screen.logged.pop()


def test_without_script(browser: Browser, site: str) -> None:
    with opened(browser, site, java_script_enabled=False) as screen:
        assert "articles" in screen.open("/about").inner_text("main")
        screen.check()


def test_by_keyboard_alone(screen: Screen) -> None:
    page = screen.open("/about")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the content"
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('main') !== null")


def test_on_paper(screen: Screen) -> None:
    page = screen.open("/about")
    page.emulate_media(media="print")
    assert not page.locator("header.top").is_visible()
    assert page.locator(".citation").is_visible()
    screen.shoot("about-print")


def test_a_request_of_a_script_that_fails_is_told(screen: Screen) -> None:
    page = screen.open("/about")
    page.evaluate("htmx.ajax('GET', '/nope', '#main')")
    page.wait_for_selector("#notice:not([hidden])")
    assert "There is no page /nope" in page.inner_text("#notice")
    assert page.get_by_role("heading", level=1).inner_text() == "What this ledger holds"
    screen.logged.clear()
