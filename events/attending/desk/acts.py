"""What staff does with one sign-up: take it off, write down a parent's yes, note that a check was done."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.dateparse import parse_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from events.attending.rights import at_the_event_desk, sign_up_for
from events.signups.consent import agree
from events.signups.models import SignUp
from events.signups.releasing import release
from events.volunteers.checking import ends_on, record
from events.volunteers.models import ClearanceTier
from schools.calendar import today

Act = Callable[[HttpRequest, SignUp], str]


@at_the_event_desk
@require_POST
def act(request: HttpRequest, pk: int, name: str) -> HttpResponse:
    sign_up = sign_up_for(request.user, pk)
    does = ACTS.get(name)
    if does is None:
        raise Http404
    try:
        messages.success(request, does(request, sign_up))
    except ValidationError as refusal:
        messages.error(request, " ".join(refusal.messages))
    return redirect("event_roster", sign_up.shift_date.occurrence_id)


def _cancel(_request: HttpRequest, sign_up: SignUp) -> str:
    name = {"name": sign_up.volunteer.name}
    if not release(sign_up):
        raise ValidationError(_("%(name)s is off the list already.") % name)
    return _("%(name)s is off the list. The place goes to the next in line.") % name


def _consent(_request: HttpRequest, sign_up: SignUp) -> str:
    if not agree(sign_up):
        raise ValidationError(_("There is nothing to agree to any more."))
    return _("The parent of %(name)s agreed.") % {"name": sign_up.volunteer.name}


def _check(request: HttpRequest, sign_up: SignUp) -> str:
    """The day it was done, and which it was: nothing else is asked, and nothing else could be kept."""
    tier = ClearanceTier.objects.filter(pk=_number(request.POST.get("tier", ""))).first()
    done_on = _day(request.POST.get("done_on", ""))
    if tier is None or done_on is None or done_on > today():
        raise ValidationError(_("Choose the check and the day it was done; that day is not to come."))
    record(sign_up.volunteer, tier, done_on=done_on, by=request.user, expires_on=ends_on(tier, done_on))
    return _("Noted: %(check)s for %(name)s.") % {"check": tier, "name": sign_up.volunteer.name}


def _number(text: str) -> int:
    return int(text) if text.isdecimal() and len(text) < 18 else 0


def _day(text: str) -> Any:
    try:
        return parse_date(text)
    except ValueError:
        return None


ACTS: dict[str, Act] = {"cancel": _cancel, "consent": _consent, "check": _check}
