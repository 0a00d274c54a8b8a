"""The gate: reads the corpora, scores the reading, and fails where a figure is below its floor.

usage: python evals/gate.py --corpora DIR [--update [--allow-lower NAME]…] [--markdown [PAGE]] [--only SET]…
       [--jobs N]

Exit status: 0 every figure holds its floor (its ceiling, where less is better); 1 one does not, or an update would
lower a floor or raise a ceiling that --allow-lower does not name; 2 it could not be measured (no corpora, a scorer that
fails, a wrong option).
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

from evals import floors, own, tables
from evals.measures import CORPORA, MEASURES, OWN, Corpus
from evals.readings import (
    NotMeasured,
    articles_of,
    gold_of,
    missing,
    predict,
    predict_links,
    predict_types,
    score,
    values_of,
)

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
    if absent := missing(args.corpora, args.scoring, wanted(args)):
        return say(
            f"{absent[0]} is missing{f' and {len(absent) - 1} more' if absent[1:] else ''}: the corpora are no part of "
            "this project; name their folder with --corpora DIR (make eval CORPORA=DIR), the scorers with --scoring DIR"
        )
    if args.markdown and not args.markdown.is_file():
        return say(f"{args.markdown} does not exist: --markdown fills in the measured section of a page that does")
    import reportedly

    reader = reportedly.load()
    made_by = reader.tools.run
    run = floors.Run(date.today().isoformat(), " ".join(made_by.models.values()), made_by.config)
    try:
        scores = measure(reader, args)
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
    add("--update", action="store_true", help="raise the floors to just beside what is measured")
    add("--allow-lower", action="append", default=[], metavar="NAME", help="what --update may lower; repeat it")
    add("--markdown", type=Path, nargs="?", const=PAGE, metavar="PAGE", help="fill in a page (docs/accuracy.md)")
    add("--only", action="append", choices=[*(c.name for c in CORPORA), *OWN], metavar="SET", help="measure only this")
    add("--jobs", type=int, default=2, metavar="N", help="worker processes that read (2); each loads its own models")
    args = parser.parse_args(arguments)
    args.scoring = args.scoring or args.corpora.resolve().parent / "scoring"
    if args.allow_lower and not args.update:
        parser.error("--allow-lower goes with --update")
    if args.only and (args.update or args.markdown):
        parser.error("--only looks at a part; --update and --markdown need everything")
    return args


def wanted(args: argparse.Namespace) -> tuple[Corpus, ...]:
    """The corpora that are to be measured."""
    return tuple(c for c in CORPORA if not args.only or c.name in args.only)


def measure(reader: Reader, args: argparse.Namespace) -> dict[str, dict[str, Any]]:
    """Read what several sets share once, score each; predictions and the scorers' tables stay in build/eval."""
    OUT.mkdir(parents=True, exist_ok=True)
    scores = own.scores(reader, [name for name in OWN if not args.only or name in args.only])
    read: dict[tuple[object, ...], Path] = {}
    for corpus in wanted(args):
        name, folder = corpus.file_name, corpus.within(args.corpora)
        articles = articles_of(corpus, folder / corpus.articles, OUT / f"{name}.articles.jsonl")
        gold = gold_of(corpus, folder / corpus.gold, articles, OUT / f"{name}.gold.jsonl")
        if corpus.reading not in read:
            predicted = read[corpus.reading] = OUT / f"{name}.records.jsonl"
            started = time.perf_counter()
            if corpus.given_pair:
                count, failed = predict_types(articles, gold, predicted)
            else:
                made = predict if corpus.linked is None else predict_links
                count, failed = made(reader, articles, predicted, untyped=corpus.untyped, jobs=args.jobs)
            note = f", {failed} of them failed" if failed else ""
            print(f"read {count} of {corpus.name} in {time.perf_counter() - started:.0f} s{note}", file=sys.stderr)
        table, scores[corpus.name] = score(corpus.scorer_in(args.scoring), gold, read[corpus.reading], *corpus.options)
        (OUT / f"{name}.scores.txt").write_text(table + "\n", encoding="utf-8")
    return scores


def settle(values: dict[str, float], run: floors.Run, args: argparse.Namespace) -> int:
    """Print the table; hold the values against the floors, or the floors against the values."""
    known, scales = floors.load(FLOORS), {m.full_name: m.scale for m in MEASURES}
    guarded = {m.full_name: values[m.full_name] for m in MEASURES if m.guarded and m.full_name in values}
    held = {k: v for k, v in known.items() if not args.only or k.rpartition(": ")[0] in args.only}
    if not args.update:
        print(tables.terminal(values, held))
        for complaint in (found := floors.complaints(guarded, held, scales)):
            print(f"error: {complaint}", file=sys.stderr)
        return FALLEN if found else 0
    try:
        new = floors.raised(guarded, known, run, args.allow_lower, scales)
    except floors.LowersAFloor as error:
        print(tables.terminal(values, known))
        names = " ".join(f'--allow-lower "{n}"' for n in error.names)
        return say(f"no floor was changed, since these would give way: {error}; if that is meant, add {names}", FALLEN)
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
