"""A monitor asks whether the house can do its work."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.contrib.auth import get_user_model
from django.test import Client
from django.utils import timezone
from django_tasks import task
from django_tasks_db.models import DBTaskResult

from core.models import OutgoingMail

pytestmark = pytest.mark.django_db


@task()
def count_users() -> int:
    return get_user_model().objects.count()


@pytest.fixture
def tasks_in_the_database(settings) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}


def test_all_is_well(client: Client) -> None:
    response = client.get("/healthz")

    assert response.status_code == 200
    assert {*response.json()} == {"database", "cache", "media", "tasks", "mail", "search"}
    assert {*response.json().values()} == {"ok"}
    assert "no-store" in response.headers["Cache-Control"]


def test_a_task_that_nobody_takes_up_is_noticed(client: Client, tasks_in_the_database: None) -> None:
    count_users.enqueue()
    assert client.get("/healthz").status_code == 200

    DBTaskResult.objects.update(enqueued_at=timezone.now() - timedelta(minutes=11))

    response = client.get("/healthz")
    assert response.status_code == 503
    assert response.json()["tasks"] == "failing"


def test_a_task_that_is_meant_for_later_is_no_trouble(client: Client, tasks_in_the_database: None) -> None:
    count_users.using(run_after=timezone.now() + timedelta(hours=1)).enqueue()
    DBTaskResult.objects.update(enqueued_at=timezone.now() - timedelta(minutes=11))

    assert client.get("/healthz").status_code == 200


def test_media_that_cannot_be_read_is_noticed_without_telling_strangers_why(
    client: Client, settings, tmp_path: Path
) -> None:
    (tmp_path / "file").write_text("not a folder")
    settings.MEDIA_ROOT = str(tmp_path / "file" / "media")

    response = client.get("/healthz")

    assert response.status_code == 503
    assert response.json()["media"] == "failing"
    assert str(tmp_path) not in response.content.decode()


def test_a_cache_that_is_away_is_noticed(client: Client, settings) -> None:
    settings.CACHES = {
        "default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": "redis://127.0.0.1:1/0"}
    }

    assert client.get("/healthz").json()["cache"] == "failing"


def test_the_monitor_may_ask_without_encryption_in_production(client: Client, settings) -> None:
    settings.SECURE_SSL_REDIRECT = True
    settings.SECURE_REDIRECT_EXEMPT = [r"^healthz$"]

    assert client.get("/healthz").status_code == 200
    assert client.get("/accounts/login/").status_code == 301


def test_a_search_server_that_is_away_is_no_reason_to_take_the_house_off_the_network(client: Client, settings) -> None:
    settings.ELASTICSEARCH_URL = "http://127.0.0.1:9"

    response = client.get("/healthz")

    assert response.status_code == 200
    assert response.json()["search"] == "degraded"


def test_mail_that_waits_for_an_hour_is_noticed(client: Client) -> None:
    now = timezone.now()
    waiting = OutgoingMail.objects.create(to="paula@example.org", created_at=now, next_try_at=now)
    assert client.get("/healthz").json()["mail"] == "ok"

    OutgoingMail.objects.update(created_at=now - timedelta(minutes=61))

    response = client.get("/healthz")
    assert response.status_code == 200
    assert response.json()["mail"] == "degraded"
    OutgoingMail.objects.filter(pk=waiting.pk).update(failure="SMTPRecipientsRefused")
    assert client.get("/healthz").json()["mail"] == "ok"
