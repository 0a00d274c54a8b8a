"""The page of an article, its differences and its reasons: what they hold, their twins, and hostile articles."""

from __future__ import annotations

import csv
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from lxml import html
from starlette.testclient import TestClient

from reportedly.ledger.connect import open_ledger
from reportedly.linking import link_new
from reportedly.record import Article, Entity, Event, Place, Record, Source, Statement
from reportedly.record import Time as TimeExpression
from reportedly.web.visible import visible
from tests.ledger.linked.matters import RAID, telling
from tests.ledger.shelf import SECOND, read_again
from tests.web.desks import desk
from tests.web.invented_events import hostile_events, raid
from tests.web.invented_records import harbour
from tests.web.views.test_article import kept

KNOWN = {"scripts": 3}


class Ids:
    """The articles of this file's ledger."""

    def __init__(self, path: Path) -> None:
        with open_ledger(path) as ledger:
            bad = hostile_events()
            self.harbour, self.raid = kept(ledger, harbour()), kept(ledger, raid())
            self.hostile = kept(ledger, bad.model_copy(update={"events": bad.events[:-1]}))
            self.quillow = telling(RAID).keep(ledger)
            self.other = telling(RAID, 1).keep(ledger)
            telling(RAID, killed=3, note="Later, more was told.").keep(ledger)
            read_again(ledger, telling(RAID, killed=3, note="Later, more was told."), SECOND)
            link_new(ledger)


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of this module's ledger."""
    return tmp_path_factory.mktemp("articles") / "l.db"


@pytest.fixture(scope="module")
def ids(place: Path) -> Ids:
    """The ids of its articles."""
    return Ids(place)


@pytest.fixture(scope="module")
def client(place: Path, ids: Ids) -> Iterator[TestClient]:
    """A client of the desk over it."""
    assert ids
    with desk(place) as made:
        yield made


def page(client: TestClient, address: str) -> html.HtmlElement:
    """A page, parsed."""
    answer = client.get(address)
    assert answer.status_code == 200, answer.text
    return html.fromstring(answer.text)


def of(node: html.HtmlElement, name: str) -> list[html.HtmlElement]:
    """The elements in it of a class."""
    return list(node.find_class(name))


def anchored(node: html.HtmlElement, id: str) -> html.HtmlElement:
    """The element in it with an id."""
    [found] = node.xpath("//*[@id=$id]", id=id)
    return found


def links(node: html.HtmlElement) -> list[str]:
    """Where its links lead."""
    return [str(x) for x in node.xpath(".//a/@href")]


def words(node: html.HtmlElement) -> str:
    """Its text on one line."""
    return " ".join(node.text_content().split())


def test_the_text_is_whole_and_every_mark_has_its_card_and_back(client: TestClient, ids: Ids) -> None:
    shown = page(client, f"/articles/{ids.harbour}")
    [text] = of(shown, "text")
    assert text.text_content() == visible(harbour().article.text)
    anchors = shown.xpath("//@id")
    assert len(anchors) == len(set(anchors)), "no anchor twice"
    inside = [link[1:] for link in links(shown) if link.startswith("#")]
    assert len(inside) > 30
    assert set(inside) <= set(anchors)
    for statement in harbour().statements:
        card = anchored(shown, f"{statement.id}-l")
        assert card.get("data-k") == statement.id
        marked = shown.xpath(f"//*[@data-text]//*[contains(concat(' ', @data-s, ' '), ' {statement.id} ')]")
        assert marked, f"{statement.id} stands in the text"


def test_the_cards_tell_all_that_the_record_holds(client: TestClient, ids: Ids) -> None:
    shown = page(client, f"/articles/{ids.raid}")
    told = words(anchored(shown, "e1-l"))
    for piece in (
        "shelled", "ASSAULT.heavy-weapons", "occurred", "Rebels → Tarrow", "killed 11 people, injured 8+", "Friday",
        "according to the army (s1)", "also e11 (denied, s4), e12", "rule:past-tense@1", "missing: not said",
    ):  # fmt: skip
        assert piece in told, piece
    assert [words(h) for h in shown.iter("h2")][:4] == [
        "Who says what", "What is said to have happened", "Not said to have happened", "Places",
    ]  # fmt: skip
    assert "tells of shelled" in words(anchored(shown, "s1-l"))
    assert words(anchored(shown, "p1-l")).startswith("Tarrow")
    assert links(anchored(shown, "t1-l"))[0] == "#t1"


