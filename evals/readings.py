"""Read the articles of a corpus and score what was read, as a user of the command and of the scorers would."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from evals.measures import Corpus

if TYPE_CHECKING:
    from reportedly import Reader
    from reportedly.record import Record

TYPE_PAIRS = Path(__file__).with_name("type_pairs.py")


class NotMeasured(Exception):
    """Something that measuring needs is missing or broken; the message says what and what to do."""


def missing(corpora: Path, scoring: Path, wanted: Iterable[Corpus]) -> list[Path]:
    """The files that measuring needs and that are not there."""
    needed = [p for c in wanted for p in (*(c.within(corpora) / f for f in (c.articles, c.gold)), c.scorer_in(scoring))]
    return [p for p in dict.fromkeys(needed) if not p.is_file()]


def articles_of(corpus: Corpus, articles: Path, out: Path) -> Path:
    """What is read of a corpus, as a file with the text in the field `text`."""
    if corpus.dev is None and corpus.text == "text":
        return articles
    with out.open("w", encoding="utf-8") as file:
        for row in _rows(articles):
            if corpus.reads(row):
                file.write(json.dumps({**row, "text": row[corpus.text]}) + "\n")
    return out


def gold_of(corpus: Corpus, gold: Path, articles: Path, out: Path) -> Path:
    """The gold of a set as a file: that of the whole corpus, of one half, or of the `articles` that are read; of a set
    that is linked, what the names of its files begin with."""
    if corpus.linked is not None:
        return gold.parent / corpus.linked
    if corpus.half is None and corpus.dev is None:
        return gold
    read = None if corpus.dev is None else {row["id"] for row in _rows(articles)}
    with out.open("w", encoding="utf-8") as file:
        for row in _rows(gold):
            key = row["article"]["id"] if "article" in row else row["id"]
            if corpus.keeps(key) and (read is None or key in read):
                file.write(json.dumps(row) + "\n")
    return out


def predict(reader: Reader, articles: Path, out: Path, *, untyped: bool = False, jobs: int = 1) -> tuple[int, int]:
    """Read a file of articles as `reportedly read --json` does; how many were read, and failed."""
    from reportedly.intake import Given, read_paths

    count = failed = 0
    with out.open("w", encoding="utf-8") as file:
        for record in reader.read_many(read_paths([str(articles)], Given(), io.BytesIO()), jobs=jobs):
            kept = record if untyped else record.typed_only
            file.write(json.dumps(kept.to_json(), ensure_ascii=False) + "\n")
            count, failed = count + 1, failed + record.failed
    return count, failed


def predict_links(
    reader: Reader, articles: Path, out: Path, *, untyped: bool = False, jobs: int = 1
) -> tuple[int, int]:
    """Link a file of articles as `reportedly link --json` does; how many were read, and failed."""
    from reportedly.intake import Given, read_paths
    from reportedly.linking import link_records

    failed: list[bool] = []

    def read() -> Iterator[Record]:
        for record in reader.read_many(read_paths([str(articles)], Given(), io.BytesIO()), jobs=jobs):
            failed.append(record.failed)
            yield record

    linked = link_records(read())
    out.write_text(json.dumps(linked.to_json(all_events=untyped), ensure_ascii=False), encoding="utf-8")
    return len(failed), sum(failed)


def predict_types(articles: Path, gold: Path, out: Path) -> tuple[int, int]:
    """Predict the type of each row of the gold, given its pair; how many rows there are, and that none failed."""
    predicted = _output(TYPE_PAIRS, str(articles), str(gold))
    out.write_text(predicted, encoding="utf-8")
    return predicted.count("\n"), 0


def score(scorer: Path, gold: Path, predicted: Path, *options: str) -> tuple[str, dict[str, Any]]:
    """Run a scorer; its table and the numbers of its last line."""
    return scores_in(_output(scorer, str(gold), str(predicted), *options), scorer.name)


def _output(script: Path, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-B", str(script), *arguments], capture_output=True, text=True, check=False
    )  # fmt: skip
    if done.returncode != 0:
        raise NotMeasured(f"{script.name} failed on {arguments[1]}: {done.stderr.strip() or 'it says nothing'}")
    return done.stdout


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with path.open(encoding="utf-8") as lines:
        yield from (json.loads(line) for line in lines if line.strip())


def scores_in(printed: str, scorer: str) -> tuple[str, dict[str, Any]]:
    """A scorer's output: the table for people, and the last line, which is JSON."""
    table, _, last = printed.rstrip("\n").rpartition("\n")
    try:
        found: Any = json.loads(last)
    except ValueError:
        found = None
    if not isinstance(found, dict):
        raise NotMeasured(f"{scorer} printed no line of JSON at its end; is it the scorer that this gate was made for?")
    return table, found


def values_of(scores: Mapping[str, dict[str, Any]]) -> dict[str, float]:
    """The measures by their full names, from the scores of each set. NotMeasured where a scorer lacks one."""
    from evals.measures import MEASURES

    try:
        return {m.full_name: m.value(scores[m.set]) for m in MEASURES if m.set in scores}
    except (KeyError, TypeError) as error:
        raise NotMeasured(f"a scorer printed no {error}; is it the scorer that this gate was made for?") from None
