"""Where the office sees what partners' calendars brought, changed and dropped."""

from typing import Any

from django import forms
from django.contrib.auth.decorators import permission_required
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe
from wagtail.admin import messages
from wagtail.admin.menu import MenuItem

from events.ics.reading import MOST_BYTES
from events.importing.models import ImportedEvent, PartnerCalendar
from events.importing.reading import read_file, read_from_address

MAY_READ = "event_imports.change_partnercalendar"
PER_PAGE = 50


class FileForm(forms.Form):
    file = forms.FileField(label=gettext_lazy("Calendar file (.ics)"), widget=forms.FileInput({"accept": ".ics"}))


class PartnersMenuItem(MenuItem):
    def is_shown(self, request: HttpRequest) -> bool:
        return bool(request.user.has_perm(MAY_READ))


@require_safe
@permission_required(MAY_READ, raise_exception=True)
def partners_events(request: HttpRequest) -> HttpResponse:
    rows = ImportedEvent.objects.exclude(page=None).exclude(state=ImportedEvent.State.SETTLED)
    chosen = request.GET.get("state", "")
    if chosen in ImportedEvent.State.values:
        rows = rows.filter(state=chosen)
    context: dict[str, Any] = {
        "page": Paginator(rows.select_related("page", "calendar"), PER_PAGE).get_page(request.GET.get("p")),
        "states": [choice for choice in ImportedEvent.State.choices if choice[0] != ImportedEvent.State.SETTLED],
        "chosen": chosen,
        "calendars": PartnerCalendar.objects.all(),
        "file_form": FileForm(),
    }
    return render(request, "events/importing/list.html", context)


@require_POST
@permission_required(MAY_READ, raise_exception=True)
def read_now(request: HttpRequest, pk: int) -> HttpResponse:
    calendar = get_object_or_404(PartnerCalendar.objects.exclude(address=""), pk=pk)
    _tell(request, read_from_address(calendar))
    return redirect("events_of_partners")


@require_POST
@permission_required(MAY_READ, raise_exception=True)
def read_upload(request: HttpRequest, pk: int) -> HttpResponse:
    calendar, form = get_object_or_404(PartnerCalendar, pk=pk), FileForm(request.POST, request.FILES)
    if form.is_valid():
        _tell(request, read_file(calendar, form.cleaned_data["file"].read(MOST_BYTES + 1)))
    else:
        messages.warning(request, _("Choose a calendar file first."))
    return redirect("events_of_partners")


@require_POST
@permission_required(MAY_READ, raise_exception=True)
def settle(request: HttpRequest, pk: int) -> HttpResponse:
    """Somebody has looked at it; it comes back when the partner changes it again."""
    row = get_object_or_404(ImportedEvent, pk=pk)
    row.state = ImportedEvent.State.SETTLED
    row.save()
    messages.success(request, _("Noted."))
    return redirect("events_of_partners")


def _tell(request: HttpRequest, problems: list[str]) -> None:
    if not problems:
        messages.success(request, _("The calendar was read."))
    for problem in problems[:5]:
        messages.warning(request, problem)
