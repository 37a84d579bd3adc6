"""Ana pledges blankets for a family after a fire: a short form, a page of her own, a mail, never one too many."""

from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from core.models import OutgoingMail
from events.drives.models import DrivePage, Pledge
from home.tree import Rooms
from tests.filling import filled
from tests.the_drives import BLANKETS, DIAPERS, drive_in_spanish, make_drive, pledged, stand_of
from tests.the_schools import in_spanish, make_school

pytestmark = pytest.mark.django_db

ANA = {"name": "Ana Peña", "reach": "ana@example.org", "quantity": "4"}


def send(ana: Client, drive: DrivePage, *, times: int = 1, **changed: str) -> Any:
    url = f"{drive.url}pledge/"
    with time_machine.travel(timezone.now(), tick=False) as clock:
        item = str(drive.facts.items.first().pk)
        form = filled(ana, clock, url, {**ANA, "item": item, **changed})
        answers = [ana.post(url, form) for _time in range(times)]
    return answers[-1]


def test_she_is_led_to_a_page_of_her_own_that_says_where_to_bring_it(ana: Client, rooms: dict[str, Rooms]) -> None:
    drive = make_drive(rooms["en"].home)

    answer = send(ana, drive)

    pledge = Pledge.objects.get()
    assert (pledge.quantity, pledge.name, pledge.state, stand_of(drive).pledged) == (4, "Ana Peña", "promised", 4)
    assert answer.status_code == 302 and "Ana" not in answer["Location"]
    own = ana.get(answer["Location"])
    text = own.content.decode()
    assert "4 × Blankets" in text and pledge.reference in text and "Front office" in text
    assert "ana@example.org" not in text
    assert own["Referrer-Policy"] == "no-referrer" and "no-store" in own["Cache-Control"]
    assert "noindex" in own["X-Robots-Tag"]


def test_a_form_sent_three_times_is_one_pledge_one_mail_and_one_page(ana: Client, rooms: dict[str, Rooms]) -> None:
    drive = make_drive(rooms["en"].home, items=((BLANKETS, 4),))

    answer = send(ana, drive, times=3)  # Nothing is left for the second, had it counted.

    assert Pledge.objects.count() == 1 and stand_of(drive).pledged == 4
    assert OutgoingMail.objects.count() == 1
    assert ana.get(answer["Location"]).status_code == 200


def test_in_spanish_page_and_mail_are_in_spanish_and_count_for_the_same_drive(
    ana: Client, rooms: dict[str, Rooms]
) -> None:
    school = make_school(rooms)
    drive = make_drive(school)
    spanish = drive_in_spanish(drive, in_spanish(school, rooms, "Escuela"))

    answer = send(ana, spanish)

    mail = OutgoingMail.objects.get()
    assert (mail.language, stand_of(drive).pledged) == ("es", 4)
    assert "4 × Cobijas" in mail.text and "Recepción" in mail.text and "Después de un incendio" in mail.subject
    assert "Ana" not in mail.subject
    assert answer["Location"].startswith("/es/") and answer["Location"] in mail.text
    assert "4 × Cobijas" in ana.get(answer["Location"]).content.decode()


def test_the_secret_is_stored_nowhere_but_in_the_letter(ana: Client, rooms: dict[str, Rooms]) -> None:
    answer = send(ana, make_drive(rooms["en"].home), reach="(831) 555-0177")

    secret = answer["Location"].rstrip("/").rpartition("/")[2]
    assert secret and secret not in str(Pledge.objects.values()) and not OutgoingMail.objects.exists()


def test_when_too_few_are_left_she_is_offered_what_is_left(ana: Client, rooms: dict[str, Rooms]) -> None:
    drive = make_drive(rooms["en"].home)
    pledged(drive, 8)

    answer = send(ana, drive)

    text = answer.content.decode()
    assert "Only 2 are still needed." in text and "I will bring 2" in text and "Ana Peña" in text
    assert stand_of(drive).pledged == 8
    assert send(ana, drive, quantity="2").status_code == 302
    assert stand_of(drive).left == 0


def test_what_others_took_meanwhile_is_said_and_another_thing_offered(ana: Client, rooms: dict[str, Rooms]) -> None:
    drive = make_drive(rooms["en"].home, items=((BLANKETS, 8), (DIAPERS, 30)))
    pledged(drive, 8)

    text = send(ana, drive).content.decode()

    assert "Others have pledged all of this meanwhile." in text and "Diapers. Still needed: 30 of 30" in text


def test_nobody_pledges_more_than_the_drive_lets_one_person(ana: Client, rooms: dict[str, Rooms]) -> None:
    drive = make_drive(rooms["en"].home)
    drive.items.update(most_each=3)

    text = send(ana, drive).content.decode()

    assert "Please pledge 3 at most" in text and "I will bring 3" in text and not Pledge.objects.exists()


@pytest.mark.parametrize("facts", [{"is_closed_early": True}, {"opens_on": timezone.localdate().replace(year=2999)}])
def test_a_drive_that_is_not_open_refuses_in_words(ana: Client, rooms: dict[str, Rooms], facts: dict[str, Any]) -> None:
    drive = make_drive(rooms["en"].home)
    url = f"{drive.url}pledge/"
    with time_machine.travel(timezone.now(), tick=False) as clock:
        form = filled(ana, clock, url, {**ANA, "item": str(drive.items.first().pk)})
        DrivePage.objects.filter(pk=drive.pk).update(**facts)
        answer = ana.post(url, form)

    assert "This drive takes no pledges now." in answer.content.decode() and not Pledge.objects.exists()
    assert ana.get(url)["Location"] == drive.url


@pytest.mark.parametrize(
    "wrong", [{"quantity": "0"}, {"quantity": "-3"}, {"quantity": "1e9"}, {"reach": "x"}, {"item": "999"}, {"name": ""}]
)
def test_what_is_wrong_is_said_and_what_was_typed_stays(
    ana: Client, rooms: dict[str, Rooms], wrong: dict[str, str]
) -> None:
    answer = send(ana, make_drive(rooms["en"].home), **wrong)

    assert answer.status_code == 200 and "This was not sent yet" in answer.content.decode()
    assert not Pledge.objects.exists()


def test_things_of_another_drive_are_not_for_this_form(ana: Client, rooms: dict[str, Rooms]) -> None:
    other = make_drive(rooms["en"].home, "Coats")

    send(ana, make_drive(rooms["en"].home), item=str(other.items.first().pk))

    assert not Pledge.objects.exists()
