"""Mail that has not gone: how much there is, whether somebody should look, and the act of trying again now."""

from datetime import timedelta
from functools import partial
from smtplib import SMTPRecipientsRefused

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from core.mail.tasks import send_mail
from core.models import OutgoingMail

State = OutgoingMail.State

LONG = timedelta(hours=1)


def unsent() -> QuerySet[OutgoingMail]:
    """Waiting, being sent, or given up while its text is still kept; oldest first."""
    return OutgoingMail.objects.filter(state__in=[*OutgoingMail.PENDING, State.GIVEN_UP]).exclude(to="").order_by("pk")


def mail_goes_out() -> bool:
    """No mail has waited for an hour, those left out whose address does not exist: they say nothing about us."""
    waiting = OutgoingMail.objects.filter(state__in=OutgoingMail.PENDING, created_at__lt=timezone.now() - LONG)
    return not waiting.exclude(failure=SMTPRecipientsRefused.__name__).exists()


def try_again(pk: int) -> bool:
    """Send it now, whatever was planned; False where it has gone, is on its way, or is not to go any more."""
    mails = unsent().filter(pk=pk).exclude(state=State.SENDING)
    if not mails.update(state=State.WAITING, next_try_at=timezone.now()):
        return False
    transaction.on_commit(partial(send_mail.enqueue, pk), robust=True)
    return True
