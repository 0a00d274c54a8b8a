"""The type of what a source does to a target, by the shipped weights, where both are given.

usage: python evals/type_pairs.py ARTICLES.jsonl GOLD.jsonl > PREDICTED.jsonl

ARTICLES: {"id", "text"}; GOLD: {"id", "source": span|null, "target": span|null} or the lists "sources" and "targets".
Prints {"id", "type"} a row, as `plover_pairs.py --type-only` reads it.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

from reportedly.reading import load


def main(articles: Path, gold: Path) -> None:
    """Predict every row of GOLD, in its order."""
    reader = load()
    texts = {row["id"]: row["text"] for row in _rows(articles)}
    for row in _rows(gold):
        source, target = (row.get(f"{k}s") or ([row[k]] if row.get(k) else []) for k in ("source", "target"))
        print(json.dumps({"id": row["id"], "type": reader.type_between(texts[row["id"]], source, target)}))


def _rows(path: Path) -> list[dict[str, Any]]:
    with path.open(encoding="utf-8") as file:
        return [json.loads(line) for line in file if line.strip()]


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), Path(sys.argv[2]))
