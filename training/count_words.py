"""Count the common words of news: `python training/count_words.py CORPORA`, writing lexicons/common_words.toml.

For every word of three letters and more the share of articles that hold it, the median over eight collections, so that
no matter of one collection counts as common. Takes ten seconds. No chance is involved.
"""

from __future__ import annotations

import json
import re
import statistics
import sys
import textwrap
from collections import Counter
from pathlib import Path

from reportedly.connect.brief.words import WORD

COLLECTIONS = (
    "polnear/train.articles", "ecb/train.articles", "casie-realis/articles", "timex/timebank.articles",
    "timex/aquaint.articles", "places/lgl.articles", "places/geovirus.articles", "muc34/articles",
)  # fmt: skip
PERCENT = (50, 30, 20, 10, 5, 3, 2, 1)
"""Steps in which shares are noted: a weight is a logarithm of them, and finer ones would change none by a tenth."""
PLAIN = re.compile(r"[a-z']+|\d{4}")
OUT = Path(__file__).parents[1] / "src/reportedly/lexicons/common_words.toml"
HEAD = """\
# Words of three letters and more that news uses whatever it is about, by the percentage of articles that hold them
# (at least; the median over eight collections of English news: general, local, crime, conflict, epidemics, computing).
[percent]
"""


def main(corpora: Path) -> None:
    """Write the list."""
    counted = [shares(corpora / f"{name}.jsonl") for name in COLLECTIONS]
    common = {w: statistics.median(c.get(w, 0.0) for c in counted) * 100 for w in set().union(*counted)}
    parts = [HEAD]
    for above, least in zip((101, *PERCENT), PERCENT, strict=False):
        words = sorted(w for w, share in common.items() if least <= share < above and PLAIN.fullmatch(w))
        parts.append(f'{least} = """\n' + "\n".join(textwrap.wrap(" ".join(words), 118)) + '\n"""\n')
    OUT.write_text("".join(parts), encoding="utf-8")


def shares(path: Path) -> dict[str, float]:
    """The share of the articles of one collection that hold each word."""
    holders: Counter[str] = Counter()
    articles = [json.loads(line) for line in path.open(encoding="utf-8")]
    for a in articles:
        words = WORD.findall(f"{a.get('title') or ''}\n{a['text']}")
        holders.update({w.lower().replace("’", "'") for w in words if len(w) > 2})
    return {w: n / len(articles) for w, n in holders.items()}


if __name__ == "__main__":
    main(Path(sys.argv[1]))
