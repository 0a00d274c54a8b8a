"""`reportedly serve`: the desk in a browser, and its API."""

from __future__ import annotations

import contextlib
import signal
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Annotated

import typer

from reportedly.cli.escape import visible_line
from reportedly.cli.listing import LEDGER, Db
from reportedly.errors import RunError

if TYPE_CHECKING:
    from reportedly.web.options import ServeOptions

EXAMPLES = """\b
Examples:
  reportedly serve                               http://127.0.0.1:8700/, for this machine alone
  reportedly serve --demo                        the same over the sample articles
  reportedly serve --db news.db --port 9000
  REPORTEDLY_TOKEN=… reportedly serve --host 0.0.0.0 --name desk.example

The ledger may be written meanwhile: reportedly add in another terminal. Stop with Ctrl-C.
Programs send the token as "Authorization: Bearer TOKEN"; people type it once. The token is never shown.
There is no encryption: for other machines put a TLS proxy or a tunnel before it."""

GRACE = 5
"""Seconds that answers under way have to end after Ctrl-C."""


def serve(  # noqa: PLR0917 (typer takes each option from a parameter)
    db: Db = LEDGER,
    host: Annotated[
        str, typer.Option(metavar="ADDRESS", help="Where to listen; whatever other machines reach needs a token.")
    ] = "127.0.0.1",
    port: Annotated[int, typer.Option(min=0, max=65535, metavar="N", help="The port; 0 takes a free one.")] = 8700,
    token: Annotated[
        str | None,
        typer.Option(
            envvar="REPORTEDLY_TOKEN", metavar="TOKEN", help="Let in only who knows this; others can read it in a "
            "list of processes, so set the variable instead.", show_default=False, show_envvar=True,
        ),
    ] = None,
    name: Annotated[
        list[str] | None,
        typer.Option(metavar="NAME", help="A name by which clients call it; may be repeated.", show_default=False),
    ] = None,
    allow_private: Annotated[
        bool, typer.Option("--allow-private", help="Fetch articles from inside this machine or its network, too.")
    ] = False,
    demo: Annotated[bool, typer.Option("--demo", help="Serve the sample articles, not a ledger.")] = False,
) -> None:  # fmt: skip
    """Serve the desk: pages for people, an API for programs, over a ledger.

    Search, articles beside what was read of them, happenings with their lineage and disputes, sources. Nothing that it
    shows comes from another machine.
    """
    from reportedly.web.options import ServeOptions

    with _ledger(db, demo=demo) as path:
        names = tuple(n.lower() for n in name or ())
        run(ServeOptions(path, host, port, token or None, names, allow_private))


def run(options: ServeOptions) -> None:
    """Serve until interrupted. RunError: the address cannot be listened at, or the ledger cannot be read."""
    from reportedly.ledger.connect import read_ledger

    read_ledger(options.ledger).close()  # what is wrong with it is said now, not at the first request
    with listen(options) as door:
        import uvicorn

        from reportedly.web.app import desk_app

        settings = uvicorn.Config(
            desk_app(options), log_level="warning", access_log=False, server_header=False, proxy_headers=False,
            timeout_graceful_shutdown=GRACE, ws="none",
        )  # fmt: skip
        signal.signal(signal.SIGTERM, signal.default_int_handler)  # it ends as by Ctrl-C
        name = visible_line(options.ledger.name)
        print(f"{name} is served at {address(options, door)} (stop with Ctrl-C)", flush=True)
        with contextlib.suppress(KeyboardInterrupt):
            uvicorn.Server(settings).run(sockets=[door])
    print("stopped", file=sys.stderr)


def listen(options: ServeOptions) -> socket.socket:
    """A socket at the address. RunError: it is taken, forbidden, or none of this machine's."""
    try:
        found = socket.getaddrinfo(options.host, options.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE)
        family, kind, protocol, _, place = found[0]
        door = socket.socket(family, kind, protocol)
        try:
            door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            door.bind(place)
            door.listen()
        except OSError:
            door.close()
            raise
        return door
    except OSError as error:
        raise RunError(
            f"cannot listen at {options.host}:{options.port} ({error.strerror or error}); does another desk run there? "
            "Choose another one with --port or --host"
        ) from error


def address(options: ServeOptions, door: socket.socket) -> str:
    """What to open in a browser."""
    host = "127.0.0.1" if options.host == "0.0.0.0" else "[::1]" if options.host == "::" else options.host
    host = f"[{host}]" if ":" in host and not host.startswith("[") else host
    return f"http://{host}:{door.getsockname()[1]}/"


@contextmanager
def _ledger(db: Path, *, demo: bool) -> Iterator[Path]:
    if not demo:
        yield db
        return
    with TemporaryDirectory(prefix="reportedly-") as folder:
        path = Path(folder) / "demo.db"
        fill(path)
        yield path


def fill(path: Path) -> None:
    """Read the samples into a new ledger and link them. RunError: they are not there."""
    from reportedly.cli.add import Order, Way, close
    from reportedly.cli.tally import Board
    from reportedly.intake import Given
    from reportedly.ledger.connect import open_ledger

    samples = Path(__file__).parents[3] / "samples"
    if not samples.is_dir():
        raise RunError("the samples are not part of the installed package; run this from a clone of the sources")
    print("Reading the samples (their outlets, people and places are invented):", flush=True)
    order = Order()
    with open_ledger(path) as ledger:
        with Board(json=False) as board:
            way = Way(ledger, order)
            way.take(way.arrivals([str(samples)], Given()), board.show)
        close(board, ledger, order)
