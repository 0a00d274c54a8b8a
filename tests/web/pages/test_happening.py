"""The pages of happenings and stories, their twins, and what hostile words come to in them."""

from __future__ import annotations

import csv
import re

import pytest
from lxml import html
from starlette.testclient import TestClient

from reportedly.connect.clippings import Clipping
from reportedly.ledger.linked.history import StateRef
from reportedly.web.answers import Here, render
from reportedly.web.views.claims import Sources, grid_of
from reportedly.web.views.differ import differences
from reportedly.web.views.happening import HappeningView, head_of
from reportedly.web.views.lineage import MEANT, lineage_of
from reportedly.web.views.moments import KINDS, moments, places
from reportedly.web.views.voices import range_of, unknowns, voices
from tests.cli.dossiers import crowd, dossier, hostile
from tests.web.views.test_claims import PLACE, said

STATE = StateRef(at="2025-03-06T10:00:00Z", by="rules@1", sha256="0" * 64)


@pytest.fixture
def raided(client: TestClient) -> str:
    """The address of a happening that three outlets tell."""
    rows = csv.DictReader(client.get("/stories.csv").text.splitlines())
    [story] = [r["id"] for r in rows if r["title"] == "raided, Quillow"]
    every = csv.DictReader(client.get(f"/stories/{story}.csv").text.splitlines())
    [row] = [r for r in every if r["name"] == "raided, Quillow"]
    return f"/happenings/{row['happening']}"


def shown(found: object, assertions: tuple[object, ...] = ()) -> str:
    """The page of a dossier made by hand."""
    d = dossier() if found is None else found
    h = d.happening  # type: ignore[attr-defined]
    articles: tuple[Clipping, ...] = d.articles  # type: ignore[attr-defined]
    own = {c.article: (c.called, c.day) for c in articles if not c.copy_of}
    view = HappeningView(
        dossier=d, head=head_of(d), state=STATE, range=range_of(h.origins), voices=voices(h),  # type: ignore[arg-type]
        grid=grid_of(h, Sources(assertions, {}, own)), differences=differences(h),  # type: ignore[arg-type]
        lineage=lineage_of(d, {}), moments=moments(d, assertions), places=places(h, assertions),  # type: ignore[arg-type]
        unknown=tuple(unknowns(d)), texts={},  # type: ignore[arg-type]
    )  # fmt: skip
    here = Here.__new__(Here)
    here.path, here.query, here.site = "/happenings/h1", "", "http://127.0.0.1"
    context = {"view": view, "here": here, "meant": MEANT, "moment_kinds": KINDS}
    return render("happening/page.html", context)


def test_the_page(client: TestClient, raided: str) -> None:
    answer = client.get(raided)
    assert answer.status_code == 200
    page = html.fromstring(answer.text)
    title = page.find(".//h1")
    assert title is not None
    assert title.text_content().split() == ["■", "occurred", "raided,", "Quillow"]
    sections = [s.get("id") for s in page.findall(".//section")]
    assert sections[:7] == ["voices", "claims", "lineage", "when", "where", "articles", "unknown"]
    assert {a.get("href") for a in page.findall(".//nav[@class='within no-print']/a")} >= {"#claims", "#why"}
    for table in page.findall(".//table"):
        assert all(th.get("scope") for th in table.iter("th"))


def test_claims_lead_to_their_words(client: TestClient, raided: str) -> None:
    page = html.fromstring(client.get(raided).text)
    links = [a.get("href") for a in page.findall(".//table[@class='claims']//a")]
    assert links
    assert all(re.fullmatch(r"/articles/a[0-9a-f]+\?at=\d+-\d+#at", str(link)) for link in links)


