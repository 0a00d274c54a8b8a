"""What the desk costs: pages over a large ledger, their weight, and a search that is asked without pause while articles
are added. Requests go to this machine only, by a schedule of fixed length."""

from __future__ import annotations

import http.client
import json
import os
import random
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from threading import local
from typing import TYPE_CHECKING
from urllib.parse import quote

import apsw

from evals.ledger_rows import Invention
from evals.results import NotMeasured, Result
from evals.template_articles import template_articles

if TYPE_CHECKING:
    from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parents[1]
FILE_VARIABLE = "REPORTEDLY_BENCH_DESK"
"""A ledger made by evals/desk_rows.py, to be used again: making one takes minutes."""

PAGE_MS, VIEW_S, WEIGHT_MB, SEARCH_MS, GROWTH = 150.0, 1.0, 1.5, 200.0, 10.0
"""Bars: milliseconds of a page, median; seconds until a page is first seen; megabytes of a page with its styles and
scripts; milliseconds of 95 searches in a hundred; percent by which memory may grow."""
ASKED = 21
"""Times that each page is asked for."""
RATE, SECONDS, CLIENTS = 50, 60, 16
"""Searches a second, for how long, from how many connections at most."""
MAP = re.compile(r"maplibre|world|countries|land")
"""What only the map loads."""
ADDED = 2_000
"""Articles that are there to be added meanwhile: more than a minute of reading."""


@dataclass
class Desk:
    """A desk that is served by a process of its own."""

    port: int
    process: subprocess.Popen[str]
    at: local = field(default_factory=local)

    def get(self, path: str) -> tuple[int, bytes]:
        """Status and body; each thread has a connection of its own, a new one where the desk has closed it."""
        for _ in range(2):
            try:
                if not hasattr(self.at, "line"):
                    self.at.line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)
                self.at.line.request("GET", path)
                answer = self.at.line.getresponse()
                return answer.status, answer.read()
            except http.client.RemoteDisconnected:
                del self.at.line
        raise NotMeasured(f"the desk closes every connection that asks for {path}")

    def json(self, path: str) -> list[dict[str, object]]:
        """The items of a list."""
        items: list[dict[str, object]] = json.loads(self.get(path)[1])["items"]
        return items

    def memory(self) -> float:
        """Megabytes that the process holds."""
        told = Path(f"/proc/{self.process.pid}/status").read_text(encoding="utf-8")
        return int(re.findall(r"VmRSS:\s+(\d+)", told)[0]) / 1000


