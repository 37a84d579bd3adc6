"""Ana asks for an interpreter: she hears at once whether there is time, and sees later what became of it."""

import re
from datetime import timedelta

import pytest
from django.conf import settings as house
from django.test import Client
from wagtail.models import Site

from core.models import District, OutgoingMail
from core.timed import run_steps
from schools.interpreting.models import InterpreterRequest
from tests.interpreting.conftest import ENGLISH, SPANISH, Ask

pytestmark = pytest.mark.django_db


def the_request() -> InterpreterRequest:
    return InterpreterRequest.objects.get()


def status_page(asked: InterpreterRequest) -> str:
    return f"{ENGLISH}{asked.reference}/{asked.secret}/"


def test_she_hears_that_there_is_time_and_gets_a_reference(ask: Ask, mailoutbox, school) -> None:
    html = ask().content.decode()
    asked = the_request()

    assert asked.reference in html and "Yes, there is time." in html and "We tell you by Tuesday, March 3." in html
    assert (asked.school, asked.language, asked.in_time, asked.told_in) == (school, "mix", True, "en")
    assert [mail.to for mail in mailoutbox] == [["ana@example.org"]]
    assert status_page(asked) in mailoutbox[0].body and "mix" not in mailoutbox[0].subject.lower()


def test_she_hears_the_same_in_spanish(ask: Ask, mailoutbox) -> None:
    html = ask(SPANISH).content.decode()

    assert "Sí, hay tiempo." in html and "martes" in html
    assert the_request().told_in == "es"
    assert mailoutbox[0].subject == "Ya tenemos su solicitud"


@pytest.mark.parametrize(
    ("language", "day", "in_time"),
    [
        ("mix", "2026-03-09", True),
        ("mix", "2026-03-06", False),
        ("ase", "2026-03-20", False),
        ("ase", "2026-03-23", True),
    ],
)
def test_each_language_has_its_lead_time(ask: Ask, language: str, day: str, in_time: bool) -> None:
    html = ask(language=language, when_day=day).content.decode()

    assert the_request().in_time is in_time
    assert ("Yes, there is time." in html) is in_time
    assert in_time or "We try anyway." in html


def test_holidays_of_the_district_do_not_count(ask: Ask, settings) -> None:
    settings.HOLIDAYS = ["2026-03-03", "soon"]

    assert "Wednesday, March 4" in ask(when_day="2026-03-09").content.decode()
    assert not the_request().in_time


def test_for_a_document_a_day_is_enough_and_a_phone_too(ask: Ask, mailoutbox) -> None:
    response = ask(what="document", when_time="", way="(831) 555-0142", school="office")

    asked = the_request()
    assert (asked.needed_at, asked.school, asked.way) == (None, None, "(831) 555-0142")
    assert status_page(asked) in response.content.decode()
    assert not mailoutbox


def test_sending_twice_makes_one_request(ask: Ask, mailoutbox) -> None:
    assert the_reference(ask(again=True).content.decode()) == the_request().reference
    assert len(mailoutbox) == 1


def the_reference(html: str) -> str:
    return re.search(r"I-\w{6}", html)[0]


@pytest.mark.parametrize(
    ("field", "value", "sentence"),
    [
        ("when_day", "2026-03-01", "This day is over"),
        ("when_day", "2028-03-01", "more than a year away"),
        ("when_day", "someday", "Write the day as"),
        ("when_day", "", "Write the day as"),
        ("when_time", "later", "Write the time as"),
        ("way", "at home", "or a phone number"),
        ("way", "peña@", "Write an e-mail address"),
        ("language", "klingon", "Select a valid choice"),
        ("school", "999999", "Select a valid choice"),
        ("what", "", "This field is required"),
        ("about", "x" * 501, "at most 500"),
    ],
)
def test_what_cannot_be_is_said_and_nothing_is_lost(ask: Ask, field: str, value: str, sentence: str) -> None:
    html = ask(**{field: value}).content.decode()

    assert sentence in html and 'role="alert"' in html
    assert field == "about" or "Salón 12, lectura de Íñigo</textarea>" in html
    assert not InterpreterRequest.objects.exists()


def test_a_school_that_was_taken_down_meanwhile_is_refused(ask: Ask, school) -> None:
    school.unpublish()

    assert "Select a valid choice" in ask().content.decode()


def test_the_office_gets_a_link_and_nothing_personal(ask: Ask, mailoutbox, rooms) -> None:
    district = District.for_site(Site.objects.get(is_default_site=True))
    district.email = "office@example.org"
    district.save()

    ask()

    (mail,) = [mail for mail in mailoutbox if mail.to == ["office@example.org"]]
    assert f"/admin/interpreters/{the_request().pk}/" in mail.body
    for personal in ("ana", "Salón", "Íñigo", the_request().secret):
        assert personal not in mail.body + mail.subject


def test_the_mail_server_is_away_and_she_still_has_her_reference(ask: Ask, settings) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1

    html = ask().content.decode()

    assert the_request().reference in html
    assert OutgoingMail.objects.get().state == OutgoingMail.State.WAITING


def test_her_page_needs_the_secret_and_changes_nothing(ask: Ask, client: Client) -> None:
    ask()
    asked = the_request()

    page = client.get(status_page(asked))

    assert page.status_code == 200 and "no-store" in page["Cache-Control"] and "noindex" in page.content.decode()
    assert "ana@" not in page.content.decode() and "Salón" not in page.content.decode()
    assert client.get(f"{ENGLISH}{asked.reference}/guess/").status_code == 404
    assert client.get(f"{ENGLISH}I-XXXXXX/{asked.secret}/").status_code == 404
    asked.refresh_from_db()
    assert asked.status == "pending"


def test_who_asked_is_forgotten_ninety_days_after_the_day(ask: Ask, client: Client, clock) -> None:
    ask()
    asked = the_request()
    page = status_page(asked)
    clock.shift(timedelta(days=8 + house.PERSONAL_DATA_KEPT_DAYS))
    run_steps()
    asked.refresh_from_db()
    assert asked.way

    clock.shift(timedelta(days=1))
    run_steps()

    asked.refresh_from_db()
    assert (asked.way, asked.about, asked.secret, asked.language) == ("", "", "", "mix")
    assert not OutgoingMail.objects.filter(text__contains=asked.reference).exists()
    assert client.get(page).status_code == 404
