"""Golden tests: each sample article against its hand-made expected record.

Differences that are known stand in known_differences.toml; a new one fails, and so does one that has disappeared, until
`python -m tests.golden.known_differences` has written the list anew.
"""

from __future__ import annotations

import pytest

from reportedly.reading import Reader
from reportedly.record import Record
from tests.comparing import FIELDS
from tests.golden.events import EventComparison
from tests.golden.samples import (
    EVENTS_MAY_ADD,
    EVENTS_MAY_MISS,
    KNOWN,
    MAY_ADD,
    MAY_DIFFER,
    MAY_MISS,
    ROOT,
    Sample,
    compare,
    failures,
    load_samples,
)
from tests.known import read_known

SAMPLES = load_samples()
DIFFERENCES = read_known(KNOWN)


@pytest.fixture(scope="module")
def records(reader: Reader) -> dict[str, Record]:
    return {s.name: s.read(reader) for s in SAMPLES}


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda s: s.name)
def test_article(sample: Sample, records: dict[str, Record]) -> None:
    record = records[sample.name]
    fields = record.article.to_json()
    assert {k: fields[k] for k in sample.article} == sample.article
    assert not record.problems
    title = record.article.title
    if record.article.headline:
        assert record.article.text[slice(*record.article.headline)] == title


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda s: s.name)
def test_statements(sample: Sample, records: dict[str, Record]) -> None:
    """Fields of expected statements, and outermost statements that nobody expects."""
    found = dict(failures(sample, compare(sample, records[sample.name])))
    known = {case for case in DIFFERENCES if case.startswith(f"{sample.name} ")}
    new = [f"{case}: {told}" for case, told in found.items() if case not in known]
    gone = [f"{case}: no longer differs" for case in known if case not in found]
    assert not new + gone, "\n".join([*new, *gone, "then: python -m tests.golden.known_differences"])


def test_few_differences(records: dict[str, Record]) -> None:
    compared = [compare(s, records[s.name]) for s in SAMPLES]
    expected, found = sum(len(c.expected) for c in compared), sum(len(c.matched) for c in compared)
    differences = [d for c in compared for d in c.differences()]
    assert expected - found <= MAY_MISS * expected
    assert sum(d.field != "found" for d in differences) <= MAY_DIFFER * found * len(FIELDS)
    assert sum(len(c.extra()) for c in compared) <= MAY_ADD * expected


def test_few_differences_of_events(records: dict[str, Record]) -> None:
    compared = [EventComparison(compare(s, records[s.name]), s.events) for s in SAMPLES]
    expected, found = sum(len(c.expected) for c in compared), sum(len(c.matched) for c in compared)
    assert expected >= 40
    assert expected - found <= EVENTS_MAY_MISS * expected
    assert sum(len(c.extra()) for c in compared) <= EVENTS_MAY_ADD * expected


def test_known_differences_belong_to_samples() -> None:
    assert {case.split(" ")[0] for case in DIFFERENCES} <= {s.name for s in SAMPLES}


def test_every_sample_has_an_expected_record() -> None:
    files = {p.name for p in (ROOT / "samples").iterdir() if p.suffix in (".txt", ".html", ".jsonl")}
    assert files == {s.file.split("/")[-1] for s in SAMPLES}


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda s: s.name)
def test_expected_words_stand_in_the_text(sample: Sample, records: dict[str, Record]) -> None:
    """The expected records are right about the text, offsets included."""
    text = records[sample.name].article.text
    for s in sample.statements:
        for words in (s["source"], s["cue"], *s["content"], s["addressee"], s["said"]):
            assert not words or words in text
        for words, at in (
            (s["source"], s.get("source_at")),
            (s["cue"], s.get("at")),
            *zip(s["content"], s.get("content_at") or [None] * len(s["content"]), strict=True),
        ):
            assert at is None or not words or text[at : at + len(words)] == words
