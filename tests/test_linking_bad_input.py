"""Bad input to linking: it ends, says what it could not do, keeps what was there, and leaves the ledger sound."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

import reportedly
from reportedly.connect.nouns import Linked
from reportedly.intake.item import Item, Origin
from reportedly.ledger.connect import Ledger, open_ledger
from reportedly.ledger.forget import forget
from reportedly.ledger.linked.nouns import Sought
from reportedly.ledger.linked.queries import changes, happenings, passages, stories
from reportedly.ledger.verify import verify
from reportedly.ledger.write import keep
from reportedly.linking import link_again, link_new, link_records, waits
from reportedly.record import Problem, Record
from tests.cli.conftest import run
from tests.cli.shelves import Run
from tests.connect.invented import Piece
from tests.ledger.linked.matters import RAID, STRIKE, telling
from tests.ledger.shelf import FIRST, Story
from tests.taking import contents, lines

__all__ = ["run"]

ALL = Sought(all_events=True)


@pytest.fixture
def db(tmp_path: Path) -> Path:
    open_ledger(tmp_path / "l.db").close()
    return tmp_path / "l.db"


@pytest.fixture
def ledger(db: Path) -> Iterator[Ledger]:
    with open_ledger(db) as opened:
        yield opened
        assert not list(verify(opened))


def given(s: Story, **fields: Any) -> Story:
    """The same article with other particulars."""
    s.article = s.article.model_copy(update=fields)
    return s


def copy(n: int, **fields: Any) -> Story:
    """The telling of the raid, word for word, by another outlet."""
    more = {"id": f"copy-{n}", "outlet": f"Reprint {n}", "url": f"https://reprint{n}.example/raid"}
    return given(telling(RAID), **more | {"published": f"2025-03-{11 + n % 15:02}"} | fields)


def keep_read(ledger: Ledger, reader: reportedly.Reader, pieces: Sequence[Piece]) -> list[str]:
    """Read articles and keep them; their ids."""
    ids = []
    for p in pieces:
        url = f"https://{p.outlet.lower().replace(' ', '-')}.example/{p.published}"
        record = reader.read(p.text, id=url, url=url, outlet=p.outlet, published=p.published, title=p.title or None)
        ids.append(keep(ledger, Item(record.article, (), Origin(url, url)), record).article)
    assert all(ids)
    return [id for id in ids if id]


def sizes(found: Linked) -> list[int]:
    return sorted(len(s.articles) for s in found.stories)


def written(path: Path, *stories: Story) -> str:
    return str(lines(path, *(s.record().to_json() for s in stories)))


DATES = (
    None, "", "soon", "2025-13-45", "2999-01-01", "0000-00-00", "2025-03-10T23:59:59+14:00",
    "2025-03-10T00:00:00-12:00", "2025-03-10T10:00:00Z", "20250310", "10/03/2025", "2025-03-10T25:61:00Z",
    "-5", "9" * 40,
)  # fmt: skip


@pytest.mark.parametrize("date", DATES)
def test_an_article_of_any_date_is_linked_and_harms_none(date: str | None, ledger: Ledger) -> None:
    odd = given(telling(RAID, 2), published=date)
    ids = [s.keep(ledger) for s in (telling(RAID), telling(RAID, 1), odd)]
    done = link_new(ledger)
    assert (done.articles, done.problems) == (3, ())
    assert [set(s.story.articles) for s in stories(ledger, Sought())] == [set(ids)]
    found = link_records([telling(RAID).record(), telling(RAID, 1).record(), odd.record()])
    assert sizes(found) == [3]


def test_all_odd_dates_together_make_no_difference_by_order() -> None:
    made = [given(telling(RAID, n), id=f"d{n}", published=d).record() for n, d in enumerate(DATES)]

    def groups(found: Linked) -> list[list[str]]:
        return sorted(sorted(s.articles) for s in found.stories)

    assert groups(link_records(made)) == groups(link_records(reversed(made)))


@pytest.mark.parametrize("outlet", [None, "", " ", "Хвиля Лорму", "ルムの声", "صدى ترو", "🦉", "N" * 3000])
def test_an_outlet_unknown_or_of_any_script(outlet: str | None, ledger: Ledger, run: Run) -> None:
    for s in (given(telling(RAID), outlet=outlet), telling(RAID, 1), given(telling(RAID, 2), outlet=outlet)):
        s.keep(ledger)
    assert link_new(ledger).problems == ()
    [found] = happenings(ledger, Sought())
    assert len(found.happening.articles) == 3
    assert 1 <= found.happening.origins.at_least <= found.happening.origins.at_most
    shown = run("happening", found.happening.id)
    assert (shown.status, shown.err) == (0, "")


def test_a_thousand_copies_are_one_report() -> None:
    made = [copy(n).record() for n in range(1000)]
    begun = time.process_time()
    found = link_records(made)
    assert time.process_time() - begun < 60, "12 s of one core were measured"
    [story] = found.stories
    [group] = story.copies
    assert len(group.articles) == 1000
    [told] = [h for h in story.happenings if h.type == "ASSAULT"]
    assert len(told.articles) == 1000
    assert told.origins.at_most <= 2, "a thousand copies are no more sources than the text that they copy"


def test_an_article_that_cites_its_own_outlet_has_no_link_to_itself(
    ledger: Ledger, reader: reportedly.Reader, run: Run
) -> None:
    pieces = (
        Piece("Tarrow Echo", "2031-06-02T09:00:00Z",
              "Gunmen raided the depot in Quillow on Monday, the Tarrow Echo reported, citing the Tarrow Echo."),
        Piece("Coast Wire", "2031-06-02T12:00:00Z",
              "Gunmen raided the depot in Quillow on Monday, according to the Tarrow Echo."),
    )  # fmt: skip
    keep_read(ledger, reader, pieces)
    assert link_new(ledger).problems == ()
    for s in stories(ledger, ALL):
        assert not [link for link in s.story.links if link.start == link.end]
        for h in s.story.happenings:
            assert all(len(set(chain)) == len(chain) for chain in h.origins.chains), "no chain comes back to itself"
            assert run("happening", h.id).status == 0


def test_three_outlets_that_cite_each_other_in_a_circle(ledger: Ledger, reader: reportedly.Reader, run: Run) -> None:
    names = ("Tarrow Echo", "Coast Wire", "Hill Gazette")
    pieces = [
        Piece(name, "2031-06-02", f"Gunmen raided the customs depot in Quillow on Monday, {names[n - 1]} reported. "
              f"Two lorries burned in Quillow, {names[n - 1]} said.")
        for n, name in enumerate(names)
    ]  # fmt: skip
    ids = keep_read(ledger, reader, pieces)
    assert link_new(ledger).problems == ()
    found = [f.happening for f in happenings(ledger, ALL) if set(f.happening.articles) == set(ids)]
    assert found
    for h in found:
        assert 0 <= h.origins.at_least <= h.origins.at_most <= 3
        assert h.origins.at_least <= 1, "nobody in a circle is known to have it from elsewhere"
        assert run("happening", h.id).status == 0
    assert run("why", ids[0]).status == 0


HOAX = (
    Piece("Coast Post", "2031-10-01T09:00:00Z",
          "Gunmen shot dead Mayor Olo Varn in Lorm on Tuesday, police said. Olo Varn was killed outside the town hall "
          "in Lorm."),
    Piece("Hill Gazette", "2031-10-01T18:00:00Z",
          "Mayor Olo Varn was shot dead by gunmen in Lorm on Tuesday, the Coast Post reported."),
    Piece("Coast Post", "2031-10-03T09:00:00Z",
          "The Coast Post said on Tuesday that gunmen shot dead Mayor Olo Varn in Lorm. We withdraw the article. "
          "Police say that no such killing took place."),
)  # fmt: skip


def test_a_hoax_that_is_taken_back(ledger: Ledger, reader: reportedly.Reader, run: Run) -> None:
    """Its state before stays in the ledger; the screen says that it was taken back."""
    for piece in HOAX:
        keep_read(ledger, reader, [piece])
        assert link_new(ledger).problems == ()
    [h] = [f.happening for f in happenings(ledger, ALL) if f.happening.status == "retracted"]
    out = run("happening", h.id).out
    assert "[retracted]" in out
    assert "took it back" in out
    asked = "SELECT count(*) FROM states JOIN happenings h USING (happening_key) WHERE h.id = ?"
    assert ledger.db.execute(asked, (h.id,)).get > 1
    assert h.id in {c.change.happening for c in changes(ledger) if c.change.kind == "new_happening"}
    assert "retracted" in run("changes").out


@pytest.mark.parametrize("message", ["does not exist: check the address (404)", "is gone (410)"])
def test_an_article_gone_from_its_address_stays_linked(message: str, ledger: Ledger, run: Run) -> None:
    ids = [telling(RAID, n).keep(ledger) for n in range(3)]
    link_new(ledger)
    [before] = happenings(ledger, Sought())
    gone = given(telling(RAID, 1), text="")
    problem = Problem(stage="intake", message=message, fatal=True)
    keep(ledger, gone.item(), Record(article=gone.article, problems=(problem,), run=FIRST))
    assert link_new(ledger).problems == ()
    [after] = happenings(ledger, Sought())
    assert after == before
    assert set(after.happening.articles) == set(ids)
    shown = run("happening", after.happening.id)
    assert shown.status == 0
    assert "why 1 article can no longer be had (Tarrow Echo); the text is kept here" in " ".join(shown.out.split())


BARE = ("", "x", " ", "Raid", "🦉🦉🦉", "\u200b\u202e", "a" * 100_000, "no " * 20_000, "\x00")


@pytest.mark.parametrize("text", BARE, ids=range(len(BARE)))
def test_a_text_without_events_is_a_story_of_its_own(text: str, ledger: Ledger) -> None:
    bare = Story("bare", text, published="2025-03-10")
    found = link_records([telling(RAID).record(), telling(RAID, 1).record(), bare.record()])
    assert sizes(found) == [1, 2]
    for s in (telling(RAID), telling(RAID, 1)):
        s.keep(ledger)
    keep(ledger, bare.item(), bare.record())
    assert link_new(ledger).problems == ()
    assert max(len(s.story.articles) for s in stories(ledger, Sought())) == 2


@pytest.mark.parametrize("text", ["x", "🦉"])
def test_two_texts_too_short_to_tell_anything_by_are_not_joined(text: str) -> None:
    made = [Story(f"s{n}", text, outlet=f"Outlet {n}", published=f"2025-0{n + 1}-10").record() for n in range(4)]
    assert sizes(link_records(made)) == [1, 1, 1, 1]


def test_the_same_id_twice_in_files(run: Run, tmp_path: Path) -> None:
    other = given(telling(STRIKE), id="quillow-0")
    done = run("link", "--json", written(tmp_path / "r.jsonl", telling(RAID), other))
    assert (done.status, done.out) == (2, "")
    assert done.err == "error: two articles have the id quillow-0; give each an id of its own\n"
    done = run("link", "--json", written(tmp_path / "s.jsonl", telling(RAID), telling(RAID)))
    assert (done.status, json.loads(done.out)["stories"]) == (0, [["quillow-0"]])


IDS = ("", " ", "a/e1", "h00", "s00", "../../x", "'; DROP TABLE states;--", "<b>", "\x1b[31m", "日本", "a\nb", "%s")


def test_ids_of_any_characters(run: Run, tmp_path: Path) -> None:
    made = [given(telling(RAID, n), id=id) for n, id in enumerate(IDS)]
    done = run("link", "--json", written(tmp_path / "r.jsonl", *made))
    assert (done.status, done.err) == (0, "")
    found = json.loads(done.out)
    assert sorted(a for s in found["stories"] for a in s) == sorted(IDS)
    assert run("link", str(tmp_path / "r.jsonl")).status == 0
    twice = [given(telling(m), id="\x1b[31mred") for m in (RAID, STRIKE)]
    done = run("link", written(tmp_path / "s.jsonl", *twice))
    assert done.status == 2
    assert "\x1b" not in done.err


HOSTILE = (
    "\x1b[31mred\x1b[0m", "\x1b]0;owned\x07", "[bold red]x[/]", "[/]", "<script>alert(1)</script>",
    "'; DROP TABLE states; --", "\u202eevil", "a\r\nb", "%s {0} \\", "\x9b31m",
)  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_hostile_names_reach_no_terminal_and_no_table(name: str, ledger: Ledger, run: Run) -> None:
    for n in range(3):
        s = given(telling(RAID, n, killed=n + 2), outlet=f"{name} {n}", title=f"{name} title")
        s.entities = [e.model_copy(update={"name": name, "key": f"person:{name}", "role": name}) for e in s.entities]
        s.places = [p.model_copy(update={"name": name}) for p in s.places]
        s.statements = [x.model_copy(update={"relay": (name, f"{name} {n}")}) for x in s.statements]
        s.keep(ledger)
        assert link_new(ledger).problems == ()
    [found] = happenings(ledger, Sought())
    id, story = found.happening.id, found.story
    told = [run(*words) for words in (
        ("link", "--again"), ("happening", id), ("happenings",), ("why", id), ("why", story), ("timeline", story),
        ("changes",), ("verify",),
    )]  # fmt: skip
    assert [(t.status, t.err) for t in told] == [(0, "")] * len(told)
    for t in told:
        assert not set(t.out) & set("\x1b\x07\x9b\r\u202e")
    if "\x1b" not in name and name.isprintable():
        assert name.split(maxsplit=1)[0] in "".join(t.out for t in told), "shown as it stands, not as markup"
    for words in (("happening", id), ("timeline", story), ("changes",), ("why", id)):
        done = run(*words, "--json")
        assert done.status == 0
        assert [json.loads(line) for line in done.out.splitlines()]


@pytest.mark.parametrize("words", ["", "h", "' OR 1=1 --", "\x1b[31m", "h" * 5000, "a/e99999999999999999999", "%", "*"])
def test_what_is_asked_for_badly_is_refused_in_words(words: str, ledger: Ledger, run: Run) -> None:
    telling(RAID).keep(ledger)
    telling(RAID, 1).keep(ledger)
    link_new(ledger)
    for command in ("happening", "why"):
        done = run(command, words) if words != "h" else run(command, "hzz")
        assert (done.status, done.out) == (2, "")
        assert done.err.startswith("error: ")
        assert "\x1b" not in done.err


def test_when_the_original_is_forgotten_the_next_becomes_the_original(ledger: Ledger, run: Run) -> None:
    ids = [copy(n).keep(ledger) for n in range(4)]
    link_new(ledger)
    [before] = happenings(ledger, Sought())
    [group] = stories(ledger, Sought()).items[0].story.copies
    assert (group.original, set(group.articles)) == (ids[0], set(ids))
    forget(ledger, ids[0], "asked for", "Ana")
    link_new(ledger)
    [group] = stories(ledger, Sought()).items[0].story.copies
    assert (group.original, set(group.articles)) == (ids[1], set(ids[1:]))
    [after] = happenings(ledger, Sought())
    assert (after.happening.id, after.story) == (before.happening.id, before.story)
    shown = run("happening", after.happening.id)
    assert shown.status == 0
    assert "Reprint 0" not in shown.out
    assert "3 articles (2 copies)" in " ".join(shown.out.split())


def test_a_story_of_which_every_article_is_forgotten(ledger: Ledger, run: Run) -> None:
    ids = [telling(RAID, n).keep(ledger) for n in range(3)]
    telling(STRIKE).keep(ledger)
    link_new(ledger)
    raid = next(f for f in happenings(ledger, Sought()) if f.happening.type == "ASSAULT")
    for id in ids:
        forget(ledger, id, "asked for", "Ana")
        assert link_new(ledger).problems == ()
    assert waits(ledger) == 0
    assert [p.kind for p in passages(ledger, raid.story)][-1] == "ended"
    assert [f.happening.type for f in happenings(ledger, Sought())] == ["PROTEST"]
    done = run("happening", raid.happening.id)
    assert (done.status, done.out) == (2, "")
    assert "nothing tells of it any more" in done.err
    assert "Quillow" not in "".join(run(c).out for c in ("happenings", "changes", "stats"))


def test_linking_again_twice_writes_no_state(ledger: Ledger) -> None:
    nameless = given(telling(STRIKE, 1), outlet=None)
    for s in (telling(RAID), telling(RAID, 1, killed=3), copy(2), telling(STRIKE), nameless):
        s.keep(ledger)
    link_new(ledger)
    before = contents(ledger.path)
    for _ in range(2):
        assert link_again(ledger).articles == 5
        after = contents(ledger.path)
        for table in ("states", "passages", "changes", "stories", "happenings", "links", "linked_mentions"):
            assert after[table] == before[table], table


def test_articles_of_a_file_that_hold_next_to_nothing(
    run: Run, tmp_path: Path, reader: reportedly.Reader, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What cannot be read is named and is a story of its own; the others are linked."""
    monkeypatch.setattr("reportedly.cli.read.load_reader", lambda settings: reader)
    good = "Gunmen raided the customs depot in Quillow on Monday, police said. Two lorries burned in Quillow."
    texts = {"a": good, "b": good, "empty": "", "word": "Harbour", "owl": "🦉", "known": "No more is known."}
    made = [{"id": id, "text": text, "outlet": f"The {id}", "published": "2031-06-02"} for id, text in texts.items()]
    done = run("link", "--json", str(lines(tmp_path / "a.jsonl", *made)))
    assert done.status == 1
    [error] = [line for line in done.err.splitlines() if line.startswith("error: ")]
    assert "empty" in error
    found = json.loads(done.out)
    refused = f"{tmp_path / 'a.jsonl'}:3"
    assert sorted(map(sorted, found["stories"])) == sorted([["a", "b"], [refused], ["known"], ["owl"], ["word"]])
    assert {a for h in found["happenings"] for a in h["articles"]} == {"a", "b"}


@pytest.mark.xfail(strict=True, reason="among few articles one rare word in common makes 0.53, just above JOIN")
def test_an_article_of_one_word_joins_no_story_that_has_the_word(reader: reportedly.Reader) -> None:
    texts = (
        "Gunmen raided the customs depot in Quillow on Monday, police said. Two lorries burned in Quillow.",
        "Raid",
    )
    made = [reader.read(t, id=t[:4], outlet=f"The {t[:4]}", published="2031-06-02") for t in texts]
    assert sizes(link_records(made)) == [1, 1]


def test_nothing_at_all(run: Run, tmp_path: Path) -> None:
    """An empty ledger, no records, a file that is empty or no record."""
    assert run("link").out == "nothing new to link\n"
    assert link_records([]).stories == ()
    (tmp_path / "empty.jsonl").write_text("")
    (tmp_path / "cut.jsonl").write_text('{"record": 1, "article"')
    for name in ("empty.jsonl", "cut.jsonl"):
        done = run("link", str(tmp_path / name))
        assert done.status in {1, 2}
        assert name in done.err
    for command in ("happenings", "changes"):
        assert run(command).status == 0
