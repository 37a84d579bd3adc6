"""A family's words are forgotten some weeks after they were answered, or when nobody touched them for a year.

The bare fact stays, to be counted.
"""

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from core.mail import forget
from schools.calendar import today
from schools.ideas.box import key_prefix
from schools.ideas.models import Idea
from schools.keeping import settled_before, untouched_before


def forget_what_is_over() -> None:
    answered = Q(status=Idea.Status.ANSWERED, changed_on__lt=timezone.localdate(settled_before()))
    untouched = Q(changed_on__lt=timezone.localdate(untouched_before()))
    for idea in Idea.objects.filter(answered | untouched, forgotten_on=None):
        _forget(idea)


@transaction.atomic
def _forget(idea: Idea) -> None:
    forget(key_prefix(idea))
    Idea.objects.filter(pk=idea.pk).update(words="", way="", forgotten_on=today())
