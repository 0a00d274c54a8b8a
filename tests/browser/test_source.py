"""The list of sources and the page of one, in a real browser."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from reportedly.ledger.connect import read_ledger
from reportedly.ledger.sourced.nouns import Whom
from reportedly.ledger.sources import sources
from tests.browser.screens import Screen, opened

Shown = tuple[str, int, str]
EVERY = [(width, scheme) for width in (360, 1280, 2560) for scheme in ("light", "dark")]
SHOWN: list[Shown] = [
    *((name, *size) for name in ("list", "person") for size in EVERY),
    ("official", 1280, "light"), ("official", 360, "dark"), ("outlet", 2560, "dark"), ("outlet", 360, "light"),
]  # fmt: skip


@pytest.fixture(scope="session")
def addresses(sample_db: Path) -> dict[str, str]:
    """The list, somebody who denies, unnamed officials, an outlet."""
    with read_ledger(sample_db) as ledger:
        ids = {
            key: next(iter(sources(ledger, Whom(words=words, kinds=kinds)))).id  # type: ignore[arg-type]
            for key, words, kinds in (
                ("person", "anstrop", ("person",)),
                ("official", "official", ("anonymous",)),
                ("outlet", "coastline", ("outlet",)),
            )
        }
    return {"list": "/sources"} | {key: f"/sources/{id}" for key, id in ids.items()}


@pytest.mark.parametrize("shown", SHOWN, ids=str)
def test_at_every_width(browser: Browser, site: str, addresses: dict[str, str], shown: Shown) -> None:
    name, width, scheme = shown
    with opened(browser, site, viewport={"width": width, "height": 900}, color_scheme=scheme) as screen:
        screen.open(addresses[name])
        assert screen.sideways() == 0
        assert screen.faults() == []
        screen.shoot(f"source-{name}-{width}-{scheme}")
        screen.check()


def test_by_keyboard_alone(screen: Screen) -> None:
    page = screen.open("/sources")
    page.get_by_label("Name", exact=True).focus()
    page.keyboard.type("anst")
    page.keyboard.press("Enter")
    page.wait_for_url("**/sources?q=anst**")
    link = page.get_by_role("link", name="Karel Anstrop")
    link.focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**/sources/p*")
    assert page.get_by_role("heading", level=1).inner_text().startswith("Karel Anstrop")


def test_without_script(browser: Browser, site: str, addresses: dict[str, str]) -> None:
    with opened(browser, site, java_script_enabled=False) as screen:
        page = screen.open(addresses["person"])
        page.get_by_label("Act").select_option("decline")
        page.get_by_role("button", name="Show").click()
        page.wait_for_url("**act=decline**")
        assert {li.get_attribute("data-act") for li in page.locator("ol.said li").all()} == {"decline"}
        screen.check()


def test_on_paper(screen: Screen, addresses: dict[str, str]) -> None:
    page = screen.open(addresses["outlet"])
    page.emulate_media(media="print")
    assert page.locator("form").first.is_hidden()
    assert page.get_by_role("heading", name="As an outlet").is_visible()
    assert "sha256:" in page.locator(".cite").inner_text()
    screen.shoot("source-outlet-print")
