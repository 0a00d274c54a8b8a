"""A real browser on the desk over the sample articles. Where Chromium is missing, these tests are skipped."""

from __future__ import annotations

import shutil
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

import reportedly
from tests.browser.screens import Screen, opened, samples, served

CHROMIUM = shutil.which("chromium")
FLAGS = (
    "--no-sandbox", "--use-gl=angle", "--use-angle=swiftshader", "--enable-unsafe-swiftshader", "--hide-scrollbars",
    "--disable-background-networking", "--disable-component-update",
)  # fmt: skip


LONGEST = 120
"""Seconds that one test may take: a page that hangs in the browser must not keep all the others waiting."""


@pytest.fixture(autouse=True)
def in_time() -> Iterator[None]:
    """Ends a test that hangs."""

    def end(*_: object) -> None:
        raise TimeoutError(f"the browser has not answered for {LONGEST} seconds")

    before = signal.signal(signal.SIGALRM, end)
    signal.alarm(LONGEST)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Debian's Chromium, drawing in software."""
    if CHROMIUM is None:
        pytest.skip("Chromium is missing; install it with: apt-get install chromium")
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=CHROMIUM, args=list(FLAGS))
        yield running
        running.close()


@pytest.fixture(scope="session")
def sample_db(reader: reportedly.Reader, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A linked ledger of the sample articles, read with the models. Tests only read it."""
    return samples(tmp_path_factory.mktemp("samples") / "samples.db", reader)


@pytest.fixture(scope="session")
def site(sample_db: Path) -> Iterator[str]:
    """The address of the desk over it, served on a free port of this machine."""
    with served(sample_db) as address:
        yield address


@pytest.fixture
def screen(browser: Browser, site: str) -> Iterator[Screen]:
    """A page of 1280 by 800 on the desk; at the end nothing may have left this machine."""
    with opened(browser, site) as made:
        yield made
        made.check()
