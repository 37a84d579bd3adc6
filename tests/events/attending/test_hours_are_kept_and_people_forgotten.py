"""Hours on a statement and in the report; who gave them is forgotten in time; checks that end."""

from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import date, timedelta
from io import BytesIO

import pytest
import time_machine
from django.contrib.auth.models import Permission
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override
from openpyxl import load_workbook

from core.models import OutgoingMail, User
from events.attending.clearances import lines_of, warn
from events.attending.hours import hours_of, school_year
from events.attending.models import Attendance, HoursTotal
from events.attending.report import Report
from events.attending.retention import purge
from events.signups.models import Key, ShiftDate, SignUp
from events.volunteers.models import Clearance, ClearanceTier, Volunteer
from home.tree import Rooms
from schools.calendar import today
from tests.the_events import a_shift, make_event, shift_date, sign_up, somebody
from tests.the_schools import make_school

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


@pytest.mark.parametrize("language, words", [("en", ["2.0", "(assumed)"]), ("es", ["2,0", "(supuesta)"])])
def test_a_statement_marks_what_is_assumed(office: Client, given: SignUp, language: str, words: list[str]) -> None:
    with after(given.shift_date, hours=1), override(language):
        office.force_login(User.objects.get(username="olga"))
        page = office.get(reverse("event_hours", args=[given.volunteer_id])).content.decode()

    assert "Ana Peña" in page
    assert all(word in page for word in words)


def test_nobody_reads_the_hours_of_strangers(given: SignUp, account: Callable[[str], User]) -> None:
    stranger = Client()
    stranger.force_login(account("ramon"))

    assert stranger.get(reverse("event_hours", args=[given.volunteer_id])).status_code == 404


def test_a_school_year_begins_in_july() -> None:
    begins, ends = school_year(today().replace(month=6, day=30))

    assert (begins.month, begins.day, ends.month, ends.day) == (7, 1, 6, 30)
    assert ends == today().replace(month=6, day=30)


def report(start: date, end: date) -> Report:
    return Report(User(is_superuser=True), start, end)


@pytest.fixture
def boss(office: Client) -> Client:
    """Olga, who may enter the admin, too."""
    User.objects.filter(username="olga").update(is_superuser=True)
    return office


def test_the_report_counts_them(boss: Client, given: SignUp) -> None:
    day = timezone.localdate(given.shift_date.starts_at)

    answer = boss.get(reverse("volunteer_hours"), {"from": day, "to": day, "export": "csv"}).content.decode()

    assert "Food boxes,1,2.0,2.0" in answer
    assert "Ana" not in answer


def test_a_spreadsheet_can_add_the_hours_up(boss: Client, given: SignUp) -> None:
    answer = boss.get(reverse("volunteer_hours"), {"export": "xlsx"} | _all_year(given))

    sheet = load_workbook(BytesIO(answer.content)).active
    assert [cell.value for cell in sheet[2]] == ["the district", "Food boxes", 1, 2, 2]


def test_hours_are_added_up_by_school_whoever_holds_the_event(rooms: Tree, given: SignUp) -> None:
    school = make_school(rooms)
    for number, event in enumerate(
        (
            make_event(school, "Garden", shifts=[a_shift()]),
            make_event(rooms["en"].events, "Reading", school=school, shifts=[a_shift()]),
        )
    ):
        row = ShiftDate.objects.get(occurrence__event=event)
        signed = sign_up(row, somebody(f"Leo {number}"))
        left = row.starts_at + timedelta(minutes=90)
        Attendance.objects.create(sign_up=signed, came_at=row.starts_at, left_at=left)

    rows = report(*_year(given)).schools

    assert [(each.school, each.times, each.both) for each in rows] == [
        (school.title, 2, (180, 0)),
        ("the district", 1, (120, 120)),
    ]


def test_events_cost_the_report_no_query_each(
    rooms: Tree, given: SignUp, django_assert_num_queries: Callable[[int], AbstractContextManager[None]]
) -> None:
    with django_assert_num_queries(3):
        assert report(*_year(given)).sums


@pytest.mark.parametrize("first, last", [((0, 7, 1), (0, 7, 31)), ((1, 6, 1), (1, 6, 30)), ((0, 12, 1), (0, 12, 31))])
def test_a_forgotten_year_is_not_squeezed_into_a_month(
    boss: Client, first: tuple[int, int, int], last: tuple[int, int, int]
) -> None:
    HoursTotal.objects.create(year_begins=date(2020, 7, 1), title="Food boxes", times=3, minutes=600)
    start, end = (date(2020 + years, month, day) for years, month, day in (first, last))

    assert report(start, end).sums == []
    assert report(start, end).left_out == "10.0"
    page = boss.get(reverse("volunteer_hours"), {"from": start, "to": end}).content.decode()
    assert "10.0 hours are not counted here" in page
    assert [each.minutes for each in report(date(2020, 7, 1), date(2021, 6, 30)).sums] == [600]
    assert report(date(2021, 7, 1), date(2022, 6, 30)).left_out == ""


def test_events_are_counted_by_what_they_build(rooms: Tree) -> None:
    parent, off = rooms["en"].events, {"is_cancelled": True, "cancelled_because": {"en": "Rain", "es": "Lluvia"}}
    make_event(parent, "Weekly", rule="FREQ=WEEKLY;COUNT=3", builds=["connections", "confidence"])
    make_event(parent, "Once", builds=["confidence"])
    make_event(parent, "Called off", builds=["capabilities"], **off)

    found = report(today(), today() + timedelta(days=60)).builds

    assert [count for _label, count in found] == [0, 1, 0, 2]


def test_who_does_not_run_all_events_reads_no_report(given: SignUp, account: Callable[[str], User]) -> None:
    elena = account("elena")
    elena.user_permissions.add(Permission.objects.get(codename="access_admin"))
    client = Client()
    client.force_login(elena)

    assert client.get(reverse("volunteer_hours"), {"export": "csv"}).status_code == 302
    assert reverse("volunteer_hours") not in client.get("/admin/").content.decode()


def _year(given: SignUp) -> tuple[date, date]:
    return school_year(timezone.localdate(given.shift_date.starts_at))


def _all_year(given: SignUp) -> dict[str, date]:
    return dict(zip(("from", "to"), _year(given), strict=True))


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
    assert [each.minutes for each in report(start, end).sums] == [120]


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


@pytest.mark.parametrize(("setting", "begins"), [("08-15", "2026-08-15"), ("07-01", "2026-07-01"), ("x", "2026-07-01")])
def test_a_school_year_begins_as_the_setting_says(settings, setting: str, begins: str) -> None:
    settings.SCHOOL_YEAR_BEGINS = setting

    assert str(school_year(date(2026, 12, 1))[0]) == begins
