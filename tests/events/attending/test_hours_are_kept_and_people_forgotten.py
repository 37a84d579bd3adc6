"""Hours on a statement and in the report; who gave them is forgotten in time; checks that end."""

from collections.abc import Callable
from datetime import timedelta

import pytest
import time_machine
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from core.models import OutgoingMail, User
from events.attending.clearances import lines_of, warn
from events.attending.hours import hours_of, school_year
from events.attending.models import Attendance, HoursTotal
from events.attending.report import sums_between
from events.attending.retention import purge
from events.signups.models import Key, ShiftDate, SignUp
from events.volunteers.models import Clearance, ClearanceTier, Volunteer
from home.tree import Rooms
from schools.calendar import today
from tests.the_events import shift_date, sign_up, somebody

Tree = dict[str, Rooms]


@pytest.fixture
def given(rooms: Tree) -> SignUp:
    """Ana gave two hours, and nobody saw the end."""
    row = shift_date(rooms)
    signed: SignUp = sign_up(row, somebody(), notes="con mi hija")
    came, left = row.starts_at, row.starts_at + timedelta(hours=2)
    Attendance.objects.create(sign_up=signed, came_at=came, left_at=left, assumed=True)
    return signed


def after(row: ShiftDate, **more: int) -> time_machine.travel:
    return time_machine.travel(row.over_at + timedelta(**more), tick=False)


@pytest.mark.parametrize("language, words", [("en", "2.0"), ("es", "2.0")])
def test_a_statement_marks_what_is_assumed(office: Client, given: SignUp, language: str, words: str) -> None:
    with after(given.shift_date, hours=1):
        office.force_login(User.objects.get(username="olga"))
        page = office.get(reverse("event_hours", args=[given.volunteer_id])).content.decode()

    assert "Ana Peña" in page
    assert words in page
    assert "(assumed)" in page


def test_nobody_reads_the_hours_of_strangers(given: SignUp, account: Callable[[str], User]) -> None:
    stranger = Client()
    stranger.force_login(account("ramon"))

    assert stranger.get(reverse("event_hours", args=[given.volunteer_id])).status_code == 404


def test_a_school_year_begins_in_july() -> None:
    begins, ends = school_year(today().replace(month=6, day=30))

    assert (begins.month, begins.day, ends.month, ends.day) == (7, 1, 6, 30)
    assert ends == today().replace(month=6, day=30)


def test_the_report_counts_them(office: Client, given: SignUp) -> None:
    day = timezone.localdate(given.shift_date.starts_at)
    olga = User.objects.get(username="olga")
    olga.is_superuser = True
    olga.save()

    answer = office.get(reverse("volunteer_hours"), {"from": day, "to": day, "export": "csv"}).content.decode()

    assert "Food boxes,1,2.0,2.0" in answer
    assert "Ana" not in answer


def test_who_helped_is_forgotten_and_the_sum_stays(given: SignUp) -> None:
    row, start, end = given.shift_date, *school_year(timezone.localdate(given.shift_date.starts_at))
    with after(row, days=454):
        purge()
    assert Volunteer.objects.get().name == "Ana Peña"

    with after(row, days=457):
        purge()
        purge()

    volunteer, kept = Volunteer.objects.get(), SignUp.objects.get()
    assert (volunteer.name, volunteer.reach, volunteer.person_key, kept.notes) == ("", "", "", "")
    assert not Key.objects.exists()
    assert not OutgoingMail.objects.exclude(to="").exists()
    assert HoursTotal.objects.get().assumed_minutes == 120
    assert [each.minutes for each in sums_between(start, end)] == [120]


def test_who_comes_again_is_not_forgotten(given: SignUp, rooms: Tree) -> None:
    with after(given.shift_date, days=450):
        sign_up(shift_date(rooms), given.volunteer)
    with after(given.shift_date, days=457):
        purge()

    assert Volunteer.objects.get().name == "Ana Peña"
    assert hours_of(given.volunteer, *school_year(timezone.localdate(given.shift_date.starts_at)), "es").minutes == 120


@pytest.fixture
def ending(db: None) -> Clearance:
    names = {"en": "Visitor check", "es": "Revisión de visitantes"}
    tier = ClearanceTier.objects.create(name=names, level=1, steps=names, cost=names, takes=names)
    ends = today() + timedelta(days=30)
    return Clearance.objects.create(volunteer=somebody(), tier=tier, done_on=today(), expires_on=ends)


def test_a_check_that_ends_is_told_once(ending: Clearance) -> None:
    warn()
    warn()

    mail = OutgoingMail.objects.get()
    assert (mail.language, mail.to) == ("es", "ana@example.org")
    assert "Revisión de visitantes" in mail.text


def test_a_renewed_check_is_not_told(ending: Clearance) -> None:
    later = today() + timedelta(days=400)
    Clearance.objects.create(
        volunteer=ending.volunteer, tier=ending.tier, done_on=today() - timedelta(days=1), expires_on=later
    )

    warn()

    assert not OutgoingMail.objects.exists()


def test_the_office_sees_a_line(office: Client, ending: Clearance, account: Callable[[str], User]) -> None:
    assert list(lines_of(account("ramon"))) == []
    assert [line.count for line in lines_of(User.objects.get(username="olga"))] == [1]
