"""What is measured: each number's name, where its scorer prints it, its bar and its aim."""

from __future__ import annotations

import hashlib
import math
import re
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True, slots=True)
class Scale:
    """How a number is read: whether `less` is better, how many digits count, how far its floor is below it.

    Int8 kernels of other processors move a figure of a large set by 0.1 to 0.2 points, hence `margin`.
    """

    less: bool = False
    digits: int = 2
    margin: float = 0.3

    def worse(self, one: float, other: float) -> bool:
        """Is one value worse than another?"""
        return one > other if self.less else one < other

    def floor(self, value: float) -> float:
        """The floor, or where less is better the ceiling, that a value earns."""
        return round(value + self.margin if self.less else value - self.margin, self.digits)


def few(items: int, *, less: bool = False) -> Scale:
    """Per cent of so few items that one of them moves the figure by more than `Scale` allows: one may."""
    return Scale(less=less, margin=max(Scale().margin, math.ceil(1000 / items) / 10))


PER_CENT = Scale()
ERROR = Scale(less=True, digits=3, margin=0.01)
CORRELATION = Scale(digits=3, margin=0.01)
PER_ROW = Scale(less=True, digits=3, margin=0.01)


@dataclass(frozen=True, slots=True)
class Measure:
    """One number of one set. `path` leads to it in the last line that the scorer prints.

    `bar` is what must be reached and `aim` what is hoped for; a number without them is only reported. `people` is how
    well one annotator agrees with another, `rule` a simple method (a quoted string
    with the nearest verb of saying and its subject; spaCy's names with the most populous place); both as the corpora's
    own pages give them. `guarded`: it has a floor. The halves of a small set have none: a single
    statement moves them by half a point.
    """

    set: str
    name: str
    path: tuple[str, ...]
    bar: float | None = None
    aim: float | None = None
    people: float | None = None
    rule: float | None = None
    guarded: bool = True
    scale: Scale = PER_CENT

    @property
    def full_name(self) -> str:
        """How floors, tables and `--allow-lower` call it."""
        return f"{self.set}: {self.name}"

    def value(self, scores: dict[str, Any]) -> float:
        """This number among all that the set's scorer printed. KeyError where the scorer lacks it."""
        found: Any = scores
        for key in self.path:
            found = found[key]
        return round(float(found), self.scale.digits)


@dataclass(frozen=True, slots=True)
class Corpus:
    """One set of articles, its gold and its scorer.

    `folder` lies among the corpora; that of a set of our own in evals/.
    `half` scores only the articles of one half of the hashes. `dev` is for a corpus without a dev part: only the fifth
    of its articles that the hash of this field chooses is read. `text` is the field that is read. `untyped`: the scorer
    wants the events without a PLOVER type, too. `given_pair`: nothing but the type is predicted, of what the gold's
    source does to its target. `linked`: its articles are linked, and the scorer is given what its gold files' names
    begin with ("" is the folder) instead of `gold`. `options` are what its scorer takes besides the two files.
    """

    name: str
    folder: str
    articles: str
    gold: str
    scorer: str
    half: int | None = None
    dev: str | None = None
    text: str = "text"
    untyped: bool = False
    given_pair: bool = False
    linked: str | None = None
    options: tuple[str, ...] = ()
    ours: bool = False

    def within(self, corpora: Path) -> Path:
        """Its folder, given that of the corpora."""
        return (Path(__file__).parent if self.ours else corpora) / self.folder

    def scorer_in(self, scoring: Path) -> Path:
        """Its scorer: beside this file where it is of our own, else in that folder."""
        own = Path(__file__).parent / self.scorer
        return own if own.is_file() else scoring / self.scorer

    @property
    def file_name(self) -> str:
        """The name as that of a file."""
        return re.sub(r"\W+", "-", self.name)

    @property
    def reading(self) -> tuple[object, ...]:
        """Sets that have this in common are scored from the same predictions."""
        return self.folder, self.articles, self.dev, self.text, self.untyped, self.given_pair, self.linked

    def reads(self, article: dict[str, Any]) -> bool:
        """Is an article of the corpus read?"""
        return self.dev is None or hash_of(article[self.dev]) % 5 == 0

    def keeps(self, article_id: str) -> bool:
        """Does an article that was read belong to this set?"""
        return self.half is None or half_of(article_id) == self.half


