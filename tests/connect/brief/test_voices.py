"""Who speaks for which body: sentence and its statement to voice."""

from __future__ import annotations

import pytest

from reportedly.connect.brief import Voice
from reportedly.connect.brief.stance import _is_known as is_which
from reportedly.connect.brief.voices import voices_of
from reportedly.record import Article, Record, Run, Statement
from reportedly.record.statement import Act, Source, SourceKind
from tests.connect.brief.speech import voices

SAYS = " said that nine people were killed."


def heard(source: str, kind: SourceKind, rest: str = SAYS, act: Act = "say", before: str = "") -> Voice:
    """The voice of a sentence that begins with its source; what follows "said" is the content."""
    text = before + source + rest
    start = len(before)
    cue = (start + len(source) + 1, start + len(source) + 1 + len(rest.split(maxsplit=1)[0]))
    statement = Statement(
        id="s1", source=Source(spans=((start, start + len(source)),), text=source, kind=kind, named=kind == "person"),
        cue=(cue,), content=((cue[1] + 1, len(text) - 1),), form="indirect", act=act,
    )  # fmt: skip
    record = Record(
        article=Article(id="x", outlet="The Tollmere Echo", title=None, text=text, language="en"),
        statements=(statement,), run=Run(reportedly="t", config="c"),
    )  # fmt: skip
    return next(v for v in voices_of(record) if v.statement == "s1")


