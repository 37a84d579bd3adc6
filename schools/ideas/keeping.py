"""How long a family's words are kept: some weeks after they were answered. The bare fact stays, to be counted."""

from datetime import timedelta

from django.conf import settings
from django.db import transaction

from core.mail import forget
from schools.calendar import today
from schools.ideas.box import key_prefix
from schools.ideas.models import Idea


def forget_what_was_answered() -> None:
    before = today() - timedelta(days=settings.IDEAS_KEPT_DAYS)
    for idea in Idea.objects.filter(status=Idea.Status.ANSWERED, changed_on__lt=before, forgotten_on=None):
        _forget(idea)


@transaction.atomic
def _forget(idea: Idea) -> None:
    forget(key_prefix(idea))
    Idea.objects.filter(pk=idea.pk).update(words="", way="", forgotten_on=today())
