"""Two workers, a tick and an impatient person meet at the same mail."""

import pytest
from django.core import mail
from django.utils import timezone

from core.mail import post
from core.mail.sending import send, send_due
from core.models import OutgoingMail
from tests.at_once import at_once

pytestmark = pytest.mark.django_db(transaction=True)


def test_each_mail_goes_once(mailoutbox) -> None:
    now = timezone.now()
    OutgoingMail.objects.bulk_create(
        OutgoingMail(key=f"news:{n}", to=f"ana{n}@example.org", text="Hola", created_at=now, next_try_at=now)
        for n in range(60)
    )

    at_once(4, send_due)

    assert len(mail.outbox) == len({each.to[0] for each in mail.outbox}) == 60


def test_one_mail_sent_by_many_goes_once(mailoutbox) -> None:
    now = timezone.now()
    waiting = OutgoingMail.objects.create(key="a", to="ana@example.org", text="Hola", created_at=now, next_try_at=now)

    at_once(8, lambda: send(waiting.pk))

    assert len(mail.outbox) == 1


def test_one_key_posted_by_many_is_one_mail(mailoutbox) -> None:
    def greet() -> int:
        return post("greeting", "ana@example.org", "es", "greeting:1", {"name": "Ana"}).pk

    assert len(set(at_once(8, greet))) == 1
    assert len(mail.outbox) == 1
