# ruff: noqa: E501 (whole lines of what is printed)
"""`reportedly why`: words, makers, scores, and messages that help."""

from __future__ import annotations

import io
import json
import re
import sys
from pathlib import Path

import pytest

from reportedly.cli import main
from reportedly.record import Article, Entity, Event, Participant, Place, Record, Why
from reportedly.web.reading.explain import explain
from tests.web.invented_events import hostile_events, raid
from tests.web.invented_records import RUN, harbour, hostile, quiet

S2 = """\
statement s2  Strike would close Tarrow port – union chief · The Harbor Post

  … would close Tarrow port – union chief TARROW (Sky Tirana) – [source: Two officials] [cue: told] \
[addressee: Sky Tirana] on Friday that [content: the navy was considering a blockade of the Tarrow strait before the \
end of the month, a plan that the defence ministry has “never discussed”]. “The port will close on Monday,” said Ana \
Resk, who leads …

  holds: s3 (the defence ministry)

source.spans     “Two officials” 68-81
                 by head:source@1, score 0.93, because of “Two officials”
source.text      Two officials
source.kind      anonymous
                 by rule:unnamed-plural@1, because of “officials”
source.named     no
cue              “told” 82-86
content          “the navy was considering a blockade of the Tarrow strait before the end of the month, a plan that the \
defence ministry has “never discussed”” 113-253
form             indirect
act              say
relay            Two officials → Sky Tirana → The Harbor Post
                 by rule:told-outlet@1, because of “told Sky Tirana”
addressee.spans  “Sky Tirana” 87-97
addressee.text   Sky Tirana
said             t1 = Friday
not set: parent, source.entity, addressee.entity
read by reportedly 0.1.0, reader sha256:5eed
"""


@pytest.fixture
def records(tmp_path: Path) -> str:
    path = tmp_path / "records.jsonl"
    lines = [json.dumps(r.to_json(), ensure_ascii=False) + "\n" for r in (harbour(), hostile(), quiet())]
    path.write_text("".join(lines), encoding="utf-8")
    return str(path)


def test_a_statement_for_people(records: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["why", records, "--article", "harbour-1", "s2"]) == 0
    assert capsys.readouterr().out == S2


def test_an_id_of_one_article_needs_no_article(records: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["why", records, "s3"]) == 0
    out = capsys.readouterr().out
    assert "reported inside: s2 (Two officials)" in out
    assert "source.entity  n2 = Ministry of Defence\n" in out


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (["s2"], "2 articles have 's2'; choose one with --article: harbour-1, x␛]0;owned␇"),
        (["--article", "zz", "s2"], "no article 'zz' in this file; it holds: harbour-1, x␛]0;owned␇, quiet"),
        (["--article", "quiet", "s1"], "no 's1' in 'quiet'; it has: nothing"),
        (["s\x1b9", "--article", "x\x1b]0;owned\x07"], "no 's␛9' in 'x␛]0;owned␇'; it has: s1, s2"),
        (["s99"], "no 's99' in this file; it has: s1, s2, s3, s4, s5, s6, s7, s8, s9, s10, s11, s12, s13, s14, n1, n2, n3, "
                  "n4, t1, t2"),
    ],
)  # fmt: skip
def test_messages_say_what_there_is(
    records: str, arguments: list[str], message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["why", records, *arguments]) == 2
    assert capsys.readouterr() == ("", f"error: {message}\n")


