"""What the event heads learn from: items of text with whatever each corpus says, packed into short passages."""

import hashlib
import json
import random
import re
from dataclasses import dataclass, field
from pathlib import Path

from data import read_jsonl, word_range
from event_labels import KINDS, STATUSES, kinds_of
from markup import lines_of
from tokenizers import Tokenizer

from reportedly.reader.words import Words, split_words

SCALE = {
    "occurred": 3.0, "ongoing": 3.0, "attempted": -1.5, "planned": 1.5, "considered": 0.3, "threatened": 0.5,
    "urged": 0.2, "conditional": 0.3, "called_off": -2.5, "denied": -2.8, "unknown": 0.3,
}  # fmt: skip
"""Factuality of our own sentences, from their status; only where a factuality corpus has no say."""


@dataclass
class Item:
    """One text. `triggers`: spans of events; `closed`: a word outside is no event (1), maybe one (0.3), or no telling
    (0). `kinds`: {span: kind}; `all_kinds`: a word outside is none. `some`: sets of kinds of which one must stand
    somewhere. `pair`: (source, target, kinds). `roles`: (trigger, role, spans)."""

    text: str
    triggers: list = field(default_factory=list)
    closed: float = 0.0
    factuality: list = field(default_factory=list)
    statuses: list = field(default_factory=list)
    kinds: dict = field(default_factory=dict)
    all_kinds: bool = False
    some: list = field(default_factory=list)
    pair: tuple | None = None
    roles: list = field(default_factory=list)
    weight: float = 1.0


POLICE = re.compile(r"\b(?:police|policemen|policeman|cops?|constables?|crpf|srp|rapid action force|raf)\b", re.I)


def is_dev(key: str) -> bool:
    """The standing rule on dev rows where a corpus has no dev part."""
    return fold_of(key) == 0


def fold_of(key: str) -> int:
    """Which fifth of a corpus a row is in."""
    return int(hashlib.sha256(key.encode()).hexdigest(), 16) % 5


def own(folder: Path) -> list[Item]:
    items = []
    for path in sorted(folder.glob("*.txt")):
        for m in lines_of(path):
            if is_dev(m.text):
                continue
            item = Item(m.text, closed=1.0, all_kinds=True)
            for e in m.events:
                t = e["trigger"]
                item.triggers.append(t)
                if e["status"] in STATUSES:
                    item.statuses.append((t, STATUSES.index(e["status"])))
                    item.factuality.append((t, SCALE[e["status"]], 0.3))
                if e["type"]:
                    name = f"{e['type']}.{e['mode']}" if e["mode"] else e["type"]
                    if name not in KINDS:
                        print("no such kind:", name)
                        name = e["type"]
                    item.kinds[t] = KINDS.index(name)
                    item.roles += [(t, "actor", e["actors"]), (t, "recipient", e["recipients"])]
            items.append(item)
    return items


