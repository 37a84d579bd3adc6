"""Whether the installation can do its work; a load balancer, a container or a monitor asks at /healthz."""

import logging
from collections.abc import Callable
from datetime import timedelta

from django.core.cache import cache
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection
from django.http import HttpRequest, JsonResponse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django_tasks_db.models import DBTaskResult

from core.mail.waiting import mail_goes_out

logger = logging.getLogger(__name__)

MARK = "healthz.txt"
A_TASK_WAITS_AT_MOST = timedelta(minutes=10)  # Longer, and no worker is running: search goes quietly out of date.


def database_answers() -> bool:
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
        return bool(cursor.fetchone())


def cache_remembers() -> bool:
    cache.set(MARK, "yes", timeout=60)
    return bool(cache.get(MARK) == "yes")


def media_can_be_read() -> bool:
    if not default_storage.exists(MARK):
        default_storage.save(MARK, ContentFile(b"ok"))
    with default_storage.open(MARK) as kept:
        return bool(kept.read())


def tasks_are_done() -> bool:
    now = timezone.now()
    long_ago = now - A_TASK_WAITS_AT_MOST
    waiting = DBTaskResult.objects.ready().filter(enqueued_at__lt=long_ago)
    return not waiting.exclude(run_after__gt=long_ago, run_after__lte=now).exists()


QUESTIONS: dict[str, Callable[[], bool]] = {
    "database": database_answers,
    "cache": cache_remembers,
    "media": media_can_be_read,
    "tasks": tasks_are_done,
}

# What families can do without for a while: the house is then degraded, but no reason to take it off the network.
_comforts: dict[str, Callable[[], bool]] = {"mail": mail_goes_out}


def register_comfort(name: str, question: Callable[[], bool]) -> None:
    _comforts[name] = question


def _answer(name: str, question: Callable[[], bool]) -> str:
    """ "ok" or "failing"; what went wrong is for the log, not for strangers."""
    try:
        return "ok" if question() else "failing"
    except Exception:
        logger.exception("The health check of %s failed", name)
        return "failing"


@never_cache
def healthz(request: HttpRequest) -> JsonResponse:
    answers = {name: _answer(name, question) for name, question in QUESTIONS.items()}
    status = 503 if "failing" in answers.values() else 200
    comforts = {name: _answer(name, question) for name, question in _comforts.items()}
    answers |= {name: "ok" if answer == "ok" else "degraded" for name, answer in comforts.items()}
    return JsonResponse(answers, status=status)
