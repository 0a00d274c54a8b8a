"""The door to the library: one text, many texts, in one process or several."""

from __future__ import annotations

import hashlib
import io
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

import reportedly
from reportedly.intake import Given, read_paths
from reportedly.intake.item import Item, refused
from reportedly.reading import WAITING_PER_JOB, Reader
from reportedly.record import Article, Record
from tests.golden.samples import ROOT

TEXT = "The port will close, Ana Resk told Sky Tirana on Friday. “It is over,” she said."


def test_what_the_caller_gives_is_in_the_record(reader: Reader) -> None:
    record = reader.read(
        TEXT, id="a1", title="Port to close", outlet="The Post", published="2025-03-14", url="https://a.example/"
    )
    article = record.article
    assert (article.id, article.title, article.outlet) == ("a1", "Port to close", "The Post")
    assert (article.published, article.url, article.text) == ("2025-03-14", "https://a.example/", TEXT)
    assert article.language == "en"
    assert record.statements and all(s.relay[-1] == "The Post" for s in record.statements)


def test_an_id_comes_from_the_text_alone(reader: Reader) -> None:
    first, second = reader.read(TEXT), reader.read(TEXT, outlet="The Post")
    assert first.article.id == second.article.id == hashlib.sha256(TEXT.encode()).hexdigest()[:16]
    assert reader.read(TEXT + " ").article.id != first.article.id
    assert reader.read(TEXT, id="").article.id == ""


def test_the_text_is_taken_exactly_as_given(reader: Reader) -> None:
    text = f"\n\ufeff  {TEXT}\r\n \t"
    record = reader.read(text)
    assert record.article.text == text
    assert any(record.words(s.cue) == "told" for s in record.statements)


def test_reading_twice_gives_the_same(reader: Reader) -> None:
    assert reader.read(TEXT) == reader.read(TEXT)


def test_a_record_says_what_made_it(reader: Reader) -> None:
    run = reader.read(TEXT).run
    assert run.reportedly == reportedly.__version__
    model = reader.tools.model
    assert run.models == {
        "reader": f"sha256:{model.sha256}",
        "events": f"sha256:{model.events_sha256}",
        "gazetteer": f"sha256:{reader.tools.gazetteer.sha256}",
    }
    assert run.config.startswith("sha256:") and len(run.config) == 71


def test_every_field_of_a_statement_has_its_maker(reader: Reader) -> None:
    for s in reader.read(TEXT, outlet="The Post").statements:
        assert {"spans", "kind", "act", "form"} <= set(s.why)
        assert all(w.by.count("@") == 1 and w.by.split(":")[0] in ("rule", "head") for w in s.why.values())
        assert (s.said is None) or "said" in s.why
        assert (s.addressee is None) or "addressee" in s.why
        assert s.why["spans"].score is None or 0 <= s.why["spans"].score <= 1


def test_an_empty_text_is_refused(reader: Reader) -> None:
    for text in ("", " \n\t"):
        record = reader.read(text)
        assert record.failed
        assert "empty" in record.problems[0].message


def test_a_text_beyond_the_limit_is_refused(reader: Reader) -> None:
    record = reader.read("a " * 1_000_001)
    assert record.failed
    assert "2,000,000" in record.problems[0].message and "split" in record.problems[0].message


class Broken:
    """A model that fails on one text."""

    labels: dict[str, list[str]] = {}  # noqa: RUF012
    sha256 = events_sha256 = "0"

    def run(self, text: str) -> Any:
        raise ZeroDivisionError("in the model")


def test_one_article_never_stops_the_others(reader: Reader) -> None:
    broken = Reader(replace(reader.tools, model=Broken()))  # type: ignore[arg-type]
    record = broken.read(TEXT)
    assert record.failed
    (problem,) = record.problems
    assert problem.stage == "reading" and "ZeroDivisionError: in the model" in problem.message


def test_items_that_intake_refused_become_records_with_their_problem(reader: Reader) -> None:
    (record,) = reader.read_many([refused("a.txt", "a.txt is empty: check it")])
    assert record.failed
    assert [p.message for p in record.problems] == ["a.txt is empty: check it"]


def sample_items() -> Iterator[Item]:
    yield from read_paths([str(ROOT / "samples")], Given(outlet="The Post"), io.BytesIO())
    yield refused("gone.txt", "gone.txt does not exist")
    yield Item(Article(id="de", text="Der Hafen wird am Montag geschlossen, sagte der Hafenmeister. " * 9))
    yield Item(Article(id="a", text=TEXT))


def test_the_records_do_not_depend_on_the_number_of_jobs(reader: Reader) -> None:
    one, two = list(reader.read_many(sample_items())), list(reader.read_many(sample_items(), jobs=2))
    assert [r.article.id for r in one] == [i.article.id for i in sample_items()]
    assert one == two


def test_articles_and_items_are_both_taken(reader: Reader) -> None:
    article = Article(id="a", text=TEXT)
    first, second = reader.read_many([article, Item(article)])
    assert first == second


def endless(taken: list[str]) -> Iterator[Article]:
    """Articles without end; `taken` tells which were asked for."""
    while True:
        taken.append(str(len(taken) + 1))
        yield Article(id=taken[-1], text="It rained, he said.")


def test_a_stream_is_read_as_it_comes(reader: Reader) -> None:
    taken: list[str] = []
    stream = reader.read_many(endless(taken))
    assert next(stream).article.id == "1"
    assert len(taken) == 1
    for _ in range(20):
        next(stream)
    assert len(taken) == 21


def test_a_stream_in_workers_is_not_drained_ahead(reader: Reader) -> None:
    taken: list[str] = []
    stream = reader.read_many(endless(taken), jobs=2)
    assert isinstance(next(stream), Record)
    assert len(taken) <= 2 * WAITING_PER_JOB
    stream.close()  # type: ignore[attr-defined]


def run_python(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False, timeout=60)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_importing_the_package_loads_no_library_and_no_model() -> None:
    heavy = ["onnxruntime", "numpy", "tokenizers", "pydantic", "rich", "trafilatura", "py3langid", "reportedly.reader"]
    assert run_python(f"import sys, reportedly; print([m for m in {heavy} if m in sys.modules])") == "[]"


def test_what_stands_in_the_readme_works() -> None:
    code = (
        "import reportedly; reader = reportedly.load();"
        "record = reader.read('The port will close, the union said Friday.', published='2025-03-14');"
        "print(record.statements[0].source.text, record.article.published, isinstance(reader, reportedly.Reader))"
    )
    assert run_python(code) == "the union 2025-03-14 True"


def test_what_is_not_there_is_said() -> None:
    with pytest.raises(AttributeError, match="no attribute 'lood'"):
        reportedly.lood  # noqa: B018
