from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.utils import timezone

from home.tree import Rooms, ensure_tree
from schools.models import SchoolPage
from tests.committing import CommittingClient
from tests.filling import filled
from tests.the_schools import make_school

ENGLISH, SPANISH = "/en/interpreter/", "/es/interprete/"

Ask = Callable[..., Any]


@pytest.fixture(autouse=True)
def fresh_counts() -> None:
    cache.clear()


@pytest.fixture
def rooms(spanish: object) -> dict[str, Rooms]:
    return ensure_tree()


@pytest.fixture
def school(rooms: dict[str, Rooms]) -> SchoolPage:
    return make_school(rooms)


@pytest.fixture
def clock() -> Iterator[time_machine.Traveller]:
    """A Monday morning."""
    monday = timezone.make_aware(datetime(2026, 3, 2, 9, 0))
    with time_machine.travel(monday, tick=False) as traveller:
        yield traveller


@pytest.fixture
def ask(clock: time_machine.Traveller, school: SchoolPage) -> Ask:
    """Ana asks for Mixteco at her school in eight days, unless the test says otherwise."""

    client = CommittingClient()

    def send(page: str = ENGLISH, *, again: bool = False, **changed: str) -> Any:
        values = {
            "what": "meeting",
            "language": "mix",
            "school": str(school.pk),
            "when_day": "2026-03-10",
            "when_time": "15:00",
            "about": "Salón 12, lectura de Íñigo",
            "way": "ana@example.org",
            **changed,
        }
        data = filled(client, clock, page, values)
        if again:
            client.post(page, data, follow=True)
        return client.post(page, data, follow=True)

    return send
