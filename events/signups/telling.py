"""Who signed up hears of every change: cancelled, moved, another place. The publishing page tells, and `tick` again."""

from datetime import timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from events.models import EventPage
from events.signups.letters import mark_of, write
from events.signups.models import ShiftDate, SignUp

JUST_NOW = timedelta(hours=1)  # What is cancelled in the hour it was to begin is still told.


def tell_all() -> None:
    """A step of `tick`: nothing to do where everybody knows what is true."""
    rows = ShiftDate.objects.filter(starts_at__gt=timezone.now() - JUST_NOW)
    _tell(rows.filter(sign_ups__in=SignUp.objects.active()).distinct())


def tell_of(event: EventPage, **_kwargs: Any) -> None:
    rows = ShiftDate.objects.filter(occurrence__event=event, starts_at__gt=timezone.now() - JUST_NOW)
    _tell(rows.filter(sign_ups__in=SignUp.objects.active()).distinct())


def _tell(rows: Any) -> None:
    for row in rows.select_related("occurrence__event"):
        mark = mark_of(row)
        for sign_up in row.sign_ups.active().exclude(told=mark).select_related("volunteer", "shift_date"):
            with transaction.atomic():
                write(_letter(row, sign_up), sign_up)


def _letter(row: ShiftDate, sign_up: SignUp) -> str:
    """Who was told nothing yet hears first of all that the name is on the list."""
    if not sign_up.told:
        return "signup_received"
    return "signup_off" if row.off else "signup_changed"
