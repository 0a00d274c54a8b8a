"""The corpus of scripts in disguise in a real browser: none runs, nothing of it is loaded, the policy has nothing to
refuse."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Dialog

from reportedly.ledger.connect import read_ledger
from reportedly.ledger.find import find_article
from tests.browser.screens import Screen, opened, served
from tests.web.poisoned import GATHERED, poisoned
from tests.web.xss import CORPUS, MARK

TABS = 25
"""Times that Tab is pressed: what is shown on focus is shown."""


@pytest.fixture(scope="module")
def poison(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return poisoned(tmp_path_factory.mktemp("poison") / "l.db")


@pytest.fixture(scope="module")
def poisoned_site(poison: Path) -> Iterator[str]:
    with served(poison) as address:
        yield address


@pytest.fixture
def hostile(browser: Browser, poisoned_site: str) -> Iterator[Screen]:
    """A page on which whatever runs is noted."""
    with opened(browser, poisoned_site) as screen:
        ran: list[str] = []

        def seen(dialog: Dialog) -> None:
            ran.append(dialog.message)
            dialog.dismiss()

        screen.page.on("dialog", seen)
        screen.page.expose_function(MARK, lambda: ran.append(MARK))
        yield screen
        assert ran == []
        screen.check()


def looked_at(screen: Screen, path: str) -> str:
    """A page with everything on it that unfolds unfolded and focused; its text."""
    page = screen.open(path)
    page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true })")
    for _ in range(TABS):
        page.keyboard.press("Tab")
    assert page.locator(f"[{MARK}], [onerror], [onload], iframe, object, embed, base").count() == 0
    return page.locator("body").inner_text()


def test_an_article_of_all_of_them(hostile: Screen, poison: Path) -> None:
    with read_ledger(poison) as ledger:
        id = find_article(ledger, GATHERED)
    shown = looked_at(hostile, f"/articles/{id}")
    assert shown.count(MARK) > len(CORPUS)


def test_happenings_of_some(hostile: Screen) -> None:
    for what in ("happenings", "stories"):
        found = hostile.page.request.get(f"{hostile.site}/api/v1/{what}?limit=50").json()["items"]
        for item in found[::16]:
            inner = item["happening"] if what == "happenings" else item["story"]
            assert looked_at(hostile, f"/{what}/{inner['id']}")


@pytest.mark.parametrize("page", ["/", "/sources"])
def test_lists_of_them(hostile: Screen, page: str) -> None:
    for path in (page, f"{page}?limit=200"):
        assert MARK in looked_at(hostile, path)


def test_sources_of_some(hostile: Screen) -> None:
    found = hostile.page.request.get(f"{hostile.site}/api/v1/sources?limit=200").json()["items"]
    for item in found[::50]:
        assert MARK in looked_at(hostile, f"/sources/{item['id']}")


@pytest.mark.parametrize("place", ["/?q={}", "/sources?q={}", "/articles/{}"])
def test_what_is_asked_for(hostile: Screen, place: str) -> None:
    for words in CORPUS[::24]:
        hostile.page.goto(hostile.site + place.format(quote(words, safe="")), wait_until="load")
    hostile.logged[:] = [line for line in hostile.logged if "status of 4" not in line]  # what is not there, is told so
