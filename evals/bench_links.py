"""What linking costs: ledgers of several sizes, one more article into the largest, and linking beside reading.

The articles of the ledgers are invented records (story_rows.py); each ledger is filled in a process of its own, so that
its peak memory is its own. `python evals/bench_links.py SIZE` prints the measurement of one.
"""

from __future__ import annotations

import io
import json
import os
import platform
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # run as a script for each size

from evals.results import NotMeasured, Result  # noqa: E402
from evals.story_rows import stories  # noqa: E402
from evals.template_articles import template_articles  # noqa: E402
from reportedly.record import Record  # noqa: E402

if TYPE_CHECKING:
    from reportedly.intake import Item

SIZES_VARIABLE = "REPORTEDLY_BENCH_LINKS"
DEFAULT_SIZES = (1_000, 10_000)
"""Articles of the ledgers. A hundred thousand take more than an hour: REPORTEDLY_BENCH_LINKS=1000,10000,100000."""
LATER = 50
"""Articles that come one by one when all others are linked."""
AT_ONCE = 500
"""Articles kept before each linking, as a feed or an archive brings them."""
TELL = 5_000
"""Articles between two lines of progress."""
GROWTH, ONE, SHARE = 2.0, 200.0, 15.0
"""Bars: how much more an article may cost in the largest ledger than in the smallest; milliseconds that one more
article may take; percent of the time of reading that linking may take."""
READ = 200
"""Articles that are read and linked for the share."""
STORIES = ROOT / "evals" / "stories"
CORPORA = Path(os.environ.get("CORPORA", ROOT.parent / "shared" / "corpora"))
NEWS = {"stories of the press": "incidents/dev.articles.jsonl", "papers of one year": "polnear/dev.articles.jsonl"}
"""Real articles, which few machines have: the first ones of these files are read and linked, too, where they are."""


@dataclass(frozen=True)
class Filled:
    """A ledger that was filled and linked: milliseconds of processor time an article, those of each later article on
    the clock, peak bytes of the process, bytes of the file."""

    articles: int
    each: float
    later: tuple[float, ...]
    peak: float
    size: int

    @property
    def slow(self) -> float:
        """What 95 of 100 later articles stay under."""
        return sorted(self.later)[int(0.95 * (len(self.later) - 1))]


def sizes() -> tuple[int, ...]:
    """The sizes that are asked for. NotMeasured: they are no numbers."""
    asked = os.environ.get(SIZES_VARIABLE)
    try:
        return tuple(sorted(int(n) for n in asked.split(","))) if asked else DEFAULT_SIZES
    except ValueError as error:
        raise NotMeasured(f"{SIZES_VARIABLE}={asked}: give numbers of articles, as in 1000,10000") from error


def shared_out(records: Iterable[Record], total: int, later: int) -> Iterator[tuple[bool, Record]]:
    """Which records come one by one at the end: so many, spread evenly over all, so that most find their story there
    already. With each: does it come later?"""
    step, taken = max(1, total // max(1, later)), 0
    for n, record in enumerate(records):
        is_later = n % step == step // 2 and taken < later
        taken += is_later
        yield is_later, record


def fill(size: int, later: int = LATER) -> Filled:
    """Fill a ledger with invented articles, link them as they come, then one by one those that were held back."""
    from reportedly.intake.item import Item
    from reportedly.ledger.connect import open_ledger
    from reportedly.ledger.write import keep
    from reportedly.linking import link_new

    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "bench.db") as ledger:
        held: list[Record] = []
        spent, kept = 0.0, 0
        for is_later, record in shared_out(stories(size + later), size + later, later):
            if is_later:
                held.append(record)
                continue
            keep(ledger, Item(record.article), record)
            kept += 1
            if kept % AT_ONCE == 0 or kept == size:
                began = time.process_time()
                link_new(ledger)
                spent += time.process_time() - began
                if kept % TELL == 0:
                    print(f"{kept:,} articles linked, {1000 * spent / kept:.1f} ms each", file=sys.stderr, flush=True)
        took = []
        for record in held:
            keep(ledger, Item(record.article), record)
            began = time.perf_counter()
            link_new(ledger)
            took.append(1000 * (time.perf_counter() - began))
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if platform.system() == "Darwin" else 1024)
        return Filled(size, 1000 * spent / size, tuple(took), peak, ledger.path.stat().st_size)


