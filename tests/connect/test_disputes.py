"""Invented stories → figures, disputes and standing of their happenings."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from reportedly.connect.accounts import Account, accounts_of
from reportedly.connect.brief import Brief, brief_of
from reportedly.connect.disputes import disputes_of
from reportedly.connect.happenings import Cluster
from reportedly.connect.link import story_of
from reportedly.connect.nouns import Happening
from reportedly.connect.standing import standing_of
from reportedly.connect.told import Telling
from reportedly.reading import Reader
from tests.connect.invented import BATTLE, BLAST, RAID, RUMOUR, STRIKE, Piece


def briefs_of(pieces: Sequence[Piece], reader: Reader) -> list[Brief]:
    """The briefs of a story; ids are its places in it."""
    records = (
        reader.read(p.text, id=str(k), title=p.title or None, outlet=p.outlet, published=p.published)
        for k, p in enumerate(pieces, 1)
    )
    return sorted((brief_of(r) for r in records), key=lambda b: b.order)


def happenings(pieces: Sequence[Piece], reader: Reader) -> tuple[Happening, ...]:
    """The happenings of an invented story."""
    return story_of(briefs_of(pieces, reader)).happenings


def disputed(pieces: Sequence[Piece], reader: Reader) -> set[tuple[str, str, tuple[str, ...], tuple[str, ...]]]:
    """All disputes: kind, what, the first two sides."""
    return {(d.kind, d.what, d.sides[0], d.sides[1]) for h in happenings(pieces, reader) for d in h.disputes}


def test_the_toll_of_a_blast(reader: Reader) -> None:
    main = max(happenings(BLAST, reader), key=lambda h: len(h.counts))
    figures = {(c.what, c.low, c.high): c.articles for c in main.counts}
    assert figures == {
        ("killed", 8, 8): ("4",), ("killed", 7, 7): ("3",), ("killed", 6, 6): ("2",), ("killed", 3, None): ("1",),
        ("injured", 25, 25): ("3",), ("injured", 21, 21): ("2",), ("injured", 15, 15): ("1",),
    }  # fmt: skip
    assert next(c.low for c in main.counts if c.what == "killed") == 8
    kinds = {(d.kind, d.what, d.values) for d in main.disputes}
    assert kinds == {
        ("superseded", "killed", ("at least 3", "6")), ("superseded", "killed", ("at least 3", "7")),
        ("superseded", "killed", ("at least 3", "8")), ("different_scope", "killed", ("6", "7")),
        ("superseded", "killed", ("6", "8")), ("superseded", "killed", ("7", "8")),
        ("different_scope", "killed", ("7", "8")), ("superseded", "injured", ("15", "21")),
        ("superseded", "injured", ("15", "25")), ("different_attribution", "injured", ("21", "25")),
    }  # fmt: skip
    assert main.status == "occurred"


def test_two_armies_and_observers(reader: Reader) -> None:
    found = disputed(BATTLE, reader)
    assert ("conflict", "killed", ("1", "2"), ("1", "2", "3")) in found
    assert ("superseded", "killed", ("1", "2"), ("3",)) in found
    assert any(kind == "conflict" and what == "actor" for kind, what, *_ in found)


def test_a_raid_that_is_denied_is_disputed(reader: Reader) -> None:
    (raid,) = [h for h in happenings(RAID, reader) if h.disputes]
    assert [(d.kind, d.what, d.sides) for d in raid.disputes] == [("denial", "occurrence", (("1",), ("2",)))]
    assert raid.status == "disputed"


TOLL_ROAD = (
    Piece("Deskar Courier", "2031-03-03T08:00:00Z",
          "The government of Velmora plans to raise the toll on the coast road by two crowns in May, according to a "
          "letter of the transport minister, Ada Brook, that the Courier has seen."),
    Piece("Velmora Radio", "2031-03-04T08:00:00Z",
          "There is no plan to raise the toll on the coast road, the Transport Ministry of Velmora said on Tuesday."),
    Piece("Deskar Courier", "2031-03-06T08:00:00Z",
          "The prime minister of Velmora, Jon Amsel, called off the raise of the toll on the coast road on Thursday."),
)  # fmt: skip


def test_what_is_called_off_after_a_denial_is_no_longer_disputed(reader: Reader) -> None:
    (rise,) = [h for h in happenings(TOLL_ROAD, reader) if len(h.articles) > 2]
    assert any(d.kind == "denial" for d in rise.disputes)
    assert rise.status == "called_off"


LANDING = (
    Piece("Velmora Radio", "2031-03-04T08:00:00Z",
          "Soldiers of Ulvania invaded the island of Orlen on Monday night, the Velmoran Defence Ministry said."),
    Piece("Ulvania Today", "2031-03-04T18:00:00Z",
          "There was no invasion of Orlen, the Foreign Ministry of Ulvania said on Tuesday."),
    Piece("Coastal Wire", "2031-03-05T08:00:00Z",
          "President Rasko Venner of Ulvania said on Wednesday that he had no wish to invade the island of Orlen."),
)  # fmt: skip


def test_once_it_is_denied_whoever_says_that_it_is_not_so_denies_it(reader: Reader) -> None:
    assert ("denial", "occurrence", ("1",), ("2", "3")) in disputed(LANDING, reader)


def test_a_strike_that_is_called_off(reader: Reader) -> None:
    strike = next(h for h in happenings(STRIKE, reader) if h.type == "PROTEST")
    assert [(d.kind, d.what, d.sides) for d in strike.disputes] == [("superseded", "status", (("1",), ("2",)))]
    assert strike.status == "called_off"
    assert [(c.what, c.low) for c in strike.counts] == [("other", 900)]


def _account(day: int, brief: Brief, **more: bool) -> Account:
    """An article of some day that makes nothing of a happening but this."""
    flags = dict.fromkeys(("tells", "denies", "withdraws", "calls_off", "plans", "happens", "doubts", "stale"), False)
    dated = brief.model_copy(update={"id": f"a{day}", "published": f"2031-05-{day:02}"})
    mention = next(m for m in brief.mentions if m.type)
    return Account(brief=dated, mentions=(mention,), spans=(), **flags | more)


def test_what_has_happened_is_not_called_off_with_what_was_to_follow(reader: Reader) -> None:
    brief = brief_of(reader.read("Bakers went on strike in Tesk on Monday, their union said.", published="2031-05-01"))
    happened = [_account(day, brief, tells=True, happens=True) for day in (2, 3, 4)]
    planned, dropped = _account(1, brief, tells=True, plans=True), _account(5, brief, calls_off=True)
    telling = Telling([a.brief for a in (planned, *happened, dropped)], ())
    assert standing_of([planned, *happened, dropped._replace(happens=True)], (), telling) == "occurred"
    assert standing_of([planned, dropped], (), telling) == "called_off"


def test_a_copy_of_what_called_it_off_does_not_call_it_off_again(reader: Reader) -> None:
    brief = brief_of(reader.read("Bakers went on strike in Tesk on Monday, their union said.", published="2031-05-01"))
    planned, dropped = _account(1, brief, tells=True, plans=True), _account(2, brief, calls_off=True)
    after, copy = _account(3, brief, tells=True, happens=True), _account(4, brief, calls_off=True, stale=True)
    telling = Telling([a.brief for a in (planned, dropped, after, copy)], ())
    assert standing_of([planned, dropped, after, copy], (), telling) == "occurred"
    assert standing_of([planned, dropped, copy], (), telling) == "called_off"
    assert standing_of([planned, copy], (), telling) == "called_off"


def test_what_all_only_deny_is_told_by_nobody(reader: Reader) -> None:
    text = "The hall in Tesk fell down at noon, the mayor said on Monday. An explosion was ruled out."
    pieces = [Piece(paper, f"2031-05-05T1{k}:00:00Z", text) for k, paper in enumerate(("Tesk Post", "Hill Gazette"))]
    assert not [kind for kind, *_ in disputed(pieces, reader) if kind == "denial"]


def test_a_rumour_stays_unconfirmed(reader: Reader) -> None:
    briefs = briefs_of(RUMOUR, reader)
    flown = Cluster(tuple((b, m) for b in briefs for m in b.mentions if m.word == "flown"))
    telling = Telling(briefs, ())
    accounts = accounts_of(flown, telling)
    found = disputes_of(flown, [], accounts)
    assert {(d.kind, d.what, d.sides) for d in found} == {
        ("denial", "occurrence", (("1",), ("2",))),
        ("superseded", "occurrence", (("1",), ("3",))),
    }
    assert standing_of(accounts, found, telling) == "unconfirmed"


@pytest.mark.parametrize("pieces", [BLAST, BATTLE, RAID, STRIKE, RUMOUR])
def test_one_article_alone_is_in_no_dispute_over_what_happened(pieces: tuple[Piece, ...], reader: Reader) -> None:
    for p in pieces:
        for h in happenings((p,), reader):
            assert [d for d in h.disputes if d.what in ("occurrence", "status")] == []
            assert h.status not in ("disputed", "retracted", "unconfirmed")


DENIED_ARRESTS = (
    Piece("Coast Post", "2031-11-04T09:00:00Z",
          "Police arrested eleven dockers in Lorm on Tuesday, the dockers' union said."),
    Piece("Hill Gazette", "2031-11-04T18:00:00Z",
          "Police denied on Tuesday that they had arrested eleven dockers in Lorm."),
)  # fmt: skip


def test_who_denies_gives_no_figure(reader: Reader) -> None:
    [given] = {c.origins for h in happenings(DENIED_ARRESTS, reader) for c in h.counts if c.what == "arrested"}
    assert given
    assert [o.name for o in given.origins] == ["the dockers' union"]


BLAST_AT_DOCKS = Piece(
    "Coast Post", "2031-11-05T09:00:00Z", "A bomb exploded at the docks in Lorm on Wednesday, the harbour master said."
)


@pytest.mark.parametrize(
    "denial",
    [
        "The Free Hill Front denied on Wednesday that it had carried out the bombing of the docks in Lorm.",
        "The Free Hill Front said on Wednesday that it had no hand in the bombing of the docks in Lorm.",
        "The Free Hill Front denied on Wednesday any involvement in the bombing of the docks in Lorm.",
        "The Free Hill Front denied on Wednesday that it had bombed the docks in Lorm. "
        '"We have nothing to do with this crime," it said.',
    ],
)
def test_who_denies_that_it_was_they_does_not_deny_that_it_happened(denial: str, reader: Reader) -> None:
    told = happenings((BLAST_AT_DOCKS, Piece("Hill Gazette", "2031-11-05T18:00:00Z", denial)), reader)
    [bombing] = [h for h in told if h.type == "ASSAULT" and len(h.articles) == 2]
    assert bombing.status == "occurred"
    assert [d for h in told for d in h.disputes if d.what == "occurrence"] == []


def test_what_began_and_goes_on_occurred(reader: Reader) -> None:
    held = (
        Piece("Coast Post", "2031-11-06T09:00:00Z", "Police detained the baker Anto Resk in Lorm on Thursday."),
        Piece("Hill Gazette", "2031-11-07T09:00:00Z", "The baker Anto Resk is being detained in Lorm, police said."),
    )
    [arrest] = [h for h in happenings(held, reader) if len(h.articles) == 2 and h.type == "COERCE"]
    assert arrest.status == "occurred"


def test_who_reports_a_denial_and_what_is_denied_stands_on_both_sides(reader: Reader) -> None:
    told = (
        Piece("Coast Post", "2031-07-20T08:00:00Z", "Jets bombed a column of lorries near Hasm, drivers said."),
        Piece("Hill Gazette", "2031-07-20T18:00:00Z",
              "The alliance denied on Sunday that it had bombed a column of lorries near Hasm, as the Coast Post had "
              "reported."),
    )  # fmt: skip
    sides = [d.sides for h in happenings(told, reader) for d in h.disputes if d.kind == "denial"]
    assert (("1", "2"), ("2",)) in sides


def test_what_was_denied_while_it_was_ahead_and_then_happened_occurred(reader: Reader) -> None:
    told = (
        Piece("Coast Post", "2031-02-03T08:00:00Z", "The minister Ilo Brandt will resign by Friday, an aide said."),
        Piece("Hill Gazette", "2031-02-04T08:00:00Z",
              "The government denied reports that the minister Ilo Brandt will resign."),
        Piece("Coast Post", "2031-02-07T18:00:00Z", "The minister Ilo Brandt resigned on Friday."),
    )  # fmt: skip
    [left] = [h for h in happenings(told, reader) if len(h.articles) == 3 and h.type]
    assert left.status == "occurred"


def test_an_article_in_which_each_side_blames_the_other_is_on_both_sides(reader: Reader) -> None:
    told = (
        Piece(
            "Coast Wire", "2031-05-02T09:00:00Z", "Norvia and Sarka clashed at the pass, each side blaming the other."
        ),
    )
    sides = [d.sides for h in happenings(told, reader) for d in h.disputes if d.what == "actor"]
    assert sides == [(("1",), ("1",))]


def test_a_paper_named_after_a_state_means_its_own_ministry(reader: Reader) -> None:
    told = (
        Piece("Norvian State Radio", "2031-05-02T09:00:00Z",
              "Sarkan troops attacked a post at the Olten pass on Thursday, the defence ministry said."),
        Piece("Sarka Today", "2031-05-02T15:00:00Z",
              "The Norvian army attacked a post at the Olten pass on Thursday, the defence ministry said."),
    )  # fmt: skip
    sides = [d.sides for h in happenings(told, reader) for d in h.disputes if d.what == "actor"]
    assert sides == [(("1",), ("2",))]


DENIED_AGAIN = (
    Piece("Tesk Post", "2031-03-05T09:00:00Z", "A patrol boat struck the ferry Orla off Tesk, its captain said."),
    Piece("Lorm Echo", "2031-03-05T18:00:00Z",
          "A patrol boat struck the ferry Orla off Tesk, its captain said. Sarka's navy said the ferry had hit a rock. "
          "There was no contact between the two, the navy said."),
    Piece("Hill Wire", "2031-03-07T09:00:00Z",
          "Sarka's navy denied that its patrol boat struck the ferry Orla off Tesk."),
)  # fmt: skip


def test_who_denies_it_in_one_article_denies_it_in_another(reader: Reader) -> None:
    denials = [d for d in disputed(DENIED_AGAIN, reader) if d[:2] == ("denial", "occurrence")]
    assert any({"2", "3"} <= set(d[3]) for d in denials)


def test_who_denies_what_nobody_told_yet_is_in_no_dispute(reader: Reader) -> None:
    told = (
        Piece("Coast Post", "2031-11-04T09:00:00Z", "No docker has been arrested in Lorm, police said on Tuesday."),
        Piece("Hill Gazette", "2031-11-05T18:00:00Z", "Police arrested a docker in Lorm on Wednesday."),
    )
    assert [d for h in happenings(told, reader) for d in h.disputes if d.kind == "denial"] == []


CLOSURE = (
    Piece("Coast Post", "2031-03-03T08:00:00Z", "The tannery in Lorm was closed on Monday, two workers said."),
    Piece("Hill Gazette", "2031-03-03T18:00:00Z", '"The tannery has not been closed," its spokesman Ilo Brandt said.'),
)
BORNE_OUT = Piece(
    "Coast Post",
    "2031-03-05T08:00:00Z",
    "The mayor, Ana Resk, confirmed that the tannery in Lorm was closed on Monday.",
)


def test_a_denial_is_settled_by_who_could_know_and_had_not_spoken(reader: Reader) -> None:
    def status(pieces: Sequence[Piece]) -> set[str]:
        return {h.status for h in happenings(pieces, reader) if len(h.articles) == len(pieces)}

    assert "disputed" in status(CLOSURE)
    assert status((*CLOSURE, BORNE_OUT)) == {"occurred"}


def test_a_siege_goes_on_until_it_is_lifted(reader: Reader) -> None:
    begun = Piece("Coast Post", "2031-03-03T08:00:00Z", "Troops began a siege of the fort at Lorm.")
    later = Piece("Hill Gazette", "2031-03-06T08:00:00Z", "The siege of the fort at Lorm cost nine lives.")
    ended = Piece("Hill Gazette", "2031-03-09T08:00:00Z", "The siege of the fort at Lorm was lifted.")

    def status(*pieces: Piece) -> set[str]:
        return {h.status for h in happenings(pieces, reader) if len(h.articles) == len(pieces)}

    assert status(begun, later) == {"ongoing"}
    assert status(begun, later, ended) == {"occurred"}
