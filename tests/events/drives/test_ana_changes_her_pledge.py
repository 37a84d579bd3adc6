"""Ana has the page of her pledge: she changes the number, or cancels, and others can pledge what she gives back."""

from typing import Any

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from events.drives.emails import own_path
from events.drives.models import DrivePage, Pledge
from events.drives.pledging import bring
from events.secrets import Secret, new_secret
from home.tree import Rooms
from tests.filling import filled
from tests.the_drives import make_drive, pledged, stand_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def drive(rooms: dict[str, Rooms]) -> DrivePage:
    return make_drive(rooms["en"].home)


@pytest.fixture
def secret() -> Secret:
    return new_secret()


def cancel_path(secret: Secret, language: str) -> str:
    with override(language):
        return reverse("cancel_pledge", args=[secret.text])


def change_to(ana: Client, secret: Secret, quantity: int) -> Any:
    url = own_path(secret.text, "en")
    with time_machine.travel(timezone.now(), tick=False) as clock:
        return ana.post(url, filled(ana, clock, url, {"quantity": str(quantity)}))


@pytest.mark.parametrize("quantity", [1, 7])
def test_fewer_or_more(ana: Client, drive: DrivePage, secret: Secret, quantity: int) -> None:
    pledge = pledged(drive, 3, secret=secret)

    answer = change_to(ana, secret, quantity)

    pledge.refresh_from_db()
    assert (pledge.quantity, stand_of(drive).pledged) == (quantity, quantity)
    assert "The new number is saved." in ana.get(answer["Location"]).content.decode()


def test_not_more_than_are_left(ana: Client, drive: DrivePage, secret: Secret) -> None:
    pledged(drive, 6)
    pledged(drive, 3, secret=secret)

    text = change_to(ana, secret, 5).content.decode()

    assert "Only 4 are still needed." in text and stand_of(drive).pledged == 9


def test_in_a_drive_that_is_closed_fewer_but_not_more(ana: Client, drive: DrivePage, secret: Secret) -> None:
    pledged(drive, 3, secret=secret)
    DrivePage.objects.filter(pk=drive.pk).update(is_closed_early=True)

    refused = change_to(ana, secret, 4).content.decode()
    change_to(ana, secret, 2)

    assert "This drive takes no pledges now." in refused and stand_of(drive).pledged == 2


def test_cancelled_twice_is_given_back_once(ana: Client, drive: DrivePage, secret: Secret) -> None:
    pledged(drive, 2)
    pledged(drive, 3, secret=secret)
    url = own_path(secret.text, "es")

    answers = [ana.post(cancel_path(secret, "es")) for _press in range(2)]

    assert [answer["Location"] for answer in answers] == [url, url]
    assert stand_of(drive).pledged == 2 and Pledge.objects.filter(state="cancelled").count() == 1
    assert ana.get(url).status_code == 200


def test_looking_changes_nothing(ana: Client, drive: DrivePage, secret: Secret) -> None:
    pledged(drive, 3, secret=secret)

    assert ana.get(cancel_path(secret, "en")).status_code == 302
    assert stand_of(drive).pledged == 3


def test_what_was_brought_is_not_cancelled_any_more(ana: Client, drive: DrivePage, secret: Secret) -> None:
    bring(pledged(drive, 3, secret=secret))

    answer = ana.post(cancel_path(secret, "en"))

    assert "changed meanwhile" in answer.content.decode()
    assert stand_of(drive).pledged == 3 and Pledge.objects.get().state == "brought"


def test_a_wrong_secret_opens_nothing(ana: Client, drive: DrivePage) -> None:
    pledged(drive)

    assert ana.get(own_path("guessed", "en")).status_code == 404
    assert ana.post(cancel_path(Secret("guessed", ""), "en")).status_code == 404


def test_the_page_leads_to_its_other_language(ana: Client, drive: DrivePage, secret: Secret) -> None:
    pledged(drive, secret=secret)

    assert own_path(secret.text, "es") in ana.get(own_path(secret.text, "en")).content.decode()


def test_no_refusal_writes_the_secret_into_the_log(
    ana: Client, drive: DrivePage, secret: Secret, settings: Any, caplog: pytest.LogCaptureFixture
) -> None:
    pledged(drive, secret=secret)
    settings.PUBLIC_FORM_LIMITS = {"address": 0, "site": 0}

    assert change_to(ana, secret, 2).status_code == 429

    assert secret.text not in caplog.text
