"""A form has one effect, however often it is sent: double tap, bad line, "send again", back button."""

from collections.abc import Callable
from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from core.models import FormKey

KEPT_FOR = timedelta(days=2)  # Longer than a form may lie open in a browser.


def once(key: str, act: Callable[[], str]) -> str:
    """Do `act` together with its key, in one transaction; whoever comes later gets the first one's answer.

    Two at the same moment: the database lets only one make the row, and the other waits until that one has committed.
    Where `act` raises, nothing has happened, and the key may be used again.
    """
    with transaction.atomic():
        sent, first = FormKey.objects.get_or_create(key=key)
        if first:
            sent.answer = act()
            sent.save(update_fields=["answer"])
        return sent.answer


def answer_given(key: str) -> str | None:
    """What the form with this key was answered, if it was sent before."""
    return FormKey.objects.filter(key=key).values_list("answer", flat=True).first()


def forget_old_keys() -> None:
    FormKey.objects.filter(made_at__lt=timezone.now() - KEPT_FOR).delete()
