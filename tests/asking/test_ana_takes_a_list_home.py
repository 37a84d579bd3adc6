"""Every item of a list says whom to call or where to go and when, as it is today and in the family's language."""

from datetime import time

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from core.models import OutgoingMail
from directory.models import Schedule, Service
from schools.asking.emails import send_list
from schools.asking.listing import add_own, add_to_list, list_address
from schools.asking.models import ListItem
from schools.asking.text_message import LONGEST_SMS, text_message
from tests.listings import in_spanish, make_location, make_organization, make_phone, make_service
from tests.the_councils import make_council, make_meeting

WEEK = {"freq": "WEEKLY", "byday": "MO,TU", "opens_at": time(9), "closes_at": time(12)}


@pytest.fixture
def pantry(rooms) -> Service:
    """Nobody to call: only a place and its hours."""
    service = make_service("Food pantry", organization=make_organization("Mesa Peña"))
    place = make_location(service)
    Schedule.objects.create(service_at_location=place, **WEEK)
    in_spanish(service, name="Despensa de comida")
    return service


@pytest.fixture
def taken(school, ask):
    """A list of these things, made for a family that reads Spanish."""

    def take(*things, **values):
        request = ask(school, **values)
        made = add_to_list(request, [])
        for number, (kind, key, title) in enumerate(things):
            ListItem.objects.create(list=made, kind=kind, object_id=key, title={"es": title}, order=number)
        return made

    return take


def page(made, language: str) -> str:
    return Client().get(f"/{language}/{'lista' if language == 'es' else 'list'}/{made.secret}/").content.decode()


@pytest.mark.parametrize(("language", "hours"), [("en", "9 a.m. to noon"), ("es", "de 9 a. m. a 12 del mediodía")])
def test_without_a_phone_there_are_the_address_and_the_hours(pantry, taken, language, hours) -> None:
    made = taken(("service", pantry.pk, "Despensa"))

    html = page(made, language)

    assert "412 Alder Street, Valle Sereno, CA 93905" in html
    assert hours in html.replace("\xa0", " ")


def test_a_phone_that_changed_since_is_todays_with_its_extension(pantry, taken) -> None:
    made = taken(("service", pantry.pk, "Despensa"))
    make_phone(service=pantry, number="(831) 555-0144", extension="7")

    html = page(made, "es")

    assert 'href="tel:8315550144,7"' in html and "(831) 555-0144" in html


def test_of_a_private_place_the_list_says_no_more_than_the_town(pantry, taken) -> None:
    pantry.service_at_locations.get().location.__class__.objects.update(address_private=True)

    html = page(taken(("service", pantry.pk, "Despensa")), "es")

    assert "Valle Sereno" in html and "Alder" not in html


def test_what_has_left_the_directory_is_said_to_have_left(pantry, taken) -> None:
    make_phone(service=pantry)
    made = taken(("service", pantry.pk, "Despensa"))
    Service.objects.update(live=False)

    html = page(made, "en")

    assert "We no longer show this one" in html and "555-0101" not in html and "/go/service/" not in html
    assert "Despensa" not in text_message(made)


@pytest.mark.parametrize("language", ["en", "es"])
def test_schools_councils_and_meetings_tell_how_to_reach_them(school, taken, language) -> None:
    council = make_council(school, when_it_meets="Thursdays at 5:30")
    meeting = make_meeting(council, place={"en": "Library", "es": "Biblioteca"})
    things = (("school", school), ("council", council), ("meeting", meeting))

    html = page(taken(*((kind, each.translation_key, kind) for kind, each in things)), language)

    assert html.count("(831) 555-0102") >= 2 and "Thursdays at 5:30" in html
    assert {"en": "Library", "es": "Biblioteca"}[language] in html
    assert str(timezone.localtime(meeting.starts_at).year) in html


def test_an_organization_without_a_phone_shows_where_it_is(pantry, taken) -> None:
    place = pantry.service_at_locations.get().location
    place.organization = pantry.organization
    place.save()

    assert "412 Alder Street" in page(taken(("organization", pantry.organization_id, "Mesa Peña")), "es")


def test_the_mail_says_the_same_and_goes_again_when_the_list_was_changed(pantry, taken) -> None:
    made = taken(("service", pantry.pk, "Despensa"), way="email", contact="ana@example.org")
    for _ in range(2):
        send_list(made, "ana@example.org", list_address(made))
    first = OutgoingMail.objects.get(purpose="resource_list")
    made.items.all().delete()
    add_own(made.request, title="Misa y comida", address="", note="831 555 0177")

    send_list(made, "ana@example.org", list_address(made))

    assert "412 Alder Street" in first.text and "9 a. m. a 12 del mediodía" in first.text.replace("\xa0", " ")
    assert "831 555 0177" in OutgoingMail.objects.filter(purpose="resource_list").latest("pk").text


def test_the_text_message_holds_whole_numbers_and_the_list_and_never_more_than_two_messages(pantry, taken) -> None:
    names = [f"Ñandú {number} " + "ayuda " * (number % 9) for number in range(15)]
    services = [make_service(name, organization=pantry.organization) for name in names]
    for number, service in enumerate(services):
        make_phone(service=service, number=f"(831) 555-01{number:02}")
    made = taken(*(("service", each.pk, each.name) for each in services))

    message = text_message(made)

    *lines, whole = message.split("\n")
    assert len(message) <= LONGEST_SMS < 320
    assert whole.endswith(list_address(made))
    assert len(lines) >= 4 and all(line[-14:-2] == "(831) 555-01" for line in lines)


def test_a_text_message_of_things_without_a_phone_says_where_and_when(pantry, taken) -> None:
    message = text_message(taken(("service", pantry.pk, "Despensa")))

    assert "Despensa: 412 Alder Street" in message and "mediodía" in message


def test_the_page_costs_the_same_for_one_thing_and_for_many(pantry, taken) -> None:
    others = [make_service(f"S{number}", organization=pantry.organization) for number in range(6)]
    for each in others:
        make_location(each)
    lists = [taken(*(("service", each.pk, each.name) for each in some)) for some in ([pantry], [pantry, *others])]
    page(lists[0], "es")

    counts = []
    for made in lists:
        with CaptureQueriesContext(connection) as asked:
            page(made, "es")
        counts.append(len(asked))

    assert counts[0] == counts[1]
