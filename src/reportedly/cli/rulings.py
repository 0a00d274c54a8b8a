"""`reportedly merge`, `split`, `rulings`: what people rule on happenings, and taking it back."""

from __future__ import annotations

import getpass
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Annotated, Any

import typer

from reportedly.cli.escape import visible_line
from reportedly.cli.listing import LEDGER, Csv, Db, Json, Shape, Wanted, opened, show_list, write_line

if TYPE_CHECKING:
    from rich.text import Text

    from reportedly.cli.paper import Paper
    from reportedly.ledger.connect import Ledger
    from reportedly.ledger.linked.nouns import KeptRuling

MERGE_EXAMPLES = """\b
Examples:
  reportedly merge h3f9c2 h77ab0 --because "both are the raid on the north gate"
  reportedly merge a1b2c3/e5 h77ab0

It can be taken back: reportedly rulings --undo NUMBER."""

SPLIT_EXAMPLES = """\b
Examples:
  reportedly split h3f9c2 a1b2c3/e5 --because "that is the raid of the week before"
  reportedly split h3f9c2 a1b2c3 a4d5e6

It can be taken back: reportedly rulings --undo NUMBER."""

RULINGS_EXAMPLES = """\b
Examples:
  reportedly rulings
  reportedly rulings --undo 3 --because "it was one raid after all" """

Because = Annotated[str | None, typer.Option(metavar="WORDS", help="Why; it is kept.")]
Who = Annotated[str | None, typer.Option(metavar="NAME", help="Who rules so; it is kept. By default the user's name.")]
AsJson = Annotated[bool, typer.Option("--json", help="Print the ruling as JSON.")]

COLUMNS = ("number", "kind", "who", "at", "because", "undoes", "undone", "happenings", "mentions")
WORDS = {"same": "one happening", "apart": "apart", "undone": "taken back"}


def merge(
    happenings: Annotated[
        list[str],
        typer.Argument(metavar="HAPPENING", help="At least two, by id or by one of their events: ARTICLE/e5."),
    ],
    because: Because = None,
    who: Who = None,
    json: AsJson = False,
    db: Db = LEDGER,
) -> None:
    """Rule that happenings are one.

    It holds against whatever linking finds, now and later. Refused where an earlier ruling keeps them apart.
    """
    from reportedly.ledger.connect import open_existing
    from reportedly.ledger.linked.rulings import merge as rule

    with open_existing(db) as ledger:
        done(ledger, rule(ledger, happenings, who or getpass.getuser(), because), json=json)


def split(  # noqa: PLR0917 (typer takes each option from a parameter)
    happening: Annotated[str, typer.Argument(metavar="HAPPENING", help="Its id.")],
    mentions: Annotated[
        list[str],
        typer.Argument(
            metavar="MENTION", help="What is not of it: events (ARTICLE/e5), or all that an article has in it."
        ),
    ],
    because: Because = None,
    who: Who = None,
    json: AsJson = False,
    db: Db = LEDGER,
) -> None:
    """Rule that some mentions are of another happening.

    It holds against whatever linking finds, now and later. Refused where an earlier ruling says that they are the same.
    """
    from reportedly.ledger.connect import open_existing
    from reportedly.ledger.linked.rulings import split as rule

    with open_existing(db) as ledger:
        done(ledger, rule(ledger, happening, mentions, who or getpass.getuser(), because), json=json)


def rulings(  # noqa: PLR0917 (typer takes each option from a parameter)
    undo: Annotated[int | None, typer.Option(metavar="NUMBER", help="Take this ruling back.")] = None,
    because: Because = None,
    who: Who = None,
    json: Json = False,
    csv: Csv = False,
    db: Db = LEDGER,
) -> None:
    """List what people have ruled on happenings, or take a ruling back. Nothing of it is ever deleted."""
    from reportedly.ledger.connect import open_existing
    from reportedly.ledger.linked.rulings import rulings as ask
    from reportedly.ledger.linked.rulings import undo as take_back
    from reportedly.ledger.paging import Page

    if undo is not None:
        with open_existing(db) as ledger:
            done(ledger, take_back(ledger, undo, who or getpass.getuser(), because), json=json)
        return
    shape: Shape[KeptRuling] = Shape("rulings", COLUMNS, cells, text)
    with opened(db) as ledger:
        found = tuple(ask(ledger))
        show_list(lambda _: Page(found), shape, Wanted(json, csv, limit=1))


def done(ledger: Ledger, ruling: KeptRuling, *, json: bool) -> None:
    """Compute what the ruling touches, and say what was ruled."""
    from reportedly.linking import link_new

    link_new(ledger)
    if json:
        write_line(ruling.to_json())
        return
    number = len(ruling.mentions)
    mentions = f"{number:,} {'mention' if number == 1 else 'mentions'}"
    match ruling.kind:
        case "same":
            print(f"ruling {ruling.number}: {', '.join(_happenings(ruling))} are one happening, of {mentions}")
        case "apart":
            away = sum(m.side for m in ruling.mentions)
            print(f"ruling {ruling.number}: {away:,} of {mentions} of {', '.join(_happenings(ruling))} are of another")
        case _:
            print(f"ruling {ruling.number}: ruling {ruling.undoes} is taken back")


def cells(ruling: KeptRuling) -> Sequence[Any]:
    """A row of COLUMNS."""
    refs = "; ".join(_ref(m.mention.article, m.mention.event, m.side) for m in ruling.mentions)
    return (
        ruling.number, ruling.kind, ruling.who, ruling.at, ruling.because, ruling.undoes, ruling.undone,
        "; ".join(_happenings(ruling)), refs,
    )  # fmt: skip


def text(found: Sequence[KeptRuling], paper: Paper) -> Iterable[Text]:
    """What was ruled on what, and below it by whom, when and why."""
    from rich.text import Text

    from reportedly.cli.paper import wrap

    for r in found:
        what = (
            f"ruling {r.undoes} taken back" if r.kind == "undone" else f"{', '.join(_happenings(r))}: {WORDS[r.kind]}"
        )
        head = Text.assemble((f"{r.number}  {what}", "bold" if r.holds else "dim"))
        if r.undone:
            head.append(f"  (taken back by ruling {r.undone})", style="yellow")
        lines = wrap(head, paper.measure, hang=3)
        why = f": “{visible_line(r.because)}”" if r.because else ""
        lines += wrap(Text(f"   {visible_line(r.who)}, {r.at}{why}", style="dim"), paper.measure, hang=5)
        for side in (1, 0) if r.kind == "apart" else (0,):
            refs = [_ref(m.mention.article, m.mention.event, 0) for m in r.mentions if m.side == side]
            if refs and r.kind != "undone":
                label = "these" if side else "from" if r.kind == "apart" else "mentions"
                lines += wrap(Text(f"   {label}: {', '.join(refs)}"), paper.measure, hang=5)
        yield Text("\n").join(lines)


def _happenings(ruling: KeptRuling) -> list[str]:
    return list(dict.fromkeys(m.happening for m in ruling.mentions))


def _ref(article: str, event: str, side: int) -> str:
    return f"{article}/{event or '?'}" + (" apart" if side else "")
