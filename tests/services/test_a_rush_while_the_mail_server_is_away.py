"""Everybody signs up while no letter can go: nothing is lost, nothing is doubled."""

import uuid
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine
from django.core.cache import cache
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from core.models import OutgoingMail
from core.timed import run_steps
from events.signups.models import SignUp, State
from home.tree import ensure_tree
from tests.committing import CommittingClient
from tests.filling import filled
from tests.services.conftest import Arrived
from tests.the_events import shift_date

pytestmark = [pytest.mark.smtp, pytest.mark.django_db]

NOWHERE = 1  # No server listens on this port.
PEOPLE, PLACES = 12, 8


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(datetime(2026, 11, 16, 18, 0, tzinfo=UTC), tick=False) as traveller:
        yield traveller


def run_later() -> None:
    OutgoingMail.objects.update(next_try_at=timezone.now() - timedelta(seconds=1))
    assert run_steps() == []


def test_each_of_them_gets_one_page_and_later_one_letter(spanish, arrived: Arrived, settings, clock) -> None:
    row = shift_date(ensure_tree(), places=PLACES)
    with override("es"):
        page = reverse("sign_up", args=[row.pk])
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, NOWHERE
    people = [f"p{number}-{uuid.uuid4().hex[:8]}@example.org" for number in range(PEOPLE)]

    for address in people:
        cache.clear()
        client = CommittingClient()
        data = filled(client, clock, page, {"name": "Xóchitl", "reach": address, "age_band": "adult"})
        answers = [client.post(page, data, follow=True) for _press in range(2)]
        assert [answer.status_code for answer in answers] == [200, 200]

    states = list(SignUp.objects.values_list("state", flat=True))
    assert (states.count(State.CONFIRMED), states.count(State.WAITING)) == (PLACES, PEOPLE - PLACES)
    assert not any(arrived(address) for address in people)

    settings.EMAIL_PORT = port
    for _time in range(3):
        run_later()

    assert [len(arrived(address)) for address in people] == [1] * PEOPLE
