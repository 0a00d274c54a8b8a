"""Decoding: the best tag sequence, and links between its spans."""

from __future__ import annotations

from itertools import pairwise, product

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from numpy.typing import NDArray

from reportedly.reader.decode import (
    MAX_BUCKET,
    N_TAGS,
    ROLES,
    Floats,
    LinkWindow,
    Parameters,
    allowed_transitions,
    attributions,
    break_transitions,
    distance_bucket,
    fragments,
    marginals,
    tag_id,
    viterbi,
)

LINE, ACROSS = allowed_transitions(), break_transitions()
STARTS = {0, *(tag_id(r, p) for r in range(3) for p in "BS")}
ENDS = {0, *(tag_id(r, p) for r in range(3) for p in "ES")}


def scores(seed: int, n: int) -> tuple[Floats, Floats]:
    rng = np.random.default_rng(seed)
    emissions = rng.normal(0, 3, (n, N_TAGS)).astype(np.float32)
    transitions = rng.normal(0, 1, (N_TAGS, N_TAGS)).astype(np.float32)
    return emissions, transitions


def total(tags: tuple[int, ...], emissions: Floats, transitions: Floats, breaks: NDArray[np.bool_]) -> float:
    """The score of a sequence, -inf where BIOES does not allow it."""
    if tags[0] not in STARTS or tags[-1] not in ENDS:
        return -np.inf
    score = float(emissions[0, tags[0]])
    for i in range(1, len(tags)):
        if not (ACROSS if breaks[i] else LINE)[tags[i - 1], tags[i]]:
            return -np.inf
        score += float(transitions[tags[i - 1], tags[i]] + emissions[i, tags[i]])
    return score


def test_what_may_follow_what() -> None:
    b, i, e, s = (tag_id(0, p) for p in "BIES")
    assert LINE[b, i] and LINE[b, e] and LINE[i, e] and LINE[e, b] and LINE[s, s] and LINE[0, b] and LINE[e, 0]
    assert not (LINE[b, 0] or LINE[0, i] or LINE[0, e] or LINE[i, s] or LINE[e, e] or LINE[b, b] or LINE[s, i])
    assert not LINE[b, tag_id(1, "E")], "a span has one role"
    assert not ACROSS[b].any() and not ACROSS[i].any()
    assert (ACROSS[e] == LINE[e]).all()


def test_no_words() -> None:
    emissions, transitions = scores(0, 0)
    assert len(viterbi(emissions, transitions, np.empty(0, dtype=bool))) == 0
    assert fragments(np.empty(0, dtype=np.int64), emissions) == []
    assert len(marginals(emissions, transitions, np.empty(0, dtype=bool))) == 0


@given(st.integers(0, 10_000), st.lists(st.booleans(), min_size=1, max_size=60))
@settings(max_examples=25)
def test_the_result_obeys_bioes_and_crosses_no_line_break(seed: int, breaks: list[bool]) -> None:
    emissions, transitions = scores(seed, len(breaks))
    array = np.array(breaks)
    tags = viterbi(emissions, transitions, array)
    assert total(tuple(tags.tolist()), emissions, transitions, array) > -np.inf
    found = fragments(tags, marginals(emissions, transitions, array))
    for f in found:
        a, b = f.words
        assert 0 <= a < b <= len(breaks)
        assert not any(breaks[a + 1 : b])
        assert 0 <= f.score <= 1
    assert all(x.words[1] <= y.words[0] for x, y in pairwise(found))
    assert sum(b - a for a, b in (f.words for f in found)) == np.count_nonzero(tags)


@given(st.integers(0, 10_000), st.lists(st.booleans(), min_size=1, max_size=3))
@settings(max_examples=10)
def test_the_result_is_the_best_of_all(seed: int, breaks: list[bool]) -> None:
    emissions, transitions = scores(seed, len(breaks))
    array = np.array(breaks)
    best = max(product(range(N_TAGS), repeat=len(breaks)), key=lambda t: total(t, emissions, transitions, array))
    found = tuple(viterbi(emissions, transitions, array).tolist())
    assert total(found, emissions, transitions, array) == pytest.approx(total(best, emissions, transitions, array))


@given(st.integers(0, 10_000), st.lists(st.booleans(), min_size=1, max_size=3))
@settings(max_examples=10)
def test_marginals_are_sums_over_all_sequences(seed: int, breaks: list[bool]) -> None:
    emissions, transitions = scores(seed, len(breaks))
    array = np.array(breaks)
    expected = np.zeros((len(breaks), N_TAGS))
    for tags in product(range(N_TAGS), repeat=len(breaks)):
        score = total(tags, emissions, transitions, array)
        if score > -np.inf:
            expected[np.arange(len(tags)), list(tags)] += np.exp(score)
    expected /= expected.sum(-1, keepdims=True)
    assert marginals(emissions, transitions, array) == pytest.approx(expected, abs=1e-4)


