"""The report of hours where events are run: the office about all, people of a school about theirs; undo; the guide."""

from collections.abc import Callable
from datetime import timedelta
from io import BytesIO

import pytest
from django.http import HttpResponse
from django.test import Client
from django.urls import reverse
from openpyxl import load_workbook

from core.models import OutgoingMail, User
from events.attending.models import Attendance
from events.models import EventPage
from events.signups.models import ShiftDate, SignUp, State
from home.tree import Rooms
from schools.models import Person
from tests.the_events import a_shift, make_event, shift_date, sign_up, somebody
from tests.the_schools import appointed, make_school

Tree = dict[str, Rooms]


def came(row: ShiftDate, name: str) -> SignUp:
    signed: SignUp = sign_up(row, somebody(name))
    Attendance.objects.create(sign_up=signed, came_at=row.starts_at, left_at=row.starts_at + timedelta(hours=1))
    return signed


@pytest.fixture
def year(rooms: Tree) -> dict[str, str]:
    """Somebody came to an event of the district, somebody to one of a school."""
    school = make_school(rooms)
    garden = make_event(school, "Garden", shifts=[a_shift()], builds=["confidence"])
    at_the_school = ShiftDate.objects.get(occurrence__event=garden)
    for row, name in ((shift_date(rooms), "Ana"), (at_the_school, "Leo")):
        came(row, name)
    days = [row.starts_at.date() for row in ShiftDate.objects.all()]
    return {"from": str(min(days) - timedelta(days=1)), "to": str(max(days) + timedelta(days=1))}


@pytest.mark.parametrize(
    "path, words",
    [("/en/event-desk/hours/", "Volunteer hours"), ("/es/mesa-de-eventos/horas/", "Horas de voluntariado")],
)
def test_the_office_reads_all_without_the_admin(office: Client, year: dict[str, str], path: str, words: str) -> None:
    page = office.get(path, year).content.decode()

    assert words in page
    assert "Garden" in page
    assert "Food boxes" in page
    assert "Ana" not in page
    assert path in office.get(path.replace("hours/", "").replace("horas/", "")).content.decode()


def test_people_of_a_school_read_about_theirs_alone(year: dict[str, str], rooms: Tree, account: Callable) -> None:
    school = EventPage.objects.get(title="Garden").get_parent().specific
    lupe = appointed(school)
    Person.objects.filter(pk=lupe.person_id).update(account=account("lupe"))
    client = Client()
    client.force_login(User.objects.get(username="lupe"))

    answer = client.get(reverse("event_report"), {**year, "export": "csv"}).content.decode()

    assert "Garden,1,1.0,0" in answer
    assert "Food boxes" not in answer


def test_whoever_leads_a_shift_reads_no_report(rooms: Tree, account: Callable[[str], User]) -> None:
    shift_date(rooms, lead=Person.objects.create(name="Leo", account=account("leo")))
    client = Client()
    client.force_login(User.objects.get(username="leo"))

    assert client.get(reverse("event_report")).status_code == 404
    assert reverse("event_report") not in client.get(reverse("event_desk")).content.decode()


def test_events_by_what_they_build_have_a_table_of_their_own(office: Client, year: dict[str, str]) -> None:
    answer = office.get(reverse("event_report"), {**year, "export": "xlsx", "table": "builds"})

    lines = list(load_workbook(BytesIO(answer.content)).active.iter_rows(values_only=True))
    assert [count for _name, count in lines] == ["events", 0, 0, 0, 1]
    assert office.get(reverse("event_report"), {"export": "exe"}).status_code == 404


def letters(purpose: str) -> int:
    return OutgoingMail.objects.filter(purpose=purpose).count()


def test_who_was_taken_off_by_mistake_is_put_back_and_told_each_time(office: Client, rooms: Tree) -> None:
    row = shift_date(rooms)
    signed = sign_up(row, somebody())

    def act(name: str) -> HttpResponse:
        return office.post(reverse("event_act", args=[signed.pk, name]), follow=True)

    assert "1 name is not on the list any more" in act("cancel").content.decode()
    assert "Back on the list" in act("put-back").content.decode()
    act("put-back")

    signed.refresh_from_db()
    row.refresh_from_db()
    assert (signed.state, row.taken) == (State.CONFIRMED, 1)
    told = letters("signup_received")
    act("cancel")
    act("put-back")
    assert letters("signup_cancelled") == 2
    assert letters("signup_received") == told + 1


def test_a_place_given_away_since_is_not_taken_back(office: Client, rooms: Tree) -> None:
    row = shift_date(rooms)
    first = sign_up(row, somebody())
    office.post(reverse("event_act", args=[first.pk, "cancel"]))
    second = sign_up(row, somebody("Leo", "leo@example.org"))

    page = office.post(reverse("event_act", args=[first.pk, "put-back"]), follow=True).content.decode()

    first.refresh_from_db()
    second.refresh_from_db()
    row.refresh_from_db()
    assert "Back on the waiting list" in page
    assert (first.state, second.state, row.taken) == (State.WAITING, State.CONFIRMED, 1)


def test_who_signed_up_again_is_not_there_twice(office: Client, rooms: Tree) -> None:
    row = shift_date(rooms, places=3)
    ana = somebody()
    first = sign_up(row, ana)
    office.post(reverse("event_act", args=[first.pk, "cancel"]))
    sign_up(row, ana)

    page = office.post(reverse("event_act", args=[first.pk, "put-back"]), follow=True).content.decode()

    assert "This name is on the list already" in page
    assert "not on the list any more" not in page
    assert row.sign_ups.active().count() == 1


@pytest.mark.parametrize(
    "path, words", [("/en/event-desk/guide/", "shift leads"), ("/es/mesa-de-eventos/guia/", "turno")]
)
def test_whoever_leads_a_shift_reads_the_guide(
    rooms: Tree, account: Callable[[str], User], path: str, words: str
) -> None:
    shift_date(rooms, lead=Person.objects.create(name="Leo", account=account("leo")))
    client = Client()
    client.force_login(User.objects.get(username="leo"))

    assert words in client.get(path).content.decode()
