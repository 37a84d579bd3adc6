"""The acts around a request: it is received, and the office says what it could arrange. Nobody else sets a status."""

from dataclasses import dataclass
from datetime import date, time
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schools.calendar import today
from schools.interpreting import letters
from schools.interpreting.lead_time import answer_due_on, is_in_time
from schools.interpreting.models import InterpreterRequest
from schools.models import SchoolPage
from schools.references import new_reference, new_secret

Status = InterpreterRequest.Status
Offer = InterpreterRequest.Offer


@dataclass(frozen=True)
class Asked:
    """What a family wrote."""

    what: str
    language: str
    school: SchoolPage | None
    needed_on: date
    needed_at: time | None
    about: str
    way: str
    told_in: str


@transaction.atomic
def receive(asked: Asked) -> InterpreterRequest:
    """Store it, with the day by which the family has an answer, and tell the office that something came."""
    request = InterpreterRequest.objects.create(
        **vars(asked),
        reference=new_reference(InterpreterRequest, "I"),
        secret=new_secret(),
        in_time=is_in_time(asked.language, asked.needed_on),
        answer_due_on=answer_due_on(),
    )
    letters.confirm(request)
    letters.tell_the_office(request)
    return request


def cover(request: InterpreterRequest, *, by: Any) -> InterpreterRequest:
    """Somebody will interpret, or translate, as it was asked for."""
    return _answer(request, Status.COVERED, by, offer=Offer.NOTHING, offered_on=None)


def regret(
    request: InterpreterRequest, *, by: Any, offer: str = Offer.NOTHING, offered_on: date | None = None
) -> InterpreterRequest:
    """Nobody was found; with what the office offers instead."""
    if offer == Offer.ANOTHER_DAY and (offered_on is None or offered_on < today()):
        raise ValidationError({"offered_on": _("Give the other day, from today on.")})
    return _answer(
        request, Status.NOT_AVAILABLE, by, offer=offer, offered_on=offered_on if offer == Offer.ANOTHER_DAY else None
    )


@transaction.atomic
def _answer(request: InterpreterRequest, status: str, by: Any, **answer: Any) -> InterpreterRequest:
    """Raises ValidationError where somebody else was quicker."""
    request = InterpreterRequest.objects.select_for_update().get(pk=request.pk)
    if not request.may_become(status):
        raise ValidationError(_("This request was answered meanwhile. Look at it once more."))
    request.status = status
    for name, value in answer.items():
        setattr(request, name, value)
    request.answered_at = timezone.now()
    request.answered_by = by
    request.answers += 1
    request.save()
    letters.answer(request)
    return request
