"""What keeping costs: an intake of a thousand articles, and queries over a hundred thousand statements."""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from itertools import islice
from json import dumps
from pathlib import Path

from evals.ledger_rows import synthesise, times
from evals.results import Result
from evals.template_articles import template_articles

ARTICLES, OVERHEAD_ARTICLES = 1000, 200
"""Articles of the intake, and of the part that times reading and keeping one by one: a minute of reading."""
POLNEAR = Path(__file__).resolve().parents[2] / "shared" / "corpora" / "polnear" / "train.articles.jsonl"
STATEMENTS = 100_000


def intake() -> list[Result]:
    """The command itself on a thousand articles with two workers, and on those of PolNeAR where they are there."""
    results = []
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        made = folder / "templates.jsonl"
        made.write_text("".join(dumps(a.to_json()) + "\n" for a in template_articles(ARTICLES)), encoding="utf-8")
        for label, file in (("templates", made), ("PolNeAR train", POLNEAR)):
            if file.exists():
                results.append(_added(label, file, folder / f"{file.stem}.db"))
    return [*results, overhead()]


def overhead() -> Result:
    """The time that keeping takes, of that of reading, one article after the other in this process."""
    from reportedly.adding import add
    from reportedly.intake.item import Item
    from reportedly.ledger.connect import open_ledger
    from reportedly.reading import Reader
    from reportedly.record import Record

    reader, spent = Reader(), 0.0

    def read(items: Iterable[Item]) -> Iterator[Record]:
        nonlocal spent
        for item in items:
            began = time.perf_counter()
            record = reader.read_item(item)
            spent += time.perf_counter() - began
            yield record

    articles = list(template_articles(OVERHEAD_ARTICLES + 1, seed=2))
    reader.read_item(Item(articles[0]))  # models are loaded before the clock runs
    with tempfile.TemporaryDirectory() as folder, open_ledger(Path(folder) / "bench.db") as ledger:
        began = time.perf_counter()
        add(map(Item, islice(articles, 1, None)), ledger, read, lambda _: None)
        kept = time.perf_counter() - began - spent
    note = f"{1000 * kept / OVERHEAD_ARTICLES:.1f} ms beside {1000 * spent / OVERHEAD_ARTICLES:.0f} ms an article"
    return Result("keeping beside reading", 100 * kept / spent, "%", 10.0, note=note)


def queries() -> list[Result]:
    """The slowest of many `said`, `events` and `sources` queries, each with one kind of filter, first fifty rows."""
    from reportedly.ledger.connect import open_ledger, read_ledger

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "bench.db"
        with open_ledger(path) as ledger:
            synthesise(ledger, STATEMENTS)
        with read_ledger(path) as ledger:
            taken = list(times(ledger))
    results = []
    for name in ("said", "events", "sources"):
        mine = {label: ms for of, label, ms, _ in taken if of == name}
        slowest = max(mine, key=lambda label: mine[label])
        note = f"slowest of {len(mine)} ({slowest}); median {statistics.median(mine.values()):.0f} ms"
        results.append(Result(f"`{name}`, {STATEMENTS:,} statements", mine[slowest], "ms", 100.0, note=note))
    return results


def _added(label: str, file: Path, db: Path) -> Result:
    """Articles a second of `reportedly add --jobs 2`, start-up included."""
    command = [sys.executable, "-m", "reportedly", "add", "--jobs", "2", "--db", str(db), str(file)]
    began = time.perf_counter()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    taken = time.perf_counter() - began
    with file.open("rb") as lines:
        count = sum(1 for _ in lines)
    size = db.stat().st_size / count / 1000
    note = f"{done.stdout.strip()}; {size:.0f} kB an article in the ledger"
    return Result(f"intake, {label}", count / taken, "/s", 0.0, at_least=True, note=note)
