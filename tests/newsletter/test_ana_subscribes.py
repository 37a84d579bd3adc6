"""Ana asks for the newsletter, says yes with a button, and leaves with one; opening an address changes nothing."""

import re
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client

from core.models import OutgoingMail
from core.timed import run_steps
from schools.newsletter.models import Departure, Subscription
from tests.committing import CommittingClient
from tests.filling import filled
from tests.newsletter.conftest import reader

pytestmark = pytest.mark.django_db

PAGE = {"en": "/en/newsletter-by-mail/", "es": "/es/boletin-por-correo/"}


def asks(clock: Any, page: str = PAGE["en"], **changed: str) -> str:
    browser = CommittingClient()
    data = filled(browser, clock, page, {"address": "Ana@Example.org", "school": "office", "language": "es", **changed})
    browser.post(page, data)
    html: str = browser.post(page, data, follow=True).content.decode()
    return re.sub(r'\?done=[^"&]*', "", html)


def link_in(mail: Any) -> str:
    return re.search(r"https?://[^/]+(/\S+)", mail.body)[1]


def test_she_gets_one_letter_and_the_button_there_subscribes_her(clock, rooms, mailoutbox, client: Client) -> None:
    assert "Revise su correo" in asks(clock, PAGE["es"])
    (letter,) = mailoutbox
    link = link_in(letter)
    assert letter.to == ["ana@example.org"] and link.startswith("/es/boletin-por-correo/si/")

    assert "<button" in client.get(link).content.decode()
    assert Subscription.objects.get().confirmed_at is None

    for _ in range(2):
        assert "Bienvenido" in client.post(link).content.decode()
    assert Subscription.objects.get().confirmed_at and Subscription.objects.get().language == "es"


def test_known_and_unknown_addresses_read_the_same_answer(clock, rooms, mailoutbox) -> None:
    reader("ana@example.org", "es")

    assert asks(clock) == asks(clock, address="new@example.org")
    assert Subscription.objects.count() == 2


def test_asking_again_and_again_fills_no_mailbox(clock, rooms, mailoutbox) -> None:
    for _ in range(3):
        asks(clock)

    assert len(mailoutbox) == 1


@pytest.mark.parametrize(
    ("field", "value"), [("address", "peña@"), ("address", ""), ("school", "0"), ("language", "xx")]
)
def test_what_cannot_be_is_refused(clock, rooms, field: str, value: str) -> None:
    assert 'role="alert"' in asks(clock, **{field: value})
    assert not Subscription.objects.exists()


def test_she_has_her_answer_while_the_mail_server_is_away(clock, rooms, settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1

    assert "Look into your mail" in asks(clock)
    assert OutgoingMail.objects.get().state == "waiting"


def test_an_address_that_nobody_confirmed_is_gone_after_a_week(clock, rooms, client: Client, mailoutbox) -> None:
    asks(clock)
    stays = reader("stays@example.org")
    clock.shift(timedelta(days=8))

    run_steps()

    assert list(Subscription.objects.all()) == [stays]
    assert not OutgoingMail.objects.filter(to="ana@example.org").exists()
    assert "muy viejo" in client.post(link_in(mailoutbox[0])).content.decode()


def test_leaving_takes_one_bare_post_and_leaves_a_hash(rooms, client: Client) -> None:
    page = f"{PAGE['en']}leave/{reader('ana@example.org').secret}/"
    reader("ana@example.org", "es")
    assert client.get(page).status_code == 200 and Subscription.objects.count() == 2

    strict = Client(enforce_csrf_checks=True)
    answers = {strict.post(page, {"List-Unsubscribe": "One-Click"}).status_code for _ in range(2)}

    assert answers == {200} and not Subscription.objects.exists()
    assert "ana" not in Departure.objects.get().key
    assert strict.post(f"{PAGE['en']}leave/nobody/").status_code == 200
