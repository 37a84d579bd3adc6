"""From the page of a meeting the form for an interpreter knows the day, the school and what it is about."""

import pytest
from django.test import Client

from tests.interpreting.conftest import SPANISH
from tests.the_councils import council_in_spanish, make_council, make_meeting

pytestmark = pytest.mark.django_db


def test_the_form_is_filled_in_from_the_meeting(client: Client, rooms, school) -> None:
    council = make_council(school)
    council_in_spanish(council, rooms["es"].schools, "Consejo asesor")
    meeting = make_meeting(council, "Junta de marzo")

    page = client.get(meeting.url).content.decode()
    form = client.get(f"{SPANISH}?meeting={meeting.pk}").context["form"]

    assert f"?meeting={meeting.pk}" in page
    assert form.initial["about"] == "Consejo asesor: Junta de marzo"
    assert form.initial["when"].day == meeting.begins_at.astimezone().date()
    assert form.initial["school"] == str(school.pk)


@pytest.mark.parametrize("change", [{"is_cancelled": True, "cancelled_because": {"en": "No room"}}, {"in_hours": -5}])
def test_a_meeting_that_is_not_to_come_fills_in_nothing(client: Client, school, change) -> None:
    meeting = make_meeting(make_council(school), **change)

    assert f"?meeting={meeting.pk}" not in client.get(meeting.url).content.decode()
    assert "when" not in client.get(f"{SPANISH}?meeting={meeting.pk}").context["form"].initial


@pytest.mark.parametrize("key", ["", "x", "0", "9" * 40])
def test_a_wrong_address_opens_an_empty_form(client: Client, rooms, key) -> None:
    assert client.get(f"{SPANISH}?meeting={key}").status_code == 200
