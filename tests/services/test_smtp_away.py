"""A real mail server goes and comes back: the page does not fail, and the mail arrives once, with its accents."""

import uuid
from datetime import timedelta

import pytest
from django.db import transaction
from django.utils import timezone

from core.mail import Attachment, post
from core.mail.message import message_id
from core.models import OutgoingMail
from core.timed import run_steps
from tests.outgoing.conftest import letters  # noqa: F401  a fixture is found by its name
from tests.services.conftest import Arrived

pytestmark = [pytest.mark.smtp, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def paula() -> str:
    return f"paula-{uuid.uuid4().hex[:8]}@example.org"


def greet(address: str) -> OutgoingMail:
    with transaction.atomic():
        return post(
            "greeting",
            address,
            "es",
            f"greeting:{address}",
            {"name": "Señora Peña"},
            attachments=[Attachment("a.ics", "text/calendar", b"BEGIN:VCALENDAR")],
        )


def test_it_arrives_as_it_was_written(arrived: Arrived, paula: str) -> None:
    greet(paula)

    (message,) = arrived(paula)
    assert message["Subject"] == "Buscar: Señora Peña"
    assert message["Message-ID"] == message_id(f"greeting:{paula}")
    assert message["Auto-Submitted"] == "auto-generated"
    assert "Buscar, Señora Peña" in message.get_body(("plain",)).get_content()
    assert "<p>Buscar, Señora Peña</p>" in message.get_body(("html",)).get_content()
    assert [file.get_filename() for file in message.iter_attachments()] == ["a.ics"]


def test_it_waits_while_the_server_is_away_and_arrives_once(arrived: Arrived, paula: str, settings) -> None:
    port, settings.EMAIL_PORT = settings.EMAIL_PORT, 1
    mail = greet(paula)
    mail.refresh_from_db()
    assert (mail.state, mail.failure) == (OutgoingMail.State.WAITING, "ConnectionRefusedError")

    settings.EMAIL_PORT = port
    OutgoingMail.objects.update(next_try_at=timezone.now() - timedelta(seconds=1))
    run_steps()
    run_steps()

    assert len(arrived(paula)) == 1


def test_many_go_over_one_connection_and_one_bad_address_holds_nobody_up(arrived: Arrived, paula: str) -> None:
    now = timezone.now()
    addresses = [f"{n}-{paula}" for n in range(20)]
    OutgoingMail.objects.bulk_create(
        OutgoingMail(key=to, to=to, text="Hola", created_at=now, next_try_at=now)
        for to in [*addresses[:10], "no space allowed@example.org", *addresses[10:]]
    )

    run_steps()

    assert [len(arrived(to)) for to in addresses] == [1] * 20
