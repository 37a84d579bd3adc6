"""The people of the house, the same in every test: Elena edits, Marco moderates, Paula is a partner, Ana visits."""

from collections.abc import Callable

import pytest
from django.test import Client
from wagtail.models import Locale

from core.models import User


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
