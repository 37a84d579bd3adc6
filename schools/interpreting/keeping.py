"""How long the house knows who asked: some weeks after the day it was for. The bare fact stays, to be counted."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction

from core.mail import forget
from schools.calendar import today
from schools.interpreting.letters import key_prefix
from schools.interpreting.models import InterpreterRequest


def forget_what_is_over() -> None:
    before = today() - timedelta(days=settings.INTERPRETER_KEPT_DAYS)
    for request in InterpreterRequest.objects.filter(needed_on__lt=before, forgotten_on=None):
        _forget(request)


@transaction.atomic
def _forget(request: InterpreterRequest) -> None:
    forget(key_prefix(request))
    InterpreterRequest.objects.filter(pk=request.pk).update(about="", way="", secret="", forgotten_on=today())
