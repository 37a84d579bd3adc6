"""The least of a browser: one connection, an address of its own behind the proxy, forms as they were shown."""

import re
import time
from dataclasses import dataclass
from html import unescape
from http.client import HTTPConnection, HTTPException
from urllib.parse import urlencode, urlsplit

from benchmarks.server import ORIGIN

PATIENCE = 120
HIDDEN = re.compile(r'<input[^>]*type="hidden"[^>]*>')
ATTRIBUTE = re.compile(r'(name|value)="([^"]*)"')


@dataclass(frozen=True)
class Answer:
    """`status` is 0 where nothing came back; `ended` is a moment of the monotonic clock."""

    what: str
    status: int
    milliseconds: float
    ended: float
    text: str = ""
    location: str = ""


class Browser:
    def __init__(self, address: str) -> None:
        self.headers = {"X-Forwarded-For": address, "Sec-Fetch-Site": "same-origin"}

    def get(self, what: str, path: str) -> Answer:
        return self._ask(what, "GET", path, None)

    def send(self, what: str, path: str, fields: dict[str, str]) -> Answer:
        return self._ask(what, "POST", path, urlencode(fields))

    def _ask(self, what: str, method: str, path: str, body: str | None) -> Answer:
        parts, began = urlsplit(ORIGIN), time.perf_counter()
        connection = HTTPConnection(parts.hostname or "", parts.port, timeout=PATIENCE)
        kind = {"Content-Type": "application/x-www-form-urlencoded"} if body is not None else {}
        try:
            connection.request(method, path, body, {**self.headers, **kind})
            response = connection.getresponse()
            status, location = response.status, response.getheader("Location", "")
            text = response.read().decode(errors="replace")
        except (OSError, HTTPException):
            status, location, text = 0, "", ""
        finally:
            connection.close()
        ended = time.perf_counter()
        return Answer(what, status, 1000 * (ended - began), ended, text, location)


def hidden_fields(html: str) -> dict[str, str]:
    found = (dict(ATTRIBUTE.findall(field)) for field in HIDDEN.findall(html))
    return {field["name"]: unescape(field.get("value", "")) for field in found if "name" in field}
