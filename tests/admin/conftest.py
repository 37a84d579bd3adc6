"""The office in the tests: Elena edits, Marco moderates, Lucía translates into Spanish, Root may do everything."""

from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from core.models import User
from directory.office import EDITORS, MODERATORS, ensure_groups_and_workflow, translators
from home.tree import ensure_tree

GROUPS = {"elena": EDITORS, "marco": MODERATORS, "lucia": "translators"}


@pytest.fixture
def office(db: None) -> None:
    ensure_tree()
    ensure_groups_and_workflow()


@pytest.fixture
def person(office: None) -> Callable[[str], User]:
    def find(name: str) -> User:
        user, created = User.objects.get_or_create(username=name, defaults={"email": f"{name}@example.org"})
        if created and name == "root":
            user.is_superuser = True
            user.save()
        elif created and name in GROUPS:
            group = translators("es") if name == "lucia" else GROUPS[name]
            user.groups.set([Group.objects.get(name=group)])
        return user

    return find


@pytest.fixture
def at_desk(person: Callable[[str], User]) -> Callable[[str], Client]:
    """A browser in which a person of the office is signed in."""

    def sign_in(name: str) -> Client:
        client = Client()
        client.force_login(person(name))
        return client

    return sign_in