def test_its_twins(client: TestClient, raided: str) -> None:
    told = client.get(f"{raided}.json").json()
    assert told["dossier"]["happening"]["id"] == raided.rpartition("/")[2]
    assert {"grid", "lineage", "voices", "differences", "moments", "places", "unknown", "texts"} <= told.keys()
    head, *rows = csv.reader(client.get(f"{raided}.csv").text.splitlines())
    assert head[:5] == ["field", "origin", "origin_kind", "is_origin", "value"]
    assert any(row[0] == "status" and row[4] == "occurred" for row in rows)
    drawn = client.get(f"{raided}/pictures.json").json()
    assert drawn.keys() == {"happened", "lineage", "moments", "places", "meant", "directed"}


def test_the_beginning_of_an_id_leads_to_the_whole_one(client: TestClient, raided: str) -> None:
    for end in ("", ".json", ".csv"):
        answer = client.get(f"{raided[:17]}{end}")
        assert (answer.status_code, answer.headers["location"]) == (307, raided + end)


def test_pages_below_it(client: TestClient, raided: str) -> None:
    assert re.search(r"score \d\.\d\d", client.get(f"{raided}/why").text)
    assert client.get(f"{raided}/why.json").json()["why"]["mentions"]
    history = html.fromstring(client.get(f"{raided}/history").text)
    assert history.find(".//tbody/tr") is not None
    assert client.get(f"{raided}/history.csv").text.startswith("at,by,status")


@pytest.mark.parametrize(
    "path", ["/happenings/hffff", "/happenings/hffff/why", "/happenings/hffff/history", "/stories/sffff"]
)
def test_what_is_not_there(client: TestClient, path: str) -> None:
    answer = client.get(path)
    assert answer.status_code == 404
    assert "list them with" in answer.text.lower()
    assert client.get(f"{path}.json").json()["error"]["code"] == "not_found"


def test_stories(client: TestClient, raided: str) -> None:
    page = html.fromstring(client.get("/stories?q=Quillow").text)
    [address] = {a.get("href") for a in page.findall(".//tbody//a")}
    story = client.get(str(address)).text
    assert f'href="{raided}"' in story
    assert "more event" in story
    assert client.get(f"{address}?all_events=true").text.count("<tr") > story.count("<tr")
    answer = client.get(f"/stories/{raided.rpartition('/')[2]}")
    assert (answer.status_code, answer.headers["location"]) == (307, address)
    assert client.get("/stories?limit=1000").status_code == 422
    assert client.get("/stories?after=x").status_code == 400
    assert "No story fits" in client.get("/stories?q=nowhere").text


def test_hostile_words_are_words(client: TestClient) -> None:
    words = "<script>alert(1)</script><img src=x onerror=alert(1)>\u202e"
    page = shown(hostile(words), (said("a1", words, actors=(words,), place=PLACE.model_copy(update={"name": words})),))
    tree = html.fromstring(page)
    assert "alert(1)" in tree.text_content()
    assert "\u202e" not in page
    assert not [e for e in tree.iter("script") if not e.get("src")]
    assert not tree.findall(".//img")
    assert not [e for e in tree.iter() if any(name.startswith("on") or name == "style" for name in e.attrib)]


def test_very_many_are_folded(client: TestClient) -> None:
    page = shown(crowd(400))
    tree = html.fromstring(page)
    assert "200 copies" in tree.text_content()
    assert len(page) < 1_500_000
    assert tree.findall(".//details")


def test_nothing_to_tell_is_told() -> None:
    empty = dossier().model_copy(update={"articles": (), "copies": (), "links": (), "quotes": ()})
    bare = empty.happening.model_copy(
        update={"counts": (), "disputes": (), "date": None, "place": None, "articles": (), "mentions": ()}
    )
    bare = bare.model_copy(update={"origins": bare.origins.model_copy(update={"origins": (), "chains": ()})})
    text = html.fromstring(shown(empty.model_copy(update={"happening": bare}))).text_content()
    for words in (
        "No article names anybody",
        "No article gives a field",
        "No article says where",
        "No article names, copies",
    ):
        assert words in text