BODIES: list[tuple[str, SourceKind, str | None, str | None]] = [
    ("police", "organisation", None, "police"),
    ("Police spokeswoman Ada Brook", "person", "ada brook", "police"),
    ("The city police chief, Ada Brook,", "person", "ada brook", "police"),
    ("Ada Brook, the city police chief,", "person", "ada brook", "police"),
    ("A spokesman for the coast guard", "organisation", None, "coastguard"),
    ("Coastguard commander Ada Brook", "person", "ada brook", "coastguard"),
    ("Fire chief Ada Brook", "person", "ada brook", "firefighters"),
    ("the fire brigade", "organisation", None, "firefighters"),
    ("the relief service of the province", "organisation", None, "relief service"),
    ("The maker, Quellix,", "person", None, "quellix"),
    ("Ada Brook, who leads the League's observers,", "person", "ada brook", "league"),
    ("The Foreign Ministry of Lorvia", "organisation", None, "foreign ministry"),
    ("Interior Minister Ada Brook", "person", "ada brook", "interior ministry"),
    ("Deputy Interior Minister Ada Brook", "person", "ada brook", "interior ministry"),
    ("The country’s Interior Ministry", "organisation", None, "interior ministry"),
    ("the Ministry of the Interior", "organisation", None, "interior ministry"),
    ("Defense Secretary Ada Brook", "person", "ada brook", "defence ministry"),
    ("Ada Brook, general secretary of the Quay Workers’ Union,", "person", "ada brook", "quay workers' union"),
    ("the Quay Workers' Union", "organisation", None, "quay workers' union"),
    ("President Ada Brook", "person", "ada brook", "presidency"),
    ("The president’s spokeswoman, Ada Brook,", "person", "ada brook", "presidency"),
    ("the president's office", "organisation", None, "presidency"),
    ("Prime Minister Ada Brook", "person", "ada brook", "government"),
    ("Mayor Ada Brook", "person", "ada brook", "mayor"),
    ("The harbourmaster, Ada Brook,", "person", "ada brook", "harbourmaster"),
    ("harbour master Ada Brook", "person", "ada brook", "harbourmaster"),
    ("the harbour master's office", "organisation", None, "harbourmaster"),
    ("the governor of the Northern Province", "anonymous", None, "governor"),
    ("Governor Ada Brook", "person", "ada brook", "governor"),
    ("Ada Brook, the elder of the village,", "person", "ada brook", None),
    ("the elder of the village", "anonymous", None, None),
    ("A gang that calls itself the Night Herons", "anonymous", None, "night herons"),
    ("the police there", "organisation", None, "police"),
    ("The Fisheries Ministry's bulletin of Sunday noon", "document", None, "fisheries ministry"),
    ("Ada Brook, who heads the town's water department,", "person", "ada brook", "water department"),
    ("Colonel Ada Brook, a spokeswoman for the general staff,", "person", "ada brook", "army"),
    ("ministry official Ada Brook", "person", "ada brook", "ministry"),
    ("TOLLMERE — A clerk who was on duty", "person", None, None),
    ("The army, known as the Elm Shield,", "organisation", None, "army"),
    ("A report on the army's stores", "document", None, None),
    ("A nurse at the clinic, Ada Brook,", "person", "ada brook", None),
    ("Omer Bar Lev, a miller,", "person", "omer bar lev", None),
    ("a guard", "anonymous", None, None),
    ("A night nurse who was on duty at Elm Street", "person", None, None),
    ("The owner, Elm Shipping of Tollmere,", "organisation", None, "elm shipping tollmere"),
    ("Dr. Ada Brook of Elm General Hospital", "person", "ada brook", "elm general hospital"),
    ("Ada Brook, director of Elm General Hospital,", "person", "ada brook", "elm general hospital"),
    ("the city ambulance service", "organisation", None, "ambulance service"),
    ("the union's president, Ada Brook,", "person", "ada brook", "union"),
    ("the council's delegate, Ada Brook,", "person", "ada brook", "council"),
    ("Chief of Staff General Ada Brook", "person", "ada brook", None),
    ("the Quay Union and the Port Elm Authority", "organisation", None, "quay union"),
    ("The mill's owner, Dalton Foods,", "anonymous", None, "dalton foods"),
    ("the Bakers' League", "organisation", None, "bakers' league"),
    ("The town hall", "anonymous", None, "municipality"),
    ("The Foreign Office", "organisation", None, "foreign ministry"),
    ("Dr. Ada Brook of the district hospital", "person", "ada brook", "district hospital"),
    ("Velmark's armed forces", "organisation", None, "army"),
    ("the Velmark general staff", "organisation", None, "army"),
    ("the Port Elm Authority", "organisation", None, "port elm authority"),
    ("The operator, Elm Lines,", "organisation", None, "elm lines"),
    ("the ferry's operator", "anonymous", None, "operator"),
    ("the charity Open Hand, which runs a kitchen,", "anonymous", None, "open hand"),
    ("Clear Water, an association of anglers,", "group", None, "clear water"),
    ("The agency's Ada Brook", "person", "ada brook", "agency"),
    ("police officer Ada Brook", "person", "ada brook", "police"),
    ("the fire chief of Elm Hill, Captain Ada Brook,", "person", "ada brook", "firefighters"),
    ("the People's Alliance", "organisation", None, "people's alliance"),
    ("the club to which the boat belonged", "organisation", None, "club"),
    ("The governor's office", "organisation", None, "governor"),
    ("The president's press office", "organisation", None, "presidency"),
    ("the navy command", "organisation", None, "navy"),
    ("the prosecutor, Ada Brook,", "person", None, "prosecutors"),
    ("Works Minister Ada Brook", "person", "ada brook", "works ministry"),
    ("Organisers", "group", None, "organisers"),
    ("An earlier police report", "document", None, "police"),
    ("The military prosecutor's office", "organisation", None, "army prosecutors"),
    ("its water department", "organisation", None, "water department"),
    ("the Labor Department", "organisation", None, "labour ministry"),
    ("the Lowland Brotherhood's command", "organisation", None, "lowland brotherhood"),
    ("The owner of a ferry held by the navy", "organisation", None, "owner ferry"),
    ("Carmakers Velo Norda", "person", "velo norda", None),
    ("Ada Brook of the campaign group Free Elm", "person", "ada brook", "free elm"),
    ("Ada Brook, a stallholder,", "person", "ada brook", None),
    ("passenger Ada Brook", "person", "ada brook", None),
    ("Velmora spokeswoman Ada Brook", "person", "ada brook", "velmora"),
    ("the command of the Lowland Brotherhood", "organisation", None, "lowland brotherhood"),
    ("the head of the coast guard's diving unit, Ada Brook,", "person", "ada brook", "coastguard"),
    ("Ada Brook, the Lake League's envoy,", "person", "ada brook", "lake league"),
    ("The Daughters of Elm", "group", None, "daughters of elm"),
    ("Quarry Homes", "group", None, "quarry homes"),
    ("Most Velmarkians", "group", None, None),
    ("Young Velmarkians", "group", None, None),
    ("the union's executive", "organisation", None, "union"),
    ("the union's critics", "organisation", None, None),
    ("the port's oldest rivals", "organisation", None, None),
    ("Senior Reformists", "group", None, None),
    ("Two Lancers", "group", None, None),
    ("Harbour Pickets", "group", None, None),
    ("The Harbour Pickets", "group", None, "harbour pickets"),
    ("The Ministry of Quarries", "organisation", None, "quarries ministry"),
    ("One bank", "organisation", None, None),
    ("Sheikh Ada Brook", "person", "ada brook", None),
    ("Ada Brook, who heads one of them,", "person", "ada brook", None),
    ("two officials", "anonymous", None, None),
    ("Residents", "group", None, None),
]


