"""Addresses and texts are kept as long as somebody may ask whether a mail went out; the bare fact stays."""

from datetime import timedelta

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from core.models import OutgoingMail

State = OutgoingMail.State


def forget(key_prefix: str) -> int:
    """Empty all mails whose key begins so, and send none of them that has not gone; how many there were."""
    if not key_prefix:
        raise ValueError("An empty prefix would forget every mail.")
    mails = OutgoingMail.objects.filter(key__startswith=key_prefix)
    mails.filter(state__in=OutgoingMail.PENDING).update(state=State.NOT_NEEDED)
    return mails.update(**OutgoingMail.EMPTY)


def empty_old_mails() -> None:
    before = timezone.now() - timedelta(days=settings.MAIL_KEPT_DAYS)
    done = OutgoingMail.objects.exclude(state__in=OutgoingMail.PENDING).exclude(to="")
    done.filter(Q(sent_at__lt=before) | Q(sent_at=None, created_at__lt=before)).update(**OutgoingMail.EMPTY)
