"""Only public addresses: what a name resolves to is looked at, and exactly that is connected to.

A page, feed or redirect must not make this machine ask services in its own network (server-side request forgery).
The check sits where the connection is made, so a second answer of the name server cannot differ from the checked one.
"""

from __future__ import annotations

import socket
from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address
from typing import Any

from niquests.packages.urllib3.contrib.resolver.system import SystemResolver  # type: ignore[import-not-found]

_NAT64 = (IPv6Network("64:ff9b::/96"),)
_NEVER = (IPv6Network("64:ff9b:1::/48"), IPv6Network("2001::/32"), IPv6Network("fec0::/10"), IPv6Network("::/96"))
"""Local NAT64, Teredo, site-local and IPv4-compatible addresses: each can stand for an address inside."""

_TRIED = 3
"""Addresses of one name that are tried, so that a name with a hundred dead ones cannot hold the intake up."""


def is_public(address: str) -> bool:
    """True for an address that anybody on the internet can reach, also where it wraps an IPv4 address.

    >>> is_public("127.0.0.1"), is_public("::ffff:10.0.0.1"), is_public("100.64.0.1"), is_public("93.184.215.14")
    (False, False, False, True)
    """
    try:
        ip = ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, IPv6Address):
        if any(ip in net for net in _NEVER) and not ip.ipv4_mapped:
            return False
        ip = _wrapped(ip) or ip
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_unspecified)


def _wrapped(ip: IPv6Address) -> IPv4Address | None:
    if any(ip in net for net in _NAT64):
        return IPv4Address(int(ip) & 0xFFFFFFFF)
    return ip.ipv4_mapped or ip.sixtofour


class GuardedResolver(SystemResolver):  # type: ignore[misc]
    """Resolves names for one request. It refuses names of which any address is private, and can cut its connections."""

    def __init__(self, allow_private: bool = False) -> None:
        super().__init__()
        self.refused: str | None = None
        self.is_cut = False
        self._allow_private = allow_private
        self._open: list[socket.socket] = []

    def getaddrinfo(self, host: Any, *args: Any, **kwargs: Any) -> Any:
        """As socket.getaddrinfo. Raises OSError, and sets `refused`, for a name with an address that is not public."""
        found = super().getaddrinfo(host, *args, **kwargs)
        private = [str(entry[4][0]) for entry in found if not is_public(str(entry[4][0]))]
        if private and not self._allow_private:
            name = host.decode("ascii", "replace") if isinstance(host, bytes) else str(host)
            self.refused = name if name == private[0] else f"{name} ({private[0]})"
            raise OSError(f"{self.refused} is not public")
        return found[:_TRIED]

    def create_connection(self, *args: Any, **kwargs: Any) -> socket.socket:
        """As the base class does; a second handle on the connection is kept for `cut`."""
        connection: socket.socket = super().create_connection(*args, **kwargs)
        self._open.append(connection.dup())
        if self.is_cut:
            self.cut()
        return connection

    def cut(self) -> None:
        """End every connection at once, whatever it is doing, and those still to come."""
        self.is_cut = True
        for handle in self._open:
            try:
                handle.shutdown(socket.SHUT_RDWR)
            except OSError:
                continue

    def release(self) -> None:
        """Give the handles back."""
        for handle in self._open:
            handle.close()
        self._open.clear()
