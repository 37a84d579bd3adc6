"""What one page costs the database, the processor and the reader's data plan."""

import gzip
import re
from collections.abc import Sequence
from dataclasses import dataclass
from time import process_time

from django.contrib.staticfiles.storage import staticfiles_storage
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

STYLES = re.compile(r'<link rel="stylesheet" href="/static/([^"?]+)')
SCRIPTS = re.compile(r'<script[^>]+src="/static/([^"?]+)')
VISITED = 20


@dataclass(frozen=True)
class Weight:
    """Bytes after gzip; `raw` is the HTML before. A busy machine inflates even the `milliseconds` of processor time."""

    queries: int
    milliseconds: float
    raw: int
    html: int
    css: int
    js: int


def weigh(paths: Sequence[str]) -> Weight:
    client = Client(SERVER_NAME="127.0.0.1")
    milliseconds = _processor_time(client, paths)
    with CaptureQueriesContext(connection) as asked:
        content = client.get(paths[0]).content
    html = content.decode()
    raw, zipped = len(content), len(gzip.compress(content))
    return Weight(len(asked), milliseconds, raw, zipped, _files(STYLES, html), _files(SCRIPTS, html))


def _processor_time(client: Client, paths: Sequence[str]) -> float:
    """Of a page, after the first has filled what a process remembers."""
    client.get(paths[0])
    visited = [paths[number % len(paths)] for number in range(VISITED)]
    began = process_time()
    for path in visited:
        client.get(path)
    return (process_time() - began) * 1000 / VISITED


def _files(pattern: re.Pattern[str], html: str) -> int:
    return sum(_zipped(name) for name in pattern.findall(html))


def _zipped(name: str) -> int:
    with staticfiles_storage.open(name) as file:
        return len(gzip.compress(file.read()))
