"""From the wish to join a council to the day when nothing personal of it is left."""

import secrets
from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from schools.councils.models import CouncilPage, JoinInterest

UNMISTAKABLE = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # Without signs that are taken for each other on the phone.
State = JoinInterest.State
PERSONAL = {"name": "", "reach": "", "why": "", "language": ""}


def take_interest(council: CouncilPage, *, name: str, reach: str, language: str, why: str) -> JoinInterest:
    return JoinInterest.objects.create(
        council=council.facts, reference=new_reference(), name=name, reach=reach, language=language, why=why
    )


def new_reference() -> str:
    return "J-" + "".join(secrets.choice(UNMISTAKABLE) for _place in range(7))


def note_state(interest: JoinInterest) -> None:
    """Closing starts the time after which it is forgotten; opening again stops it. Not saved here."""
    if interest.state != State.CLOSED:
        interest.closed_at = None
    elif interest.closed_at is None:
        interest.closed_at = timezone.now()


def purge_closed() -> int:
    """Empty what is personal in all that were closed long enough ago; that somebody asked stays, as a count."""
    before = timezone.now() - timedelta(days=settings.PERSONAL_DATA_KEPT_DAYS)
    old = JoinInterest.objects.filter(state=State.CLOSED, closed_at__lt=before, purged_at=None)
    return old.update(**PERSONAL, purged_at=timezone.now())