def desk() -> list[Result]:
    """Pages, their weight, and the search beside an intake."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        file = _ledger(folder)
        with _served(file) as served:
            found = _places(served)
            results = [*_pages(served, found), *_weights(served, found)]
            return [*results, *_views(served, found), *_searches(served, folder, file)]


def _ledger(folder: Path) -> Path:
    """A copy of the ledger that is to be used again, or a new one."""
    file = folder / "bench.db"
    if kept := os.environ.get(FILE_VARIABLE):
        with apsw.Connection(str(file)) as copy, copy.backup("main", apsw.Connection(kept), "main") as backup:
            backup.step()
    else:
        subprocess.run([sys.executable, str(ROOT / "evals" / "desk_rows.py"), str(file)], check=True)
    return file


@contextmanager
def _served(file: Path) -> Iterator[Desk]:
    command = [sys.executable, "-m", "reportedly", "serve", "--db", str(file), "--port", "0"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True) as process:
        try:
            assert process.stdout
            told = process.stdout.readline()
            port = re.search(r":(\d+)/", told)
            if port is None:
                raise NotMeasured(f"the desk does not start: {told}")
            yield Desk(int(port[1]), process)
        finally:
            process.send_signal(signal.SIGINT)
            process.wait(30)


def _places(served: Desk) -> dict[str, list[str]]:
    """The pages that are asked for: the desk as it is first seen and with a question, and some of each other kind."""
    lists = {
        "/articles/ID": [str(x["id"]) for x in served.json(f"/api/v1/articles?limit={ASKED}")],
        "/happenings/ID": [_id(x, "happening") for x in served.json(f"/api/v1/happenings?limit={ASKED}")],
        "/stories/ID": [_id(x, "story") for x in served.json(f"/api/v1/stories?limit={ASKED}")],
        "/sources/ID": [str(x["id"]) for x in served.json(f"/api/v1/sources?limit={ASKED}")],
    }
    places = {name: [name.replace("ID", id) for id in ids] for name, ids in lists.items()}
    return {"/": ["/"] * ASKED, "/?q=": [f"/?q={quote(w)}" for w in _words(ASKED)], **places}


def _id(item: dict[str, object], name: str) -> str:
    inner = item[name]
    return str(inner["id"]) if isinstance(inner, dict) else str(inner)


def _words(count: int) -> list[str]:
    """Words of the ledger, frequent ones often, the same each time."""
    source = Invention(random.Random(7))
    source.draw = random.Random(3)
    return source.some(count)


def _pages(served: Desk, found: dict[str, list[str]]) -> Iterator[Result]:
    for name, addresses in found.items():
        taken = []
        for address in [addresses[0], *addresses]:
            began = time.perf_counter()
            status, _ = served.get(address)
            taken.append(1000 * (time.perf_counter() - began))
            if status != 200:
                raise NotMeasured(f"{address} answers with status {status}")
        middle = statistics.median(taken[1:])
        note = f"slowest of {len(addresses)}: {max(taken[1:]):.0f} ms"
        yield Result(f"page {name}, median", middle, "ms", PAGE_MS, note=note)


def _weights(served: Desk, found: dict[str, list[str]]) -> Iterator[Result]:
    """A page with its styles and scripts, and what these import; without what the map needs."""
    heaviest, name = max((_weight(served, addresses[0]), name) for name, addresses in found.items())
    yield Result("heaviest page, without the map", heaviest / 1e6, "MB", WEIGHT_MB, note=name)


def _weight(served: Desk, address: str) -> int:
    page = served.get(address)[1]
    total, waiting, met = len(page), _loaded(page.decode(), r'(?:src|href)="(/static/[^"]+)"'), set[str]()
    while waiting:
        file = waiting.pop()
        if file in met or MAP.search(file):
            continue
        met.add(file)
        body = served.get(file)[1]
        total += len(body)
        if ".js" in file:
            folder = file.rpartition("/")[0]
            imports = _loaded(body.decode("utf-8", "replace"), r'(?:from|import)\s*"(\.?\.?/[^"]+\.js[^"]*)"')
            waiting += [os.path.normpath(i if i.startswith("/") else f"{folder}/{i}") for i in imports]
    return total


def _loaded(text: str, pattern: str) -> list[str]:
    return re.findall(pattern, text)


def _views(served: Desk, found: dict[str, list[str]]) -> Iterator[Result]:
    """How long a browser takes until something is to be seen. Without a browser nothing is measured."""
    chromium = shutil.which("chromium")
    if chromium is None:
        return
    from playwright.sync_api import sync_playwright

    painted = "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium, args=["--no-sandbox"])
        taken = {}
        for name, addresses in found.items():
            page = browser.new_page()
            page.goto(f"http://127.0.0.1:{served.port}{addresses[0]}", wait_until="load")
            taken[name] = _seen(page, painted)
            page.close()
        browser.close()
    slowest = max(taken, key=lambda name: taken[name])
    note = "a new browser; " + ", ".join(f"{name} {seconds:.2f}" for name, seconds in taken.items())
    yield Result("first view, slowest page", taken[slowest], "s", VIEW_S, note=note)


def _seen(page: Page, painted: str) -> float:
    """Seconds until something was painted. Asked again and again from outside: the policy forbids to wait inside."""
    for _ in range(100):
        if (at := page.evaluate(painted)) is not None:
            return float(at) / 1000
        time.sleep(0.1)
    raise NotMeasured(f"{page.url} paints nothing for 10 seconds")


def _searches(served: Desk, folder: Path, file: Path) -> Iterator[Result]:
    """So many searches a second for a minute, on time whether the last one was answered or not, beside an intake."""
    told = folder / "added.jsonl"
    told.write_text("".join(json.dumps(a.to_json()) + "\n" for a in template_articles(ADDED, seed=5)), encoding="utf-8")
    command = [sys.executable, "-m", "reportedly", "add", "--no-link", "--db", str(file), str(told)]
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as adding:
        time.sleep(5)  # its models are loaded
        taken, errors, memory = _asked(served)
        is_adding = adding.poll() is None
        adding.kill()  # what it was writing is taken back
    if not is_adding:
        raise NotMeasured(f"the intake ended before the searches did; give it more than {ADDED:,} articles")
    late = sorted(taken)[int(0.95 * (len(taken) - 1))]
    middle = statistics.median(taken)
    note = f"{len(taken):,} in {SECONDS} s beside `add`; median {middle:.0f}, slowest {max(taken):.0f} ms"
    yield Result("searches, 95 of 100", late, "ms", SEARCH_MS, note=note)
    yield Result("searches that failed", float(errors), "", 0.0, note=f"{RATE} a second, pages of 20")
    start, end = memory
    yield Result(
        "the desk's memory meanwhile", 100 * (end - start) / start, "%", GROWTH, note=f"{start:.0f} to {end:.0f} MB"
    )


def _asked(served: Desk) -> tuple[list[float], int, tuple[float, float]]:
    """Milliseconds from when each search was due until it was answered; how many failed; memory after a sixth of the
    time, when all connections are open, and at the end."""
    words = _words(RATE * SECONDS)
    began = time.perf_counter() + 0.5

    def search(number: int) -> tuple[float, bool]:
        due = began + number / RATE
        time.sleep(max(0.0, due - time.perf_counter()))
        try:
            status, _ = served.get(f"/api/v1/search?q={quote(words[number])}&limit=20")
        except (OSError, http.client.HTTPException, NotMeasured):
            status = 0
            vars(served.at).pop("line", None)
        return 1000 * (time.perf_counter() - due), status == 200

    with ThreadPoolExecutor(CLIENTS) as clients:
        first = list(clients.map(search, range(len(words) // 6)))
        start = served.memory()
        rest = list(clients.map(search, range(len(words) // 6, len(words))))
    answered = first + rest
    return [ms for ms, _ in answered], sum(not good for _, good in answered), (start, served.memory())
