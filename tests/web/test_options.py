"""What the desk may be started with."""

from __future__ import annotations

from pathlib import Path

import pytest

from reportedly.errors import RunError
from reportedly.web.options import ServeOptions
from tests.web.desks import TOKEN

LEDGER = Path("l.db")


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.2", "::1", "localhost"])
def test_this_machine_alone_needs_no_token(host: str) -> None:
    assert ServeOptions(LEDGER, host).local


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.5", "desk.example", ""])
def test_any_other_address_needs_one(host: str) -> None:
    with pytest.raises(RunError, match="--token"):
        ServeOptions(LEDGER, host)
    assert not ServeOptions(LEDGER, host, token=TOKEN).local


@pytest.mark.parametrize("token", ["", "secret", "a\nb" * 10])
def test_weak_tokens(token: str) -> None:
    with pytest.raises(RunError, match="16 printable"):
        ServeOptions(LEDGER, token=token)
