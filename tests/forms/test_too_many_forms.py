"""Programs that send forms are slowed down; a household is not, and neither is a school behind one address."""

from datetime import timedelta
from typing import Any

import pytest
from django.contrib.auth.models import Group
from django.core.cache import cache
from django.http import HttpResponse
from django.test import Client
from wagtail.models import Site

from core.forms.stamp import Stamp
from core.models import District
from tests.forms.conftest import PAGE, Fill
from tests.forms.question import QuestionForm

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.forms.question")]

HOME = "203.0.113.7"


@pytest.fixture
def send(client: Client, filled: Fill, settings) -> Any:
    """Send a newly opened form from an address."""
    settings.PUBLIC_FORM_LIMITS = {"address": 3, "site": 80}
    data = filled()
    clock_ran = timedelta(seconds=-30).total_seconds()

    def send(address: str = HOME, *, page: str = PAGE, **headers: str) -> HttpResponse:
        stamp = Stamp.fresh()
        shown = Stamp(stamp.key, stamp.shown_at + clock_ran).signed(QuestionForm.form_name())
        return client.post(page, {**data, "shown": shown}, REMOTE_ADDR=address, headers=headers)

    return send


def test_the_limit_keeps_what_was_written_and_says_how_long_to_wait_and_whom_to_call(send) -> None:
    District.objects.update_or_create(site=Site.objects.get(is_default_site=True), defaults={"phone": "831-555-0100"})
    assert [send().status_code for _ in range(3)] == [302] * 3

    response = send()

    html = response.content.decode()
    assert response.status_code == 429
    assert 1 <= int(response["Retry-After"]) // 60 <= 10
    assert "831-555-0100" in html and "minute" in html
    assert 'value="Ana Peña"' in html
    assert Group.objects.filter(name__startswith="Ana").count() == 3


def test_the_limit_speaks_spanish_too(send) -> None:
    for _ in range(4):
        response = send(page="/es/question/")

    assert response.status_code == 429
    assert '<html lang="es">' in response.content.decode()


def test_after_ten_minutes_one_may_send_again(send, clock) -> None:
    for _ in range(4):
        send()
    clock.shift(timedelta(minutes=10))
    # The stamp is as old as the pause: still good.
    assert send().status_code == 302


def test_others_are_not_held_up(send) -> None:
    for _ in range(4):
        send()

    assert send("198.51.100.9").status_code == 302


def test_a_refused_or_repeated_form_is_not_counted(send, client: Client, filled: Fill) -> None:
    data = filled()
    for _ in range(5):
        client.post(PAGE, data, REMOTE_ADDR=HOME)
        client.post(PAGE, filled(name=""), REMOTE_ADDR=HOME)

    assert [send().status_code for _ in range(2)] == [302, 302]


@pytest.mark.parametrize("network", ["203.0.113.0/24", HOME, "nonsense, 203.0.113.7"])
def test_a_school_behind_one_address_may_send_twenty_times_as_much(send, settings, network: str) -> None:
    settings.SHARED_ADDRESSES = network.split(",")

    assert [send().status_code for _ in range(61)] == [302] * 60 + [429]


def test_all_forms_together_have_a_limit_too(send) -> None:
    answers = [send(f"198.51.100.{n}").status_code for n in range(81)]

    assert answers == [302] * 80 + [429]


def test_a_household_with_many_new_addresses_is_one(send) -> None:
    answers = [send(f"2001:db8:1:2::{n:x}").status_code for n in range(1, 5)]

    assert answers == [302, 302, 302, 429]


@pytest.mark.parametrize(("proxies", "expected"), [(1, 429), (0, 429)])
def test_the_address_is_read_where_the_trusted_proxy_wrote_it(send, settings, proxies: int, expected: int) -> None:
    """Whatever a stranger puts in front of it."""
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = proxies

    answers = [send("10.0.0.1", **{"x-forwarded-for": f"1.2.3.{n}, {HOME}"}).status_code for n in range(4)]

    assert answers[-1] == expected


def test_behind_a_proxy_families_are_told_apart(send, settings) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 1

    answers = [send("10.0.0.1", **{"x-forwarded-for": f"198.51.100.{n}"}).status_code for n in range(6)]

    assert answers == [302] * 6


@pytest.mark.parametrize("address", ["", "unix:", "not an address"])
def test_a_server_that_cannot_tell_its_visitors_apart_does_not_lock_them_out(send, address: str) -> None:
    assert [send(address).status_code for _ in range(6)] == [302] * 6


def test_proxies_that_are_fewer_than_trusted_are_no_error(send, settings) -> None:
    settings.ALLAUTH_TRUSTED_PROXY_COUNT = 3

    assert send("10.0.0.1", **{"x-forwarded-for": HOME}).status_code == 302


def test_a_cache_that_is_away_holds_nobody_up(send, settings) -> None:
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://127.0.0.1:1/0"}
    }

    assert [send().status_code for _ in range(5)] == [302] * 5


def test_no_address_is_kept_not_even_in_the_cache(send) -> None:
    send()

    assert HOME not in str(cache._cache)  # type: ignore[attr-defined]  # the memory of the tests' cache