COOPERATIVE = {"AGREE", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT"}
HOSTILE = {"THREATEN", "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT"}
DONE, TO_COME = {"occurred", "ongoing", "attempted"}, {"planned", "considered", "threatened", "conditional"}


def as_of_old(type_: str, status: str) -> str | None:
    """What a codebook without statuses calls an event: cooperation to come is AGREE, hostility to come THREATEN, and
    cooperation withheld REJECT; None where the words are somebody else's wish or nothing is known."""
    if status in DONE or (status in TO_COME and type_ not in COOPERATIVE | HOSTILE):
        return type_
    if status in TO_COME:
        return "AGREE" if type_ in COOPERATIVE else "THREATEN"
    return "REJECT" if status == "denied" and type_ in COOPERATIVE else None


def own_pairs(folder: Path) -> list[Item]:
    """Of our own lines, each actor and recipient between whom just one type holds, as the corpus of pairs has them."""
    items = []
    for path in sorted(folder.glob("*.txt")):
        for m in lines_of(path):
            between: dict[tuple, set[str]] = {}
            for e in m.events:
                called = as_of_old(e["type"], e["status"]) if e["type"] else None
                for source in e["actors"] if called else ():
                    for target in e["recipients"]:
                        between.setdefault((source, target), set()).add(called)
            for (source, target), types in between.items():
                if len(types) == 1 and not is_dev(m.text):
                    items.append(Item(m.text, pair=(source, target, kinds_of(*types))))
    return items


def factual(path: Path, closed: float) -> list[Item]:
    return [
        Item(
            r["text"],
            triggers=[tuple(t["span"]) for t in r["targets"]],
            closed=closed,
            factuality=[(tuple(t["span"]), t["label"], 1.0) for t in r["targets"]],
        )
        for r in read_jsonl(path)
    ]


def ecb(folder: Path) -> list[Item]:
    gold = {r["id"]: r["mentions"] for r in read_jsonl(folder / "train.gold.jsonl")}
    items = []
    for a in read_jsonl(folder / "train.articles.jsonl"):
        spans = [tuple(m["span"]) for m in gold[a["id"]]]
        text, at = a["text"], 0
        for part in text.replace(". ", ".\n").split("\n"):
            inside = [(s - at, e - at) for s, e in spans if at <= s and e <= at + len(part)]
            if inside and len(part) < 600:
                items.append(Item(part, triggers=inside, closed=0.3))
            at += len(part) + 1
    return items


def pairs(folder: Path, keep) -> list[Item]:
    texts = {r["id"]: r["text"] for r in read_jsonl(folder / "train.articles.jsonl")}
    items = []
    for r in read_jsonl(folder / "train.gold.jsonl"):
        if keep(texts[r["id"]]):
            group = [k for t in (("CONCEDE", "RETREAT") if r["type"] == "YIELD" else (r["type"],)) for k in kinds_of(t)]
            items.append(Item(texts[r["id"]], pair=(r["source"], r["target"], group)))
    return items


def case21(folder: Path) -> list[Item]:
    texts = {r["id"]: r["text"] for r in read_jsonl(folder / "articles.jsonl")}
    items = []
    for r in read_jsonl(folder / "gold.jsonl"):
        if is_dev(r["id"]):
            continue
        if r["plover"]:
            t, modes = r["plover"]["type"], r["plover"]["modes"]
            group = [KINDS.index(f"{t}.{m}") for m in modes] if modes else kinds_of(t)
            items.append(Item(texts[r["id"]], some=[group]))
        elif r["no_event"]:
            items.append(Item(texts[r["id"]], all_kinds=True, weight=0.3))
    return items


def india(folder: Path) -> list[Item]:
    gold = {r["id"]: r["sentences"] for r in read_jsonl(folder / "gold.jsonl")}
    items = []
    for a in read_jsonl(folder / "articles.jsonl"):
        if is_dev(a["id"]):
            continue
        for s in gold[a["id"]]:
            some = [kinds_of("ASSAULT")] if "FORCE" in s["labels"] else []
            some += [[KINDS.index("COERCE.arrest")]] if "ARREST" in s["labels"] else []
            text = a["text"][slice(*s["span"])]
            police = POLICE.search(text)
            if police and len(some) == 1:  # who acts is known too
                items.append(Item(text, pair=(police.span(), None, some[0])))
            elif some:
                items.append(Item(text, some=some))
    return items


@dataclass
class Pack:
    """Several items as one passage, with word-level targets."""

    words: Words
    items: list[tuple[Item, int, int]]  # item, first word, last word + 1


def pack(items: list[Item], tokenizer: Tokenizer, rng: random.Random, room: int = 230) -> list[Pack]:
    """Join neighbours until about `room` words, so that a sentence is learned among others as it is read."""
    packs, group, size = [], [], 0
    for item in items:
        n = len(item.text.split())
        if group and size + n > room * rng.random():
            packs.append(_joined(group, tokenizer, rng))
            group, size = [], 0
        group.append(item)
        size += n
    return packs + ([_joined(group, tokenizer, rng)] if group else [])


def _joined(group: list[Item], tokenizer: Tokenizer, rng: random.Random) -> Pack:
    text, offsets = "", []
    for item in group:
        text += rng.choice([" ", " ", "\n", "\n\n"]) if text else ""
        offsets.append(len(text))
        text += item.text
    case = rng.random()
    text = text.lower() if case < 0.12 else text.upper() if case < 0.16 else text
    if len(text) != offsets[-1] + len(group[-1].text):  # a letter whose other case is longer
        return _joined(group, tokenizer, rng)
    words = split_words(text, tokenizer)
    return Pack(words, [(g, *word_range(words, o, o + len(g.text))) for g, o in zip(group, offsets, strict=True)])


def span_words(p: Pack, first: int, span) -> tuple[int, int]:
    """The words of an item's span inside its pack."""
    base = int(p.words.starts[first])
    return word_range(p.words, base + span[0], base + span[1])


def everything(corpora: Path, folder: Path, keep=lambda text: not is_dev(text)) -> dict[str, list[Item]]:
    f = corpora / "factuality"
    return {
        "own": own(folder),
        "own pairs": own_pairs(folder),
        "uw": factual(f / "UW.train.jsonl", 1.0),
        "meantime": factual(f / "MEANTIME.train.jsonl", 1.0),
        "uds": factual(f / "UDS_IH2.train.jsonl", 0.2),
        "ecb": ecb(corpora / "ecb"),
        "pairs": pairs(corpora / "plover-pairs", keep),
        "case21": case21(corpora / "case21"),
        "india": india(corpora / "india-police"),
    }


if __name__ == "__main__":
    print(json.dumps({k: len(v) for k, v in everything(Path("../shared/corpora"), Path("training/events")).items()}))
