# ruff: noqa: E501 (sentences of articles)
"""Invented records with events, made by hand: every status, repeated mentions, hostile words, very many."""

from __future__ import annotations

from typing import Any

from reportedly.record import Article, Count, Entity, Event, Participant, Place, Record, Span, Time, Why
from tests.web.invented_records import HOSTILE, RUN, Text, hostile

RAID = Text(
    "Rebels shelled Tarrow on Friday, killing 11 people and wounding at least eight, the army said.\n\n"
    "They are marching on the capital. The governor tried to flee. Merrow pledged $3 million in aid for dozens of towns.\n\n"
    "The union is considering a strike, and will rally on Monday. “We shall burn the depot,” a rebel leader said. "
    "He urged the army to withdraw. If it stays, the truce would end. A visit was called off.\n\n"
    "The rebels denied that they had attacked the town, or the shelling. Whether the bridge fell is not known."
)  # fmt: skip


def count(what: Any, low: float | None, high: float | None, **more: Any) -> Count:
    """A count; its words do not matter here unless they are given."""
    return Count(what=what, low=low, high=high, span=more.pop("span", (0, 6)), **more)


class Scene:
    """Makes events of a text by their words."""

    def __init__(self, text: Text) -> None:
        self.text = text

    def who(self, words: str, entity: str | None = None) -> tuple[Participant, ...]:
        return (Participant(span=self.text.span(words), text=words, entity=entity),)

    def event(self, id: str, trigger: str, type: str | None, status: Any, **more: Any) -> Event:
        """`type` may have a mode: "ASSAULT.aerial"."""
        kind, _, mode = (type or "").partition(".")
        span = self.text.span(trigger, more.pop("after", ""))
        return Event(
            id=id, trigger=span, sentence=self._sentence(span), type=kind or None, mode=mode or None, status=status, **more
        )  # fmt: skip

    def _sentence(self, span: Span) -> Span:
        text = self.text.text
        return (text.rfind(". ", 0, span[0]) + 1, text.index(".", span[1]) + 1)


def raid() -> Record:
    """Every status, the article's own voice and sources, counts of each shape, an untyped event, later mentions."""
    t, s = RAID, Scene(RAID)
    why = {
        "trigger": Why(by="head:trigger@1", score=0.91),
        "type": Why(by="head:kind@1", score=0.87, evidence=t.spans("shelled")),
        "actors": Why(by="head:actor@1", score=0.8, evidence=t.spans("Rebels")),
        "recipients": Why(by="head:recipient@1", score=0.7, evidence=t.spans("Tarrow")),
        "counts": Why(by="rule:numbers@1", evidence=t.spans(("11", "eight"))),
        "status": Why(by="rule:past-tense@1", evidence=t.spans("shelled")),
        "mode": Why(by="head:kind@1", score=0.3, missing="not_said"),
    }
    events = (
        s.event("e1", "shelled", "ASSAULT.heavy-weapons", "occurred", actors=s.who("Rebels", "n1"), recipients=s.who("Tarrow"),
                counts=(count("killed", 11, 11, of="people", span=t.span("11")), count("injured", 8, None, span=t.span("eight"))),
                time="t1", place="p1", according_to="s1", contexts=("military",), cameo="194", quad="material_conflict",
                factuality=2.6, why=why),
        s.event("e2", "marching", "MOBILIZE", "ongoing", actors=s.who("They", "n1")),
        s.event("e3", "flee", "RETREAT.withdraw", "attempted", actors=s.who("The governor")),
        s.event("e4", "pledged", "AID", "occurred", actors=s.who("Merrow"),
                counts=(count("money", 3e6, 3e6, unit="USD"), count("other", 24, 99, of="towns", basis="dozens = 24-99"))),
        s.event("e5", "strike", "PROTEST.strike", "considered", actors=s.who("The union")),
        s.event("e6", "rally", "PROTEST", "planned", time="t2"),
        s.event("e7", "burn", "ASSAULT.destroy", "threatened", recipients=s.who("the depot"), according_to="s2"),
        s.event("e8", "withdraw", "RETREAT.withdraw", "urged", according_to="s3"),
        s.event("e9", "end", "ASSAULT", "conditional", after="the truce"),
        s.event("e10", "visit", "CONSULT.visit", "called_off"),
        s.event("e11", "attacked", "ASSAULT", "denied", recipients=s.who("the town"), according_to="s4", same_as="e1"),
        s.event("e12", "shelling", "ASSAULT.heavy-weapons", "occurred", same_as="e1"),
        s.event("e13", "fell", None, "unknown"),
    )  # fmt: skip
    statements = (
        t.say("s1", "the army", "said", "Rebels shelled Tarrow on Friday, killing 11 people and wounding at least eight",
              kind="organisation", named=True),
        t.say("s2", "a rebel leader", "said", "“We shall burn the depot,”", kind="anonymous", after="“We shall"),
        t.say("s3", "He", "urged", "the army to withdraw", kind="anonymous", after="He urged"),
        t.say("s4", "The rebels", "denied", "they had attacked the town", kind="group", act="deny"),
    )  # fmt: skip
    return Record(
        article=Article(id="raid-1", outlet="The Inland Gazette", title="Shells fall on Tarrow", text=t.text),
        entities=(Entity(id="n1", name="Northern Rebels", kind="group"),),
        places=(Place(id="p1", span=t.span("Tarrow"), text="Tarrow", use="location"),),
        times=(
            Time(id="t1", span=t.span("Friday"), text="Friday", type="DATE"),
            Time(id="t2", span=t.span("Monday"), text="Monday", type="DATE"),
        ),
        statements=statements,
        events=events,
        run=RUN,
    )


