from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.test import Client

from core.models import User
from home.tree import Rooms
from schools.asking.models import HelpRequest
from schools.asking.office import ensure_office_group
from schools.asking.receiving import receive
from schools.models import Appointment, SchoolPage
from tests.from_nothing import tree_from_nothing
from tests.the_schools import appointed, make_school

MONDAY = datetime(2026, 11, 16, 18, 0, tzinfo=UTC)  # Ten in the morning at the schools.


@pytest.fixture(autouse=True)
def fresh_counts() -> None:
    cache.clear()


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(MONDAY, tick=False) as coordinates:
        yield coordinates


@pytest.fixture
def rooms(spanish: object) -> dict[str, Rooms]:
    return tree_from_nothing()


@pytest.fixture
def school(rooms: dict[str, Rooms]) -> SchoolPage:
    return make_school(rooms, phone="(831) 555-0102")


@pytest.fixture
def employed() -> Callable[..., Appointment]:
    """Somebody appointed at a school who can sign in."""

    def employ(school: SchoolPage, name: str = "lupe", languages: tuple[str, ...] = ("en",), **values: Any) -> Any:
        account = User.objects.create(username=name, email=f"{name}@example.org")
        return appointed(school, name.title(), of={"languages": list(languages), "account": account}, **values)

    return employ


@pytest.fixture
def ask() -> Callable[..., HelpRequest]:
    def ask(school: SchoolPage | None = None, **values: Any) -> HelpRequest:
        asked = {"kind": "food", "language": "es", "name": "Ana Peña", "way": "call", "contact": "(831) 555-0199"}
        return receive({**asked, "words": "¿Dónde hay comida?", **values, "school": school}, written_in="es")

    return ask


@pytest.fixture
def office(db: None) -> User:
    account = User.objects.create(username="olga", email="olga@example.org")
    account.groups.add(Group.objects.get(pk=ensure_office_group().pk))
    return account


@pytest.fixture
def at_desk() -> Callable[[User], Client]:
    def sign_in(account: User) -> Client:
        client = Client()
        client.force_login(account)
        return client

    return sign_in


@pytest.fixture
def lupe(school, employed) -> User:
    return employed(school).person.account
