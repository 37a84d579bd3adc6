"""Iris runs the drive of her school: sees what is pledged, marks what has come, writes down what she is told."""

import csv
from typing import Any

import pytest
import time_machine
from django.test import Client
from django.utils import timezone

from core.models import OutgoingMail, User
from directory.office import ensure_groups_and_workflow
from events.drives.models import DrivePage, Pledge
from home.tree import Rooms
from schools.models import SchoolPage
from tests.filling import filled
from tests.the_drives import make_drive, pledged, stand_of
from tests.the_schools import make_school

pytestmark = pytest.mark.django_db


@pytest.fixture
def school(rooms: dict[str, Rooms]) -> SchoolPage:
    ensure_groups_and_workflow()
    return make_school(rooms)


@pytest.fixture
def drive(school: SchoolPage) -> DrivePage:
    return make_drive(school, phone="(831) 555-0100")


@pytest.fixture
def iris(school: SchoolPage) -> Client:
    user = User.objects.create_user("iris", "iris@example.org", first_name="Iris")
    user.groups.add(school.editors.group)
    client = Client()
    client.force_login(user)
    return client


def desk_of(drive: DrivePage, rest: str = "") -> str:
    return f"/admin/drives/{drive.pk}/{rest}"


def entered(iris: Client, drive: DrivePage, *, times: int = 1, **values: str) -> Any:
    url = desk_of(drive, "enter/")
    given = {"item": str(drive.items.first().pk), "quantity": "2", "name": "Chuy", "reach": "", "language": "es"}
    with time_machine.travel(timezone.now(), tick=False) as clock:
        form = filled(iris, clock, url, {**given, **values})
        answers = [iris.post(url, form) for _time in range(times)]
    return answers[-1]


def test_what_is_pledged_and_by_whom(iris: Client, drive: DrivePage) -> None:
    pledged(drive, 3, name="Ana Peña", reach="(831) 555-0177")

    text = iris.get(desk_of(drive)).content.decode()

    assert "Ana Peña" in text and "(831) 555-0177" in text and "3 × Blankets" in text
    assert desk_of(drive) in iris.get("/admin/drives/").content.decode()


def test_a_pledge_is_found_by_the_reference_somebody_says(iris: Client, drive: DrivePage) -> None:
    first, second = pledged(drive), pledged(drive)

    text = iris.get(desk_of(drive), {"reference": f" {first.reference.lower()} "}).content.decode()

    assert f"{first.pk}/brought/" in text and f"{second.pk}/brought/" not in text


def test_marked_as_brought_and_taken_back(iris: Client, drive: DrivePage) -> None:
    pledge = pledged(drive, 3)

    for act, state in (("brought", "brought"), ("brought", "brought"), ("not-brought", "promised")):
        iris.post(desk_of(drive, f"{pledge.pk}/{act}/"))
        pledge.refresh_from_db()
        assert pledge.state == state

    assert stand_of(drive).pledged == 3


def test_whoever_calls_to_cancel_gives_it_back(iris: Client, drive: DrivePage) -> None:
    pledge = pledged(drive, 3)

    iris.post(desk_of(drive, f"{pledge.pk}/cancel/"))
    refused = iris.post(desk_of(drive, f"{pledge.pk}/brought/"), follow=True).content.decode()

    assert stand_of(drive).pledged == 0 and Pledge.objects.get().state == "cancelled"
    assert "changed meanwhile" in refused


def test_somebody_without_mail_gets_a_slip_in_their_language_once(iris: Client, drive: DrivePage) -> None:
    answer = entered(iris, drive, times=2)

    pledge = Pledge.objects.get()
    assert (pledge.quantity, pledge.reach, pledge.entered_by.username) == (2, "", "iris")
    assert not OutgoingMail.objects.exists()
    slip = iris.get(answer["Location"]).content.decode()
    assert 'lang="es"' in slip and "Cobijas" in slip and "Recepción" in slip
    assert pledge.reference in slip and "Iris" in slip and "Chuy" not in slip


def test_at_the_counter_too_never_one_too_many(iris: Client, drive: DrivePage) -> None:
    pledged(drive, 9)

    text = entered(iris, drive).content.decode()

    assert "Only 1 is still needed." in text and "Chuy" in text and stand_of(drive).pledged == 9


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_the_table_names_nobody(iris: Client, drive: DrivePage, form: str) -> None:
    pledge = pledged(drive, 3, name="=Ana")

    table = iris.get(desk_of(drive, f"table.{form}"))

    assert table.status_code == 200 and b"Ana" not in table.content and b"example.org" not in table.content
    if form == "csv":
        rows = list(csv.reader(table.content.decode("utf-8-sig").splitlines()))
        assert rows[1][:4] == [pledge.reference, "Blankets", "3", "not brought yet"]


def test_another_school_and_a_visitor_reach_nothing(
    iris: Client, drive: DrivePage, rooms: dict[str, Rooms], client: Client
) -> None:
    other = make_drive(make_school(rooms, "Los Gorriones"), "Coats of Los Gorriones")
    pledge, own = pledged(other, name="Zoila"), pledged(drive)
    paths = ["", "enter/", "table.csv", f"{pledge.pk}/slip/", f"{pledge.pk}/brought/"]

    answers = [ask(desk_of(other, path)) for path in paths for ask in (iris.get, iris.post)]
    answers += [iris.post(desk_of(drive, f"{pledge.pk}/brought/"))]  # The number of another drive's pledge.

    assert {answer.status_code for answer in answers} <= {302, 404, 405}  # 302: looked for in the readers' part.
    assert not any(name in answer.content for answer in answers for name in (b"Zoila", b"Coats"))
    assert stand_of(other).pledged == 1
    assert "Coats" not in iris.get("/admin/drives/").content.decode()
    assert {client.get(desk_of(drive, path)).status_code for path in paths} == {302}
    assert client.post(desk_of(drive, f"{own.pk}/brought/")).status_code == 302
    assert set(Pledge.objects.values_list("state", flat=True)) == {"promised"}


def test_an_editor_without_a_drive_has_no_list(drive: DrivePage, rooms: dict[str, Rooms]) -> None:
    school = make_school(rooms, "Los Gorriones")
    user = User.objects.create_user("nora", "nora@example.org")
    user.groups.add(school.editors.group)
    nora = Client()
    nora.force_login(user)

    assert nora.get("/admin/drives/").status_code in (302, 403)
    assert "/admin/drives/" not in nora.get("/admin/").content.decode()


def test_what_is_not_asked_for_any_more_is_still_counted(iris: Client, drive: DrivePage) -> None:
    pledged(drive, 3)
    drive.items.all().delete()

    assert "not asked for any more" in iris.get(desk_of(drive)).content.decode()
