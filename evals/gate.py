"""The gate: reads the corpora, scores the reading, and fails where a figure is below its floor.

usage: python evals/gate.py --corpora DIR [--update [--allow-lower NAME]…] [--markdown [PAGE]] [--only SET]…

Exit status: 0 every figure holds its floor; 1 one does not, or an update would lower a floor that --allow-lower does
not name; 2 it could not be measured (no corpora, a scorer that fails, a wrong option).
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

# Run as a script, it has to find its neighbours by the names that the tests use.
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from evals import floors, tables
from evals.measures import CORPORA, MEASURES, Corpus
from evals.readings import NotMeasured, keep_half, missing, predict, score, values_of

if TYPE_CHECKING:
    from reportedly import Reader

ROOT = Path(__file__).resolve().parents[1]
FLOORS = ROOT / "evals" / "floors.json"
PAGE = ROOT / "docs" / "accuracy.md"
OUT = ROOT / "build" / "eval"
FALLEN, NOT_MEASURED = 1, 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, print, compare with the floors or update them."""
    args = parse(arguments)
    wanted = tuple(c for c in CORPORA if not args.only or c.name in args.only)
    scoring = args.scoring or args.corpora.resolve().parent / "scoring"
    if absent := missing(args.corpora, scoring, wanted):
        return say(
            f"{absent[0]} is missing{f' and {len(absent) - 1} more' if absent[1:] else ''}: the corpora are no part of "
            "this project; name their folder with --corpora DIR (make eval CORPORA=DIR), the scorers with --scoring DIR"
        )
    if args.markdown and not args.markdown.is_file():
        return say(f"{args.markdown} does not exist: --markdown fills in the measured section of a page that does")
    import reportedly

    reader = reportedly.load()
    run = floors.Run(date.today().isoformat(), reader.tools.run.models["reader"], reader.tools.run.config)
    try:
        scores = measure(reader, args.corpora, scoring, wanted)
        values = values_of(scores)
    except NotMeasured as error:
        return say(str(error))
    status = settle(values, run, args)
    if args.markdown:
        tables.write_page(args.markdown, tables.markdown(values, scores, run))
        print(f"wrote the measured section of {args.markdown}", file=sys.stderr)
    return status


def parse(arguments: Sequence[str] | None) -> argparse.Namespace:
    """The command line's options."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    add = parser.add_argument
    add("--corpora", type=Path, default=ROOT.parent / "shared" / "corpora", metavar="DIR", help="folder of the corpora")
    add("--scoring", type=Path, metavar="DIR", help="folder of the scorers; `scoring` beside the corpora without it")
    add("--update", action="store_true", help="raise the floors to just under what is measured")
    add("--allow-lower", action="append", default=[], metavar="NAME", help="a floor that --update may lower; repeat it")
    add("--markdown", type=Path, nargs="?", const=PAGE, metavar="PAGE", help="fill in a page (docs/accuracy.md)")
    add("--only", action="append", choices=[c.name for c in CORPORA], metavar="SET", help="measure only this set")
    args = parser.parse_args(arguments)
    if args.allow_lower and not args.update:
        parser.error("--allow-lower goes with --update")
    if args.only and (args.update or args.markdown):
        parser.error("--only looks at a part; --update and --markdown need everything")
    return args


def measure(reader: Reader, corpora: Path, scoring: Path, wanted: Sequence[Corpus]) -> dict[str, dict[str, Any]]:
    """Read each file of articles once and score each set; predictions and the scorers' tables stay in build/eval."""
    OUT.mkdir(parents=True, exist_ok=True)
    scores = {}
    read: set[Path] = set()
    for corpus in wanted:
        folder, predicted = corpora / corpus.folder, OUT / f"{corpus.folder}.records.jsonl"
        if predicted not in read:
            read.add(predicted)
            started = time.perf_counter()
            count, failed = predict(reader, folder / corpus.articles, predicted)
            note = f", {failed} of them failed" if failed else ""
            print(f"read {count} of {corpus.folder} in {time.perf_counter() - started:.0f} s{note}", file=sys.stderr)
        name = corpus.name.replace(" ", "-")
        gold = keep_half(corpus, folder / corpus.gold, OUT / f"{name}.gold.jsonl")
        table, scores[corpus.name] = score(scoring / corpus.scorer, gold, predicted)
        (OUT / f"{name}.scores.txt").write_text(table + "\n", encoding="utf-8")
    return scores


def settle(values: dict[str, float], run: floors.Run, args: argparse.Namespace) -> int:
    """Print the table; hold the values against the floors, or the floors against the values."""
    known = floors.load(FLOORS)
    guarded = {m.full_name: values[m.full_name] for m in MEASURES if m.guarded and m.full_name in values}
    held = {k: v for k, v in known.items() if not args.only or k.rpartition(": ")[0] in args.only}
    if not args.update:
        print(tables.terminal(values, held))
        for complaint in (found := floors.complaints(guarded, held)):
            print(f"error: {complaint}", file=sys.stderr)
        return FALLEN if found else 0
    try:
        new = floors.raised(guarded, known, run, args.allow_lower)
    except floors.LowersAFloor as error:
        print(tables.terminal(values, known))
        names = " ".join(f'--allow-lower "{n}"' for n in error.names)
        return say(f"no floor was changed, since these would fall: {error}; if that is meant, add {names}", FALLEN)
    except KeyError as error:
        return say(f"--allow-lower {error}: there is no such measure")
    print(tables.terminal(values, new))
    floors.save(FLOORS, new)
    print(f"wrote {FLOORS.relative_to(ROOT)}", file=sys.stderr)
    return 0


def say(message: str, status: int = NOT_MEASURED) -> int:
    """Tell why nothing more happens."""
    print(f"error: {message}", file=sys.stderr)
    return status


if __name__ == "__main__":
    sys.exit(main())
