"""A text that is pasted and read with the models, in a real browser."""

from __future__ import annotations

from playwright.sync_api import Browser

from tests.browser.screens import Screen, opened

TEXT = """\U0001f6a2 Strike would close Tarrow port

“The port will close on Monday \U0001f600,” said Ana Resk, the head of the dockers' union.

The ministry said that it was considering a blockade of the strait."""


def test_a_text_is_pasted_read_and_shown(screen: Screen) -> None:
    page = screen.open("/read")
    assert screen.faults() == []
    screen.shoot("read-form")
    page.fill("#text", TEXT)
    page.fill("#published", "2025-03-14")
    page.click("button[type=submit]")
    page.wait_for_selector("[data-text]", timeout=90_000)
    assert "\n".join(p.strip() for p in page.locator(".text p").all_inner_texts()) == TEXT.replace("\n\n", "\n")
    card = page.locator(".entry", has_text="Ana Resk").first
    card.locator(".who").hover()
    assert "\U0001f600" in "".join(page.locator(".text .on").all_inner_texts())
    assert screen.faults() == []
    assert screen.sideways() == 0
    screen.shoot("read-page")


def test_the_form_on_a_phone_without_script(browser: Browser, site: str) -> None:
    with opened(browser, site, java_script_enabled=False, viewport={"width": 360, "height": 800}) as screen:
        page = screen.open("/read")
        page.get_by_label("The text of one article").fill("“It will close,” said Ana Resk.")
        page.get_by_role("button", name="Read it").click()
        page.wait_for_selector("[data-text]", timeout=90_000)
        assert "It will close" in page.inner_text(".text")
        screen.check()