@pytest.mark.parametrize(("source", "kind", "person", "body"), BODIES)
def test_who_speaks_for_a_body_is_that_body(
    source: str, kind: SourceKind, person: str | None, body: str | None
) -> None:
    v = heard(source, kind)
    assert (v.person, v.body) == (person, body)


@pytest.mark.parametrize(
    ("source", "owner"),
    [
        ("Velmark's Interior Ministry", "velmark"),
        ("Velmarkian army", "velmarkian"),
        ("Velmark army", "velmark"),
        ("Velmark Foreign Ministry", "velmark"),
        ("The Velmark foreign minister", "velmark"),
        ("Velmark Energy", None),
        ("French police", "FRA"),
        ("the country’s police", None),
    ],
)
def test_whose_body_it_is_stays_beside_it(source: str, owner: str | None) -> None:
    assert heard(source, "organisation").owner == owner


@pytest.mark.parametrize(
    ("source", "of_body", "people", "group"),
    [
        ("A ministry official", "ministry", 1, "official#1"),
        ("An official of the defence ministry", "defence ministry", 1, "official#1"),
        ("A fourth official, in the finance ministry,", "finance ministry", 1, "official#1"),
        ("Two diplomats", None, 2, "diplomat#1"),
        ("Three people familiar with the matter", None, 3, "person#1"),
        ("A person close to the talks", None, 1, "person#1"),
        ("A source close to the minister", "ministry", 1, "source#1"),
        ("Two people close to the investigation", "inquiry", 2, "person#1"),
        ("An aide to Mayor Ada Brook", "mayor", 1, "aide#1"),
        ("An employee of Dalton Foods", "dalton foods", 1, "employee#1"),
        ("A woman who works for Dalton Foods", "dalton foods", 1, "woman#1"),
        ("A member of the union's executive", "union", 1, "member#1"),
        ("Two people close to his family", "family", 2, "person#1"),
        ("Two members of the prosecutor's team of clerks", "prosecutors", 2, "member#1"),
    ],
)
def test_unnamed_people_are_counted_and_placed(source: str, of_body: str | None, people: int, group: str) -> None:
    v = heard(source, "anonymous")
    assert (v.of_body, v.people, v.group) == (of_body, people, group)


@pytest.mark.parametrize(
    ("source", "kind", "first_hand"),
    [
        ("the city ambulance service", "organisation", "care"),
        ("Elm General Hospital", "organisation", "care"),
        ("A nurse at the clinic", "anonymous", "care"),
        ("passenger Ada Brook", "person", "witness"),
        ("The relief league, which runs the shelter,", "organisation", "care"),
        ("Ada Brook, who was on the lower deck,", "person", "witness"),
        ("Fishermen who were first at the scene", "group", "witness"),
        ("Ada Brook, who sat in the last row,", "person", "witness"),
        ("An Echo reporter", "anonymous", "reporter"),
        ("Two nurses, who were not allowed to speak to reporters,", "anonymous", "care"),
        ("police", "organisation", None),
    ],
)
def test_who_was_there(source: str, kind: SourceKind, first_hand: str | None) -> None:
    assert heard(source, kind).first_hand == first_hand


