"""The routine with a moved clock: who is asked when, who is called, and what ends it."""

import re
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.models import OutgoingMail, User
from directory.models import Organization, Service
from partners.asking import ask_all
from partners.due import all_due, due_on
from partners.models import Asked
from tests.whole_listings import a_service, an_organization

pytestmark = pytest.mark.django_db
START = datetime(2026, 1, 5, 17, tzinfo=UTC)


@pytest.fixture
def true_in_january(mesa: Organization, pantry: Service) -> Service:
    for model in (Organization, Service):
        model.objects.update(assured_date=START.date(), first_published_at=START)
    return pantry


def on_day(days: int) -> Any:
    return time_machine.travel(START + timedelta(days=days))


def letters() -> list[tuple[str, str]]:
    return list(OutgoingMail.objects.filter(purpose="listings_due").order_by("pk").values_list("to", "language"))


def year(settings: Any, last: int, step: int = 1) -> dict[int, int]:
    """How many letters there were on each day on which one went."""
    went: dict[int, int] = {}
    for day in range(0, last, step):
        with on_day(day):
            before = len(letters())
            ask_all()
            ask_all()
            if len(letters()) > before:
                went[day] = len(letters()) - before
    return went


def test_three_letters_and_then_a_call_in_one_year(true_in_january, marta, moses, settings) -> None:
    went = year(settings, 182)

    assert went == {130: 1, 151: 2, 172: 2}  # From the second on, the public address of the organization too.
    assert {to for to, _language in letters()} == {"marta@mesa.org", "hi@mesa.org"}
    with on_day(178):
        assert "Nobody has to be called" in moses.get(reverse("partners_calls")).content.decode()
    with on_day(179):
        moses.force_login(User.objects.get(username="moses"), "django.contrib.auth.backends.ModelBackend")
        assert "Mesa" in moses.get(reverse("partners_calls")).content.decode()


def test_one_button_without_signing_in_confirms_and_a_scanner_that_opens_it_does_nothing(true_in_january) -> None:
    with on_day(130):
        ask_all()
        link = re.search(r"https?://[^/]+(/\S+)", OutgoingMail.objects.get().text)[1]
        page = Client().get(link).content.decode()
        assert "Pantry" in page
        assert Service.objects.facts().get().assured_date == START.date()

        Client(enforce_csrf_checks=True).post(link)
        Client().post(link)

        pantry = Service.objects.facts().get()
        assert (pantry.assured_date, pantry.assured_by) == (timezone.localdate(), "agency")
        assert pantry.assurer_email == "hi@mesa.org"
        assert Asked.objects.get().ended_on == timezone.localdate()
        assert "nothing to confirm" in Client().get(link).content.decode()
        assert Client().get(link[:-4] + "x/").status_code == 404


def test_a_call_that_confirms_ends_the_round(true_in_january, moses) -> None:
    Organization.objects.update(email="")
    for contact in Organization.objects.facts().get().contacts.all():
        type(contact).objects.filter(pk=contact.pk).update(email="")
    with on_day(130):
        ask_all()
        round_ = Asked.objects.get()
        assert round_.call_on == timezone.localdate()  # No letter can reach them.
        moses.force_login(User.objects.get(username="moses"), "django.contrib.auth.backends.ModelBackend")
        later = {"outcome": "nobody", "note": "It rang for long."}
        moses.post(reverse("partners_call", args=[round_.pk]), later)
        round_.refresh_from_db()
        assert round_.call_on > timezone.localdate()
        moses.post(reverse("partners_call", args=[round_.pk]), {"outcome": "confirmed"})

        assert Service.objects.facts().get().assured_date == timezone.localdate()
        assert Asked.objects.get().ended_on == timezone.localdate()
        assert [call.outcome for call in round_.calls.all()] == ["confirmed", "nobody"]


def test_who_has_answered_is_not_asked_again_until_it_is_due(true_in_january, marta, settings) -> None:
    with on_day(130):
        ask_all()
        Service.objects.update(assured_date=timezone.localdate())
    assert year(settings, 259, step=1) == {}
    with on_day(260):
        ask_all()
        assert len(letters()) == 2


def test_a_new_directory_does_not_ask_everybody_on_one_day(mesa) -> None:
    for number in range(60):
        a_service(an_organization(f"House {number}"), f"Service {number}", [])
    Service.objects.update(assured_date=None, first_published_at=START)
    Organization.objects.update(assured_date=START.date(), first_published_at=START)

    asked = [len(all_due(START.date() + timedelta(days=day))) for day in range(0, 131)]

    assert asked[0] == 0
    assert asked[-1] == 60
    assert max(after - before for before, after in pairwise(asked)) <= 6


def test_the_whole_year_is_driven_by_tick(true_in_january, marta) -> None:
    with on_day(130):
        call_command("tick")

    assert len(letters()) == 1


def test_what_was_confirmed_is_due_so_many_days_after(true_in_january) -> None:
    day = START.date()

    assert due_on(true_in_january.pk, day, day, days=130) == day + timedelta(days=130)
    assert day < due_on(true_in_january.pk, None, day, days=130) <= day + timedelta(days=130)
