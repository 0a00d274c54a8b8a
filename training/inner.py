"""Silver statements inside statements: what a first reader finds in the content of each gold statement, read alone.

PolNeAR marks the outermost attribution only. A content is cut out ("that" and its quotation marks left off), read as a
text of its own by the first reader, and what that finds is carried back to its place in the article.

usage: python training/inner.py --corpora DIR --weights FOLDER --out INNER.jsonl
"""

import argparse
import json
import re
from pathlib import Path

from data import read_jsonl

from reportedly.reader.decode import attributions, fragments, viterbi
from reportedly.reader.model import ReaderModel
from reportedly.reader.words import Gap

OPENING = re.compile(r"(?:that\s+)?[\"“„«'‘\s]*(?:that\s+)?", re.I)
CLOSING = re.compile(r"[\"”»'’\s]*$")
SHORTEST = 25  # characters; nothing that short reports anything


def cut_out(text: str, spans: list[list[int]]) -> tuple[str, list[int]]:
    """The content as a text of its own, and for each of its characters the place in the article."""
    out, places = "", []
    for k, (start, b) in enumerate(sorted(spans)):
        a = start if k else start + OPENING.match(text[start:b]).end()
        if places:
            gap = "\n\n" if "\n" in text[places[-1] : a] else " "
            out, places = out + gap, [*places, *[places[-1]] * len(gap)]
        out, places = out + text[a:b], [*places, *range(a, b)]
    end = len(out) - len(CLOSING.search(out).group())
    return out[:end], places[:end]


def read_inside(model: ReaderModel, text: str, spans: list[list[int]]) -> list[dict]:
    inside, places = cut_out(text, spans)
    if len(inside) < SHORTEST:
        return []
    outputs = model.run(inside)
    w = outputs.words
    tags = viterbi(outputs.heads["tags"], model.parameters.transitions, w.gap >= Gap.LINE)

    def back(r: tuple[int, int]) -> list[int]:
        return [places[int(w.starts[r[0]])], places[int(w.ends[r[1] - 1]) - 1] + 1]

    found = attributions(fragments(tags, outputs.heads["tags"]), outputs.links, model.parameters)
    return [
        {
            "source": {"spans": [back(a.source)]} if a.source else None,
            "cue": [back(a.cue)],
            "content": [back(c) for c in a.contents],
        }
        for a in found
    ]


def main() -> None:
    p = argparse.ArgumentParser(description=__doc__)
    p.add_argument("--corpora", type=Path, required=True)
    p.add_argument("--weights", type=Path, required=True)
    p.add_argument("--out", type=Path, required=True)
    args = p.parse_args()
    model = ReaderModel(args.weights)
    with args.out.open("w", encoding="utf-8") as f:
        for row in read_jsonl(args.corpora / "polnear" / "train.gold.jsonl"):
            text = row["article"]["text"]
            inner = [s for g in row["statements"] for s in read_inside(model, text, g["content"])]
            f.write(json.dumps({"id": row["article"]["id"], "statements": inner}) + "\n")


if __name__ == "__main__":
    main()
