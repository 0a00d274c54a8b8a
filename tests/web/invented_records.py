# ruff: noqa: E501 (sentences of articles)
"""Invented articles with records made by hand, rich in what pages and ledgers must cope with.

`say(record text, source, cue, content, ...)` finds the words in the text, so that no offset is written by hand.
"""

from __future__ import annotations

from typing import Any

from reportedly.record import (
    Addressee,
    Article,
    Entity,
    Problem,
    Record,
    Run,
    Source,
    Span,
    Statement,
    Time,
    Why,
)  # fmt: skip

RUN = Run(reportedly="0.1.0", models={"reader": "sha256:5eed"}, config="sha256:c0de")


class Text:
    """A text in which words are found; `after` skips what stands before."""

    def __init__(self, text: str) -> None:
        self.text = text

    def span(self, words: str, after: str = "") -> Span:
        start = self.text.index(words, self.text.index(after) if after else 0)
        return (start, start + len(words))

    def spans(self, words: str | tuple[str, ...] | None, after: str = "") -> tuple[Span, ...]:
        if not words:
            return ()
        return tuple(self.span(w, after) for w in ((words,) if isinstance(words, str) else words))

    def say(
        self, id: str, source: str | None, cue: str, content: str | tuple[str, ...] | None, **more: Any
    ) -> Statement:
        """A statement. `after` skips what stands before it, `to` is whom it was told, the rest are fields."""
        after, to = more.pop("after", ""), more.pop("to", None)
        who = {name: more.pop(name) for name in ("entity", "named") if name in more}
        return Statement(
            id=id,
            source=Source(spans=self.spans(source, after), text=source, kind=more.pop("kind", "person"), **who),
            cue=self.spans(cue, after),
            content=self.spans(content, after),
            form=more.pop("form", "indirect"),
            act=more.pop("act", "say"),
            addressee=Addressee(spans=self.spans(to, after), text=to) if to else None,
            **more,
        )


HARBOUR = Text(
    "Strike would close Tarrow port – union chief\n\n"
    "TARROW (Sky Tirana) – Two officials told Sky Tirana on Friday that the navy was considering a blockade of the "
    "Tarrow strait before the end of the month, a plan that the defence ministry has “never discussed”.\n\n"
    "“The port will close on Monday,” said Ana Resk, who leads the dockers' union, “and it will stay closed until "
    "the ministry talks to us.” She added that shipping companies had been warned last month.\n\n"
    "According to a report by the Institute for Coastal Trade, the closure would cost 40 million marks a week. "
    "It is widely thought that the government wants to avoid a confrontation.\n\n"
    "Residents said the mayor had told them that food would not run short. Reportedly, three freighters have already "
    "turned back.\n\n"
    "The press secretary denied that any order had been given. The defence ministry declined to comment on the "
    "blockade. Corran Lines did not respond to a request for comment sent on Thursday.\n\n"
    "Read the full story at harborpost.example."
)  # fmt: skip