def test_what_occurred_and_what_did_not_never_look_alike(client: TestClient, ids: Ids) -> None:
    shown = page(client, f"/articles/{ids.raid}")
    for e in raid().events:
        if e.type is None or e.same_as:
            continue
        card = anchored(shown, f"{e.id}-l")
        did = e.status in ("occurred", "ongoing")
        assert ("happened" in card.get("class").split()) == did
        assert ("other" in card.get("class").split()) != did
        assert (words(of(card, "mark")[0]) in "■◧") == did
        assert words(of(card, "kind")[0]) == e.status.replace("_", " ")
        assert f"event {e.status}" in shown.xpath(f"//*[@id='{e.id}']/@class")[0]


def test_what_the_ledger_knows_of_it(client: TestClient, ids: Ids) -> None:
    shown = page(client, f"/articles/{ids.quillow}")
    ledger = anchored(shown, "ledger")
    happening = client.get(f"/articles/{ids.quillow}.json").json()["kinship"]["told"][0]["happening"]
    assert f"/happenings/{happening}" in links(ledger)
    assert f"/happenings/{happening}" in links(anchored(shown, "e1-l"))
    assert "version 2, shown" in words(ledger)
    assert [link for link in links(ledger) if "/diff" not in link and "version=" in link] == [
        f"/articles/{ids.quillow}?version=1&run=1", f"/articles/{ids.quillow}?version=2&run=1",
    ]  # fmt: skip
    assert words(of(shown, "head")[0]).endswith("what the outlet changed.")


def test_an_earlier_version_says_so_and_leads_to_the_latest(client: TestClient, ids: Ids) -> None:
    shown = page(client, f"/articles/{ids.quillow}?version=1")
    assert "This is version 1 as run 1 has read it. See the latest" in words(of(shown, "problem")[0])
    assert "Later, more was told." not in words(shown)
    assert "Linking used the latest reading, not this one." in words(shown)
    assert f"/articles/{ids.quillow}/why/e1?version=1&run=1" in links(anchored(shown, "e1-l"))


def test_words_that_are_asked_for_are_marked(client: TestClient, ids: Ids) -> None:
    start, end = next(s.content[0] for s in harbour().statements if s.id == "s9")
    shown = page(client, f"/articles/{ids.harbour}?at={start}-{end}")
    marks = list(of(shown, "text")[0].iter("mark"))
    assert "".join(m.text_content() for m in marks) == harbour().article.text[start:end]
    assert [m.get("id") for m in marks if m.get("id")] == ["at"]
    assert not list(page(client, f"/articles/{ids.harbour}?at=99999-999999").iter("mark"))


def test_its_twins(client: TestClient, ids: Ids) -> None:
    told = client.get(f"/articles/{ids.harbour}.json").json()
    assert Record.model_validate(told["record"]) == harbour()
    assert (told["kept"]["id"], told["current"], len(told["readings"])) == (ids.harbour, True, 1)
    answer = client.get(f"/articles/{ids.raid}.csv?all_events=true")
    rows = list(csv.DictReader(answer.text.splitlines()))
    assert [r["noun"] for r in rows] == ["statement"] * 4 + ["event"] * 13
    assert client.get(f"/articles/{ids.raid}", headers={"If-None-Match": answer.headers["etag"]}).status_code == 200
    assert client.get(answer.url.path, headers={"If-None-Match": answer.headers["etag"]}).status_code == 200
    assert client.get(str(answer.url), headers={"If-None-Match": answer.headers["etag"]}).status_code == 304


def test_another_name_leads_to_its_address_for_good(client: TestClient, ids: Ids) -> None:
    answer = client.get(f"/articles/{ids.harbour[:7]}.json?version=1")
    assert (answer.status_code, answer.headers["location"]) == (307, f"/articles/{ids.harbour}.json?version=1")


@pytest.mark.parametrize(
    ("rest", "status"),
    [("?version=9", 404), ("?version=0", 422), ("?run=" + "9" * 30, 422), ("?at=a-b", 422), ("/why/s99", 404),
     ("/why/%3Cb%3E", 404), ("/diff", 404), ("/diff?from=1&to=1", 400)],
)  # fmt: skip
def test_what_is_not_there_is_told_in_plain_words(client: TestClient, ids: Ids, rest: str, status: int) -> None:
    answer = client.get(f"/articles/{ids.harbour}{rest}")
    assert answer.status_code == status
    assert "Traceback" not in answer.text