@given(st.lists(st.integers(-3000, 3000), min_size=2))
@settings(max_examples=25)
def test_distance_buckets_grow_with_distance(distances: list[int]) -> None:
    ordered = sorted(distances)
    buckets = distance_bucket(np.array(ordered)).tolist()
    assert buckets == sorted(buckets)
    assert all(0 <= b <= 2 * MAX_BUCKET for b in buckets)


def test_distance_buckets() -> None:
    assert (distance_bucket(np.array([0, 1, 2, 3, 4, 127, 128, 9999])) - MAX_BUCKET).tolist() == [
        0,
        1,
        2,
        2,
        3,
        7,
        8,
        8,
    ]
    for d in range(1, 300):
        left, right = distance_bucket(np.array([-d, d]))
        assert left + right == 2 * MAX_BUCKET


def test_fragments_have_role_words_and_score() -> None:
    tags = np.array([0, *(tag_id(0, p) for p in "BIE"), tag_id(1, "S"), *(tag_id(2, p) for p in "BE")])
    sure = np.zeros((len(tags), N_TAGS), dtype=np.float32)
    sure[np.arange(len(tags)), tags] = [1, 0.75, 0.1, 1, 0.25, 0.5, 0.5]
    assert [(f.role, f.words, f.score) for f in fragments(tags, sure)] == [
        ("source", (1, 4), 0.75),
        ("cue", (4, 5), 0.25),
        ("content", (5, 7), 0.5),
    ]


def window(n: int, start: int, first: int, last: int) -> LinkWindow:
    """Links that know nothing: only the distance decides."""
    zeros = np.zeros((n, 4), dtype=np.float16)
    return LinkWindow(start, first, last, zeros, zeros, zeros, zeros, np.full(n, -5, dtype=np.float16))


NEAR = np.array([-abs(k - MAX_BUCKET) for k in range(2 * MAX_BUCKET + 1)], dtype=np.float32)
PARAMETERS = Parameters(np.zeros((N_TAGS, N_TAGS), dtype=np.float32), NEAR, NEAR)


def marked(*tags: tuple[int, str]) -> tuple[NDArray[np.int64], Floats]:
    ids = np.array([tag_id(r, p) if p != "O" else 0 for r, p in tags])
    sure = np.zeros((len(ids), N_TAGS), dtype=np.float32)
    sure[np.arange(len(ids)), ids] = 1
    return ids, sure


SOURCE, CUE, CONTENT = range(len(ROLES))


def test_each_content_goes_to_one_cue_and_each_cue_to_one_source() -> None:
    tags = marked(
        (SOURCE, "S"), (CUE, "S"), (CONTENT, "B"), (CONTENT, "E"), (0, "O"),
        (SOURCE, "S"), (CUE, "S"), (CONTENT, "S"),
    )  # fmt: skip
    found = attributions(fragments(*tags), [window(8, 0, 0, 8)], PARAMETERS)
    assert [(a.source, a.cue, a.contents) for a in found] == [
        ((0, 1), (1, 2), ((2, 4),)),
        ((5, 6), (6, 7), ((7, 8),)),
    ]


def test_a_cue_without_content_is_no_attribution_and_a_source_is_not_needed() -> None:
    assert attributions(fragments(*marked((SOURCE, "S"), (CUE, "S"))), [window(2, 0, 0, 2)], PARAMETERS) == []
    (found,) = attributions(fragments(*marked((CUE, "S"), (CONTENT, "S"))), [window(2, 0, 0, 2)], PARAMETERS)
    assert (found.source, found.contents) == (None, ((1, 2),))


def test_a_window_knows_which_words_it_reads() -> None:
    w = window(4, 10, 11, 13)
    places = [2, 10, 12, 13, 14]
    assert places[w.seen(places)] == [10, 12, 13]
    assert w.scores(w.content_query, w.cue_key, 11, [10, 12, 13], NEAR).tolist() == [-1, -1, -2]


def test_a_content_whose_window_sees_no_cue_goes_to_the_one_before() -> None:
    """A long speech; the score says how little is known of the link."""
    tags = marked((CUE, "S"), (CONTENT, "S"), *[(0, "O")] * 4, (CONTENT, "S"))
    windows = [window(4, 0, 0, 4), window(3, 4, 4, 7)]
    (found,) = attributions(fragments(*tags), windows, PARAMETERS)
    assert found.contents == ((1, 2), (6, 7))
    assert found.score == 0
