"""The mail server is away: nothing is lost, nobody sees an error, and each mail goes once when it is back."""

import logging
from datetime import timedelta

import pytest
import time_machine
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from core.mail import forget
from core.mail.sending import send
from core.models import OutgoingMail
from core.timed import run_steps
from tests.outgoing.conftest import Greet

pytestmark = pytest.mark.django_db

State = OutgoingMail.State


@pytest.fixture
def clock():
    with time_machine.travel(timezone.now(), tick=False) as traveller:
        yield traveller


@pytest.fixture
def away(settings) -> None:
    """Nothing listens on port 1."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1


@pytest.fixture
def back(settings):
    def come_back() -> None:
        settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"

    return come_back


def test_it_is_kept_and_goes_once_when_the_server_is_back(greet: Greet, away, back, clock, mailoutbox) -> None:
    mail = greet()
    mail.refresh_from_db()
    assert (mail.state, mail.attempts, mail.failure) == (State.WAITING, 1, "ConnectionRefusedError")

    back()
    run_steps()
    assert not mailoutbox  # Not due yet.
    clock.shift(timedelta(minutes=1))
    run_steps()
    run_steps()

    assert len(mailoutbox) == 1
    mail.refresh_from_db()
    assert (mail.state, mail.failure) == (State.SENT, "")


def test_it_is_tried_less_and_less_often_and_given_up_after_three_days(greet: Greet, away, clock, caplog) -> None:
    mail = greet()
    waits = []
    for _ in range(6):
        mail.refresh_from_db()
        waits.append((mail.next_try_at - timezone.now()) // timedelta(minutes=1))
        clock.move_to(mail.next_try_at)
        send(mail.pk)
    assert waits == [1, 5, 15, 60, 60, 60]

    clock.shift(timedelta(days=3))
    with caplog.at_level(logging.INFO):
        send(mail.pk)

    mail.refresh_from_db()
    assert mail.state == State.GIVEN_UP
    assert "given up" in caplog.text
    assert "paula" not in caplog.text and "Peña" not in caplog.text


def test_one_that_is_away_is_asked_once_a_tick(greet: Greet, away, clock) -> None:
    for number in range(3):
        greet(f"greeting:{number}")
    clock.shift(timedelta(minutes=2))

    run_steps()

    assert sorted(OutgoingMail.objects.values_list("attempts", flat=True)) == [1, 1, 2]


def test_it_does_not_go_when_it_would_be_too_late(greet: Greet, away, back, clock, mailoutbox) -> None:
    mail = greet(not_after=timezone.now() + timedelta(hours=1))
    back()
    clock.shift(timedelta(hours=2))

    run_steps()

    mail.refresh_from_db()
    assert mail.state == State.NOT_NEEDED
    assert not mailoutbox


def test_a_worker_killed_in_the_middle_is_followed_by_another(greet: Greet, clock, mailoutbox) -> None:
    mail = greet()
    ten_minutes = timezone.now() + timedelta(minutes=10)
    OutgoingMail.objects.update(state=State.SENDING, next_try_at=ten_minutes)
    mailoutbox.clear()

    clock.shift(timedelta(minutes=9))
    run_steps()
    assert not mailoutbox
    clock.shift(timedelta(minutes=2))
    run_steps()

    assert len(mailoutbox) == 1
    mail.refresh_from_db()
    assert mail.state == State.SENT


def test_a_mail_that_has_gone_does_not_go_again(greet: Greet, mailoutbox) -> None:
    mail = greet()

    send(mail.pk)
    run_steps()

    assert len(mailoutbox) == 1


def test_with_tasks_in_the_database_a_worker_sends_it(greet: Greet, settings, mailoutbox) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}
    mail = greet()
    assert not mailoutbox

    result = DBTaskResult.objects.get()
    assert result.args_kwargs["args"] == [mail.pk]
    result.task.call(*result.args_kwargs["args"])

    assert len(mailoutbox) == 1


def test_a_mail_that_nobody_can_read_does_not_stop_the_others(clock, mailoutbox) -> None:
    now = timezone.now()
    rows = [
        OutgoingMail(key=key, purpose="greeting", to=to, language="es", text="Hola", created_at=now, next_try_at=now)
        for key, to in [("a", "paula@example.org\nBcc: x"), ("b", "paula@example.org")]
    ]
    OutgoingMail.objects.bulk_create(rows)

    run_steps()

    assert [mail.to for mail in mailoutbox] == [["paula@example.org"]]
    assert OutgoingMail.objects.get(key="a").failure == "BadHeaderError"


def test_hundreds_go_in_one_tick_each_once(clock, mailoutbox) -> None:
    now = timezone.now()
    OutgoingMail.objects.bulk_create(
        OutgoingMail(
            key=f"n:{n}",
            purpose="news",
            to=f"a{n}@example.org",
            language="es",
            text="Hola",
            created_at=now,
            next_try_at=now,
        )
        for n in range(250)
    )

    run_steps()

    assert len({mail.to[0] for mail in mailoutbox}) == len(mailoutbox) == 250


def test_words_and_addresses_are_emptied_after_a_month(greet: Greet, clock, settings, mailoutbox) -> None:
    mail = greet()
    clock.shift(timedelta(days=settings.MAIL_KEPT_DAYS - 1))
    run_steps()
    mail.refresh_from_db()
    assert mail.to

    clock.shift(timedelta(days=2))
    run_steps()

    mail.refresh_from_db()
    assert (mail.to, mail.subject, mail.text, mail.html, mail.state) == ("", "", "", "", State.SENT)


def test_the_mails_of_one_case_are_forgotten_at_once(greet: Greet, away, back, clock, mailoutbox) -> None:
    mine, other = greet("case:1:family"), greet("case:2:family", to="marco@example.org")

    assert forget("case:1:") == 1

    mine.refresh_from_db()
    assert (mine.to, mine.text, mine.state) == ("", "", State.NOT_NEEDED)
    back()
    clock.shift(timedelta(minutes=2))
    run_steps()
    assert [mail.to for mail in mailoutbox] == [[other.to]]


def test_nobody_forgets_everything_by_mistake() -> None:
    with pytest.raises(ValueError, match="every mail"):
        forget("")
