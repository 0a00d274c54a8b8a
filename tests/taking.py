"""Taking articles into a ledger with a reader that needs no models, and what is in the ledger then."""

from __future__ import annotations

import io
import json
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from reportedly.adding import Read, Tell, add
from reportedly.adding import retry as retry_all
from reportedly.intake import Arrival, FetchOptions, Given, Options, Recheck, arrivals, named_after
from reportedly.intake.item import Item
from reportedly.ledger.connect import Ledger, open_ledger, read_ledger
from reportedly.ledger.nouns import Outcome
from reportedly.ledger.problems import problems
from reportedly.ledger.verify import verify
from reportedly.ledger.write import Memory
from reportedly.record import Article, Record, Run
from tests.ledger.articles import RUN, failed, record

QUICK = FetchOptions(allow_private=True, host_delay=0, deadline=2, read_timeout=1)
UNREADABLE = "unreadable"
"""A word that makes the reader below fail."""


class HandReader:
    """Stands in for the library's reader: a record by hand for each article. It notes what it was given to read."""

    def __init__(self, run: Run = RUN) -> None:
        self.tools = SimpleNamespace(run=run)
        self.texts: list[str] = []

    def read_many(self, items: Iterable[Item | Article], *, jobs: int = 1) -> Iterator[Record]:
        """Records in the order of the items."""
        for it in items:
            item = it if isinstance(it, Item) else Item(it)
            self.texts.append(item.article.text)
            yield reading_of(item, self.tools.run)

    def __call__(self, items: Iterable[Item]) -> Iterator[Record]:
        return self.read_many(items)


def reading_of(item: Item, run: Run = RUN) -> Record:
    """A reading; a failed one where the text says so."""
    made = record(item, run)
    if UNREADABLE not in item.article.text:
        return made
    return failed(item, "could not be read; please report it with the article", run)


def arriving(ledger: Ledger, *sources: str | Path, stdin: bytes = b"", recheck: Recheck = "newer") -> Iterator[Arrival]:
    """What sources hold, by what the ledger knows of them."""
    return arrivals([str(s) for s in sources], Given(), Options(io.BytesIO(stdin), QUICK, Memory(ledger), recheck))


def take(
    db: Path, *sources: str | Path, read: Read | None = None, stdin: bytes = b"", recheck: Recheck = "newer"
) -> list[Outcome]:
    """Take in sources, as `reportedly add` does; what became of each article."""
    told: list[Outcome] = []
    with open_ledger(db) as ledger:
        found = arriving(ledger, *sources, stdin=stdin, recheck=recheck)
        add(found, ledger, read or HandReader(), told.append)
    return told


def retry(db: Path, read: Read | None = None) -> list[Outcome]:
    """Try again what could not be opened, as `reportedly retry` does; what became of it."""
    told: list[Outcome] = []
    with open_ledger(db) as ledger:

        def once(place: str, source: str, given: Given, tell: Tell) -> None:
            came = arrivals([place], given, Options(io.BytesIO(b""), QUICK, Memory(ledger), "all"))
            add(named_after(source, came), ledger, read or HandReader(), tell)

        retry_all(ledger, once, told.append)
    return told


def unsolved(db: Path) -> list[tuple[str, str]]:
    """Source and name of each open problem."""
    with read_ledger(db) as ledger:
        return [(p.source, p.name) for p in problems(ledger)]


def kinds(told: Sequence[Outcome]) -> list[str]:
    """What became of them, in the order in which it was told."""
    return [outcome.kind for outcome in told]


def contents(db: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table, that of the full-text indexes included."""
    with read_ledger(db) as ledger:
        tables = [str(t) for (t,) in ledger.db.execute("SELECT name FROM sqlite_schema WHERE sql LIKE 'CREATE TABLE%'")]
        return {t: ledger.db.execute(f"SELECT * FROM '{t}'").fetchall() for t in sorted(tables)}


def counts(db: Path) -> dict[str, int]:
    """How many rows each table has. Left out are pages of the full-text indexes: how words are spread over them
    depends on the order in which articles came."""
    inner = ("_data", "_idx", "_config")
    return {table: len(rows) for table, rows in contents(db).items() if not table.endswith(inner)}


def assert_sound(db: Path) -> None:
    """Nothing in the ledger is other than it was written; the words of its index included."""
    with open_ledger(db) as ledger:
        assert not list(verify(ledger))


def texts(ledger: Ledger) -> set[str]:
    """The texts that are kept."""
    return {str(t) for (t,) in ledger.db.execute("SELECT text FROM versions")}


def lines(path: Path, *rows: dict[str, Any] | str) -> Path:
    """A JSON Lines file; a string stands as it is."""
    told = (row if isinstance(row, str) else json.dumps(row, ensure_ascii=False) for row in rows)
    path.write_text("".join(f"{line}\n" for line in told), encoding="utf-8")
    return path


def story(number: int, **more: Any) -> dict[str, Any]:
    """A row of JSON Lines: an invented article with an address of its own."""
    text = f"Two officials said on Friday that the navy had shelled Tarrow for the {number}th time. Ana Resk denied it."
    return {"text": text, "url": f"https://harborpost.example/{number}", "outlet": "The Harbor Post"} | more
