"""The demo has a request in every state, and somebody to sign in as."""

import pytest
from django.core.management import call_command

from core.accounts.this_machine import AMBASSADOR, other_of_this_machine
from core.models import OutgoingMail, User
from schools.asking.demo import load_requests
from schools.asking.models import HelpRequest, Status
from schools.calendar import today
from schools.demo import load_schools

pytestmark = pytest.mark.django_db


def test_every_state_is_there_once_loaded_twice(rooms, tmp_path, settings, client) -> None:
    settings.VAR = tmp_path
    schools = load_schools({language: its.schools for language, its in rooms.items()}, today())
    for _ in range(2):
        load_requests(schools, today())

    requests = HelpRequest.objects.all()
    assert set(requests.values_list("status", flat=True)) == set(Status.values)
    assert requests.filter(is_urgent=True).exists() and requests.exclude(purged_at=None).exists()
    assert not OutgoingMail.objects.exists()

    login = other_of_this_machine(AMBASSADOR)
    assert login and client.login(username=login.username, password=login.password)
    assert client.get("/es/desk/").status_code == 200
    assert not User.objects.get(username=login.username).is_staff


def test_the_login_of_the_desk_is_shown(rooms, tmp_path, settings, capsys) -> None:
    settings.VAR, settings.DEBUG = tmp_path, True
    load_requests(load_schools({language: its.schools for language, its in rooms.items()}, today()), today())

    call_command("show_demo_login")

    assert "/en/desk/" in capsys.readouterr().out
