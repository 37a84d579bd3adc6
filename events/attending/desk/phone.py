"""At the door, on a phone: a name, a button. Works without a script; with it also without a signal."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from core.clock import time_in_words
from events.attending.checking_in import tap
from events.attending.desk.roster import date_context
from events.attending.models import Attendance, Tap
from events.attending.rights import at_the_event_desk, date_for, sign_up_for
from events.attending.scanning import scanned
from events.signups.models import SignUp
from events.signups.on_the_day import may_be_given_up
from events.signups.shown import shown_shift

LONGEST_AGO = timedelta(days=3)


@at_the_event_desk
@require_safe
def check_in(request: HttpRequest, pk: int) -> HttpResponse:
    context = date_context(*date_for(request.user, pk))
    for roster in context["rosters"]:
        for name in roster.names:
            name.sign_up.key = uuid4()
    now = context["now"]
    context["late"] = {each.counted.row.pk for each in context["rosters"] if may_be_given_up(each.counted.row, now)}
    return render(request, "events/attending/check_in.html", context)


@at_the_event_desk
@require_POST
def send_tap(request: HttpRequest) -> HttpResponse:
    """The same for a form and for a phone that sends what it has kept; the phone is answered in JSON."""
    number = request.POST.get("sign_up", "")
    if not number.isdecimal():
        raise Http404
    sign_up = sign_up_for(request.user, int(number[:12]))
    wants_json = "application/json" in request.headers.get("Accept", "")
    try:
        attendance = _tapped(request, sign_up)
    except ValidationError as refusal:
        sentence = " ".join(refusal.messages)
        if wants_json:
            return JsonResponse({"refused": sentence})
        messages.warning(request, sentence)
    else:
        if wants_json:
            return JsonResponse(_said(attendance, sign_up))
    return redirect("event_check_in", sign_up.shift_date.occurrence_id)


@at_the_event_desk
def scan(request: HttpRequest, token: str) -> HttpResponse:
    """What the code on a volunteer's own page opens for staff: who it is, and one button."""
    sign_up = sign_up_for(request.user, scanned(token))
    row = sign_up.shift_date
    attendance = Attendance.objects.filter(sign_up=sign_up).first()
    context: dict[str, Any] = {"sign_up": sign_up, "shift": shown_shift(row, sign_up.language), "key": uuid4()}
    zone = row.occurrence.event.zone
    came_at = attendance.came_at if attendance else None
    context["came"] = time_in_words(came_at.astimezone(zone).time()) if came_at else ""
    return render(request, "events/attending/scan.html", context)


def _tapped(request: HttpRequest, sign_up: SignUp) -> Attendance:
    act, key = request.POST.get("act", ""), _uuid(request.POST.get("key", ""))
    if act not in Tap.Act.values or key is None:
        raise Http404
    return tap(sign_up, act, key, at=_at(request), by=request.user)


def _uuid(text: str) -> UUID | None:
    try:
        return UUID(text)
    except ValueError:
        return None


def _at(request: HttpRequest) -> datetime:
    """A phone says how long ago it was, not when: its clock may be wrong, the time between two looks at it is not."""
    seconds = request.POST.get("ago", "")
    ago = timedelta(seconds=int(seconds[:9])) if seconds.isdecimal() else timedelta(0)
    return timezone.now() - min(ago, LONGEST_AGO)


def _said(attendance: Attendance, sign_up: SignUp) -> dict[str, str]:
    zone = sign_up.shift_date.occurrence.event.zone
    return {
        name: time_in_words(at.astimezone(zone).time()) if at else ""
        for name, at in (("came", attendance.came_at), ("left", attendance.left_at))
    }
