"""What tests of pages in a browser need: a desk that is served, a page that notes what it did, axe, screenshots."""

from __future__ import annotations

import io
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import uvicorn
from playwright.sync_api import Browser, ConsoleMessage, Page, Request

import reportedly
from reportedly.adding import add, reading
from reportedly.cli.serve import listen
from reportedly.intake import FetchOptions, Given, Options, arrivals
from reportedly.ledger.connect import open_ledger
from reportedly.ledger.write import Memory
from reportedly.linking import link_new
from reportedly.web.app import desk_app
from reportedly.web.options import ServeOptions

ROOT = Path(__file__).parents[2]
SCREENS = ROOT / "build" / "screens"
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa")
WAIT = 10
"""Seconds that the desk may take to start or to stop."""


def samples(path: Path, reader: reportedly.Reader) -> Path:
    """A linked ledger of the sample articles."""
    with open_ledger(path) as ledger:
        options = Options(io.BytesIO(), FetchOptions(), Memory(ledger), "newer")
        add(arrivals([str(ROOT / "samples")], Given(), options), ledger, reading(reader, 1), lambda outcome: None)
        link_new(ledger)
    return path


@contextmanager
def served(path: Path, **more: Any) -> Iterator[str]:
    """The desk over a ledger, on a free port of the loopback address; its address, without a slash at the end."""
    options = ServeOptions(path, port=0, **more)
    with listen(options) as door:
        server = uvicorn.Server(uvicorn.Config(desk_app(options), log_level="warning", access_log=False, ws="none"))
        thread = threading.Thread(target=server.run, kwargs={"sockets": [door]}, daemon=True)
        thread.start()
        try:
            yield f"http://127.0.0.1:{door.getsockname()[1]}"
        finally:
            server.should_exit = True
            thread.join(WAIT)


@dataclass
class Screen:
    """A page on the desk, and what it asked for, logged, raised or had refused."""

    page: Page
    site: str
    asked: list[str] = field(default_factory=list)
    logged: list[str] = field(default_factory=list)

    def open(self, path: str) -> Page:
        """Go to a page of the desk and wait until it is quiet."""
        self.page.goto(self.site + path, wait_until="networkidle")
        return self.page

    def shoot(self, name: str) -> Path:
        """A picture of the whole page, in build/screens."""
        SCREENS.mkdir(parents=True, exist_ok=True)
        path = SCREENS / f"{name}.png"
        with self.apart():
            self.page.screenshot(path=path, full_page=True)
        return path

    @contextmanager
    def apart(self) -> Iterator[None]:
        """What is logged inside is not the page's: axe and pictures put styles in, which the policy refuses."""
        self.page.evaluate("0")
        before = list(self.logged)
        yield
        self.page.evaluate("0")
        self.logged[:] = before

    def faults(self) -> list[str]:
        """What axe finds wrong with the page, by WCAG 2.2 A and AA, each with the element's selector."""
        with self.apart():
            self.page.evaluate(AXE.read_text("utf-8"))
            found = self.page.evaluate("rules => axe.run({runOnly: {type: 'tag', values: rules}})", list(RULES))
        return [f"{v['id']}: {n['target']} {n['failureSummary']}" for v in found["violations"] for n in v["nodes"]]

    def sideways(self) -> int:
        """By how many pixels the page is wider than the window: 0 for every page of the desk."""
        wide = "document.documentElement.scrollWidth - document.documentElement.clientWidth"
        return int(self.page.evaluate(wide))

    def check(self) -> None:
        """Nothing was asked of another machine, nothing was refused by the policy, no script failed."""
        left = [a for a in self.asked if not _own(a, self.site)]
        assert not left, f"left the machine: {left}"
        assert not self.logged, self.logged


@contextmanager
def opened(browser: Browser, site: str, **more: Any) -> Iterator[Screen]:
    """A page of its own; `more` are Playwright's options of a context: viewport, color_scheme, java_script_enabled."""
    with browser.new_context(**({"viewport": {"width": 1280, "height": 800}} | more)) as context:
        screen = Screen(context.new_page(), site)

        def note(request: Request) -> None:
            screen.asked.append(request.url)

        def hear(message: ConsoleMessage) -> None:
            if message.type == "error":
                screen.logged.append(message.text)

        context.on("request", note)
        screen.page.on("console", hear)
        screen.page.on("pageerror", lambda error: screen.logged.append(str(error)))
        yield screen


def _own(address: str, site: str) -> bool:
    """Does an address stand for this desk, or for something that is no request to a machine?"""
    parts = urlsplit(address)
    return parts.scheme in ("data", "blob") or f"{parts.scheme}://{parts.netloc}" == site
