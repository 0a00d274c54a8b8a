"""The learned encoder at run time: one pass of ONNX Runtime over overlapping windows of a text."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import onnxruntime
from numpy.typing import NDArray
from tokenizers import Tokenizer

from reportedly.errors import RunError
from reportedly.reader.decode import Floats, LinkWindow, Parameters
from reportedly.reader.words import Gap, Words, split_words
from reportedly.record import Span

CLS, SEP = 101, 102
MARGIN = 32
"""Pieces of context that a window reads on each side beyond the words it answers for (as measured in training)."""
WEIGHTS = Path(__file__).parent / "weights"


LABEL_HEADS = ("pos", "dep", "ent")
ARC_HEADS = ("arc_query", "arc_key")
ROLE_HEADS = ("actor_query", "actor_key", "recipient_query", "recipient_key")
ANSWERS = frozenset({"answer", "answer_weight"})
"""Heads that mean something only where a source and a target are asked about."""
ASKED = ("kind", *sorted(ANSWERS), *ROLE_HEADS)
"""Heads of the branch that is asked about them."""
HALF = frozenset({*ARC_HEADS, *ROLE_HEADS, "kind", "status"})
"""Heads kept as float16."""
LINK_HEADS = ("content_query", "cue_key", "cue_query", "source_key", "no_source")


@dataclass(frozen=True, slots=True)
class Outputs:
    """The words of one text, for each head its scores with one row a word, and what each window says of links.

    `heads` are those of statements and syntax and, from the branch over the same lower layers, those of events.
    Of the heads in LABEL_HEADS only the best label's number is kept, one a word. Long vectors are float16: a text of
    1 MB has 200,000 words.
    """

    words: Words
    heads: dict[str, NDArray[Any]]
    links: tuple[LinkWindow, ...]


class ReaderModel:
    """The encoder with its heads: `run` turns a text into per-word scores.

    Raises RunError where the weights that ship with the package are missing or not the ones that reader.json names.
    """

    def __init__(self, folder: Path = WEIGHTS) -> None:
        try:
            self._load(folder)
        except (OSError, ValueError, TypeError, KeyError) as e:
            raise RunError(
                f"{folder}: the reader's weights are missing or broken ({e}); install the package again"
            ) from e

    def _load(self, folder: Path) -> None:
        settings: dict[str, Any] = json.loads((folder / "reader.json").read_text(encoding="utf-8"))
        events: dict[str, Any] = settings["events"]
        self.sha256, self.events_sha256 = str(settings["sha256"]), str(events["sha256"])
        self._session = _session(folder, "reader.onnx", self.sha256)
        self._events = _session(folder, "events.onnx", self.events_sha256)
        self.version, self.events_version = int(settings["version"]), int(events["version"])
        self.kinds: list[str] = events["kinds"]
        self.statuses: list[str] = events["statuses"]
        self.role_bias: list[float] = events["role_bias"]
        self._event_widths: dict[str, int] = events["heads"]
        self._folder, self.pairs = folder, settings["pairs"]
        self.labels: dict[str, list[str]] = settings["labels"]
        self.parameters = Parameters(
            *(np.array(settings[k], np.float32) for k in ("transitions", "content_distance", "source_distance"))
        )
        self.arc_distance = np.array(settings["arc_distance"], np.float32)
        self._window = int(settings["window"])
        self._widths: dict[str, int] = settings["heads"]
        try:
            self._tokenizer = Tokenizer.from_str((folder / "tokenizer.json").read_text(encoding="utf-8"))
        except Exception as e:  # the tokenizers library raises nothing more telling than Exception
            raise RunError(f"{folder}/tokenizer.json cannot be read ({e}); install the package again") from e
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()

    def run(self, text: str) -> Outputs:
        """Scores for every word of the text. A text without words has empty arrays."""
        words = split_words(text, self._tokenizer)
        kept_heads = [n for n in (*self._widths, *self._event_widths) if n not in LINK_HEADS and n not in ANSWERS]
        rows: dict[str, list[NDArray[Any]]] = {n: [] for n in kept_heads}
        links = []
        for start, end, first, last in windows(words, self._window):
            heads = self._one(words, start, end)
            links.append(LinkWindow(start, first, last, *(heads[n].astype(np.float16) for n in LINK_HEADS)))
            for name, kept in rows.items():
                kept.append(_compact(name, heads[name][first - start : last - start]))
        return Outputs(words, _joined(rows), tuple(links))

    def asked(self, text: str, source: Sequence[Span], target: Sequence[Span]) -> Outputs:
        """Scores for every word of the text where the question is what a source does to a target: of the heads ASKED,
        by the branch that learned from such questions. Raises RunError where its weights are missing or broken."""
        words = split_words(text, self._tokenizer)
        rows: dict[str, list[NDArray[Any]]] = {n: [] for n in ASKED}
        for start, end, first, last in windows(words, self._window):
            feed, of = self._feed(words, start, end)
            marks = np.zeros(len(feed["pieces"]), dtype=np.int64)
            for mark, spans in enumerate((source, target), 1):
                for a, b in spans:
                    inside = (words.starts[of] < b) & (words.ends[of] > a)
                    marks[1:-1][inside] = mark
            trunk = self._session.run(None, feed)[1]
            table = self._pairs.run(["heads"], {"trunk": trunk, "asked": marks, "firsts": feed["firsts"]})[0]
            heads = _split(table, self.pairs["heads"])
            for name, kept in rows.items():
                kept.append(heads[name][first - start : last - start])
        return Outputs(words, _joined(rows), ())

    @cached_property
    def _pairs(self) -> onnxruntime.InferenceSession:
        return _session(self._folder, "pairs.onnx", self.pairs["sha256"])

    def _one(self, words: Words, start: int, end: int) -> dict[str, Floats]:
        """All heads of the words [start, end), read as one window."""
        feed, _ = self._feed(words, start, end)
        heads, trunk = self._session.run(None, feed)
        nobody = np.zeros(len(feed["pieces"]), dtype=np.int64)
        events = self._events.run(["heads"], {"trunk": trunk, "asked": nobody, "firsts": feed["firsts"]})[0]
        return _split(heads, self._widths) | _split(events, self._event_widths)

    def _feed(self, words: Words, start: int, end: int) -> tuple[dict[str, NDArray[Any]], NDArray[Any]]:
        """What the graph takes in of the words [start, end), and of which word each of their pieces is."""
        p0 = int(words.first_piece[start])
        p1 = int(words.first_piece[end]) if end < len(words) else len(words.pieces)
        p1 = min(p1, p0 + self._window)
        of = words.word_of[p0:p1]
        feed = {"pieces": np.concatenate([[CLS], words.pieces[p0:p1], [SEP]])}
        for name, values in (("shape", words.shape), ("quote", words.quote), ("gap", words.gap)):
            feed[name] = np.concatenate([[0], values[of], [0]])
        feed["firsts"] = np.minimum(words.first_piece[start:end] - p0 + 1, p1 - p0)
        return feed, of


def _joined(rows: dict[str, list[NDArray[Any]]]) -> dict[str, NDArray[Any]]:
    empty = np.empty((0, 1), np.float32)
    return {n: np.concatenate(r) if r else empty for n, r in rows.items()}


def _session(folder: Path, name: str, sha256: str) -> onnxruntime.InferenceSession:
    """A graph on one thread, after a look at its hash."""
    graph = (folder / name).read_bytes()
    if hashlib.sha256(graph).hexdigest() != sha256:
        raise RunError(f"{folder}: {name} is not the file that reader.json names; install the package again")
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(graph, options, providers=["CPUExecutionProvider"])


def _split(table: Floats, widths: dict[str, int]) -> dict[str, Floats]:
    """The heads of a table, by name."""
    edges = np.cumsum(list(widths.values()))[:-1]
    return dict(zip(widths, np.split(np.asarray(table, dtype=np.float32), edges, axis=1), strict=True))


def _compact(name: str, scores: Floats) -> NDArray[Any]:
    """What is kept of a head's scores, as a copy, so that the window's whole table can go."""
    if name in LABEL_HEADS:
        return np.asarray(scores.argmax(-1), dtype=np.int16)
    return np.array(scores, dtype=np.float16 if name in HALF else np.float32)


def windows(words: Words, size: int) -> Iterator[tuple[int, int, int, int]]:
    """Word ranges (start, end, first, last): what a window reads and, inside that, what it answers for.

    A window answers up to a line break where one stands in its second half, so that few sentences are cut.
    """
    ends = np.append(words.first_piece[1:], len(words.pieces))
    lines = np.flatnonzero(words.gap >= Gap.LINE)
    first, n = 0, len(words)
    while first < n:
        start = int(np.searchsorted(words.first_piece, max(words.first_piece[first] - MARGIN, 0)))
        end = max(int(np.searchsorted(ends, words.first_piece[start] + size, "right")), first + 1)
        last = n if end >= n else max(int(np.searchsorted(ends, ends[end - 1] - MARGIN, "right")), first + 1)
        if last < n:
            breaks = lines[(lines > (first + last) // 2) & (lines <= last)]
            last = int(breaks[-1]) if len(breaks) else last
        yield start, end, first, last
        first = last
