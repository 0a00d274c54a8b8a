"""A desk with a token, as people open it."""

from __future__ import annotations

from pathlib import Path

from playwright.sync_api import Browser

from tests.browser.screens import opened, served
from tests.web.desks import TOKEN


def test_the_token_is_typed_once(browser: Browser, sample_db: Path) -> None:
    with (
        served(sample_db, token=TOKEN) as site,
        opened(browser, site, viewport={"width": 360, "height": 640}, color_scheme="dark") as screen,
    ):
        page = screen.open("/about?from=a%20link")
        assert page.url.startswith(f"{site}/login?next=")
        assert screen.faults() == []
        assert page.evaluate("document.activeElement.id") == "token"
        page.keyboard.type("not the token, but as long")
        page.keyboard.press("Enter")
        page.wait_for_selector("[role=alert]:not([hidden])")
        assert "This is not the token." in page.inner_text("main")
        assert screen.faults() == []
        screen.shoot("login-360-dark")
        assert "401" in screen.logged.pop()
        page.get_by_label("Token").fill(TOKEN)
        page.get_by_role("button", name="Open the desk").click()
        page.wait_for_url(f"{site}/about?from=a%20link")
        [cookie] = page.context.cookies()
        assert (cookie["httpOnly"], cookie["sameSite"]) == (True, "Strict")
        assert TOKEN not in page.content() + cookie["value"]
        screen.check()
