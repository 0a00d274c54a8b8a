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
from reportedly.record import Article, Entity, Event, Place, Record, Statement
from reportedly.record import Time as TimeExpression
from reportedly.web.visible import visible
from tests.ledger.linked.matters import RAID, telling
from tests.ledger.shelf import SECOND, read_again
from tests.web.desks import desk
from tests.web.invented_events import hostile_events, many_events, raid
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
            self.many = kept(ledger, many_events(1250))
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


def words(node: html.HtmlElement) -> str:
    """Its text on one line."""
    return " ".join(node.text_content().split())


def test_the_text_is_whole_and_every_mark_has_its_card_and_back(client: TestClient, ids: Ids) -> None:
    shown = page(client, f"/articles/{ids.harbour}")
    [text] = shown.cssselect("[data-text]")
    assert text.text_content() == visible(harbour().article.text)
    anchors = {x.get("id") for x in shown.cssselect("[id]")}
    assert len(anchors) == len(shown.cssselect("[id]")), "no anchor twice"
    links = [a.get("href") for a in shown.cssselect("a[href^='#']")]
    assert len(links) > 30
    assert {link[1:] for link in links} <= anchors
    for statement in harbour().statements:
        [card] = shown.cssselect(f"#{statement.id}-l")
        assert card.get("data-k") == statement.id
        marked = shown.xpath(f"//*[@data-text]//*[contains(concat(' ', @data-s, ' '), ' {statement.id} ')]")
        assert marked, f"{statement.id} stands in the text"


def test_the_cards_tell_all_that_the_record_holds(client: TestClient, ids: Ids) -> None:
    shown = page(client, f"/articles/{ids.raid}")
    [card] = shown.cssselect("#e1-l")
    told = words(card)
    for piece in (
        "shelled", "ASSAULT.heavy-weapons", "occurred", "Rebels (Northern Rebels) → Tarrow", "killed 11 people, injured 8+",
        "Friday", "Tarrow", "according to the army (s1)", "also e11 (denied, s4), e12", "rule:past-tense@1",
        "missing: not said",
    ):  # fmt: skip
        assert piece in told, piece
    assert [words(h) for h in shown.cssselect("h2")][:4] == [
        "Who says what", "What is said to have happened", "Not said to have happened", "People, bodies, states",
    ]  # fmt: skip
    assert "tells of shelled" in words(shown.cssselect("#s1-l")[0])
    assert words(shown.cssselect("#p1-l")[0]).startswith("Tarrow")
    assert shown.cssselect("#t1-l a.name")[0].get("href") == "#t1"


def test_what_occurred_and_what_did_not_never_look_alike(client: TestClient, ids: Ids) -> None:
    shown = page(client, f"/articles/{ids.raid}")
    for e in raid().events:
        if e.type is None or e.same_as:
            continue
        [card] = shown.cssselect(f"#{e.id}-l")
        did = e.status in ("occurred", "ongoing")
        assert ("happened" in card.get("class").split()) == did
        assert ("other" in card.get("class").split()) != did
        assert (words(card.cssselect(".mark")[0]) in "■◧") == did
        assert words(card.cssselect(".kind")[0]) == e.status.replace("_", " ")
        assert f"event {e.status}" in shown.xpath(f"//*[@id='{e.id}']/@class")[0]


def test_what_the_ledger_knows_of_it(client: TestClient, ids: Ids) -> None:
    shown = page(client, f"/articles/{ids.quillow}")
    [ledger] = shown.cssselect("#ledger")
    happening = client.get(f"/articles/{ids.quillow}.json").json()["kinship"]["told"][0]["happening"]
    assert shown.cssselect(f"#ledger a[href='/happenings/{happening}']")
    assert shown.cssselect(f"#e1-l a[href='/happenings/{happening}']")
    assert "version 2, shown" in words(ledger)
    assert [a.get("href") for a in ledger.cssselect("tr th a[href*=version]")] == [
        f"/articles/{ids.quillow}?version=1&run=1", f"/articles/{ids.quillow}?version=2&run=1",
    ]  # fmt: skip
    assert words(shown.cssselect(".head")[0]).endswith("what the outlet changed.")


def test_an_earlier_version_says_so_and_leads_to_the_latest(client: TestClient, ids: Ids) -> None:
    shown = page(client, f"/articles/{ids.quillow}?version=1")
    assert "This is version 1 as run 1 has read it. See the latest" in words(shown.cssselect(".problem")[0])
    assert "Later, more was told." not in words(shown)
    assert "Linking used the latest reading, not this one." in words(shown)
    assert shown.cssselect("#e1-l .more p a")[0].get("href") == f"/articles/{ids.quillow}/why/e1?version=1&run=1"


