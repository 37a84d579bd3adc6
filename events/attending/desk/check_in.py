"""The door: one large button for each name, on a phone, with a signal or without."""

from datetime import datetime, timedelta
from functools import partial
from typing import Any

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from core.locales import source_language
from events.attending.desk.lines import sheets_of
from events.attending.hours import check_in, check_out, tapped, undo
from events.attending.rights import at_the_event_desk, occurrence_for
from events.public.dates import shown_date
from events.signups.models import SignUp

# A phone without a signal says when the button was pressed; nobody is believed about other days.
LATEST = timedelta(hours=24)


@at_the_event_desk
@require_safe
def check_in_page(request: HttpRequest, pk: int) -> HttpResponse:
    occurrence, language = occurrence_for(request.user, pk), get_language() or source_language()
    sheets = sheets_of(occurrence, language)
    context = {
        "occurrence": occurrence,
        "event": occurrence.event.in_language(language),
        "date": shown_date(occurrence.event, occurrence, language, timezone.now()),
        "sheets": sheets,
        "here": sum(1 for sheet in sheets for line in sheet.lines if line.attendance and not line.attendance.left_at),
        "coming": sum(len(sheet.coming) for sheet in sheets),
    }
    return render(request, "events/desk/check_in.html", context)


@at_the_event_desk
@require_POST
def tap(request: HttpRequest, pk: int) -> HttpResponse:
    """One press. With a name of its own (`tap`) it counts once, however often a phone sends it."""
    occurrence = occurrence_for(request.user, pk)
    sign_up = _sign_up(occurrence.pk, request.POST.get("sign_up", ""))
    refusal = ""
    if sign_up is None:
        refusal = _("This name is not on the list of this date any more.")
    else:
        try:
            _do(request, sign_up)
        except ValidationError as refused:
            refusal = " ".join(refused.messages)
    if request.headers.get("Accept") == "application/json":
        return JsonResponse({"done": not refusal, "refusal": refusal})
    if refusal:
        messages.error(request, refusal)
    return redirect("event_check_in", pk)


def _do(request: HttpRequest, sign_up: SignUp) -> None:
    act, at = request.POST.get("act", ""), _pressed_at(request.POST.get("at", ""))
    acts: dict[str, Any] = {
        "came": partial(check_in, sign_up, request.user, at),
        "left": partial(check_out, sign_up, at),
        "undo": partial(undo, sign_up),
    }
    if act not in acts:
        raise ValidationError(_("This button is not known here."))
    name = request.POST.get("tap", "")
    if name:
        tapped(f"{request.user.pk}:{name}", acts[act])
    else:
        acts[act]()


def _sign_up(occurrence: int, pk: str) -> SignUp | None:
    if not pk.isdecimal() or len(pk) > 17:
        return None
    found = SignUp.objects.filter(shift_date__occurrence_id=occurrence, pk=int(pk))
    return found.select_related("volunteer", "shift_date").first()


def _pressed_at(text: str) -> datetime:
    now = timezone.now()
    try:
        at = parse_datetime(text)
    except ValueError:
        return now
    if at is None or timezone.is_naive(at) or not now - LATEST <= at <= now:
        return now
    return at
