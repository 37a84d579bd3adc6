"""Ana asks an ambassador: six questions, a reference, a day; and in danger the numbers that help at once."""

import re
from collections.abc import Callable
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse
from django.utils.translation import override

from core.models import OutgoingMail
from schools.asking.models import HelpRequest, Way
from search.thesaurus.loading import load as load_thesaurus
from tests.the_schools import in_spanish

pytestmark = pytest.mark.django_db
PAGE = "/en/ask/"
WRITTEN = {
    "kind": "food",
    "name": "Ana Peña",
    "way": "call",
    "contact": "(831) 555-0199",
    "language": "es",
    "words": "¿Dónde hay comida?",
}

Fill = Callable[..., dict[str, Any]]


def path_in(language: str) -> str:
    with override(language):
        return reverse("ask")


@pytest.fixture
def filled(client: Client, clock) -> Fill:
    """What a browser sends after Ana has opened the page and written for a while."""

    def fill(page: str = PAGE, **changed: str) -> dict[str, Any]:
        html = client.get(page).content.decode()
        hidden = dict(re.findall(r'<input type="hidden"\s+name="(\w+)"\s+value="([^"]+)"', html))
        clock.shift(timedelta(seconds=30))
        return {**hidden, "homepage": "", **WRITTEN, **changed}

    return fill


@pytest.mark.parametrize("language", ["en", "es"])
def test_she_gets_a_reference_a_day_and_the_schools_phone(client, rooms, school, employed, filled, language) -> None:
    in_spanish(school, rooms, "Escuela Cielo Claro")
    lupe = employed(school, languages=("es",))
    page = path_in(language)

    html = client.post(page, filled(page, school=school.slug), follow=True).content.decode()

    request = HelpRequest.objects.get()
    assert (request.school, request.assigned, request.written_in) == (school, lupe, language)
    assert request.reference in html and "(831) 555-0102" in html
    assert {"en": "Wednesday, November 18", "es": "18 de noviembre"}[language] in html
    assert "Ana" not in html
    assert OutgoingMail.objects.count() == 1


def test_the_reference_stands_in_the_address_and_nothing_of_her(client, school, filled) -> None:
    response = client.post(PAGE, filled())

    assert response.status_code == 302
    assert not any(each in response.url for each in ("Ana", "Pe", "555", "comida"))
    again = client.get(response.url).content.decode()
    assert HelpRequest.objects.get().reference in again


def test_sending_twice_has_one_effect(client, school, filled) -> None:
    data = filled()

    first, second = client.post(PAGE, data), client.post(PAGE, data)

    assert client.get(first.url).content == client.get(second.url).content
    assert HelpRequest.objects.count() == 1


def test_a_school_and_a_listing_are_chosen_by_the_link_that_led_here(client, school) -> None:
    html = client.get(PAGE, {"school": school.slug, "about": "/en/directory/mesa/?q=private"}).content.decode()

    assert re.search(rf'<option value="{school.slug}"\s+selected', html)
    assert 'value="/en/directory/mesa/"' in html and "q=private" not in html


@pytest.mark.parametrize("query", [{"school": "nowhere"}, {"school": "\x00"}, {"about": "https://evil.example/x"}])
def test_what_a_stranger_writes_into_the_address_is_ignored(client, school, query) -> None:
    html = client.get(PAGE, query).content.decode()

    assert "selected" in html and "evil.example" not in html.split("hreflang")[-1].split("<main")[1]


def test_it_asks_no_more_than_six_questions(client, school) -> None:
    form = client.get(PAGE).content.decode().split("<form")[-1]
    safe = re.search(r"<details.*?</details>", form, re.S)[0]

    asked = set(re.findall(r'name="(\w+)"', form)) - {"shown", "homepage", "about"}
    in_safe = set(re.findall(r'name="(\w+)"', safe))

    assert in_safe == {"do_not_call", "do_not_leave_message", "safe_when"}
    # The way and the number are one question.
    assert asked - in_safe == {"school", "kind", "name", "way", "contact", "language", "words"}


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"contact": "555"}, "area code"),
        ({"way": "email", "contact": "Ana"}, "e-mail address such as"),
        ({"name": ""}, "This field is required"),
        ({"kind": "gold"}, "Select a valid choice"),
        ({"do_not_call": "on"}, "choose one of them"),
        ({"school": "nowhere"}, "Select a valid choice"),
    ],
)
def test_a_refusal_says_what_to_do_and_keeps_what_was_written(client, school, filled, changed, said) -> None:
    html = client.post(PAGE, filled(**changed)).content.decode()

    assert said in unescape(html) and "¿Dónde hay comida?</textarea>" in html
    assert not HelpRequest.objects.exists()


@pytest.mark.parametrize(
    ("way", "contact"), [("text", "+52 1 831 555 0199"), ("whatsapp", "831.555.0199"), ("email", "ana@example.org")]
)
def test_every_way_to_be_reached_works(client, school, filled, way, contact) -> None:
    client.post(PAGE, filled(way=way, contact=contact, do_not_call="on", safe_when="mornings"))

    request = HelpRequest.objects.get()
    assert (request.way, request.contact, request.do_not_call) == (Way(way), contact, True)
    assert not request.call_href


@pytest.mark.parametrize(
    ("language", "words"), [("en", "I want to kill myself"), ("es", "mi esposo me pega"), ("en", "me quiero morir")]
)
def test_words_of_danger_show_who_helps_now_before_anything_is_stored(client, school, filled, language, words) -> None:
    load_thesaurus()
    page = path_in(language)
    data = filled(page, words=words)

    html = client.post(page, data).content.decode()

    for number in ("tel:911", "tel:988", "tel:18007997233"):
        assert number in html
    assert "data-quick-exit" in html and words in html and 'value="Ana Peña"' in html
    assert not HelpRequest.objects.exists()

    anyway = re.search(r'name="anyway" value="1"', html)
    client.post(page, {**data, "anyway": "1"})

    assert anyway and HelpRequest.objects.get().is_urgent


def test_quiet_words_are_not_urgent(client, school, filled) -> None:
    load_thesaurus()

    client.post(PAGE, filled())

    assert not HelpRequest.objects.get().is_urgent


def test_the_mail_server_is_away_and_nothing_is_lost(
    client, school, employed, filled, settings, django_capture_on_commit_callbacks
) -> None:
    settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
    settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", 1
    employed(school)

    with django_capture_on_commit_callbacks(execute=True):
        html = client.post(PAGE, filled(school=school.slug), follow=True).content.decode()

    assert HelpRequest.objects.get().reference in html
    assert OutgoingMail.objects.get().state == "waiting"


def test_the_page_of_a_school_leads_here(client, school) -> None:
    html = client.get(school.url).content.decode()

    assert f"/en/ask/?school={school.slug}" in html


def test_where_the_quick_exit_leads_is_a_setting(client, settings, school, filled) -> None:
    load_thesaurus()
    settings.QUICK_EXIT_URL = "https://news.example.org/"

    html = client.post(PAGE, filled(words="my husband hits me")).content.decode()

    assert 'href="https://news.example.org/"' in html and "weather.com" not in html
