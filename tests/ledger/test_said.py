"""Statements found in a ledger."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from reportedly.errors import LedgerError, RunError
from reportedly.ledger.connect import Ledger, read_ledger
from reportedly.ledger.nouns import Filter
from reportedly.ledger.paging import START, Part, every
from reportedly.ledger.said import said
from tests.ledger.shelf import SECOND, failed, read_again, small, strike, talks


@pytest.fixture
def ledger(tmp_path: Path) -> Iterator[Ledger]:
    with small(tmp_path / "l.db") as made:
        yield made


def names(ledger: Ledger, asked: Filter, part: Part = START) -> list[str]:
    """What is found, as "strike/s1"."""
    return [f"{s.kept.given}/{s.statement.id}" for s in said(ledger, asked, part)]


ALL = ["strike/s2", "strike/s1", "talks/s4", "talks/s3", "talks/s2", "talks/s1"]


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        (Filter(), ALL),
        (Filter(words="ceasefire"), ["strike/s2", "talks/s1"]),
        (Filter(words='"ceasefire talks"'), ["talks/s1"]),
        (Filter(words="sao tarmer"), ["strike/s1"]),
        (Filter(words="strik*"), ["strike/s1"]),
        (Filter(words="officials"), []),  # a source is no content
        (Filter(by="defence ministry"), ["strike/s2"]),
        (Filter(by="ministry of defense"), ["strike/s2"]),  # words of the entity
        (Filter(by="envoy"), ["talks/s1"]),
        (Filter(by="strike"), []),
        (Filter(kinds=("anonymous",)), ["strike/s1"]),
        (Filter(kinds=("anonymous", "document")), ["strike/s1", "talks/s2"]),
        (Filter(acts=("deny", "decline")), ["strike/s2", "talks/s3"]),
        (Filter(outlet="the harbor post"), ALL[:2]),
        (Filter(outlet="l'echo de tarrow"), ALL[2:]),
        (Filter(outlet="harbor post"), ALL[:2]),
        (Filter(since="2025-09"), ALL[:2]),
        (Filter(since="2025-09-03"), ALL[:2]),
        (Filter(since="2025-09-04"), []),
        (Filter(until="2025-07"), ALL[2:]),
        (Filter(since="2025", until="2025"), ALL),
        (Filter(until="2024"), []),
        (Filter(article="https://echo.example/talks"), ALL[2:]),
        (Filter(run=1), ALL),
        (Filter(words="ceasefire", by="defence ministry", kinds=("organisation",), since="2025-09-01"), ["strike/s2"]),
        (Filter(words="ceasefire", kinds=("person",), until="2025-08", outlet="L'Écho de Tarrow", acts=("say",),
                by="ana", article="talks", run=1), ["talks/s1"]),
        (Filter(words="ceasefire", kinds=("anonymous",)), []),
    ],
)  # fmt: skip
def test_every_filter(ledger: Ledger, asked: Filter, found: list[str]) -> None:
    assert names(ledger, asked) == found


def test_what_is_given_back(ledger: Ledger) -> None:
    [found] = said(ledger, Filter(kinds=("anonymous",)))
    assert found.ref == f"{found.kept.id}/s1"
    assert found.statement == strike().record().statements[0]
    assert found.content == "the navy is considering a strike on São Tarmer in August"
    assert found.name is None
    assert (found.kept.outlet, found.kept.day, found.kept.version, found.kept.run) == (
        "The Harbor Post",
        "2025-09-03",
        1,
        1,
    )
    [other] = said(ledger, Filter(by="resk"))
    assert other.name == "Ana Resk, envoy of the union"


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        (Filter(kinds=("anon",)), "--kind anon: .* choose from: person, organisation"),  # type: ignore[arg-type]
        (Filter(acts=("lie",)), "--act lie: .* say, believe"),  # type: ignore[arg-type]
        (Filter(words="*"), "at least one word"),
        (Filter(by="…"), "at least one word"),
        (Filter(since="yesterday"), "--since yesterday: no date; write a year, a month or a day"),
        (Filter(until="2025-13"), "--until 2025-13: no date"),
        (Filter(until="2025-02-30"), "--until 2025-02-30: no date"),
        (Filter(since="0000"), "no date"),
        (Filter(since="2025-00"), "no date"),
        (Filter(run=9), "--run 9: this ledger has no such run; it has: 1"),
    ],
)
def test_what_cannot_be_understood(ledger: Ledger, asked: Filter, message: str) -> None:
    with pytest.raises(RunError, match=message):
        said(ledger, asked)
    with pytest.raises(LedgerError, match='no article "nowhere"'):
        said(ledger, Filter(article="nowhere"))


def test_an_outlet_that_is_not_there_is_answered_with_the_nearest(ledger: Ledger) -> None:
    with pytest.raises(RunError, match=r"--outlet Harbour: .* the nearest of its own: The Harbor Post"):
        said(ledger, Filter(outlet="Harbour"))


@pytest.mark.parametrize("typed", ["x'; DROP TABLE statements; --", 'a" OR 1=1 --', "content : x", "%", "NEAR(a b, 1)"])
def test_no_typed_sql_is_run(ledger: Ledger, typed: str) -> None:
    for asked in (Filter(words=typed), Filter(by=typed), Filter(outlet=typed)):
        try:
            assert names(ledger, asked) == []
        except RunError as refused:
            assert "at least one word" in str(refused) or "no such outlet" in str(refused)
    assert names(ledger, Filter()) == ALL


def test_pages_hold_everything_once(ledger: Ledger) -> None:
    for size in range(1, 8):
        found: list[str] = []
        after: str | None = None
        while True:
            page = said(ledger, Filter(), Part(size, after))
            found += [f"{s.kept.given}/{s.statement.id}" for s in page]
            assert len(page) <= size
            after = page.next
            if after is None:
                break
        assert found == ALL
    assert [s.ref for s in every(lambda part: said(ledger, Filter(), part), most=4)] == [
        s.ref for s in said(ledger, Filter())
    ][:4]
    with pytest.raises(RunError, match="no cursor"):
        said(ledger, Filter(), Part(after="1; DROP TABLE statements"))


def test_what_is_added_between_two_pages_neither_repeats_nor_hides_another(ledger: Ledger) -> None:
    page = said(ledger, Filter(), Part(3))
    for day in ("2025-09-30", "2025-09-03", "2025-01-01"):
        new = strike()
        new.article = new.article.model_copy(update={"url": f"https://new.example/{day}", "published": day})
        new.keep(ledger)
    rest = list(every(lambda part: said(ledger, Filter(), Part(part.limit, part.after or page.next))))
    refs = [s.ref for s in (*page, *rest)]
    assert len(refs) == len(set(refs))
    assert {s.ref.partition("/")[2] for s in page} | {s.statement.id for s in rest if s.kept.given == "talks"} >= {
        "s1",
        "s2",
    }
    assert {s.kept.day for s in rest} == {"2025-07-20", "2025-01-01"}


def test_a_new_version_stands_for_the_old_one(ledger: Ledger) -> None:
    changed = strike()
    changed.text = changed.text.replace("killing 11", "killing 14")
    changed.article = changed.article.model_copy(update={"text": changed.text})
    changed.statements = changed.statements[:1]
    changed.keep(ledger)
    assert names(ledger, Filter(article="strike")) == ["strike/s1"]
    [found] = said(ledger, Filter(article="strike"))
    assert found.kept.version == 2


def test_the_last_run_stands_for_the_others_which_can_be_asked_for(ledger: Ledger) -> None:
    again = talks()
    again.statements = again.statements[:2]
    read_again(ledger, again)
    assert names(ledger, Filter(article="talks")) == ["talks/s2", "talks/s1"]
    assert names(ledger, Filter(article="talks", run=1)) == ALL[2:]
    assert names(ledger, Filter(run=2)) == ["talks/s2", "talks/s1"]
    assert {s.kept.run for s in said(ledger, Filter(run=2))} == {2}
    assert names(ledger, Filter()) == ["strike/s2", "strike/s1", "talks/s2", "talks/s1"]


def test_of_a_run_the_last_version_counts_that_it_has_read(ledger: Ledger) -> None:
    changed = talks()
    changed.text += " More."
    changed.article = changed.article.model_copy(update={"text": changed.text})
    changed.statements = changed.statements[:1]
    changed.keep(ledger)
    assert names(ledger, Filter(run=1, article="talks")) == ["talks/s1"]
    changed.text += " Even more."
    changed.article = changed.article.model_copy(update={"text": changed.text})
    changed.statements = []
    changed.keep(ledger, SECOND)
    assert names(ledger, Filter(article="talks")) == []
    assert names(ledger, Filter(run=1, article="talks")) == ["talks/s1"]


def test_a_failed_reading_counts_for_nothing(ledger: Ledger) -> None:
    from reportedly.ledger.write import add_reading

    [(version,)] = ledger.db.execute(
        "SELECT version_key FROM latest JOIN articles USING (article_key) WHERE given = 'talks'"
    )
    add_reading(ledger, version, failed(talks()))
    assert names(ledger, Filter()) == ALL


def test_a_page_while_another_process_writes(ledger: Ledger) -> None:
    with read_ledger(ledger.path) as reader:
        page = said(reader, Filter(), Part(2))
        new = strike()
        new.article = new.article.model_copy(update={"url": "https://new.example/", "published": "2025-12-01"})
        new.keep(ledger)
        assert names(reader, Filter(), Part(9, page.next)) == ALL[2:]
        assert len(said(reader, Filter())) == len(ALL) + 2