STANCES: list[tuple[str, SourceKind, str, Act, str]] = [
    ("The mill", "organisation", ' said "We have no information that the clerk was freed."', "say", "answers"),
    ("Their lawyer", "person", " said that the claim that the clerk was freed rested on one letter.", "say", "answers"),
    ("The court", "organisation", " said the claims were lodged by nine miners.", "say", "tells"),
    ("police", "organisation", " said that a bomb had exploded.", "say", "tells"),
    ("police", "organisation", " confirmed the attack.", "say", "confirms"),
    ("police", "organisation", " confirmed no part of the account.", "say", "silent"),
    ("police", "organisation", " declined to give a number.", "decline", "silent"),
    ("the ministry", "organisation", " denied the report.", "deny", "answers"),
    ("the ministry", "organisation", " condemned the attack.", "say", "answers"),
    ("the ministry", "organisation", " said that it had no hand in the attack.", "say", "answers"),
    ("the ministry", "organisation", " said there had been no crash.", "say", "answers"),
    ("the union", "organisation", " said it would fight the closure.", "say", "answers"),
    ("the government", "organisation", " plans to send aid.", "want", "answers"),
    ("the government", "organisation", " considers a halt to deliveries.", "believe", "answers"),
    ("police", "organisation", " believe that nine people died.", "believe", "tells"),
    ("the ministry", "organisation", " said that nobody had been arrested.", "say", "answers"),
    ("the ministry", "organisation", " said no flight had been cancelled.", "say", "answers"),
    ("the ministry", "organisation", " said no fewer than nine had died.", "say", "tells"),
    ("the ministry", "organisation", " said nobody had survived the crash.", "say", "tells"),
    ("the ministry", "organisation", " said that nothing was left of the mill.", "say", "tells"),
    ("the ministry", "organisation", " said no bomb fell but two shells did.", "say", "tells"),
    ("the army", "organisation", " described as a crude lie the claim that a bomb had exploded.", "say", "answers"),
    ("the army", "organisation", " described as careful the work of those who cleared it.", "say", "tells"),
    ("two traders", "anonymous", " said that a bomb had exploded.", "say", "answers"),
    ("two traders who deliver flour there", "anonymous", " said that a bomb had exploded.", "say", "tells"),
    ("analyst Ada Brook", "person", " said that a bomb had exploded.", "say", "answers"),
    ("Residents of the quarter", "group", " said that a bomb had exploded.", "say", "answers"),
]


@pytest.mark.parametrize(("source", "kind", "rest", "act", "stance"), STANCES)
def test_who_only_answers_is_told_from_who_tells(
    source: str, kind: SourceKind, rest: str, act: Act, stance: str
) -> None:
    assert heard(source, kind, rest, act).stance == stance


def test_an_attribution_without_a_statement_is_heard() -> None:
    text = "Velmark is studying a halt to gas deliveries, Finance Minister Ada Brook said on Saturday."
    record = Record(
        article=Article(id="x", outlet=None, title=None, text=text, language="en"), run=Run(reportedly="t", config="c")
    )
    [v] = voices_of(record)
    assert (v.statement, v.person, v.body) == ("said1", "ada brook", "finance ministry")


def test_an_official_of_a_ministry_is_unnamed() -> None:
    text = "The mill may close in the spring, an official of the Labour Ministry said on Saturday."
    record = Record(
        article=Article(id="x", outlet=None, title=None, text=text, language="en"), run=Run(reportedly="t", config="c")
    )
    [v] = voices_of(record)
    assert (v.kind, v.group, v.of_body) == ("anonymous", "official#1", "labour ministry")


TOLD_OF_THEM = [
    ("Ada Brook", "person", " said that the mill was dark. She dragged a boy out by his coat.", "witness"),
    ("Ada Brook", "person", " said that she had spoken to four of the men.", "witness"),
    ("Ada Brook", "person", " said that the mill was dark.", None),
    ("Elm Lines", "organisation", " said that its divers had brought six people ashore.", "care"),
    ("Elm Lines", "organisation", " said that its fares had brought in six millions.", None),
]


@pytest.mark.parametrize(("source", "kind", "rest", "first_hand"), TOLD_OF_THEM)
def test_who_helped_was_there(source: str, kind: SourceKind, rest: str, first_hand: str | None) -> None:
    assert heard(source, kind, rest).first_hand == first_hand


@pytest.mark.parametrize(
    "text", ["A Wire reporter who came at dawn saw four bodies.", "When this reporter reached the mill, it was dark."]
)
def test_a_reporter_who_came_saw_it(text: str) -> None:
    record = Record(
        article=Article(id="x", outlet="Bay Gazette", title=None, text=text, language="en"),
        run=Run(reportedly="t", config="c"),
    )
    assert [v.first_hand for v in voices_of(record)] == ["reporter"]


