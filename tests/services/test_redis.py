"""All web processes share one count of failed sign-ins when REDIS_URL names a server."""

from collections.abc import Callable

import environ
import pytest
from django.core.cache import cache, caches
from django.test import Client

from core.models import User

SIGN_IN = "/accounts/login/"


@pytest.fixture(autouse=True)
def shared_cache(offered: Callable[[str], str], settings) -> None:
    settings.CACHES = {
        "default": {**environ.Env.cache_url_config(offered("TEST_REDIS_URL")), "KEY_PREFIX": "tests"},
        "another process": {**environ.Env.cache_url_config(offered("TEST_REDIS_URL")), "KEY_PREFIX": "tests"},
    }
    cache.clear()


def test_what_one_process_remembers_the_others_know() -> None:
    cache.set("¿dónde?", {"aquí": 1}, timeout=60)

    assert caches["another process"].get("¿dónde?") == {"aquí": 1}


def test_too_many_wrong_passwords_close_the_door(client: Client, db: None) -> None:
    User.objects.create_superuser("elena", "elena@example.org", "correct-horse-battery")
    for _ in range(5):
        client.post(SIGN_IN, {"login": "elena", "password": "not-the-password"})

    response = client.post(SIGN_IN, {"login": "elena", "password": "correct-horse-battery"})

    assert response.status_code == 200
    assert "_auth_user_id" not in client.session


def test_the_health_of_the_shared_cache_is_seen(client: Client, db: None) -> None:
    assert client.get("/healthz").json()["cache"] == "ok"
