"""The page of a council and of its meetings, in both languages, the next meeting first."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.core.exceptions import ValidationError
from django.test import Client
from django.utils import timezone
from icalendar import Calendar

from home.tree import Rooms
from schools.calendar import today
from schools.councils.models import CouncilMember, MeetingPage, SaidAndDone
from tests.pairs import a_document
from tests.the_councils import council_in_spanish, make_council, make_meeting
from tests.the_schools import in_spanish, make_school

pytestmark = pytest.mark.django_db


def read(ana: Client, page: Any) -> str:
    answer = ana.get(page.url)
    assert answer.status_code == 200
    return answer.content.decode()


def test_the_next_meeting_comes_first_then_the_others_then_the_past(ana: Client, rooms: dict[str, Rooms]) -> None:
    council = make_council(rooms["en"].home)
    make_meeting(council, "Long ago", in_hours=-24 * 400)
    make_meeting(council, "In a month", in_hours=24 * 30)
    make_meeting(council, "Next week", in_hours=24 * 7)
    make_meeting(council, "Going on", in_hours=-1, ends_at=timezone.now() + timedelta(hours=1))
    make_meeting(council, "Last week", in_hours=-24 * 7)

    page = read(ana, council)

    places = [page.index(name) for name in ("Going on", "Next week", "In a month", "Last week", "Long ago")]
    assert places == sorted(places)


def test_a_council_without_meetings_says_so(ana: Client, rooms: dict[str, Rooms]) -> None:
    assert "No meeting is planned yet" in read(ana, make_council(rooms["en"].home))


def test_members_answers_and_bylaws_are_read_in_ones_language(ana: Client, rooms: dict[str, Rooms]) -> None:
    school = make_school(rooms)
    spanish_school = in_spanish(school, rooms, "Escuela Cielo Claro")
    council = make_council(school, bylaws=a_document(title={"en": "Our rules", "es": "Nuestros estatutos"}))
    chair = {"en": "Chair", "es": "Presidenta"}
    CouncilMember.objects.create(council=council, name="Rosa Peña", role=chair)
    CouncilMember.objects.create(council=council, name="Left Long Ago", role=chair, until=today() - timedelta(days=1))
    SaidAndDone.objects.create(
        council=council,
        on=date(2026, 10, 1),
        you_said={"en": "The gate is dark.", "es": "El portón está oscuro."},
        we_did={"en": "A lamp is there.", "es": "Ya hay una lámpara."},
    )
    make_meeting(council, place={"en": "Library", "es": "Biblioteca"}, agenda=a_document())
    spanish = council_in_spanish(council, spanish_school, "Consejo asesor")

    english_page, spanish_page = read(ana, council), read(ana, spanish)

    assert all(each in english_page for each in ("Rosa Peña, Chair", "The gate is dark.", "Our rules", "Library"))
    assert all(
        each in spanish_page
        for each in ("Rosa Peña, Presidenta", "El portón está oscuro.", "Nuestros estatutos", "Biblioteca", "reunión")
    )
    assert "Left Long Ago" not in english_page


def test_a_cancelled_meeting_says_why_and_asks_for_no_agenda(ana: Client, rooms: dict[str, Rooms]) -> None:
    council = make_council(rooms["en"].home)
    meeting = make_meeting(
        council, in_hours=5, is_cancelled=True, cancelled_because={"en": "Smoke in the air", "es": "Humo en el aire"}
    )

    page = read(ana, meeting)

    assert "Smoke in the air" in page and "The agenda" not in page and "calendar" not in page.split("<main")[1]


def test_the_school_shows_its_councils_with_their_next_meeting(ana: Client, rooms: dict[str, Rooms]) -> None:
    school = make_school(rooms)
    make_meeting(make_council(school, "Site council"))
    make_council(make_school(rooms, "Other school"), "Other council")

    page = read(ana, school)

    assert "Site council" in page and "Next meeting:" in page and "Other council" not in page


def test_a_meeting_goes_into_a_calendar(ana: Client, rooms: dict[str, Rooms]) -> None:
    meeting = make_meeting(make_council(rooms["en"].home), "Junta, ¿dónde?", place={"en": "Library; room 2", "es": "B"})

    answer = ana.get(f"{meeting.url}calendar/")

    event = Calendar.from_ical(answer.content).walk("VEVENT")[0]
    assert answer["Content-Type"].startswith("text/calendar")
    assert (str(event["summary"]), str(event["location"])) == ("Junta, ¿dónde?", "Library; room 2")
    assert event.decoded("dtstart") == meeting.starts_at.replace(microsecond=0)
    assert str(event["url"]).endswith(meeting.url)


def test_many_meetings_cost_no_more_questions_than_a_few(
    ana: Client, rooms: dict[str, Rooms], django_assert_max_num_queries: Any
) -> None:
    council = make_council(rooms["en"].home)
    for number in range(8):
        make_meeting(
            council, f"Meeting {number}", in_hours=24 * (number - 4), agenda=a_document(), minutes=a_document()
        )

    with django_assert_max_num_queries(45):
        read(ana, council)


@pytest.mark.parametrize(
    ("facts", "field"),
    [
        ({"starts_at": None}, "starts_at"),
        ({"ends_at": timezone.now() - timedelta(days=1)}, "ends_at"),
        ({"is_cancelled": True}, "cancelled_because"),
    ],
)
def test_a_meeting_needs_its_facts(rooms: dict[str, Rooms], facts: dict[str, Any], field: str) -> None:
    meeting = MeetingPage(**{"title": "M", "starts_at": timezone.now(), **facts})

    with pytest.raises(ValidationError) as error:
        meeting.clean()
    assert field in error.value.message_dict
