"""The people of the house, the same in every test: Elena edits, Marco moderates, Paula is a partner, Ana visits.

And the servers that some tests need: at home an absent one skips its tests and says so; in CI it fails them.
"""

import os
from collections.abc import Callable, Iterator

import pytest
from django.db import transaction
from django.test import Client
from django.utils import translation
from pytest_django.plugin import DjangoDbBlocker
from wagtail.models import Locale

from core.models import User
from home.tree import ensure_tree

Offered = Callable[[str], str]


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> None:
    """Every installation has its first pages; made once, they need not be made again in a thousand tests."""
    with django_db_blocker.unblock(), transaction.atomic():
        ensure_tree()


@pytest.fixture(autouse=True)
def no_language_is_left_behind() -> Iterator[None]:
    """A request leaves its language in the thread; the next test starts without one, as a new process does."""
    translation.deactivate()
    yield
    translation.deactivate()


@pytest.fixture
def spanish(db: None) -> Locale:
    return Locale.objects.get_or_create(language_code="es")[0]


@pytest.fixture
def ana(client: Client) -> Client:
    """A visitor: no account, no trace."""
    return client


@pytest.fixture
def signed_in(db: None) -> Callable[[str], Client]:
    """Sign a superuser in under a name; roles with fewer rights have fixtures of their own."""

    def sign_in(name: str) -> Client:
        user = User.objects.create_superuser(name, f"{name}@example.org", "correct-horse-battery")
        client = Client()
        client.force_login(user)
        return client

    return sign_in


@pytest.fixture(scope="session")
def offered() -> Offered:
    """Ask for a server by the name of the variable that holds its address."""

    def address(name: str) -> str:
        if value := os.environ.get(name):
            return value
        reason = f"no server: {name} is not set; the scripts in .ci/services start one and print it"
        if os.environ.get("CI"):
            pytest.fail(reason, pytrace=False)
        pytest.skip(reason)

    return address
