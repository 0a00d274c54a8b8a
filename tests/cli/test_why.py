# ruff: noqa: E501 (whole lines of what is printed)
"""`reportedly why`: words, makers, scores, and messages that help."""

from __future__ import annotations

import io
import json
import sys
from pathlib import Path

import pytest

from reportedly.cli import main
from reportedly.cli.explain import explain
from reportedly.record import Article, Entity, Event, Participant, Place, Record, Why
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