def hash_of(key: str) -> int:
    """A number for a key, so that nobody chose what is put where."""
    return int(hashlib.sha256(key.encode()).hexdigest(), 16)


def half_of(article_id: str) -> int:
    """0: rules were tuned on this article; 1: nobody looked at it."""
    return hash_of(article_id) % 2


POLNEAR = "polnear dev"
KINDS = ("source-kinds", "source-kinds tune", "source-kinds others")
CHAINS = "source-chains"
PAIRS = "plover-pairs dev"
GIVEN_PAIR = "plover-pairs dev, given the pair"
UW, UDS, MEANTIME = "UW dev", "UDS dev", "MEANTIME dev"
MUC = "muc34 dev"
CAPITALS = "muc34 dev, capitals"
POLICE, POLICE_TYPED = "india-police dev", "india-police dev, typed events"
"""ANY_ACTION asks for whatever the police did, saying included: so all events are read, and the typed ones alone."""
CASE = "case21 dev"
TIMEBANK, AQUAINT, WIKIWARS, GUM = "timebank dev", "aquaint dev", "wikiwars dev", "gum-news-dev"
LGL, GEOVIRUS = "places lgl dev", "places geovirus dev"
WHO_NEWS, WHO_INTERVIEW = "gum-news", "gum-interview"
LINEAGE = "lineage"
STORIES, UNREAD, WHO_COUNTS = "own stories", "own stories, unread", "own stories, who counts"
"""Invented, with gold (evals/stories): rules were mended on the first, nobody has looked into the second; the third are
sixty of the first, with the statements that show each origin."""
INCIDENTS, ECB, GVC = "incidents dev", "ecb dev", "gvc dev"
OWN = ("own sentences", "own non-events")
"""These two are no corpora: evals/own.py reads and scores them."""

_PAIRS = ("plover-pairs", "train.articles.jsonl", "train.gold.jsonl", "plover_pairs.py")
CORPORA = (
    Corpus(POLNEAR, "polnear", "dev.articles.jsonl", "dev.gold.jsonl", "attribution.py"),
    Corpus(KINDS[0], "source-kinds", "articles.jsonl", "gold.jsonl", "source_kinds.py"),
    Corpus(KINDS[1], "source-kinds", "articles.jsonl", "gold.jsonl", "source_kinds.py", half=0),
    Corpus(KINDS[2], "source-kinds", "articles.jsonl", "gold.jsonl", "source_kinds.py", half=1),
    Corpus(CHAINS, "source-chains", "documents.jsonl", "gold.jsonl", "source_chains.py"),
    Corpus(PAIRS, *_PAIRS, dev="text"),
    Corpus(GIVEN_PAIR, *_PAIRS, dev="text", given_pair=True, options=("--type-only",)),
    Corpus(UW, "factuality", "UW.dev.jsonl", "UW.dev.jsonl", "factuality.py", untyped=True),
    Corpus(UDS, "factuality", "UDS_IH2.dev.jsonl", "UDS_IH2.dev.jsonl", "factuality.py", untyped=True),
    Corpus(MEANTIME, "factuality", "MEANTIME.dev.jsonl", "MEANTIME.dev.jsonl", "factuality.py", untyped=True),
    Corpus(MUC, "muc34", "articles.jsonl", "gold.jsonl", "muc.py", dev="id", text="text_truecased"),
    Corpus(CAPITALS, "muc34", "articles.jsonl", "gold.jsonl", "muc.py", dev="id"),
    Corpus(POLICE, "india-police", "articles.jsonl", "gold.jsonl", "india_police.py", dev="id", untyped=True),
    Corpus(POLICE_TYPED, "india-police", "articles.jsonl", "gold.jsonl", "india_police.py", dev="id"),
    Corpus(CASE, "case21", "articles.jsonl", "gold.jsonl", "case21.py", dev="id"),
    *(
        Corpus(f"{name} dev", "timex", f"{name}.articles.jsonl", f"{name}.gold.jsonl", "times.py", dev="id")
        for name in ("timebank", "aquaint", "wikiwars")
    ),
    Corpus(GUM, "timex", "gum-news-dev.articles.jsonl", "gum-news-dev.gold.jsonl", "times.py"),
    Corpus(LGL, "places", "lgl.articles.jsonl", "lgl.gold.jsonl", "places.py", dev="id"),
    Corpus(
        GEOVIRUS,
        "places",
        "geovirus.articles.jsonl",
        "geovirus.gold.jsonl",
        "places.py",
        dev="id",
        options=("--uses", "location,metonym"),
    ),
    *(
        Corpus(name, "entities", f"{name}.articles.jsonl", f"{name}.gold.jsonl", "entities.py")
        for name in (WHO_NEWS, WHO_INTERVIEW)
    ),
    Corpus(LINEAGE, "lineage", "articles.jsonl", "gold.jsonl", "lineage.py", linked="", untyped=True),
    *(
        Corpus(name, folder, "articles.jsonl", "gold.jsonl", "lineage.py", linked="", untyped=True, ours=True)
        for name, folder in ((STORIES, "stories/read"), (UNREAD, "stories/unread"))
    ),
    Corpus(WHO_COUNTS, "stories/read", "articles.jsonl", "gold.jsonl", "voices.py", linked="", untyped=True, ours=True),
    Corpus(INCIDENTS, "incidents", "dev.articles.jsonl", "dev.gold.jsonl", "incidents.py", linked="dev"),
    Corpus(ECB, "ecb", "dev.articles.jsonl", "dev.gold.jsonl", "event_coref.py", linked="dev", untyped=True),
    Corpus(GVC, "gvc", "dev.articles.jsonl", "dev.gold.jsonl", "event_coref.py", linked="dev", untyped=True),
)

