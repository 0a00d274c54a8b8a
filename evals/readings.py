"""Read the articles of a corpus and score what was read, as a user of the command and of the scorers would."""

from __future__ import annotations

import io
import json
import subprocess
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Any

from evals.measures import Corpus

if TYPE_CHECKING:
    from reportedly import Reader


class NotMeasured(Exception):
    """Something that measuring needs is missing or broken; the message says what and what to do."""


def missing(corpora: Path, scoring: Path, wanted: Iterable[Corpus]) -> list[Path]:
    """The files that measuring needs and that are not there."""
    needed = [
        p for c in wanted for p in (corpora / c.folder / c.articles, corpora / c.folder / c.gold, scoring / c.scorer)
    ]
    return [p for p in dict.fromkeys(needed) if not p.is_file()]


def predict(reader: Reader, articles: Path, out: Path) -> tuple[int, int]:
    """Read a file of articles in this process, as `reportedly read --json` does; how many were read, and failed."""
    from reportedly.intake import Given, read_paths

    count = failed = 0
    with out.open("w", encoding="utf-8") as file:
        for record in reader.read_many(read_paths([str(articles)], Given(), io.BytesIO())):
            file.write(json.dumps(record.to_json(), ensure_ascii=False) + "\n")
            count, failed = count + 1, failed + record.failed
    return count, failed


def keep_half(corpus: Corpus, gold: Path, out: Path) -> Path:
    """The gold of a corpus, or of the half of its articles that the corpus keeps, as a file."""
    if corpus.half is None:
        return gold
    with gold.open(encoding="utf-8") as lines, out.open("w", encoding="utf-8") as file:
        file.writelines(x for x in lines if x.strip() and corpus.keeps(json.loads(x)["article"]["id"]))
    return out


def score(scorer: Path, gold: Path, predicted: Path) -> tuple[str, dict[str, Any]]:
    """Run a scorer; its table and the numbers of its last line."""
    done = subprocess.run(
        [sys.executable, "-B", str(scorer), str(gold), str(predicted)], capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise NotMeasured(f"{scorer.name} failed on {predicted}: {done.stderr.strip() or 'it says nothing'}")
    return scores_in(done.stdout, scorer.name)


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
