"""The office says what it could arrange; the family hears it in its language. A school sees its own requests."""

from datetime import date
from io import BytesIO

import pytest
from django.contrib.auth.models import Group, Permission
from django.core.exceptions import ValidationError
from django.test import Client
from openpyxl import load_workbook

from core.models import OutgoingMail, User
from directory.office import MODERATORS, ensure_groups_and_workflow
from schools.interpreting.models import InterpreterRequest
from schools.interpreting.requests import Asked, cover, receive, regret
from schools.models import SchoolPage
from tests.committing import CommittingClient
from tests.the_schools import appointed, make_school

pytestmark = pytest.mark.django_db
LIST = "/admin/interpreters/"


@pytest.fixture
def asked(school: SchoolPage, clock) -> InterpreterRequest:
    words = {"about": "Salón 12", "way": "ana@example.org", "told_in": "es"}
    when = {"needed_on": date(2026, 3, 10), "needed_at": None}
    return receive(Asked(what="meeting", language="trc", school=school, **words, **when))


def desk(name: str, *rights: str) -> Client:
    user = User.objects.create_user(name, f"{name}@example.org", "correct-horse-battery")
    group = Group.objects.create(name=f"Group of {name}")
    group.permissions.set(Permission.objects.filter(codename__in=["access_admin", *rights]))
    user.groups.set([group])
    client = CommittingClient()
    client.force_login(user)
    return client


def office() -> Client:
    return desk("marco", "change_interpreterrequest")


def test_it_is_arranged_and_the_family_reads_so_in_spanish(asked: InterpreterRequest, mailoutbox) -> None:
    response = office().post(f"{LIST}{asked.pk}/arranged/", follow=True)

    asked.refresh_from_db()
    assert asked.status == "covered" and asked.answered_by.username == "marco"
    assert "answered on" in response.content.decode()
    assert mailoutbox[-1].subject == "Nuestra respuesta a su solicitud"
    assert "el intérprete estará ahí" in mailoutbox[-1].body and "Salón" not in mailoutbox[-1].body


@pytest.mark.parametrize(
    ("offer", "sentence"),
    [
        ({"offer": "another_day", "offered_on": "2026-03-12"}, "jueves 12 de marzo"),
        ({"offer": "by_phone"}, "un intérprete por teléfono"),
        ({"offer": ""}, "no encontramos a nadie"),
    ],
)
def test_nobody_is_available_and_the_family_reads_what_is_offered(
    asked: InterpreterRequest, mailoutbox, client: Client, offer: dict[str, str], sentence: str
) -> None:
    office().post(f"{LIST}{asked.pk}/not-available/", offer)

    assert sentence in mailoutbox[-1].body
    assert sentence in client.get(f"/es/interprete/{asked.reference}/{asked.secret}/").content.decode()


@pytest.mark.parametrize("day", ["", "2026-03-01", "never"])
def test_another_day_must_be_a_day_to_come(asked: InterpreterRequest, mailoutbox, day: str) -> None:
    before = len(mailoutbox)

    response = office().post(f"{LIST}{asked.pk}/not-available/", {"offer": "another_day", "offered_on": day})

    asked.refresh_from_db()
    assert response.status_code == 200 and asked.status == "pending" and len(mailoutbox) == before


def test_of_two_who_answer_at_once_the_first_one_counts(asked: InterpreterRequest, mailoutbox) -> None:
    marco = office()
    marco.post(f"{LIST}{asked.pk}/arranged/")
    told = len(mailoutbox)

    response = marco.post(f"{LIST}{asked.pk}/arranged/", follow=True)

    assert "answered meanwhile" in response.content.decode() and len(mailoutbox) == told


def test_an_interpreter_may_fall_ill_and_another_be_found(asked: InterpreterRequest) -> None:
    for act in (cover, regret, cover):
        act(asked, by=None)

    asked.refresh_from_db()
    assert asked.status == "covered"
    assert OutgoingMail.objects.filter(purpose="interpreter_answered").count() == 3
    with pytest.raises(ValidationError):
        cover(asked, by=None)


