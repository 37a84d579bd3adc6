"""How long the house knows who asked: some weeks after the day it was for. The bare fact stays, to be counted."""

from django.db import transaction
from django.utils import timezone

from core.mail import forget
from schools.calendar import today
from schools.interpreting.letters import key_prefix
from schools.interpreting.models import InterpreterRequest
from schools.keeping import settled_before


def forget_what_is_over() -> None:
    before = timezone.localdate(settled_before())  # A day that may be asked for is never more than months away.
    for request in InterpreterRequest.objects.filter(needed_on__lt=before, forgotten_on=None):
        _forget(request)


@transaction.atomic
def _forget(request: InterpreterRequest) -> None:
    forget(key_prefix(request))
    InterpreterRequest.objects.filter(pk=request.pk).update(about="", way="", secret="", forgotten_on=today())
