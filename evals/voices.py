"""Who counts as an origin: each origin that is found beside the statements that show it.

usage: voices.py FOLDER PREDICTION
FOLDER holds gold.jsonl as the lineage corpus has it, and voices.jsonl: for a happening its origins (`key`, `who`,
`may_rest_on`) and the statements of each (`article`, `spans` of source and cue, `origin`; `tells`: does this one by
itself show that its source speaks of the happening as something known?). PREDICTION is what `reportedly link --json`
prints.

The range of origins is right or wrong as a whole; here every origin counts. A happening is matched with the predicted
one that shares most triggers with it. Outlets that name nobody are left out of account.

origins   P: of the predicted origins, those with words of a statement of some origin; R: of the gold's, those of which
          a telling statement is among the words of a predicted one.
one       Of the gold origins that are found, those found as one predicted origin that is no other's.
"""

from __future__ import annotations

import json
import sys
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

Row = Mapping[str, Any]
Place = tuple[str, int, int]
"""An article and a stretch of its text."""


def main(folder: Path, prediction: Path) -> None:
    """Print the table and, as the last line, the numbers."""
    gold = {(s["story"], h["id"]): h for s in _rows(folder / "gold.jsonl") for h in s["happenings"]}
    found = json.loads(prediction.read_text(encoding="utf-8"))["happenings"]
    counts = _Counts()
    for row in _rows(folder / "voices.jsonl"):
        counts.add(row, _origins(_match(gold[row["story"], row["happening"]], found)))
    scores = counts.scores()
    for name, values in scores.items():
        print(f"{name:10}", "  ".join(f"{k} {v}" for k, v in values.items()))
    print(json.dumps(scores))


class _Counts:
    """What has been counted so far."""

    def __init__(self) -> None:
        self.predicted = self.right = self.gold = self.hit = self.alone = 0

    def add(self, row: Row, origins: Sequence[Sequence[Place]]) -> None:
        """Count one happening with its predicted origins, each by its words."""
        words: dict[str, list[Place]] = defaultdict(list)
        telling: dict[str, list[Place]] = defaultdict(list)
        for v in row["voices"]:
            at = [(v["article"], a, b) for a, b in v["spans"]]
            words[v["origin"]] += at
            telling[v["origin"]] += at if v["tells"] else []
        shown = {key: {k for k, o in enumerate(origins) if _meet(at, o)} for key, at in words.items()}
        told = [key for key, at in telling.items() if at]
        hit = [key for key in told if any(_meet(telling[key], o) for o in origins)]
        self.predicted += len(origins)
        self.right += len(set().union(*shown.values())) if shown else 0
        self.gold += len(told)
        self.hit += len(hit)
        owners = [k for ks in shown.values() for k in ks]
        self.alone += sum(len(shown[key]) == 1 and owners.count(*shown[key]) == 1 for key in hit)

    def scores(self) -> dict[str, dict[str, float]]:
        """In per cent."""
        p, r = _percent(self.right, self.predicted), _percent(self.hit, self.gold)
        f1 = round(2 * p * r / (p + r), 2) if p + r else 0.0
        return {
            "origins": {"p": p, "r": r, "f1": f1, "gold": self.gold},
            "one": {"of_found": _percent(self.alone, self.hit)},
        }


def _match(gold: Row, found: Iterable[Row]) -> Row | None:
    """The predicted happening that shares most triggers with this one."""
    triggers = _triggers(gold)
    told = ((_triggers(h), h) for h in found)
    shared = [(sum(_meet([t], there) for t in triggers), h) for there, h in told]
    most = max(shared, key=lambda s: s[0], default=None)
    return most[1] if most and most[0] else None


def _triggers(happening: Row) -> list[Place]:
    return [(m["article"], *m["trigger"]) for m in happening["mentions"]]


def _origins(happening: Row | None) -> list[list[Place]]:
    """The words of each predicted origin that is no outlet."""
    origins = happening["origins"]["origins"] if happening else []
    return [[(e["article"], *e["span"]) for e in o["evidence"]] for o in origins if o["kind"] != "outlet"]


def _meet(a: Iterable[Place], b: Sequence[Place]) -> bool:
    return any(x[0] == y[0] and x[1] < y[2] and y[1] < x[2] for x in a for y in b)


def _percent(part: int, whole: int) -> float:
    return round(100 * part / whole, 2) if whole else 0.0


def _rows(path: Path) -> list[Row]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    if not (Path(sys.argv[1]) / "voices.jsonl").is_file():
        sys.exit(f"error: {sys.argv[1]}/voices.jsonl is missing")
    main(Path(sys.argv[1]), Path(sys.argv[2]))