def test_the_differences(client: TestClient, ids: Ids) -> None:
    shown = page(client, f"/articles/{ids.quillow}/diff")
    assert words(next(shown.iter("ins"))) == "day, killing 3 people."
    assert "~ changed raided (ASSAULT)" in words(shown)
    assert client.get(f"/articles/{ids.quillow}/diff.json").json()["difference"]["new"]["version"] == 2
    rows = list(csv.DictReader(client.get(f"/articles/{ids.quillow}/diff.csv").text.splitlines()))
    assert {"what": "event", "field": "counts", "new": "killed 3"}.items() <= rows[-1].items()
    same = page(client, f"/articles/{ids.quillow}/diff?from=2&from_run=1&to=2&to_run=2")
    assert "Nothing is different but blanks." in words(same)


def test_the_reasons_of_every_field(client: TestClient, ids: Ids) -> None:
    shown = page(client, f"/articles/{ids.harbour}/why/s2")
    row = anchored(shown, "source.spans")
    assert "head:source@1 0.93 “Two officials” 68–81" in words(row)
    assert links(row)[1] == f"/articles/{ids.harbour}?version=1&run=1&at=68-81#at"
    assert client.get(f"/articles/{ids.harbour}/why/s2.json").json()["fields"][0]["by"] == "head:source@1"
    assert "rule:unnamed-plural@1" in client.get(f"/articles/{ids.harbour}/why/s2.csv").text


def test_every_noun_of_a_hostile_record_is_shown_as_text(client: TestClient, ids: Ids) -> None:
    shown = page(client, f"/articles/{ids.hostile}?all_events=true")
    assert len(list(shown.iter("script"))) == KNOWN["scripts"]
    assert not list(shown.iter("img", "b", "u"))
    assert not [
        x for e in shown.iter() if isinstance(e.tag, str) for x in e.attrib if x.startswith("on") or x == "style"
    ]
    assert "<img src=x onerror=alert(1)>" in words(shown)
    for address in {link for link in links(shown) if "/why/" in link}:
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert len(list(html.fromstring(answer.text).iter("script"))) == KNOWN["scripts"] - 1


LINE = "The mayor said on Friday in Tarrow that rebels from the hills had shelled the port while the ferry lay there. "


def long(n: int = 900) -> Record:
    """100,000 characters under 6,300 marks."""

    def at(i: int, found: str) -> tuple[int, int]:
        start = i * len(LINE) + LINE.index(found)
        return start, start + len(found)

    def statement(i: int) -> Statement:
        source = Source(spans=(at(i, "The mayor"),), text="The mayor", kind="person", entity="n1")
        content = at(i, "rebels from the hills had shelled the port")
        return Statement(
            id=f"s{i}", source=source, cue=(at(i, "said"),), content=(content,), form="indirect", act="say"
        )

    def event(i: int) -> Event:
        return Event(
            id=f"e{i}", trigger=at(i, "shelled"), sentence=at(i, LINE.strip()), type="ASSAULT", according_to=f"s{i}",
            time=f"t{i}", place=f"p{i}", status="occurred" if i % 2 else "planned",
        )  # fmt: skip

    return Record(
        article=Article(id="long", text=LINE * n),
        statements=tuple(map(statement, range(n))),
        events=tuple(map(event, range(n))),
        times=tuple(TimeExpression(id=f"t{i}", span=at(i, "Friday"), text="Friday", type="DATE") for i in range(n)),
        places=tuple(Place(id=f"p{i}", span=at(i, "Tarrow"), text="Tarrow", use="location") for i in range(n)),
        entities=(
            Entity(id="n1", name="The mayor", kind="person", mentions=tuple(at(i, "The mayor") for i in range(n))),
        ),
        run=harbour().run,
    )


def test_a_very_long_article_is_made_in_half_a_second(client: TestClient, place: Path) -> None:
    with open_ledger(place) as ledger:
        id = kept(ledger, long())
    client.get(f"/articles/{id}")
    begun = time.process_time()
    answer = client.get(f"/articles/{id}")
    took = time.process_time() - begun
    assert answer.status_code == 200
    assert len(answer.content) < 2_000_000
    assert took < 1.0, "seconds of a processor; half as many on a quiet machine"
