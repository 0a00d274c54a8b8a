"""Training rows: the words of an article with gold attribution tags, links, and silver tags, arcs and names."""

import json
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
from tokenizers import Tokenizer

from reportedly.reader.decode import ROLES, tag_id
from reportedly.reader.words import Words, split_words

IGNORE = -100


@dataclass
class Row:
    """One article; arrays have one entry a word. Links pair first words: (content, cue), (cue, source or -1)."""

    id: str
    words: Words
    tags: np.ndarray
    links: tuple[list, list] = ((), ())
    inner_tags: np.ndarray = None
    inner_links: tuple[list, list] = ((), ())
    pos: np.ndarray = None
    dep: np.ndarray = None
    head: np.ndarray = None
    ent: np.ndarray = None
    sent: np.ndarray = None


def read_jsonl(path: Path) -> list[dict]:
    with path.open(encoding="utf-8") as f:
        return [json.loads(line) for line in f if line.strip()]


def word_range(words: Words, start: int, end: int) -> tuple[int, int]:
    """The words that a character span covers, whole or in part."""
    return int(np.searchsorted(words.ends, start, "right")), int(np.searchsorted(words.starts, end, "left"))


def pieces_by_line(words: Words, first: int, last: int) -> list[tuple[int, int]]:
    """A word range cut where a line ends inside it."""
    cuts = [i for i in range(first + 1, last) if words.gap[i] in (2, 3)]
    edges = [first, *cuts, last]
    return [(a, b) for a, b in pairwise(edges) if b > a]


def tags_of(words: Words, statements: list[dict]) -> tuple[np.ndarray, tuple[list, list]]:
    """BIOES tags and links of flat statements; where two silver ones overlap the first stands."""
    tags = np.zeros(len(words), dtype=np.int64)
    content_cue, cue_source = [], []

    def mark(role: str, span: list[int]) -> list[int]:
        begins = []
        if tags[slice(*word_range(words, *span))].any():
            return begins
        for a, b in pieces_by_line(words, *word_range(words, *span)):
            r = ROLES.index(role)
            if b - a == 1:
                tags[a] = tag_id(r, "S")
            else:
                tags[a:b] = tag_id(r, "I")
                tags[a], tags[b - 1] = tag_id(r, "B"), tag_id(r, "E")
            begins.append(a)
        return begins

    for s in statements:
        cues = [w for span in s["cue"] for w in mark("cue", span)]
        sources = [w for span in (s["source"] or {}).get("spans", []) for w in mark("source", span)]
        contents = [w for span in s["content"] for w in mark("content", span)]
        if cues:
            content_cue += [(w, cues[0]) for w in contents]
            cue_source.append((cues[0], sources[0] if sources else -1))
    return tags, (content_cue, cue_source)


class Inventory:
    """Label names and their numbers; rare names share number 0 of each list."""

    def __init__(self, names: dict[str, list[str]]):
        self.names = names
        self.number = {k: {n: i for i, n in enumerate(v)} for k, v in names.items()}

    @classmethod
    def of(cls, silver: list[dict], at_least: int = 50) -> "Inventory":
        counts = {"pos": Counter(), "dep": Counter(), "ent": Counter()}
        for row in silver:
            for _, _, tag, _, dep, iob, kind, _ in row["tokens"]:
                counts["pos"][tag] += 1
                counts["dep"][dep] += 1
                if kind:
                    counts["ent"][f"{iob}-{kind}"] += 1
        first = {"pos": ["XX"], "dep": ["dep", "sub"], "ent": ["O"]}
        return cls(
            {
                k: first[k] + sorted(n for n, c in v.items() if c >= at_least and n not in first[k])
                for k, v in counts.items()
            }
        )


def add_silver(row: Row, tokens: list, inventory: Inventory) -> None:
    words, n = row.words, len(row.words)
    starts = np.array([t[0] for t in tokens])
    token_of = np.searchsorted(starts, words.starts, "right") - 1
    first_word = {}
    for w, t in enumerate(token_of):
        first_word.setdefault(int(t), w)
    row.pos, row.dep, row.head, row.ent, row.sent = (np.zeros(n, dtype=np.int64) for _ in range(5))
    number = inventory.number
    pending = False
    seen = -1
    for w, t in enumerate(token_of):
        _, _, tag, head, dep, iob, kind, _ = tokens[t]
        own = first_word[int(t)]
        row.pos[w] = number["pos"].get(tag, 0)
        name = f"{iob if own == w else 'I'}-{kind}" if kind else "O"
        row.ent[w] = number["ent"].get(name, 0)
        if own == w:
            row.dep[w] = number["dep"].get(dep, 0)
            row.head[w] = first_word.get(head, w)
            pending = any(tokens[k][7] for k in range(seen + 1, t + 1))
            seen = max(seen, t)
            row.sent[w] = pending or words.gap[w] >= 2
        else:
            row.dep[w] = number["dep"]["sub"]
            row.head[w] = own


@dataclass(frozen=True)
class Files:
    """Where the parts of the training data lie; `inner` holds silver statements inside statements, where there are."""

    gold: Path
    silver: Path
    inner: Path | None = None


def load(files: Files, tokenizer: Tokenizer, inventory: Inventory | None = None):
    """Rows, label inventory (made from these rows where none is given) and gold records of one part."""
    gold, tagged = read_jsonl(files.gold), read_jsonl(files.silver)
    inventory = inventory or Inventory.of(tagged)
    inside = {r["id"]: r["statements"] for r in read_jsonl(files.inner)} if files.inner else {}
    rows = []
    for g, s in zip(gold, tagged, strict=True):
        assert g["article"]["id"] == s["id"]
        words = split_words(g["article"]["text"], tokenizer)
        row = Row(s["id"], words, *tags_of(words, g["statements"]))
        row.inner_tags, row.inner_links = tags_of(words, inside.get(s["id"], []))
        add_silver(row, s["tokens"], inventory)
        rows.append(row)
    return rows, inventory, gold