def test_what_a_reporter_saw_is_a_voice() -> None:
    text = "A Velden Wire photographer saw four bodies beside the line."
    record = Record(
        article=Article(id="x", outlet="Bay Gazette", title=None, text=text, language="en"),
        run=Run(reportedly="t", config="c"),
    )
    [v] = voices_of(record)
    assert (v.first_hand, v.body_name) == ("reporter", "Velden Wire")


@pytest.mark.parametrize("text", ["", "\n\n", "”", "said", ", said."])
def test_odd_texts_have_no_voices(text: str) -> None:
    record = Record(
        article=Article(id="x", outlet=None, title=None, text=text, language="en"), run=Run(reportedly="t", config="c")
    )
    assert voices_of(record) == ()


@pytest.mark.parametrize(
    ("rest", "first_hand"),
    [
        (" said she had watched the roof fall.", "witness"),
        (" said that she heard two shots.", "witness"),
        (" said she had heard of two shots.", None),
        (" said the roof had fallen.", None),
    ],
)
def test_who_is_told_to_have_seen_it_was_there(rest: str, first_hand: str | None) -> None:
    assert heard("Ada Brook", "person", rest).first_hand == first_hand


OWNERS = [
    ("The Foreign Ministry of Lorvia", "lorvia"),
    ("The army of Lorvia", "lorvia"),
    ("The Ministry of Health", None),
    ("The office of the president of Lorvia", "lorvia"),
]


@pytest.mark.parametrize(("source", "owner"), OWNERS)
def test_a_state_after_its_body_is_whose_it_is(source: str, owner: str | None) -> None:
    """A field after "ministry of" is no state."""
    assert heard(source, "organisation").owner == owner


def test_what_only_says_which_is_taken_for_known() -> None:
    """Who tells how fast "the tram that crashed" was says nothing new of the crash."""
    assert is_which("he said the tram that ", "crashed")
    assert not is_which("he said that the tram ", "crashed")


def test_a_reporter_who_saw_nothing_bears_out_nothing() -> None:
    saw = heard("A Tollmere Echo reporter", "anonymous", " saw soldiers in the square.", act="believe")
    none = heard("A Tollmere Echo reporter", "anonymous", " saw no soldiers in the square.", act="believe")
    assert (saw.first_hand, saw.stance, none.stance) == ("reporter", "tells", "answers")


CAME = [
    ("Smoke rose from the depot when a Tollmere Echo reporter arrived.", 1),
    ("A Tollmere Echo reporter saw smoke over the depot.", 1),
    ("A Tollmere Echo reporter saw no smoke over the depot.", 0),
    ("In the gymnasium the Echo counted thirty mattresses.", 1),
    ("The Echo saw a copy of the contract.", 0),
    ("Smoke could be seen over the depot, where our reporter stood.", 1),
    ("Smoke could be seen over the depot.", 0),
    ("Nobody was there when a reporter asked for an answer.", 0),
]


@pytest.mark.parametrize(("text", "eyes"), CAME)
def test_what_a_reporter_found_on_coming_is_seen(text: str, eyes: int) -> None:
    article = Article(id="x", outlet="The Tollmere Echo", title=None, text=text, language="en")
    voices = voices_of(Record(article=article, run=Run(reportedly="t", config="c")))
    assert len([v for v in voices if v.first_hand == "reporter"]) == eyes


TOLD = [
    ("Ada Brook, whose shop stands by the depot, was on the stairs. ", "witness"),
    ("Ada Brook, whose brother mends clocks, is a grocer. ", None),
    ("Ada Brook, a grocer, got out through the roof. ", "witness"),
    ("Ada Brook, who mends clocks there, was on the stairs. ", "witness"),
    ("Ada Brook had been locked in the vault. ", "witness"),
    ("Ada Brook was at home in another town. ", None),
    ("Ada Brook is a grocer. ", None),
]


@pytest.mark.parametrize(("before", "first_hand"), TOLD)
def test_of_whom_it_is_told_was_there(before: str, first_hand: str | None) -> None:
    assert heard("Ada Brook", "person", " said the roof had fallen.", before=before).first_hand == first_hand


