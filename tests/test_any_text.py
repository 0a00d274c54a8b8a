"""Properties of the whole reader: no text crashes it, and every record keeps its word about spans and ids."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reportedly.reading import Reader
from tests.golden.samples import load_samples
from tests.invariants import check
from tests.strategies import any_text, news_like

SAMPLES = load_samples()
FEW = settings(max_examples=25)


def read_and_check(reader: Reader, text: str, title: str | None = None, outlet: str | None = None) -> None:
    """Read without the net that catches whatever is raised, then check what must hold."""
    record = reader.read(text, title=title, outlet=outlet)
    assert not any(p.stage == "reading" for p in record.problems), record.problems
    assert record.article.text == text
    check(record)


@given(any_text)
@FEW
def test_any_text(reader: Reader, text: str) -> None:
    read_and_check(reader, text)


@given(news_like, st.sampled_from([None, "Sky Tirana", "The Post", "(", "", "\\"]))
@FEW
def test_words_of_news_in_any_order(reader: Reader, text: str, outlet: str | None) -> None:
    read_and_check(reader, text, title=text[:20], outlet=outlet)


@given(st.sampled_from([s.name for s in SAMPLES]), st.integers(0, 4000), st.integers(1, 600), any_text)
@FEW
def test_articles_with_a_hole_in_them(reader: Reader, name: str, at: int, length: int, odd: str) -> None:
    sample = next(s for s in SAMPLES if s.name == name)
    text = sample.read(reader).article.text
    read_and_check(reader, text[:at] + odd + text[at + length :])


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda s: s.name)
def test_the_samples(sample: object, reader: Reader) -> None:
    check(sample.read(reader))  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    "text",
    [
        "",
        " \n\t\u3000",
        "\u200b",
        "\x00\x01\x1b[2J",
        "“",
        '"' * 500,
        "“" * 500 + "”" * 500,
        '" said Ana.\n' * 300,
        "«„“‘'\"``''’”»",
        "\u202e.diaS anA ”,oN“\u202c",
        "N\u200bo\u200b, s\u200ba\u200bi\u200bd A\u200bn\u200ba.",
        "لن يغلق الميناء، قال المتحدث. “No,” said Ana Resk. נמל",
        "a" * 20_000,
        "Aa1-" * 5_000,
        "said " * 3_000,
        "\n" * 20_000,
        "He said\n" * 2_000,
        "🙂" * 2_000,
        "e" + "\u0301" * 3_000,
        "<b>“No,”</b> [red]said[/red] Ana &amp; co.",
        "“No,” said\r\nAna.\r“Yes,” said Bo.\x85“Maybe,” said Cy.\u2028“So,” said Di.",
    ],
    ids=lambda t: repr(t[:12]),
)
def test_texts_that_break_readers(reader: Reader, text: str) -> None:
    read_and_check(reader, text)


def test_time_grows_no_faster_than_the_text(reader: Reader) -> None:
    """Ten articles in one text take about ten times as long as one, not a hundred times."""
    text = max((s.read(reader).article.text for s in SAMPLES), key=len)
    reader.read(text)

    def seconds(times: int) -> float:
        start = time.process_time()
        reader.read("\n\n".join([text] * times))
        return time.process_time() - start

    assert seconds(10) < 30 * max(seconds(1), seconds(1))


def test_half_a_surrogate_pair_is_refused_with_a_remedy(reader: Reader) -> None:
    """No UTF-8 holds it; the message must tell the caller what to do, not ask for a bug report."""
    record = reader.read("a\ud800b said Ana")
    assert record.failed
    assert "surrogate" in record.problems[0].message
