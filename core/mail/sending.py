"""Mail goes out: each message once, in the order it is due, again later when the mail server is away.

Who sends takes the row first, by one conditional UPDATE that only one of several can win; no lock is held while the
mail server is spoken to. A row that is being sent may be taken again after ten minutes: then its worker was killed. If
that happened after the server had accepted the mail, it goes twice (nobody can know), with the same Message-ID, so
that mail programs show it once.
"""

import logging
from collections.abc import Callable
from datetime import datetime, timedelta
from smtplib import SMTPDataError, SMTPRecipientsRefused, SMTPSenderRefused
from time import monotonic
from typing import Any

from django.core.mail import get_connection
from django.db.models import F
from django.utils import timezone

from core.mail.message import message_of
from core.models import OutgoingMail

logger = logging.getLogger(__name__)

State = OutgoingMail.State

TRY_AGAIN_AFTER = (timedelta(minutes=1), timedelta(minutes=5), timedelta(minutes=15), timedelta(minutes=60))
GIVE_UP_AFTER = timedelta(days=3)
A_WORKER_IS_DEAD_AFTER = timedelta(minutes=10)
A_STEP_TAKES_AT_MOST = 240  # Seconds; the next tick goes on where this one ended.
BATCH = 100
# The server has looked at this very mail and does not want it: the next one may go.
ABOUT_THE_MAIL = (SMTPRecipientsRefused, SMTPSenderRefused, SMTPDataError)


def send(pk: int) -> None:
    """Send this mail if it is due and nobody else is sending it; a failure is written down, never raised."""
    connection = get_connection()
    try:
        _send(pk, connection)
    finally:
        _close(connection)


def send_due(*, clock: Callable[[], float] = monotonic) -> None:
    """Send what is due, over one connection; stop where the server does not answer, for it would not for the others."""
    until = clock() + A_STEP_TAKES_AT_MOST
    connection = get_connection()
    try:
        while due := list(_due().order_by("next_try_at").values_list("pk", flat=True)[:BATCH]):
            for pk in due:
                if clock() > until or not _send(pk, connection):
                    return
    finally:
        _close(connection)


def _due() -> Any:
    """Waiting, or taken by a worker so long ago that it must be dead."""
    return OutgoingMail.objects.filter(state__in=OutgoingMail.PENDING, next_try_at__lte=timezone.now())


def _send(pk: int, connection: Any) -> bool:
    """False where the mail server itself seems to be away."""
    mail = _taken(pk)
    if mail is None:
        return True
    try:
        connection.open()
        message_of(mail, connection).send()
    except Exception as problem:
        _close(connection)  # Nobody knows in which state it is; the next mail opens a new one.
        _plan_next_try(mail, problem)
        return isinstance(problem, ABOUT_THE_MAIL) or not isinstance(problem, OSError)
    OutgoingMail.objects.filter(pk=pk).update(state=State.SENT, sent_at=timezone.now(), failure="")
    return True


def _taken(pk: int) -> OutgoingMail | None:
    """The row, for whoever comes first; nobody gets one that came too late for its purpose."""
    now = timezone.now()
    _due().filter(pk=pk, not_after__lt=now).update(state=State.NOT_NEEDED)
    taken = (
        _due()
        .filter(pk=pk)
        .update(state=State.SENDING, attempts=F("attempts") + 1, next_try_at=now + A_WORKER_IS_DEAD_AFTER)
    )
    return OutgoingMail.objects.get(pk=pk) if taken else None


def _plan_next_try(mail: OutgoingMail, problem: Exception) -> None:
    failure = type(problem).__name__
    # Unless somebody else has taken it meanwhile, or it was emptied.
    mine = OutgoingMail.objects.filter(pk=mail.pk, state=State.SENDING, attempts=mail.attempts)
    if timezone.now() - mail.created_at >= GIVE_UP_AFTER:
        if mine.update(state=State.GIVEN_UP, failure=failure):
            logger.error("Mail %s (%s) is given up after %s tries: %s", mail.pk, mail.purpose, mail.attempts, failure)
        return
    mine.update(state=State.WAITING, failure=failure, next_try_at=_next_try(mail.attempts))
    logger.warning("Mail %s (%s) did not go at try %s: %s", mail.pk, mail.purpose, mail.attempts, failure)


def _next_try(attempts: int) -> datetime:
    return timezone.now() + TRY_AGAIN_AFTER[min(attempts, len(TRY_AGAIN_AFTER)) - 1]


def _close(connection: Any) -> None:
    try:
        connection.close()
    except OSError:  # It hung up first; what was sent is sent.
        logger.info("The mail server hung up before we did")
