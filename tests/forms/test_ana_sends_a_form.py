"""Ana sends a form: it is done once, and nothing she wrote is lost on the way."""

import re
from datetime import timedelta

import pytest
from django.contrib.auth.models import Group
from django.test import Client

from core.forms.once import KEPT_FOR
from core.models import FormKey
from core.timed import run_steps
from tests.forms.conftest import PAGE, Fill

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.forms.question")]


def made() -> int:
    return Group.objects.filter(name__startswith="Ana Peña").count()


def keeps_what_was_written(html: str) -> bool:
    return 'value="Ana Peña"' in html and "¿Dónde?</textarea>" in html and "checked" in html


def test_the_answer_page_shows_the_reference_and_may_be_loaded_again(client: Client, filled: Fill) -> None:
    response = client.post(PAGE, filled())

    assert response.status_code == 302
    assert "Ana" not in response.url
    for _ in range(2):
        assert f"A-{Group.objects.get(name__startswith='Ana').pk}" in client.get(response.url).content.decode()
    assert made() == 1


def test_the_answer_page_speaks_spanish_too(client: Client, filled: Fill) -> None:
    response = client.post("/es/question/", filled(page="/es/question/"), follow=True)

    assert '<html lang="es">' in response.content.decode()
    assert "A-" in response.content.decode()


def test_sending_twice_has_one_effect_and_the_same_answer(client: Client, filled: Fill) -> None:
    data = filled()

    first, second = client.post(PAGE, data), client.post(PAGE, data)

    assert client.get(first.url).content == client.get(second.url).content
    assert made() == 1


def test_what_was_sent_is_answered_again_even_a_day_later(client: Client, filled: Fill, clock) -> None:
    data = filled()
    first = client.post(PAGE, data)
    clock.shift(timedelta(hours=25))

    second = client.post(PAGE, data)

    assert client.get(first.url).content == client.get(second.url).content
    assert made() == 1


def test_a_missing_answer_is_said_beside_the_field_and_at_the_top(client: Client, filled: Fill) -> None:
    response = client.post(PAGE, filled(name=""))
    html = response.content.decode()

    assert response.status_code == 200
    assert re.search(r"<title>\s*Error:", html)
    assert 'role="alert"' in html and '<a href="#id_name">First name</a>' in html
    assert re.search(r'<input[^>]*name="name"[^>]*aria-invalid="true"[^>]*aria-describedby="[^"]*id_name_error', html)
    assert 'id="id_name_error"' in html
    assert made() == 0


def test_a_form_that_was_corrected_goes_through(client: Client, filled: Fill) -> None:
    refused = client.post(PAGE, filled(name="")).content.decode()
    stamp = re.search(r'name="shown"\s+value="([^"]+)"', refused)

    client.post(PAGE, {**filled(), "shown": stamp[1]})

    assert made() == 1


@pytest.mark.parametrize("seconds", [0, 1])
def test_a_form_sent_at_once_comes_back_and_goes_at_the_second_try(
    client: Client, filled: Fill, clock, seconds: int
) -> None:
    data = filled(after=timedelta(seconds=seconds))

    html = client.post(PAGE, data).content.decode()
    assert "very quick" in html and keeps_what_was_written(html)
    assert made() == 0

    clock.shift(timedelta(seconds=5))
    client.post(PAGE, data)
    assert made() == 1


def test_a_form_left_open_for_a_day_comes_back_with_a_fresh_stamp(client: Client, filled: Fill, clock) -> None:
    data = filled(after=timedelta(hours=25))

    html = client.post(PAGE, data).content.decode()
    assert "more than a day" in html and keeps_what_was_written(html)
    stamp = re.search(r'name="shown"\s+value="([^"]+)"', html)[1]
    clock.shift(timedelta(seconds=5))
    client.post(PAGE, {**data, "shown": stamp})

    assert made() == 1


@pytest.mark.parametrize("stamp", ["", "forged", "WzEsMl0:1abc:xyz", "\x00", "ñ" * 5000])
def test_a_stamp_that_is_not_ours_loses_nothing(client: Client, filled: Fill, stamp: str) -> None:
    html = client.post(PAGE, {**filled(), "shown": stamp}).content.decode()

    assert "Everything you wrote is still here" in html and keeps_what_was_written(html)
    assert made() == 0


def test_the_field_nobody_sees_stops_programs_and_tells_people(client: Client, filled: Fill) -> None:
    html = client.post(PAGE, filled(homepage="http://spam.example")).content.decode()

    assert "A field that people cannot see" in html and keeps_what_was_written(html)
    assert "spam.example" not in html
    assert made() == 0


def test_a_form_sent_from_another_site_comes_back(client: Client, filled: Fill) -> None:
    html = client.post(PAGE, filled(), headers={"sec-fetch-site": "cross-site"}).content.decode()

    assert "from another site" in html and keeps_what_was_written(html)
    assert made() == 0


def test_a_refusal_while_it_is_done_takes_everything_back(client: Client, filled: Fill) -> None:
    html = client.post(PAGE, filled(name="Nobody")).content.decode()

    assert "Nobody has left." in html
    assert not FormKey.objects.exists()


@pytest.mark.parametrize("done", ["", "A-1", "A-1:xyz", "\x00"])
def test_an_answer_that_is_not_ours_shows_the_form(client: Client, done: str) -> None:
    response = client.get(PAGE, {"done": done})

    assert response.status_code == 200
    assert "<form" in response.content.decode()


def test_no_browser_and_no_proxy_keeps_a_form(client: Client, filled: Fill) -> None:
    for response in (client.get(PAGE), client.post(PAGE, filled(name=""))):
        assert "no-store" in response["Cache-Control"]
        assert not response.cookies


def test_keys_are_forgotten_after_two_days(client: Client, filled: Fill, clock) -> None:
    client.post(PAGE, filled())
    clock.shift(KEPT_FOR - timedelta(minutes=1))
    run_steps()
    assert FormKey.objects.count() == 1

    clock.shift(timedelta(minutes=2))
    run_steps()

    assert not FormKey.objects.exists()
