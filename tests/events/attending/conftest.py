from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.test import Client

from core.models import User
from directory.office import ensure_groups_and_workflow
from home.tree import Rooms, ensure_tree
from schools.asking.office import FAMILY_OFFICE


@pytest.fixture
def rooms(spanish: object) -> dict[str, Rooms]:
    return ensure_tree()


@pytest.fixture(autouse=True)
def nobody_has_sent_forms_yet(settings: object) -> None:
    settings.STAFF_MFA_REQUIRED = False  # type: ignore[attr-defined]
    cache.clear()


@pytest.fixture
def account() -> Callable[[str], User]:
    return lambda name: User.objects.create_user(name, f"{name}@example.org", "sol y luna 2026")


@pytest.fixture
def office(rooms: object, account: Callable[[str], User]) -> Client:
    """Olga runs the sign-ups of every event."""
    ensure_groups_and_workflow()
    olga = account("olga")
    olga.groups.add(Group.objects.get(name=FAMILY_OFFICE))
    client = Client()
    client.force_login(olga)
    return client