MEASURES = (
    Measure(POLNEAR, "exact source", ("exact_source", "f1"), 80, 85, people=77.9, rule=34.9),
    Measure(POLNEAR, "exact cue", ("exact_cue", "f1"), 72, 77, people=70.6, rule=30.2),
    Measure(POLNEAR, "exact content", ("exact_content", "f1"), 69, 75, people=68.4, rule=30.2),
    Measure(POLNEAR, "linked", ("linked", "f1"), 69, 77, people=72.7, rule=26.9),
    Measure(POLNEAR, "content by characters", ("chars_content", "f1"), 91, 93.5, people=91.1, rule=47.7),
    Measure(POLNEAR, "exact triple", ("triple", "f1"), 48, 58, people=56.5, rule=18.9),
    Measure(POLNEAR, "direct quotations", ("direct", "f1"), 91, 95, people=85.8, rule=76.0),
    Measure(POLNEAR, "direct by characters", ("direct_chars", "f1"), 97.5, 99, people=98.4, rule=83.7),
    *(
        measure
        for group, found, kind, name in zip(
            KINDS, (30.4, None, None), (28.3, None, None), (75.5, None, None), strict=True
        )
        for measure in (
            Measure(group, "found", ("found",), 70, 88, rule=found, guarded=group == KINDS[0]),
            Measure(group, "kind of all", ("kind_all",), 62, 82, rule=kind, guarded=group == KINDS[0]),
            Measure(group, "name of found", ("name",), 85, 95, rule=name, guarded=group == KINDS[0]),
        )
    ),
    Measure(CHAINS, "length of nested chains", ("length >= 2", "length"), 25, 55, rule=0.5),
    Measure(CHAINS, "whole chain", ("all", "chain"), 40, 65, rule=25.0),
    Measure(PAIRS, "pair", ("all", "pair", "accuracy"), 55, 75, scale=few(223)),
    Measure(PAIRS, "type", ("all", "type", "accuracy"), 76, 88, scale=few(223)),
    Measure(PAIRS, "extra events a row", ("all", "extra"), guarded=False, scale=PER_ROW),
    Measure(GIVEN_PAIR, "accuracy", ("all", "accuracy"), 86, 92, scale=few(223)),
    Measure(GIVEN_PAIR, "macro F1", ("all", "macro_f1"), 83, 90, scale=few(223)),
    Measure(UW, "coverage", ("coverage",), 90, 97),
    Measure(UW, "mae", ("all", "mae"), 0.60, 0.35, scale=ERROR),
    Measure(UW, "r", ("all", "r"), 0.60, 0.86, scale=CORRELATION),
    Measure(UW, "macro F1", ("macro_f1",), 60, 75),
    Measure(UDS, "mae", ("all", "mae"), 1.15, 0.72, scale=ERROR),
    Measure(UDS, "r", ("all", "r"), 0.60, 0.91, scale=CORRELATION),
    Measure(UDS, "macro F1", ("macro_f1",), 60, 78),
    Measure(MEANTIME, "mae", ("all", "mae"), 0.45, 0.28, scale=ERROR),
    Measure(MUC, "detection F1", ("detection", "f1"), 80, 88, scale=few(325)),
    Measure(MUC, "perpetrator F1", ("perpetrator", "f1"), 45, 65, scale=few(325)),
    Measure(MUC, "victim F1", ("victim", "f1"), 50, 70, scale=few(325)),
    Measure(MUC, "attempted, recall", ("stage_recall", "attempted"), 40, 70, scale=few(6)),
    Measure(MUC, "threatened, recall", ("stage_recall", "threatened"), 40, 70, scale=few(9)),
    Measure(CAPITALS, "detection F1", ("detection", "f1"), guarded=False),
    Measure(CAPITALS, "perpetrator F1", ("perpetrator", "f1"), guarded=False),
    Measure(CAPITALS, "victim F1", ("victim", "f1"), guarded=False),
    Measure(POLICE, "macro F1 of sentences", ("sentence", "macro_f1"), 74, 85, scale=few(154)),
    Measure(POLICE_TYPED, "macro F1 of sentences", ("sentence", "macro_f1"), guarded=False),
    Measure(CASE, "type", ("type",), 84, 92, scale=few(52)),
    Measure(CASE, "mode", ("mode",), 76, 86, scale=few(42)),
    Measure(CASE, "other types a snippet", ("other_types",), guarded=False, scale=PER_ROW),
    Measure(CASE, "false alarms", ("false_alarm",), guarded=False, scale=few(8, less=True)),
    Measure(TIMEBANK, "strict F1 of times", ("strict", "f1"), 78, 85, scale=few(282)),
    Measure(TIMEBANK, "relaxed F1 of times", ("relaxed", "f1"), 89, 94, scale=few(282)),
    Measure(TIMEBANK, "value F1 of times", ("value_f1",), 72, 83, scale=few(282)),
    Measure(AQUAINT, "value F1 of times", ("value_f1",), 70, 82, scale=few(74)),
    Measure(WIKIWARS, "relaxed F1 of times", ("relaxed", "f1"), 85, 95, scale=few(323)),
    Measure(GUM, "recall of times", ("relaxed", "r"), 85, 95, scale=few(142)),
    Measure(GUM, "value of found", ("value_accuracy",), 82, 92, scale=few(142)),
    Measure(LGL, "exact F1", ("exact", "f1"), 68, 80, rule=63.9),
    Measure(LGL, "within 161 km, of recognised", ("recognised", "within_161"), 72, 86, rule=55.4, scale=few(880)),
    Measure(LGL, "within 161 km, of all", ("all", "within_161"), 50, 72, rule=32.9, scale=few(986)),
    Measure(GEOVIRUS, "overlap F1", ("overlap", "f1"), 90, 95, rule=88.3, scale=few(428)),
    Measure(GEOVIRUS, "within 161 km, of all", ("all", "within_161"), 75, 90, rule=38.1, scale=few(428)),
    *(
        measure
        for group, nearest, pronouns in ((WHO_NEWS, 35.9, 33.9), (WHO_INTERVIEW, 36.0, 12.9))
        for measure in (
            Measure(group, "CoNLL", ("with_singletons", "conll"), 46, 65, rule=nearest),
            Measure(group, "CoNLL without singletons", ("without_singletons", "conll"), guarded=False),
            Measure(group, "mentions", ("with_singletons", "mentions", "f1"), guarded=False),
            Measure(group, "pronouns right", ("pronouns", "all", "right"), 50, 80, rule=pronouns),
        )
    ),
    Measure(LINEAGE, "stories", ("stories_b3", "f1"), scale=few(39)),
    Measure(LINEAGE, "copies", ("copies", "f1"), scale=few(6)),
    Measure(LINEAGE, "relays", ("relays", "f1"), 80, 97, scale=few(13)),
    Measure(LINEAGE, "happenings found", ("happenings", "found"), scale=few(11)),
    Measure(LINEAGE, "status", ("happenings", "status"), scale=few(11)),
    Measure(LINEAGE, "both ends of origins", ("origins", "both"), 60, 92, rule=9.1, scale=few(11)),
    Measure(LINEAGE, "origins overstated", ("origins", "overstated"), 10, 0, rule=63.6, scale=few(11, less=True)),
    Measure(LINEAGE, "disputes", ("disputes", "f1"), 55, 85, scale=few(42)),
    Measure(LINEAGE, "support", ("support", "f1"), 75, 92, scale=few(40)),
    *(
        measure
        for group, happenings, disputes in ((STORIES, 136, 637), (UNREAD, 24, 110))
        for measure in (
            Measure(group, "relays", ("relays", "f1"), scale=few(40)),
            Measure(group, "status", ("happenings", "status"), scale=few(happenings)),
            Measure(group, "both ends of origins", ("origins", "both"), scale=few(happenings)),
            Measure(group, "origins overstated", ("origins", "overstated"), scale=few(happenings, less=True)),
            Measure(group, "disputes", ("disputes", "f1"), scale=few(disputes)),
            Measure(group, "support", ("support", "f1"), scale=few(disputes)),
        )
    ),
    Measure(WHO_COUNTS, "origins", ("origins", "f1"), scale=few(462)),
    Measure(WHO_COUNTS, "origins, precision", ("origins", "p"), guarded=False),
    Measure(WHO_COUNTS, "origins, recall", ("origins", "r"), guarded=False),
    Measure(WHO_COUNTS, "found as one", ("one", "of_found"), scale=few(327)),
    Measure(INCIDENTS, "stories, B-cubed", ("stories_b3", "f1"), 92, 95, rule=91.0),
    Measure(INCIDENTS, "stories, pairs", ("stories_pairs", "f1"), 70, 83, rule=66.8),
    Measure(INCIDENTS, "happenings, pairs", ("happenings_pairs", "f1"), 60, 80),
    Measure(INCIDENTS, "copies", ("copies", "f1"), 95, 100, rule=100.0, scale=few(12)),
    Measure(INCIDENTS, "killed exact", ("killed", "exact"), 70, 88),
    Measure(INCIDENTS, "killed spurious", ("killed", "spurious"), guarded=False),
    Measure(INCIDENTS, "injured exact", ("injured", "exact"), guarded=False),
    *(
        measure
        for group, plural, aim in ((ECB, 48, 62), (GVC, 32, 55))
        for measure in (
            Measure(group, "coverage", ("coverage",), 75, 90),
            Measure(group, "CoNLL without singletons", ("conll_plural",), plural, aim),
            Measure(group, "CoNLL", ("conll",), guarded=False),
        )
    ),
    Measure(OWN[0], "precision of triggers", ("trigger", "p"), scale=few(200)),
    Measure(OWN[0], "recall of triggers", ("trigger", "r"), scale=few(200)),
    Measure(OWN[0], "type of found", ("type", "accuracy"), scale=few(200)),
    Measure(OWN[0], "status of found", ("status", "accuracy"), scale=few(200)),
    Measure(OWN[0], "recall of actors", ("actors", "r"), scale=few(200)),
    Measure(OWN[0], "recall of recipients", ("recipients", "r"), scale=few(150)),
    Measure(OWN[1], "false alarms", ("texts", "alarms"), scale=few(70, less=True)),
)
