"""Appointing, ending and transferring; and a page of another language that has words alone."""

from datetime import date, timedelta

import pytest
from django.core.exceptions import ValidationError
from django.dispatch import receiver
from django.test import Client
from django.urls import reverse
from wagtail.images import get_image_model
from wagtail.images.tests.utils import get_test_image_file

from home.tree import Rooms
from schools.appointing import appoint, appointment_ended, end, transfer
from schools.calendar import today
from schools.models import Appointment, Person, SchoolPage
from tests.the_schools import appointed, in_spanish, make_school

pytestmark = pytest.mark.django_db
MAY = date(2026, 5, 4)


@pytest.fixture
def lupe() -> Person:
    return Person.objects.create(name="Lupe Peña")


def test_an_appointment_belongs_to_the_school_whatever_language_its_page_was_picked_in(
    rooms: dict[str, Rooms], lupe: Person
) -> None:
    school = make_school(rooms)
    spanish = in_spanish(school, rooms, "Escuela Cielo Claro")

    appointment = appoint(lupe, spanish, role="ambassador", starts_on=MAY, by=None)

    assert appointment.school == school


def test_nobody_has_the_same_role_twice_at_once(rooms: dict[str, Rooms], lupe: Person) -> None:
    school = make_school(rooms)
    first = appoint(lupe, school, role="ambassador", starts_on=MAY, by=None)

    with pytest.raises(ValidationError):
        appoint(lupe, school, role="ambassador", starts_on=MAY + timedelta(days=9), by=None)

    end(first, on=MAY + timedelta(days=8))
    assert appoint(lupe, school, role="ambassador", starts_on=MAY + timedelta(days=9), by=None)


def test_whoever_listens_hears_of_an_end_after_it_is_stored(
    rooms: dict[str, Rooms], lupe: Person, django_capture_on_commit_callbacks: object
) -> None:
    heard: list[date | None] = []
    appointment = appoint(lupe, make_school(rooms), role="ambassador", starts_on=MAY, by=None)

    @receiver(appointment_ended)
    def listen(appointment: Appointment, **_kwargs: object) -> None:
        heard.append(appointment.ends_on)

    with django_capture_on_commit_callbacks(execute=True):  # type: ignore[operator]  # a fixture of pytest-django
        end(appointment, on=MAY + timedelta(days=3), why="retired")

    assert heard == [MAY + timedelta(days=3)]


def test_a_term_ended_before_it_began_ends_on_its_first_day(rooms: dict[str, Rooms], lupe: Person) -> None:
    appointment = appoint(lupe, make_school(rooms), role="ambassador", starts_on=MAY, by=None)

    assert end(appointment, on=MAY - timedelta(days=30)).ends_on == MAY


def test_a_transfer_leaves_no_day_without_and_none_with_two_schools(rooms: dict[str, Rooms], lupe: Person) -> None:
    old, new = make_school(rooms), make_school(rooms, "Molino Viejo")
    first = appoint(lupe, old, role="coordinator", starts_on=MAY, by=None)

    second = transfer(first, new, on=MAY + timedelta(days=10), by=None)

    assert first.ends_on == MAY + timedelta(days=9)
    assert (second.school, second.role, second.starts_on) == (new, "coordinator", MAY + timedelta(days=10))


def test_a_photo_needs_an_agreement_with_an_end(lupe: Person) -> None:
    lupe.photo_id = 1

    with pytest.raises(ValidationError) as refused:
        lupe.clean()

    assert "photo_consent_until" in refused.value.message_dict


def test_elena_sees_whose_agreement_to_a_photo_ends(signed_in: object, rooms: dict[str, Rooms]) -> None:
    elena: Client = signed_in("elena")  # type: ignore[operator]  # a fixture
    photo = get_image_model().objects.create(file=get_test_image_file(), title="Portrait")
    for name, days in {"Over": -1, "Soon": 30, "Later": 300}.items():
        Person.objects.create(
            name=name,
            photo=photo,
            photo_consent_on=today() - timedelta(days=400),
            photo_consent_until=today() + timedelta(days=days),
        )

    def listed(which: str) -> set[str]:
        answer = elena.get(reverse("wagtailsnippets_schools_person:list"), {"photo": which})
        return {person.name for person in answer.context["object_list"]}

    assert [listed(which) for which in ("over", "ending", "lasts")] == [{"Over"}, {"Soon"}, {"Soon", "Later"}]


def test_elena_appoints_in_the_admin(signed_in: object, rooms: dict[str, Rooms], lupe: Person) -> None:
    elena: Client = signed_in("elena")  # type: ignore[operator]  # a fixture
    school = make_school(rooms)
    sent = {
        "person": lupe.pk,
        "role": "ambassador",
        "school": school.pk,
        "starts_on": "2026-05-04",
        "ends_on": "",
        "ending": "",
        "presences-TOTAL_FORMS": 1,
        "presences-INITIAL_FORMS": 0,
        "presences-MIN_NUM_FORMS": 0,
        "presences-MAX_NUM_FORMS": 1000,
        "presences-0-weekday": 1,
        "presences-0-opens_at": "08:00",
        "presences-0-closes_at": "10:00",
        "presences-0-where_en": "Front office",
        "presences-0-where_es": "",
        "presences-0-ORDER": 1,
    }
    address = reverse("wagtailsnippets_schools_appointment:add")

    refused = elena.post(address, sent)
    assert "Write it in Español too." in refused.content.decode()
    assert not Appointment.objects.exists()

    elena.post(address, {**sent, "presences-0-where_es": "Recepción"})
    stored = Appointment.objects.get()
    assert stored.presences.get().where == {"en": "Front office", "es": "Recepción"}
    assert stored.appointed_by is not None


def test_the_page_of_another_language_offers_no_facts_and_hears_none(
    signed_in: object, rooms: dict[str, Rooms]
) -> None:
    elena: Client = signed_in("elena")  # type: ignore[operator]  # a fixture
    school = make_school(rooms, phone="(831) 555-0102")
    spanish = in_spanish(school, rooms, "Escuela Cielo Claro")

    assert 'name="phone"' in elena.get(reverse("wagtailadmin_pages:edit", args=[school.pk])).content.decode()
    shown = elena.get(reverse("wagtailadmin_pages:edit", args=[spanish.pk])).content.decode()

    assert 'name="phone"' not in shown
    assert 'name="welcome"' in shown


def test_the_end_of_a_term_set_in_a_list_of_old_terms_is_seen_there(rooms: dict[str, Rooms]) -> None:
    school = make_school(rooms)
    over = appointed(school, "Carmen", ends_on=today() - timedelta(days=2))
    soon = appointed(school, "Delia", ends_on=today() + timedelta(days=20))
    lasting = appointed(school, "Amal")

    found = Appointment.objects
    assert set(found.in_term("over", today())) == {over}
    assert set(found.in_term("ending", today())) == {soon}
    assert set(found.in_term("now", today())) == {soon, lasting}


@pytest.mark.parametrize(("lowest", "highest"), [(6, 1), (12, -1)])
def test_grades_in_the_wrong_order_are_refused(lowest: int, highest: int) -> None:
    with pytest.raises(ValidationError) as refused:
        SchoolPage(title="X", slug="x", lowest_grade=lowest, highest_grade=highest).clean()

    assert "highest_grade" in refused.value.message_dict
