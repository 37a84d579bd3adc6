"""From the wish to join a council to the day when nothing personal of it is left."""

import secrets
from contextlib import suppress

from django.conf import settings
from django.core.exceptions import ValidationError
from django.db.models import Q
from django.urls import reverse
from django.utils import timezone

from core.locales import source_language
from core.mail import post
from schools.councils.models import CouncilPage, JoinInterest
from schools.keeping import settled_before, untouched_before

UNMISTAKABLE = "ABCDEFGHJKMNPQRSTUVWXYZ23456789"  # Without signs that are taken for each other on the phone.
State = JoinInterest.State
PERSONAL = {"name": "", "reach": "", "why": "", "language": ""}


def take_interest(council: CouncilPage, *, name: str, reach: str, language: str, why: str) -> JoinInterest:
    interest = JoinInterest.objects.create(
        council=council.facts, reference=new_reference(), name=name, reach=reach, language=language, why=why
    )
    _tell(interest)
    return interest


def _tell(interest: JoinInterest) -> None:
    """A mail to the council's own address, with a link and nothing of what was written."""
    council = interest.council
    if not council.email:
        return
    link = reverse("wagtailsnippets_councils_joininterest:edit", args=[interest.pk])
    context = {"council": council.title, "link": settings.PUBLIC_URL + link}
    with suppress(ValidationError):  # An address that cannot be written to must not lose the family's words.
        post("wish_to_join", council.email, source_language(), f"wish-to-join:{interest.pk}", context)


def new_reference() -> str:
    return "J-" + "".join(secrets.choice(UNMISTAKABLE) for _place in range(7))


def note_state(interest: JoinInterest) -> None:
    """Closing starts the time after which it is forgotten; opening again stops it. Not saved here."""
    if interest.state != State.CLOSED:
        interest.closed_at = None
    elif interest.closed_at is None:
        interest.closed_at = timezone.now()


def purge() -> int:
    """Empty what is personal in all that were closed long enough ago, or came a year ago and were never closed.

    That somebody asked stays, as a count.
    """
    closed = Q(state=State.CLOSED, closed_at__lt=settled_before())
    left_open = ~Q(state=State.CLOSED) & Q(received_at__lt=untouched_before())
    old = JoinInterest.objects.filter(closed | left_open, purged_at=None)
    return old.update(**PERSONAL, purged_at=timezone.now())
