"""What the desk is started with, and its limits."""

from __future__ import annotations

from dataclasses import dataclass, field
from ipaddress import ip_address
from pathlib import Path

from reportedly.errors import RunError

HOST, PORT = "127.0.0.1", 8700
"""Where the desk listens if nothing else is said: this machine alone can reach it."""

SHORTEST_TOKEN = 16
"""Characters of the shortest token: with letters and digits 80 bits or more, which nobody guesses over a network."""

_LOCAL_NAMES = frozenset({"localhost", "127.0.0.1", "::1"})


@dataclass(frozen=True)
class Pace:
    """How fast one client may send: `burst` requests at once, `per_minute` of them in the long run."""

    burst: int
    per_minute: float


@dataclass(frozen=True)
class Limits:
    """What a request may cost.

    `body` is bytes: a page of news is under 1 MB, the largest that intake takes is 5 MB. `readers` are connections to
    the ledger: queries hold one processor each, and more of them than that only wait for one another. `patience` is
    seconds that a request waits for one; after that the client is told to come back. `query` is seconds for all queries
    of a page, of which the slowest takes a hundredth of that with 100,000 statements. `reading` is for articles sent to
    be read, each of which costs about 0.1 s of a processor; `login` for tokens typed, where more are guesses.
    """

    body: int = 5_500_000
    readers: int = 8
    patience: float = 5.0
    query: float = 10.0
    reading: Pace = field(default=Pace(burst=20, per_minute=60.0))
    login: Pace = field(default=Pace(burst=5, per_minute=5.0))


@dataclass(frozen=True)
class ServeOptions:
    """A ledger's file, the address to listen at, the token that opens it (None: whoever reaches it may read), and names
    besides the usual ones by which clients may call it. `allow_private`: articles may be fetched from inside this
    machine and its network. RunError: the address is open to others without a token, or the token is weak."""

    ledger: Path
    host: str = HOST
    port: int = PORT
    token: str | None = None
    names: tuple[str, ...] = ()
    allow_private: bool = False
    limits: Limits = field(default_factory=Limits)

    def __post_init__(self) -> None:
        if self.token is None and not self.local:
            raise RunError(
                f"{self.host} can be reached from other machines; protect the desk with --token (or REPORTEDLY_TOKEN), "
                "or leave out --host"
            )
        if self.token is not None and (len(self.token) < SHORTEST_TOKEN or not self.token.isprintable()):
            raise RunError(f"the token is too easily guessed; use {SHORTEST_TOKEN} printable characters or more")

    @property
    def local(self) -> bool:
        """Can only this machine reach the address?"""
        return self.host == "localhost" or _loopback(self.host)

    def answers_to(self, name: str) -> bool:
        """May a client call the desk by this name? Another site's name that was made to lead here is none of ours: this
        is what keeps its scripts out (DNS rebinding). Addresses in figures cannot be made to lead elsewhere."""
        name = name.lower()
        if name in _LOCAL_NAMES or name == self.host.lower() or name in self.names:
            return True
        return not self.local and _address(name)


def _address(name: str) -> bool:
    try:
        ip_address(name)
    except ValueError:
        return False
    return True


def _loopback(name: str) -> bool:
    return _address(name) and ip_address(name).is_loopback
