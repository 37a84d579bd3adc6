"""Closed, or no places: families read it at once, and it ends by itself."""

from datetime import date, timedelta
from typing import Any

import pytest
import time_machine
from django.core.management import call_command
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.languages import words_of
from directory.models import Service
from partners.models import AtOnce

pytestmark = pytest.mark.django_db


def say(marta: Client, pantry: Service, what: str, until: date | None) -> Any:
    values = {"what": what, "until": until.isoformat() if until else ""}
    return marta.post(reverse("partner_at_once", args=[pantry.pk]), values, follow=True)


def test_a_closure_is_public_at_once_and_over_by_itself(marta, pantry, rooms) -> None:
    until = timezone.localdate() + timedelta(days=5)

    say(marta, pantry, "closed", until)

    assert Service.objects.get(pk=pantry.pk).status == "temporarily closed"
    assert "Opens again on" in marta.get("/en/directory/pantry/").content.decode()
    with time_machine.travel(timezone.now() + timedelta(days=5)):
        call_command("tick")
    assert Service.objects.get(pk=pantry.pk).status == "active"
    assert AtOnce.objects.get().ended_at is not None


def test_no_places_is_said_in_both_languages(marta, pantry, rooms) -> None:
    say(marta, pantry, "full", timezone.localdate() + timedelta(days=5))

    assert "No places until" in marta.get("/en/directory/pantry/").content.decode()
    assert "No hay lugar hasta" in marta.get("/es/directorio/pantry-es/").content.decode()
    assert words_of(Service.objects.get(pk=pantry.pk), "es").alert.lang == ""


def test_what_the_office_wrote_meanwhile_is_not_undone_when_it_ends(marta, pantry, rooms) -> None:
    say(marta, pantry, "closed", timezone.localdate() + timedelta(days=5))
    Service.objects.filter(pk=pantry.pk).update(status="defunct")

    marta.post(reverse("partner_as_always", args=[pantry.pk]))

    assert Service.objects.get(pk=pantry.pk).status == "defunct"


@pytest.mark.parametrize(("what", "days"), [("closed", -1), ("full", None), ("full", 0)])
def test_a_day_that_is_over_or_missing_is_refused(marta, pantry, what, days) -> None:
    until = timezone.localdate() + timedelta(days=days) if days is not None else None

    page = say(marta, pantry, what, until).content.decode()

    assert "Choose a day to come" in page or "Say until when" in page
    assert Service.objects.get(pk=pantry.pk).status == "active"
    assert not AtOnce.objects.exists()
