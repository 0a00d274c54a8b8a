"""Taking anything in twice adds nothing, and what is kept is what was written."""

from __future__ import annotations

import csv
import gzip
import hashlib
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pyarrow.parquet
import pytest
from rdflib import RDF, Namespace

from reportedly import Reader
from reportedly.adding import reading
from reportedly.cli import main
from reportedly.intake import Given, Recheck, read_paths
from reportedly.ledger.connect import read_ledger
from reportedly.ledger.stats import stats
from reportedly.ledger.stored import record_of
from reportedly.record import Record
from tests.exports.anno_context import CONTEXT
from tests.exports.linked_data import parsed
from tests.intake.server import STORY, Answer, page, serving
from tests.intake.test_warc import stories
from tests.ledger.articles import canonical_record
from tests.taking import contents, counts, lines, story, take

OA = Namespace("http://www.w3.org/ns/oa#")
SAMPLES = Path(__file__).parents[1] / "samples"
ARTICLES = 22


def samples(_: Path) -> list[Path]:
    return [SAMPLES]


def rows(folder: Path) -> list[Path]:
    with_ids = ({"id": f"wire-{n}", "url": None} for n in range(3))
    return [
        lines(folder / "a.jsonl", *map(story, range(3)), *(story(9, **more) for more in with_ids), story(7, url=None))
    ]


def broken(folder: Path) -> list[Path]:
    lines(folder / "a.jsonl", story(1), "{", "[]", story(1, url="https://echo.example/1"), story(2, text="unreadable"))
    (folder / "b.txt").write_bytes(b"\0" * 100)
    (folder / "c.txt").write_text("Ana Resk said on Friday that the port of Vell was open.")
    (folder / "d.jsonl.gz").write_bytes(gzip.compress(b'{"text": "cut')[:-9])
    (folder / "e.html").write_bytes(page(body=STORY))
    return [folder, folder / "gone.txt"]


def archive(folder: Path) -> list[Path]:
    (folder / "a.warc.gz").write_bytes(stories())
    return [folder / "a.warc.gz"]


@pytest.mark.parametrize("corpus", [samples, rows, broken, archive])
def test_twice(corpus: Callable[[Path], list[Path]], tmp_path: Path) -> None:
    folder, db = tmp_path / "in", tmp_path / "l.db"
    folder.mkdir()
    sources = corpus(folder)
    take(db, *sources)
    first = contents(db)
    assert first["articles"]
    take(db, *sources)
    assert contents(db) == first


def test_a_feed_twice(tmp_path: Path) -> None:
    with serving() as site:
        links = "".join(f"<item><link>{site.url}/{n}</link></item>" for n in ("a", "b", "gone"))
        feed = f'<rss version="2.0"><channel><title>The Gull</title>{links}</channel></rss>'.encode()
        site.routes = {n: Answer(page(n)) for n in ("/a", "/b")}
        site.routes["/feed"] = Answer(feed, headers={"Content-Type": "application/rss+xml"})
        take(tmp_path / "l.db", f"{site.url}/feed")
        first = contents(tmp_path / "l.db")
        rechecks: tuple[Recheck, ...] = ("newer", "all")
        for recheck in rechecks:
            take(tmp_path / "l.db", f"{site.url}/feed", recheck=recheck)
            assert contents(tmp_path / "l.db") == first


def test_in_another_order(tmp_path: Path) -> None:
    sources: list[Path] = []
    for corpus in (samples, rows, broken, archive):
        folder = tmp_path / corpus.__name__
        folder.mkdir()
        sources += corpus(folder)
    take(tmp_path / "a.db", *sources)
    take(tmp_path / "b.db", *reversed(sources))
    assert counts(tmp_path / "a.db") == counts(tmp_path / "b.db")
    take(tmp_path / "a.db", *reversed(sources))
    assert counts(tmp_path / "a.db") == counts(tmp_path / "b.db")


@pytest.fixture(scope="module")
def real(reader: Reader, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A ledger of the samples as the models read them."""
    db = tmp_path_factory.mktemp("real") / "l.db"
    take(db, SAMPLES, read=reading(reader, 1))
    return db


def test_records_come_back_as_they_were_written(real: Path, reader: Reader) -> None:
    with (SAMPLES / "README").open("rb") as nothing:
        wanted = [canonical_record(reader.read_item(it)) for it in read_paths([str(SAMPLES)], Given(), nothing)]
    asked = "SELECT record, text FROM readings JOIN versions USING (version_key) ORDER BY reading_key"
    with read_ledger(real) as ledger:
        kept: list[tuple[Any, ...]] = ledger.db.execute(asked).fetchall()
    found = [canonical_record(record_of(blob, text)) for blob, text in kept]
    assert len(wanted) == ARTICLES
    assert found == wanted


def exported(real: Path, path: Path, form: str, capsys: pytest.CaptureFixture[str]) -> dict[str, Any]:
    """Export everything by the command; the manifest that it printed."""
    options = ["--include-unrealised"] if form in ("plover", "polecat", "acled", "geojson") else []
    assert main(["export", "--as", form, "-o", str(path), "--db", str(real), "--json", *options]) == 0
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    folder = path if path.is_dir() else path.parent
    for file in told["files"]:
        assert hashlib.sha256((folder / file["name"]).read_bytes()).hexdigest() == file["sha256"]
    return told


def read_rows(path: Path, delimiter: str = ",") -> int:
    with path.open(encoding="utf-8", newline="") as file:
        return len(list(csv.DictReader(file, delimiter=delimiter)))


def test_every_export_is_read_back(real: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with read_ledger(real) as ledger:
        wanted = stats(ledger)

    def of(form: str) -> dict[str, Any]:
        return exported(real, tmp_path / form, form, capsys)

    for form in ("parquet", "csv", "jsonl"):
        told = of(form)
        assert (told["articles"], told["statements"], told["events"]) == (ARTICLES, wanted.statements, wanted.events)
    for name, count in (("events", wanted.events), ("statements", wanted.statements)):
        assert pyarrow.parquet.read_table(tmp_path / "parquet" / f"{name}.parquet").num_rows == count
        assert read_rows(tmp_path / "csv" / f"{name}.csv") == count
    records = [Record.model_validate_json(line) for line in read_lines(tmp_path / "jsonl")]
    assert sum(len(r.statements) for r in records) == wanted.statements

    assert of("plover")["events"] == len([json.loads(line) for line in read_lines(tmp_path / "plover")]) > 0
    assert of("polecat")["events"] == read_rows(tmp_path / "polecat", "\t") > 0
    assert of("acled")["events"] == read_rows(tmp_path / "acled") > 0
    # Invented places have no coordinates: the map is read back, and may be empty.
    assert of("geojson")["events"] == len(json.loads((tmp_path / "geojson").read_text("utf-8"))["features"])

    told, value = of("webannotation"), json.loads((tmp_path / "webannotation").read_text("utf-8"))
    graph = parsed(json.dumps({**value, "@context": [CONTEXT, value["@context"][1]]}))
    assert len(list(graph.subjects(RDF.type, OA.Annotation))) == told["statements"] + told["events"] > 0
    assert of("prov")["statements"] == wanted.statements
    assert len(parsed((tmp_path / "prov").read_text("utf-8"))) > wanted.statements


def read_lines(path: Path) -> list[str]:
    return path.read_text(encoding="utf-8").splitlines()
