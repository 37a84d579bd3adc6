"""No mail server is no reason to lose a family: what she asked is stored, she reads her number, the mails go later."""

import re
import uuid
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import override

from core.models import OutgoingMail, User
from core.timed import run_steps
from home.tree import ensure_tree
from schools.asking.models import HelpRequest
from schools.models import SchoolPage
from tests.filling import filled
from tests.services.conftest import Arrived
from tests.the_schools import appointed, make_school

pytestmark = [pytest.mark.smtp, pytest.mark.django_db]

NOWHERE = 1  # No server listens on this port.


@pytest.fixture(autouse=True)
def clock() -> Iterator[time_machine.Traveller]:
    cache.clear()
    with time_machine.travel(datetime(2026, 11, 16, 18, 0, tzinfo=UTC), tick=False) as traveller:
        yield traveller


@pytest.fixture
def addresses() -> dict[str, str]:
    """Of this test alone: the mailbox is everybody's."""
    return {name: f"{name}-{uuid.uuid4().hex[:8]}@example.org" for name in ("ana", "lupe")}


@pytest.fixture
def school(spanish: object, addresses: dict[str, str]) -> SchoolPage:
    school = make_school(ensure_tree())
    account = User.objects.create_user("lupe", addresses["lupe"])
    appointed(school, of={"account": account, "languages": ["es"]})
    return school


@pytest.fixture
def committed(django_capture_on_commit_callbacks: Any) -> Callable[..., Any]:
    """Send a form, and commit, as a server does."""

    def send(client: Client, page: str, data: dict[str, Any]) -> Any:
        with django_capture_on_commit_callbacks(execute=True):
            return client.post(page, data, follow=True)

    return send


@pytest.fixture
def ana_asks(ana: Client, school: SchoolPage, addresses, committed, clock) -> Callable[[str], list[Any]]:
    """She presses twice."""

    def ask(language: str) -> list[Any]:
        with override(language):
            page = reverse("ask")
        asked = {"school": school.slug, "kind": "food", "name": "Xóchitl", "way": "email", "contact": addresses["ana"]}
        data = filled(ana, clock, page, {**asked, "language": "es", "words": "¿Dónde hay comida?", "about": ""})
        return [committed(ana, page, data) for _ in range(2)]

    return ask


def run_later() -> None:
    OutgoingMail.objects.update(next_try_at=timezone.now() - timedelta(seconds=1))
    assert run_steps() == []


@pytest.mark.parametrize("language", ["en", "es"])
def test_the_request_is_stored_she_reads_her_number_and_each_mail_goes_once(
    ana_asks, committed, addresses, arrived: Arrived, settings, language: str
) -> None:
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, NOWHERE
    lupe = Client()
    lupe.force_login(User.objects.get(username="lupe"))

    answers = ana_asks(language)
    request = HelpRequest.objects.get()
    committed(lupe, reverse("desk_list_own", args=[request.reference]), {"title": "Despensa", "note": "831 555 0177"})
    committed(lupe, reverse("desk_list_mail", args=[request.reference]), {})

    assert [answer.status_code for answer in answers] == [200, 200]
    assert all(request.reference in answer.content.decode() for answer in answers)
    assert request.contact == addresses["ana"] and request.words == "¿Dónde hay comida?"
    waiting = OutgoingMail.objects.filter(to__in=addresses.values())
    assert [mail.state for mail in waiting] == [OutgoingMail.State.WAITING] * 2
    assert not arrived(addresses["ana"]) and not arrived(addresses["lupe"])

    settings.EMAIL_PORT = port
    for _ in range(3):
        run_later()

    (to_lupe,), (to_ana,) = arrived(addresses["lupe"]), arrived(addresses["ana"])
    told = to_lupe.get_body(("plain",)).get_content()
    assert request.reference in told and not re.search("Xóchitl|comida|" + addresses["ana"], told + to_lupe["Subject"])
    assert "831 555 0177" in to_ana.get_body(("plain",)).get_content()
