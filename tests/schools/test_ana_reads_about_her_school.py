"""The page of a school: the same facts in both languages, the people to turn to, and never a dead end."""

from datetime import date, time, timedelta

import pytest
from django.test import Client

from core.models import SiteImage
from directory.models import SchoolServed
from home.tree import Rooms
from schools.calendar import today
from tests.listings import make_location, make_service
from tests.the_schools import appointed, found_at, in_spanish, make_school

pytestmark = pytest.mark.django_db


def read(ana: Client, page: object) -> str:
    return ana.get(page.url).content.decode()  # type: ignore[attr-defined]  # a page of Wagtail's


def test_a_phone_corrected_in_english_is_right_in_spanish_at_once(ana: Client, rooms: dict[str, Rooms]) -> None:
    school = make_school(rooms, phone="(831) 555-0102")
    spanish = in_spanish(school, rooms, "Escuela Cielo Claro")

    school.phone = "(831) 555-0199"
    school.save_revision().publish()

    assert "(831) 555-0199" in read(ana, spanish)
    assert "(831) 555-0102" not in read(ana, spanish)


def test_the_ambassador_is_shown_with_languages_and_where_to_be_found(ana: Client, rooms: dict[str, Rooms]) -> None:
    school = make_school(rooms)
    spanish = in_spanish(school, rooms, "Escuela Cielo Claro")
    lupe = appointed(school, "Lupe Peña", of={"languages": ["es", "mix"], "phone": "(831) 555-0121"})
    found_at(lupe, 1, time(8), time(10), en="Front office", es="Recepción")

    assert all(each in read(ana, school) for each in ("Lupe Peña", "Spanish, Mixteco", "Tuesday", "Front office"))
    assert all(each in read(ana, spanish) for each in ("Lupe Peña", "Español, Mixteco", "martes", "Recepción"))


def test_the_language_switch_leads_to_the_same_school(ana: Client, rooms: dict[str, Rooms]) -> None:
    school = make_school(rooms, "Blue Sky")
    spanish = in_spanish(school, rooms, "Cielo Azul")

    assert f'href="{spanish.url}"' in read(ana, school)
    assert f'href="{school.url}"' in read(ana, spanish)


@pytest.mark.parametrize("days", [-1, -400])
def test_who_has_left_is_not_shown_and_the_office_answers_instead(
    ana: Client, rooms: dict[str, Rooms], days: int
) -> None:
    school = make_school(rooms, phone="(831) 555-0104")
    appointed(school, "Carmen Villa", ends_on=today() + timedelta(days=days), starts_on=date(2019, 1, 1))

    content = read(ana, school)

    assert "Carmen Villa" not in content
    assert "This school has no ambassador right now." in content
    assert content.count("tel:8315550104") == 2


def test_on_the_last_day_the_ambassador_is_still_there(ana: Client, rooms: dict[str, Rooms]) -> None:
    school = make_school(rooms)
    appointed(school, "Carmen Villa", ends_on=today())

    assert "Carmen Villa" in read(ana, school)


def test_a_photo_is_shown_only_while_its_agreement_lasts(rooms: dict[str, Rooms]) -> None:
    person = appointed(make_school(rooms)).person
    person.photo = SiteImage(title="Lupe", file="lupe.png", width=1, height=1)
    person.photo_consent_on, person.photo_consent_until = date(2026, 1, 1), date(2026, 6, 30)

    assert person.photo_on(date(2026, 6, 30)) is person.photo
    assert person.photo_on(date(2026, 7, 1)) is None
    assert person.photo_on(date(2025, 12, 31)) is None


def test_help_given_at_the_school_is_on_its_page(ana: Client, rooms: dict[str, Rooms]) -> None:
    school = make_school(rooms)
    make_location(make_service("Pantry of Cielo Claro"), name="Cielo Claro", school=school)
    make_location(make_service("Pantry elsewhere"), name="Elsewhere")

    content = read(ana, school)

    assert "Pantry of Cielo Claro" in content
    assert "Pantry elsewhere" not in content


def test_help_meant_for_families_of_the_school_is_on_its_page(ana: Client, rooms: dict[str, Rooms]) -> None:
    school, other = make_school(rooms), make_school(rooms, "Molino Viejo")
    SchoolServed.objects.create(service=make_service("Weekend bag"), school=school)

    assert "Weekend bag" in read(ana, school)
    assert "Weekend bag" not in read(ana, other)


def test_the_card_to_print_has_both_languages_and_goes_with_the_term(ana: Client, rooms: dict[str, Rooms]) -> None:
    school = make_school(rooms, "Blue Sky")
    in_spanish(school, rooms, "Cielo Azul")
    lupe = appointed(school, "Lupe Peña", of={"phone": "(831) 555-0121"})
    path = f"{school.url}card/{lupe.pk}/"

    content = ana.get(path).content.decode()
    assert all(each in content for each in ("Blue Sky", "Cielo Azul", 'lang="es"', "<svg", "(831) 555-0121"))

    lupe.ends_on = today() - timedelta(days=1)
    lupe.save()
    assert ana.get(path).status_code == 404


def test_the_card_of_another_school_is_not_found(ana: Client, rooms: dict[str, Rooms]) -> None:
    lupe = appointed(make_school(rooms))
    other = make_school(rooms, "Molino Viejo")

    assert ana.get(f"{other.url}card/{lupe.pk}/").status_code == 404


def test_the_page_leads_to_an_interpreter_for_this_school(ana: Client, rooms: dict[str, Rooms]) -> None:
    school = make_school(rooms)
    link = f"/en/interpreter/?school={school.pk}"

    assert link in read(ana, school)
    assert f'value="{school.pk}" selected' in ana.get(link).content.decode()
    assert "/en/interpreter/" in ana.get("/en/ask/").content.decode()