def test_people_of_a_school_see_its_requests_while_their_term_lasts(asked: InterpreterRequest, school, rooms) -> None:
    lupe = desk("lupe")
    user = User.objects.get(username="lupe")
    assert lupe.get(LIST).status_code == 302  # The admin's own refusal: away, with a message.

    appointment = appointed(school, of={"account": user})
    assert asked.reference in lupe.get(LIST).content.decode()
    assert lupe.post(f"{LIST}{asked.pk}/arranged/").status_code == 302

    appointment.ends_on = date(2026, 3, 1)
    appointment.save()
    assert lupe.get(f"{LIST}{asked.pk}/").status_code == 302

    appointed(make_school(rooms, "Otra"), person=appointment.person)
    assert asked.reference not in lupe.get(LIST).content.decode()
    for address in ("", "arranged/", "not-available/"):
        assert lupe.post(f"{LIST}{asked.pk}/{address}", follow=True).status_code == 404


def test_what_is_for_the_office_is_the_offices(asked: InterpreterRequest, school) -> None:
    InterpreterRequest.objects.update(school=None)
    lupe = desk("lupe")
    appointed(school, of={"account": User.objects.get(username="lupe")})

    assert asked.reference not in lupe.get(LIST).content.decode()
    assert asked.reference in office().get(LIST).content.decode()


@pytest.mark.parametrize(
    ("query", "shown"),
    [("?status=pending&language=trc", True), ("?status=covered", False), ("?language=xx&school=zz&p=nine", True)],
)
def test_the_list_is_narrowed_and_ignores_what_it_does_not_know(asked, query: str, shown: bool) -> None:
    assert (asked.reference in office().get(LIST + query).content.decode()) is shown


def test_the_list_says_what_is_late(asked: InterpreterRequest, clock) -> None:
    marco = office()
    assert "(1 working day left)" in marco.get(LIST).content.decode()

    clock.move_to(date(2026, 3, 5))

    assert "late: it was due on Tuesday, March 3" in marco.get(LIST).content.decode()


def test_looking_changes_nothing_and_strangers_see_nothing(asked: InterpreterRequest, client: Client) -> None:
    marco = office()
    for address in ("arranged/", "not-available/"):
        assert marco.get(f"{LIST}{asked.pk}/{address}").status_code == 405
    assert client.get(LIST).status_code == 302
    asked.refresh_from_db()
    assert asked.status == "pending"


def test_the_office_has_its_lists_from_the_start(asked: InterpreterRequest) -> None:
    ensure_groups_and_workflow()
    marco = desk("marco")
    marco_himself = User.objects.get(username="marco")
    marco_himself.groups.set([Group.objects.get(name=MODERATORS)])

    assert asked.reference in marco.get(LIST).content.decode()
    for address in ("/admin/ideas/", "/admin/newsletter/", "/admin/snippets/ideas/heard/"):
        assert marco.get(address).status_code == 200


@pytest.mark.parametrize("form", ["csv", "xlsx"])
def test_the_table_to_take_away_says_nothing_of_the_family(asked, form: str) -> None:
    content = office().get(f"{LIST}table.{form}?status=pending&language=trc").content
    text = content.decode("utf-8-sig") if form == "csv" else cells_of(content)

    assert asked.reference in text and "2026-03-10" in text
    assert "ana@" not in text and "Salón" not in text
    assert asked.reference.encode() not in desk("nora").get(f"{LIST}table.{form}").content


def cells_of(content: bytes) -> str:
    rows = load_workbook(BytesIO(content)).active.iter_rows(values_only=True)
    return " ".join(str(cell) for row in rows for cell in row)


def test_numbers_below_five_are_hidden(asked) -> None:
    html = office().get(LIST).content.decode()

    assert "Numbers below 5 are hidden" in html and "few" in html
