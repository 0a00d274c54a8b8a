"""The command's tree, and the one place where errors become messages and exit statuses.

Exit status: 0 all read; 1 an article could not be read; 2 wrong command, or the run could not go on;
130 interrupted; 141 whoever read the output has gone.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from concurrent.futures.process import BrokenProcessPool
from typing import Annotated

import typer
from typer.exceptions import TyperException

from reportedly.cli import (
    add,
    articles,
    changes,
    diff,
    events,
    export,
    forget,
    happening,
    happenings,
    link,
    problems,
    read,
    rulings,
    said,
    serve,
    show,
    sources,
    stats,
    timeline,
    verify,
    why,
)
from reportedly.cli.escape import visible
from reportedly.errors import ReportedlyError
from reportedly.version import VERSION

WRONG, INTERRUPTED, NO_READER_LEFT = 2, 130, 141

app = typer.Typer(
    name="reportedly",
    help="Read news and keep a ledger of who says what happened, on whose authority, in exactly which words.",
    epilog="""\b
Examples:
  reportedly read article.txt
  reportedly read --json articles/ > records.jsonl
  reportedly why records.jsonl s3
  reportedly add articles/ https://news.example/feed.xml
  reportedly said ceasefire --by "defence ministry"
  reportedly events --type ASSAULT --status considered,threatened
  reportedly happenings --status disputed
  reportedly timeline ceasefire
  reportedly changes --since 2025-09-01
  reportedly serve --demo

Nothing in a record is presented as true: it is told by someone, on the strength of words that the record points at.""",
    no_args_is_help=False,
    invoke_without_command=True,
    add_completion=False,
    rich_markup_mode=None,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


@app.callback()
def reportedly(
    context: typer.Context,
    version: Annotated[bool, typer.Option("--version", help="Show the version and exit.")] = False,
) -> None:
    """Options of the command itself."""
    if version:
        typer.echo(f"reportedly {VERSION}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        typer.echo(context.get_help(), err=True)
        raise typer.Exit(WRONG)


for name, epilog, command in (
    ("read", read.EXAMPLES, read.read),
    ("why", why.EXAMPLES, why.why),
    ("add", add.EXAMPLES, add.add),
    ("said", said.EXAMPLES, said.said),
    ("events", events.EXAMPLES, events.events),
    ("articles", articles.EXAMPLES, articles.articles),
    ("sources", sources.EXAMPLES, sources.sources),
    ("show", show.EXAMPLES, show.show),
    ("stats", stats.EXAMPLES, stats.stats),
    ("diff", diff.EXAMPLES, diff.diff),
    ("problems", problems.EXAMPLES, problems.problems),
    ("retry", add.RETRY_EXAMPLES, add.retry),
    ("reread", add.REREAD_EXAMPLES, add.reread),
    ("link", link.EXAMPLES, link.link),
    ("stories", happenings.STORIES_EXAMPLES, happenings.stories),
    ("happenings", happenings.HAPPENINGS_EXAMPLES, happenings.happenings),
    ("happening", happening.EXAMPLES, happening.happening),
    ("timeline", timeline.EXAMPLES, timeline.timeline),
    ("changes", changes.EXAMPLES, changes.changes),
    ("merge", rulings.MERGE_EXAMPLES, rulings.merge),
    ("split", rulings.SPLIT_EXAMPLES, rulings.split),
    ("rulings", rulings.RULINGS_EXAMPLES, rulings.rulings),
    ("export", export.EXAMPLES, export.export),
    ("serve", serve.EXAMPLES, serve.serve),
    ("verify", verify.EXAMPLES, verify.verify),
    ("forget", forget.EXAMPLES, forget.forget),
):
    app.command(name, epilog=epilog)(command)


def run(arguments: Sequence[str] | None = None) -> int:
    """Run the command; every error that is the user's to mend becomes one line without a traceback."""
    for stream in (sys.stdout, sys.stderr):
        if hasattr(stream, "reconfigure"):
            stream.reconfigure(errors="backslashreplace")
    try:
        status = app(
            args=list(arguments) if arguments is not None else None, prog_name="reportedly", standalone_mode=False
        )
        sys.stdout.flush()
        return status or 0
    except TyperException as wrong:
        return _say(f"{visible(wrong.format_message())} (see reportedly --help)", wrong.exit_code)
    except ReportedlyError as error:
        return _say(visible(str(error)), WRONG)
    except BrokenProcessPool:
        return _say("a worker process ended unexpectedly, perhaps for want of memory; try fewer --jobs", WRONG)
    except (BrokenPipeError, SystemExit):  # typer turns the first into the second, and raises it for nothing else here
        _let_go()
        return NO_READER_LEFT
    except (KeyboardInterrupt, typer.Abort):
        return INTERRUPTED


def _say(message: str, status: int) -> int:
    print(f"error: {message}", file=sys.stderr)
    return status


def _let_go() -> None:
    """Nobody reads the output any more: send the rest nowhere, so that closing it at exit raises nothing."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    try:
        os.dup2(nowhere, sys.stdout.fileno())
    except (OSError, ValueError):
        return
    finally:
        os.close(nowhere)
