"""How many independent origins: small invented stories, each for one rule."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reportedly.connect.brief import Brief, Mention, Passing, Voice
from reportedly.connect.brief.nouns import Party
from reportedly.connect.happenings import Cluster
from reportedly.connect.origins import origins_of, origins_of_claim
from tests.connect.told_by import body, copied, leading, only, person, reporter, rests_on, telling, told, unnamed

POLICE, ARMY, HOSPITAL = body("police"), body("army"), body("elm hospital")
INTERIOR, HEALTH, GOVERNMENT = body("interior ministry"), body("health ministry"), body("government")
DAVIT = person("davit orr", first_hand="witness")


def one(noun: str, words: str) -> Voice:
    """Somebody unnamed who says so."""
    return unnamed(noun).model_copy(update={"people": 1, "words": words, "name": words})


PILOT = person("tam orr").model_copy(update={"role": "harbour pilot"})


def with_relay(b: Brief, outlet: str) -> Brief:
    """The article, which passes an outlet on in the sentence of its first voice."""
    at = b.voices[0].sentence or (0, 0)
    passing = Passing(outlet=outlet, spans=(at,), sentence=at, how="reported", words=("bomb", "market"))
    return b.model_copy(update={"passings": (passing,)})


def one_of(outlet: str) -> Voice:
    """A reporter who is called after an outlet."""
    return reporter("Echo").model_copy(update={"words": f"a {outlet} reporter"})


RANGES: list[tuple[str, list[Brief], tuple[int, int]]] = [
    ("one body in one article", [told("Echo", POLICE)], (1, 1)),
    ("one body in two outlets is one", [told("Echo", POLICE), told("Bay", POLICE, day=2)], (1, 1)),
    ("who speaks for a body is that body", [told("Echo", POLICE), told("Bay", person("ada brook", "police"))], (1, 1)),
    (
        "two who speak for one body are one",
        [told("Echo", person("ada brook", "police")), told("Bay", person("levan ross", "police"))],
        (1, 1),
    ),
    (
        "a governor speaks for the government",
        [told("Echo", body("provincial government")), told("Bay", body("governor"))],
        (1, 1),
    ),
    ("a government may rest on its police", [told("Echo", POLICE), told("Bay", GOVERNMENT)], (1, 2)),
    ("a ministry may rest on its agency", [told("Echo", body("medicines agency")), told("Bay", HEALTH)], (1, 2)),
    (
        "who may be one of those who may speak for a body may rest on it too",
        [told("Echo", unnamed("official", of_body="government")), told("Bay", unnamed("person"), INTERIOR)],
        (1, 3),
    ),
    ("a company's name alone is the company", [told("Echo", body("quellix")), told("Bay", person("quellix"))], (1, 1)),
    (
        "a name alone is the company whose name begins so",
        [told("Echo", body("quellix glass")), told("Bay", person("quellix"))],
        (1, 1),
    ),
    (
        "an unnamed nurse may be speaking for the hospital",
        [told("Echo", HOSPITAL), told("Bay", unnamed("nurse"))],
        (1, 2),
    ),
    ("prosecutors may rest on the police", [told("Echo", POLICE), told("Bay", body("prosecutors"))], (1, 2)),
    (
        "a governor may rest on the rescue service",
        [told("Echo", body("rescue service")), told("Bay", body("governor"))],
        (1, 2),
    ),
    ("a health office may rest on its hospital", [told("Echo", HOSPITAL), told("Bay", body("health office"))], (1, 2)),
    (
        "a government may rest on its inspectorate",
        [told("Echo", GOVERNMENT), told("Bay", body("mines inspectorate"))],
        (1, 2),
    ),
    (
        "who is close to an inquiry may speak for the police",
        [told("Echo", POLICE), told("Bay", unnamed("person", of_body="inquiry"))],
        (1, 2),
    ),
    (
        "who is close to an inquiry does not speak for a hospital",
        [told("Echo", HOSPITAL), told("Bay", unnamed("person", of_body="inquiry"))],
        (2, 2),
    ),
    ("the union is the league", [told("Echo", body("bakers' league", name="the Bakers' League")),
     told("Bay", body("union", name="their union"))], (1, 1)),
    ("the company is the one that is named", [told("Echo", body("quellix", name="Quellix")),
     told("Bay", body("company", name="the company"))], (1, 1)),
    ("two bodies are two", [told("Echo", POLICE, HOSPITAL)], (2, 2)),
    ("a ministry may rest on its police", [told("Echo", POLICE), told("Bay", INTERIOR)], (1, 2)),
    ("a ministry may rest on its hospital", [told("Echo", HOSPITAL), told("Bay", HEALTH)], (1, 2)),
    ("a ministry does not rest on another's police", [told("Echo", POLICE), told("Bay", HEALTH)], (2, 2)),
    ("a government may rest on its ministry", [told("Echo", GOVERNMENT), told("Bay", INTERIOR)], (1, 2)),
    (
        "two states' bodies do not rest on each other",
        [told("Echo", body("defence ministry", "AAA")), told("Bay", body("army", "BBB"))],
        (2, 2),
    ),
    (
        "bodies of one name and two states are two",
        [told("Echo", body("foreign ministry", "AAA")), told("Bay", body("foreign ministry", "BBB"))],
        (2, 2),
    ),
    (
        "unnamed people of two outlets may be the same",
        [told("Echo", unnamed("official")), told("Bay", unnamed("official"))],
        (1, 2),
    ),
    (
        "unnamed people whom one outlet tells apart are two",
        [told("Echo", unnamed("official"), unnamed("official", 2))],
        (2, 2),
    ),
    (
        "the outlet that tells most apart sets the least",
        [told("Echo", unnamed("official"), unnamed("official", 2)), told("Bay", unnamed("official"))],
        (2, 3),
    ),
    (
        "people who cannot be the same are apart",
        [told("Echo", unnamed("diplomat")), told("Bay", unnamed("surgeon"))],
        (2, 2),
    ),
    (
        "an unnamed member of a body that speaks may speak for it",
        [told("Echo", INTERIOR), told("Bay", unnamed("official", of_body="interior ministry"))],
        (1, 2),
    ),
    (
        "an unnamed member of another body does not",
        [told("Echo", INTERIOR), told("Bay", unnamed("official", of_body="health ministry"))],
        (2, 2),
    ),
    ("a named speaker is none of the unnamed", [told("Echo", unnamed("guest")), told("Bay", DAVIT)], (2, 2)),
    (
        "somebody whom the outlet that is passed on names and calls the same is that person",
        [told("Echo", PILOT), with_relay(told("Bay", one("pilot", "A pilot"), day=2), "Echo")],
        (1, 1),
    ),
    (
        "a named speaker is none of the unnamed, be both called the same",
        [told("Echo", PILOT), told("Bay", one("pilot", "A pilot"), day=2)],
        (2, 2),
    ),
    (
        "somebody of another noun is another",
        [told("Echo", PILOT), with_relay(told("Bay", one("clerk", "A clerk"), day=2), "Echo")],
        (2, 2),
    ),
    (
        "unnamed people of an outlet that is passed on are its own",
        [told("Echo", unnamed("official")), with_relay(told("Bay", unnamed("official"), day=2), "Echo")],
        (1, 1),
    ),
    (
        "unnamed people in another sentence than the relay may be others",
        [told("Echo", unnamed("official")), told("Bay", unnamed("official"), passes=["Echo"], day=2)],
        (1, 2),
    ),
    (
        "a reporter with another outlet's name saw it for that one",
        [told("Bay Wire", reporter("Bay Wire")), told("Echo", one_of("Bay"), day=2)],
        (1, 1),
    ),
    (
        "his driver may be somebody who is named",
        [told("Echo", unnamed("driver").model_copy(update={"words": "his driver", "name": "his driver"})),
         told("Bay", DAVIT)],
        (1, 2),
    ),
    (
        "officials of two bodies are not the same",
        [told("Echo", unnamed("official", of_body="foreign ministry")),
         told("Bay", unnamed("member", of_body="audit committee"))],
        (2, 2),
    ),
    ("a central bank is the bank of its country", [told("Echo", body("bank norden", name="the Bank of Norden")),
     told("Bay", body("central bank", name="the central bank"))], (1, 1)),
    ("a ministry may rest on an authority", [told("Echo", body("harbour authority")), told("Bay", HEALTH)], (1, 2)),
    ("what a reporter saw is an origin", [told("Echo", reporter("Echo"), POLICE)], (2, 2)),
    ("a named witness is an origin", [told("Echo", POLICE, DAVIT)], (2, 2)),
    ("an outlet that names nobody may have its own", [told("Echo", POLICE), told("Bay")], (1, 2)),
    ("one outlet that names nobody is one, however often", [told("Echo"), told("Echo", day=2)], (1, 1)),
    ("an outlet that named somebody once is no other origin", [told("Echo", POLICE), told("Echo", day=2)], (1, 1)),
    ("there is always one", [told(None)], (1, 1)),
    ("a relay adds nothing", [told("Echo", POLICE), told("Bay", passes=["Echo"], day=2)], (1, 1)),
    (
        "many relays add nothing",
        [told("Echo", POLICE), *(told(f"O{k}", passes=["Echo"], day=2) for k in range(9))],
        (1, 1),
    ),
    ("an outlet known only from relays is one", [told("Bay", passes=["Echo"]), told("Dale", passes=["Echo"])], (1, 1)),
    ("two outlets known only from relays may be two", [told("Bay", passes=["Echo", "Grey Goose"])], (1, 2)),
    ("who repeats another is none", [told("Bay", passes=["Echo"], how="onward"), told("Dale", POLICE)], (1, 1)),
    ("who only answers is none", [told("Echo", POLICE, only(ARMY, "answers"))], (1, 1)),
    ("who would not say is none", [told("Echo", POLICE, only(ARMY, "silent"))], (1, 1)),
]  # fmt: skip


@pytest.mark.parametrize(("rule", "briefs", "expected"), RANGES, ids=[r[0] for r in RANGES])
def test_the_range_follows_the_rules(rule: str, briefs: list[Brief], expected: tuple[int, int]) -> None:
    found = rests_on(briefs)
    assert (found.at_least, found.at_most) == expected


def test_copies_add_nothing_and_their_chains_name_the_original() -> None:
    first, copy = told("Velden Wire", unnamed("official")), told("Bay", unnamed("official"), day=2)
    found = rests_on([first, copy], copied(first, copy))
    assert (found.at_least, found.at_most) == (1, 1)
    assert ("two officials", "Velden Wire", "Bay", copy.id) in found.chains


def test_a_chain_goes_from_the_origin_through_the_outlet_to_the_article() -> None:
    first, relay = told("Echo", POLICE), told("Bay", passes=["Echo"], day=2)
    assert rests_on([first, relay]).chains == (("police", "Echo", first.id), ("police", "Echo", "Bay", relay.id))


def test_an_origin_keeps_its_words_and_what_it_may_rest_on() -> None:
    police, ministry = rests_on([told("Echo", POLICE), told("Bay", INTERIOR, day=2)]).origins
    assert police.maybe == (ministry.key,)
    assert ministry.maybe == (police.key,)
    assert police.evidence[0].article == police.articles[0]
    assert police.why == "says so"


def test_what_cannot_be_known_is_said_in_words() -> None:
    assert rests_on([told("Echo", POLICE), told("Bay", INTERIOR, day=2)]).unknown == (
        "whether interior ministry knows it otherwise than from police",
    )
    assert rests_on([told("Bay")]).unknown == ("whom Bay has it from: it names nobody",)


def test_a_figure_is_counted_by_those_who_give_it() -> None:
    a, b, c = told("Echo", POLICE, HOSPITAL), told("Bay", POLICE, day=2), told("Dale", day=3)
    story = telling([a, b, c])
    one = origins_of_claim([(a, a.voices[0]), (b, b.voices[0])], story)
    three = origins_of_claim([(a, a.voices[0]), (a, a.voices[1]), (c, None)], story)
    assert (one.at_least, one.at_most) == (1, 1)
    assert (three.at_least, three.at_most) == (2, 3)


def test_outlets_that_cite_one_another_in_a_circle_rest_on_one() -> None:
    briefs = [told("Echo", passes=["Bay"]), told("Bay", passes=["Dale"], day=2), told("Dale", passes=["Echo"], day=3)]
    found = rests_on(briefs)
    assert (found.at_least, found.at_most) == (1, 1)
    assert all(len(set(c)) == len(c) for c in found.chains)


def test_an_article_that_cites_itself_names_nobody() -> None:
    found = rests_on([told("Echo", passes=["The Echo"])])
    assert (found.at_least, found.at_most) == (1, 1)
    assert found.unknown == ("whom Echo has it from: it names nobody",)


def test_a_thousand_copies_are_one_origin() -> None:
    briefs = [told(f"Outlet {k}", unnamed("official"), day=1 + k % 28) for k in range(1_000)]
    first = min(briefs, key=lambda b: b.order)
    found = rests_on(briefs, copied(first, *(b for b in briefs if b is not first)))
    assert (found.at_least, found.at_most) == (1, 1)


VOICES = [POLICE, ARMY, HOSPITAL, INTERIOR, HEALTH, DAVIT, unnamed("official"), unnamed("diplomat"), reporter("Echo")]
ARTICLES = st.builds(
    lambda outlet, voices, passes, day: told(outlet, *voices, passes=passes, day=day),
    st.sampled_from(["Echo", "Bay", "Dale", None]),
    st.lists(st.sampled_from(VOICES), max_size=3),
    st.lists(st.sampled_from(["Echo", "Bay", "Grey Goose", "Кур'єр"]), max_size=2, unique=True),
    st.integers(1, 9),
)


@given(st.lists(ARTICLES, min_size=1, max_size=7, unique_by=lambda b: b.text_sha256), st.randoms())
def test_any_story_has_a_range_that_neither_order_nor_ids_change(briefs: list[Brief], chance: random.Random) -> None:
    found = rests_on(briefs)
    assert 1 <= found.at_least <= found.at_most
    shuffled = list(briefs)
    chance.shuffle(shuffled)
    renamed = [b.model_copy(update={"id": f"n{k}"}) for k, b in enumerate(shuffled)]
    again = rests_on(renamed)
    assert (again.at_least, again.at_most) == (found.at_least, found.at_most)
    assert [c[:-1] for c in again.chains] == [c[:-1] for c in found.chains]


@given(st.lists(ARTICLES, min_size=1, max_size=5, unique_by=lambda b: b.text_sha256))
def test_a_relay_more_never_changes_the_range(briefs: list[Brief]) -> None:
    known = next((b.outlet for b in briefs if b.outlet and b.voices), None)
    if known is None:
        return
    more = told("The Far Observer", passes=[known], day=28)
    before, after = rests_on(briefs), rests_on([*briefs, more])
    assert (after.at_least, after.at_most) == (before.at_least, before.at_most)


def denying(voice: Voice) -> Voice:
    """The same voice, which denies it."""
    return Voice.model_validate(voice.model_dump() | {"act": "deny", "stance": "answers"})


def test_who_denies_it_in_an_article_is_no_origin_there_whatever_else_it_says() -> None:
    """Neither is the outlet that has nobody else."""
    origins = rests_on([told("Echo", POLICE), told("Bay", denying(ARMY), ARMY, day=2)])
    assert [o.key for o in origins.origins] == ["body:police"]
    assert (origins.at_least, origins.at_most) == (1, 1)


def test_both_governments_are_two_and_say_nothing_of_what_they_do_not_do_together() -> None:
    both = told("Echo", body("both governments"))
    truce = both.model_copy(update={"mentions": tuple(m.model_copy(update={"type": "AGREE"}) for m in both.mentions)})
    assert (rests_on([truce]).at_least, rests_on([truce]).at_most) == (2, 2)
    assert [o.kind for o in rests_on([both]).origins] == ["outlet"]


def test_who_denies_something_in_the_story_does_not_count_by_telling_of_the_hurt() -> None:
    aside = body("front").model_copy(update={"harm": True})
    first, second = told("Echo", POLICE), _away(told("Bay", POLICE, aside, day=2), "body:front")
    third = _away(told("Dale", aside.model_copy(update={"act": "deny", "harm": False}), day=3), "body:front")
    assert "body:front" in {o.key for o in rests_on([first, second]).origins}
    assert "body:front" not in {o.key for o in rests_on([first, second, third]).origins}


def test_who_says_that_it_was_not_so_denies_it() -> None:
    not_so = only(ARMY, "answers").model_copy(update={"says_not": True})
    origins = rests_on([told("Echo", POLICE), told("Bay", not_so, ARMY, day=2)])
    assert [o.key for o in origins.origins] == ["body:police"]


def test_who_is_named_within_what_others_say_is_no_origin() -> None:
    """ "The two lines have agreed, two people said": the lines have not spoken."""
    b = told("Echo", unnamed("person"), body("elm lines"))
    outer, inner = b.voices
    wide = outer.model_copy(update={"content": ((0, 30),)})
    b = b.model_copy(update={"voices": (wide, inner)})
    assert [o.kind for o in rests_on([b]).origins] == ["anonymous"]


def test_what_is_only_said_has_no_witnesses_by_being_there() -> None:
    """A passenger is no witness of what the crew asked for."""
    seen = _away(told("Echo", POLICE, DAVIT), "person:davit orr")
    for kind, count in (("REQUEST", 1), (None, 2)):
        mentions = tuple(m.model_copy(update={"type": kind, "word": "asked"}) for m in seen.mentions[:1])
        origins = rests_on([seen.model_copy(update={"mentions": mentions})])
        assert len(origins.origins) == count


def _closure(*others: Mention) -> list[str]:
    """The kinds of origins of a closure that an article tells first, with other events, and of which a reporter saw
    something."""
    b = told("Echo", POLICE, reporter("Bay"))
    saw = b.voices[1].model_copy(update={"content": ((900, 950),), "sentence": (900, 950)})
    closure = b.mentions[0].model_copy(update={"type": "COERCE", "word": "closed"})
    b = b.model_copy(update={"mentions": (closure, *others), "voices": (b.voices[0], saw)})
    return [o.kind for o in origins_of(Cluster(((b, closure),)), telling([b])).origins]


def _beside(kind: str, at: int) -> Mention:
    return Mention(
        event="other", trigger=(at + 5, at + 7), sentence=(at, at + 9), word="stirred", lemma="stir", type=kind,
        status="occurred",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("beside", "saw"),
    [
        ([], True),
        ([("COERCE", 905)], True),  # a small thing among what the reporter saw
        ([("ASSAULT", 905)], False),  # people are hurt in what the reporter saw
        ([("ASSAULT", 200)], True),  # people are hurt in what is told later
        ([("ASSAULT", 0)], False),  # people are hurt in what is told first
    ],
)
def test_a_reporter_saw_what_the_article_is_about(beside: list[tuple[str, int]], saw: bool) -> None:
    assert ("reporter" in _closure(*(_beside(kind, at) for kind, at in beside))) is saw


def test_an_article_that_hears_who_did_it_is_no_further_origin() -> None:
    """Its own first words tell what the league did, whose chairman it quotes on something else."""
    league = Party(text="The Bakers' League", head="league", name="Bakers' League")
    b = _away(told("Bay", body("bakers' league"), day=2), "body:bakers' league")
    acts = tuple(m.model_copy(update={"type": None, "word": "marched", "actors": (league,)}) for m in b.mentions)
    b = b.model_copy(update={"mentions": acts})
    first = told("Echo", body("bakers' league"))
    march = first.model_copy(
        update={"mentions": tuple(m.model_copy(update={"type": None, "word": "marched"}) for m in first.mentions)}
    )
    assert "outlet" not in {o.kind for o in rests_on([march, b]).origins}


def test_a_union_of_several_names_is_still_the_only_one() -> None:
    names = [body("union"), body("dockers' union"), body("dockers' quay union", name="Dockers' Quay Union")]
    assert len(rests_on([told("Echo", names[0]), told("Bay", names[1]), told("Dale", names[2])]).origins) == 1


def test_people_close_to_a_family_speak_for_no_body() -> None:
    origins = rests_on([told("Echo", unnamed("person", of_body="family")), told("Bay", body("bakers' league"))])
    assert (origins.at_least, origins.at_most) == (2, 2)


def test_what_is_only_looked_into_is_not_told() -> None:
    """An announcement of something else "amid an inquiry into" it."""
    aside = told("Bay", GOVERNMENT, day=2)
    events = tuple(m.event for m in aside.mentions)
    aside = aside.model_copy(update={"voices": (aside.voices[0].model_copy(update={"alleges": events}),)})
    assert {o.key for o in rests_on([told("Echo", POLICE), aside]).origins} == {"body:police"}


def test_who_is_in_charge_and_only_refers_to_it_counts_for_the_most() -> None:
    aside = told("Bay", body("interior ministry", "AAA"), day=2)
    events = tuple(m.event for m in aside.mentions)
    aside = aside.model_copy(update={"voices": (aside.voices[0].model_copy(update={"refers": events}),)})
    origins = rests_on([told("Echo", body("elm hospital")), aside])
    assert (origins.at_least, origins.at_most) == (1, 2)


def test_an_outlet_that_only_mentions_it_late_is_no_origin() -> None:
    late = told("Bay", day=2)
    moved = tuple(m.model_copy(update={"trigger": (900, 905), "sentence": (880, 990)}) for m in late.mentions)
    origins = rests_on([told("Echo", POLICE), late.model_copy(update={"mentions": moved})])
    assert (origins.at_least, origins.at_most) == (1, 1)


def _away(b: Brief, key: str) -> Brief:
    """The same article, in which a body or a person speaks of something else."""
    moved = [
        v.model_copy(update={"content": ((900, 950),)}) if key in (f"body:{v.body}", f"person:{v.person}") else v
        for v in b.voices
    ]
    return b.model_copy(update={"voices": tuple(moved)})


def _plain(b: Brief, word: str = "closed", kind: str | None = None) -> Brief:
    """The same article, which tells of something in which nobody is hurt."""
    return b.model_copy(
        update={"mentions": tuple(m.model_copy(update={"type": kind, "word": word}) for m in b.mentions)}
    )


def _late(b: Brief) -> Brief:
    """The same article, which tells it only far down."""
    moved = tuple(m.model_copy(update={"trigger": (600, 602), "sentence": (600, 640)}) for m in b.mentions)
    return b.model_copy(update={"mentions": moved})


def test_who_was_there_counts_where_the_whole_story_is_about_it() -> None:
    """However late the article names it; not where other articles are about something else, where those that tell it
    are few texts, or where it stands in none of their leads."""
    witness = _plain(_late(_away(told("Bay", DAVIT, day=2), "person:davit orr")))
    first, second = leading(_plain(told("Echo", POLICE))), leading(_plain(told("Dale", POLICE, day=2)))
    copy = first.model_copy(update={"id": "copy", "outlet": "Dale"})
    others = [told("Dale", ARMY, day=3), told("Fell", ARMY, day=3)]
    for tell, beside, counts in (
        ([first, second, witness], [], True),
        ([first, second, witness], others, False),
        ([first, witness], [], False),
        ([first, copy, witness], [], False),
        ([first, _plain(told("Fell", POLICE, day=2)), witness], [], False),
    ):
        cluster = Cluster(tuple((b, m) for b in tell for m in b.mentions))
        found = {o.key for o in origins_of(cluster, telling([*tell, *beside])).origins}
        assert ("person:davit orr" in found) == counts


def test_who_tells_of_people_hurt_by_something_else_does_not_count_for_this() -> None:
    aside = body("front").model_copy(update={"harm": True, "content": ((900, 950),)})
    b = told("Echo", POLICE)
    b = b.model_copy(update={"voices": (*b.voices, aside.model_copy(update={"statement": "s9"}))})
    beside = b.model_copy(update={"mentions": (*b.mentions, _beside("ASSAULT", 905))})
    for article, count in ((b, 2), (beside, 1)):
        origins = origins_of(Cluster(tuple((article, m) for m in b.mentions)), telling([article]))
        assert len(origins.origins) == count


def test_who_confirms_another_thing_in_passing_does_not_confirm_this() -> None:
    """ "The truce, which the ministry confirmed", after a battle was told of."""
    confirms = INTERIOR.model_copy(
        update={"stance": "confirms", "content": ((907, 912),), "sentence": (900, 950), "statement": "s9"}
    )
    b = told("Echo", POLICE)
    b = b.model_copy(update={"voices": (*b.voices, confirms)})
    beside = b.model_copy(update={"mentions": (*b.mentions, _beside("AGREE", 900))})
    for article, count in ((b, 2), (beside, 1)):
        origins = origins_of(Cluster(tuple((article, m) for m in b.mentions)), telling([article]))
        assert len(origins.origins) == count


def test_a_body_that_tells_what_became_of_those_who_are_known_from_it_speaks_of_that() -> None:
    """ "Four of the men who fled were caught, police said" tells nothing of the flight."""
    b = _plain(told("Echo", ARMY, POLICE), "fled")
    caught = b.mentions[1].model_copy(update={"event": "other", "type": "COERCE", "lemma": "catch", "word": "caught"})
    voices = (b.voices[0], b.voices[1].model_copy(update={"refers": ("e1",), "harm": True}))
    b = b.model_copy(update={"voices": voices, "mentions": (*b.mentions, caught)})
    why = {o.key: o.why for o in origins_of(Cluster(tuple((b, m) for m in b.mentions[:2])), telling([b])).origins}
    assert why["body:army"] == "says so"
    assert why["body:police"] != "tells what came of it"


def test_a_strike_hurts_nobody() -> None:
    """Whoever tells of the hurt in an article about one tells of something else."""
    hurt = POLICE.model_copy(update={"harm": True, "content": ((900, 950),), "statement": "s9"})
    first, second = _plain(told("Echo", body("bakers' league")), "strike", "PROTEST"), told("Bay", HOSPITAL, day=2)
    second = second.model_copy(update={"voices": (*second.voices, hurt)})
    second = _plain(second, "strike", None)
    strike = Cluster(tuple((b, m) for b in (first, first, second) for m in b.mentions))
    assert "body:police" not in {o.key for o in origins_of(strike, telling([first, second])).origins}


def test_an_outlet_of_the_story_is_no_origin_by_any_of_its_names() -> None:
    for key, name in (("lowland echo", "the Lowland Echo"), ("echo", "the Echo")):
        origins = rests_on([told("Lowland Echo", POLICE), told("Bay", body(key, name=name), day=2)])
        assert {o.key for o in origins.origins} == {"body:police"}


@pytest.mark.parametrize(
    ("outlet", "key", "name"),
    [
        ("The Civil Guard", "guard", "the Guard"),
        ("The Civil Guard", "civil guard", "the Civil Guard"),
        ("White House", "white house", "The White House"),
        ("Orm News Agency", "medicines agency", "the Medicines Agency"),
        ("  ", "police", ""),
    ],
)
def test_a_body_speaks_though_an_outlet_is_called_so(outlet: str, key: str, name: str) -> None:
    origins = rests_on([told(outlet, ARMY), told("Bay", body(key, name=name), day=2)])
    assert f"body:{key}" in {o.key for o in origins.origins}


def test_a_state_that_speaks_is_its_government() -> None:
    origins = rests_on(
        [told("Echo", body("defence ministry", "velmark")), told("Bay", person("velmark"), GOVERNMENT, day=2)]
    )
    assert {o.key for o in origins.origins} == {"body:defence ministry", "body:government"}
    assert (origins.at_least, origins.at_most) == (1, 2)


def test_an_owner_is_the_company_that_is_once_called_so() -> None:
    lines, works = body("elm lines", name="Its owner, Elm Lines,"), body("quellix", name="Quellix")
    origins = rests_on([told("Echo", lines, works), told("Bay", body("owner barge", name="the owner of a barge"))])
    assert {o.key for o in origins.origins} == {"body:elm lines", "body:quellix"}


def _main(*voices: Voice, apart: int) -> tuple[list[Brief], Brief]:
    """Three articles that lead with a blast, and a fourth in which one voice, by its number, speaks elsewhere."""
    others = [leading(told(o, POLICE, day=k)) for k, o in enumerate(("Echo", "Dale", "Far Post"), 1)]
    b = leading(told("Bay", *voices, day=4))
    far = b.voices[apart].model_copy(update={"content": ((900, 950),), "sentence": (900, 950)})
    mentions = tuple(m for k, m in enumerate(b.mentions) if k != apart)
    return others, b.model_copy(
        update={"voices": (*b.voices[:apart], far, *b.voices[apart + 1 :]), "mentions": mentions}
    )


def test_what_came_of_the_main_matter_tells_of_it() -> None:
    """ "Nine people died, the mayor said", where the deaths are an event of their own that the blast brought about."""
    others, b = _main(POLICE, body("mayor"), apart=1)
    died = Mention(
        event="d1", trigger=(910, 914), sentence=(900, 950), word="died", lemma="die", type="ASSAULT", status="occurred"
    )
    b = b.model_copy(update={"mentions": (*b.mentions, died)})
    story = telling([*others, b])
    blast = tuple((x, m) for x in story.briefs for m in x.mentions if m.event != "d1")
    assert "body:mayor" in {o.key for o in origins_of(Cluster(blast, effects=((b, died),)), story).origins}
    assert "body:mayor" not in {o.key for o in origins_of(Cluster(blast), story).origins}


def test_a_reporter_saw_the_main_matter_though_this_article_does_not_say_when_it_happened() -> None:
    others, b = _main(POLICE, reporter("Bay"), apart=1)
    unclear = tuple(m.model_copy(update={"status": "unknown"}) for m in b.mentions)
    b = b.model_copy(update={"mentions": unclear})
    assert "reporter" in {o.kind for o in rests_on([*others, b]).origins}
    assert "reporter" not in {o.kind for o in rests_on([b]).origins}
