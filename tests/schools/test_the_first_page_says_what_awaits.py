"""Whoever cares for schools sees on the first page of the admin what waits, and nobody sees what is not theirs."""

from datetime import timedelta

import pytest
from bs4 import BeautifulSoup
from django.contrib.auth.models import Group
from django.test import Client
from django.urls import reverse

from core.models import User
from directory.office import ensure_groups_and_workflow
from home.tree import Rooms
from schools.calendar import today
from schools.ideas.models import Idea
from tests.the_schools import appointed, make_school

pytestmark = pytest.mark.django_db
COORDINATORS = "Ambassador coordinators"


@pytest.fixture
def waiting(rooms: dict[str, Rooms]) -> None:
    ensure_groups_and_workflow()
    school = make_school(rooms, "Cielo Claro")
    appointed(school, ends_on=today() + timedelta(days=20))
    make_school(rooms, "Los Gorriones")
    Idea.objects.create(reference="IDEA-1", kind="idea", school=school, words="A ramp", language="en")


def awaiting(group: str, language: str = "en") -> dict[str, str]:
    """Address by line."""
    account = User.objects.create_user(group or "nobody", f"{len(group)}@example.org")
    account.groups.set([Group.objects.get(name=group)])
    desk = Client(headers={"accept-language": language})
    desk.force_login(account)
    page = BeautifulSoup(desk.get(reverse("wagtailadmin_home")).content, "html.parser")
    lines = {" ".join(link.text.split()): link["href"] for link in page.select("[id^=schools] .awaiting__lines a")}
    assert all(desk.get(address).status_code == 200 for address in lines.values())
    return lines


def test_a_coordinator_sees_what_waits_at_the_schools(waiting: None) -> None:
    assert set(awaiting(COORDINATORS)) == {
        "1 school without an ambassador",
        "1 term ends within 60 days",
        "1 idea or concern nobody has read",
    }


def test_she_reads_it_in_spanish(waiting: None) -> None:
    assert "1 escuela sin embajador" in awaiting(COORDINATORS, "es")


def test_a_translator_sees_none_of_it(waiting: None) -> None:
    assert awaiting("Translators (Español)") == {}
