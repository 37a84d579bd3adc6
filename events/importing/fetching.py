"""A file from an address that somebody typed: only from the open internet, only so much, only so long.

The address is looked up once and the connection made to what was found, so that a name cannot answer twice: first with
an address of the open internet, then with one of our own network.
"""

import socket
import ssl
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from http.client import HTTPConnection, HTTPException, HTTPResponse, HTTPSConnection
from ipaddress import IPv4Address, IPv6Address, ip_address
from threading import Timer
from urllib.parse import SplitResult, urljoin, urlsplit

from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _

from events.ics.reading import MOST_BYTES

SECONDS_ALTOGETHER, SECONDS_OF_SILENCE, MOST_DETOURS = 20, 8, 3
MOST_ADDRESSES = 2
DETOURS = (301, 302, 303, 307, 308)


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


def _reached(addresses: list[str], port: int) -> socket.socket:
    for address in addresses[:-1]:
        with suppress(OSError):
            return socket.create_connection((address, port), SECONDS_OF_SILENCE)
    return socket.create_connection((addresses[-1], port), SECONDS_OF_SILENCE)


def fetched(address: str) -> bytes:
    """A `ValidationError` that says what to do about it."""
    for _detour in range(MOST_DETOURS + 1):
        place = place_of(address)
        try:
            content, elsewhere = _asked(place)
        except (OSError, HTTPException, ValueError) as error:
            raise ValidationError(_("The calendar could not be reached. It will be tried again.")) from error
        if not elsewhere:
            return content
        address = urljoin(address, elsewhere)
    raise ValidationError(_("The address leads from one place to the next without end."))


def place_of(address: str) -> SplitResult:
    address = address.strip()
    if address.lower().startswith("webcal:"):
        address = "https:" + address[len("webcal:") :]
    try:
        place = urlsplit(address)
        readable = place.scheme in ("http", "https") and bool(place.hostname) and place.port != 0
    except ValueError:
        readable = False
    if not readable or place.username:
        raise ValidationError(_("This is not an address of a calendar: it begins with https:// or webcal://."))
    return place


def check_address(address: str) -> None:
    """For a form; whether anybody answers there is seen when it is asked."""
    place_of(address)


def _asked(place: SplitResult) -> tuple[bytes, str]:
    """What is there, or where else to ask."""
    with _connected(place) as connection:
        path = (place.path or "/") + (f"?{place.query}" if place.query else "")
        connection.request("GET", path, headers={"Accept": "text/calendar, */*;q=0.1", "User-Agent": "Ventanilla"})
        response = connection.getresponse()
        if response.status in DETOURS:
            return b"", response.getheader("Location") or ""
        if response.status != 200:
            raise ValidationError(_("The calendar answers with error %(status)s.") % {"status": response.status})
        return _read(response), ""


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


def _hang_up(connection: _Plain | _Secure) -> None:
    with suppress(OSError):
        if connection.line is not None:
            connection.line.shutdown(socket.SHUT_RDWR)


def _addresses_of(host: str, port: int) -> list[str]:
    try:
        infos = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise ValidationError(_("Nobody knows the address %(host)s.") % {"host": host}) from error
    found = list(dict.fromkeys(str(info[4][0]) for info in infos))
    if not settings.EVENT_IMPORTS_FROM_INSIDE and not all(map(_is_outside, found)):
        raise ValidationError(_("The address %(host)s is not on the open internet.") % {"host": host})
    return found[:MOST_ADDRESSES]


def _is_outside(address: str) -> bool:
    found: IPv4Address | IPv6Address = ip_address(address.partition("%")[0])
    if isinstance(found, IPv6Address):
        found = found.ipv4_mapped or found.sixtofour or found
    return found.is_global and not found.is_multicast and not found.is_reserved


def _read(response: HTTPResponse) -> bytes:
    pieces, size = [], 0
    while piece := response.read1(65536):
        pieces.append(piece)
        size += len(piece)
        if size > MOST_BYTES:
            break  # Whoever reads it says that it is too large.
    return b"".join(pieces)
