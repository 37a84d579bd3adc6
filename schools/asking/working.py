"""Working a request: the only place where its status changes. Of two people at once the second is told so."""

from datetime import date, timedelta
from typing import Any

from django.core.exceptions import ValidationError
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from schools.asking.models import Handover, HelpRequest, RequestNote, Status

MOVES: dict[str, frozenset[str]] = {
    Status.NEW: frozenset(set(Status) - {Status.NEW}),
    Status.CONTACTED: frozenset({Status.CONNECTED, Status.DECLINED, Status.COULD_NOT_REACH, Status.PASSED_ON}),
    Status.CONNECTED: frozenset({Status.CONTACTED}),
    Status.DECLINED: frozenset({Status.CONTACTED}),
    Status.COULD_NOT_REACH: frozenset({Status.CONTACTED}),
    Status.PASSED_ON: frozenset({Status.CONTACTED}),
}
UNDO_WITHIN = timedelta(minutes=15)


def contact(request: HelpRequest, *, by: Any, seen: str = "") -> HelpRequest:
    """Somebody has spoken with the family; a closed request is opened again by it."""
    return _move(request, Status.CONTACTED, by=by, seen=seen)


def connect(request: HelpRequest, *, by: Any, outcome: str = "", seen: str = "") -> HelpRequest:
    return _move(request, Status.CONNECTED, by=by, outcome=outcome, seen=seen)


def decline(request: HelpRequest, *, by: Any, outcome: str = "", seen: str = "") -> HelpRequest:
    return _move(request, Status.DECLINED, by=by, outcome=outcome, seen=seen)


def could_not_reach(request: HelpRequest, *, by: Any, outcome: str = "", seen: str = "") -> HelpRequest:
    return _move(request, Status.COULD_NOT_REACH, by=by, outcome=outcome, seen=seen)


@transaction.atomic
def pass_on(  # noqa: PLR0913  an agreement has as many parts
    request: HelpRequest, *, to: str, agreed: str, how: str, agreed_on: date | None, by: Any, seen: str = ""
) -> HelpRequest:
    """Refuses without a whole agreement of the family: to whom, by whom, how and when."""
    if agreed_on is None or agreed_on > timezone.localdate():
        raise ValidationError(_("Write the day on which the family agreed."))
    handover = Handover(request=request, to=to.strip(), agreed=agreed, how=how, agreed_on=agreed_on, by=by)
    handover.full_clean(exclude=["request", "by"])
    moved = _move(request, Status.PASSED_ON, by=by, seen=seen)
    handover.save()
    return moved


@transaction.atomic
def take_back(request: HelpRequest, *, by: Any) -> HelpRequest:
    """Undo one's own last move of the last minutes, a pressed wrong button."""
    locked = _locked(request)
    last = locked.notes.exclude(kind=RequestNote.Kind.NOTE).first()
    if last is None or not may_take_back(locked, last, by):
        raise ValidationError(_("This cannot be taken back any more."))
    if locked.status == Status.PASSED_ON:
        locked.handovers.filter(by=by, at__gte=last.at - timedelta(seconds=5)).delete()
    _set(locked, last.before, outcome="")
    _tell(locked, RequestNote.Kind.UNDONE, by, before=last.after, after=last.before)
    return locked


def may_take_back(request: HelpRequest, last: RequestNote, by: Any) -> bool:
    mine = last.kind == RequestNote.Kind.MOVE and last.by_id == by.pk
    return mine and last.after == request.status and timezone.now() - last.at < UNDO_WITHIN and not request.is_purged


@transaction.atomic
def add_note(request: HelpRequest, text: str, *, by: Any) -> RequestNote:
    locked = _locked(request)
    if locked.is_purged:
        raise ValidationError(_("This request is closed for good: who asked has been forgotten."))
    return _tell(locked, RequestNote.Kind.NOTE, by, text=text)


@transaction.atomic
def _move(request: HelpRequest, to: Status, *, by: Any, outcome: str = "", seen: str = "") -> HelpRequest:
    """`seen` is the status the person looked at when they pressed."""
    locked = _locked(request)
    if locked.is_purged:
        raise ValidationError(_("This request is closed for good: who asked has been forgotten."))
    if to not in MOVES[locked.status] or (seen and seen != locked.status):
        raise ValidationError(
            _("Somebody else changed this request meanwhile: it is now “%(status)s”. Nothing was changed by you."),
            params={"status": locked.get_status_display()},
        )
    before = locked.status
    _set(locked, to, outcome=outcome)
    _tell(locked, RequestNote.Kind.MOVE, by, before=before, after=to)
    return locked


def _locked(request: HelpRequest) -> HelpRequest:
    return HelpRequest.objects.select_for_update().get(pk=request.pk)


def _set(request: HelpRequest, status: str, *, outcome: str) -> None:
    request.status, request.outcome = status, outcome.strip()[:300]
    request.closed_at = None if request.is_open else timezone.now()
    request.save(update_fields=["status", "outcome", "closed_at"])


def _tell(request: HelpRequest, kind: str, by: Any, **more: str) -> RequestNote:
    return RequestNote.objects.create(request=request, kind=kind, by=by, **more)