def hostile_events() -> Record:
    """Markup, escape sequences and overrides in every string of an event, and pointers that lead nowhere."""
    bad = "<img src=x onerror=alert(1)> \x1b[31m[red]x[/red] \u202eevil\x00\n\u200b"
    t = HOSTILE
    evil = Participant(span=t.span("things\x00"), text=bad, entity="n1")
    event = Event(
        id=f"e\x1b<b>{'9' * 60}", trigger=t.span("\x1b[31m[bold]red[/bold]"), sentence=(0, 40), type=f"{bad} TYPE", mode=bad,
        contexts=(bad,), cameo=bad, actors=(evil,) * 30, recipients=(evil,),
        counts=(count("money", float("inf"), None, unit=bad, of=bad), count("other", None, None, of=bad, span=(0, 8))),
        place="p1", time="t1", status="denied", according_to="\x1bs9", same_as="\x1b<none>",
        why={bad: Why(by=bad, missing=bad, evidence=((0, 999_999), (5, 5)))},
    )  # fmt: skip
    nowhere = Event(id="e2", trigger=(7, 7), sentence=(0, 9), type="ASSAULT", status="occurred", according_to="s1")
    circle = (
        Event(id="e3", trigger=(0, 8), sentence=(0, 9), type="ASSAULT", status="occurred", same_as="e4"),
        Event(id="e4", trigger=(0, 8), sentence=(0, 9), type="ASSAULT", status="occurred", same_as="e3"),
        Event(id="e4", trigger=(999_990, 999_999), sentence=(0, 9), type="ASSAULT", same_as="e4"),
    )
    places = (Place(id="p1", span=(0, 5), text=bad, use="location"),)
    times = (Time(id="t1", span=(0, 5), text=bad, type="DATE"),)
    entities = (Entity(id="n1", name="\x1b]0;owned\x07<u>", kind="other"),)
    more = {"events": (event, nowhere, *circle), "places": places, "times": times, "entities": entities}
    return hostile().model_copy(update=more)


def many_events(n: int) -> Record:
    """So many sentences with an event each, every fifth of them a later mention of the one before."""
    sentence = "Rebels shelled Tarrow on Friday, the army of the northern provinces said. "
    text = sentence * n
    step = len(sentence)
    events = tuple(
        Event(
            id=f"e{i + 1}", trigger=(i * step + 7, i * step + 14), sentence=(i * step, (i + 1) * step - 1), type="ASSAULT",
            mode="heavy-weapons", status="occurred" if i % 2 else "planned", same_as=f"e{i}" if i % 5 == 4 else None,
            actors=(Participant(span=(i * step, i * step + 6), text="Rebels"),), counts=(count("killed", i, None),),
            why={"type": Why(by="head:kind@1", score=0.5, evidence=((i * step + 7, i * step + 14),))},
        )
        for i in range(n)
    )  # fmt: skip
    return Record(article=Article(id="many", text=text), events=events, run=RUN)