def quoted(words: str) -> Voice:
    """Ada Brook, who says these words in quotation marks."""
    source, text = "Ada Brook", f"“{words},” Ada Brook said."
    at = text.index(source)
    statement = Statement(
        id="s1", source=Source(spans=((at, at + len(source)),), text=source, kind="person", named=True),
        cue=((len(text) - 5, len(text) - 1),), content=((0, at - 1),), form="direct", act="say",
    )  # fmt: skip
    record = Record(
        article=Article(id="x", outlet=None, title=None, text=text, language="en"), statements=(statement,),
        run=Run(reportedly="t", config="c"),
    )  # fmt: skip
    [v] = voices_of(record)
    return v


def test_who_tells_what_befell_him_was_there_not_who_tells_what_he_wants() -> None:
    assert quoted("We ran when the wall shook").first_hand == "witness"
    assert quoted("They pulled me up by the coat").first_hand == "witness"
    assert quoted("We want nothing from them").first_hand is None
    assert quoted("I would not have gone").first_hand is None


def test_an_editor_speaks_for_an_outlet() -> None:
    assert heard("its editor, Ada Brook,", "person").kind == "outlet"


def test_a_reporter_of_another_outlet_saw_it_for_that_one() -> None:
    assert heard("A Velden Wire reporter", "anonymous", " saw smoke.", act="believe").body_name == "Velden Wire"
    assert heard("An Echo reporter", "anonymous", " saw smoke.", act="believe").body_name == "The Tollmere Echo"
    norvian = heard("A Norvian reporter", "anonymous", " saw smoke.", act="believe")
    assert norvian.body_name == "The Tollmere Echo"


def test_who_is_against_a_body_is_none_of_its_people() -> None:
    for words, of_body in (("a clerk of the union", "union"), ("a critic of the union", None)):
        assert heard(words, "anonymous").of_body == of_body


def test_the_last_word_of_its_name_is_the_article_itself() -> None:
    assert heard("The Echo", "person").person is None


def test_that_is_according_to_somebody_is_the_sentence_before() -> None:
    text = "Nine barges of grain sank in the lock. That is according to the harbour authority."
    said = text.index("That")
    at = text.index("the harbour")
    statement = Statement(
        id="s1", source=Source(spans=((at, len(text) - 1),), text=text[at:-1], kind="organisation", named=False),
        cue=((at - 13, at - 1),), content=((said, said + 4),), form="indirect", act="say",
    )  # fmt: skip
    record = Record(
        article=Article(id="x", outlet=None, title=None, text=text, language="en"), statements=(statement,),
        run=Run(reportedly="t", config="c"),
    )  # fmt: skip
    [v] = voices_of(record)
    assert [text[a:b] for a, b in v.content] == ["Nine barges of grain sank in the lock"]


SAME: list[tuple[str, list[tuple[str, SourceKind]]]] = [
    ("A person who works there said so. Nobody else knew, the clerk said.",
     [("A person who works there", "anonymous"), ("the clerk", "anonymous")]),
    ("A man in the mill said so. It is over, the man said.",
     [("A man in the mill", "anonymous"), ("the man", "person")]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "sources"), SAME)
def test_who_is_told_of_again_by_another_word_is_no_second(text: str, sources: list[tuple[str, SourceKind]]) -> None:
    first, second = voices(text, sources, {"the man": "person"})
    assert second.group == first.group


def test_a_role_is_of_whoever_is_named_next_though_another_body_spoke_beside_it() -> None:
    text = "The police chief said so, a day after the army said no. It is over, Ada Brook said."
    sources: list[tuple[str, SourceKind]] = [("The police chief", "anonymous"), ("the army", "organisation"),
                                             ("Ada Brook", "person")]  # fmt: skip
    assert voices(text, sources, {"Ada Brook": "person"})[-1].body == "police"


def test_a_firm_that_has_just_spoken_is_its_lawyers_and_its_executives() -> None:
    for words in ("its lawyer, Ada Brook,", "chief executive Ada Brook"):
        text = f"Dalton Foods said the mill was safe. It is new, {words} said."
        sources: list[tuple[str, SourceKind]] = [("Dalton Foods", "organisation"), (words, "person")]
        assert voices(text, sources, {"Ada Brook": "person"})[-1].body == "dalton foods"
