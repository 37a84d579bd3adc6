"""While she changes hours, the form shows the coming week as families will read it; hard texts are told beside them."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.urls import reverse

from directory.models import Schedule, ScheduleException, Service
from tests.partners.test_marta_keeps_her_listing_true import form_of, send

pytestmark = pytest.mark.django_db

MONDAY = datetime(2026, 11, 23, 18, tzinfo=UTC)
HARD = (
    "Participants demonstrating residential eligibility throughout the jurisdiction are encouraged to communicate "
    "with administrative personnel regarding supplementary nutritional assistance opportunities and requirements. "
) * 2


def week(client: Any, pantry: Service, typed: dict[str, Any]) -> str:
    return str(client.post(reverse("partner_week", args=["service", pantry.pk]), typed).text)


@pytest.fixture
def mondays(pantry: Service, time_machine: Any) -> Schedule:
    time_machine.move_to(MONDAY)
    Schedule.objects.filter(service=pantry).delete()
    ScheduleException.objects.filter(service=pantry).delete()
    return Schedule.objects.create(service=pantry, freq="WEEKLY", byday="MO", opens_at="09:00", closes_at="12:00")


def test_the_week_stands_in_the_form_and_follows_what_she_types(marta, pantry, mondays) -> None:
    page = marta.get(reverse("partner_listing", args=["service", pantry.pk])).text
    assert "9 a.m. to noon" in page
    typed = form_of(marta, pantry)
    typed[f"schedules/{mondays.pk}/closes_at"] = ["14:30"]
    typed |= {"schedules/new0/byday_days": ["FR"], "schedules/new0/opens_at": ["16:00"]}
    typed |= {"schedules/new0/closes_at": ["18:00"], "minimum_age": ["nonsense"]}

    now = week(marta, pantry, typed)

    assert "9 a.m. to 2:30 p.m." in now
    assert "4 p.m. to 6 p.m." in now
    typed |= {"schedule_exceptions/new0/starts_on": ["2026-11-27"], "schedule_exceptions/new0/closed": ["on"]}
    assert "4 p.m. to 6 p.m." not in week(marta, pantry, typed)
    assert Schedule.objects.get(service=pantry).closes_at.hour == 12, "nothing is stored"


def test_in_spanish_and_where_no_hours_are_known(marta, pantry, mondays) -> None:
    path = reverse("partner_week", args=["service", pantry.pk]).replace("/en/partners/", "/es/aliados/")
    path = path.replace("/week/", "/semana/")
    page = marta.post(path, form_of(marta, pantry)).text.replace("\xa0", " ")
    assert "mediodía" in page, page
    assert "lunes" in page
    mondays.delete()
    assert "No hours yet" in week(marta, pantry, form_of(marta, pantry))


@pytest.mark.parametrize(
    ("name", "text", "words"),
    [("description", HARD, "Reads like school grade"), ("description@es", "", ""), ("description", "Short.", "")],
)
def test_a_text_that_is_hard_to_read_is_advised_about_and_sent_all_the_same(marta, pantry, name, text, words) -> None:
    typed = {**form_of(marta, pantry), name: [text]}
    page = send(marta, pantry, {**typed, "minimum_age": ["nonsense"]}).text
    assert (words in page) if words else ("Reads like" not in page)
    assert send(marta, pantry, typed).status_code == 302 or not text
