"""A week before and a day before, each once; who signed up later than that needs no reminder of it."""

from datetime import timedelta

from django.db import transaction
from django.utils import timezone

from core.models import OutgoingMail
from events.signups.letters import key_prefix, write
from events.signups.models import SignUp, State

BEFORE = {"week": timedelta(days=7), "day": timedelta(hours=24)}
COMING = (State.CONFIRMED, State.PENDING)


def remind() -> None:
    """A step of `tick`. A reminder that could not go in time is not needed any more."""
    now = timezone.now()
    for name, before in BEFORE.items():
        shorter = BEFORE["day"] if name == "week" else timedelta(0)
        due = SignUp.objects.filter(
            state__in=COMING,
            shift_date__starts_at__lte=now + before,
            shift_date__starts_at__gt=now + shorter,
            shift_date__is_cancelled=False,
            shift_date__occurrence__is_cancelled=False,
            shift_date__occurrence__event__live=True,
        ).select_related("volunteer", "shift_date")
        for sign_up in due:
            if sign_up.made_at <= sign_up.shift_date.starts_at - before and not _was_reminded(sign_up, name):
                with transaction.atomic():
                    write("signup_reminder", sign_up, what=name, not_after=sign_up.shift_date.starts_at)


def _was_reminded(sign_up: SignUp, name: str) -> bool:
    return OutgoingMail.objects.filter(key=f"{key_prefix(sign_up)}signup_reminder:{name}").exists()
