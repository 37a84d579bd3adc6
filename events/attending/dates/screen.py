"""An event's dates in the admin, each with its buttons, for whoever may publish the event."""

from datetime import date
from typing import Any

from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from wagtail.admin import messages

from core.locales import source_language
from core.pagination import paginate
from events.attending.dates.forms import CancelForm, DateForm, MoreForm, MoveForm
from events.attending.dates.rows import DateRow, coming_rows, row_of
from events.changing_dates import change_date
from events.models import EventPage

PER_PAGE = 50
ACTS: dict[str, type[DateForm]] = {"cancel": CancelForm, "move": MoveForm, "back": DateForm}


def may_change_dates(user: Any, event: EventPage) -> bool:
    rights = event.permissions_for_user(user)
    return bool(event.live and rights.can_edit() and rights.can_publish() and not rights.page_locked())


def event_dates(request: HttpRequest, pk: int) -> HttpResponse:
    event = _event(request, pk)
    page = paginate(request, coming_rows(event, _reader()), PER_PAGE)
    return render(request, "events/attending/dates/list.html", _context(event) | {"rows": page.items, "pages": page})


def change(request: HttpRequest, pk: int, day: str, act: str) -> HttpResponse:
    event = _event(request, pk)
    if act not in ACTS:
        raise Http404
    row = _row(event, day)
    form = ACTS[act](_typed(request), event=event)
    if request.method == "POST" and form.is_valid():
        change_date(event, row.shown.key, form.facts, by=request.user)
        messages.success(request, _said(row))
        return redirect("event_dates", event.pk)
    context = {"row": row, "form": form, "act": act, "told": told_in_words(row.told)}
    return render(request, "events/attending/dates/change.html", _context(event) | context)


def one_more(request: HttpRequest, pk: int) -> HttpResponse:
    event = _event(request, pk)
    form = MoreForm(_typed(request), event=event)
    if request.method == "POST" and form.is_valid():
        change_date(event, form.cleaned_data["day"], form.facts, by=request.user)
        messages.success(request, _("One date more. It is on the page now."))
        return redirect("event_dates", event.pk)
    return render(request, "events/attending/dates/change.html", _context(event) | {"form": form, "act": "more"})


def told_in_words(count: int) -> str:
    if not count:
        return _("Nobody has signed up for this date: nobody is written to.")
    sentence = ngettext(
        "%(count)s person is on the lists of this date and hears of it within minutes, in their language.",
        "%(count)s people are on the lists of this date and hear of it within minutes, each in their language.",
        count,
    )
    return sentence % {"count": count}


def _event(request: HttpRequest, pk: int) -> EventPage:
    """Any language's page leads to the one that owns the dates."""
    event = get_object_or_404(EventPage, pk=pk).facts
    if not may_change_dates(request.user, event):
        raise PermissionDenied
    return event


def _row(event: EventPage, day: str) -> DateRow:
    try:
        asked = date.fromisoformat(day)
    except ValueError as impossible:
        raise Http404 from impossible
    occurrence = get_object_or_404(event.occurrences, day=asked)
    if occurrence.is_over(timezone.now()):
        raise Http404
    return row_of(event, occurrence, _reader())


def _typed(request: HttpRequest) -> Any:
    """An empty form that was sent is not one that was only asked for."""
    return request.POST if request.method == "POST" else None


def _said(row: DateRow) -> str:
    if not row.told:
        return _("Done. The page of the event says so now.")
    told = ngettext("%(count)s person is being told.", "%(count)s people are being told.", row.told)
    return " ".join((_("Done. The page of the event says so now."), told % {"count": row.told}))


def _context(event: EventPage) -> dict[str, Any]:
    page = event.in_language(_reader())
    return {"event": event, "title": page.title, "url": page.url, "is_off": event.is_cancelled}


def _reader() -> str:
    return get_language() or source_language()
