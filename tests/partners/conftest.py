from collections.abc import Callable

import pytest
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.test import Client

from core.models import User
from directory.models import Organization, Service
from directory.office import MODERATORS, ensure_groups_and_workflow
from home.tree import Rooms, ensure_tree
from partners.models import Membership
from tests.whole_listings import a_need, a_service, an_organization


@pytest.fixture
def rooms(spanish: object) -> dict[str, Rooms]:
    cache.clear()
    return ensure_tree()


@pytest.fixture
def mesa(rooms: object) -> Organization:
    organization = an_organization("Mesa")
    Organization.objects.filter(pk=organization.pk).update(website="https://www.mesa.org/help", email="hi@mesa.org")
    organization.refresh_from_db()
    return organization


@pytest.fixture
def pantry(mesa: Organization) -> Service:
    return a_service(mesa, "Pantry", [a_need("Food")])


@pytest.fixture
def member() -> Callable[..., Client]:
    """Somebody who speaks for an organization, signed in."""

    def make(organization: Organization, name: str = "marta") -> Client:
        account = User.objects.create_user(name, f"{name}@mesa.org")
        Membership.objects.create(account=account, organization=organization)
        client = Client()
        client.force_login(account, "django.contrib.auth.backends.ModelBackend")
        return client

    return make


@pytest.fixture
def marta(member: Callable[..., Client], mesa: Organization) -> Client:
    return member(mesa)


@pytest.fixture
def moses(rooms: object) -> Client:
    """Of the office: he decides."""
    ensure_groups_and_workflow()
    account = User.objects.create_user("moses", "moses@example.org")
    account.groups.add(Group.objects.get(name=MODERATORS))
    client = Client()
    client.force_login(account, "django.contrib.auth.backends.ModelBackend")
    return client
