"""The day before the last one each is reminded once; long after it nobody can be found, and the totals stay."""

from datetime import timedelta
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from core.models import OutgoingMail
from events.drives.emails import own_path
from events.drives.following import tell_of_changes
from events.drives.models import DrivePage, Pledge
from events.drives.pledging import bring, cancel
from events.drives.reminding import remind_of_tomorrow
from events.drives.retention import purge
from events.secrets import new_secret
from home.tree import Rooms
from tests.the_drives import make_drive, pledged, stand_of

pytestmark = pytest.mark.django_db

A_DAY = timedelta(days=1)


@pytest.fixture
def drive(rooms: dict[str, Rooms]) -> DrivePage:
    return make_drive(rooms["en"].home)


def reminders() -> Any:
    return OutgoingMail.objects.filter(purpose="drive_reminder")


def on(drive: DrivePage, *, days: int) -> Any:
    """So many days after the last one to bring things."""
    moment = timezone.localtime() + (drive.last_drop_off_on - timezone.localdate()) + days * A_DAY
    return time_machine.travel(moment, tick=False)


def test_the_day_before_each_is_reminded_once_in_their_language(drive: DrivePage) -> None:
    pledged(drive, 2, language="es")

    with on(drive, days=-2):
        remind_of_tomorrow()
        assert not reminders().exists()
    with on(drive, days=-1):
        remind_of_tomorrow()
        remind_of_tomorrow()

    mail = reminders().get()
    assert (mail.language, mail.to) == ("es", "ana@example.org")
    assert "2 × Cobijas" in mail.text and "Recepción" in mail.text and "Ana" not in mail.subject


def test_nobody_is_reminded_who_brought_it_cancelled_it_or_has_no_mail(drive: DrivePage) -> None:
    bring(pledged(drive))
    cancel(pledged(drive))
    pledged(drive, reach="(831) 555-0177")

    DrivePage.objects.filter(pk=drive.pk).update(closes_on=drive.last_drop_off_on)
    with on(drive, days=-1):
        pledged(drive)  # Today; the mail about it has just gone.
        remind_of_tomorrow()

    assert not reminders().exists()


def test_a_last_day_that_was_moved_is_told_again(drive: DrivePage) -> None:
    pledged(drive)
    with on(drive, days=-1):
        remind_of_tomorrow()
    DrivePage.objects.filter(pk=drive.pk).update(last_drop_off_on=drive.last_drop_off_on + A_DAY)

    with on(drive, days=0):
        remind_of_tomorrow()

    assert reminders().count() == 2


def test_a_school_year_and_ninety_days_later_nobody_can_be_found(drive: DrivePage, settings: Any) -> None:
    secret = new_secret()
    pledge = bring(pledged(drive, 4, secret=secret))

    with on(drive, days=settings.HELPERS_KEPT_DAYS):
        purge()
        pledge.refresh_from_db()
        assert pledge.name == "Ana Peña"
    with on(drive, days=settings.HELPERS_KEPT_DAYS + 1):
        purge()
        purge()

    pledge.refresh_from_db()
    assert (pledge.name, pledge.reach, pledge.secret_digest, pledge.entered_by) == ("", "", "", None)
    assert (pledge.quantity, pledge.state, stand_of(drive).pledged) == (4, "brought", 4)
    assert not OutgoingMail.objects.exclude(to="").exists()
    assert Client().get(own_path(secret.text, "en")).status_code == 404


def test_staff_see_what_was_not_brought_when_it_is_over(drive: DrivePage, signed_in: Any) -> None:
    pledged(drive)
    elena = signed_in("elena")
    before = elena.get("/admin/").content.decode()

    DrivePage.objects.filter(pk=drive.pk).update(last_drop_off_on=timezone.localdate() - A_DAY)

    line = "pledge of a drive that is over, not marked as brought"
    assert line not in before and line in elena.get("/admin/").content.decode()
    assert Pledge.objects.get().is_promised


def test_another_place_or_day_is_told_once_to_those_who_still_bring_something(drive: DrivePage) -> None:
    bring(pledged(drive))
    pledged(drive, reach="(831) 555-0177")
    pledged(drive, language="es")
    tell_of_changes()
    assert not OutgoingMail.objects.filter(purpose="drive_changed").exists()
    DrivePage.objects.filter(pk=drive.pk).update(drop_off_place={"en": "Room 9", "es": "Salón 9"})

    tell_of_changes()
    tell_of_changes()

    mail = OutgoingMail.objects.get(purpose="drive_changed")
    assert mail.language == "es" and "Salón 9" in mail.text and "Recepción" not in mail.text
