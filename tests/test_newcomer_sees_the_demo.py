"""A newcomer types one command, and is told where to look and how to sign in."""

import re
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from core.models import User

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def a_fresh_machine(settings, tmp_path: Path) -> None:
    settings.DEBUG = True
    settings.VAR = tmp_path


def told() -> str:
    said = StringIO()
    call_command("show_demo_login", address="http://localhost:8123", stdout=said)
    return said.getvalue()


def login_in(said: str) -> dict[str, str]:
    name, password = re.search(r"name (\S+), password (\S+)", said).groups()
    return {"login": name, "password": password}


def test_both_addresses_are_named() -> None:
    assert "http://localhost:8123/en/" in told()
    assert "http://localhost:8123/es/" in told()


def test_the_login_opens_the_admin(client: Client) -> None:
    client.post("/accounts/login/", login_in(told()))

    assert client.get("/admin/").status_code == 200


def test_the_same_login_is_shown_every_time_and_nobody_else_is_touched() -> None:
    elena = User.objects.create_superuser("elena", "elena@example.org", "correct-horse-battery")

    assert login_in(told()) == login_in(told())

    assert User.objects.count() == 2
    elena.refresh_from_db()
    assert elena.check_password("correct-horse-battery")


def test_each_machine_has_its_own(settings, tmp_path: Path) -> None:
    here = login_in(told())
    settings.VAR = tmp_path / "elsewhere"
    settings.VAR.mkdir()

    assert login_in(told()) != here


def test_only_the_owner_of_the_machine_can_read_where_it_is_kept(tmp_path: Path) -> None:
    told()

    assert (tmp_path / "staff_password").stat().st_mode & 0o077 == 0


def test_a_public_installation_gets_no_such_login(settings) -> None:
    settings.DEBUG = False

    with pytest.raises(CommandError, match="createsuperuser"):
        told()

    assert not User.objects.exists()