def harbour() -> Record:
    """Nested, discontinuous, anonymous, without a source, refusals, relay, pronoun and role resolved, truncated."""
    t = HARBOUR
    why = {
        "source": Why(by="head:source@1", score=0.934, evidence=t.spans("Two officials")),
        "source.kind": Why(by="rule:unnamed-plural@1", evidence=t.spans("officials")),
        "relay": Why(by="rule:told-outlet@1", evidence=t.spans("told Sky Tirana")),
    }
    statements = (
        t.say("s1", "union chief", "–", "Strike would close Tarrow port", entity="n1", after="Strike", named=False),
        t.say("s2", "Two officials", "told", "the navy was considering a blockade of the Tarrow strait before the end of "
              "the month, a plan that the defence ministry has “never discussed”", kind="anonymous", to="Sky Tirana",
              after="Two officials", said="t1", relay=("Two officials", "Sky Tirana", "The Harbor Post"), why=why),
        t.say("s3", "the defence ministry", "discussed", "never discussed", kind="organisation", named=True, form="mixed",
              act="deny", parent="s2", entity="n2", after="a plan that"),
        t.say("s4", "Ana Resk, who leads the dockers' union", "said",
              ("“The port will close on Monday,”", "“and it will stay closed until the ministry talks to us.”"),
              named=True, form="direct", entity="n1", relay=("Ana Resk", "The Harbor Post")),
        t.say("s5", "She", "added", "shipping companies had been warned last month", entity="n1", named=True, after="She"),
        t.say("s6", "a report by the Institute for Coastal Trade", "According to",
              "the closure would cost 40 million marks a week", kind="document", named=True),
        t.say("s7", None, "is widely thought", "the government wants to avoid a confrontation", kind="unknown",
              act="believe"),
        t.say("s8", "the government", "wants", "to avoid a confrontation", kind="organisation", named=True, act="want",
              parent="s7"),
        t.say("s9", "Residents", "said", "the mayor had told them that food would not run short", kind="group",
              after="Residents"),
        t.say("s10", "the mayor", "told", "food would not run short", parent="s9", after="the mayor", to="them",
              entity="n4"),
        t.say("s11", None, "Reportedly", "three freighters have already turned back", kind="unknown"),
        t.say("s12", "The press secretary", "denied", "any order had been given", kind="person", entity="n3", act="deny"),
        t.say("s13", "The defence ministry", "declined to comment", "the blockade", kind="organisation", named=True,
              entity="n2", act="decline", after="The defence ministry"),
        t.say("s14", "Corran Lines", "did not respond to a request for comment", None, kind="organisation", named=True,
              act="no_response", said="t2"),
    )  # fmt: skip
    return Record(
        article=Article(
            id="harbour-1", outlet="The Harbor Post", title="Strike would close Tarrow port – union chief",
            byline=("Jon Vale",), published="2025-03-14", language="en", text=t.text, truncated=True,
            headline=t.span("Strike would close Tarrow port – union chief"), url="https://harborpost.example/1",
        ),
        entities=(
            Entity(id="n1", name="Ana Resk", kind="person", role="leader of the dockers' union",
                   mentions=(*t.spans("union chief"), *t.spans("Ana Resk"), *t.spans("She", "She added"))),
            Entity(id="n2", name="Ministry of Defence", kind="organisation", sector="MIL"),
            Entity(id="n3", name="Karim Dema", kind="person", role="press secretary"),
            Entity(id="n4", name="Lio Marn", kind="person", role="mayor of Tarrow"),
        ),
        times=(
            Time(id="t1", span=t.span("Friday"), text="Friday", type="DATE", value="2025-03-14"),
            Time(id="t2", span=t.span("Thursday"), text="Thursday", type="DATE"),
        ),
        statements=statements,
        problems=(Problem(stage="text", message="the text says that it continues elsewhere; give the whole article"),),
        run=RUN,
    )  # fmt: skip


HOSTILE = Text(
    "<script>alert(1)</script> said \x1b[31m[bold]red[/bold] & \u202edrawkcab\u202c things\x00.\n\n"
    "قال المتحدث إن الميناء سيغلق يوم الاثنين, the spokesman\u200b said."
)


def hostile() -> Record:
    """Markup, escape sequences, bidirectional overrides, zero-width characters, everywhere that text can stand."""
    t = HOSTILE
    return Record(
        article=Article(id="x\x1b]0;owned\x07", outlet="<b>Evil</b> \u202e", title="[red]Title[/red] <img src=x onerror=alert(1)>",
                        byline=("\x9b31m",), published="<i>", text=t.text),
        statements=(
            t.say("s1", "<script>alert(1)</script>", "said", "\x1b[31m[bold]red[/bold] & \u202edrawkcab\u202c things",
                  form="direct", relay=("<u>a</u>", "\x1b[2J", "b")),
            t.say("s2", "the spokesman\u200b", "said", "قال المتحدث إن الميناء سيغلق يوم الاثنين", after="قال",
                  kind="anonymous", why={"<b>": Why(by="\x1b[1m<rule>", missing="failed")}),
        ),
        problems=(Problem(stage="te\x1bxt", message="[bold]bad[/bold] \x1b[5m<b>byte</b>"),),
        run=RUN,
    )  # fmt: skip


def quiet() -> Record:
    """An article in which nobody says anything."""
    return Record(article=Article(id="quiet", outlet="The Inland Gazette", text="It rained. It rained again."), run=RUN)


def unread() -> Record:
    """An article that could not be read."""
    problem = Problem(stage="intake", message="the file is not text; save the article as text or HTML", fatal=True)
    return Record(article=Article(id="broken.bin"), problems=(problem,), run=RUN)