def links() -> list[Result]:
    """Growth over the sizes, one more article into the largest ledger, and linking beside reading."""
    return [
        *grown([_filled(size) for size in sizes()]),
        beside_reading("linking beside reading", template_items()),
        beside_reading("linking beside reading, stories", story_items()),
        *(beside_reading(f"linking beside reading, {name}", news_items(path)) for name, path in news()),
    ]


def grown(filled: Sequence[Filled]) -> list[Result]:
    """What several ledgers, the smallest first, tell of growth; and the later articles of the largest."""
    first, last = filled[0], filled[-1]
    told = "; ".join(
        f"{f.articles:,}: {f.each:.1f} ms, peak {f.peak / 1e6:.0f} MB, {f.size / f.articles / 1000:.0f} kB on disk"
        for f in filled
    )
    where = f"into {last.articles:,} linked articles, {len(last.later)} one by one"
    middle = statistics.median(last.later)
    return [
        Result("linking, an article more dear", last.each / first.each, "x", GROWTH, note=told),
        Result("one article linked, median", middle, "ms", ONE, note=where),
        Result("one article linked, 95 of 100", last.slow, "ms", ONE, note=f"slowest {max(last.later):.0f}"),
    ]  # fmt: skip


def template_items() -> Iterator[Item]:
    """Articles from templates: whole stories that share every name."""
    from reportedly.intake import Item

    return (Item(article) for article in template_articles(READ + 1, seed=3))


def story_items() -> Iterator[Item]:
    """The invented stories of evals/stories: articles as papers write them."""
    from reportedly.intake import Given, read_paths

    return iter(read_paths([str(path) for path in sorted(STORIES.glob("*/articles.jsonl"))], Given(), io.BytesIO()))


def news() -> list[tuple[str, Path]]:
    """The files of NEWS that are here, by what they hold."""
    return [(name, CORPORA / path) for name, path in NEWS.items() if (CORPORA / path).is_file()]


def news_items(path: Path) -> Iterator[Item]:
    """The first articles of a file."""
    from reportedly.intake import Given, read_paths

    return islice(read_paths([str(path)], Given(), io.BytesIO()), READ + 1)


def beside_reading(name: str, items: Iterator[Item]) -> Result:
    """The processor time of linking in a ledger, of that of reading. The first article only loads the models."""
    from reportedly.ledger.connect import open_ledger
    from reportedly.ledger.write import keep
    from reportedly.linking import link_new
    from reportedly.reading import Reader

    reader = Reader()
    reader.read_item(next(items))
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "bench.db") as ledger:
        articles, read = 0, 0.0
        for item in items:
            began = time.process_time()
            record = reader.read_item(item)
            read += time.process_time() - began
            keep(ledger, item, record)
            articles += 1
        began = time.process_time()
        link_new(ledger)
        linked = time.process_time() - began
    note = f"{1000 * linked / articles:.1f} ms beside {1000 * read / articles:.0f} ms an article, {articles:,} articles"
    return Result(name, 100 * linked / read, "%", SHARE, note=note)


def _filled(size: int) -> Filled:
    """Fill a ledger in a process of its own."""
    command = [sys.executable, str(Path(__file__).resolve()), str(size)]
    done = subprocess.run(command, stdout=subprocess.PIPE, text=True, check=False)
    if done.returncode != 0:
        raise NotMeasured(f"a ledger of {size:,} articles could not be linked, see above")
    return Filled(**json.loads(done.stdout.splitlines()[-1]))


if __name__ == "__main__":
    print(json.dumps(asdict(fill(int(sys.argv[1])))))