def test_words_that_are_asked_for_are_marked(client: TestClient, ids: Ids) -> None:
    start, end = next(s.content[0] for s in harbour().statements if s.id == "s9")
    shown = page(client, f"/articles/{ids.harbour}?at={start}-{end}")
    marks = shown.cssselect("[data-text] mark")
    assert "".join(m.text_content() for m in marks) == harbour().article.text[start:end]
    assert [m.get("id") for m in marks if m.get("id")] == ["at"]
    assert not page(client, f"/articles/{ids.harbour}?at=99999-999999").cssselect("mark")


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
    assert [words(x) for x in shown.cssselect(".passage ins")][0] == "day, killing 3 people."
    assert "~ changed raided (ASSAULT)" in words(shown)
    assert client.get(f"/articles/{ids.quillow}/diff.json").json()["difference"]["new"]["version"] == 2
    rows = list(csv.DictReader(client.get(f"/articles/{ids.quillow}/diff.csv").text.splitlines()))
    assert {"what": "event", "field": "counts", "new": "killed 3"}.items() <= rows[-1].items()
    same = page(client, f"/articles/{ids.quillow}/diff?from=2&from_run=1&to=2&to_run=2")
    assert "Nothing is different but blanks." in words(same)


def test_the_reasons_of_every_field(client: TestClient, ids: Ids) -> None:
    shown = page(client, f"/articles/{ids.harbour}/why/s2")
    [row] = [r for r in shown.cssselect("tbody tr") if r.get("id") == "source.spans"]
    assert "head:source@1 0.93 “Two officials” 68–81" in words(row)
    assert row.cssselect("td a")[0].get("href") == f"/articles/{ids.harbour}?version=1&run=1&at=68-81#at"
    assert client.get(f"/articles/{ids.harbour}/why/s2.json").json()["fields"][0]["by"] == "head:source@1"
    assert "rule:unnamed-plural@1" in client.get(f"/articles/{ids.harbour}/why/s2.csv").text


def test_every_noun_of_a_hostile_record_is_shown_as_text(client: TestClient, ids: Ids) -> None:
    shown = page(client, f"/articles/{ids.hostile}?all_events=true")
    assert len(shown.cssselect("script")) == KNOWN["scripts"]
    assert not shown.cssselect("img, b, u")
    assert not [
        x for e in shown.iter() if isinstance(e.tag, str) for x in e.attrib if x.startswith("on") or x == "style"
    ]
    assert "<img src=x onerror=alert(1)>" in words(shown)
    for address in {a.get("href") for a in shown.cssselect("a[href*='/why/']")}:
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert len(html.fromstring(answer.text).cssselect("script")) == KNOWN["scripts"] - 1


def long() -> Record:
    """100,000 characters under 5,000 marks and more."""
    line = "The mayor said on Friday in Tarrow that rebels had shelled the port. "
    n, step = 1450, len(line)

    def at(i: int, found: str) -> tuple[int, int]:
        start = i * step + line.index(found)
        return start, start + len(found)

    return Record(
        article=Article(id="long", text=line * n),
        statements=tuple(
            Statement.model_validate({
                "id": f"s{i}", "source": {"spans": [at(i, "The mayor")], "text": "The mayor", "kind": "person"},
                "cue": [at(i, "said")], "content": [at(i, "rebels had shelled the port")], "form": "indirect", "act": "say",
            })
            for i in range(n)
        ),
        events=tuple(
            Event(id=f"e{i}", trigger=at(i, "shelled"), sentence=at(i, line.strip()), type="ASSAULT", according_to=f"s{i}")
            for i in range(n)
        ),
        times=tuple(TimeExpression(id=f"t{i}", span=at(i, "Friday"), text="Friday", type="DATE") for i in range(n)),
        places=tuple(Place(id=f"p{i}", span=at(i, "Tarrow"), text="Tarrow", use="location") for i in range(n)),
        entities=(Entity(id="n1", name="The mayor", kind="person", mentions=tuple(at(i, "The mayor") for i in range(n))),),
        run=harbour().run,
    )  # fmt: skip


def test_a_very_long_article_is_made_in_half_a_second(client: TestClient, place: Path) -> None:
    with open_ledger(place) as ledger:
        id = kept(ledger, long())
    client.get(f"/articles/{id}")
    begun = time.perf_counter()
    answer = client.get(f"/articles/{id}")
    took = time.perf_counter() - begun
    print(f"\n{took * 1000:.0f} ms, {len(answer.content):,} bytes")
    assert answer.status_code == 200
    assert took < 2.0, "half a second on a quiet machine"
