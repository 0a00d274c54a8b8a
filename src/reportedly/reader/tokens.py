"""The token type that rules read, filled from the reader's own heads (part of speech, relation, head, name)."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from reportedly.reader.decode import Floats, distance_bucket
from reportedly.reader.words import Gap, Words
from reportedly.record import Span

LONGEST_SENTENCE = 400
"""Words; a longer stretch without a boundary is cut, so that arc scores stay small (400 x 400)."""

CLAUSE_SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass", "expl"})


@dataclass(frozen=True, slots=True)
class Token:
    """One token: `tag` is Penn Treebank's, `relation` and `head` follow ClearNLP (spaCy's English labels), `name` is
    the OntoNotes type of the name it stands in or "". `head` of a root is its own index; `gap` is what precedes it."""

    i: int
    text: str
    lower: str
    tag: str
    relation: str
    head: int
    name: str
    name_start: bool
    start: int
    end: int
    sentence: int
    gap: Gap


@dataclass(frozen=True)
class Tokens:
    """All tokens of a text, with look-up by offset and by head."""

    text: str
    items: tuple[Token, ...]

    def __len__(self) -> int:
        return len(self.items)

    def __getitem__(self, i: int) -> Token:
        return self.items[i]

    @cached_property
    def _starts(self) -> list[int]:
        return [t.start for t in self.items]

    @cached_property
    def children(self) -> tuple[tuple[int, ...], ...]:
        """For each token, the tokens whose head it is."""
        found: list[list[int]] = [[] for _ in self.items]
        for t in self.items:
            if t.head != t.i:
                found[t.head].append(t.i)
        return tuple(map(tuple, found))

    def within(self, span: Span) -> tuple[Token, ...]:
        """The tokens that start inside a span."""
        return self.items[bisect_left(self._starts, span[0]) : bisect_left(self._starts, span[1])]

    def sentence_of(self, token: Token) -> Span:
        """The character span of a token's sentence."""
        first = last = token.i
        while first > 0 and self.items[first - 1].sentence == token.sentence:
            first -= 1
        while last + 1 < len(self.items) and self.items[last + 1].sentence == token.sentence:
            last += 1
        return self.items[first].start, self.items[last].end

    def head_of(self, span: Span) -> Token | None:
        """The token of a span on which the others hang: the first whose own head lies outside."""
        inside = self.within(span)
        indices = {t.i for t in inside}
        tops = [t for t in inside if t.head not in indices or t.head == t.i]
        nouns = [t for t in tops if t.tag[:2] in ("NN", "PR", "CD", "WP", "DT")]
        return (nouns or tops or [None])[0]  # type: ignore[list-item]

    def subtree(self, top: Token) -> tuple[Token, ...]:
        """The tokens under `top`, itself included, in text order."""
        found, queue = {top.i}, [top.i]
        while queue:
            for child in self.children[queue.pop()]:
                if child not in found:
                    found.add(child)
                    queue.append(child)
        return tuple(self.items[i] for i in sorted(found))


def build_tokens(
    words: Words, heads: dict[str, NDArray[Any]], labels: dict[str, list[str]], arc_distance: Floats
) -> Tokens:
    """Tokens from per-word scores. Words glued together by the relation "sub" ("U", ".", "S", ".") become one."""
    n = len(words)
    if n == 0:
        return Tokens(words.text, ())
    dep = heads["dep"]
    starts = (heads["sent"][:, 0] > 0) | (words.gap >= Gap.LINE)
    edges = _sentence_edges(starts)
    arc = np.concatenate([_arcs(heads, a, b, arc_distance) for a, b in edges])
    sub = labels["dep"].index("sub")
    glued = (dep == sub) & (words.gap == Gap.NONE)
    token_of = np.cumsum(~glued) - 1
    first = np.flatnonzero(~glued)
    last = np.append(first[1:], n) - 1
    tags, names = heads["pos"], _names(heads["ent"], labels["ent"])
    sentence = np.cumsum(np.isin(np.arange(n), [a for a, _ in edges]))
    items = []
    for i, (a, b) in enumerate(zip(first.tolist(), last.tolist(), strict=True)):
        start, end = int(words.starts[a]), int(words.ends[b])
        text = words.text[start:end]
        name, begins = names[a]
        items.append(
            Token(
                i,
                text,
                text.lower(),
                labels["pos"][tags[a]],
                labels["dep"][dep[a]],
                int(token_of[arc[a]]),
                name,
                begins,
                start,
                end,
                int(sentence[a]),
                Gap(words.gap[a]),
            )
        )
    return Tokens(words.text, _with_subjects(items))


def _with_subjects(items: list[Token]) -> tuple[Token, ...]:
    """A conjunct or an apposition stands behind what it is joined to: a noun that is read as one of a verb behind it
    ("shops closed and police opened fire") is the verb's subject, where it has no other."""
    nearest: dict[int, Token] = {}
    for t in items:
        if t.relation in ("conj", "appos") and t.i < t.head and t.tag.startswith("NN"):
            nearest[t.head] = t
    passive = {t.head for t in items if t.relation == "auxpass"}
    others = {t.head for t in items if t.relation in CLAUSE_SUBJECTS}
    found = {
        t.i: replace(t, relation="nsubjpass" if head in passive else "nsubj")
        for head, t in nearest.items()
        if items[head].tag.startswith("VB") and head not in others
    }
    return tuple(found.get(t.i, t) for t in items)


def _sentence_edges(starts: NDArray[np.bool_]) -> list[tuple[int, int]]:
    cuts = [0, *(int(i) for i in np.flatnonzero(starts) if i > 0), len(starts)]
    edges = []
    for a, b in pairwise(cuts):
        edges += [(k, min(k + LONGEST_SENTENCE, b)) for k in range(a, b, LONGEST_SENTENCE)]
    return edges


def _arcs(heads: dict[str, NDArray[Any]], a: int, b: int, bias: Floats) -> NDArray[np.int64]:
    """The head of each word of one sentence, as word numbers; the root is its own head, and there are no cycles."""
    n = b - a
    places = np.arange(n)
    query, key = (heads[n][a:b].astype(np.float32) for n in ("arc_query", "arc_key"))
    scores = query @ key.T / np.sqrt(query.shape[1]) + bias[distance_bucket(places[None] - places[:, None])]
    root = int((scores.diagonal() - scores.max(-1)).argmax())
    np.fill_diagonal(scores, -np.inf)
    head = scores.argmax(-1) if n > 1 else np.zeros(1, np.int64)
    head[root] = root
    for i in range(n):
        seen: list[int] = []
        at = i
        while at != root and at not in seen:
            seen.append(at)
            at = int(head[at])
        if at != root:
            head[max(seen[seen.index(at) :], key=lambda k: scores[k, root])] = root
    return head + a


def _names(found: NDArray[Any], labels: Sequence[str]) -> list[tuple[str, bool]]:
    """For each word its name type, or "", and whether a name begins there (BIO, repaired)."""
    out: list[tuple[str, bool]] = []
    before = ""
    for k in found:
        place, _, kind = labels[k].partition("-")
        out.append((kind, bool(kind) and (place == "B" or kind != before)))
        before = kind
    return out
