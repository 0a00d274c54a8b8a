"""From the encoder's scores to attributions: the best tag sequence, then which source and content go with which cue.

Tags are BIOES over three roles (O, then B I E S for source, cue and content). The sequence is a linear-chain
conditional random field (Lafferty et al. 2001) in which no span runs over a line break; links are a softmax over the
cues (for a content) and over the sources and "none" (for a cue), scored by a bilinear form and the distance in words.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]
Halves = NDArray[np.float16]

ROLES = ("source", "cue", "content")
N_TAGS = 1 + 4 * len(ROLES)
FORBIDDEN = -1e4
"""Score of a transition that BIOES does not allow; large beside any learned score, small enough for float32."""

MAX_BUCKET = 8
"""Distances are counted in powers of two up to 2**7 words; anything further is one bucket."""

Range = tuple[int, int]
"""Words [first, last + 1)."""


@dataclass(frozen=True, slots=True)
class Fragment:
    """One span of a role; `score` is a probability."""

    role: str
    words: Range
    score: float


@dataclass(frozen=True, slots=True)
class Attribution:
    """One cue with its source and its content, in word ranges; `score` is the least certain of its parts."""

    cue: Range
    source: Range | None
    contents: tuple[Range, ...]
    score: float


@dataclass(frozen=True, slots=True)
class LinkWindow:
    """What the encoder says about links in one window: queries and keys, one row for each word from `start` on.

    It answers for the words [first, last). Rows of different windows are not comparable, since they hold the place of
    the word in its window.
    """

    start: int
    first: int
    last: int
    content_query: Halves
    cue_key: Halves
    cue_query: Halves
    source_key: Halves
    no_source: Halves

    def seen(self, places: Sequence[int]) -> slice:
        """Which of some sorted words this window reads."""
        return slice(bisect_left(places, self.start), bisect_left(places, self.start + len(self.no_source)))

    def scores(self, query: Halves, key: Halves, word: int, places: Sequence[int], bias: Floats) -> Floats:
        """Bilinear scores of a word with words that the window reads."""
        at = np.asarray(places, dtype=np.int64)
        vector = query[word - self.start].astype(np.float32)
        products = key[at - self.start].astype(np.float32) @ vector / np.sqrt(len(vector))
        return np.asarray(products + bias[distance_bucket(at - word)], dtype=np.float32)


@dataclass(frozen=True, slots=True)
class Parameters:
    """Learned numbers that live outside the network."""

    transitions: Floats
    content_distance: Floats
    source_distance: Floats


def tag_id(role: int, place: str) -> int:
    """The tag of a role (index into ROLES) at a place: B, I, E or S."""
    return 1 + 4 * role + "BIES".index(place)


OPENING = [0] + [tag_id(r, p) for r in range(len(ROLES)) for p in "BS"]
"""The tags that a text, or what follows a whole span, may begin with."""
CLOSING = [0] + [tag_id(r, p) for r in range(len(ROLES)) for p in "ES"]
"""The tags that a text, or a span, may end with."""


def allowed_transitions() -> NDArray[np.bool_]:
    """allowed[i, j]: may tag j follow tag i on one line?"""
    inside = np.zeros((N_TAGS, N_TAGS), dtype=bool)
    for i in CLOSING:
        inside[i, OPENING] = True
    for r in range(len(ROLES)):
        for before in "BI":
            for after in "IE":
                inside[tag_id(r, before), tag_id(r, after)] = True
    return inside


def break_transitions() -> NDArray[np.bool_]:
    """allowed[i, j]: may tag j follow tag i across a line break?"""
    allowed = allowed_transitions()
    allowed[[tag_id(r, p) for r in range(len(ROLES)) for p in "BI"]] = False
    return allowed


_ALLOWED, _BREAK = allowed_transitions(), break_transitions()


def _tables(transitions: Floats) -> tuple[Floats, Floats]:
    """Scores of every transition on one line and across a line break."""
    return np.where(_ALLOWED, transitions, FORBIDDEN), np.where(_BREAK, transitions, FORBIDDEN)


def viterbi(emissions: Floats, transitions: Floats, breaks: NDArray[np.bool_]) -> NDArray[np.int64]:
    """The best tag of every word. `breaks[i]`: a line break stands before word i."""
    n = len(emissions)
    if n == 0:
        return np.empty(0, dtype=np.int64)
    line, across = _tables(transitions)
    score = np.full(N_TAGS, FORBIDDEN, dtype=np.float32)
    score[OPENING] = emissions[0, OPENING]
    back = np.zeros((n, N_TAGS), dtype=np.int64)
    columns = np.arange(N_TAGS)
    for i in range(1, n):
        table = score[:, None] + (across if breaks[i] else line)
        back[i] = table.argmax(0)
        score = table[back[i], columns] + emissions[i]
    tags = np.empty(n, dtype=np.int64)
    tags[-1] = max(CLOSING, key=lambda t: score[t])
    for i in range(n - 1, 0, -1):
        tags[i - 1] = back[i, tags[i]]
    return tags


def marginals(emissions: Floats, transitions: Floats, breaks: NDArray[np.bool_]) -> Floats:
    """The probability of every tag of every word under the field (forward-backward, Rabiner 1989, scaled)."""
    n = len(emissions)
    line, across = (np.exp(table).astype(np.float64) for table in _tables(transitions))
    e = np.exp(emissions - emissions.max(-1, keepdims=True)).astype(np.float64) if n else emissions
    opening, closing = np.zeros(N_TAGS), np.zeros(N_TAGS)
    opening[OPENING], closing[CLOSING] = 1.0, 1.0
    forward, backward = np.zeros((n, N_TAGS)), np.tile(closing, (n, 1))
    for i in range(n):
        step = (forward[i - 1] @ (across if breaks[i] else line)) * e[i] if i else e[0] * opening
        forward[i] = step / step.sum()
    for i in range(n - 2, -1, -1):
        step = (across if breaks[i + 1] else line) @ (e[i + 1] * backward[i + 1])
        backward[i] = step / step.sum()
    both = forward * backward
    return np.asarray(both / both.sum(-1, keepdims=True), dtype=np.float32) if n else emissions


def fragments(tags: NDArray[np.int64], probabilities: Floats) -> list[Fragment]:
    """The spans in a BIOES sequence; the score of one is the least probability of its first and last tag."""
    found = []
    first = 0
    for i, tag in enumerate(tags):
        if tag == 0:
            continue
        role, place = divmod(int(tag) - 1, 4)
        if "BIES"[place] in "BS":
            first = i
        if "BIES"[place] in "ES":
            score = float(min(probabilities[first, tags[first]], probabilities[i, tag]))
            found.append(Fragment(ROLES[role], (first, i + 1), score))
    return found


def distance_bucket(distance: NDArray[np.int64]) -> NDArray[np.int64]:
    """0 … 2 * MAX_BUCKET: sign and power of two of a distance in words."""
    size = np.minimum(np.floor(np.log2(np.abs(distance) + 1e-9)) + 1, MAX_BUCKET).clip(0)
    return np.asarray(np.sign(distance) * size + MAX_BUCKET, dtype=np.int64)


def softmax(x: Floats) -> Floats:
    """Shares over the last axis."""
    e = np.exp(x - x.max(-1, keepdims=True))
    return np.asarray(e / e.sum(-1, keepdims=True), dtype=np.float32)


def attributions(found: Sequence[Fragment], windows: Sequence[LinkWindow], parameters: Parameters) -> list[Attribution]:
    """Join fragments into attributions, in the order of their cues; a cue without content is none."""
    sources, cues, contents = ([f for f in found if f.role == role] for role in ROLES)
    if not cues or not contents:
        return []
    ends = [w.last for w in windows]
    cue_places, source_places = ([f.words[0] for f in group] for group in (cues, sources))
    mine: list[list[tuple[Fragment, float]]] = [[] for _ in cues]
    for content in contents:
        word = content.words[0]
        w = windows[bisect_right(ends, word)]
        seen = w.seen(cue_places)
        if seen.start == seen.stop:  # a long speech: its cue stands before the window
            mine[max(seen.start - 1, 0)].append((content, 0.0))
            continue
        p = softmax(w.scores(w.content_query, w.cue_key, word, cue_places[seen], parameters.content_distance))
        mine[seen.start + int(p.argmax())].append((content, float(p.max())))
    out = []
    for cue, parts in zip(cues, mine, strict=True):
        if not parts:
            continue
        word = cue.words[0]
        w = windows[bisect_right(ends, word)]
        seen = w.seen(source_places)
        scored = w.scores(w.cue_query, w.source_key, word, source_places[seen], parameters.source_distance)
        p = softmax(np.append(scored, w.no_source[word - w.start].astype(np.float32)))
        best = int(p.argmax())
        source = sources[seen][best] if best < len(scored) else None
        scores = [cue.score, float(p.max()), *(x for c, link in parts for x in (c.score, link))]
        scores += [source.score] if source else []
        out.append(
            Attribution(cue.words, source.words if source else None, tuple(c.words for c, _ in parts), min(scores))
        )
    return out
