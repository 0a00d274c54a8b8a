"""What the reading process does with one article."""

from __future__ import annotations

import pickle
from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.errors import ArticleError
from reportedly.intake.fetch_options import FetchOptions
from reportedly.intake.item import Given
from reportedly.intake.sources import Blank
from reportedly.intake.visit import Visit
from reportedly.ledger.articles import kept_record
from reportedly.ledger.connect import open_ledger, read_ledger
from reportedly.ledger.linked.nouns import LinkedBatch
from reportedly.ledger.problems import problems
from reportedly.linking import waits
from reportedly.reading import Reader
from reportedly.web.worker.task import Answer, Done, Task, answers
from tests.intake.server import Answer as Sent
from tests.intake.server import Site, page, serving

TEXT = '"Not yet," the mayor, Ana Resk, told Sky Tirana on Friday. Two officials said the port of Vell would close.'


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as made:
        yield made


@pytest.fixture
def path(tmp_path: Path) -> Path:
    open_ledger(tmp_path / "l.db").close()
    return tmp_path / "l.db"


def visit(allow_private: bool = True) -> Visit:
    return Visit(FetchOptions(allow_private=allow_private, host_delay=0.0), Blank(), "all")


def of(task: Task, reader: Reader) -> list[Answer]:
    return list(answers(task, reader, visit()))


def test_a_text_is_read_exactly_as_it_was_sent(reader: Reader) -> None:
    text = f"  {TEXT}\r\n😀"
    [done] = of(Task("text", text, Given(outlet="The Vell Gull", published="2025-03-14"), "vell-1"), reader)
    assert isinstance(done, Done) and done.record and done.outcome is None
    article = done.record.article
    assert (article.text, article.id, article.outlet) == (text, "vell-1", "The Vell Gull")
    assert [s.source.text for s in done.record.statements] == ["the mayor, Ana Resk,", "Two officials"]


def test_a_page_is_read(reader: Reader) -> None:
    [done] = of(Task("html", page().decode()), reader)
    assert isinstance(done, Done) and done.record
    assert done.record.article.title == "Port to stay shut"
    assert done.record.statements


@pytest.mark.parametrize(
    ("task", "message"),
    [
        (Task("text", " \n"), 'empty "text"'),
        (Task("html", "<html><body></body></html>"), "no main text"),
        (Task("html", ""), "the article sent"),
        (Task("url", "file:///etc/passwd"), "no web address"),
        (Task("url", "gopher://vell.example/"), "no web address"),
    ],
)
def test_what_is_no_article_is_refused(task: Task, message: str, reader: Reader) -> None:
    [error] = of(task, reader)
    assert isinstance(error, ArticleError)
    assert message in str(error)


def test_an_address_is_fetched(site: Site, reader: Reader) -> None:
    site.routes["/story"] = Sent(page())
    [done] = of(Task("url", f"{site.url}/story", Given(outlet="The Vell Gull")), reader)
    assert isinstance(done, Done) and done.record
    assert done.record.article.url == f"{site.url}/story"
    assert site.asked[0][0] == "/robots.txt"


def test_robots_are_obeyed(site: Site, reader: Reader) -> None:
    site.routes["/robots.txt"] = Sent(b"User-agent: *\nDisallow: /", headers={"Content-Type": "text/plain"})
    site.routes["/story"] = Sent(page())
    [error] = of(Task("url", f"{site.url}/story"), reader)
    assert isinstance(error, ArticleError)
    assert "robots.txt" in str(error)
    assert site.paths == []


def test_addresses_of_this_machine_are_refused(site: Site, reader: Reader) -> None:
    site.routes["/story"] = Sent(page())
    [error] = answers(Task("url", f"{site.url}/story"), reader, visit(allow_private=False))
    assert isinstance(error, ArticleError)
    assert "not public" in str(error)
    assert str(pickle.loads(pickle.dumps(error))) == str(error)
    assert site.asked == []


def test_a_redirect_into_this_machine_is_refused_too(site: Site, reader: Reader) -> None:
    with pytest.raises(ArticleError):
        visit(allow_private=False).page(site.url.replace("127.0.0.1", "localhost"), Given())


def test_a_feed_is_not_followed(site: Site, reader: Reader) -> None:
    feed = b'<?xml version="1.0"?><rss version="2.0"><channel><title>x</title></channel></rss>'
    site.routes["/feed"] = Sent(feed, headers={"Content-Type": "application/rss+xml"})
    [error] = of(Task("url", f"{site.url}/feed"), reader)
    assert isinstance(error, ArticleError)
    assert "is a feed" in str(error)


def test_what_is_to_be_kept_is_kept_and_linked(path: Path, reader: Reader) -> None:
    task = Task("text", TEXT, Given(url="https://vell.example/port"), ledger=path)
    done, linked = of(task, reader)
    assert isinstance(done, Done) and done.outcome and done.record
    assert done.outcome.kind == "new"
    assert isinstance(linked, LinkedBatch) and linked.articles == 1
    with read_ledger(path) as ledger:
        assert kept_record(ledger, "https://vell.example/port").record == done.record
        assert waits(ledger) == 0


def test_what_is_known_is_not_read_again(path: Path, reader: Reader) -> None:
    task = Task("text", TEXT, Given(url="https://vell.example/port"), ledger=path)
    of(task, reader)
    [again] = of(task, reader)
    assert isinstance(again, Done) and again.outcome
    assert (again.outcome.kind, again.record) == ("known", None)


def test_what_cannot_be_read_is_listed_as_a_problem(path: Path, reader: Reader) -> None:
    french = "Le ministre a déclaré vendredi que le port resterait fermé jusqu'à nouvel ordre. " * 8
    [done] = of(Task("text", french, ledger=path), reader)
    assert isinstance(done, Done) and done.outcome
    assert done.outcome.kind == "failed"
    with read_ledger(path) as ledger:
        assert [p.source for p in problems(ledger)] == ["-"]


def test_a_ledger_that_is_not_there_is_told_of(tmp_path: Path, reader: Reader) -> None:
    [error] = of(Task("text", TEXT, ledger=tmp_path / "absent.db"), reader)
    assert "there is no ledger" in str(error)
