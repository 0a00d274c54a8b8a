"""Only public addresses are asked, whatever leads to another one."""

from __future__ import annotations

import socket
from typing import Any

import pytest

from reportedly.errors import ArticleError
from reportedly.intake.fetch import Fetcher
from reportedly.intake.fetch_options import FetchOptions
from reportedly.intake.guard import GuardedResolver, is_public
from reportedly.intake.item import Validators
from tests.intake.server import Answer, Site, page


def nothing(_: str) -> Validators | None:
    return None


@pytest.mark.parametrize(
    "address",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1",
        "240.0.0.1", "255.255.255.255", "192.0.2.1", "198.18.0.1", "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1",
        "fec0::1", "ff02::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1",
        "64:ff9b:1::a00:1", "2002:7f00:1::", "2001:0:7f00:1::", "2001:db8::1", "no address",
    ],
)  # fmt: skip
def test_not_public(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize(
    "address", ["93.184.215.14", "2606:2800:21f:cb07::1", "::ffff:93.184.215.14", "64:ff9b::808:808"]
)
def test_public(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize(
    "host",
    [
        "127.0.0.1",
        "2130706433",
        "0x7f.1",
        "0177.0.0.1",
        "127.1",
        "localhost",
        "LOCALHOST.",
        "[::1]",
        "[::ffff:127.0.0.1]",
    ],
)
def test_this_machine_in_every_writing(host: str, site: Site) -> None:
    port = site.url.rpartition(":")[2]
    with pytest.raises(ArticleError, match=r"not public|cannot be fetched|no valid web address"):
        Fetcher(FetchOptions(), nothing).fetch(f"http://{host}:{port}/a")
    assert site.asked == []


def test_the_reason_and_the_remedy_are_named(site: Site) -> None:
    with pytest.raises(ArticleError, match=r"127\.0\.0\.1, an address that is not public: --allow-private"):
        Fetcher(FetchOptions(), nothing).fetch(f"{site.url}/a")


def resolving(monkeypatch: pytest.MonkeyPatch, *answers: list[str]) -> list[str]:
    """Make names resolve to these addresses, one list after another; gives the list of names asked for."""
    asked: list[str] = []
    real = socket.getaddrinfo

    def fake(host: Any, port: Any, *args: Any, **kwargs: Any) -> Any:
        asked.append(str(host))
        found = answers[min(len(asked), len(answers)) - 1]
        return [entry for address in found for entry in real(address, port, *args, **kwargs)]

    monkeypatch.setattr(socket, "getaddrinfo", fake)
    return asked


@pytest.mark.parametrize("answer", [["127.0.0.1"], ["93.184.215.14", "127.0.0.1"], ["::1"]])
def test_a_name_of_which_any_address_is_private(answer: list[str], site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    resolving(monkeypatch, answer)
    with pytest.raises(ArticleError, match=r"harbor\.example \(.*\), an address that is not public"):
        Fetcher(FetchOptions(), nothing).fetch(f"http://harbor.example:{site.url.rpartition(':')[2]}/a")
    assert site.asked == []


def test_what_was_checked_is_what_is_connected_to(monkeypatch: pytest.MonkeyPatch) -> None:
    """A name server that first gives a public address and then a private one gets no second question."""
    asked = resolving(monkeypatch, ["93.184.215.14"], ["127.0.0.1"])
    reached: list[Any] = []

    def connect(_: socket.socket, address: Any) -> None:
        reached.append(address[0])
        raise OSError(101, "Network is unreachable")

    monkeypatch.setattr(socket.socket, "connect", connect)
    with pytest.raises(OSError, match="unreachable"):
        GuardedResolver().create_connection(("harbor.example", 80))
    assert (asked, reached) == (["harbor.example"], ["93.184.215.14"])


def test_a_redirect_to_a_private_address(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """The first host passes for public; where it leads does not."""
    port = site.url.rpartition(":")[2]
    real = is_public
    monkeypatch.setattr("reportedly.intake.guard.is_public", lambda a: a == "127.0.0.1" or real(a))
    for target in (f"http://127.0.0.2:{port}/secret", "http://169.254.169.254/latest/", "http://[::1]:1/"):
        site.routes["/a"] = Answer(b"", 302, {"Location": target})
        with pytest.raises(ArticleError, match="not public"):
            Fetcher(FetchOptions(host_delay=0), nothing).fetch(f"{site.url}/a")
    assert "/secret" not in site.paths


@pytest.mark.parametrize("name", ["HTTP_PROXY", "http_proxy", "ALL_PROXY", "all_proxy"])
def test_a_proxy_from_the_environment_is_not_used(name: str, site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(name, site.url)
    resolving(monkeypatch, ["192.168.7.7"])
    with pytest.raises(ArticleError, match="not public"):
        Fetcher(FetchOptions(), nothing).fetch("http://harbor.example/a")
    assert site.asked == []


def test_permitted_where_the_user_says_so(site: Site) -> None:
    site.routes["/a"] = Answer(page())
    got = Fetcher(FetchOptions(allow_private=True, host_delay=0), nothing).fetch(f"{site.url}/a")
    assert got is not None
    assert got.body == page()
