import re
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.utils import timezone

PAGE = "/en/question/"
WRITTEN = {"name": "Ana Peña", "way": "call", "agreed": "on", "words": "¿Dónde?"}

Fill = Callable[..., dict[str, Any]]


@pytest.fixture(autouse=True)
def fresh_counts() -> None:
    cache.clear()


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(timezone.now(), tick=False) as coordinates:
        yield coordinates


@pytest.fixture
def filled(client: Client, clock: time_machine.Traveller) -> Fill:
    """What a browser sends after Ana has opened the page and written for a while."""

    def fill(*, page: str = PAGE, after: timedelta = timedelta(seconds=30), **changed: str) -> dict[str, Any]:
        html = client.get(page).content.decode()
        hidden = dict(re.findall(r'<input type="hidden"\s+name="(\w+)"\s+value="([^"]+)"', html))
        clock.shift(after)
        return {**hidden, "homepage": "", **WRITTEN, **changed}

    return fill
