"""A web address that somebody typed is asked: only on the open internet, only so long.

The name is looked up once and the connection made to what was found, so that it cannot answer twice: first with an
address of the open internet, then with one of our own network.
"""

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from ipaddress import IPv4Address, IPv6Address, ip_address
from threading import Timer
from urllib.parse import SplitResult, urljoin

from django.conf import settings

SECONDS_ALTOGETHER, SECONDS_OF_SILENCE = 20, 8
MOST_ADDRESSES = 2
DETOURS = (301, 302, 303, 307, 308)


class UnknownHostError(OSError):
    """Nobody knows the name, its first argument."""


class InsideError(OSError):
    """The name, its first argument, leads into a private network."""


class _Plain(HTTPConnection):
    """Goes to an address that was looked up before; `line` stays known until somebody hangs up."""

    found: list[str]
    line: socket.socket | None = None

    def connect(self) -> None:
        self.line = self.sock = _reached(self.found, self.port)


class _Secure(HTTPSConnection):
    found: list[str]
    line: socket.socket | None = None

    def connect(self) -> None:
        plain = _reached(self.found, self.port)
        context = ssl.create_default_context()
        self.line = self.sock = context.wrap_socket(plain, server_hostname=self.host, do_handshake_on_connect=False)
        self.sock.do_handshake()


@contextmanager
def asked(place: SplitResult, *, accept: str) -> Iterator[HTTPResponse]:
    """The answer of an http or https address, its body unread. Raises OSError, HTTPException or ValueError."""
    with _connected(place) as connection:
        path = (place.path or "/") + (f"?{place.query}" if place.query else "")
        connection.request("GET", path, headers={"Accept": accept, "User-Agent": "Ventanilla"})
        yield connection.getresponse()


def detour(response: HTTPResponse, address: str) -> str:
    """Where else to ask; empty where this is the place."""
    if response.status not in DETOURS:
        return ""
    return urljoin(address, response.getheader("Location") or "")


@contextmanager
def _connected(place: SplitResult) -> Iterator[HTTPConnection]:
    """Hung up after a while even on somebody who sends one letter every few seconds."""
    kind: type[_Plain | _Secure]
    kind, usual_port = (_Secure, 443) if place.scheme == "https" else (_Plain, 80)
    port = place.port or usual_port  # Always given: the library would look for it inside an IPv6 address.
    connection = kind(place.hostname or "", port, timeout=SECONDS_OF_SILENCE)
    connection.found = _addresses_of(place.hostname or "", port)
    timer = Timer(SECONDS_ALTOGETHER, lambda: _hang_up(connection))
    timer.daemon = True
    timer.start()
    try:
        yield connection
    finally:
        timer.cancel()
        connection.close()


def _reached(addresses: list[str], port: int) -> socket.socket:
    for address in addresses[:-1]:
        with suppress(OSError):
            return socket.create_connection((address, port), SECONDS_OF_SILENCE)
    return socket.create_connection((addresses[-1], port), SECONDS_OF_SILENCE)


def _hang_up(connection: _Plain | _Secure) -> None:
    with suppress(OSError):
        if connection.line is not None:
            connection.line.shutdown(socket.SHUT_RDWR)


def _addresses_of(host: str, port: int) -> list[str]:
    try:
        infos = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise UnknownHostError(host) from error
    found = list(dict.fromkeys(str(info[4][0]) for info in infos))
    if not settings.FETCH_FROM_INSIDE and not all(map(_is_outside, found)):
        raise InsideError(host)
    return found[:MOST_ADDRESSES]


def _is_outside(address: str) -> bool:
    found: IPv4Address | IPv6Address = ip_address(address.partition("%")[0])
    if isinstance(found, IPv6Address):
        found = found.ipv4_mapped or found.sixtofour or found
    return found.is_global and not found.is_multicast and not found.is_reserved


__all__ = ["HTTPException", "InsideError", "UnknownHostError", "asked", "detour"]