@pytest.mark.parametrize(
    ("content", "message"),
    [
        (b"", "is empty"),
        (b"a page\n", "line 1 is no record: not JSON"),
        (b"[" * 100_000, "line 1 is no record: not JSON"),
        (b"\xff\xfe\n", "line 1 is no record: not JSON"),
        (b'{"id": "a", "text": "x"}\n', "line 1 is no record: it has no field 'record'"),
        (b'{"record": 2}\n', "is a record of version 2"),
        (b'{"record": 1}\n', "line 1 is no record: article: Field required"),
    ],
)
def test_files_that_hold_no_records(
    tmp_path: Path, content: bytes, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "f.jsonl"
    path.write_bytes(content)
    assert main(["why", str(path), "s1"]) == 2
    err = capsys.readouterr().err
    assert message in err
    assert err.count("\n") == 1


def test_a_file_that_is_not_there(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["why", str(tmp_path / "none.jsonl"), "s1"]) == 2
    assert "none.jsonl cannot be read: No such file or directory" in capsys.readouterr().err


def test_standard_input_and_json(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    line = json.dumps(harbour().to_json()).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(line)))
    assert main(["why", "--json", "-", "s2"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["article"], answer["is"], answer["id"], answer["nested"]) == ("harbour-1", "statement", "s2", ["s3"])
    fields = {f["field"]: f for f in answer["fields"]}
    assert fields["source.spans"] == {
        "field": "source.spans", "value": [[68, 81]], "words": ["Two officials"], "points_at": None,
        "by": "head:source@1", "score": 0.934, "evidence": [{"span": [68, 81], "text": "Two officials"}], "missing": None,
    }  # fmt: skip
    assert fields["said"]["points_at"] == "Friday"


def test_hostile_words_are_shown(records: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["why", records, "--article", "x\x1b]0;owned\x07", "s2"]) == 0
    out = capsys.readouterr().out
    assert "by ␛[1m<rule>, missing: failed" in out
    assert not set(out) & set("\x00\x07\x1b\x9b\u202e\u200b")


def test_every_kind_of_noun_is_explained(records: str, capsys: pytest.CaptureFixture[str]) -> None:
    for wanted, said in (("n1", "[mentions: union chief]"), ("t1", "[span: Friday]")):
        assert main(["why", records, wanted]) == 0
        assert said in capsys.readouterr().out


E1 = """\
event e1  Shells fall on Tarrow · The Inland Gazette

  [actor: Rebels] [trigger: shelled] [recipient: Tarrow] on Friday, killing 11 people and wounding at least eight, the …

  ■ ASSAULT.heavy-weapons, occurred, according to the army (s1)
    Rebels → Tarrow · killed 11 people, injured 8+ · Friday · Tarrow
  the same event: e11 (attacked), e12 (shelling)

trigger            “shelled” 7-14
                   by head:trigger@1, score 0.91
sentence           “Rebels shelled Tarrow on Friday, killing 11 people and wounding at least eight, the army said.” 0-94
type               ASSAULT
                   by head:kind@1, score 0.87, because of “shelled”
mode               heavy-weapons
                   by head:kind@1, score 0.30, missing: not said
contexts           military
cameo              194
quad               material_conflict
actors.1.span      “Rebels” 0-6
                   by head:actor@1, score 0.80, because of “Rebels”
actors.1.text      Rebels
actors.1.entity    n1 = Northern Rebels
recipients.1.span  “Tarrow” 15-21
                   by head:recipient@1, score 0.70, because of “Tarrow”
recipients.1.text  Tarrow
counts.1.what      killed
counts.1.low       11
counts.1.high      11
counts.1.of        people
counts.1.span      “11” 41-43
                   by rule:numbers@1, because of “11”, “eight”
counts.2.what      injured
counts.2.low       8
counts.2.span      “eight” 73-78
                   by rule:numbers@1, because of “11”, “eight”
place              p1 = Tarrow
time               t1 = Friday
status             occurred
                   by rule:past-tense@1, because of “shelled”
factuality         2.6
according_to       s1 = the army
not set: recipients.1.entity, counts.1.unit, counts.1.basis, counts.2.high, counts.2.unit, counts.2.of, counts.2.basis, \
same_as
read by reportedly 0.1.0, reader sha256:5eed
"""


@pytest.fixture
def raided(tmp_path: Path) -> str:
    path = tmp_path / "raid.jsonl"
    lines = [json.dumps(r.to_json()) + "\n" for r in (raid(), hostile_events())]
    path.write_text("".join(lines))
    return str(path)


def test_an_event_for_people(raided: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["why", "--article", "raid-1", raided, "e1"]) == 0
    assert capsys.readouterr().out == E1


def test_statement_and_events_point_at_each_other(raided: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["why", "--article", "raid-1", raided, "s4"]) == 0
    assert "  tells of: e11 (attacked)\n" in capsys.readouterr().out
    assert main(["why", "--article", "raid-1", raided, "e11"]) == 0
    out = capsys.readouterr().out
    assert "  □ ASSAULT, denied, according to The rebels (s4)\n    → the town\n" in out
    assert "  the same event: e1 (shelled), e12 (shelling)\n" in out
    assert re.search(r"^same_as +e1 = shelled$", out, re.M)
    assert main(["why", "--article", "raid-1", "--json", raided, "e12"]) == 0
    answer = json.loads(capsys.readouterr().out)
    assert (answer["events"], answer["same"]) == ([], ["e1", "e11"])


def test_an_empty_list_says_why_it_is_empty() -> None:
    event = (
        raid()
        .events[1]
        .model_copy(update={"actors": (), "why": {"actors": Why(by="head:actor@1", missing="not_said")}})
    )
    found = explain(raid().model_copy(update={"events": (event,)}), "e2")
    assert found
    assert [(r.field, r.why.missing) for r in found.rows if r.why] == [("actors", "not_said")]


def test_hostile_events_are_shown(raided: str, capsys: pytest.CaptureFixture[str]) -> None:
    for event in hostile_events().events[:2]:
        assert main(["why", "--article", "x\x1b]0;owned\x07", raided, event.id]) == 0
        out = capsys.readouterr().out
        assert not set(out) & set("\x00\x07\x1b\x9b\u202e\u200b")


def test_a_missing_event_may_have_no_type(raided: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["why", "--article", "raid-1", raided, "e99"]) == 2
    assert "; events without a type are kept by reportedly read --all-events only\n" in capsys.readouterr().err


def test_events_and_places() -> None:
    record = Record(
        article=Article(id="a", text="Rebels shelled Tarrow."),
        entities=(Entity(id="n1", name="Rebels", kind="group"),),
        places=(Place(id="p1", span=(15, 21), text="Tarrow", use="location"),),
        events=(
            Event(id="e1", trigger=(7, 14), sentence=(0, 22), actors=(Participant(span=(0, 6), text="Rebels", entity="n1"),),
                  place="p1", why={"status": Why(by="rule:modal@1", missing="ambiguous")}),
        ),
        run=RUN,
    )  # fmt: skip
    event = explain(record, "e1")
    assert event
    rows = {r.field: r for r in event.rows}
    assert rows["trigger"].words == ("shelled",)
    assert rows["actors.1.entity"].points_at == "Rebels"
    assert rows["place"].points_at == "Tarrow"
    assert rows["status"].why == Why(by="rule:modal@1", missing="ambiguous")
    assert explain(record, "p1")
    assert explain(record, "s1") is None


def test_a_maker_of_all_words_is_named_at_each() -> None:
    made = Why(by="head:links@1", score=0.5)
    record = harbour()
    statement = record.statements[0].model_copy(update={"why": {"spans": made, "mentions:rule": made}})
    found = explain(record.model_copy(update={"statements": (statement,)}), "s1")
    assert found
    assert [r.field for r in found.rows if r.why] == ["source.spans", "cue", "content", "mentions:rule"]
